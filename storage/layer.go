package storage

import (
	"database/sql"
	"errors"
	"slices"

	"zhenjie/geo"
	"zhenjie/geo/format/gpkg/container"
	"zhenjie/planning"
)

func (w *writer) makeLayer(l layer) { w.makeFeatures(l, "MULTIPOLYGON", "name TEXT") }

// makeFeatures makes an empty layer of a type of geometry.
func (w *writer) makeFeatures(l layer, geometry, columns string) {
	w.exec(`CREATE TABLE ` + container.Quote(l.table) + ` (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom ` + geometry + `, ` + columns + `)`)
	w.exec(`INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (?,'features',?,?,?)`,
		l.table, l.table, l.about, srsID)
	w.exec(`INSERT INTO gpkg_geometry_columns VALUES (?,'geom',?,?,0,0)`, l.table, geometry, srsID)
}

// writeLayer makes the layer show a shape: one row, or none when it is empty.
// Columns that somebody added to the first row keep their values.
func (w *writer) writeLayer(l layer, s geo.Shape, name string) {
	w.dropTriggers(l)
	if s.IsEmpty() {
		w.exec(`DELETE FROM ` + container.Quote(l.table))
	} else {
		w.exec(`DELETE FROM ` + container.Quote(l.table) + ` WHERE fid <> 1`)
		w.exec(`INSERT INTO `+container.Quote(l.table)+` (fid, geom, name) VALUES (1,?,?)
			ON CONFLICT (fid) DO UPDATE SET geom = excluded.geom, name = excluded.name`, layerBlob(s), name)
	}
	w.boxOf(l, s)
}

// layerBlob is a shape as the geometry column of a layer holds it.
func layerBlob(s geo.Shape) []byte {
	return container.AppendBlob(make([]byte, 0, container.BlobSize(s)), s, srsID, false)
}

// boxOf notes the box of what a layer shows, and that it has changed.
func (w *writer) boxOf(l layer, s geo.Shape) {
	var box [4]any // NULL where there is nothing to be seen
	if b, ok := container.FiniteBound(s); ok {
		box = [4]any{b.Min[0], b.Min[1], b.Max[0], b.Max[1]}
	}
	w.exec(`UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?`, box[0], box[1], box[2], box[3], l.table)
	w.stamp(l)
}

// nameLayer changes the name that stands in a layer, if it is another. SQLite
// copies the row with its geometry even so, unless the names are equally long:
// 0.2 s for a million corners.
func (w *writer) nameLayer(l layer, name string) {
	w.dropTriggers(l)
	w.exec(`UPDATE `+container.Quote(l.table)+` SET name = ? WHERE fid = 1 AND name IS NOT ?`, name, name)
	w.stamp(l)
}

func (w *writer) stamp(l layer) {
	w.exec(`UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ','now') WHERE table_name = ?`, l.table)
}

// dropTriggers takes away what other programs hang on a layer: the triggers
// that keep a spatial index or a feature count call functions only they have,
// and a layer of one row needs neither.
func (w *writer) dropTriggers(l layer) {
	triggers := w.names(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?`, l.table)
	if len(triggers) == 0 {
		return
	}
	for _, t := range triggers {
		w.exec(`DROP TRIGGER ` + container.Quote(t))
	}
	w.dropTable("rtree_" + l.table + "_geom")
	for _, t := range []string{"gpkg_extensions", "gpkg_ogr_contents"} {
		if len(w.names(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?`, t)) > 0 {
			w.exec(`DELETE FROM `+t+` WHERE table_name = ?`, l.table)
		}
	}
}

// dropTable drops a table, or a view of that name, if there is one.
func (w *writer) dropTable(name string) {
	for _, kind := range w.names(`SELECT type FROM sqlite_schema WHERE type IN ('table','view') AND name = ?`, name) {
		w.exec(`DROP ` + kind + ` ` + container.Quote(name))
	}
}

// remakeLayer replaces a layer that cannot be read by one that shows p.
func (w *writer) remakeLayer(l layer, p planning.Plan) {
	w.dropTriggers(l)
	w.dropTable(l.table)
	w.exec(`DELETE FROM gpkg_geometry_columns WHERE table_name = ?`, l.table)
	w.exec(`DELETE FROM gpkg_contents WHERE table_name = ? OR identifier = ?`, l.table, l.table)
	if l == siteLayer {
		w.makeSiteLayer()
		w.writeSites(p)
		return
	}
	w.makeLayer(l)
	w.writeLayer(l, shapeOf(p, l), p.Identity.Name)
}

func (w *writer) names(query string, args ...any) []string {
	if w.err != nil {
		return nil
	}
	var out []string
	out, w.err = texts(w.tx, query, args...)
	return out
}

// texts returns the first column of all rows.
func texts(db container.Querier, query string, args ...any) ([]string, error) {
	rows, err := db.Query(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

var errLayer = errors.New("the layer is not as it was made")

// readLayer returns the shape a layer shows: its rows, joined as parts.
func readLayer(db container.Querier, l layer) (geo.Shape, error) {
	if err := plainTable(db, l.table, "fid", "geom", "name"); err != nil {
		return geo.Shape{}, err
	}
	var srs int
	err := db.QueryRow(`SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = ? AND column_name = 'geom'`, l.table).Scan(&srs)
	if err != nil || srs != srsID {
		return geo.Shape{}, errors.Join(errLayer, err)
	}
	rows, err := db.Query(`SELECT CASE WHEN length(geom) <= ? THEN geom ELSE 'large' END FROM `+container.Quote(l.table)+` WHERE geom IS NOT NULL ORDER BY fid`, maxValue)
	if err != nil {
		return geo.Shape{}, err
	}
	defer rows.Close()
	var shapes []geo.Shape
	for rows.Next() {
		var blob sql.RawBytes
		if err := rows.Scan(&blob); err != nil {
			return geo.Shape{}, err
		}
		s, err := container.ReadBlob(blob)
		if err != nil {
			return geo.Shape{}, err
		}
		shapes = append(shapes, s)
	}
	return geo.Join(shapes...), rows.Err()
}

// plainTable checks that a name is an ordinary table with these columns.
func plainTable(db container.Querier, table string, columns ...string) error {
	have, err := container.PlainTable(db, table)
	if errors.Is(err, container.ErrNotPlain) {
		return errors.Join(errLayer, err)
	}
	if err != nil {
		return err
	}
	for _, c := range columns {
		if !slices.ContainsFunc(have, func(h container.Column) bool { return h.Name == c }) {
			return errLayer
		}
	}
	return nil
}
