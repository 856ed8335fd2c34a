package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"zhenjie/app/desktop/widgets"
)

// ask shows a dialog that Escape closes, wherever the focus is.
func (w *window) ask(d dialog.Dialog, fields ...*widgets.Entry) {
	w.asked = d
	for _, f := range fields {
		f.OnEscape = d.Hide
	}
	d.Show()
}

// typedKey gets the keys that nobody has the focus for.
func (w *window) typedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && w.asked != nil && w.win.Canvas().Overlays().Top() != nil {
		w.asked.Hide()
	}
}
