package desktop

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/geo/crs"
)

// projected reports whether the file's coordinates look like metres though it
// names no system.
func (r read) projected() bool {
	for _, t := range r.warnings {
		if mentions(t, "boundary.from_projected") {
			return true
		}
	}
	return false
}

// mentions reports whether a text is, or quotes, the sentence of an id.
func mentions(t words.Text, id words.ID) bool {
	if t.ID == id {
		return true
	}
	for _, a := range t.Args {
		if inner, ok := a.Value.(words.Text); ok && mentions(inner, id) {
			return true
		}
	}
	return false
}

// degrees is the answer of a user who knows better: take the numbers as degrees.
const degrees = "EPSG:4490"

// askSystem asks which coordinate system a boundary file is in, and reads it as
// that.
func (w *window) askSystem(path string) {
	choice := widgets.NewChoice()
	choice.SetOptions(w.systems())
	choice.Set(degrees)
	form := widgets.NewForm()
	form.Row(w.say("window.system"), w.say("window.system_hint"), choice)
	d := dialog.NewCustomWithoutButtons(w.say("window.system_title", "file", filepath.Base(path)), form, w.win)
	read := widget.NewButton(w.say("window.take"), func() {
		d.Hide()
		w.importFile(path, choice.Chosen())
	})
	read.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{widget.NewButton(w.say("window.cancel"), d.Hide), read})
	d.Resize(fyne.NewSize(560, d.MinSize().Height))
	w.ask(d)
}

// systems are the coordinate systems a boundary can be brought from.
func (w *window) systems() []widgets.Option {
	var options []widgets.Option
	for _, s := range crs.All() {
		if s.Usable() != nil {
			continue
		}
		id := s.String()
		if s.EPSG == 0 { // GCJ-02 → gcj02
			id = strings.ToLower(strings.ReplaceAll(id, "-", ""))
		}
		text := s.Name().In(w.lang())
		if s.EPSG != 0 {
			text += "　" + id
		}
		options = append(options, widgets.Option{ID: id, Text: text})
	}
	return options
}
