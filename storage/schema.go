package storage

import (
	"database/sql"
	"runtime/debug"
	"time"

	"zhenjie/planning"
)

const (
	applicationID = 0x47504B47 // "GPKG", OGC 12-128r18 requirement 2
	userVersion   = 10300      // GeoPackage 1.3: what GDAL 3.2 and ArcGIS 10.8 read without a warning
	srsID         = 4490       // CGCS2000, longitude and latitude
)

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

// coreTables are GeoPackage's own.
var coreTables = []string{"gpkg_spatial_ref_sys", "gpkg_contents", "gpkg_geometry_columns"}

// The first three tables are word for word those of OGC 12-128r18, annex C.
// Every table of ours has an integer key of its own, as requirement 119 asks.
const schema = `
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
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

// The definitions of WGS 84 and CGCS2000 are those of the EPSG registry
// (4326, 4490) in OGC 01-009 text.
const (
	wktWGS84    = `GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]`
	wktCGCS2000 = `GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4490"]]`
)

const insertAttributes = `INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?,'attributes',?)`

const insertSRS = `INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)`

// makeSchema fills an empty database with everything but a plan.
func (w *writer) makeSchema(version int) {
	w.exec(schema)
	w.exec(insertSRS, "Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system")
	w.exec(insertSRS, "Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system")
	w.exec(insertSRS, "WGS 84", 4326, "EPSG", 4326, wktWGS84, "longitude and latitude in degrees on WGS 84")
	w.exec(insertSRS, "CGCS2000", srsID, "EPSG", srsID, wktCGCS2000, "longitude and latitude in degrees on CGCS2000")
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
