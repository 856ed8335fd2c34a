package area

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

const (
	radian = math.Pi / 180 // one degree in radians
	degree = 180 / math.Pi // one radian in degrees

	pieceLength = 70 // metres; a longer edge is divided for the survey area

	// maxPieces bounds the pieces of one chunk of edges: points strewn at random
	// over half a continent have no survey area rather than one that takes hours.
	maxPieces = 256 * chunkEdges

	grid   = 1e4    // plane coordinates are rounded to 1/grid metres
	second = 3600e6 // angles are rounded to 1/second degrees, 0.000001″
)

// plane computes survey and plane area and their spread in one zone. It makes
// one projection a vertex serve all three.
type plane struct {
	projection crs.GaussKruger
	zonal      zonal
	survey     bool // whether the survey area is wanted
}

func newPlane(zone crs.System, survey bool) plane {
	return plane{zone.Projection(), newZonal(zone.Datum.Ellipsoid()), survey}
}

// corner is a vertex in the plane; station is set only for the survey area.
type corner struct {
	x, y float64 // easting, northing, metres
	station
}

// station is a point of the statutory method after all its roundings.
type station struct {
	l float64 // longitude from the zone's meridian, radians
	f float64 // zonal.at its latitude
}

func (p *plane) corner(lonLat geo.Point) corner {
	var c corner
	c.x, c.y = p.projection.Forward(lonLat[0], lonLat[1])
	if p.survey {
		c.station = p.vertexStation(lonLat, c.x, c.y)
	}
	return c
}

// station rounds a plane position to 0.0001 m, takes it back to the ellipsoid
// and rounds longitude and latitude to 0.000001″.
func (p *plane) station(x, y float64) station {
	lon, lat := p.projection.Inverse(toGrid(x), toGrid(y))
	return station{p.longitude(lon), p.zonal.at(math.Sin(toSecond(lat) * radian))}
}

func toGrid(metres float64) float64 { return math.Round(metres*grid) / grid }

func toSecond(degrees float64) float64 { return math.Round(degrees*second) / second }

// longitude is the longitude from the zone's meridian, rounded, in radians.
func (p *plane) longitude(lon float64) float64 {
	return (math.Round(lon*second) - p.projection.CentralMeridian*second) / second * radian
}

// vertexStation is the station of a vertex whose plane position is x, y. Where it
// lies on the ellipsoid is known, and rounding moves it by less than 0.0001 m: the
// way back is a step along the tangent, and so is that to the zonal function.
func (p *plane) vertexStation(at geo.Point, x, y float64) station {
	s, c := math.Sincos(at[1] * radian)
	if c < leastCosine {
		return p.station(x, y)
	}
	dlon, dlat := p.step(at[0], s, c, toGrid(x)-x, toGrid(y)-y)
	lat := toSecond(at[1] + dlat)
	return station{p.longitude(at[0] + dlon), p.zonal.at(s) + p.zonal.slope(s, c)*(lat-at[1])*radian}
}

// leastCosine ends the step along the tangent half a degree from the poles.
const leastCosine = 0.01

// step is how far a point of a longitude, the sine and cosine of whose latitude
// are s and c, moves in degrees when its plane position moves by dx, dy metres.
//
// With γ the convergence and k the scale of the projection, the way on the
// ellipsoid is the plane's turned by γ and divided by k. On the sphere cos γ/k =
// cos λ and sin γ/k = sin φ sin λ. The ellipsoid differs by e²λ² of that: for
// 0.0001 m by 5e-10 m in the zone and 2e-8 m 10° from the meridian.
func (p *plane) step(lon, s, c, dx, dy float64) (dlon, dlat float64) {
	l := (lon - p.projection.CentralMeridian) * radian
	cos, sin := 1-l*l/2, s*l*(1-l*l/6)
	q := 1 - p.zonal.e2*s*s
	n := p.zonal.a / math.Sqrt(q) // radius of curvature across the meridian
	return (cos*dx + sin*dy) / (n * c) * degree, (cos*dy - sin*dx) * q / (n * (1 - p.zonal.e2)) * degree
}

