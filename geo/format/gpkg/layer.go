package gpkg

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/gpkg/container"
)

const mostLayers = 1000

// layer is a table of features.
type layer struct {
	table   string
	geom    string // the column of the geometry
	crs     string
	columns []column // read besides the geometry
}

// column is a column of attributes, and how well it looks like a name and an id.
type column struct {
	container.Column
	bool     bool
	nameRank int
	idRank   int
}

// layers lists the layers of a file; views are those passed over.
func layers(db container.Querier, wanted bool) (all []layer, views []string, err error) {
	for _, t := range []string{"gpkg_geometry_columns", "gpkg_spatial_ref_sys"} {
		if _, err := container.PlainTable(db, t); errors.Is(err, container.ErrNotPlain) && (container.ResultCode(err) == 0) {
			return nil, nil, geo.BadInput(geo.At{}, "gpkg.not_geopackage", "table", t)
		} else if err != nil {
			return nil, nil, err
		}
	}
	listed, err := listLayers(db)
	if err != nil {
		return nil, nil, err
	}
	for _, l := range listed {
		columns, err := container.PlainTable(db, l.table)
		switch {
		case errors.Is(err, container.ErrNotPlain):
			views = append(views, excerpt(l.table))
		case err != nil:
			return nil, nil, err
		case l.choose(columns, wanted):
			all = append(all, l)
		default:
			views = append(views, excerpt(l.table))
		}
	}
	switch {
	case len(listed) == 0:
		return nil, nil, geo.BadInput(geo.At{}, "gpkg.no_layers")
	case len(all) == 0:
		return nil, nil, geo.BadInput(geo.At{}, "gpkg.only_views")
	}
	return all, views, nil
}

// listLayers reads gpkg_geometry_columns.
func listLayers(db container.Querier) (all []layer, err error) {
	rows, err := db.Query(`SELECT CAST(g.table_name AS TEXT), CAST(g.column_name AS TEXT), CAST(s.organization AS TEXT),
		CAST(s.organization_coordsys_id AS INTEGER), substr(CAST(s.definition AS TEXT), 1, 65536)
		FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id ORDER BY g.rowid LIMIT ?`, mostLayers+1)
	if err != nil {
		return nil, misfit(err)
	}
	defer rows.Close()
	for rows.Next() {
		var table, geom, organization, definition sql.NullString
		var code sql.NullInt64
		if err := rows.Scan(&table, &geom, &organization, &code, &definition); err != nil {
			return nil, misfit(err)
		}
		if len(all) == mostLayers {
			return nil, geo.BadInput(geo.At{}, "gpkg.many_layers", "limit", mostLayers)
		}
		all = append(all, layer{table: table.String, geom: geom.String, crs: declared(organization.String, code.Int64, definition.String)})
	}
	return all, rows.Err()
}

// misfit takes a query that the tables do not answer, for the want of a column,
// for damage.
func misfit(err error) error {
	const sqliteError = 1
	if code := container.ResultCode(err); code == 0 || code == sqliteError {
		return damaged(err.Error())
	}
	return err
}

// declared is the coordinate system that a row of gpkg_spatial_ref_sys stands for.
func declared(organization string, code int64, definition string) string {
	definition = strings.TrimSpace(strings.ToValidUTF8(definition, "\uFFFD"))
	switch {
	case strings.EqualFold(organization, "EPSG") && code > 0:
		return fmt.Sprint("EPSG:", code)
	case strings.EqualFold(definition, "undefined"):
		return ""
	}
	return definition
}

// choose picks the columns that are read; ok is false when there is no geometry.
func (l *layer) choose(columns []container.Column, wanted bool) (ok bool) {
	key, ids := -1, 0
	for _, c := range columns {
		if strings.EqualFold(c.Name, l.geom) {
			l.geom, ok = c.Name, true
			continue
		}
		one := column{
			Column: c, bool: strings.EqualFold(c.Type, "BOOLEAN"),
			nameRank: feature.NameKeys.Rank([]byte(c.Name)), idRank: feature.IDKeys.Rank([]byte(c.Name)),
		}
		isID := one.idRank < len(feature.IDKeys)
		if c.Key {
			key = len(l.columns)
		}
		if isID {
			ids++
		}
		if wanted || isID || c.Key || one.nameRank < len(feature.NameKeys) {
			l.columns = append(l.columns, one)
		}
	}
	if key >= 0 && ids == 0 {
		l.columns[key].idRank = 0
	}
	return ok
}

// query reads all rows; the plus takes the declared type away, by which the
// driver would turn texts into times.
func (l *layer) query() string {
	var q strings.Builder
	q.WriteString("SELECT " + container.Quote(l.geom))
	for _, c := range l.columns {
		q.WriteString(", +" + container.Quote(c.Name))
	}
	q.WriteString(" FROM " + container.Quote(l.table))
	return q.String()
}
