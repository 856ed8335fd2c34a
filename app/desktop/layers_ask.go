package desktop

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace/tiles"
	"zhenjie/assets/words"
	"zhenjie/geo/basemap"
	"zhenjie/geo/crs"
)

// The endings of the files a base map may come in.
var (
	mbtilesPatterns = []string{"*.mbtiles"}
	picturePatterns = []string{"*.png", "*.jpg", "*.jpeg"}
)

func (l *layers) askFile(title words.ID, patterns []string) {
	l.panel.hide()
	l.p.w.dialogs.openPath(title, patterns, l.p.w.addBaseMap)
}

// askPictureSystem asks which coordinate system a world file counts in; those
// it may be in stand first, the likeliest chosen.
func (l *layers) askPictureSystem(p basemap.PictureFile, likely []crs.System) {
	w := l.p.w
	options := w.systems()
	first := func(o widgets.Option) int {
		i := slices.IndexFunc(likely, func(s crs.System) bool { return s.String() == o.ID })
		if i < 0 {
			return len(likely)
		}
		return i
	}
	slices.SortStableFunc(options, func(a, b widgets.Option) int { return first(a) - first(b) })
	choice := widgets.NewChoice()
	choice.SetOptions(options)
	choice.Set(options[0].ID)
	form := widgets.NewForm()
	form.Row(w.say("window.system"), w.say("layers.system_hint"), choice)
	l.form(w.say("layers.system_title", "file", filepath.Base(p.Path)), form, func() error {
		l.add(keptMap{Path: p.Path, System: choice.Chosen()})
		return nil
	}, nil)
}

// askServer asks for a server of tiles and the user's key.
func (l *layers) askServer() {
	l.panel.hide()
	w := l.p.w
	preset, address, key := widgets.NewChoice(), widgets.NewEntry(), widgets.NewEntry()
	preset.SetOptions(presetOptions(w.lang()))
	preset.Set(tiles.Presets[0].ID)
	key.Set(w.prefs.store.String(keyTianditu))
	shift := widget.NewCheck(w.say("layers.shift"), nil)
	fault := widgets.NewHint("")
	form := widgets.NewForm()
	form.Row(w.say("layers.server"), w.say("layers.server_hint"), preset)
	where := form.Row(w.say("layers.address"), w.say("layers.address_hint", "marks", "{z}/{x}/{y}"), address)
	form.Row(w.say("layers.key"), w.say("layers.key_hint"), key)
	moved := form.Row("", "", shift)
	form.Wide(fault)
	other := func(id string) {
		where.SetVisible(id == otherServer)
		moved.SetVisible(id == otherServer)
	}
	preset.OnCommit = other
	other(preset.Chosen())
	l.form(w.say("layers.server_title"), form, func() error {
		k := keptMap{Preset: preset.Chosen()}
		if k.Preset == otherServer {
			k = keptMap{URL: address.Text, Key: key.Text, Shift: shift.Checked}
		} else if !w.transient {
			w.prefs.store.SetString(keyTianditu, key.Text)
		}
		t := k.template(w.lang(), w.prefs.store)
		t.Key = key.Text
		if _, err := tiles.New(t, tiles.Folder()); err != nil {
			return err
		}
		l.add(k)
		return nil
	}, func(err error) {
		fault.Set(words.Explain(err).In(w.lang()))
		form.Arrange()
	})
}

// form shows a dialog of a form; done may refuse, and the dialog stays open
// then.
func (l *layers) form(title string, form fyne.CanvasObject, done func() error, refused func(error)) {
	w := l.p.w
	d := dialog.NewCustomWithoutButtons(title, form, w.win)
	ok := widget.NewButton(w.say("layers.add"), func() {
		if err := done(); err != nil {
			refused(err)
			return
		}
		d.Hide()
	})
	ok.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{widget.NewButton(w.say("window.cancel"), d.Hide), ok})
	d.Resize(fyne.NewSize(560, d.MinSize().Height))
	w.ask(d)
}
