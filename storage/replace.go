package storage

import (
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	lib "modernc.org/sqlite/lib"

	"zhenjie/geo/format/gpkg/container"
)

// policy says what writeBeside does with a file that is there already.
type policy bool

const (
	keep    policy = false
	replace policy = true
)

// writeBeside lets write fill a temporary file in the folder of path, puts it
// on the disk and only then gives it its name.
func writeBeside(path string, p policy, write func(temp string) error) error {
	if _, err := os.Lstat(path); err == nil && p == keep {
		return os.ErrExist
	}
	folder, name := filepath.Split(path)
	temp, err := tempName(folder, name)
	if err != nil {
		return err
	}
	err = write(temp)
	if err == nil {
		err = syncFile(temp)
	}
	if err == nil {
		err = makeWay(path)
	}
	if err == nil {
		err = rename(temp, path, p)
	}
	if err != nil {
		_ = os.Remove(temp)
		return err
	}
	return syncFolder(folder)
}

// tempName makes an empty file of a name nobody has. os.CreateTemp would make
// it readable by its owner alone, and so the project.
func tempName(folder, name string) (string, error) {
	temp := filepath.Join(folder, fmt.Sprintf(".%s.%08x.tmp", name, rand.Uint32()))
	return temp, reserve(temp)
}

// rename gives the finished file its name. Where nothing may be replaced the
// name is taken first: renaming alone would replace.
func rename(temp, path string, p policy) error {
	if p == replace {
		return os.Rename(temp, path)
	}
	if err := reserve(path); err != nil {
		return err
	}
	err := os.Rename(temp, path)
	if err != nil {
		_ = os.Remove(path)
	}
	return err
}

// makeWay readies a path for another file. A project that stands there must not
// be in use, and takes up what a crash has left in its log: it is whole until
// the very moment it is replaced. What is no database, or a damaged one, has
// nothing to take up.
func makeWay(path string) error {
	if info, err := os.Stat(path); err == nil && info.Size() > 0 {
		err := settle(path)
		if code := container.ResultCode(err) & 0xff; err != nil && code != lib.SQLITE_NOTADB && code != lib.SQLITE_CORRUPT {
			return err
		}
	}
	return dropLogs(path)
}

// dropLogs removes the logs beside a path: SQLite would take them for those of
// the file that comes there and play them back.
func dropLogs(path string) error {
	for _, suffix := range []string{"-wal", "-shm", "-journal"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// reserve makes an empty file; it fails when there is one of this name.
func reserve(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	return f.Close()
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder puts a new name on the disk; on Windows a folder cannot be synced
// and need not be.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	if folder == "" {
		folder = "."
	}
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func samePlace(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// vacuumInto copies a database, compacted, into an empty file.
func vacuumInto(db *sql.DB, path string) error {
	_, err := db.Exec(`VACUUM INTO ?`, path)
	return err
}

// putAside copies a database to a free name beside path and returns it:
// 小镇.gpkg to 小镇.v1-backup.gpkg, 小镇.v1-backup-2.gpkg and so on.
func putAside(db *sql.DB, path, label string) (string, error) {
	ext := filepath.Ext(path)
	base := strings.TrimSuffix(path, ext) + "." + label
	for n := 1; ; n++ {
		name := base + ext
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", base, n, ext)
		}
		err := writeBeside(name, keep, func(temp string) error { return vacuumInto(db, temp) })
		if !errors.Is(err, os.ErrExist) || n == maxBackups {
			return name, err
		}
	}
}

const maxBackups = 1000
