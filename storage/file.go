package storage

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/format/gpkg/container"
	"zhenjie/planning"
)

// File is an open project. It belongs to one owner and must not be used from
// two goroutines at once. While it is open no other program gets at the file.
type File struct {
	content
	path    string
	db      *sql.DB
	notices []words.Text
}

// Create makes a project file of a plan and opens it. It never replaces a
// file: it fails with storage.exists when there is one.
func Create(path string, first Step, p planning.Plan) (*File, error) {
	return create(path, keep, first, p)
}

// Replace is Create in the place of a file that may be there: one that is in use
// stays (storage.in_use), as does one that cannot be replaced.
func Replace(path string, first Step, p planning.Plan) (*File, error) {
	return create(path, replace, first, p)
}

func create(path string, old policy, first Step, p planning.Plan) (*File, error) {
	if err := makeProject(path, old, first, p); err != nil {
		return nil, explain(err, path)
	}
	return Open(path)
}

func makeProject(path string, old policy, first Step, p planning.Plan) error {
	return writeBeside(path, old, func(temp string) error {
		db, err := connect(temp, making)
		if err != nil {
			return err
		}
		defer db.Close()
		if err := container.Number(db); err != nil {
			return err
		}
		return transact(db, func(w *writer) {
			w.makeSchema(latest.version())
			w.addStep(0, first, p, planning.Parts)
			w.show(p, planning.Parts)
		})
	})
}

// Open opens a project for work. The error is a sentence (geo.InputError):
// when Damaged says so, Salvage may still read something; nothing has been
// written to such a file.
func Open(path string) (*File, error) {
	f, err := open(path, latest)
	return f, explain(err, path)
}

func open(path string, vs versions) (*File, error) {
	notices, err := prepare(path, vs)
	if err != nil {
		return nil, err
	}
	db, err := connect(path, writing)
	if err != nil {
		return nil, err
	}
	f := &File{path: path, db: db, notices: notices}
	if err := f.load(); err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// prepare checks a file without writing to it and brings an older one up to
// date.
func prepare(path string, vs versions) ([]words.Text, error) {
	version, err := inspect(path, vs)
	if err != nil || version == vs.version() {
		return nil, err
	}
	backup, err := migrate(path, version, vs)
	if err != nil {
		return nil, err
	}
	return []words.Text{words.Say("storage.migrated", "backup", filepath.Base(backup))}, nil
}

// inspect runs all checks on a file at rest and returns its schema version.
func inspect(path string, vs versions) (int, error) {
	db, err := look(path, reading)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	version, err := check(db, vs)
	if err == nil && version == vs.version() {
		_, err = readContent(db) // before the file is opened for writing
	}
	return version, err
}

// load takes the lock for good and reads what the project says.
func (f *File) load() error {
	if _, err := f.db.Exec(`BEGIN EXCLUSIVE`); err != nil {
		return err
	}
	if _, err := f.db.Exec(`COMMIT`); err != nil {
		return err
	}
	// Looking at what a crash left made a shared-memory file; with the lock held
	// nobody can be using it.
	if err := os.Remove(f.path + "-shm"); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	var err error
	if f.content, err = readContent(f.db); err != nil {
		return err
	}
	if err := f.takeOutsideEdits(); err != nil {
		return err
	}
	return f.sweep()
}

// Path is the path the file was opened by.
func (f *File) Path() string { return f.path }

// Plan is the plan at the current step.
func (f *File) Plan() planning.Plan { return f.plan }

// Steps lists all steps, oldest first; those after Current have been undone.
func (f *File) Steps() []Step { return slices.Clone(f.steps) }

// Current is the index in Steps of the step the plan stands at.
func (f *File) Current() int { return f.current }

// Notices are what the user should be told after Open: that the file was
// brought up to date, or that another program has changed it.
func (f *File) Notices() []words.Text { return slices.Clone(f.notices) }

// Commit makes next the plan, as a new step after the current one; undone
// steps are dropped. When it returns without an error the step is on the disk;
// with one, file and File stand where they stood.
func (f *File) Commit(s Step, next planning.Plan) error {
	id := f.current + 1
	err := transact(f.db, func(w *writer) {
		changed := f.plan.Changed(next)
		if id < len(f.steps) {
			w.dropAfter(f.current)
		}
		s = w.addStep(id, s, next, changed)
		w.show(next, changed)
		w.setCurrent(id)
	})
	if err != nil {
		return explain(err, f.path)
	}
	f.steps = append(f.steps[:id], s)
	f.plan, f.current = next, id
	return nil
}

// MoveTo makes another step the current one: undo, redo or a jump.
func (f *File) MoveTo(step int) error {
	p, err := f.PlanAt(step)
	if err != nil {
		return err
	}
	err = transact(f.db, func(w *writer) {
		w.setCurrent(step)
		w.show(p, f.plan.Changed(p))
	})
	if err != nil {
		return explain(err, f.path)
	}
	f.plan, f.current = p, step
	return nil
}

// PlanAt reads the plan as it was after a step, undone ones included.
func (f *File) PlanAt(step int) (planning.Plan, error) {
	if step == f.current {
		return f.plan, nil
	}
	if step < 0 || step >= len(f.steps) {
		return planning.Plan{}, explain(geo.BadInput(geo.At{}, "storage.no_step", "step", step), f.path)
	}
	p, err := planAt(f.db, step)
	return p, explain(err, f.path)
}

// CopyTo writes the project, its history included, to another path, replacing
// a file that is there unless it is a project in use (storage.in_use).
func (f *File) CopyTo(path string) error {
	if samePlace(f.path, path) {
		return explain(geo.BadInput(geo.At{}, "storage.onto_itself"), path)
	}
	return explain(writeBeside(path, replace, func(temp string) error {
		return vacuumInto(f.db, temp)
	}), path)
}

// Close leaves one file at rest: the write-ahead log is carried over into it
// and deleted.
func (f *File) Close() error {
	return explain(rest(f.db), f.path)
}
