package desktop

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/app/workspace/job"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/storage"
)

// projectExt ends the names of project files.
const projectExt = ".gpkg"

// openFile opens a project, or a boundary file: into the open project, or into
// a new one beside it.
func (w *window) openFile(path string) {
	if workspace.IsProject(path) {
		w.openProject(path)
		return
	}
	if isBaseMap(path) {
		w.addBaseMap(path)
		return
	}
	if isForm(path) {
		w.readForm(path)
		return
	}
	w.importFile(path, "")
}

// dropped takes the files that were dropped onto the window.
func (w *window) dropped(at fyne.Position, uris []fyne.URI) {
	switch {
	case w.project != nil && w.project.drop(at, uris):
	case len(uris) == 0:
	case len(uris) > 1:
		w.warn(geo.BadInput(geo.At{}, "window.one_file"))
	default:
		w.openFile(uris[0].Path())
	}
}

// loadBooks reads the user's rulebooks as they are now, and says which could
// not be read.
func (w *window) loadBooks() workspace.Books {
	books, faults := workspace.LoadBooks(workspace.BookFolder())
	for _, err := range faults {
		w.warn(err)
	}
	return books
}

// showBookFolder opens the folder that rulebooks are dropped into.
func (w *window) showBookFolder() {
	folder := workspace.BookFolder()
	if folder == "" {
		w.complain(geo.BadInput(geo.At{}, "window.no_book_folder"))
		return
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		w.complain(geo.InFile(geo.WriteFault(err), folder))
		return
	}
	if err := w.app.OpenURL(fileURL(folder)); err != nil {
		w.notices.tell(widgets.Info, w.say("window.book_folder", "folder", folder))
	}
}

// openProject opens a project file in place of the one that is open.
func (w *window) openProject(path string) {
	w.load("window.opening", path, &[]words.Text{}, func(books workspace.Books) (*workspace.Workspace, error) {
		return workspace.Open(path, books)
	})
}

// openSample opens the sample town, made anew if it is not there.
func (w *window) openSample() {
	base, err := os.UserConfigDir()
	if err != nil {
		base = os.TempDir()
	}
	folder := filepath.Join(base, "zhenjie", "sample")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		w.complain(geo.InFile(geo.WriteFault(err), folder))
		return
	}
	path := filepath.Join(folder, w.say("window.sample_file"))
	w.load("window.opening", path, &[]words.Text{}, func(books workspace.Books) (*workspace.Workspace, error) {
		if _, err := os.Stat(path); err == nil {
			return workspace.Open(path, books)
		}
		p, err := workspace.SamplePlan()
		if err != nil {
			return nil, err
		}
		return workspace.Create(path, words.Say("workspace.sample"), p, books)
	})
}

// load shows the project that work opens at a path, in the place of the one
// before. work runs beside the UI thread; told are sentences to be said when the
// project is there, to which work may add.
func (w *window) load(what words.ID, path string, told *[]words.Text, work func(workspace.Books) (*workspace.Workspace, error)) {
	w.ifSettled(func() { w.loadNow(what, path, told, work) })
}

func (w *window) loadNow(what words.ID, path string, told *[]words.Text, work func(workspace.Books) (*workspace.Workspace, error)) {
	if w.ws != nil && sameFile(w.ws.State().Path, path) {
		return
	}
	w.notices.begin()
	end := w.busy.begin(what, path)
	books := w.loadBooks()
	w.jobs.open.Run(func(context.Context, job.Progress) (*workspace.Workspace, error) {
		return work(books)
	}, func(ws *workspace.Workspace, err error) {
		end()
		if err != nil {
			w.notOpened(path, err)
			return
		}
		w.adopt(ws, *told)
	})
}

// adopt makes ws the open project and says what there is to be told of it.
func (w *window) adopt(ws *workspace.Workspace, told []words.Text) {
	if err := w.close(); err != nil {
		w.complain(err)
	}
	w.ws = ws
	if !w.transient {
		w.prefs.opened(ws.State().Path)
	}
	w.showProject()
	for _, t := range append(ws.Notices(), told...) {
		w.notices.tell(widgets.Info, t.In(w.lang()))
	}
	if id := ws.State().BookMissing; id != "" {
		w.notices.tell(widgets.Warning, w.say("rulebook.missing", "id", id))
	}
}

// notOpened says why, and offers what can be done about it.
func (w *window) notOpened(path string, err error) {
	text := words.Explain(err).In(w.lang())
	if w.ahead != nil {
		w.showStart()
	}
	switch {
	case storage.Damaged(err):
		w.notices.tell(widgets.Problem, text, widgets.Action{Text: w.say("window.salvage"), Do: func() { w.salvage(path) }})
	case kindOf(err) == "file.missing":
		w.notices.tell(widgets.Problem, text, widgets.Action{Text: w.say("window.forget"), Do: func() {
			w.prefs.forget(path)
			if w.ws == nil {
				w.showStart()
			}
		}})
	default:
		w.notices.tell(widgets.Problem, text)
	}
}

// kindOf is what an error of a file is about.
func kindOf(err error) words.ID {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return bad.Kind
	}
	return ""
}

