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

// edge is the term of one edge: the area between the geodesic and the frame's
// reference parallel, m², positive where an edge north of it runs east; and how
// far it turns round the earth's axis, degrees.
func (g *geodesics) edge(f *frame, v, w vertex) (m2, turn float64) {
	turn = w.lon - v.lon
	if math.Abs(turn) > 180 {
		turn = math.Remainder(turn, 360)
	}
	dl := turn * radian
	if b, bound := bulge(&g.ellipse, v, w, dl); bound <= maxError {
		return dl*(v.y+w.y)/2 + b, turn
	}
	return g.longEdge(f, v, w, turn), turn
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

// geodesicSums are the sums over a run of edges.
type geodesicSums struct{ area, turn sum }

func (s *geodesicSums) join(next geodesicSums) {
	s.area.join(next.area)
	s.turn.join(next.turn)
}

// ring returns the area a ring encloses, m², never negative: the smaller of the
// two parts it divides the ellipsoid into.
func (g *geodesics) ring(r geo.Ring) float64 {
	n := r.Corners()
	if n == 0 {
		return 0
	}
	f := newFrame(&g.ellipse, r.At(0)[1])
	total := overEdges(n, func(lo, hi int) geodesicSums { return g.walk(&f, r, lo, hi) }, (*geodesicSums).join)
	return g.enclosed(&f, total)
}

func (g *geodesics) walk(f *frame, r geo.Ring, lo, hi int) geodesicSums {
	var sums geodesicSums
	first := f.vertex(r.At(lo))
	cur := first
	for i := lo; i < hi; i++ {
		var next vertex
		if i+1 == r.Corners() && lo == 0 {
			next = first
		} else {
			next = f.vertex(r.Next(i))
		}
		term, turn := g.edge(f, cur, next)
		sums.area.add(term)
		sums.turn.add(turn)
		cur = next
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
	if k := math.Round(s.turn.value() / 360); k != 0 {
		equator := area + 2*math.Pi*k*f.y0
		pole := math.Copysign(g.zone(1), equator*k)
		area += 2 * math.Pi * k * (f.y0 - pole)
	}
	return math.Abs(math.Remainder(area, 2*hemisphere))
}
