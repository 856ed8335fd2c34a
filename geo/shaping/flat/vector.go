// Package flat holds the plane geometry that drawing and snapping share: vectors
// in metres, and an index of the edges of many outlines.
package flat

import (
	"math"

	"zhenjie/geo"
)

// Add returns a + k·v.
func Add(a geo.Point, k float64, v geo.Point) geo.Point {
	return geo.Point{a[0] + k*v[0], a[1] + k*v[1]}
}

// Sub returns the way from b to a.
func Sub(a, b geo.Point) geo.Point { return geo.Point{a[0] - b[0], a[1] - b[1]} }

// Dot is the scalar product.
func Dot(a, b geo.Point) float64 { return a[0]*b[0] + a[1]*b[1] }

// Cross is the vector product: positive when b points to the left of a.
func Cross(a, b geo.Point) float64 { return a[0]*b[1] - a[1]*b[0] }

// Length is the length of a vector.
func Length(v geo.Point) float64 { return math.Hypot(v[0], v[1]) }

// Unit is the vector of length 1 in the direction of v; ok is false when v has
// none.
func Unit(v geo.Point) (u geo.Point, ok bool) {
	n := Length(v)
	if !(n > 0) {
		return geo.Point{}, false
	}
	return geo.Point{v[0] / n, v[1] / n}, true
}

// Right is v turned clockwise by a right angle.
func Right(v geo.Point) geo.Point { return geo.Point{v[1], -v[0]} }

// Foot returns where on the segment from a to b lies the place nearest to p, as
// a fraction of the way, 0 ≤ t ≤ 1, and its distance from p.
func Foot(p, a, b geo.Point) (t, distance float64) {
	way := Sub(b, a)
	if n := Dot(way, way); n > 0 {
		t = min(max(Dot(Sub(p, a), way)/n, 0), 1)
	}
	return t, Length(Sub(p, Along(a, b, t)))
}

// Along is the point a fraction t of the way from a to b; the ends are exact.
func Along(a, b geo.Point, t float64) geo.Point {
	if t == 1 {
		return b
	}
	return Add(a, t, Sub(b, a))
}

// Twice is twice the signed area of the ring of corners, positive when it runs
// counterclockwise; counted from its first corner, where rounding is least.
func Twice(corners []geo.Point) float64 {
	sum := 0.0
	for i := 1; i+1 < len(corners); i++ {
		sum += Cross(Sub(corners[i], corners[0]), Sub(corners[i+1], corners[0]))
	}
	return sum
}

// Inside reports whether p lies inside the ring of corners, by the number of
// edges east of it; on the border it says either.
func Inside(corners []geo.Point, p geo.Point) bool {
	in := false
	for i, b := range corners {
		a := corners[(i+len(corners)-1)%len(corners)]
		if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0]+(p[1]-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
			in = !in
		}
	}
	return in
}
