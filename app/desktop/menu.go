package desktop

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"

	"zhenjie/app/desktop/look"
	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
)

// setMenu makes the main menu as it is now: what cannot be done is greyed. It
// is not made anew with every step: that would close a menu just opened.
func (w *window) setMenu() {
	menus := []*fyne.Menu{w.fileMenu(), w.editMenu(), w.viewMenu()}
	if w.project != nil {
		menus = append(menus, w.mapMenu(w.project.editor))
	}
	w.win.SetMainMenu(fyne.NewMainMenu(append(menus, w.helpMenu())...))
}

func (w *window) item(id words.ID, do func(), shortcut fyne.Shortcut) *fyne.MenuItem {
	i := fyne.NewMenuItem(w.say(id), do)
	i.Shortcut = shortcut
	return i
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

func (w *window) fileMenu() *fyne.Menu {
	closed := w.ws == nil
	recent := w.item("menu.recent", nil, nil)
	recent.ChildMenu = fyne.NewMenu("")
	for _, path := range w.prefs.recent() {
		recent.ChildMenu.Items = append(recent.ChildMenu.Items, fyne.NewMenuItem(filepath.Base(path), func() { w.openProject(path) }))
	}
	recent.Disabled = len(recent.ChildMenu.Items) == 0
	load := w.item("menu.import", w.askImport, ctrl(fyne.KeyI))
	loadAs := w.item("menu.import_as", w.askImportAs, ctrlShift(fyne.KeyI))
	saveAs := w.item("menu.save_as", w.askSaveAs, ctrlShift(fyne.KeyS))
	shut := w.item("menu.close", w.shut, ctrl(fyne.KeyW))
	saveAs.Disabled, shut.Disabled = closed, closed
	formOut, formIn := w.item("menu.form_out", w.askFormOut, ctrl(fyne.KeyE)), w.item("menu.form_in", w.askFormIn, ctrlShift(fyne.KeyE))
	formOut.Disabled, formIn.Disabled = closed, closed
	quit := w.item("menu.quit", w.quit, ctrl(fyne.KeyQ))
	quit.IsQuit = true
	return fyne.NewMenu(w.say("menu.file"),
		w.item("menu.new", w.askNew, ctrl(fyne.KeyN)), w.item("menu.open", w.askOpen, ctrl(fyne.KeyO)), recent,
		w.item("menu.sample", w.openSample, nil), fyne.NewMenuItemSeparator(),
		load, loadAs, formOut, formIn, saveAs, shut, fyne.NewMenuItemSeparator(),
		w.item("menu.books", w.showBookFolder, nil), fyne.NewMenuItemSeparator(), quit)
}

func (w *window) editMenu() *fyne.Menu {
	return fyne.NewMenu(w.say("menu.edit"),
		w.item("menu.undo", w.undo, &fyne.ShortcutUndo{}), w.item("menu.redo", w.redo, &fyne.ShortcutRedo{}))
}

func (w *window) viewMenu() *fyne.Menu {
	m := fyne.NewMenu(w.say("menu.view"))
	if p := w.project; p != nil {
		keys := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}
		for i, pg := range p.pages {
			var key fyne.Shortcut // pages beyond the ninth have none
			if i < len(keys) {
				key = ctrl(keys[i])
			}
			m.Items = append(m.Items, w.item(pg.Title(), func() { p.turn(i) }, key))
		}
		m.Items = append(m.Items, fyne.NewMenuItemSeparator(),
			w.item("menu.fit", p.view.Fit, ctrl(fyne.Key0)),
			w.item("menu.zoom_in", p.view.ZoomIn, ctrl(fyne.KeyEqual)),
			w.item("menu.zoom_out", p.view.ZoomOut, ctrl(fyne.KeyMinus)),
			w.item("menu.grid", p.toggleGrid, ctrl(fyne.KeyG)),
			w.item("layers.title", p.layers.panel.toggle, ctrl(fyne.KeyL)), fyne.NewMenuItemSeparator())
	}
	lang := w.item("menu.lang", nil, nil)
	lang.ChildMenu = fyne.NewMenu("", w.langItem(words.Zh, "中文"), w.langItem(words.En, "English"))
	mode := w.item("menu.mode", nil, nil)
	mode.ChildMenu = fyne.NewMenu("")
	for _, o := range []struct {
		mode look.Mode
		word words.ID
	}{{look.System, "menu.mode.system"}, {look.Light, "menu.mode.light"}, {look.Dark, "menu.mode.dark"}} {
		i := w.item(o.word, func() { w.setMode(o.mode) }, nil)
		i.Checked = w.prefs.look() == o.mode
		mode.ChildMenu.Items = append(mode.ChildMenu.Items, i)
	}
	m.Items = append(m.Items, lang, mode)
	return m
}

// mapMenu is what is done on the map of an open project.
func (w *window) mapMenu(e *editor) *fyne.Menu {
	return fyne.NewMenu(w.say("menu.map"),
		w.item("site.ask", func() { e.askSite("") }, ctrl(fyne.KeyB)),
		w.item("site.menu.tool", func() { e.take(e.siteTool()) }, nil))
}

func (w *window) langItem(l words.Lang, name string) *fyne.MenuItem {
	i := fyne.NewMenuItem(name, func() { w.setLang(l) })
	i.Checked = w.lang() == l
	return i
}

func (w *window) helpMenu() *fyne.Menu {
	return fyne.NewMenu(w.say("menu.help"),
		w.item("menu.keys", w.showKeys, ctrl(fyne.KeySlash)),
		w.item("menu.about", w.showAbout, nil))
}

// showKeys lists the keys.
func (w *window) showKeys() { w.tell("menu.keys", "window.keys") }

// showAbout says what the program is, and whose typeface it brings.
func (w *window) showAbout() { w.tell("menu.about", "window.about_text") }

func (w *window) tell(title, text words.ID) {
	prose := widgets.NewProse(w.say(text))
	d := dialog.NewCustom(w.say(title), w.say("window.close"), prose, w.win)
	d.Resize(fyne.NewSize(620, d.MinSize().Height))
	w.ask(d)
}
