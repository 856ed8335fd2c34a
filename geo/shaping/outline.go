package shaping

import (
	"math"
	"slices"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
)

// longest bounds the sizes people give, metres: beyond, the plane means nothing.
const longest = 100_000

// size refuses a length that no outline can have.
func size(metres float64) error {
	if !(metres > 0 && metres <= longest) {
		return geo.BadInput(geo.At{}, "shaping.size", "metres", metres)
	}
	return nil
}

// Rectangle returns a rectangle by its middle, sides and the bearing of its
// height, degrees clockwise from grid north. Sides are in metres of the plane,
// above 0 and at most 100 km ("shaping.size" otherwise).
func (p Plane) Rectangle(centre geo.Point, width, height, bearing float64) (geo.Shape, error) {
	for _, side := range [...]float64{width, height} {
		if err := size(side); err != nil {
			return geo.Shape{}, err
		}
	}
	c := p.ToPlane(centre)
	sin, cos := math.Sincos(math.Remainder(bearing, 360) * radian)
	up, right := geo.Point{sin, cos}, geo.Point{cos, -sin}
	var ring []geo.Point
	for _, k := range [...][2]float64{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}} {
		corner := flat.Add(flat.Add(c, k[0]*width/2, right), k[1]*height/2, up)
		ring = append(ring, p.ToDegrees(corner))
	}
	return closed(ring), nil
}

// RectangleBetween returns the rectangle with two opposite corners, which keep
// their bits, and sides along the plane's axes. "shaping.size" is the error when
// they lie on one axis.
func (p Plane) RectangleBetween(a, b geo.Point) (geo.Shape, error) {
	from, to := p.ToPlane(a), p.ToPlane(b)
	way := flat.Sub(to, from)
	for _, side := range way {
		if err := size(math.Abs(side)); err != nil {
			return geo.Shape{}, err
		}
	}
	ring := []geo.Point{a, p.ToDegrees(geo.Point{to[0], from[1]}), b, p.ToDegrees(geo.Point{from[0], to[1]})}
	if way[0]*way[1] < 0 {
		slices.Reverse(ring)
	}
	return closed(ring), nil
}

// Circle returns a polygon of corners on a circle, the first one north of the
// middle. It lies inside the circle and is smaller by 6.6/corners² of its area:
// 0.64 % for 32 corners, 0.16 % for 64, 0.01 % for 256. The radius is in metres of
// the plane; corners are 3 to 10,000 ("shaping.corners" otherwise).
func (p Plane) Circle(centre geo.Point, radius float64, corners int) (geo.Shape, error) {
	if err := size(radius); err != nil {
		return geo.Shape{}, err
	}
	if corners < 3 || corners > 10_000 {
		return geo.Shape{}, geo.BadInput(geo.At{}, "shaping.corners", "n", corners)
	}
	c := p.ToPlane(centre)
	ring := make([]geo.Point, corners)
	for i := range ring {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(corners))
		ring[i] = p.ToDegrees(flat.Add(c, radius, geo.Point{-sin, cos}))
	}
	return closed(ring), nil
}

// closed makes a shape of corners, to which the first is added at the end.
func closed(corners []geo.Point) geo.Shape {
	return geo.Polygon(append(slices.Clip(corners), corners[0]))
}
