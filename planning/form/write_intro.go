package form

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"zhenjie/assets/words"
	"zhenjie/planning/form/workbook"
)

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
