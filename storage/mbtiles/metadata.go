package mbtiles

import (
	"context"
	"database/sql"
	"html"
	"math"
	"strconv"
	"strings"
	"unicode"

	"zhenjie/geo"
	"zhenjie/geo/basemap"
)

// metadata is what a file says about itself, as far as it can be believed.
type metadata struct {
	name        string
	attribution string
	format      string
	bound       geo.Bound
	least, most int // levels
}

// Limits of what is read of a file's own words.
const (
	mostRows = 200
	mostText = 200 // characters of a name or an attribution
)

func readMetadata(ctx context.Context, db *sql.DB) (metadata, error) {
	values := map[string]string{}
	var levels []int
	err := ask(ctx, db, func(ctx context.Context, c *sql.Conn) error {
		if err := tables(ctx, c); err != nil {
			return err
		}
		if err := texts(ctx, c, values); err != nil {
			return err
		}
		var err error
		levels, err = zooms(ctx, c)
		return err
	})
	if err != nil {
		return metadata{}, err
	}
	m := parse(values)
	if err := m.check(); err != nil {
		return metadata{}, err
	}
	if len(levels) == 0 {
		return metadata{}, geo.BadInput(geo.At{}, "layers.no_tiles")
	}
	m.least, m.most = levels[0], levels[len(levels)-1]
	return m, nil
}

// tables makes sure that the two tables, or views, are there.
func tables(ctx context.Context, c *sql.Conn) error {
	n := 0
	err := c.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema WHERE type IN ('table', 'view') AND name IN ('tiles', 'metadata')`).Scan(&n)
	if err == nil && n != 2 {
		return geo.BadInput(geo.At{}, "layers.not_mbtiles")
	}
	return err
}

func texts(ctx context.Context, c *sql.Conn, into map[string]string) error {
	rows, err := c.QueryContext(ctx, `SELECT substr(name, 1, 40), substr(value, 1, 2000) FROM metadata
		WHERE name IS NOT NULL AND value IS NOT NULL LIMIT ?`, mostRows)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var name, value string
		if err := rows.Scan(&name, &value); err != nil {
			return err
		}
		into[strings.ToLower(name)] = value
	}
	return rows.Err()
}

// zooms lists the levels that have tiles. The file's own minzoom and maxzoom
// are not asked: they are often wrong, and a level is looked up in no time.
func zooms(ctx context.Context, c *sql.Conn) (levels []int, err error) {
	for z := range basemap.MaxZoom + 1 {
		var some bool
		if err := c.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM tiles WHERE zoom_level = ?)`, z).Scan(&some); err != nil {
			return nil, err
		}
		if some {
			levels = append(levels, z)
		}
	}
	return levels, nil
}

// parse takes a file's words for what they are worth.
func parse(values map[string]string) metadata {
	return metadata{
		name:        plain(values["name"]),
		attribution: plain(values["attribution"]),
		format:      strings.ToLower(strings.TrimSpace(values["format"])),
		bound:       parseBound(values["bounds"]),
	}
}

// check refuses by name the formats that cannot be shown.
func (m metadata) check() error {
	switch m.format {
	case "pbf", "mvt", "application/x-protobuf":
		return geo.BadInput(geo.At{}, "layers.vector")
	case "webp", "image/webp":
		return geo.BadInput(geo.At{}, "layers.webp")
	}
	return nil // whatever else it says: the tiles themselves are looked at
}

// parseBound reads "west,south,east,north"; anything that is no box is the
// whole world.
func parseBound(s string) geo.Bound {
	parts := strings.Split(s, ",")
	if len(parts) != 4 {
		return basemap.World
	}
	var v [4]float64
	for i, p := range parts {
		x, err := strconv.ParseFloat(strings.TrimSpace(p), 64)
		if err != nil || math.IsNaN(x) {
			return basemap.World
		}
		v[i] = x
	}
	b := geo.Bound{
		Min: geo.Point{max(v[0], basemap.World.Min[0]), max(v[1], basemap.World.Min[1])},
		Max: geo.Point{min(v[2], basemap.World.Max[0]), min(v[3], basemap.World.Max[1])},
	}
	if !(b.Min[0] < b.Max[0] && b.Min[1] < b.Max[1]) {
		return basemap.World
	}
	return b
}

// plain returns a text without HTML markup, on one line, of a bounded length.
func plain(s string) string {
	var b strings.Builder
	tag := false
	for _, r := range s {
		switch {
		case r == '<':
			tag = true
		case r == '>' && tag:
			tag = false
		case tag:
		case unicode.IsSpace(r), unicode.IsControl(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	text := []rune(strings.Join(strings.Fields(html.UnescapeString(b.String())), " "))
	if len(text) > mostText {
		text = append(text[:mostText-1:mostText-1], '…')
	}
	return string(text)
}
