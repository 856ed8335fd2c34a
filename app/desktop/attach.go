package desktop

import (
	"context"
	"net/url"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"zhenjie/app/desktop/page"
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/app/workspace/job"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// attaching is the files still to be attached: one lot after the other, since a
// later one must not take an earlier one's place.
type attaching struct {
	lots []lot
	busy bool
}

// lot is files chosen, or dropped, together.
type lot struct {
	owner planning.Owner
	paths []string
}

// attachTo attaches files to an owner, and asks for them where none are given.
func (w *window) attachTo(owner planning.Owner, paths []string) {
	if len(paths) == 0 {
		w.dialogs.openPaths("attachment.choose", func(paths []string) { w.attachTo(owner, paths) })
		return
	}
	w.attaching.lots = append(w.attaching.lots, lot{owner, paths})
	w.attachNext()
}

// attachNext begins with the next lot, unless one is being read.
func (w *window) attachNext() {
	if w.ws == nil || w.attaching.busy || len(w.attaching.lots) == 0 {
		return
	}
	next := w.attaching.lots[0]
	w.attaching.lots, w.attaching.busy = w.attaching.lots[1:], true
	ws := w.ws
	end := w.busy.begin("attachment.reading", next.paths[0])
	w.jobs.attach.Run(func(ctx context.Context, p job.Progress) ([]planning.Attachment, error) {
		return ws.Gather(ctx, next.owner, next.paths, p)
	}, func(found []planning.Attachment, err error) {
		end()
		w.attaching.busy = false
		w.attached(ws, found, err)
		w.attachNext()
	})
}

// attached takes over what was read.
func (w *window) attached(ws *workspace.Workspace, found []planning.Attachment, err error) {
	var said []words.Text
	if err == nil {
		said, err = ws.Attach(found)
	}
	if w.stepped(err); err == nil {
		w.tellWarnings(said)
	}
}

// openAttached opens an attached file with the system's program.
func (w *window) openAttached(a planning.Attachment) {
	ws := w.ws
	if ws == nil {
		return
	}
	end := w.busy.begin("attachment.opening", a.Name)
	w.jobs.extract.Run(func(ctx context.Context, p job.Progress) (string, error) {
		return ws.Preview(ctx, a, p)
	}, func(path string, err error) {
		end()
		if err == nil && w.app.OpenURL(fileURL(path)) != nil {
			err = geo.BadInput(geo.At{}, "attachment.cannot_open", "file", a.Name)
		}
		if err != nil {
			w.complain(err)
		}
	})
}

// fileURL is the address of a file or folder.
func fileURL(path string) *url.URL {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // file:///C:/…
	}
	return &url.URL{Scheme: "file", Path: path}
}

// saveAttached writes an attached file where the user says.
func (w *window) saveAttached(a planning.Attachment) {
	w.dialogs.savePath("attachment.save_title", a.Name, func(path string) {
		w.ifReplaced(path, func() { w.extract(a, path) })
	})
}

func (w *window) extract(a planning.Attachment, path string) {
	ws := w.ws
	if ws == nil {
		return
	}
	end := w.busy.begin("attachment.saving", a.Name)
	w.jobs.extract.Run(func(ctx context.Context, p job.Progress) (string, error) {
		return path, ws.Extract(ctx, a, path, p)
	}, func(path string, err error) {
		end()
		if err != nil {
			w.complain(err)
			return
		}
		w.notices.begin()
		w.notices.tell(widgets.Info, w.say("attachment.saved", "file", path))
	})
}

// checkFiles reads the attached files, without a bar: the page says so.
func (w *window) checkFiles(then func([]workspace.Trouble, error)) {
	ws := w.ws
	if ws == nil {
		return
	}
	plan := ws.State().Plan
	w.jobs.check.Run(func(ctx context.Context, p job.Progress) ([]workspace.Trouble, error) {
		return ws.CheckFiles(ctx, plan, p)
	}, then)
}

// tellOf says something of what a page was asked for.
func (w *window) tellOf(t words.Text) { w.notices.tell(widgets.Info, t.In(w.lang())) }

// drop hands files over to the page, if it takes any and they were dropped onto
// it.
func (p *project) drop(at fyne.Position, uris []fyne.URI) bool {
	page, takes := p.pages[p.at].(page.Dropper)
	var paths []string
	for _, u := range uris {
		paths = append(paths, u.Path())
	}
	return takes && len(paths) > 0 && page.Drop(at, paths)
}
