package shapefile

import (
	"encoding/binary"
	"math"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/internal/nest"
)

// Shape types; 10 more have heights and perhaps measures, 20 more measures.
const (
	nullShape  = 0
	point      = 1
	polyLine   = 3
	polygon    = 5
	multiPoint = 8
	multiPatch = 31
)

// decoder reads the content of one record.
type decoder struct {
	b      []byte
	place  geo.At // of b in the file
	limits *feature.Limits

	kind  string
	shape geo.Shape
	notes []words.Text
}

func (d *decoder) note(id words.ID, args ...any) { d.notes = append(d.notes, words.Say(id, args...)) }

func (d *decoder) fault(at int, id words.ID, args ...any) error {
	place := d.place
	place.Byte += int64(at)
	return geo.BadInput(place, id, args...)
}

func (d *decoder) decode() error {
	code := int(int32(binary.LittleEndian.Uint32(d.b)))
	flat := code
	if code > 10 && code < multiPatch {
		flat = code % 10
	}
	switch flat {
	case nullShape:
		if code == nullShape {
			d.note("shapefile.note.null_shape")
			return nil
		}
	case point, multiPoint:
		d.kind = map[int]string{point: "Point", multiPoint: "MultiPoint"}[flat]
		d.note("shapefile.note.not_polygonal", "type", d.kind)
		return nil
	case multiPatch:
		d.kind = "MultiPatch"
		d.note("shapefile.note.not_polygonal", "type", d.kind)
		return nil
	case polyLine, polygon:
		rings, err := d.parts()
		if err != nil {
			return err
		}
		if flat == polyLine {
			rings = d.closed(rings)
		}
		if code != flat {
			d.note("shapefile.note.heights")
		}
		d.arrange(rings, flat)
		return nil
	}
	return d.fault(0, "shapefile.type_unknown", "code", code)
}

const (
	partsAt   = 44 // type, box, two counts
	pointSize = 16
)

// parts reads the lines of a polyline or the rings of a polygon.
func (d *decoder) parts() ([][]geo.Point, error) {
	if len(d.b) < partsAt {
		return nil, d.fault(0, "shapefile.record_short", "bytes", len(d.b))
	}
	parts := int64(int32(binary.LittleEndian.Uint32(d.b[36:])))
	points := int64(int32(binary.LittleEndian.Uint32(d.b[40:])))
	switch {
	case parts < 0 || points < 0 || partsAt+4*parts+pointSize*points > int64(len(d.b)):
		return nil, d.fault(36, "shapefile.counts", "parts", parts, "points", points, "bytes", len(d.b))
	case parts > int64(d.limits.Rings):
		return nil, d.fault(36, "shapefile.rings", "limit", d.limits.Rings)
	case points > int64(d.limits.Vertices):
		return nil, d.fault(40, "shapefile.vertices", "limit", d.limits.Vertices)
	}
	n := int(parts)
	at := partsAt + 4*n
	rings := make([][]geo.Point, 0, n)
	for k := range n {
		from, to := d.start(k), int(points)
		if k+1 < n {
			to = d.start(k + 1)
		}
		if from < 0 || from > to || to > int(points) || k == 0 && from != 0 {
			return nil, d.fault(partsAt+4*k, "shapefile.parts_order", "part", k+1)
		}
		if from == to {
			d.note("shapefile.note.empty_ring")
			continue
		}
		pts, bad := points64(d.b[at+pointSize*from : at+pointSize*to])
		if bad >= 0 {
			return nil, d.fault(at+pointSize*(from+bad), "shapefile.not_a_number")
		}
		rings = append(rings, pts)
	}
	return rings, nil
}

// start is the number of the first point of part k.
func (d *decoder) start(k int) int { return int(int32(binary.LittleEndian.Uint32(d.b[partsAt+4*k:]))) }

// points64 reads points; bad is the first that is not finite, or -1.
func points64(b []byte) (pts []geo.Point, bad int) {
	pts = make([]geo.Point, len(b)/pointSize)
	bad = -1
	for i := range pts {
		two := b[i*pointSize:][:pointSize]
		x := math.Float64frombits(binary.LittleEndian.Uint64(two))
		y := math.Float64frombits(binary.LittleEndian.Uint64(two[8:]))
		if (x-x)+(y-y) != 0 && bad < 0 { // not a number unless both are finite
			bad = i
		}
		pts[i] = geo.Point{x, y}
	}
	return pts, bad
}

// closed are the lines that end where they begin, and so go round some land.
func (d *decoder) closed(lines [][]geo.Point) [][]geo.Point {
	var rings [][]geo.Point
	open := 0
	for _, l := range lines {
		if len(l) > 3 && l[0] == l[len(l)-1] {
			rings = append(rings, l)
		} else {
			open++
		}
	}
	switch {
	case len(rings) == 0 && open > 0:
		d.note("shapefile.note.open_lines", "n", open)
	case open > 0:
		d.note("shapefile.note.some_closed", "rings", len(rings), "open", open)
	case len(rings) > 0:
		d.note("shapefile.note.lines_closed")
	}
	return rings
}

// arrange makes the shape of the rings.
func (d *decoder) arrange(rings [][]geo.Point, flat int) {
	if len(rings) == 0 {
		d.kind = map[int]string{polygon: "Polygon", polyLine: "LineString"}[flat]
		return
	}
	d.shape = d.nested(rings, flat)
	d.kind = "Polygon"
	if d.shape.Parts() > 1 {
		d.kind = "MultiPolygon"
	}
}

// nested sorts rings into outer ones and holes. The direction of one ring alone
// means nothing.
func (d *decoder) nested(rings [][]geo.Point, flat int) geo.Shape {
	if len(rings) == 1 {
		var b geo.Builder
		b.Part()
		b.Ring(rings[0])
		return b.Shape()
	}
	s, turned := nest.Rings(rings)
	if turned > 0 && flat == polygon {
		d.note("shapefile.note.turned", "n", turned)
	}
	return s
}
