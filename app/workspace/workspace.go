package workspace

import (
	"errors"
	"path/filepath"
	"strings"
	"time"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/storage"
)

// Workspace is an open project. Its methods are for one goroutine at a time.
type Workspace struct {
	file  *storage.File
	books Books
	state State

	inside int64 // bytes up to which an attached file is kept in the project
}

// Create makes a project file of a plan; there must be none of that name.
func Create(path string, name words.Text, p planning.Plan, books Books) (*Workspace, error) {
	f, err := storage.Create(path, storage.Step{Name: name, At: time.Now()}, p)
	return opened(f, err, path, books)
}

// Replace is Create in the place of a file that may be there, unless that is a
// project in use.
func Replace(path string, name words.Text, p planning.Plan, books Books) (*Workspace, error) {
	f, err := storage.Replace(path, storage.Step{Name: name, At: time.Now()}, p)
	return opened(f, err, path, books)
}

// IsProject reports whether a file is to be opened as a project: by what is in
// it, or by its name, so that of a damaged one that is said. A GeoPackage of
// another program's is a boundary file.
func IsProject(path string) bool {
	return storage.IsProject(path) || strings.EqualFold(filepath.Ext(path), projectExt) && !storage.IsForeign(path)
}

// projectExt ends the names of project files.
const projectExt = ".gpkg"

// Open opens a project file.
func Open(path string, books Books) (*Workspace, error) {
	f, err := storage.Open(path)
	return opened(f, err, path, books)
}

func opened(f *storage.File, err error, path string, books Books) (*Workspace, error) {
	if err != nil {
		return nil, geo.InFile(err, path)
	}
	w := &Workspace{file: f, books: books, inside: insideLimit}
	w.show(Look(f.Plan(), books, View{}), f.Steps()[f.Current()].At)
	return w, nil
}

// show makes v what the workspace shows, with the history as the file has it.
func (w *Workspace) show(v View, saved time.Time) {
	w.state = State{
		View: v, Path: w.file.Path(), Books: w.books,
		Steps: w.file.Steps(), Current: w.file.Current(), Saved: saved,
	}
}

// State is what there is to show now.
func (w *Workspace) State() State { return w.state }

// Notices are what is to be told of the file after it was opened.
func (w *Workspace) Notices() []words.Text { return w.file.Notices() }

// Do does a command: when it returns, the step is on disk. A command that
// changes nothing makes no step. After an error nothing has changed.
func (w *Workspace) Do(c edit.Command) error {
	t, err := w.state.Try(c, w.books)
	if err != nil {
		return err
	}
	return w.Commit(t)
}

// Commit does a command that was tried on the plan as it stands.
func (w *Workspace) Commit(t Trial) error {
	if !t.from.Equal(w.state.Plan) {
		return blocked(words.Say("workspace.moved_on"))
	}
	if t.View.Plan.Equal(w.state.Plan) {
		return nil
	}
	now := time.Now()
	if err := w.file.Commit(storage.Step{Name: t.Name, At: now}, t.View.Plan); err != nil {
		return geo.InFile(err, w.file.Path())
	}
	w.show(t.View, now)
	return nil
}

// Undo takes the last step back.
func (w *Workspace) Undo() error { return w.GoTo(w.state.Current - 1) }

// Redo does again what was taken back.
func (w *Workspace) Redo() error { return w.GoTo(w.state.Current + 1) }

// GoTo brings the plan back to what it was after a step. A step that is not
// there is left alone.
func (w *Workspace) GoTo(step int) error {
	if step < 0 || step >= len(w.state.Steps) || step == w.state.Current {
		return nil
	}
	if err := w.file.MoveTo(step); err != nil {
		return geo.InFile(err, w.file.Path())
	}
	w.show(Look(w.file.Plan(), w.books, w.state.View), time.Now())
	return nil
}

// CopyTo writes the project with its history to another file, replacing one that
// is there unless it is in use; the workspace stays with its own.
func (w *Workspace) CopyTo(path string) error { return geo.InFile(w.file.CopyTo(path), path) }

// Close closes the file.
func (w *Workspace) Close() error { return geo.InFile(w.file.Close(), w.file.Path()) }

// Blocked reports whether an error says that a command cannot be done on the
// plan, rather than that the file could not be written.
func Blocked(err error) bool {
	var bad *geo.InputError
	return errors.As(err, &bad) && bad.File == ""
}

func blocked(why words.Text) error {
	return &geo.InputError{Kind: why.ID, Text: why}
}
