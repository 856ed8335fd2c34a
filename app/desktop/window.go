package desktop

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"zhenjie/app/cli"
	"zhenjie/app/desktop/look"
	"zhenjie/app/desktop/mapview"
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning/edit"
)

// window is the program's one window: the start page, or an open project. All
// its methods are for the UI thread.
type window struct {
	app     fyne.App
	win     fyne.Window
	prefs   prefs
	post    func(func()) // brings work to the UI thread
	notice  *widgets.Notice
	notices *notices
	busy    *busy
	body    *fyne.Container // start page or project

	ws      *workspace.Workspace // nil on the start page
	project *project
	jobs    jobs
	dialogs dialogs
	asked   dialog.Dialog // shown last
	ahead   *mapview.View // shows a boundary whose project is being made

	attaching attaching

	transient bool  // settings are not remembered
	failed    error // why Run has to say that it failed
}

func newWindow(a fyne.App, post func(func())) *window {
	w := &window{app: a, post: post, prefs: prefs{store: a.Preferences()}}
	w.win = a.NewWindow("")
	w.jobs = newJobs(w)
	a.Settings().AddListener(func(fyne.Settings) { // the system may turn dark
		if w.project != nil {
			w.project.view.SetDark(w.prefs.look().IsDark())
		}
	})
	w.dialogs = systemDialogs{w}
	return w
}

func (w *window) lang() words.Lang { return w.prefs.language() }

func (w *window) say(id words.ID, args ...any) string { return words.Say(id, args...).In(w.lang()) }

// build makes everything the window shows, in the language and look of the
// settings; it is called again when they change.
func (w *window) build() {
	_ = look.Speak(w.lang()) // a dialog in another language is no reason to stop
	w.app.Settings().SetTheme(look.New(w.prefs.look()))
	w.notice = widgets.NewNotice()
	w.notices = &notices{bar: w.notice}
	w.busy = newBusy(w)
	w.body = container.NewStack()
	all := container.NewBorder(w.notice, w.busy.box, nil, nil, w.body)
	w.notices.shown = all.Refresh
	w.win.SetContent(all)
	w.win.Canvas().SetOnTypedKey(w.typedKey)
	w.win.SetOnDropped(w.dropped)
	w.win.SetCloseIntercept(w.quit)
	w.win.SetMaster()
	if w.ws != nil {
		w.showProject()
	} else {
		w.showStart()
	}
	if w.win.Canvas().Size().Width < 100 { // not shown yet
		w.win.Resize(w.prefs.size())
		w.win.CenterOnScreen()
	}
}

// open shows what was asked for on the command line.
func (w *window) open(o cli.Opening) {
	if o.Shot != "" {
		w.shootWhenReady(o)
	}
	switch {
	case o.Sample:
		w.openSample()
	case o.File != "":
		w.openFile(o.File)
	}
}

// do does a command and shows what became of it. Of a command that is blocked
// the page says why, beside the field; what is wrong with the file the window
// must say.
func (w *window) do(c edit.Command) error {
	if w.ws == nil {
		return nil
	}
	err := w.ws.Do(c)
	if err == nil || !workspace.Blocked(err) {
		w.stepped(err)
	}
	return err
}

// stepped shows the project after a step, or why the step could not be taken.
func (w *window) stepped(err error) {
	if err != nil {
		w.complain(err)
		return
	}
	if w.notices.kind == widgets.Problem {
		w.notices.begin() // what was wrong has been put right, or is past
	}
	w.refresh()
}

func (w *window) undo() { w.travel(focusedUndo, (*workspace.Workspace).Undo) }

func (w *window) redo() { w.travel(focusedRedo, (*workspace.Workspace).Redo) }

// travel first offers undo to the field being typed in, then to the project.
func (w *window) travel(typing func(fyne.Focusable) bool, step func(*workspace.Workspace) error) {
	if w.ws == nil || typing(w.win.Canvas().Focused()) {
		return
	}
	w.stepped(step(w.ws))
}

