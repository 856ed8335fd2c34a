package storage

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

// mode is how a project file is opened.
type mode struct {
	query  string
	pragma []string
}

// Every connection refuses to run what a file's schema may hide, and checks
// what it reads. busy_timeout is the patience, in ms, with a program that only
// looks in; whoever holds the project keeps it for hours.
var guarded = []string{"trusted_schema(OFF)", "cell_size_check(ON)", "busy_timeout(300)"}

var (
	// writing is the mode of an open project: see the package comment.
	writing = mode{"mode=rw&_defensive=1&_txlock=immediate", []string{
		"locking_mode(EXCLUSIVE)", "journal_mode(WAL)", "synchronous(FULL)", "fullfsync(ON)", "foreign_keys(ON)"}}
	// making fills a new file that nobody else knows of; it is synced as a whole.
	making = mode{"mode=rwc&_txlock=immediate", []string{
		"locking_mode(EXCLUSIVE)", "journal_mode(MEMORY)", "synchronous(OFF)", "foreign_keys(ON)"}}
	// reading looks at a file at rest, or at what a crash has left.
	reading = mode{"mode=ro", nil}
	// rescuing reads a file that was cut short, which SQLite does only for
	// those who say that they know what they do.
	rescuing = mode{"mode=ro", []string{"writable_schema(ON)", "cell_size_check(OFF)"}}
	// glancing reads the file's first page whoever holds it.
	glancing = mode{"mode=ro&immutable=1", nil}
)

// connect opens a database by the file's path, as one connection.
func connect(path string, m mode) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	p := filepath.ToSlash(abs)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // file:///C:/…
	}
	dsn := "file://" + (&url.URL{Path: p}).EscapedPath() + "?_dqs=0&" + m.query
	for _, pragma := range append(guarded[:len(guarded):len(guarded)], m.pragma...) {
		dsn += "&_pragma=" + pragma
	}
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if err := bound(db); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// bound opens the connection and limits what one value may take: an expression
// in a hostile schema could ask for a gigabyte.
func bound(db *sql.DB) error {
	c, err := db.Conn(context.Background())
	if err != nil {
		return err
	}
	_, err = sqlite.Limit(c, lib.SQLITE_LIMIT_LENGTH, maxValue+1<<20)
	return errors.Join(err, c.Close())
}

// transact runs f in one transaction.
func transact(db *sql.DB, f func(w *writer)) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	w := &writer{tx: tx}
	if f(w); w.err != nil {
		_ = tx.Rollback()
		return w.err
	}
	if err := tx.Commit(); err != nil {
		// SQLite has rolled back already when the disk was at fault; when not,
		// the next transaction must not find this one open.
		_, _ = db.Exec("ROLLBACK")
		return err
	}
	return nil
}

// rest closes a database opened for writing and leaves one file.
func rest(db *sql.DB) error {
	_, err := db.Exec(`PRAGMA journal_mode = DELETE`)
	return errors.Join(err, db.Close())
}
