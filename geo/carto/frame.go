package carto

import (
	"math"

	"zhenjie/geo"
)

// The CGCS2000 ellipsoid (GB/T 22021-2008, GB 22021): semi-major axis in
// metres and first eccentricity, from 1/f = 298.257222101.
const (
	semiMajor    = 6378137.0
	flattening   = 1 / 298.257222101
	eccentricity = 0.08181919104281579 // sqrt(f(2−f))
	radian       = math.Pi / 180
)

// Points outside these limits are drawn at the limit: they are mistakes in the
// data, and have to be seen as such without reaching for the poles.
const (
	maxLatitude  = 89.0
	maxLongitude = 540.0
)

// World is a point of the map plane, in metres at the equator; Y grows north.
type World struct{ X, Y float64 }

// finite reports whether the point can be drawn at all.
func (w World) finite() bool { return w.X-w.X == 0 && w.Y-w.Y == 0 }

// ToWorld projects a longitude and latitude in degrees. Values off the globe
// are drawn at its edge; NaN stays NaN.
//
// Snyder, Map Projections: A Working Manual, eq. 7-6 and 7-7a.
func ToWorld(p geo.Point) World {
	lon := min(max(p[0], -maxLongitude), maxLongitude)
	lat := min(max(p[1], -maxLatitude), maxLatitude)
	sin, cos := math.Sincos(lat * radian)
	return World{
		X: semiMajor * lon * radian,
		Y: semiMajor * (math.Asinh(sin/cos) - eccentricity*math.Atanh(eccentricity*sin)),
	}
}

// ToDegrees is the inverse of ToWorld, to 1e-13 degrees.
func ToDegrees(w World) geo.Point {
	conformal := w.Y / semiMajor
	sin := math.Tanh(conformal)
	for range 8 { // each step is nearer by a factor of about e² = 0.0067
		sin = math.Tanh(conformal + eccentricity*math.Atanh(eccentricity*sin))
	}
	return geo.Point{w.X / semiMajor / radian, math.Asin(sin) / radian}
}

// worldMetres returns how many metres of the plane one metre on the ground is
// at a latitude in degrees: the same in every direction.
func worldMetres(lat float64) float64 {
	sin, cos := math.Sincos(lat * radian)
	return math.Sqrt(1-eccentricity*eccentricity*sin*sin) / cos
}

// Box is a rectangle of the map plane. The zero Box is not empty but a point;
// emptyBox is.
type Box struct{ MinX, MinY, MaxX, MaxY float64 }

var inf = math.Inf(1)

func emptyBox() Box { return Box{inf, inf, -inf, -inf} }

// Empty reports whether the box holds no point.
func (b Box) Empty() bool { return !(b.MinX <= b.MaxX && b.MinY <= b.MaxY) }

func (b Box) with(w World) Box {
	return Box{min(b.MinX, w.X), min(b.MinY, w.Y), max(b.MaxX, w.X), max(b.MaxY, w.Y)}
}

// Union returns the smallest box round both.
// holds reports whether a point lies in the box or on its border.
func (b Box) holds(w World) bool {
	return w.X >= b.MinX && w.X <= b.MaxX && w.Y >= b.MinY && w.Y <= b.MaxY
}

func (b Box) Union(o Box) Box {
	return Box{min(b.MinX, o.MinX), min(b.MinY, o.MinY), max(b.MaxX, o.MaxX), max(b.MaxY, o.MaxY)}
}

// Middle returns the centre of the box.
func (b Box) Middle() World { return World{(b.MinX + b.MaxX) / 2, (b.MinY + b.MaxY) / 2} }

// length returns the distance of two points of the plane. (math.Hypot is
// several times as dear, for ranges the plane does not have.)
func length(a, b World) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	return math.Sqrt(dx*dx + dy*dy)
}
