package storage

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"

	lib "modernc.org/sqlite/lib"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/format/gpkg/container"
)

// Damaged reports whether an error says that a project file is damaged, so
// that Salvage may still get something out of it.
func Damaged(err error) bool {
	var bad *geo.InputError
	return errors.As(err, &bad) && bad.Kind == "storage.damaged"
}

// damaged makes the error of a file whose content is not what was written;
// detail is for whoever looks into the file.
func damaged(detail string) error {
	return geo.BadInput(geo.At{}, "storage.damaged", "detail", detail)
}

// faults are SQLite's result codes a user can do something about, an extended
// one where it says more than the primary.
var faults = map[int]words.ID{
	lib.SQLITE_READONLY_DIRECTORY: "storage.read_only_folder",

	lib.SQLITE_BUSY:     "storage.in_use",
	lib.SQLITE_LOCKED:   "storage.in_use",
	lib.SQLITE_READONLY: "storage.read_only",
	lib.SQLITE_PERM:     "storage.read_only",
	lib.SQLITE_CANTOPEN: "storage.read_only_folder",
	lib.SQLITE_FULL:     "storage.disk_full",
	lib.SQLITE_NOTADB:   "storage.not_project",
}

// explain turns whatever went wrong with the file at path into a sentence.
func explain(err error, path string) error {
	var bad *geo.InputError
	if err == nil || errors.As(err, &bad) {
		return geo.InFile(err, path)
	}
	return geo.InFile(sentence(err), path)
}

func sentence(err error) error {
	full := container.ResultCode(err)
	primary := full & 0xff
	switch {
	case primary == lib.SQLITE_CORRUPT, primary == lib.SQLITE_TOOBIG, full == lib.SQLITE_IOERR_SHORT_READ:
		return damaged(err.Error())
	case faults[full] != "":
		return geo.BadInput(geo.At{}, faults[full])
	case faults[primary] != "":
		return geo.BadInput(geo.At{}, faults[primary])
	case errors.Is(err, errLayer):
		return damaged(err.Error())
	case errors.Is(err, fs.ErrExist):
		return geo.BadInput(geo.At{}, "storage.exists")
	case ofSystem(err):
		return geo.WriteFault(err)
	default:
		return geo.BadInput(geo.At{}, "storage.failed", "detail", err.Error())
	}
}

// ofSystem reports whether an error is one of the operating system's: whatever
// is read is opened by SQLite, so that it met something to be written.
func ofSystem(err error) bool {
	var path *fs.PathError
	var link *os.LinkError
	return errors.As(err, &path) || errors.As(err, &link)
}

// misread takes what SQLite had no objection to but Go cannot scan, such as a
// text where a number should stand, for damage.
func misread(err error) error {
	if err == nil || container.ResultCode(err) != 0 {
		return err
	}
	return damaged(err.Error())
}

// look opens a file to read it.
func look(path string, m mode) (*sql.DB, error) {
	if err := mustExist(path); err != nil {
		return nil, err
	}
	db, err := connect(path, m)
	if container.ResultCode(err)&0xff == lib.SQLITE_CANTOPEN {
		return nil, geo.BadInput(geo.At{}, "file.denied")
	}
	return db, err
}

// mustExist says in the usual words that there is no file, or nothing in it.
func mustExist(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return geo.BadInput(geo.At{}, "file.denied")
	case err != nil:
		return geo.BadInput(geo.At{}, "file.missing")
	case info.IsDir():
		return geo.BadInput(geo.At{}, "file.directory")
	case info.Size() == 0:
		return geo.BadInput(geo.At{}, "storage.empty")
	}
	return nil
}
