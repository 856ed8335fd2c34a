package desktop

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// toolButton is a button of an icon alone, which says its name elsewhere while
// the pointer is over it.
type toolButton struct {
	widget.Button
	over func(bool)
}

func newToolButton(icon fyne.Resource, do func(), over func(bool)) *toolButton {
	b := &toolButton{over: over}
	b.Icon, b.OnTapped = icon, do
	b.ExtendBaseWidget(b)
	return b
}

// newGap is an empty place of a size.
func newGap(size fyne.Size) fyne.CanvasObject {
	gap := canvas.NewRectangle(color.Transparent)
	gap.SetMinSize(size)
	return gap
}

// MouseIn is for Fyne.
func (b *toolButton) MouseIn(e *desktop.MouseEvent) {
	b.Button.MouseIn(e)
	b.over(true)
}

// MouseOut is for Fyne.
func (b *toolButton) MouseOut() {
	b.Button.MouseOut()
	b.over(false)
}
