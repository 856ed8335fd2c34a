package widgets

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// sheetLine draws one line of a sheet: its titles, a row or the totals.
type sheetLine struct {
	sheet   *Sheet
	row     int // −1 for titles and totals
	back    *canvas.Rectangle
	picked  *canvas.Rectangle // of the block selected
	rule    *canvas.Rectangle
	texts   []*canvas.Text
	ticks   []*widget.Icon // of the columns that hold checks; nil for the others
	objects []fyne.CanvasObject
}

func newSheetLine(s *Sheet) *sheetLine {
	l := &sheetLine{sheet: s, row: -1, back: &canvas.Rectangle{}, picked: &canvas.Rectangle{}, rule: &canvas.Rectangle{}}
	l.objects = []fyne.CanvasObject{l.back, l.picked, l.rule}
	for _, c := range s.columns {
		t := &canvas.Text{}
		if c.Kind.number() {
			t.Alignment = fyne.TextAlignTrailing
		}
		l.texts = append(l.texts, t)
		l.objects = append(l.objects, t)
		var tick *widget.Icon
		if c.Kind == CheckColumn {
			tick = widget.NewIcon(theme.CheckButtonIcon())
			l.objects = append(l.objects, tick)
		}
		l.ticks = append(l.ticks, tick)
	}
	return l
}

func (l *sheetLine) show(visible bool) {
	for _, o := range l.objects {
		show(o, visible)
	}
}

// fill writes the cells of the line, in bold for titles and totals.
func (l *sheetLine) fill(s skin, cells []string, bold bool) {
	edges := l.sheet.body.edges
	if len(edges) != len(l.texts)+1 {
		return // not laid out yet
	}
	inset := s.size(theme.SizeNameInnerPadding)
	for col, t := range l.texts {
		text := ""
		if col < len(cells) {
			text = cells[col]
		}
		if l.tick(col, text) || l.edited(col) {
			text = ""
		}
		f := face{size: theme.SizeNameText, colour: theme.ColorNameForeground, bold: bold}
		if l.row >= 0 {
			f.colour = l.colour(col)
		}
		write(t, s, f, f.fit(s, text, edges[col+1]-edges[col]-2*inset))
	}
}

// colour is that of the text of a cell.
func (l *sheetLine) colour(col int) fyne.ThemeColorName {
	s := l.sheet
	if s.faults[cell{l.row, col}] != "" {
		return theme.ColorNameError
	}
	if s.Tint != nil {
		if tint := s.Tint(l.row, col); tint != "" {
			return tint
		}
	}
	if s.kind(col) == ActionColumn {
		return theme.ColorNameHyperlink
	}
	return theme.ColorNameForeground
}

// edited reports whether an editor with a text of its own covers the cell.
func (l *sheetLine) edited(col int) bool {
	s := l.sheet
	return s.editing && s.at == cell{l.row, col} && s.body.editor() != fyne.CanvasObject(s.body.stop)
}

// tick shows a check of a row and reports whether the cell is one.
func (l *sheetLine) tick(col int, text string) bool {
	tick := l.ticks[col]
	if tick == nil {
		return false
	}
	show(tick, l.row >= 0)
	icon := theme.CheckButtonIcon()
	if text != CheckOff {
		icon = theme.CheckButtonCheckedIcon()
	}
	if tick.Resource != icon {
		tick.SetResource(icon)
	}
	return l.row >= 0
}

// place moves the line to y; header and totals lie on a darker ground.
func (l *sheetLine) place(s skin, y, width, height float32) {
	inset, icon := s.size(theme.SizeNameInnerPadding), s.size(theme.SizeNameInlineIcon)
	place(l.back, 0, y, width, height)
	place(l.rule, 0, y+height-1, width, 1)
	paint(l.rule, s.colour(theme.ColorNameSeparator))
	for col, t := range l.texts {
		left, right := l.sheet.body.edges[col], l.sheet.body.edges[col+1]
		if t.Alignment == fyne.TextAlignTrailing {
			placeText(t, right-inset, y, height)
		} else {
			placeText(t, left+inset, y, height)
		}
		if tick := l.ticks[col]; tick != nil {
			place(tick, left+inset, y+(height-icon)/2, icon, icon)
		}
	}
}

// pick shows which cells of a row lie in the block selected.
func (l *sheetLine) pick(s skin) {
	from, to, some := l.sheet.picked(l.row)
	show(l.picked, some)
	if some {
		edges, at := l.sheet.body.edges, l.back.Position()
		paint(l.picked, s.colour(theme.ColorNameSelection))
		place(l.picked, edges[from], at.Y, edges[to+1]-edges[from], l.back.Size().Height)
	}
}

// fit is face.fit with another measure.
func fit(text string, width float32, measure func(string) float32) string {
	if text == "" || measure(text) <= width {
		return text
	}
	if measure("…") > width {
		return ""
	}
	runes := []rune(text)
	n := sort.Search(len(runes), func(n int) bool { return measure(string(runes[:n+1])+"…") > width })
	return string(runes[:n]) + "…"
}

// sheetRules are the lines between columns.
type sheetRules []*canvas.Rectangle

func newSheetRules(columns int) sheetRules {
	var r sheetRules
	for i := 1; i < columns; i++ {
		r = append(r, &canvas.Rectangle{})
	}
	return r
}

func (r sheetRules) place(s skin, edges []float32, top, bottom float32) {
	for i, line := range r {
		paint(line, s.colour(theme.ColorNameSeparator))
		place(line, edges[i+1]-0.5, top, 1, bottom-top)
	}
}
