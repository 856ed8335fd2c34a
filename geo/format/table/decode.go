package table

import (
	"bytes"
	"math"
	"strings"
	"unicode/utf8"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/charset"
	"zhenjie/geo/coordtext"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/internal/lines"
	"zhenjie/geo/format/internal/nest"
	"zhenjie/geo/format/wkt"
)

// batch decodes features as they are asked for.
func (r *reader) batch(b lines.Batch[*layout]) feature.Batch {
	limits, wanted, changed := r.src.Limits, r.src.Attributes, r.changed
	return func(yield func(feature.Feature, error) bool) {
		d := decoder{gb: b.GB, wanted: wanted, limits: limits}
		for _, run := range b.Runs {
			d.begin(run, changed)
			err := d.rows(run.Text)
			if !yield(d.f, err) || err != nil {
				return
			}
		}
	}
}

type decoder struct {
	*layout
	f      feature.Feature
	line   int // of the row being read
	gb     bool
	wanted bool
	limits feature.Limits
	fields [][]byte

	rings  [][]geo.Point
	back   bool   // the last ring has come back to its first point
	ring   []byte // number of the last ring
	parted bool   // a ring was ended by coming back
	points int
	metres bool
	zone   int
	values [][]byte // of the columns that are attributes
	bytes  int      // of all values
	differ []bool   // the column has several values
}

func (d *decoder) begin(run lines.Run[*layout], changed bool) {
	*d = decoder{layout: run.Head, line: run.Line, gb: d.gb, wanted: d.wanted, limits: d.limits, fields: d.fields}
	d.f = feature.Feature{Index: run.Number, Byte: run.Byte, Layer: run.Head.layer, Notes: run.Head.notes[:len(run.Head.notes):len(run.Head.notes)]}
	if changed {
		d.f.Byte = 0
	}
}

func (d *decoder) note(id words.ID, args ...any) {
	d.f.Notes = append(d.f.Notes, words.Say(id, args...))
}

func (d *decoder) at() geo.At { return geo.At{Line: d.line} }

// rows reads the rows of one feature.
func (d *decoder) rows(text []byte) error {
	for len(text) > 0 {
		fields, rest, whole := split(text, d.comma, d.fields)
		d.fields = fields
		if !whole {
			return geo.BadInput(d.at(), "table.quote_open")
		}
		if err := d.row(fields); err != nil {
			return err
		}
		d.line += bytes.Count(text[:len(text)-len(rest)], []byte("\n"))
		text = rest
	}
	return d.finish()
}

func (d *decoder) row(fields [][]byte) error {
	if title, ok := d.title(fields); ok {
		d.f.Name = d.text(title)
		return nil
	}
	if d.isHeading(fields) {
		return nil // again, as on every page of a printed table
	}
	if err := d.names(fields); err != nil {
		return err
	}
	if d.WKT != 0 {
		return d.geometry(field(fields, d.WKT))
	}
	east, north := field(fields, d.East), field(fields, d.North)
	if len(east) == 0 && len(north) == 0 {
		return nil
	}
	p, err := d.point(east, north)
	if err != nil {
		return err
	}
	return d.add(p, field(fields, d.Ring))
}

func field(fields [][]byte, column int) []byte {
	if column < 1 || column > len(fields) {
		return nil
	}
	return fields[column-1]
}

// text is a field in UTF-8.
func (d *decoder) text(field []byte) string {
	if d.gb && !isASCII(field) {
		field = charset.GB(field)
	}
	return strings.ToValidUTF8(string(field), "\uFFFD")
}

