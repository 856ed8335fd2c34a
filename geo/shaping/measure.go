package shaping

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/crs"
	"zhenjie/geo/shaping/flat"
)

// Course is the straight way in the plane from one place to another.
type Course struct {
	Grid    float64 // distance in the plane, metres
	Ground  float64 // distance on the ellipsoid, metres
	Bearing float64 // from grid north, clockwise, 0 ≤ Bearing < 360; 0 when there is no way
}

// Between returns the course from a to b. The ground distance is the grid distance
// divided by the mean scale on the way, Simpson's rule over its ends and middle;
// within a zone it is the geodesic's to 1e-9 of itself up to some 20 km.
func (p Plane) Between(a, b geo.Point) Course {
	from, to := p.ToPlane(a), p.ToPlane(b)
	way := flat.Sub(to, from)
	grid := flat.Length(way)
	ends := 1/p.scale(from, a[1]) + 1/p.scale(to, b[1])
	middle := 1 / p.scale(flat.Along(from, to, 0.5), (a[1]+b[1])/2)
	return Course{Grid: grid, Ground: grid * (ends + 4*middle) / 6, Bearing: bearing(way)}
}

// Destination returns the place some metres of the plane away from another, in
// the direction of a bearing in degrees clockwise from grid north.
func (p Plane) Destination(from geo.Point, bearing, metres float64) geo.Point {
	sin, cos := math.Sincos(math.Remainder(bearing, 360) * radian)
	return p.moved(from, shift(metres*sin, metres*cos))
}

// bearing is the direction of a way, degrees clockwise from north.
func bearing(way geo.Point) float64 {
	deg := math.Atan2(way[0], way[1]) / radian
	if deg < 0 {
		deg += 360
	}
	return math.Mod(deg, 360)
}

// scale is the length in the plane of a short line of length 1 on the ellipsoid:
// 1 + E²/2R² + E⁴/24R⁴, R² = MN being the radius of curvature at the latitude (孔祥元
// 等《大地测量学基础》, 高斯投影长度比). It holds to 1e-10 within a zone.
func (p Plane) scale(at geo.Point, lat float64) float64 {
	east := at[0] - p.zone.Projection().FalseEasting
	e2 := crs.CGCS2000.E2()
	sin := math.Sin(lat * radian)
	w := 1 - e2*sin*sin
	r2 := crs.CGCS2000.A * crs.CGCS2000.A * (1 - e2) / (w * w)
	q := east * east / r2
	return 1 + q/2 + q*q/24
}

// EdgeLengths returns the length in metres of the plane of each edge of a ring,
// edge i leading from corner i to the next.
func (p Plane) EdgeLengths(r geo.Ring) []float64 {
	pts := p.corners(r)
	out := make([]float64, len(pts))
	for i := range pts {
		out[i] = flat.Length(flat.Sub(pts[(i+1)%len(pts)], pts[i]))
	}
	return out
}

// Angles returns the angle inside the ring at each corner, degrees between 0 and
// 360, whichever way the ring runs. The corner between two edges one of which has
// no length takes the direction of the edge before or after it; NaN when all
// corners are one point.
func (p Plane) Angles(r geo.Ring) []float64 {
	pts := p.corners(r)
	counterclockwise := flat.Twice(pts) >= 0
	out := make([]float64, len(pts))
	for i := range pts {
		before, after := away(pts, i, -1), away(pts, i, 1)
		turn := math.Atan2(flat.Cross(after, before), flat.Dot(after, before)) / radian
		if !counterclockwise {
			turn = -turn
		}
		if turn < 0 {
			turn += 360
		}
		out[i] = turn
		if before == (geo.Point{}) {
			out[i] = math.NaN()
		}
	}
	return out
}

// away is the way from corner i to the next different corner, going round in
// steps of 1 or −1; zero when there is none.
func away(pts []geo.Point, i, step int) geo.Point {
	for k, n := i, len(pts); ; {
		k = (k + step + n) % n
		if pts[k] != pts[i] || k == i {
			return flat.Sub(pts[k], pts[i])
		}
	}
}