func focusedUndo(f fyne.Focusable) bool {
	e, ok := f.(interface{ UndoTyping() bool })
	return ok && e.UndoTyping()
}

func focusedRedo(f fyne.Focusable) bool {
	e, ok := f.(interface{ RedoTyping() bool })
	return ok && e.RedoTyping()
}

func (w *window) goTo(step int) {
	if w.ws != nil {
		w.stepped(w.ws.GoTo(step))
	}
}

// refresh shows the project as it stands.
func (w *window) refresh() {
	if w.project == nil {
		return
	}
	s := w.ws.State()
	w.project.show(s)
	w.setTitle(s)
}

// setTitle names the town and its file.
func (w *window) setTitle(s workspace.State) {
	name := s.Plan.Identity.Name
	file := filepath.Base(s.Path)
	if name == "" {
		name = strings.TrimSuffix(file, filepath.Ext(file))
	}
	w.win.SetTitle(w.say("window.title_project", "name", name, "file", file))
}

// complain shows an error in the notice bar.
func (w *window) complain(err error) {
	w.notices.tell(widgets.Problem, words.Explain(err).In(w.lang()))
}

func (w *window) warn(err error) {
	w.notices.tell(widgets.Warning, words.Explain(err).In(w.lang()))
}

// commitTyping takes over what is typed in the field that has the focus, before
// it goes away.
func (w *window) commitTyping() {
	if e, ok := w.win.Canvas().Focused().(interface{ Commit() }); ok {
		e.Commit()
	}
}

// leave takes over what is being typed and takes the focus away, so that a field
// that is no longer shown hears no more keys.
func (w *window) leave() {
	w.commitTyping()
	w.win.Canvas().Unfocus()
}

// close closes the open project, if there is one. Questions about it go too.
func (w *window) close() error {
	w.stopWork()
	for top := w.win.Canvas().Overlays().Top(); top != nil; top = w.win.Canvas().Overlays().Top() {
		w.win.Canvas().Overlays().Remove(top)
	}
	if w.ws == nil {
		return nil
	}
	w.leave()
	w.project.remember()
	w.project.layers.stop()
	err := w.ws.Close()
	w.ws, w.project = nil, nil
	return err
}

// shut closes the project and shows the start page.
func (w *window) shut() {
	w.ifSettled(func() {
		err := w.close()
		w.showStart()
		if err != nil {
			w.complain(err)
		}
	})
}

// quit closes the project and the window; a project that cannot be closed as it
// should be is told of first.
func (w *window) quit() {
	w.ifSettled(func() {
		if err := w.close(); err != nil {
			w.showStart()
			w.complain(err)
			return
		}
		if !w.transient {
			w.prefs.setSize(w.win.Canvas().Size())
		}
		w.win.Close()
	})
}

// ifSettled goes on at once when every field has been taken over, and asks first
// when one holds a text that was refused and would be lost.
func (w *window) ifSettled(then func()) {
	w.commitTyping()
	if w.project == nil || !w.project.desk.Refused() {
		then()
		return
	}
	d := dialog.NewConfirm(w.say("window.refused_title"), w.say("window.refused"), func(yes bool) {
		if yes {
			w.project.desk.Forget()
			then()
		}
	}, w.win)
	d.SetConfirmText(w.say("window.go_on"))
	d.SetDismissText(w.say("window.cancel"))
	w.ask(d)
}

// setLang speaks another language from now on.
func (w *window) setLang(l words.Lang) {
	w.ifSettled(func() {
		w.prefs.rememberLang(l)
		w.rebuild()
	})
}

// setMode makes the window light or dark.
func (w *window) setMode(m look.Mode) {
	w.ifSettled(func() {
		w.prefs.rememberMode(m)
		w.rebuild()
	})
}

func (w *window) rebuild() {
	w.leave()
	if w.project != nil {
		w.project.remember()
	}
	w.build()
}
