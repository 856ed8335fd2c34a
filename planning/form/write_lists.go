package form

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"zhenjie/assets/words"
	"zhenjie/planning/form/workbook"
)

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

// hidden makes the sheets that nobody sees: the choices, and the version.
func (w *writer) hidden() error {
	for _, name := range []string{listSheet, metaSheet} {
		if _, err := w.file.NewSheet(name); err != nil {
			return err
		}
		if err := w.file.SetSheetVisible(name, false, true); err != nil {
			return err
		}
	}
	return w.file.SetSheetRow(metaSheet, "A1", &[]any{metaMark, version})
}

// writeLists writes the choices that the sheets offer.
func (w *writer) writeLists() error {
	for c, titles := range w.lists.columns {
		for r, t := range titles {
			if err := w.file.SetCellStr(listSheet, workbook.Ref(r+1, c), t); err != nil {
				return err
			}
		}
	}
	return nil
}
