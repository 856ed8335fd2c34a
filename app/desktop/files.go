package desktop

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

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
	if storage.IsProject(path) || strings.EqualFold(filepath.Ext(path), projectExt) {
		w.openProject(path)
		return
	}
	w.importFile(path)
}

// dropped takes the files that were dropped onto the window.
func (w *window) dropped(_ fyne.Position, uris []fyne.URI) {
	switch {
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
	if err := os.MkdirAll(folder, 0o777); err != nil {
		w.complain(geo.InFile(geo.FileFault(err), folder))
		return
	}
	if err := w.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(folder)}); err != nil {
		w.notice.Display(widgets.Info, w.say("window.book_folder", "folder", folder))
	}
}

// openProject opens a project file in place of the one that is open.
func (w *window) openProject(path string) {
	w.load("window.opening", path, func(books workspace.Books) (*workspace.Workspace, error) {
		return workspace.Open(path, books)
	})
}

// openSample opens the sample town, made anew if it is not there.
func (w *window) openSample() {
	name := w.say("window.sample_file")
	w.load("window.opening", name, func(books workspace.Books) (*workspace.Workspace, error) {
		base, err := os.UserConfigDir()
		if err != nil {
			base = os.TempDir()
		}
		folder := filepath.Join(base, "zhenjie", "sample")
		if err := os.MkdirAll(folder, 0o777); err != nil {
			return nil, geo.InFile(geo.FileFault(err), folder)
		}
		path := filepath.Join(folder, name)
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

// load shows the project that work opens, and closes the one before.
func (w *window) load(what words.ID, path string, work func(workspace.Books) (*workspace.Workspace, error)) {
	if w.ws != nil && sameFile(w.ws.State().Path, path) {
		return
	}
	w.notice.Hide()
	w.busy.begin(what, path)
	books := w.loadBooks()
	w.jobs.open.Run(func(context.Context, job.Progress) (*workspace.Workspace, error) {
		return work(books)
	}, func(ws *workspace.Workspace, err error) {
		w.busy.end()
		if err != nil {
			w.notOpened(path, err)
			return
		}
		w.adopt(ws)
	})
}

// adopt makes ws the open project.
func (w *window) adopt(ws *workspace.Workspace) {
	w.close()
	w.ws = ws
	if !w.transient {
		w.prefs.opened(ws.State().Path)
	}
	w.showProject()
	for _, n := range ws.Notices() {
		w.notice.Display(widgets.Info, n.In(w.lang()))
	}
	if id := ws.State().BookMissing; id != "" {
		w.notice.Display(widgets.Warning, w.say("rulebook.missing", "id", id))
	}
}

// notOpened says why, and offers what can be done about it.
func (w *window) notOpened(path string, err error) {
	text := words.Explain(err).In(w.lang())
	if !storage.Damaged(err) {
		w.notice.Display(widgets.Problem, text)
		return
	}
	w.notice.Display(widgets.Problem, text, widgets.Action{Text: w.say("window.salvage"), Do: func() { w.salvage(path) }})
}

// salvage makes a new project of what can be read of a damaged one.
func (w *window) salvage(path string) {
	copyOf := free(strings.TrimSuffix(path, filepath.Ext(path)) + w.say("window.salvaged_suffix"))
	w.load("window.salvaging", copyOf, func(books workspace.Books) (*workspace.Workspace, error) {
		p, _, err := storage.Salvage(path)
		if err != nil {
			return nil, geo.InFile(err, path)
		}
		return workspace.Create(copyOf, words.Say("workspace.salvaged"), p, books)
	})
}

// newProject makes an empty project at a path.
func (w *window) newProject(path string) {
	w.create(path, planning.Plan{})
}

func (w *window) create(path string, p planning.Plan) {
	w.load("window.opening", path, func(books workspace.Books) (*workspace.Workspace, error) {
		return workspace.Create(path, words.Say("workspace.created"), p, books)
	})
}

// saveAs writes the project to another file and goes on with that one.
func (w *window) saveAs(path string) {
	w.commitTyping()
	if err := w.ws.CopyTo(path); err != nil {
		w.complain(err)
		return
	}
	w.openProject(path)
}

// importFile reads a boundary file and asks, where that is not clear, which of
// its polygons is what.
func (w *window) importFile(path string) {
	w.busy.begin("window.reading", path)
	w.jobs.read.Run(readBoundary(path), func(r read, err error) {
		w.busy.end()
		switch {
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
		w.create(free(filepath.Join(w.writable(filepath.Dir(r.path)), base)), p)
		return
	}
	view, books := w.ws.State().View, w.ws.State().Books
	w.busy.begin("window.reading", r.path)
	w.jobs.try.Run(func(context.Context, job.Progress) (workspace.Trial, error) {
		return view.Try(c, books)
	}, func(t workspace.Trial, err error) {
		w.busy.end()
		if err == nil {
			err = w.ws.Commit(t)
		}
		if w.stepped(err); err != nil {
			return
		}
		w.project.view.Fit()
		w.tellWarnings(r.warnings)
	})
}

func (w *window) tellWarnings(warnings []words.Text) {
	var all []string
	for _, t := range warnings {
		all = append(all, t.In(w.lang()))
	}
	if len(all) > 0 {
		w.notice.Display(widgets.Info, strings.Join(all, "\n"))
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
