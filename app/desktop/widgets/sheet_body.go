package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// sheetBody holds the rows of a sheet, as many lines as are in view, and over
// them the editor of the current cell.
type sheetBody struct {
	widget.BaseWidget
	sheet   *Sheet
	edges   []float32 // of the columns, from left to right
	scrolls bool      // the body lies in the sheet's scroll

	lines    []*sheetLine
	entry    *Entry
	choice   *Choice
	stop     *sheetStop
	tools    []*widget.Button // of the current row
	renderer *bodyRenderer
}

func newSheetBody(s *Sheet) *sheetBody {
	b := &sheetBody{sheet: s, entry: NewEntry(), choice: NewChoice()}
	b.entry.slim = true
	b.entry.OnTyping = s.typed
	b.entry.OnCommit = s.commit
	b.entry.onKey = b.key
	b.entry.onFocus = b.focused
	b.entry.onOther = b.shortcut
	b.choice.OnCommit = s.commit
	b.choice.onKey = b.key
	b.choice.onFocus = b.focused
	b.choice.onOther = b.shortcut
	b.stop = newSheetStop(b)
	tool := func(icon fyne.Resource, do func()) *widget.Button {
		t := widget.NewButtonWithIcon("", icon, do)
		t.Importance = widget.LowImportance
		return t
	}
	b.tools = []*widget.Button{
		tool(theme.MoveUpIcon(), func() { s.moved(-1) }),
		tool(theme.MoveDownIcon(), func() { s.moved(1) }),
		tool(theme.DeleteIcon(), s.removed),
	}
	b.ExtendBaseWidget(b)
	return b
}

// rebuild drops the lines: the columns are others.
func (b *sheetBody) rebuild() {
	b.lines, b.edges = nil, nil
	if b.renderer != nil {
		b.renderer.collect()
	}
}

// rowHeight is that of the field that edits a cell: Fyne's entry puts the inner
// padding above and below its line.
func (b *sheetBody) rowHeight() float32 {
	s := skinOf(b)
	return whole(captionFace.lineHeight(s) + 2*s.size(theme.SizeNameInnerPadding))
}

func (b *sheetBody) toolsWidth() float32 {
	w := float32(0)
	for i, t := range b.tools {
		if b.hasTool(i) {
			w += t.MinSize().Width
		}
	}
	return w
}

// hasTool reports whether tool i is of use: the last one removes, the others
// move.
func (b *sheetBody) hasTool(i int) bool {
	if i == len(b.tools)-1 {
		return b.sheet.OnRemove != nil
	}
	return b.sheet.OnMove != nil
}

// setWidth works out the columns.
func (b *sheetBody) setWidth(s skin, width float32) {
	b.edges = append(b.edges[:0], 0)
	x := float32(0)
	for _, w := range shareOut(b.sheet.columns, s, width-b.toolsWidth()) {
		x += w
		b.edges = append(b.edges, x)
	}
}

// view is the range of the rows to be seen.
func (b *sheetBody) view() (from, to int) {
	rows := len(b.sheet.rows)
	if !b.scrolls {
		return 0, rows
	}
	h := b.rowHeight()
	from = int(b.sheet.scroll.Offset.Y / h)
	to = int((b.sheet.scroll.Offset.Y+b.sheet.scroll.Size().Height)/h) + 1
	return min(max(from, 0), rows), min(to, rows)
}

// arrange writes the rows in view into as many lines.
func (b *sheetBody) arrange() {
	if len(b.edges) != len(b.sheet.columns)+1 {
		return // not laid out yet
	}
	s, h := skinOf(b), b.rowHeight()
	from, to := b.view()
	grown := len(b.lines) < to-from
	for len(b.lines) < to-from {
		b.lines = append(b.lines, newSheetLine(b.sheet))
	}
	for i, l := range b.lines {
		row := from + i
		l.show(row < to)
		if row >= to {
			continue
		}
		l.row = row
		paint(l.back, b.ground(s, row))
		l.fill(s, b.sheet.rows[row], false)
		l.place(s, float32(row)*h, b.Size().Width, h)
		l.pick(s)
	}
	if grown && b.renderer != nil {
		b.renderer.collect()
		canvas.Refresh(b)
	}
}

func (b *sheetBody) ground(s skin, row int) color.Color {
	if row == b.sheet.at.row {
		return s.colour(theme.ColorNameHover)
	}
	return color.Transparent
}

// Tapped goes to the cell under the pointer; a check is turned over, a choice
// opened.
func (b *sheetBody) Tapped(at *fyne.PointEvent) {
	c := cell{int(at.Position.Y / b.rowHeight()), -1}
	for col := range b.sheet.columns {
		if at.Position.X >= b.edges[col] && at.Position.X < b.edges[col+1] {
			c.col = col
		}
	}
	if c.row < 0 || c.row >= len(b.sheet.rows) || c.col < 0 {
		return
	}
	if b.shift() && b.sheet.at.row >= 0 {
		b.enter(b.sheet.at)
		b.sheet.reachTo(c)
		return
	}
	again := c.row == b.sheet.at.row
	b.enter(c)
	if again {
		b.sheet.selected()
	}
	switch b.sheet.kind(c.col) {
	case CheckColumn:
		b.turn()
	case ChoiceColumn:
		b.choice.Tapped(at)
	case ActionColumn:
		b.sheet.acted()
	}
}

// CreateRenderer is for Fyne.
func (b *sheetBody) CreateRenderer() fyne.WidgetRenderer {
	b.renderer = &bodyRenderer{body: b}
	b.renderer.collect()
	return b.renderer
}

type bodyRenderer struct {
	body    *sheetBody
	objects []fyne.CanvasObject
}

// collect lists the lines, and over them the editors and tools in the order of
// the Tab key.
func (r *bodyRenderer) collect() {
	b := r.body
	r.objects = r.objects[:0]
	for _, l := range b.lines {
		r.objects = append(r.objects, l.objects...)
	}
	r.objects = append(r.objects, b.stop, b.entry, b.choice)
	for _, t := range b.tools {
		r.objects = append(r.objects, t)
	}
}

func (r *bodyRenderer) Destroy()                     {}
func (r *bodyRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *bodyRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, r.body.rowHeight()*float32(len(r.body.sheet.rows)))
}

func (r *bodyRenderer) Layout(fyne.Size) {
	r.body.arrange()
	r.body.showEditor()
}

func (r *bodyRenderer) Refresh() {
	r.Layout(r.body.Size())
	canvas.Refresh(r.body)
}
