package form

import (
	"io"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/form/workbook"
)

// mostUnits bounds the text of a cell in XLSX, in units of UTF-16.
const mostUnits = 32_767

// spare is how many rows to be filled in stand below those of the plan, at least.
const spare = 15

// Write writes what a plan says into a workbook with the captions in a language;
// that of an empty plan is a blank form. It refuses a text that no cell can
// hold.
func Write(w io.Writer, p planning.Plan, c Choices, lang words.Lang) error {
	f := excelize.NewFile()
	defer f.Close()
	out := &writer{file: f, plan: p, x: terms{Choices: c, lang: lang}}
	if err := out.all(); err != nil {
		return err
	}
	return f.Write(w)
}

// writer writes one workbook.
type writer struct {
	file  *excelize.File
	plan  planning.Plan
	x     terms
	style [looks]int
	left  [looks]int // likewise, with numbers to the left
	lists lists
}

func (w *writer) say(t words.Text) string { return t.In(w.x.lang) }

func (w *writer) all() (err error) {
	if w.style, err = styles(w.file, ""); err != nil {
		return err
	}
	if w.left, err = styles(w.file, "left"); err != nil {
		return err
	}
	if err := w.intro(); err != nil {
		return err
	}
	for _, s := range sheets {
		if _, err := w.file.NewSheet(w.say(s.id.Title())); err != nil {
			return err
		}
	}
	if err := w.hidden(); err != nil { // before the rows are written: all sheets are read for it
		return err
	}
	for _, s := range sheets {
		if err := w.sheet(s); err != nil {
			return err
		}
	}
	if err := w.writeLists(); err != nil {
		return err
	}
	compute := true
	return w.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &compute})
}

// page is a sheet being written.
type page struct {
	*writer
	sheet  *sheet
	stream *excelize.StreamWriter
	row    int // written last
	lead   int // columns before those of the fields
}

func (w *writer) sheet(s *sheet) (err error) {
	p := page{writer: w, sheet: s, lead: 1}
	if s.layout == given {
		p.lead = 2
		if w.noted(s) {
			p.lead = 3
		}
	}
	if err := p.printing(); err != nil {
		return err
	}
	if p.stream, err = w.file.NewStreamWriter(w.say(s.id.Title())); err != nil {
		return err
	}
	if err := p.frame(); err != nil {
		return err
	}
	if s.layout == oneRow {
		err = p.below()
	} else {
		err = p.table()
	}
	if err != nil {
		return err
	}
	return p.stream.Flush()
}

// noted reports whether the rows that are given have notes.
func (w *writer) noted(s *sheet) bool {
	for _, o := range s.offer(w.x.Choices) {
		if !o.note.IsZero() {
			return true
		}
	}
	return false
}

// put writes the next row.
func (p *page) put(height float64, cells ...any) error {
	p.row++
	return p.stream.SetRow(workbook.Ref(p.row, 0), cells, excelize.RowOpts{Height: height})
}

func (p *page) cell(l look, v any) excelize.Cell { return excelize.Cell{StyleID: p.style[l], Value: v} }

// keys writes the hidden row of keys.
func (p *page) keys(keys ...string) error {
	p.row++
	cells := []any{sheetMark + string(p.sheet.id)}
	for _, k := range keys {
		cells = append(cells, k)
	}
	return p.stream.SetRow("A1", cells, excelize.RowOpts{Hidden: true})
}

// heading writes the title of the sheet and what it asks for.
func (p *page) heading(columns int) error {
	if err := p.put(30, noteMark, p.cell(lookTitle, p.say(p.sheet.id.Title()))); err != nil {
		return err
	}
	if err := p.put(34, noteMark, p.cell(lookNote, p.say(p.sheet.note()))); err != nil {
		return err
	}
	return p.stream.MergeCell(workbook.Ref(p.row, 1), workbook.Ref(p.row, columns))
}

// value writes a value of the plan as its field does.
func (p *page) value(f *field, v any) (excelize.Cell, error) {
	in := f.kind.write(v, p.x)
	if s, ok := in.(string); ok && len(s) > mostUnits/3 && len(utf16.Encode([]rune(s))) > mostUnits {
		return excelize.Cell{}, geo.BadInput(geo.At{}, "form.cell_too_long",
			"sheet", p.sheet.id.Title(), "field", p.sheet.caption(f))
	}
	style := p.style
	if p.sheet.layout == oneRow {
		style = p.left
	}
	return excelize.Cell{StyleID: style[f.kind.look(v)], Value: in}, nil
}

// below writes the fields below one another.
func (p *page) below() error {
	if err := p.keys("#caption", valueKey, "#hint"); err != nil {
		return err
	}
	if err := p.heading(3); err != nil {
		return err
	}
	row := p.sheet.load(p.plan)[0]
	for i := range p.sheet.fields {
		f := &p.sheet.fields[i]
		c, err := p.value(f, f.get(row))
		if err != nil {
			return err
		}
		hint := p.say(words.Say("form.hint." + words.ID(f.key)))
		if err := p.put(height(c.Value, 62), f.key, p.cell(lookFixed, p.say(p.sheet.caption(f))), c, p.cell(lookSmall, hint)); err != nil {
			return err
		}
	}
	return p.choosing(func(i int) (from, to int) { r := p.row - len(p.sheet.fields) + 1 + i; return r, r }, func(int) int { return 2 })
}

// table writes the fields as columns.
func (p *page) table() error {
	columns := p.lead + len(p.sheet.fields)
	keys := make([]string, 0, columns)
	for c := 1; c < p.lead; c++ {
		keys = append(keys, [...]string{titleKey, "#more"}[c-1])
	}
	for i := range p.sheet.fields {
		keys = append(keys, p.sheet.fields[i].key)
	}
	if p.sheet.totals {
		keys = append(keys, totalMark)
	}
	if err := p.keys(keys...); err != nil {
		return err
	}
	if err := p.heading(min(columns-1, 8)); err != nil {
		return err
	}
	if err := p.captions(); err != nil {
		return err
	}
	if p.sheet.totals {
		if err := p.totals(); err != nil {
			return err
		}
	}
	first := p.row + 1
	if err := p.rows(); err != nil {
		return err
	}
	return p.choosing(func(int) (from, to int) { return first, first + MaxRows }, func(i int) int { return p.lead + i })
}

// captions writes the row of captions.
func (p *page) captions() error {
	cells := []any{headMark}
	for c := 1; c < p.lead; c++ {
		cells = append(cells, p.cell(lookHead, p.say(words.Say([...]words.ID{"form.asked", "form.more"}[c-1]))))
	}
	for i := range p.sheet.fields {
		cells = append(cells, p.cell(lookHead, p.say(p.captionOf(&p.sheet.fields[i]))))
	}
	if p.sheet.totals {
		cells = append(cells, p.cell(lookHead, p.say(words.Say("form.total"))))
	}
	return p.put(32, cells...)
}
