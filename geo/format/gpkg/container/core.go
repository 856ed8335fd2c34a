package container

import (
	"database/sql"
	"errors"
	"strconv"
	"strings"
)

const (
	ApplicationID = 0x47504B47 // "GPKG", OGC 12-128r18 requirement 2
	UserVersion   = 10300      // GeoPackage 1.3: what GDAL 3.2 and ArcGIS 10.8 read without a warning
)

// CoreTables are GeoPackage's own.
var CoreTables = []string{"gpkg_spatial_ref_sys", "gpkg_contents", "gpkg_geometry_columns"}

// CoreSchema makes CoreTables, word for word as OGC 12-128r18, annex C.
const CoreSchema = `
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
`

// Number marks a new database as a GeoPackage.
func Number(db *sql.DB) error {
	_, err := db.Exec(`PRAGMA application_id = ` + strconv.Itoa(ApplicationID) + `; PRAGMA user_version = ` + strconv.Itoa(UserVersion))
	return err
}

// SRS is a row of gpkg_spatial_ref_sys.
type SRS struct {
	Name                    string
	ID                      int
	Organization            string
	Code                    int
	Definition, Description string
}

// Systems are the rows that every GeoPackage has, requirement 11; the definition
// of WGS 84 is that of the EPSG registry in OGC 01-009 text.
var Systems = []SRS{
	{"Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"},
	{"Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"},
	{"WGS 84", 4326, "EPSG", 4326, `GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]`, "longitude and latitude in degrees on WGS 84"},
}

// CGCS2000 is EPSG:4490, as the registry defines it, in OGC 01-009 text.
var CGCS2000 = SRS{"CGCS2000", 4490, "EPSG", 4490, `GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4490"]]`, "longitude and latitude in degrees on CGCS2000"}

// Quote makes an identifier of a name.
func Quote(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// Querier is a database, or a transaction on it.
type Querier interface {
	Query(query string, args ...any) (*sql.Rows, error)
	QueryRow(query string, args ...any) *sql.Row
}

// ErrNotPlain is the error of PlainTable for what is no such table.
var ErrNotPlain = errors.New("the table is not as it was made")

// Column is a column of a table, as it was declared.
type Column struct {
	Name, Type string
	Key        bool // part of the primary key
}

// PlainTable lists the columns of an ordinary table that are stored: a view, a
// virtual table or a computed column could run anything.
func PlainTable(db Querier, table string) ([]Column, error) {
	var kind string
	if err := db.QueryRow(`SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = ?`, table).Scan(&kind); err != nil || kind != "table" {
		return nil, errors.Join(ErrNotPlain, err)
	}
	rows, err := db.Query(`SELECT name, type, pk > 0 FROM pragma_table_xinfo(?) WHERE hidden = 0`, table)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []Column
	for rows.Next() {
		var c Column
		if err := rows.Scan(&c.Name, &c.Type, &c.Key); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, rows.Err()
}
