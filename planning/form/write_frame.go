package form

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"zhenjie/assets/words"
	"zhenjie/planning/form/workbook"
)

// frame sets what stands round the rows of a sheet: widths, and what stays in
// view.
func (p *page) frame() error {
	if err := p.widths(); err != nil {
		return err
	}
	left := p.lead + 1 // columns that stay
	switch p.sheet.layout {
	case oneRow:
		left = 0
	case given:
		left = 2
	}
	head := p.head()
	first := workbook.Ref(head+1, max(left, 2))
	return p.stream.SetPanes(&excelize.Panes{
		Freeze: true, XSplit: left, YSplit: head, TopLeftCell: workbook.Ref(head+1, left), ActivePane: pane(left),
		Selection: []excelize.Selection{{SQRef: first, ActiveCell: first, Pane: pane(left)}},
	})
}

// head is the last row above those that hold values.
func (p *page) head() int {
	switch {
	case p.sheet.layout == oneRow:
		return 3
	case p.sheet.totals:
		return 5
	default:
		return 4
	}
}

func pane(left int) string {
	if left == 0 {
		return "bottomLeft"
	}
	return "bottomRight"
}

// beforeWidths are the columns that name the rows which are given.
var beforeWidths = [...]float64{30, 40}

func (p *page) widths() error {
	if err := p.stream.SetColVisible(1, 1, false); err != nil {
		return err
	}
	if p.sheet.layout == oneRow {
		return p.width(1, 24, 62, 46)
	}
	var widths []float64
	for c := 1; c < p.lead; c++ {
		widths = append(widths, beforeWidths[c-1])
	}
	for i := range p.sheet.fields {
		widths = append(widths, p.sheet.fields[i].width)
	}
	if p.sheet.totals {
		widths = append(widths, 16)
	}
	if err := p.width(1, widths...); err != nil {
		return err
	}
	for i := range p.sheet.fields {
		if err := p.fold(&p.sheet.fields[i], p.lead+i); err != nil {
			return err
		}
	}
	return nil
}

func (p *page) width(from int, widths ...float64) error {
	for i, w := range widths {
		if err := p.stream.SetColWidth(from+i+1, from+i+1, w); err != nil {
			return err
		}
	}
	return nil
}

// fold puts a column into a group that can be closed, and hides it where the
// plan does not use it. What is typed below the last row of the form is taken as
// its column asks.
func (p *page) fold(f *field, column int) error {
	if err := p.stream.SetColStyle(column+1, column+1, p.bare(f)); err != nil {
		return err
	}
	if f.level > 0 {
		if err := p.stream.SetColOutlineLevel(column+1, f.level); err != nil {
			return err
		}
	}
	if f.narrow != nil && f.narrow(p.plan) {
		return p.stream.SetColVisible(column+1, column+1, false)
	}
	return nil
}

func (p *page) bare(f *field) int {
	if f.kind.look(f.kind.blank()) == lookShort {
		return p.style[lookText]
	}
	return 0
}

// printing sets how the sheet is printed.
func (p *page) printing() error {
	name := p.say(p.sheet.id.Title())
	if err := p.paper(name); err != nil || p.sheet.layout == oneRow {
		return err
	}
	return p.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s!$4:$%d", quoted(name), p.head()), Scope: name,
	})
}

// paper sets a sheet out on A4 across, as wide as the page.
func (w *writer) paper(name string) error {
	landscape, a4, fit, high := "landscape", 9, 1, 0
	if err := w.file.SetPageLayout(name, &excelize.PageLayoutOptions{
		Orientation: &landscape, Size: &a4, FitToWidth: &fit, FitToHeight: &high,
	}); err != nil {
		return err
	}
	yes, margin := true, 0.4
	if err := w.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return err
	}
	if err := w.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin}); err != nil {
		return err
	}
	return w.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P / &N"})
}

func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// lists are the choices on the hidden sheet, a column each.
type lists struct {
	columns [][]string
}

// add returns the range that holds the titles of options.
func (l *lists) add(titles []string) string {
	l.columns = append(l.columns, titles)
	letter := strings.TrimRight(workbook.Ref(1, len(l.columns)-1), "1")
	return fmt.Sprintf("%s!$%s$1:$%s$%d", listSheet, letter, letter, len(titles))
}

// listSheet holds what is to be chosen from.
const listSheet = "_lists"

