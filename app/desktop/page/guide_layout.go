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

// guideLayout lays out the list of points, the card of one, its files, the
// summary and the chart. List and summary stand left of the card. The chart
// stands below them and the files below the card where there is room for two
// such columns, or else both below everything. On a narrow page all stand below
// one another.
type guideLayout struct {
	width, height float32 // as laid out last
}

// Lengths, in Han characters.
const (
	guideRadarHeight = 17
	guideCardLeast   = 17 // the least width of a card beside the list
	guideFilesLeast  = 20 // likewise of the files below the card
	guideRadarLeast  = 19 // and of a chart beside them
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
	list, card, files, summary, radar := objects[0], objects[1], objects[2], objects[3], objects[4]
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
	if width < list.MinSize().Width+gap+guideCardLeast*em {
		y := float32(0)
		for _, o := range objects {
			y = put(o, 0, y, width)
		}
		return l.laid(width, y-gap, move)
	}
	left := max(list.MinSize().Width, guideRadarLeast*em, 0.36*width)
	if width >= left+gap+guideFilesLeast*em {
		y := put(radar, 0, put(summary, 0, put(list, 0, 0, left), left), left)
		x, right := left+gap, width-left-gap
		return l.laid(width, max(y, put(files, x, put(card, x, 0, right), right))-gap, move)
	}
	left = list.MinSize().Width
	y := put(summary, 0, put(list, 0, 0, left), left)
	y = max(y, put(card, left+gap, 0, width-left-gap))
	y = put(radar, 0, put(files, 0, y, width), width)
	return l.laid(width, y-gap, move)
}

// laid returns the height, and remembers it where the objects were moved.
func (l *guideLayout) laid(width, height float32, moved bool) float32 {
	if moved {
		l.width, l.height = width, height
	}
	return height
}
