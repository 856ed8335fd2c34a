package wkt

import (
	"bytes"
	"math"

	"zhenjie/geo"
	"zhenjie/geo/decimal"
)

func (p *parser) polygonOrEmpty() error {
	if p.empty() {
		p.seen.emptyRing = true
		return nil
	}
	return p.polygon()
}

// polygon reads the rings of a polygon. An empty ring is passed over, unless
// the polygon's holes would be left without an outside.
func (p *parser) polygon() error {
	from, begun, outer := p.at(), false, true
	return p.list("wkt.want.ring", func() error {
		pts, err := p.ring()
		switch {
		case err != nil:
			return err
		case len(pts) == 0:
			p.seen.emptyRing = true
		case !outer && !begun:
			return geo.BadInput(from, "wkt.no_outer_ring")
		case !begun:
			begun = true
			p.builder.Part()
			fallthrough
		default:
			p.builder.Ring(pts)
		}
		outer = false
		return nil
	})
}

// lines reads one line or a list of them; those that end where they begin go
// round some land.
func (p *parser) lines(kind string) error {
	line := func() error {
		pts, err := p.ring()
		if err != nil {
			return err
		}
		if len(pts) > 3 && pts[0] == pts[len(pts)-1] {
			p.builder.Part()
			p.builder.Ring(pts)
			p.seen.closed++
		} else {
			p.seen.open++
		}
		return nil
	}
	if kind == "LineString" {
		return line()
	}
	return p.list("wkt.want.ring", line)
}

// ring reads a list of positions into a slice made once, of the right size.
func (p *parser) ring() ([]geo.Point, error) {
	if p.rings++; p.rings > p.limits.Rings {
		return nil, p.fault("wkt.rings", "limit", p.limits.Rings)
	}
	if p.empty() {
		return nil, nil
	}
	if !p.take('(') {
		return nil, p.unexpected("wkt.want.ring")
	}
	end := bytes.IndexByte(p.b[p.i:], ')')
	if end < 0 {
		p.i = len(p.b)
		return nil, p.fault("wkt.truncated")
	}
	n := bytes.Count(p.b[p.i:p.i+end], []byte(",")) + 1
	if p.vertices += n; p.vertices > p.limits.Vertices {
		return nil, p.fault("wkt.vertices", "limit", p.limits.Vertices)
	}
	pts := make([]geo.Point, 0, n)
	for {
		pt, err := p.position()
		if err != nil {
			return nil, err
		}
		pts = append(pts, pt)
		if p.take(')') {
			return pts, nil
		}
		if !p.take(',') {
			return nil, p.unexpected("wkt.want.goes_on")
		}
	}
}

// position reads x, y and passes over a height and a measure.
func (p *parser) position() (pt geo.Point, err error) {
	const most = 4
	for n := 0; ; n++ {
		p.space()
		if p.i < len(p.b) && n >= 2 && (p.b[p.i] == ',' || p.b[p.i] == ')') {
			return pt, nil
		}
		if n == most {
			return pt, p.unexpected("wkt.want.goes_on")
		}
		x, err := p.number()
		if err != nil {
			return pt, err
		}
		if n < 2 {
			pt[n] = x
		} else {
			p.seen.extra = true
		}
	}
}

// number reads a number that ends as a coordinate does.
func (p *parser) number() (float64, error) {
	x, end := decimal.Loose(p.b, p.i)
	if end < 0 || end < len(p.b) && !endsNumber(p.b[end]) {
		return 0, p.unexpected("wkt.want.number")
	}
	if math.IsInf(x, 0) {
		return 0, p.fault("wkt.huge_number", "got", snippet(p.b[p.i:]))
	}
	p.i = end
	return x, nil
}

func endsNumber(c byte) bool { return isSpace(c) || c == ',' || c == ')' }