// salvage makes a new project of what can be read of a damaged one, and says
// what could not.
func (w *window) salvage(path string) {
	base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) + w.say("window.salvaged_suffix")
	copyOf := free(filepath.Join(w.writable(filepath.Dir(path)), base))
	var told []words.Text
	w.load("window.salvaging", copyOf, &told, func(books workspace.Books) (ws *workspace.Workspace, err error) {
		ws, told, err = workspace.Salvage(context.Background(), path, copyOf, books)
		return ws, err
	})
}

// create makes a project of a plan at a path.
func (w *window) create(path string, p planning.Plan, told ...words.Text) {
	w.load("window.opening", path, &told, func(books workspace.Books) (*workspace.Workspace, error) {
		return workspace.Create(path, words.Say("workspace.created"), p, books)
	})
}

// saveAs writes the project to another file and goes on with that one. A file
// that is there already is replaced only when the user says so.
func (w *window) saveAs(path string) {
	if w.ws == nil {
		return
	}
	if sameFile(w.ws.State().Path, path) { // its own file is refused with a sentence
		w.copyTo(path)
		return
	}
	w.ifReplaced(path, func() { w.copyTo(path) })
}

// ifReplaced goes on at once when there is no file at a path, and asks first
// when there is.
func (w *window) ifReplaced(path string, then func()) {
	if _, err := os.Lstat(path); err != nil {
		then()
		return
	}
	d := dialog.NewConfirm(w.say("window.replace_title"), w.say("window.replace", "file", filepath.Base(path)), func(yes bool) {
		if yes {
			then()
		}
	}, w.win)
	d.SetConfirmText(w.say("window.replace_it"))
	d.SetDismissText(w.say("window.cancel"))
	w.ask(d)
}

func (w *window) copyTo(path string) {
	w.commitTyping()
	if err := w.ws.CopyTo(path); err != nil {
		w.complain(err)
		return
	}
	w.openProject(path)
}

// importFile reads a boundary file and asks, where that is not clear, which of
// its polygons is what. from is its coordinate system, "" for what it says.
func (w *window) importFile(path, from string) {
	w.notices.begin()
	end := w.busy.begin("window.reading", path)
	w.jobs.read.Run(readBoundary(path, from), func(r read, err error) {
		end()
		switch {
		case err != nil && strings.HasPrefix(string(kindOf(err)), "boundary."):
			w.notices.tell(widgets.Problem, words.Explain(err).In(w.lang()), w.nameSystem(path))
			if from == "" && unknownSystem(err) {
				w.askSystem(path)
			}
		case err != nil:
			w.complain(err)
		case len(r.all) == 0:
			w.complain(geo.InFile(geo.BadInput(geo.At{}, "cli.no_polygon"), path))
		case r.sure:
			w.take(r)
		default:
			w.choose(r)
		}
	})
}

// nameSystem offers to say which coordinate system a file is in.
func (w *window) nameSystem(path string) widgets.Action {
	return widgets.Action{Text: w.say("window.name_system"), Do: func() { w.askSystem(path) }}
}

// take puts the boundaries of a file into the open project, or into a new one
// that stands beside the file.
func (w *window) take(r read) {
	extent, core := workspace.Roles(r.all)
	c := edit.SetBoundary{Extent: extent, Core: core, Source: filepath.Base(r.path)}
	if !w.transient {
		w.prefs.store.SetString(keyFolder, filepath.Dir(r.path))
	}
	if w.ws == nil {
		base := strings.TrimSuffix(filepath.Base(r.path), filepath.Ext(r.path))
		p := c.Apply(planning.Plan{Identity: planning.Identity{Name: base}})
		w.showAhead(p)
		w.create(free(filepath.Join(w.writable(filepath.Dir(r.path)), base)), p, r.warnings...)
		return
	}
	ws := w.ws
	view, books := ws.State().View, ws.State().Books
	end := w.busy.begin("window.reading", r.path)
	w.jobs.try.Run(func(context.Context, job.Progress) (workspace.Trial, error) {
		return view.Try(c, books)
	}, func(t workspace.Trial, err error) {
		end()
		if err == nil {
			err = ws.Commit(t)
		}
		if w.stepped(err); err != nil {
			return
		}
		w.project.view.Fit()
		w.tellWarnings(r.warnings)
	})
}

func (w *window) tellWarnings(warnings []words.Text) {
	for _, t := range warnings {
		w.notices.tell(widgets.Info, t.In(w.lang()))
	}
}

// writable returns a folder that files can be put into: the one asked for, or
// the user's own.
func (w *window) writable(folder string) string {
	f, err := os.CreateTemp(folder, ".zhenjie-*")
	if err != nil {
		home, err := os.UserHomeDir()
		if err != nil {
			return folder
		}
		return home
	}
	f.Close()
	os.Remove(f.Name())
	return folder
}

// free is a path for a new project that no file has yet: base.gpkg,
// base 2.gpkg …
func free(base string) string {
	path := base + projectExt
	for i := 2; ; i++ {
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) || i > 1000 {
			return path
		}
		path = fmt.Sprintf("%s %d%s", base, i, projectExt)
	}
}

func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}
