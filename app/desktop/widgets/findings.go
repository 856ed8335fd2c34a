package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Finding is one row of a FindingList, in words ready to show.
type Finding struct {
	Verdict  Verdict
	Title    string
	Measured string // what was found, on the right
	Limit    string // what is asked
	Advice   string // what to do next, "" for nothing
	Source   string // where the rule comes from
}

// FindingList shows findings, one below the other, in the order given. Rows
// are kept and only those that changed are painted anew, so that it can be
// told the findings at every step of a point being dragged.
type FindingList struct {
	widget.BaseWidget
	OnSelected func(i int) // the user chose a row

	rows     []*findingRow
	selected int // −1 for none
	focused  bool
	column   *fyne.Container
	scroll   *container.Scroll
}

// NewFindingList makes an empty list.
func NewFindingList() *FindingList {
	l := &FindingList{selected: -1}
	l.column = container.New(stack{})
	l.scroll = container.NewVScroll(l.column)
	l.ExtendBaseWidget(l)
	return l
}

// Display shows other findings.
func (l *FindingList) Display(findings []Finding) {
	for len(l.rows) < len(findings) {
		row := newFindingRow(l, len(l.rows))
		l.rows = append(l.rows, row)
		l.column.Add(row)
	}
	taller := false
	for i, row := range l.rows {
		visible := i < len(findings)
		taller = taller || row.Visible() != visible
		show(row, visible)
		if visible && row.display(findings[i]) {
			taller = true
		}
	}
	if l.selected >= len(findings) {
		l.choose(-1)
	}
	if taller {
		l.column.Layout.Layout(l.column.Objects, l.column.Size())
		l.scroll.Refresh()
	}
}

// Select shows a row as chosen, −1 for none, and brings it into view. It does
// not call back.
func (l *FindingList) Select(i int) {
	if i >= l.count() {
		return
	}
	l.choose(i)
	if i >= 0 {
		l.reveal(l.rows[i])
	}
}

// count is the number of rows shown.
func (l *FindingList) count() int {
	n := 0
	for n < len(l.rows) && l.rows[n].Visible() {
		n++
	}
	return n
}

func (l *FindingList) choose(i int) {
	old := l.selected
	l.selected = i
	for _, row := range []int{old, i} {
		if row >= 0 && row < len(l.rows) {
			l.rows[row].paint()
		}
	}
}

// reveal scrolls a row into view.
func (l *FindingList) reveal(row *findingRow) {
	top, bottom := row.Position().Y, row.Position().Y+row.Size().Height
	at := l.scroll.Offset
	if bottom > at.Y+l.scroll.Size().Height {
		at.Y = bottom - l.scroll.Size().Height
	}
	at.Y = min(at.Y, top)
	if at != l.scroll.Offset {
		l.scroll.ScrollToOffset(at)
	}
}

// pick is choosing by the user.
func (l *FindingList) pick(i int) {
	if i < 0 || i >= l.count() {
		return
	}
	l.Select(i)
	if l.OnSelected != nil {
		l.OnSelected(i)
	}
}

// TypedKey goes through the rows.
func (l *FindingList) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyDown:
		l.pick(min(l.selected+1, l.count()-1))
	case fyne.KeyUp:
		l.pick(max(l.selected-1, 0))
	case fyne.KeyHome:
		l.pick(0)
	case fyne.KeyEnd:
		l.pick(l.count() - 1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		l.pick(max(l.selected, 0))
	}
}

// TypedRune is for Fyne.
func (l *FindingList) TypedRune(rune) {}

// FocusGained is for Fyne.
func (l *FindingList) FocusGained() { l.focus(true) }

// FocusLost is for Fyne.
func (l *FindingList) FocusLost() { l.focus(false) }

func (l *FindingList) focus(on bool) {
	l.focused = on
	if on && l.selected < 0 && l.count() > 0 {
		l.selected = 0
	}
	l.choose(l.selected)
}

// CreateRenderer is for Fyne.
func (l *FindingList) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(l.scroll)
}

// stack puts objects below one another, each as high as its text needs at the
// width there is.
type stack struct{}

func (stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if o.Visible() {
			h := heightAt(o, size.Width)
			place(o, 0, y, size.Width, h)
			y += h
		}
	}
}

func (stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		if o.Visible() {
			least := o.MinSize()
			m.Width = max(m.Width, least.Width)
			m.Height += least.Height
		}
	}
	return m
}
