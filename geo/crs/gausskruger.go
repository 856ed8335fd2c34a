package crs

import "math"

const (
	radian = math.Pi / 180 // one degree in radians
	degree = 180 / math.Pi // one radian in degrees
)

// GaussKruger is the transverse Mercator projection: Gauss–Krüger where its
// scale is 1, UTM where it is 0.9996. The zero value is not usable.
type GaussKruger struct {
	CentralMeridian float64 // degrees
	FalseEasting    float64 // metres, the zone number in front where it is written
	FalseNorthing   float64 // northing of the equator, metres
	Scale           float64 // on the central meridian
	s               *series
}

// NewGaussKruger makes the projection of an ellipsoid as Chinese surveys use it:
// scale 1, northings counted from the equator. falseEasting is 500000 for
// eastings without a zone number and 500000 + zone·10⁶ for those with one.
func NewGaussKruger(e Ellipsoid, centralMeridian, falseEasting float64) GaussKruger {
	return GaussKruger{CentralMeridian: centralMeridian, FalseEasting: falseEasting, Scale: 1, s: seriesOf(e)}
}

// WithOrigin returns the projection whose northings are falseNorthing metres at
// a latitude in degrees, and whose scale on the central meridian is as given.
func (g GaussKruger) WithOrigin(latitude, falseNorthing, scale float64) GaussKruger {
	g.Scale, g.FalseNorthing = scale, 0
	_, below := g.Forward(g.CentralMeridian, latitude)
	g.FalseNorthing = falseNorthing - below
	return g
}

// Forward projects a longitude and a latitude in degrees to metres.
//
// Krüger's series to n⁶ (Karney 2011): the part left out is below 1e-12 m
// within 6° of the central meridian and below 1e-6 m within 30°; rounding adds
// a few nanometres. |lat| > 90 and non-finite input give NaN.
func (g GaussKruger) Forward(lon, lat float64) (easting, northing float64) {
	if !(math.Abs(lat) <= 90) {
		return math.NaN(), math.NaN()
	}
	s := g.s
	sphi, cphi := math.Sincos(lat * radian)
	slam, clam := math.Sincos((lon - g.CentralMeridian) * radian)

	// tan of the conformal latitude is u/cphi (Karney eq. 7–9 times cos φ).
	sigma := smallSinh(sphi * polynomial(&s.conformal, sphi*sphi))
	u := sphi*math.Sqrt(1+sigma*sigma) - sigma

	// ξ', η' and their double angles need no further trigonometry.
	v := cphi * clam
	d2 := u*u + v*v
	h := cphi * slam / math.Sqrt(d2) // sinh η'
	ch := math.Sqrt(1 + h*h)
	dxi, deta := complexSineSum(&s.alpha, 2*u*v/d2, (v*v-u*u)/d2, 2*h*ch, 1+2*h*h)
	xi := math.Atan2(u, v) + dxi
	eta := asinh(h) + deta
	radius := s.radius * g.Scale
	return g.FalseEasting + radius*eta, g.FalseNorthing + radius*xi
}

// Inverse returns the longitude and latitude in degrees of a projected point.
// The error is below 1e-13° plus what rounding the metres costs; close to a
// pole the longitude loses digits as 1/cos(lat). A northing past the pole
// gives the point on the meridian behind it.
func (g GaussKruger) Inverse(easting, northing float64) (lon, lat float64) {
	s := g.s
	radius := s.radius * g.Scale
	xi, eta := (northing-g.FalseNorthing)/radius, (easting-g.FalseEasting)/radius
	sx, cx := math.Sincos(xi)
	h := sinh(eta)
	ch := math.Sqrt(1 + h*h)
	dxi, deta := complexSineSum(&s.beta, 2*sx*cx, cx*cx-sx*sx, 2*h*ch, 1+2*h*h)

	// ξ' = ξ − dξ and η' = η − dη by the addition theorems, dξ and dη being small.
	sd, cd := smallSincos(dxi)
	sx, cx = sx*cd-cx*sd, cx*cd+sx*sd
	sh := smallSinh(deta)
	h = h*math.Sqrt(1+sh*sh) - ch*sh

	w := math.Sqrt(h*h + cx*cx)
	lon = g.CentralMeridian + math.Atan2(h, cx)*degree
	ch2 := 1 + h*h
	chi := math.Atan2(sx, w)
	lat = (chi + sineSum(&s.delta, 2*sx*w/ch2, (w*w-sx*sx)/ch2)) * degree
	return lon, lat
}

func polynomial(c *[7]float64, x float64) float64 {
	return c[0] + x*(c[1]+x*(c[2]+x*(c[3]+x*(c[4]+x*(c[5]+x*c[6])))))
}

// smallLimit bounds the arguments of the short series below, so that what they
// leave out is under 1e-17 of the result.
const smallLimit = 0.02

// smallSinh is sinh x, quickly where |x| is small.
func smallSinh(x float64) float64 {
	if math.Abs(x) > smallLimit {
		return math.Sinh(x)
	}
	x2 := x * x
	return x * (1 + x2*(1.0/6+x2*(1.0/120+x2*(1.0/5040+x2*(1.0/362880)))))
}

// smallSincos is sin x and cos x, quickly where |x| is small.
func smallSincos(x float64) (sin, cos float64) {
	if math.Abs(x) > smallLimit {
		return math.Sincos(x)
	}
	x2 := x * x
	sin = x * (1 - x2*(1.0/6-x2*(1.0/120-x2*(1.0/5040-x2*(1.0/362880)))))
	cos = 1 - x2*(1.0/2-x2*(1.0/24-x2*(1.0/720-x2*(1.0/40320))))
	return sin, cos
}

// zoneLimit is about 5.7° in radians: every point of its own 3° or 6° zone lies
// within it, and the series below leave out less than 1e-17 of the result.
const zoneLimit = 0.1

func sinh(x float64) float64 {
	if math.Abs(x) > zoneLimit {
		return math.Sinh(x)
	}
	x2 := x * x
	return x * (1 + x2*(1.0/6+x2*(1.0/120+x2*(1.0/5040+x2*(1.0/362880+x2*(1.0/39916800))))))
}

func asinh(x float64) float64 {
	if math.Abs(x) > zoneLimit {
		return math.Asinh(x)
	}
	x2 := x * x
	return x * (1 - x2*(1.0/6-x2*(3.0/40-x2*(15.0/336-x2*(105.0/3456-x2*(945.0/42240-
		x2*(10395.0/599040-x2*135135.0/9676800)))))))
}
