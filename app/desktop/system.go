package desktop

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/widgets"
	"zhenjie/geo/crs"
)

// unknownSystem reports whether a file's coordinates are not degrees and nobody says
// what they are.
func unknownSystem(err error) bool {
	kind := kindOf(err)
	return kind == "boundary.ambiguous" || kind == "boundary.no_system"
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
