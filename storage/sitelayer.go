package storage

import (
	"bytes"
	"errors"
	"math"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/format/gpkg/container"
	"zhenjie/planning"
	"zhenjie/planning/sites"
)

// siteLayer shows where the projects stand: points, and polygons where their
// ground is known. Of a row its place is the plan's, and another program may
// change it; the other columns are copies of what the plan says elsewhere.
var siteLayer = layer{"建设项目", planning.PartSites, "特色小镇建设项目的位置"}

// siteColumns are the layer's columns behind fid and geom; money is in 万元.
const siteColumns = "name TEXT, kind TEXT, money_wan DOUBLE"

// siteRow is a row of the layer.
type siteRow struct {
	fid        int64
	name, kind string
	money      float64 // 万元
	geom       []byte  // nil where there is none, or one too large
}

// same reports whether the columns say the same of a project.
func (r siteRow) same(o siteRow) bool { return r.kind == o.kind && r.money == o.money }

func (w *writer) makeSiteLayer() { w.makeFeatures(siteLayer, "GEOMETRY", siteColumns) }

// siteRows are the rows the layer has when it shows p.
func siteRows(p planning.Plan) []siteRow {
	costs := sites.Money(p)
	rows := make([]siteRow, 0, p.Sites.Len())
	kinds := make(map[string]planning.ProjectKind, p.Projects.Len())
	for _, v := range p.Projects.All() {
		kinds[v.Name] = v.Kind
	}
	for _, s := range p.Sites.All() {
		r := siteRow{name: s.Project, money: float64(costs[s.Project]) / float64(planning.Wan), geom: siteBlob(s)}
		if kind := kinds[s.Project]; kind != "" {
			r.kind = words.Say(words.ID("project.kind." + kind)).In(words.Zh)
		}
		rows = append(rows, r)
	}
	return rows
}

// writeSites makes the layer show the sites of p and touches no row that does so
// already: columns that somebody added keep their values.
func (w *writer) writeSites(p planning.Plan) {
	w.dropTriggers(siteLayer)
	if w.err != nil {
		return
	}
	var rows []siteRow
	if rows, w.err = readSiteRows(w.tx); w.err != nil {
		return
	}
	changed := false
	have := make(map[string]siteRow, len(rows))
	drop := func(r siteRow) {
		w.exec(`DELETE FROM `+container.Quote(siteLayer.table)+` WHERE fid = ?`, r.fid)
		changed = true
	}
	for _, r := range rows {
		if _, twice := have[r.name]; twice {
			drop(r)
			continue
		}
		have[r.name] = r
	}
	for _, want := range siteRows(p) {
		r, there := have[want.name]
		delete(have, want.name)
		if there && r.same(want) && bytes.Equal(r.geom, want.geom) {
			continue
		}
		changed = true
		if there {
			w.exec(`UPDATE `+container.Quote(siteLayer.table)+` SET geom = ?, kind = ?, money_wan = ? WHERE fid = ?`, want.geom, want.kind, want.money, r.fid)
		} else {
			w.exec(`INSERT INTO `+container.Quote(siteLayer.table)+` (geom, name, kind, money_wan) VALUES (?,?,?,?)`, want.geom, want.name, want.kind, want.money)
		}
	}
	for _, r := range have {
		drop(r)
	}
	if changed {
		w.boxOf(siteLayer, siteShapes(p))
	}
}

// siteShapes is all the ground of the sites, points as rings of one corner: what
// the box of the layer is of.
func siteShapes(p planning.Plan) geo.Shape {
	all := make([]geo.Shape, 0, p.Sites.Len())
	for _, s := range p.Sites.All() {
		if s.Shape.IsEmpty() {
			s.Shape = geo.Polygon([]geo.Point{s.Point})
		}
		all = append(all, s.Shape)
	}
	return geo.Join(all...)
}