// choosing offers the choices of the fields, in the rows and the column of each.
func (p *page) choosing(rows func(field int) (from, to int), column func(field int) int) error {
	for i := range p.sheet.fields {
		f := &p.sheet.fields[i]
		source, strict := p.source(f)
		if source == "" {
			continue
		}
		from, to := rows(i)
		dv := excelize.NewDataValidation(true)
		dv.SetSqref(workbook.Ref(from, column(i)) + ":" + workbook.Ref(to, column(i)))
		dv.SetSqrefDropList(source)
		if strict {
			dv.SetError(excelize.DataValidationErrorStyleStop, p.say(p.sheet.caption(f)), p.say(words.Say("form.choose")))
		}
		if err := p.file.AddDataValidation(p.say(p.sheet.id.Title()), dv); err != nil {
			return err
		}
	}
	return nil
}

// source is where the choices of a field stand; strict says that there are no
// others.
func (p *page) source(f *field) (source string, strict bool) {
	switch k := f.kind.(type) {
	case yesKind:
		return p.lists.add([]string{p.say(words.Say("form.yes")), p.say(words.Say("form.no"))}), true
	case choiceKind:
		all := k.options(p.x.Choices)
		if len(all) == 0 {
			return "", false
		}
		titles := make([]string, len(all))
		for i, o := range all {
			titles[i] = written(all, o.ID, p.x.lang)
		}
		return p.lists.add(titles), true
	}
	if p.sheet.id != Schedule {
		return "", false
	}
	switch f.key {
	case "project":
		return p.namesOn(Projects), false
	case "investor":
		return p.namesOn(Investors), false
	}
	return "", false
}

// namesOn are the names that stand on another sheet now.
func (p *page) namesOn(id ID) string {
	at := quoted(p.say(id.Title()))
	return fmt.Sprintf("OFFSET(%s!$B$5,0,0,MAX(1,COUNTA(%s!$B$5:$B$%d)),1)", at, at, 5+MaxRows)
}

// hidden writes the choices and the version, on sheets that nobody sees.
func (w *writer) hidden() error {
	if _, err := w.file.NewSheet(listSheet); err != nil {
		return err
	}
	for c, titles := range w.lists.columns {
		for r, t := range titles {
			if err := w.file.SetCellStr(listSheet, workbook.Ref(r+1, c), t); err != nil {
				return err
			}
		}
	}
	if _, err := w.file.NewSheet(metaSheet); err != nil {
		return err
	}
	if err := w.file.SetSheetRow(metaSheet, "A1", &[]any{metaMark, version}); err != nil {
		return err
	}
	for _, name := range []string{listSheet, metaSheet} {
		if err := w.file.SetSheetVisible(name, false, true); err != nil {
			return err
		}
	}
	return nil
}

// intro writes the first sheet: how the form is filled in, and what stands where.
func (w *writer) intro() error {
	name := w.say(words.Say("form.intro"))
	if err := w.file.SetSheetName("Sheet1", name); err != nil {
		return err
	}
	if err := w.paper(name); err != nil {
		return err
	}
	for col, width := range map[string]float64{"A": 3, "B": 22, "C": 100} {
		if err := w.file.SetColWidth(name, col, col, width); err != nil {
			return err
		}
	}
	row := 0
	put := func(l look, height float64, cells ...string) error {
		row++
		if height > 0 {
			if err := w.file.SetRowHeight(name, row, height); err != nil {
				return err
			}
		}
		for c, text := range cells {
			at := workbook.Ref(row, 1+c)
			if err := w.file.SetCellStr(name, at, text); err != nil {
				return err
			}
			if err := w.file.SetCellStyle(name, at, at, w.style[l]); err != nil {
				return err
			}
		}
		return nil
	}
	if err := put(lookTitle, 34, w.say(words.Say("form.title"))); err != nil {
		return err
	}
	for _, line := range strings.Split(w.say(words.Say("form.how")), "\n") {
		what, text, _ := strings.Cut(line, "|")
		if err := put(lookPlain, max(height(text, 100), 20), what, text); err != nil {
			return err
		}
	}
	row++
	if err := put(lookHead, 24, w.say(words.Say("form.sheets")), w.say(words.Say("form.asks"))); err != nil {
		return err
	}
	for _, s := range sheets {
		title := w.say(s.id.Title())
		note := w.say(s.note())
		if err := put(lookFixed, max(height(note, 100), 20), title, note); err != nil {
			return err
		}
		if err := w.file.SetCellHyperLink(name, workbook.Ref(row, 1), quoted(title)+"!B2", "Location"); err != nil {
			return err
		}
	}
	show := false
	return w.file.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &show})
}
