package points

import (
	"strconv"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/carto"
	"zhenjie/planning"
)

// The decimals of the table: a millimetre in the plane and about one on the ground.
const (
	MetrePlaces  = 3
	DegreePlaces = 8
	LengthPlaces = 2
	secondPlaces = 4
)

// TSV is the whole table as text with tabs, the titles in the first line: what a
// spreadsheet takes from the clipboard.
func (t Table) TSV(l words.Lang) string {
	var b strings.Builder
	line := func(cells ...string) {
		b.WriteString(strings.Join(cells, "\t"))
		b.WriteByte('\n')
	}
	titles := []words.ID{
		"points.number", "points.ring", "points.x", "points.y", "points.lon", "points.lat",
		"points.lon_dms", "points.lat_dms", "points.edge", "points.bearing",
	}
	said := make([]string, len(titles))
	for i, id := range titles {
		said[i] = words.Say(id).In(l)
	}
	line(said...)
	for _, p := range t.points {
		line(p.Name(), strconv.Itoa(p.Ring),
			p.Text(X), p.Text(Y), p.Text(Lon), p.Text(Lat),
			carto.Longitude(p.Degrees[0], secondPlaces).In(l), carto.Latitude(p.Degrees[1], secondPlaces).In(l),
			geo.Decimal(p.Length, LengthPlaces), geo.Decimal(p.Bearing, secondPlaces))
	}
	return b.String()
}

// ExtremeText says where the extreme point of a side lies: "最东点 J12：东经…
// 北纬…；X …，Y …". The zero Text means that there is none.
func (t Table) ExtremeText(s planning.Side) words.Text {
	p, ok := t.Extreme(s)
	if !ok {
		return words.Text{}
	}
	which := words.Say(words.ID("points.extreme." + string(s)))
	if t.plane.IsZero() {
		return words.Say("points.extreme.no_plane", "which", which, "point", p.Name(), "place", carto.DMS(p.Degrees))
	}
	return words.Say("points.extreme", "which", which, "point", p.Name(), "place", carto.DMS(p.Degrees),
		"x", p.Text(X), "y", p.Text(Y))
}
