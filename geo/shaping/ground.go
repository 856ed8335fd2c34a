package shaping

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
	"zhenjie/geo/topology"
)

// ground is a plane that remembers the corners brought into it, so that those
// which come back untouched get their bits back.
type ground struct {
	Plane
	known map[geo.Point]geo.Point // metres → degrees
}

func groundOf(p Plane) *ground { return &ground{p, map[geo.Point]geo.Point{}} }

// point brings a place into the plane.
func (g *ground) point(p geo.Point) geo.Point {
	m := g.ToPlane(p)
	g.known[m] = p
	return m
}

// shape brings a shape into the plane.
func (g *ground) shape(s geo.Shape) geo.Shape { return s.Map(g.point) }

// line brings a line into the plane and drops points that repeat the one before.
func (g *ground) line(pts []geo.Point) []geo.Point {
	out := make([]geo.Point, len(pts))
	for i, p := range pts {
		out[i] = g.point(p)
	}
	return distinct(out)
}

// back brings a shape out of the plane, without its slivers.
func (g *ground) back(s geo.Shape) geo.Shape {
	wide := filtered(s, func(pts []geo.Point) bool { return !sliver(pts) })
	return tidy(wide.Map(func(m geo.Point) geo.Point {
		if p, ok := g.known[m]; ok {
			return p
		}
		return g.ToDegrees(m)
	}))
}

// sliver reports whether a ring in the plane is less than 1 mm wide on the average:
// a gap between borders that should coincide, no ground.
func sliver(pts []geo.Point) bool {
	length := 0.0
	for i := 1; i < len(pts); i++ {
		length += flat.Length(flat.Sub(pts[i], pts[i-1]))
	}
	return math.Abs(flat.Twice(pts)) < 0.001*length
}

// tidy leaves out points that repeat the one before, and rings without three
// corners.
func tidy(s geo.Shape) geo.Shape {
	var b geo.Builder
	for p := range s.Parts() {
		b.Part()
		for r := range s.Rings(p) {
			b.Ring(distinct(s.Ring(p, r).Points()))
		}
	}
	return filtered(b.Shape(), func(pts []geo.Point) bool { return len(pts) >= 4 })
}

// filtered keeps the rings that are wanted; an outer one takes its holes along.
func filtered(s geo.Shape, wanted func(pts []geo.Point) bool) geo.Shape {
	var b geo.Builder
	for p := range s.Parts() {
		if !wanted(s.Ring(p, 0).Points()) {
			continue
		}
		b.Part()
		for r := range s.Rings(p) {
			if pts := s.Ring(p, r).Points(); r == 0 || wanted(pts) {
				b.Ring(pts)
			}
		}
	}
	return b.Shape()
}

// distinct drops the points that repeat the one before, in place.
func distinct(pts []geo.Point) []geo.Point {
	kept := pts[:0]
	for i, p := range pts {
		if i == 0 || p != kept[len(kept)-1] {
			kept = append(kept, p)
		}
	}
	return kept
}

// widest is how many degrees of longitude a shape may span to be worked on in one
// plane.
const widest = 10

// workable refuses shapes whose outcome would be nonsense: "validity.overlay_invalid"
// for one that is not valid, "shaping.too_wide" for one too wide for a plane.
func workable(shapes ...geo.Shape) error {
	for _, s := range shapes {
		for _, p := range topology.Check(s) {
			if p.Severe() {
				return geo.BadInput(geo.At{}, "validity.overlay_invalid", "problem", p.Text)
			}
		}
	}
	if b, ok := geo.Join(shapes...).Bound(); ok && b.Max[0]-b.Min[0] > widest {
		return geo.BadInput(geo.At{}, "shaping.too_wide", "degrees", widest)
	}
	return nil
}

// checked returns a result, or "shaping.result" when it is not valid.
func checked(s geo.Shape) (geo.Shape, error) {
	for _, p := range topology.Check(s) {
		if p.Severe() {
			return geo.Shape{}, geo.BadInput(geo.At{}, "shaping.result", "problem", p.Text)
		}
	}
	return s, nil
}
