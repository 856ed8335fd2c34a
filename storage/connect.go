package storage

import (
	"database/sql"
	"errors"

	"zhenjie/geo/format/gpkg/container"
)

// mode is how a project file is opened.
type mode struct {
	query  string
	pragma []string
}

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
	return container.Open(path, m.query, maxValue+1<<20, m.pragma...)
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
