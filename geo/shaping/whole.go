package shaping

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
)

// Translate moves a shape by metres to the east and north of its plane.
func Translate(s geo.Shape, east, north float64) geo.Shape { return transform(s, shift(east, north)) }

// Rotate turns a shape clockwise, as bearings count, about a place by degrees.
func Rotate(s geo.Shape, about geo.Point, degrees float64) geo.Shape {
	centre := PlaneOf(s).ToPlane(about)
	sin, cos := math.Sincos(math.Remainder(degrees, 360) * radian)
	return transform(s, func(p geo.Point) geo.Point {
		d := flat.Sub(p, centre)
		return flat.Add(centre, 1, geo.Point{cos*d[0] + sin*d[1], cos*d[1] - sin*d[0]})
	})
}

const radian = math.Pi / 180 // one degree in radians

// Scale makes a shape larger or smaller about a place, which stays. The factor
// must be a number above 0 ("shaping.factor" otherwise).
func Scale(s geo.Shape, about geo.Point, factor float64) (geo.Shape, error) {
	if !(factor > 0 && factor <= 1000) {
		return geo.Shape{}, geo.BadInput(geo.At{}, "shaping.factor", "factor", factor)
	}
	centre := PlaneOf(s).ToPlane(about)
	return transform(s, func(p geo.Point) geo.Point {
		return flat.Add(centre, factor, flat.Sub(p, centre))
	}), nil
}

// transform moves all points of a shape in its plane.
func transform(s geo.Shape, f func(geo.Point) geo.Point) geo.Shape {
	plane := PlaneOf(s)
	return s.Map(func(p geo.Point) geo.Point { return plane.moved(p, f) })
}

// RemovePart returns the shape without one part, or as it is without such a part.
func RemovePart(s geo.Shape, part int) geo.Shape {
	var kept []geo.Shape
	for i := range s.Parts() {
		if i != part {
			kept = append(kept, s.Part(i))
		}
	}
	return geo.Join(kept...)
}

// RemoveRing returns the shape without one ring; an outer one takes its holes
// along. A shape without the ring is returned as it is.
func RemoveRing(s geo.Shape, at geo.RingRef) geo.Shape {
	if !hasRing(s, at) {
		return s
	}
	if at.Ring == 0 {
		return RemovePart(s, at.Part)
	}
	parts := make([]geo.Shape, s.Parts())
	for p := range parts {
		parts[p] = s.Part(p)
	}
	var rest geo.Builder
	rest.Part()
	for r := range s.Rings(at.Part) {
		if r != at.Ring {
			rest.Ring(s.Ring(at.Part, r).Points())
		}
	}
	parts[at.Part] = rest.Shape()
	return geo.Join(parts...)
}
