package form

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strconv"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning/form/workbook"
)

// Read reads a workbook. The error says why it is no form at all; what is wrong
// in its cells is told in the form's problems. Progress counts bytes of the file
// roughly, sheet by sheet; it may be nil.
func Read(ctx context.Context, file io.ReaderAt, size int64, c Choices, progress func(done, total int64)) (Form, error) {
	book, err := workbook.Open(file, size)
	if err != nil {
		return Form{}, err
	}
	r := reader{
		form: Form{sheets: map[ID]*content{}, choices: c},
		x:    terms{Choices: c, epoch04: book.Epoch04},
	}
	problems := map[ID][]Problem{}
	for i, name := range book.Names {
		if progress != nil {
			progress(int64(i), int64(len(book.Names)))
		}
		s, err := book.Read(ctx, i)
		if err != nil {
			return Form{}, err
		}
		if err := r.sheet(name, s); err != nil {
			return Form{}, err
		}
		problems[r.last] = append(problems[r.last], r.problems...)
		r.last, r.problems = "", nil
	}
	if len(r.form.sheets) == 0 {
		return Form{}, geo.BadInput(geo.At{}, "form.not_a_form")
	}
	for _, s := range sheets {
		r.form.Problems = append(r.form.Problems, problems[s.id]...)
	}
	return r.form, nil
}

// reader reads the sheets of one workbook.
type reader struct {
	form     Form
	x        terms
	last     ID // of the sheet read last; "" for one that is none of the form's
	problems []Problem
}

// sheet reads one sheet, if it is one of the form's.
func (r *reader) sheet(name string, from workbook.Sheet) error {
	if newer(name, from) {
		return geo.BadInput(geo.At{}, "form.newer")
	}
	p, ok := placed(name, from)
	if !ok {
		return nil
	}
	r.last = p.sheet.id
	if r.form.sheets[p.sheet.id] != nil {
		r.problem(name, "", words.Say("form.sheet_twice", "sheet", p.sheet.id.Title()))
		return nil
	}
	in := &content{name: name, partial: from.Cut}
	r.form.sheets[p.sheet.id] = in
	r.unknownColumns(name, p, from)
	fill(p, from)
	if p.sheet.layout == oneRow {
		in.records = []record{r.fields(name, p, from)}
		return nil
	}
	for _, row := range from.Rows {
		if row.Number <= p.head || strings.HasPrefix(mark(row), noRow) {
			continue
		}
		if len(in.records) == p.sheet.most {
			in.partial = true
			r.problem(name, workbook.Ref(row.Number, 0), words.Say("form.too_many_rows", "max", p.sheet.most))
			return nil
		}
		if rec, ok := r.record(name, p, row); ok {
			in.records = append(in.records, rec)
		}
	}
	if from.Cut {
		r.problem(name, "", words.Say("form.too_many_rows", "max", p.sheet.most))
	}
	return nil
}

func (r *reader) problem(sheet, cell string, what words.Text) {
	r.problems = append(r.problems, Problem{sheet, cell, what})
}

// record reads a row of a table; ok is false for one that says nothing.
func (r *reader) record(name string, p place, row workbook.Row) (rec record, ok bool) {
	rec = blankRecord(p.sheet, row.Number)
	said := false
	for i := range p.sheet.fields {
		if c, has := p.columns[i]; has {
			said = r.value(name, p.sheet, &rec, i, row.At(c), row.Number, c) || said
		}
	}
	rec.mark = mark(row)
	if p.sheet.layout == given {
		if rec.key, ok = p.keyOf(row, r.x.Choices); !ok {
			if said {
				r.problem(name, workbook.Ref(row.Number, 0), words.Say("form.unknown_row"))
			}
			return rec, false
		}
		r.check(name, p.sheet, &rec)
		return rec, true
	}
	return rec, said
}

