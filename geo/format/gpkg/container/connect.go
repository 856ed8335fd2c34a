// Package container is what every GeoPackage is made of, OGC 12-128r18: a
// database opened with care, its core tables, its geometries. The reader and the
// writer of boundary files and the project file share it.
package container

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

func init() {
	// POSIX locks vanish when anything in the process opens and closes the same
	// file; where Linux has better ones, they are taken. The answer says only
	// that another system has none.
	_, _ = sqlite.OFDLocking(true)
	_, _ = sqlite.Fdatasync(true) // as SQLite's own builds for Linux do
}

// Every connection refuses to run what a file's schema may hide, and checks
// what it reads. busy_timeout is the patience, in ms, with a program that only
// looks in; whoever holds a project keeps it for hours.
var guarded = []string{"trusted_schema(OFF)", "cell_size_check(ON)", "busy_timeout(300)"}

// Open opens a database by the file's path, as one connection. Query is what the
// URI says besides, such as "mode=ro"; the pragmas are in force from the start.
// No value may be longer than valueBytes: an expression in a hostile schema
// could ask for a gigabyte.
func Open(path, query string, valueBytes int, pragmas ...string) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	p := filepath.ToSlash(abs)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // file:///C:/…
	}
	dsn := "file://" + (&url.URL{Path: p}).EscapedPath() + "?_dqs=0&" + query
	for _, pragma := range append(guarded[:len(guarded):len(guarded)], pragmas...) {
		dsn += "&_pragma=" + pragma
	}
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if err := bound(db, valueBytes); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// bound opens the connection and limits what one value may take.
func bound(db *sql.DB, valueBytes int) error {
	c, err := db.Conn(context.Background())
	if err != nil {
		return err
	}
	_, err = sqlite.Limit(c, lib.SQLITE_LIMIT_LENGTH, valueBytes)
	return errors.Join(err, c.Close())
}

// ResultCode is SQLite's extended result code, 0 for other errors.
func ResultCode(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}
