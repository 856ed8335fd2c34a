package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// views are the views of a page, one of which is to be seen, below a row of
// buttons that wraps where it is narrow.
type views struct {
	buttons []*widget.Button
	objects []fyne.CanvasObject
	at      int
	turned  func() // fills the view turned to
	row     *fyne.Container
	stack   *fyne.Container
	box     fyne.CanvasObject
}

func newViews(turned func()) *views {
	v := &views{turned: turned, row: container.New(&wrapped{}), stack: container.NewStack()}
	v.box = container.New(below{}, container.NewPadded(v.row), v.stack)
	return v
}

// add adds a view; the first one is shown.
func (v *views) add(title string, o fyne.CanvasObject) {
	n := len(v.objects)
	v.objects = append(v.objects, o)
	v.buttons = append(v.buttons, widget.NewButton(title, func() { v.turn(n) }))
	v.row.Add(v.buttons[n])
	v.stack.Add(o)
	v.mark()
}

// turn shows another view. The focus leaves a field of the one before, so that
// what was typed there is taken and no more is typed into it unseen; it stays on
// the button that was pressed.
func (v *views) turn(to int) {
	if to == v.at {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.box); c != nil {
		if b, ok := c.Focused().(*widget.Button); !ok || b != v.buttons[to] {
			c.Unfocus()
		}
	}
	v.at = to
	v.mark()
	v.turned()
}

// mark shows the view one is at, and whose button it is.
func (v *views) mark() {
	for i, b := range v.buttons {
		importance := widget.MediumImportance
		if i == v.at {
			importance = widget.HighImportance
		}
		if b.Importance != importance {
			b.Importance = importance
			b.Refresh()
		}
		setShown(v.objects[i], i == v.at)
	}
}

// enable lets the views but the first be turned to, or not.
func (v *views) enable(on bool) {
	for _, b := range v.buttons[1:] {
		enable(b, on)
	}
	if !on && v.at != 0 {
		v.at = 0
		v.mark()
	}
}

// below lays out two objects: the first as high as it is at the width there is,
// the second in what is left below it.
type below struct{}

func (below) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first, rest := objects[0], objects[1]
	first.Resize(fyne.NewSize(size.Width, first.Size().Height)) // what wraps knows its height once it has a width
	top := first.MinSize().Height
	first.Resize(fyne.NewSize(size.Width, top))
	rest.Move(fyne.NewPos(0, top))
	rest.Resize(fyne.NewSize(size.Width, max(size.Height-top, 0)))
}

func (below) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, rest := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(first.Width, rest.Width), first.Height+rest.Height)
}

// wrapped lays objects of one height out in rows that are no wider than there is
// room. It may always be made narrower again, which Fyne's own may not once it was
// laid out.
type wrapped struct{ width float32 } // as laid out last

func (l *wrapped) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(objects, size.Width, true)
}

func (l *wrapped) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := float32(0)
	for _, o := range objects {
		least = max(least, o.MinSize().Width)
	}
	return fyne.NewSize(least, l.arrange(objects, max(l.width, least), false))
}

// arrange returns the height at a width; it moves the objects only if it is told
// to.
func (l *wrapped) arrange(objects []fyne.CanvasObject, width float32, move bool) float32 {
	gap, at, height := theme.Padding(), fyne.Position{}, float32(0)
	for _, o := range objects {
		size := o.MinSize()
		if at.X > 0 && at.X+size.Width > width {
			at = fyne.NewPos(0, height+gap)
		}
		if move {
			o.Move(at)
			o.Resize(size)
		}
		at.X += size.Width + gap
		height = max(height, at.Y+size.Height)
	}
	return height
}