// check drops what is wrong with a row as a whole.
func (r *reader) check(name string, s *sheet, rec *record) {
	if s.check == nil || slices.Contains(rec.given, false) {
		return
	}
	row := s.fresh(rec.key)
	s.apply(row, *rec)
	key, why := s.check(row)
	for i := range s.fields {
		if s.fields[i].key == key {
			rec.given[i] = false
			r.problem(name, rec.cells[i], why)
		}
	}
}

// apply sets the fields of a row that a record gives.
func (s *sheet) apply(row any, rec record) {
	for i := range s.fields {
		if rec.given[i] {
			s.fields[i].set(row, rec.values[i])
		}
	}
}

// value reads a cell into a record and reports whether it says anything.
func (r *reader) value(name string, s *sheet, rec *record, i int, c workbook.Cell, row, column int) bool {
	f := &s.fields[i]
	rec.cells[i] = workbook.Ref(row, column)
	if c.Kind == workbook.Blank {
		rec.values[i], rec.given[i] = f.kind.blank(), true
		return false
	}
	v, err := f.kind.read(c, r.x)
	if err != nil {
		r.problem(name, rec.cells[i], words.Explain(err))
		return true
	}
	rec.values[i], rec.given[i] = v, true
	return v != f.kind.blank()
}

// fields reads the sheet whose fields stand below one another.
func (r *reader) fields(name string, p place, from workbook.Sheet) record {
	rec := blankRecord(p.sheet, 0)
	for _, row := range from.Rows {
		i, ok := p.fieldOf(row)
		if !ok || rec.given[i] || rec.cells[i] != "" {
			continue
		}
		r.value(name, p.sheet, &rec, i, row.At(p.value), row.Number, p.value)
	}
	return rec
}

func blankRecord(s *sheet, row int) record {
	n := len(s.fields)
	return record{row: row, values: make([]any, n), given: make([]bool, n), cells: make([]string, n)}
}

// mark is what stands in the hidden first column.
func mark(row workbook.Row) string { return row.At(0).Text }

// newer reports whether the workbook was written by a program that knows more.
func newer(name string, s workbook.Sheet) bool {
	if name != metaSheet || len(s.Rows) == 0 || s.Rows[0].At(0).Text != metaMark {
		return false
	}
	n, err := strconv.ParseFloat(s.Rows[0].At(1).Text, 64)
	return err == nil && n > version
}

// unknownColumns tells of columns that people have put in and written to: they
// are not read.
func (r *reader) unknownColumns(name string, p place, from workbook.Sheet) {
	for _, c := range p.unknown {
		for _, row := range from.Rows {
			if row.Number > p.head && row.At(c).Kind != workbook.Blank {
				r.problem(name, workbook.Ref(p.caption, c), words.Say("form.unknown_column"))
				break
			}
		}
	}
}

// fill writes what merged cells say into all rows that they cover: texts and
// choices, for an amount that is written once counts once.
func fill(p place, from workbook.Sheet) {
	slices.SortFunc(from.Merged, func(a, b workbook.Range) int { return cmp.Compare(a.Top, b.Top) })
	for _, m := range from.Merged {
		i, has := p.fieldAt(m.Left)
		if !has || m.Top <= p.head || p.sheet.layout != rows {
			continue
		}
		switch p.sheet.fields[i].kind.(type) {
		case textKind, choiceKind:
		default:
			continue
		}
		at, _ := slices.BinarySearchFunc(from.Rows, m.Top, byNumber)
		if at == len(from.Rows) || from.Rows[at].Number != m.Top {
			continue
		}
		said := from.Rows[at].At(m.Left)
		for at++; at < len(from.Rows) && from.Rows[at].Number <= m.Bottom; at++ {
			row := &from.Rows[at]
			for len(row.Cells) <= m.Left {
				row.Cells = append(row.Cells, workbook.Cell{})
			}
			row.Cells[m.Left] = said
		}
	}
}

func byNumber(r workbook.Row, n int) int { return cmp.Compare(r.Number, n) }
