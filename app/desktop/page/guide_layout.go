package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// focusOn gives the focus to something that is shown.
func focusOn(o interface {
	fyne.CanvasObject
	fyne.Focusable
}) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(o)
	}
}

// guideLayout lays out the list of points, the card of one, and the summary. The
// list stands left of the card, and the summary below the list, where there is
// room for both, or below everything; on a narrow page all stand below one
// another.
type guideLayout struct {
	width, height float32 // as laid out last
}

// Lengths, in Han characters.
const (
	guideRadarHeight  = 17
	guideCardLeast    = 17 // the least width of a card beside the list
	guideSummaryLeast = 17 // likewise of a summary below the list
)

func (l *guideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.arrange(objects, size.Width, true)
}

// MinSize follows what has grown or shrunk, as tableBetween does.
func (l *guideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := float32(0)
	for _, o := range objects {
		least = max(least, o.MinSize().Width)
	}
	height := l.arrange(objects, max(l.width, least), false)
	if l.width > 0 && height != l.height {
		l.arrange(objects, l.width, true)
	}
	return fyne.NewSize(least, height)
}

// arrange returns the height at a width; it moves the objects only if it is told
// to.
func (l *guideLayout) arrange(objects []fyne.CanvasObject, width float32, move bool) float32 {
	list, card, summary := objects[0], objects[1], objects[2]
	em, gap := theme.TextSize(), 4*theme.Padding()
	put := func(o fyne.CanvasObject, x, y, w float32) float32 {
		if o.Size().Width != w {
			o.Resize(fyne.NewSize(w, o.MinSize().Height)) // what wraps knows its height once it has a width
		}
		h := o.MinSize().Height
		if move {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(w, h))
		}
		return y + h + gap
	}
	height := float32(0)
	left := max(list.MinSize().Width, guideSummaryLeast*em, 0.36*width)
	switch {
	case width >= left+gap+guideCardLeast*em:
		below := put(summary, 0, put(list, 0, 0, left), left)
		height = max(below, put(card, left+gap, 0, width-left-gap))
	case width >= list.MinSize().Width+gap+guideCardLeast*em:
		left = list.MinSize().Width
		below := max(put(list, 0, 0, left), put(card, left+gap, 0, width-left-gap))
		height = put(summary, 0, below, width)
	default:
		height = put(summary, 0, put(card, 0, put(list, 0, 0, width), width), width)
	}
	if move {
		l.width, l.height = width, height-gap
	}
	return height - gap
}
