package gpkg

import (
	"database/sql"
	"errors"
	"io"
	"os"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/gpkg/container"
)

// Write writes features as a GeoPackage with a layer for each of theirs: shapes
// to the bit, outer rings counter-clockwise, every ring closed; attributes as
// integers, reals where no digit is lost, booleans and texts. A Feature.CRS that
// crs.Lookup knows, or in WKT, is declared for the layer.
func Write(w io.Writer, features []feature.Feature) error {
	f, err := os.CreateTemp("", "zhenjie-*.gpkg")
	if err != nil {
		return geo.WriteFault(err)
	}
	defer func() {
		f.Close()
		os.Remove(f.Name())
	}()
	if err := fill(f.Name(), features); err != nil {
		var bad *geo.InputError
		if !errors.As(err, &bad) {
			err = geo.BadInput(geo.At{}, "gpkg.write_failed", "detail", excerpt(err.Error()))
		}
		return err
	}
	_, err = io.Copy(w, f)
	return err
}

// fill makes the database in an empty file that nobody else knows of.
func fill(path string, features []feature.Feature) error {
	sheets, err := sheetsOf(features)
	if err != nil {
		return err
	}
	db, err := container.Open(path, "mode=rw", mostValue, "locking_mode(EXCLUSIVE)", "journal_mode(OFF)", "synchronous(OFF)")
	if err != nil {
		return err
	}
	if err := container.Number(db); err != nil {
		return errors.Join(err, db.Close())
	}
	tx, err := db.Begin()
	if err != nil {
		return errors.Join(err, db.Close())
	}
	w := &writer{tx: tx}
	w.core(sheets)
	for _, s := range sheets {
		w.sheet(s)
	}
	if w.err != nil {
		_ = tx.Rollback()
		return errors.Join(w.err, db.Close())
	}
	return errors.Join(tx.Commit(), db.Close())
}

// writer runs statements until the first that fails.
type writer struct {
	tx  *sql.Tx
	err error
}

func (w *writer) exec(query string, args ...any) {
	if w.err == nil {
		_, w.err = w.tx.Exec(query, args...)
	}
}

// core makes GeoPackage's own tables, with the coordinate systems that are used.
func (w *writer) core(sheets []*sheet) {
	w.exec(container.CoreSchema)
	known := map[int]bool{}
	add := func(s container.SRS) {
		if !known[s.ID] {
			known[s.ID] = true
			w.exec(`INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)`, s.Name, s.ID, s.Organization, s.Code, s.Definition, s.Description)
		}
	}
	for _, s := range container.Systems {
		add(s)
	}
	for _, s := range sheets {
		add(s.srs)
	}
}

// sheet makes one layer and its rows.
func (w *writer) sheet(s *sheet) {
	columns := []string{container.Quote(s.key) + " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", container.Quote(s.geom) + " " + s.geometry}
	names, marks := []string{container.Quote(s.key), container.Quote(s.geom)}, []string{"?", "?"}
	for _, c := range s.columns {
		columns = append(columns, container.Quote(c.name)+" "+c.declared)
		names, marks = append(names, container.Quote(c.name)), append(marks, "?")
	}
	w.exec(`CREATE TABLE ` + container.Quote(s.table) + ` (` + strings.Join(columns, ", ") + `)`)
	box := s.box()
	w.exec(`INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id) VALUES (?,'features',?,?,?,?,?,?)`,
		s.table, s.table, box[0], box[1], box[2], box[3], s.srs.ID)
	w.exec(`INSERT INTO gpkg_geometry_columns VALUES (?,?,?,?,0,0)`, s.table, s.geom, s.geometry, s.srs.ID)
	if w.err != nil {
		return
	}
	insert, err := w.tx.Prepare(`INSERT INTO ` + container.Quote(s.table) + ` (` + strings.Join(names, ", ") + `) VALUES (` + strings.Join(marks, ", ") + `)`)
	if err != nil {
		w.err = err
		return
	}
	defer insert.Close()
	for i := range s.features {
		values, err := s.row(i)
		if err == nil {
			_, err = insert.Exec(values...)
		}
		if err != nil {
			w.err = err
			return
		}
	}
}
