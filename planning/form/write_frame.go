package form

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

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