func isASCII(field []byte) bool {
	for _, b := range field {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isHeading reports whether a row repeats the headings of the coordinates.
func (d *decoder) isHeading(fields [][]byte) bool {
	east := field(fields, d.East)
	if len(east) == 0 || east[0] >= '0' && east[0] <= '9' || d.Heading == 0 || d.East > len(d.titles) || d.North > len(d.titles) {
		return false
	}
	return d.text(east) == d.titles[d.East-1] && d.text(field(fields, d.North)) == d.titles[d.North-1]
}

// point reads the coordinates of a row. All of a feature must be degrees or all
// metres of one zone, and stand in the order of the columns.
func (d *decoder) point(east, north []byte) (p geo.Point, err error) {
	for i, f := range [...][]byte{east, north} {
		x, ok := numberIn(f, d.Angles)
		if !ok && d.gb {
			x, ok = numberIn(charset.GB(f), d.Angles)
		}
		if !ok {
			return p, geo.BadInput(d.at(), "table.coordinate", "text", excerpt(d.text(f)))
		}
		p[i] = x
	}
	metres := math.Abs(p[0]) > 180 || math.Abs(p[1]) > 180
	zone := 0
	if metres {
		zone = coordtext.ZoneNumber(p[0])
	}
	if d.points == 0 {
		d.metres, d.zone = metres, zone
	}
	switch {
	case metres != d.metres:
		return p, geo.BadInput(d.at(), "table.mixed_unit")
	case fits(p[1], p[0]) && !fits(p[0], p[1]):
		return p, geo.BadInput(d.at(), "table.mixed_order")
	case metres && zone != d.zone && (zone >= 13 || d.zone >= 13):
		return p, geo.BadInput(d.at(), "table.mixed_zone")
	case !metres && math.Abs(p[1]) > 90:
		return p, geo.BadInput(d.at(), "table.outside", "lon", p[0], "lat", p[1])
	}
	return p, nil
}

// add puts a point into its ring.
func (d *decoder) add(p geo.Point, ring []byte) error {
	another := d.Ring != 0 && len(ring) > 0 && !bytes.Equal(ring, d.ring)
	if len(d.rings) == 0 || another || d.back {
		if len(d.rings) == d.limits.Rings {
			return geo.BadInput(d.at(), "table.rings", "limit", d.limits.Rings)
		}
		d.parted = d.parted || d.back && !another
		d.rings = append(d.rings, nil)
		d.back = false
		if len(ring) > 0 {
			d.ring = append(d.ring[:0], ring...)
		}
	}
	if d.points++; d.points > d.limits.Vertices {
		return geo.BadInput(d.at(), "table.vertices", "limit", d.limits.Vertices)
	}
	last := &d.rings[len(d.rings)-1]
	*last = append(*last, p)
	d.back = d.Ring == 0 && len(*last) > 3 && (*last)[0] == p
	return nil
}

// geometry reads a cell of well-known text.
func (d *decoder) geometry(text []byte) error {
	g, err := wkt.ParseGeometry(d.text(text), d.limits)
	if err != nil {
		bad, ok := err.(*geo.InputError)
		if !ok {
			return err
		}
		placed := *bad
		placed.At = d.at()
		return &placed
	}
	d.f.Kind, d.f.CRS, d.f.Shape = g.Kind, g.CRS, g.Shape
	d.f.Notes = append(d.f.Notes, g.Notes...)
	return nil
}

// finish makes the shape of what was read.
func (d *decoder) finish() error {
	if d.gb {
		d.note("table.note.gb18030")
	}
	d.attributes()
	if d.WKT != 0 {
		return nil
	}
	if d.points < 3 {
		d.f.Kind = [...]string{"", "Point", "LineString"}[d.points]
		d.note([...]words.ID{"table.note.no_points", "table.note.point", "table.note.two_points"}[d.points])
		return nil
	}
	if d.parted {
		d.note("table.note.parted")
	}
	open := 0
	for i, ring := range d.rings {
		if ring[0] != ring[len(ring)-1] || len(ring) == 1 {
			d.rings[i] = append(ring, ring[0])
			open++
		}
	}
	if open > 0 {
		d.note("table.note.closed", "n", open)
	}
	d.f.Shape, _ = nest.Rings(d.rings)
	d.f.Kind = "Polygon"
	if d.f.Shape.Parts() > 1 {
		d.f.Kind = "MultiPolygon"
	}
	return nil
}
