package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// findingRow is a finding: its sign, title and measured value; below, what is
// asked and by what; below that, what to do.
type findingRow struct {
	widget.BaseWidget
	list    *FindingList
	number  int
	finding Finding
	hovered bool

	back, line           *canvas.Rectangle
	icon                 *widget.Icon
	measured             *Prose // on the right
	title, limit, advice *Prose
}

func newFindingRow(l *FindingList, number int) *findingRow {
	r := &findingRow{
		list: l, number: number,
		back: &canvas.Rectangle{}, line: &canvas.Rectangle{}, icon: widget.NewIcon(Missing.Icon()),
		measured: newProse("", valueFace(Missing)),
		title:    NewProse(""), limit: NewHint(""),
		advice: newProse("", face{size: theme.SizeNameCaptionText, colour: theme.ColorNameForeground}),
	}
	r.measured.align = fyne.TextAlignTrailing
	r.ExtendBaseWidget(r)
	return r
}

// display shows a finding and reports whether the row's height may be another.
func (r *findingRow) display(f Finding) (moved bool) {
	if f == r.finding {
		return false
	}
	old := r.finding
	r.finding = f
	if f.Verdict != old.Verdict {
		r.icon.SetResource(f.Verdict.Icon())
	}
	r.measured.set(f.Measured, valueFace(f.Verdict))
	r.title.Set(f.Title)
	r.limit.Set(r.asked())
	r.advice.Set(f.Advice)
	before := r.Size().Height
	if h := r.arrange(r.Size().Width, false); h != before {
		return true
	}
	r.arrange(r.Size().Width, true)
	return false
}

// asked is the limit and its source on one line.
func (r *findingRow) asked() string {
	return strings.Trim(r.finding.Limit+"　"+r.finding.Source, "　")
}

// arrange works out the row for a width and returns its height; it moves the
// parts only if it is told to.
func (r *findingRow) arrange(width float32, move bool) float32 {
	s := skinOf(r)
	pad, icon, line := s.pad(), s.size(theme.SizeNameInlineIcon), r.title.face.lineHeight(s)
	x := icon + 3*pad
	room := width - 2*pad - x
	measured := r.measured.face.measure(s, r.finding.Measured).Width
	beside := measured <= room*0.6 // the measured value fits beside the title
	y := 1.5 * pad
	titleWidth := room
	if beside && measured > 0 {
		titleWidth -= measured + 2*pad
	}
	put := func(o fyne.CanvasObject, y, w, h float32) {
		if move {
			place(o, x, y, w, h)
		}
	}
	if move {
		place(r.icon, pad*1.5, y+(line-icon)/2, icon, icon)
	}
	h := r.title.height(titleWidth)
	put(r.title, y, titleWidth, h)
	if beside {
		put(r.measured, y, room, line)
		y += h
	} else {
		y += h
		h := r.measured.height(room)
		put(r.measured, y, room, h)
		y += h
	}
	for _, p := range []*Prose{r.limit, r.advice} {
		h := p.height(room)
		put(p, y, room, h)
		y += h
	}
	y = whole(y + 1.5*pad)
	if move {
		place(r.back, 0, 0, width, y)
		place(r.line, 0, y-1, width, 1)
	}
	return y
}

// paint shows whether the row is chosen, focused or under the pointer.
func (r *findingRow) paint() {
	s := skinOf(r)
	paint(r.line, s.colour(theme.ColorNameSeparator))
	chosen := r.list.selected == r.number
	switch {
	case chosen:
		paint(r.back, s.colour(theme.ColorNameSelection))
	case r.hovered:
		paint(r.back, s.colour(theme.ColorNameHover))
	default:
		paint(r.back, color.Transparent)
	}
	stroke := float32(0)
	if chosen && r.list.focused {
		stroke = s.size(theme.SizeNameInputBorder)
	}
	if r.back.StrokeWidth != stroke {
		r.back.StrokeWidth, r.back.StrokeColor = stroke, s.colour(theme.ColorNamePrimary)
		r.back.Refresh()
	}
}

// Tapped chooses the row.
func (r *findingRow) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r.list)
	}
	r.list.pick(r.number)
}

// MouseIn is for Fyne.
func (r *findingRow) MouseIn(*desktop.MouseEvent) { r.hover(true) }

// MouseMoved is for Fyne.
func (r *findingRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (r *findingRow) MouseOut() { r.hover(false) }

func (r *findingRow) hover(on bool) {
	r.hovered = on
	r.paint()
}

// CreateRenderer is for Fyne.
func (r *findingRow) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &findingRenderer{r, []fyne.CanvasObject{r.back, r.line, r.icon, r.title, r.measured, r.limit, r.advice}}
}

// leastRow is the least width of a finding, in widths of a Han character.
const leastRow = 14

type findingRenderer struct {
	row     *findingRow
	objects []fyne.CanvasObject
}

func (r *findingRenderer) Destroy()                     {}
func (r *findingRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *findingRenderer) Layout(size fyne.Size)        { r.row.arrange(size.Width, true) }

func (r *findingRenderer) MinSize() fyne.Size {
	least := leastRow * skinOf(r.row).em()
	return fyne.NewSize(least, r.row.arrange(max(r.row.Size().Width, least), false))
}

// Refresh follows a change of the theme.
func (r *findingRenderer) Refresh() {
	r.row.paint()
	r.Layout(r.row.Size())
	canvas.Refresh(r.row)
}
