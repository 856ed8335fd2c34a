package area

import (
	"math"
	"sync"

	"github.com/tidwall/geodesic"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// geodesics measures polygons whose edges are geodesics.
type geodesics struct {
	ellipse
	full func() *geodesic.Ellipsoid // the full solution, made when first needed
}

func newGeodesics(el crs.Ellipsoid) *geodesics {
	return &geodesics{newEllipse(el), sync.OnceValue(func() *geodesic.Ellipsoid {
		return geodesic.NewEllipsoid(el.A, el.F)
	})}
}

// The two ellipsoids in daily use are prepared once.
var (
	onCGCS2000 = sync.OnceValue(func() *geodesics { return newGeodesics(crs.CGCS2000) })
	onWGS84    = sync.OnceValue(func() *geodesics { return newGeodesics(crs.WGS84) })
)

func geodesicsOn(el crs.Ellipsoid) *geodesics {
	switch el {
	case crs.CGCS2000:
		return onCGCS2000()
	case crs.WGS84:
		return onWGS84()
	}
	return newGeodesics(el)
}

// shape returns the area of a shape and the spread of its vertices, m², in the
// zone of a meridian, degrees.
func (g *geodesics) shape(s geo.Shape, meridian float64) (area geo.Area, spread float64) {
	var total sum
	for at, r := range s.All() {
		m2, sp := g.ring(r, meridian)
		total.add(signed(at, m2))
		spread += sp
	}
	return geo.Area(total.value()), spread
}

// turn is how far the edge from v to w turns round the earth's axis, degrees.
func turn(v, w vertex) float64 {
	turn := w.lon - v.lon
	if math.Abs(turn) > 180 {
		turn = math.Remainder(turn, 360)
	}
	return turn
}

// edge is the term of one edge: the area between the geodesic and the frame's
// reference parallel, m², positive where an edge north of it runs east.
func (g *geodesics) edge(f *frame, v, w vertex, turn float64) float64 {
	dl := turn * radian
	if b, bound := bulge(&g.ellipse, v, w, dl); bound <= maxError {
		return dl*(v.y+w.y)/2 + b
	}
	return g.longEdge(f, v, w, turn)
}

// longEdge is the term of an edge by the solution of the inverse geodesic
// problem (Karney 2013, eq. 58–62). Its area is counted from the equator, so that
// rounding costs 1e-16 of the strip down to there: some 1e-4 m² for 100 km at 30°.
func (g *geodesics) longEdge(f *frame, v, w vertex, turn float64) float64 {
	if math.IsNaN(v.y + w.y + turn) {
		return math.NaN()
	}
	var area float64
	g.full().GenInverse(v.lat, 0, w.lat, turn, nil, nil, nil, nil, nil, nil, &area)
	return area - f.y0*(turn*radian)
}

// spread is |w − u|² in m² in the plane of the zone for the neighbours u and w of a
// vertex v, turn degrees apart: plane.go's spread without a projection. Radii of
// curvature and scale at v are taken for the whole way; with K the Gaussian
// curvature the square of the scale is 1 + K (N λ cos φ)² and fourth powers of λ,
// 2e-7 in the zone.
func (f *frame) spread(u, v, w vertex, turn float64) float64 {
	q := 1 - f.e2*v.s*v.s
	east, north := turn*radian, (w.lat-u.lat)*radian
	meridian := f.b2 * f.b2 / (f.a2 * q * q * q) // its radius of curvature squared
	off := (v.lon - f.meridian) * radian
	return (v.rho*east*east + meridian*north*north) * (1 + q*q*f.invB2*v.rho*off*off)
}

// geodesicSums are the sums over a run of edges, those of spread over the
// vertices that the edges begin at.
type geodesicSums struct {
	area         sum
	turn, spread float64
}

func (s *geodesicSums) join(next geodesicSums) {
	s.area.join(next.area)
	s.turn += next.turn
	s.spread += next.spread
}

// ring returns the area a ring encloses, m², never negative: the smaller of the
// two parts it divides the ellipsoid into; and the spread of its vertices in the
// zone of a meridian, m².
func (g *geodesics) ring(r geo.Ring, meridian float64) (area, spread float64) {
	n := r.Corners()
	if n == 0 {
		return 0, 0
	}
	f := newFrame(&g.ellipse, r.At(0)[1], meridian)
	total := overEdges(n, func(lo, hi int) geodesicSums { return g.walk(&f, r, lo, hi) }, (*geodesicSums).join)
	return g.enclosed(&f, total), total.spread
}

func (g *geodesics) walk(f *frame, r geo.Ring, lo, hi int) geodesicSums {
	var sums geodesicSums
	n := r.Corners()
	prev, cur := f.vertex(r.At((lo+n-1)%n)), f.vertex(r.At(lo))
	before := turn(prev, cur)
	for i := lo; i < hi; i++ {
		next := f.vertex(r.Next(i))
		way := turn(cur, next)
		sums.area.add(g.edge(f, cur, next, way))
		sums.turn += way
		sums.spread += f.spread(prev, cur, next, before+way)
		prev, cur, before = cur, next, way
	}
	return sums
}

// enclosed turns a ring's sums into its area. A ring that turns k times round
// the axis has 2πk times the reference strip missing from its sum, and if k is
// odd it encloses one pole: measured from that pole's own strip, the sum is the
// area up to whole ellipsoids.
func (g *geodesics) enclosed(f *frame, s geodesicSums) float64 {
	area := s.area.value()
	hemisphere := 2 * math.Pi * g.zone(1)
	if k := math.Round(s.turn / 360); k != 0 {
		equator := area + 2*math.Pi*k*f.y0
		pole := math.Copysign(g.zone(1), equator*k)
		area += 2 * math.Pi * k * (f.y0 - pole)
	}
	return math.Abs(math.Remainder(area, 2*hemisphere))
}
