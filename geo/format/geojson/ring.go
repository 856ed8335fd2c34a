package geojson

import (
	"bytes"
	"math"

	"zhenjie/geo"
	"zhenjie/geo/decimal"
)

// polygon reads the coordinates of one polygon. A ring without points is
// passed over, unless the polygon's holes would be left without an outside.
func (d *decoder) polygon() error {
	from, begun := d.i, false
	outer := true
	return d.elements(func() error {
		if d.rings++; d.rings > d.limits.Rings {
			return geo.BadInput(d.at(d.i), "geojson.rings", "limit", d.limits.Rings)
		}
		pts, err := d.ring()
		if err != nil {
			return err
		}
		switch {
		case len(pts) == 0:
			d.seen.emptyRing = true
		case !outer && !begun:
			return geo.BadInput(d.at(from), "geojson.no_outer_ring")
		case !begun:
			begun = true
			d.builder.Part()
			fallthrough
		default:
			d.builder.Ring(pts)
		}
		outer = false
		return nil
	})
}

// ring reads a list of positions into a slice made once, of the right size.
func (d *decoder) ring() ([]geo.Point, error) {
	if err := d.open('[', "geojson.want.ring"); err != nil {
		return nil, err
	}
	d.depth--
	if d.take(']') {
		return nil, nil
	}
	n := positions(d.b[d.i:])
	if d.vertices += n; d.vertices > d.limits.Vertices {
		return nil, geo.BadInput(d.at(d.i), "geojson.vertices", "limit", d.limits.Vertices)
	}
	pts := make([]geo.Point, 0, n)
	for {
		p, end := pair(d.b, d.i)
		if end < 0 {
			var err error
			if p, err = d.position(); err != nil {
				return nil, err
			}
		} else {
			d.i = end
		}
		pts = append(pts, p)
		if d.i < len(d.b) && d.b[d.i] == ',' {
			if next := afterSpace(d.b, d.i+1); next < len(d.b) && d.b[next] == '[' {
				d.i = next
				continue
			}
		}
		if done, err := d.next(']', "geojson.want.ring_goes_on"); done || err != nil {
			return pts, err
		}
	}
}

// positions counts the positions of the ring whose first one begins b: as many
// closing brackets as are followed by a comma, and the last. In text that is
// no ring it counts something, but no more than the text could hold.
func positions(b []byte) int {
	n, most := 0, len(b)/len("[1,2],")+1
	for i := 0; n < most; n++ {
		i = index(b, i, ']') + 1
		for i < len(b) && isSpace(b[i]) {
			i++
		}
		if i >= len(b) || b[i] != ',' {
			return n + 1
		}
	}
	return n
}

// pair reads a position of the common forms, [1,2], [1, 2] and GDAL's [ 1, 2 ]:
// coordinates are nearly all there is to read. -1 leaves everything else, faults
// too, to position.
func pair(b []byte, i int) (p geo.Point, end int) {
	if i >= len(b) || b[i] != '[' {
		return p, -1
	}
	x, i := decimal.Number(b, afterSpace(b, i+1))
	if i < 0 || i >= len(b) || b[i] != ',' {
		return p, -1
	}
	y, i := decimal.Number(b, afterSpace(b, i+1))
	if i < 0 || math.IsInf(x, 0) || math.IsInf(y, 0) {
		return p, -1
	}
	if i = afterSpace(b, i); i >= len(b) || b[i] != ']' {
		return p, -1
	}
	return geo.Point{x, y}, i + 1
}

// afterSpace passes over one space, if there is one at b[i].
func afterSpace(b []byte, i int) int {
	if i < len(b) && b[i] == ' ' {
		i++
	}
	return i
}

// position reads one position; numbers after the second are passed over.
func (d *decoder) position() (p geo.Point, err error) {
	if d.i == len(d.b) || d.b[d.i] != '[' {
		return p, d.unexpected("geojson.want.position")
	}
	d.i++
	for n := 0; ; n++ {
		d.space()
		if n < 2 && d.peek() == ']' {
			return p, geo.BadInput(d.at(d.i), "geojson.short_position", "n", n)
		}
		x, end := decimal.Number(d.b, d.i)
		if end < 0 {
			return p, d.notNumber("geojson.want.number")
		}
		if math.IsInf(x, 0) {
			return p, geo.BadInput(d.at(d.i), "geojson.huge_number", "got", shorten(string(bytes.TrimSpace(d.b[d.i:min(end, d.i+50)]))))
		}
		if d.i = end; n < 2 {
			p[n] = x
		} else {
			d.seen.extra = true
		}
		d.space()
		if d.take(']') {
			if n == 0 {
				return p, geo.BadInput(d.at(d.i-1), "geojson.short_position", "n", 1)
			}
			return p, nil
		}
		if !d.take(',') {
			return p, d.unexpected("geojson.want.position_goes_on")
		}
	}
}
