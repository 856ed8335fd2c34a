package storage

import (
	"context"
	"database/sql"
	"slices"
	"strconv"
	"time"

	"zhenjie/geo"
	"zhenjie/geo/format/gpkg/container"
)

// IsProject reports whether a file looks like a project: a GeoPackage that is not
// another program's. Whether the plan inside can be read, Open says.
func IsProject(path string) bool {
	geoPackage, foreign := glance(path)
	return geoPackage && !foreign
}

// IsForeign reports whether a file is a database without a plan in it, such as a
// GeoPackage of another program's: a boundary file at best.
func IsForeign(path string) bool {
	_, foreign := glance(path)
	return foreign
}

// glance looks at a file whoever holds it. One whose schema cannot be read is not
// called foreign.
func glance(path string) (geoPackage, foreign bool) {
	db, err := look(path, glancing)
	if err != nil {
		return false, false
	}
	defer db.Close()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var ours int
	err = db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema WHERE name = 'zhenjie_meta'`).Scan(&ours)
	return applicationOf(db) == container.ApplicationID, err == nil && ours == 0
}

// applicationOf is the application id of a database, 0 when it cannot be read.
func applicationOf(db *sql.DB) int {
	var id int
	if db.QueryRow(`PRAGMA application_id`).Scan(&id) != nil {
		return 0
	}
	return id
}

// columns are those each table of ours must have.
var columns = map[string][]string{
	"zhenjie_meta":   {"key", "value"},
	"zhenjie_step":   {"id", "name", "at"},
	"zhenjie_change": {"part", "step", "sum", "value"},
	"zhenjie_state":  {"id", "current"},
	"zhenjie_file":   {"id", "sha256", "size"},
	"zhenjie_chunk":  {"file", "n", "data"},
}

// tablesOf lists our tables in a file of a version.
func tablesOf(version int) []string {
	if version < 3 {
		return ownTables
	}
	return slices.Concat(ownTables, attachTables)
}

// check looks a database over, from what can be told at a glance to what takes
// a read of the whole file, and returns its schema version.
func check(db *sql.DB, vs versions) (int, error) {
	var id int
	if err := db.QueryRow(`PRAGMA application_id`).Scan(&id); err != nil {
		return 0, misread(err)
	}
	if id != container.ApplicationID {
		return 0, geo.BadInput(geo.At{}, "storage.not_geopackage")
	}
	version, err := schemaVersion(db)
	if err != nil {
		return 0, err
	}
	if version > vs.version() {
		return 0, geo.BadInput(geo.At{}, "storage.newer")
	}
	if version < 1 {
		return 0, damaged(metaVersion)
	}
	return version, intact(db, tablesOf(version))
}

func schemaVersion(db container.Querier) (int, error) {
	tables, err := texts(db, `SELECT name FROM sqlite_schema WHERE name = 'zhenjie_meta'`)
	if err != nil {
		return 0, err
	}
	if len(tables) == 0 {
		return 0, geo.BadInput(geo.At{}, "storage.foreign_geopackage")
	}
	if err := plainTable(db, "zhenjie_meta", columns["zhenjie_meta"]...); err != nil {
		return 0, err
	}
	var text string
	err = db.QueryRow(`SELECT substr(value, 1, 10) FROM zhenjie_meta WHERE key = ?`, metaVersion).Scan(&text)
	if err != nil {
		return 0, misread(err)
	}
	version, err := strconv.Atoi(text)
	if err != nil {
		return 0, damaged(metaVersion)
	}
	return version, nil
}

// patience bounds the integrity check: 33 MB take 40 ms, so that only a schema
// whose constraints compute for ever, or a disk near its end, takes as long.
const patience = 5 * time.Minute

func integrity(db *sql.DB) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var found string
	if err := db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&found); err != nil {
		return misread(err)
	}
	if found != "ok" {
		return damaged(found)
	}
	return nil
}

// intact checks every page and index of the file, and that the tables written
// to are plain ones which nobody hung a trigger on.
func intact(db *sql.DB, tables []string) error {
	if err := integrity(db); err != nil {
		return err
	}
	for _, t := range tables {
		if err := plainTable(db, t, columns[t]...); err != nil {
			return damaged(t)
		}
	}
	for _, t := range slices.Concat(tables, container.CoreTables) {
		triggers, err := texts(db, `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?`, t)
		if err != nil {
			return err
		}
		if len(triggers) > 0 {
			return damaged(triggers[0])
		}
		if err := plainTable(db, t); err != nil {
			return damaged(t)
		}
	}
	return nil
}
