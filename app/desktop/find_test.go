package desktop

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// button finds the button with a text below an object, nil if there is none.
func button(o fyne.CanvasObject, text string) *widget.Button {
	for _, inner := range test.LaidOutObjects(o) {
		if b, ok := inner.(*widget.Button); ok && b.Text == text && b.Visible() {
			return b
		}
	}
	return nil
}

// texts is everything that is written below an object, lines joined.
func texts(o fyne.CanvasObject) string {
	var b strings.Builder
	for _, inner := range test.LaidOutObjects(o) {
		if t, ok := inner.(*canvas.Text); ok {
			b.WriteString(t.Text)
		}
	}
	return b.String()
}
