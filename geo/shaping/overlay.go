package shaping

import (
	"fmt"
	"math"

	"github.com/peterstace/simplefeatures/geom"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
	"zhenjie/geo/simple"
	"zhenjie/geo/topology"
)

// operation is one of simplefeatures' overlays.
type operation func(a, b geom.Geometry) (geom.Geometry, error)

// Merge returns the ground of both shapes as one. Borders they share, to 5 mm,
// disappear; parts that do not touch stay parts. Both must be valid
// ("validity.overlay_invalid"), and within 10° of longitude ("shaping.too_wide").
func Merge(a, b geo.Shape) (geo.Shape, error) {
	switch {
	case a.IsEmpty():
		return b, nil
	case b.IsEmpty():
		return a, nil
	}
	return overlay(geom.Union, a, b)
}

// Clip returns the ground of a that is also b's, in the plane of longitude and
// latitude as topology.Intersection, so that nothing of it lies outside b for
// topology.Difference but what rounding new corners adds. It is empty where the
// two share no ground.
func Clip(a, b geo.Shape) (geo.Shape, error) {
	common, err := topology.Intersection(a, b)
	if err != nil {
		return geo.Shape{}, err
	}
	known := map[geo.Point]bool{}
	for _, s := range [...]geo.Shape{a, b} {
		for _, r := range s.All() {
			for i := range r.Len() {
				known[r.At(i)] = true
			}
		}
	}
	round := tidy(common.Map(func(p geo.Point) geo.Point {
		if known[p] {
			return p
		}
		return rounded(p)
	}))
	if !topology.Valid(topology.Check(round)) {
		return common, nil // a sliver that rounding would fold
	}
	return round, nil
}

// CutHole takes the ground inside a ring out of a shape. A ring inside one part
// becomes a hole of it and keeps its bits; one that reaches across a border or
// another hole bites a piece off. The ring may be open. Errors are
// "shaping.hole_outside" where there is nothing to take, "shaping.hole_all" where
// nothing would be left, and those of Merge.
func CutHole(s geo.Shape, ring []geo.Point) (geo.Shape, error) {
	hole := geo.NewRing(ring)
	if hole.Corners() == 0 {
		return geo.Shape{}, geo.BadInput(geo.At{}, "shaping.hole_outside")
	}
	bite := geo.Polygon(simple.Closed(hole))
	if err := workable(s, bite); err != nil {
		return geo.Shape{}, err
	}
	plane := PlaneOf(s)
	apart := !touch(s.Map(plane.ToPlane), bite.Map(plane.ToPlane))
	for p := 0; apart && p < s.Parts(); p++ {
		if whole := withHole(s, p, bite); topology.Valid(topology.Check(whole)) {
			return whole, nil
		}
	}
	rest, err := overlay(geom.Difference, s, bite)
	switch {
	case err != nil:
		return geo.Shape{}, err
	case rest.IsEmpty():
		return geo.Shape{}, geo.BadInput(geo.At{}, "shaping.hole_all")
	case plane.area(s)-plane.area(rest) < 0.01:
		return geo.Shape{}, geo.BadInput(geo.At{}, "shaping.hole_outside")
	}
	return rest, nil
}

// withHole returns the shape with one more hole in a part.
func withHole(s geo.Shape, part int, hole geo.Shape) geo.Shape {
	parts := make([]geo.Shape, s.Parts())
	for p := range parts {
		parts[p] = s.Part(p)
	}
	var rings [][]geo.Point
	for r := range s.Rings(part) {
		rings = append(rings, s.Ring(part, r).Points())
	}
	parts[part] = geo.Polygon(append(rings, hole.Ring(0, 0).Points())...)
	return geo.Join(parts...)
}

// area is the area of a shape in the plane, m².
func (p Plane) area(s geo.Shape) float64 {
	sum := 0.0
	for ref, r := range s.All() {
		if m2 := math.Abs(flat.Twice(p.corners(r))) / 2; ref.Ring == 0 {
			sum += m2
		} else {
			sum -= m2
		}
	}
	return sum
}

// overlay runs an operation in the plane of both shapes, borders that nearly
// coincide made to do so.
func overlay(op operation, a, b geo.Shape) (geo.Shape, error) {
	if err := workable(a, b); err != nil {
		return geo.Shape{}, err
	}
	g := groundOf(PlaneOf(geo.Join(a, b)))
	one, other := aligned(g.shape(a), g.shape(b))
	out, err := simple.Run(func() (geom.Geometry, error) {
		return op(simple.Polygons(one), simple.Polygons(other))
	})
	if err != nil {
		return geo.Shape{}, failed(err)
	}
	return checked(g.back(simple.Shape(out)))
}

// aligned makes the corners of each shape that lie on the other corners of both.
func aligned(a, b geo.Shape) (geo.Shape, geo.Shape) {
	a, moved := attached(a, allPoints(b))
	i := 0
	b = b.Map(func(geo.Point) geo.Point { i++; return moved[i-1] })
	b, _ = attached(b, allPoints(a))
	return a, b
}

func allPoints(s geo.Shape) []geo.Point {
	var out []geo.Point
	for _, r := range s.All() {
		out = append(out, r.Points()...)
	}
	return out
}

func failed(reason error) error {
	return geo.BadInput(geo.At{}, "validity.overlay_failed", "reason", fmt.Sprint(reason))
}
