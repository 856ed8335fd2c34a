package storage

import (
	"database/sql"
	"runtime/debug"
	"time"

	"zhenjie/geo/format/gpkg/container"
	"zhenjie/planning"
)

const srsID = 4490 // CGCS2000, longitude and latitude

// layer is a part of the plan that stands in the file as a feature table too,
// where any GIS shows it.
type layer struct {
	table string
	part  planning.Part
	about string
}

var layers = []layer{
	{"规划范围", planning.PartExtent, "特色小镇规划范围（四至）"},
	{"核心区", planning.PartCore, "特色小镇核心区"},
}

// ownTables hold the plan and its history, in every version of the file; others
// leave them alone.
var ownTables = []string{"zhenjie_meta", "zhenjie_step", "zhenjie_change", "zhenjie_state"}

// Every table of ours has an integer key of its own, as OGC 12-128r18 asks in
// requirement 119.
const schema = container.CoreSchema + `
CREATE TABLE zhenjie_meta (
  id INTEGER PRIMARY KEY NOT NULL,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
);
CREATE TABLE zhenjie_step (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE TABLE zhenjie_change (
  id INTEGER PRIMARY KEY NOT NULL,
  part TEXT NOT NULL,
  step INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  value BLOB NOT NULL,
  UNIQUE (part, step)
);
CREATE TABLE zhenjie_state (
  id INTEGER PRIMARY KEY NOT NULL,
  current INTEGER NOT NULL
);
`

const insertAttributes = `INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?,'attributes',?)`

// makeSchema fills an empty database with everything but a plan.
func (w *writer) makeSchema(version int) {
	w.exec(schema)
	for _, r := range append(container.Systems[:len(container.Systems):len(container.Systems)], container.CGCS2000) {
		w.exec(`INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)`, r.Name, r.ID, r.Organization, r.Code, r.Definition, r.Description)
	}
	for _, l := range layers {
		w.makeLayer(l)
	}
	w.makeSiteLayer()
	for _, t := range ownTables {
		w.exec(insertAttributes, t, t)
	}
	w.makeAttachTables()
	w.setMeta(metaApp, appVersion())
	w.setMeta(metaCreated, time.Now().UTC().Format(time.RFC3339))
	w.setMeta(metaVersion, version)
	w.exec(`INSERT INTO zhenjie_state VALUES (1, 0)`)
}

// The keys of zhenjie_meta.
const (
	metaVersion = "schema_version"
	metaApp     = "app_version"
	metaCreated = "created"
)

func appVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return ""
}

// writer runs statements of one transaction until the first that fails.
type writer struct {
	tx  *sql.Tx
	err error
}

func (w *writer) exec(query string, args ...any) {
	if w.err == nil {
		_, w.err = w.tx.Exec(query, args...)
	}
}

func (w *writer) setMeta(key string, value any) {
	w.exec(`INSERT INTO zhenjie_meta (key, value) VALUES (?,?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, value)
}
