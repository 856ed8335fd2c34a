package area

import (
	"math"

	"zhenjie/geo/crs"
)

// An edge of a geodesic polygon that is short needs no geodesic problem solved.
//
// Let λ be the longitude and y(λ) = ∫ M N cos φ dφ the area between the equator
// and the point's parallel for each radian of longitude, so that the edge's area
// is S = ∫ y dλ. With s = sin φ and ρ = N² cos² φ the equation of a geodesic
// (from Clairaut's N cos φ sin α = const) and its ingredients are
//
//	y″ = −s (ρ + 3y′²/ρ),   ds/dy = K = (1−e²s²)²/b²,   dρ/dy = −2s,
//
// K being the Gaussian curvature. Everything is rational in s, ρ and y′, so the
// Taylor series about the edge's middle follows by differentiation. Solved for
// the values at the ends (bars are the means of both ends, Δy and Δλ their
// differences, X = ρ̄Δλ² and Z = Δy²/ρ̄ nearly the squares of the edge's extents
// east and north, T = s̄²/ρ̄ = tan²φ/N²):
//
//	S = Δλ ȳ + ½Δλ s̄ { (X+3Z)/6
//	    + K(X²+5XZ)/60 − T(X²+10XZ−15Z²)/120 + ρ̄e²(1−e²s̄²)³/b⁴ · (XZ+3Z²)/15
//	    + R },
//
// the second part being the bulge of the geodesic over the straight line in
// (λ, y). The next term of the series is, for e = 0,
//
//	R = K²(17X³/10080 + X²Z/80 + XZ²/96) − KT(13X³/5040 + X²Z/40 + XZ²/48)
//	    + T²(X³/5040 + X²Z/240 − XZ²/48 + Z³/16).
//
// Held against (X+Z)³ (K+T)² monomial by monomial, no coefficient exceeds 1/16
// (that of T²Z³); the terms in e² add less than e² of that again, and the terms
// after R are smaller by factors of t = (X+Z)(K+T) ≤ maxTurn. So, with L² = X+Z,
//
//	|error of S| < |Δλ s̄| L² t² / 25.
//
// An edge is taken as short while this bound is under maxError, which at 30° is
// up to about 5 km and at 85° 1 km. The bound falls with the seventh power of the
// length: the edges of a town, of 1 km and less, stay under 1e-14 m². A polygon
// of a thousand edges at the limit is right to 1 mm², and with any number n of
// them to 1e-9 of its area as soon as that area is n·1 m², that is unless the
// polygon is narrower than a millimetre. All other edges get the full solution,
// whose rounding alone is a good 1e-5 m².
const (
	maxError = 1e-9 // m² an edge
	maxTurn  = 1e-4 // t, a pure number
)

// vertex is a point of a geodesic polygon with what its two edges need of it.
type vertex struct {
	lon, lat float64 // degrees
	y        float64 // y(λ) less its value at the frame's reference latitude, m²
	s, rho   float64 // sin φ; (N cos φ)², m²
}

// bulge returns the area between the geodesic from v to w and the straight line
// in (λ, y), m², for a longitude difference dl in radians, and the bound of its
// error, m². A pole or a long edge has an infinite bound or NaN.
func bulge(e *ellipse, v, w vertex, dl float64) (m2, bound float64) {
	s, rho := (v.s+w.s)/2, (v.rho+w.rho)/2
	inverse := 1 / rho
	dy := w.y - v.y
	x, z := rho*dl*dl, dy*dy*inverse
	q := 1 - e.e2*s*s
	k, t := q*q*e.invB2, s*s*inverse

	turn := (x + z) * (k + t)
	if !(turn <= maxTurn) {
		return 0, math.Inf(1)
	}
	j := e.e2 * rho * q * k * e.invB2
	half := dl / 2 * s
	m2 = half * ((x+3*z)/6 + k*x*(x+5*z)/60 - t*(x*x+z*(10*x-15*z))/120 + j*z*(x+3*z)/15)
	return m2, math.Abs(half) * (x + z) * turn * turn * (2.0 / 25)
}

// ellipse holds what the geodesic area needs of an ellipsoid.
type ellipse struct {
	e2, a2, b2, invB2 float64
	y                 [8]float64 // y(φ) = Σ y[k]·sin²ᵏ⁺¹φ, m²
}

func newEllipse(el crs.Ellipsoid) ellipse {
	e := ellipse{e2: el.E2(), a2: el.A * el.A, b2: el.B() * el.B()}
	e.invB2 = 1 / e.b2
	power := e.b2
	for k := range e.y {
		e.y[k] = power * float64(k+1) / float64(2*k+1)
		power *= e.e2
	}
	return e
}

// zone returns y at a latitude given by its sine. It is the series of
// b² ∫ du/(1−e²u²)² = b²/2 (s/(1−e²s²) + atanh(es)/e), below 1e-16 for the
// earth's flattening.
func (e *ellipse) zone(s float64) float64 {
	q, y := s*s, 0.0
	for k := len(e.y) - 1; k >= 0; k-- {
		y = y*q + e.y[k]
	}
	return y * s
}

// rho returns (N cos φ)².
func (e *ellipse) rho(s, c float64) float64 { return e.a2 * c * c / (1 - e.e2*s*s) }
