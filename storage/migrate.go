package storage

import (
	"fmt"

	"zhenjie/planning"
)

// migration brings the tables from one version to the next.
type migration func(w *writer)

// versions is the list of migrations; the first leads from version 1 to 2.
type versions []migration

func (v versions) version() int { return len(v) + 1 }

// latest is what this program writes.
var latest = versions{
	func(w *writer) { w.join(2) }, // plans have their four sides
	func(w *writer) { w.join(3); w.joinProjects(); w.makeAttachTables(); w.makeSiteLayer() }, // and all else that an application says and shows
}

// join records the parts that are kept since a version, empty as they were; the
// projects were in the schedule.
func (w *writer) join(version int) {
	for _, part := range planning.Parts {
		if joined[part] == version && part != planning.PartProjects {
			w.addChange(0, planning.Plan{}, part)
		}
	}
}

// migrate brings the project at path up to date and returns the name of the
// copy that keeps it as it was. All work is done on another copy, which takes
// the project's place when it is done.
func migrate(path string, from int, vs versions) (backup string, err error) {
	if err := settle(path); err != nil {
		return "", err
	}
	db, err := connect(path, reading)
	if err != nil {
		return "", err
	}
	defer db.Close()
	backup, err = putAside(db, path, fmt.Sprintf("v%d-backup", from))
	if err != nil {
		return "", err
	}
	return backup, writeBeside(path, replace, func(temp string) error {
		if err := vacuumInto(db, temp); err != nil {
			return err
		}
		// Windows replaces no file that is open.
		if err := db.Close(); err != nil {
			return err
		}
		return vs.upgrade(temp, from)
	})
}

// settle carries over what a crash has left in the log; it fails when the file
// is in use or cannot be written.
func settle(path string) error {
	db, err := connect(path, writing)
	if err != nil {
		return err
	}
	return rest(db)
}

// upgrade runs the migrations on a file that nobody else knows of; each is
// recorded in its own transaction.
func (v versions) upgrade(path string, from int) error {
	db, err := connect(path, making)
	if err != nil {
		return err
	}
	defer db.Close()
	for i := from; i < v.version(); i++ {
		err := transact(db, func(w *writer) {
			v[i-1](w)
			w.setMeta(metaVersion, i+1)
		})
		if err != nil {
			return err
		}
	}
	if _, err := check(db, v); err != nil {
		return err
	}
	_, err = readContent(db)
	return err
}
