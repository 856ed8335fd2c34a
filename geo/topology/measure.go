package topology

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/area"
	"zhenjie/geo/crs"
)

// measure tells areas and lengths of one shape in metres.
type measure struct {
	zone   crs.System // zero for shapes that are in metres already
	wide   bool       // more than a degree: surveying edges in pieces of 70 m would take long
	kx, ky float64    // metres a unit of x and y, near the shape's middle
}

func measureOf(s geo.Shape) measure {
	b, ok := s.Bound()
	if mid := b.Center(); ok && inDegrees(b.Min) && inDegrees(b.Max) && inDegrees(mid) {
		const metresPerDegree = 111.2e3
		return measure{
			zone: crs.Zone3(mid[0]), wide: max(b.Max[0]-b.Min[0], b.Max[1]-b.Min[1]) > 1,
			kx: metresPerDegree * math.Cos(mid[1]*math.Pi/180), ky: metresPerDegree,
		}
	}
	return measure{kx: 1, ky: 1}
}

// signed is the area inside a line, positive if it runs counter-clockwise.
func (m measure) signed(pts []geo.Point) geo.Area {
	plane := planeArea(pts)
	if m.zone.IsZero() || plane == 0 {
		return geo.Area(plane)
	}
	if m.wide {
		return geo.Area(math.Copysign(area.GeodesicOn(geo.Polygon(pts), crs.CGCS2000).M2(), plane))
	}
	return geo.Area(math.Copysign(area.SurveyIn(geo.Polygon(pts), m.zone).M2(), plane))
}

// planeArea is the signed area inside a line in units of its coordinates.
func planeArea(pts []geo.Point) float64 {
	twice := 0.0
	for i := 1; i+1 < len(pts); i++ {
		o, p, q := pts[0], pts[i], pts[i+1]
		twice += (p[0]-o[0])*(q[1]-o[1]) - (q[0]-o[0])*(p[1]-o[1])
	}
	return twice / 2
}

// size is the area inside a line, however it runs.
func (m measure) size(pts []geo.Point) geo.Area { return geo.Area(math.Abs(m.signed(pts).M2())) }

// total is the area of a shape, as it is counted.
func (m measure) total(s geo.Shape) (sum geo.Area) {
	for ref, r := range s.All() {
		sum += counted(ref, m.size(r.Points()))
	}
	return sum
}

// counted is the effect on a shape of one on a ring: holes count the other way.
func counted(ref geo.RingRef, a geo.Area) geo.Area {
	if ref.Ring > 0 {
		return -a
	}
	return a
}

// distance is that of two points in metres, to about 1 %.
func (m measure) distance(p, q geo.Point) float64 {
	return math.Hypot((p[0]-q[0])*m.kx, (p[1]-q[1])*m.ky)
}

// toLine is the distance of p from the edge from a to b, in metres, and where
// along the edge the nearest point is, 0 to 1.
func (m measure) toLine(p, a, b geo.Point) (metres, along float64) {
	dx, dy := (b[0]-a[0])*m.kx, (b[1]-a[1])*m.ky
	px, py := (p[0]-a[0])*m.kx, (p[1]-a[1])*m.ky
	if square := dx*dx + dy*dy; square > 0 {
		along = min(max((px*dx+py*dy)/square, 0), 1)
	}
	return math.Hypot(px-along*dx, py-along*dy), along
}

// width is how wide the ground inside a line is on the average, in metres.
func (m measure) width(pts []geo.Point) float64 {
	length := 0.0
	for i := 1; i < len(pts); i++ {
		length += m.distance(pts[i-1], pts[i])
	}
	if length == 0 {
		return 0
	}
	return 2 * m.size(pts).M2() / length
}