// readSiteRows reads the layer as far as it is one; what other programs wrote
// into a column of another kind counts as nothing.
func readSiteRows(db container.Querier) ([]siteRow, error) {
	if err := plainTable(db, siteLayer.table, "fid", "geom", "name", "kind", "money_wan"); err != nil {
		return nil, err
	}
	var srs int
	err := db.QueryRow(`SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = ? AND column_name = 'geom'`, siteLayer.table).Scan(&srs)
	if err != nil || srs != srsID {
		return nil, errors.Join(errLayer, err)
	}
	rows, err := db.Query(`SELECT fid, CAST(coalesce(name,'') AS TEXT), CAST(coalesce(kind,'') AS TEXT),
		CASE WHEN typeof(money_wan) IN ('integer','real') THEN money_wan ELSE -1 END,
		CASE WHEN typeof(geom) = 'blob' AND length(geom) <= ? THEN geom END FROM `+container.Quote(siteLayer.table)+` ORDER BY fid`, maxValue)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []siteRow
	for rows.Next() {
		var r siteRow
		if err := rows.Scan(&r.fid, &r.name, &r.kind, &r.money, &r.geom); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

// siteBlob is a site as the geometry column holds it.
func siteBlob(s planning.Site) []byte {
	if !s.Shape.IsEmpty() {
		return layerBlob(s.Shape)
	}
	return container.PointBlob(s.Point, srsID)
}

// readSite reads a row's geometry; ok is false where it is no place on earth.
func readSite(r siteRow) (s planning.Site, ok bool) {
	s.Project = r.name
	if p, isPoint := container.ReadPoint(r.geom); isPoint {
		s.Point = p
		return s, onEarth(p)
	}
	shape, err := container.ReadBlob(r.geom)
	if err != nil || shape.Vertices() == 0 {
		return s, false
	}
	s.Shape = shape
	for _, ring := range s.Shape.All() {
		for i := range ring.Len() {
			if !onEarth(ring.At(i)) {
				return s, false
			}
		}
	}
	return s, true
}

func onEarth(p geo.Point) bool { return math.Abs(p[0]) <= 180 && math.Abs(p[1]) <= 90 }

// sitesOver returns the sites of p as the layer's rows have them. A row counts by
// the name of its project; foreign reports that there are rows which do not, or
// that say something of a project the plan does not say.
func sitesOver(rows []siteRow, p planning.Plan) (next planning.List[planning.Site], foreign bool) {
	wanted := map[string]siteRow{}
	for _, v := range p.Projects.All() {
		wanted[v.Name] = siteRow{}
	}
	was := map[string]planning.Site{}
	for i, r := range siteRows(p) {
		wanted[r.name], was[r.name] = r, p.Sites.At(i)
	}
	found := map[string]planning.Site{}
	var added []planning.Site
	for _, r := range rows {
		want, known := wanted[r.name]
		_, twice := found[r.name]
		if !known || twice || r.name == "" {
			foreign = true
			continue
		}
		s, ok := readSite(r)
		old, stood := was[r.name]
		if !ok {
			s, foreign = old, true
		}
		foreign = foreign || stood && r.money != want.money
		found[r.name] = s
		if ok && !stood {
			added = append(added, s)
		}
	}
	return merged(p.Sites, found, added), foreign
}

// merged keeps the order of the sites that stay; old is returned itself where
// nothing is new.
func merged(old planning.List[planning.Site], found map[string]planning.Site, added []planning.Site) planning.List[planning.Site] {
	var next []planning.Site
	for _, s := range old.All() {
		if now, there := found[s.Project]; there {
			next = append(next, now)
		}
	}
	if list := planning.ListOf(append(next, added...)...); !list.Equal(old) {
		return list
	}
	return old
}

// salvageSites are the sites the layer shows, whatever the projects are called.
func salvageSites(db container.Querier) planning.List[planning.Site] {
	rows, err := readSiteRows(db)
	if err != nil {
		return planning.List[planning.Site]{}
	}
	var all []planning.Site
	seen := map[string]bool{"": true}
	for _, r := range rows {
		if s, ok := readSite(r); ok && !seen[r.name] {
			seen[r.name] = true
			all = append(all, s)
		}
	}
	return planning.ListOf(all...)
}