// trapezoid is the area between the piece from s to t and the zone's meridian,
// in units of b². The notice takes the prime meridian; over a closed ring the
// difference telescopes away, and the numbers added here are small.
func trapezoid(s, t station) float64 { return (s.l + t.l) / 2 * (t.f - s.f) }

// surveyEdge is the term of one edge, straight in the plane, in the survey area,
// in units of b², and the number of pieces it was cut into. The pieces are the
// same whichever way the edge runs, so that neighbours share them: that is why
// the products are kept from being fused with the sum.
func (p *plane) surveyEdge(from, to corner) (term float64, pieces int) {
	dx, dy := to.x-from.x, to.y-from.y
	square := dx*dx + dy*dy
	if !(square > pieceLength*pieceLength) {
		return trapezoid(from.station, to.station), 1
	}
	pieces = int(math.Sqrt(square)/pieceLength) + 1
	m := float64(pieces)
	var s sum
	last := from.station
	for k := 1.0; k < m; k++ {
		next := p.station((float64(from.x*(m-k))+float64(to.x*k))/m,
			(float64(from.y*(m-k))+float64(to.y*k))/m)
		s.add(trapezoid(last, next))
		last = next
	}
	s.add(trapezoid(last, to.station))
	return s.value(), pieces
}

// shoelaceEdge is the term of one edge in the plane area, from an origin near by.
func shoelaceEdge(from, to, origin corner) float64 {
	return ((from.x-origin.x)*(to.y-origin.y) - (to.x-origin.x)*(from.y-origin.y)) / 2
}

// spread is |b − a|² in m²: the neighbours a and b of a vertex say how much the
// area changes when the vertex moves.
func spread(a, b corner) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	return dx*dx + dy*dy
}

// planeSums are the sums over a run of consecutive edges. The spread of the
// vertices where two runs meet is added when they are joined.
type planeSums struct {
	survey, plane, spread sum
	pieces                int
	second, beforeLast    corner
}

func (s *planeSums) join(next planeSums) {
	s.survey.join(next.survey)
	s.plane.join(next.plane)
	s.spread.join(next.spread)
	s.spread.add(spread(s.beforeLast, next.second))
	s.beforeLast = next.beforeLast
}

// ring returns the sums of a ring, whose sign is that of its winding: survey in
// m² (unrounded), plane in m², spread in m².
func (p *plane) ring(r geo.Ring) (survey, flat, spreads float64) {
	n := r.Corners()
	if n == 0 {
		return 0, 0, 0
	}
	start := p.corner(r.At(0))
	total := overEdges(n, func(lo, hi int) planeSums { return p.walk(r, start, lo, hi) }, (*planeSums).join)
	total.spread.add(spread(total.beforeLast, total.second))
	return total.survey.value() * p.zonal.b2, total.plane.value(), total.spread.value()
}

// walk sums the edges lo ≤ i < hi of a ring whose first corner is start.
func (p *plane) walk(r geo.Ring, start corner, lo, hi int) planeSums {
	var sums planeSums
	cur := start
	if lo > 0 {
		cur = p.corner(r.At(lo))
	}
	var prev corner
	for i := lo; i < hi; i++ {
		next := start
		if i+1 < r.Corners() {
			next = p.corner(r.At(i + 1))
		}
		sums.plane.add(shoelaceEdge(cur, next, start))
		if i > lo {
			sums.spread.add(spread(prev, next))
		} else {
			sums.second = next
		}
		if p.survey && sums.pieces <= maxPieces {
			term, pieces := p.surveyEdge(cur, next)
			sums.survey.add(term)
			sums.pieces += pieces
		}
		prev, cur = cur, next
	}
	sums.beforeLast = prev
	if sums.pieces > maxPieces {
		sums.survey.add(math.NaN())
	}
	return sums
}
