package area

import (
	"math"

	"zhenjie/geo"
)

// frame measures areas from a reference latitude close to the ring, so that the
// numbers added are of the ring's own size and not of the strip down to the
// equator: a plot of 100 m² keeps all its digits.
type frame struct {
	*ellipse
	lat0     float64    // degrees
	s0, c0   float64    // its sine and cosine
	y0       float64    // zone(s0), m²
	step     [8]float64 // y − y0 = Σ step[m]·(s−s0)ᵐ⁺¹
	meridian float64    // of the zone that spread is measured in, degrees
}

// frameReach is how far from the reference, in radians, the short series hold; the
// parts they leave out are below 1e-16 of the result.
const frameReach = 0.1

func newFrame(e *ellipse, lat0, meridian float64) frame {
	f := frame{ellipse: e, lat0: lat0, meridian: meridian}
	f.s0, f.c0 = math.Sincos(lat0 * radian)
	f.y0 = e.zone(f.s0)
	// g = (1−e²s²)⁻² satisfies (1−e²s²) g′ = 4e²s g, which gives its Taylor
	// coefficients about s0 one from the last two; y is b² times its integral.
	w := 1 / (1 - e.e2*f.s0*f.s0)
	before, g := 0.0, w*w
	for m := range f.step {
		n := float64(m)
		f.step[m] = e.b2 * g / (n + 1)
		before, g = g, e.e2*w*(f.s0*(2*n+4)*g+(n+3)*before)/(n+1)
	}
	return f
}

// vertex prepares a point. A latitude outside ±90° or a longitude that is none
// gives NaN.
func (f *frame) vertex(p geo.Point) vertex {
	v := vertex{lon: p[0], lat: p[1]}
	d := (v.lat - f.lat0) * radian
	switch {
	case !(math.Abs(v.lat) <= 90 && math.Abs(v.lon) <= 540):
		v.y, v.rho = math.NaN(), math.NaN()
	case math.Abs(d) <= frameReach:
		// sin φ − sin φ0 and cos φ from the short way between them: quicker than
		// sine and cosine, and the difference keeps its digits.
		d2 := d * d
		sin := d * (1 - d2*(1.0/6-d2*(1.0/120-d2*(1.0/5040-d2*(1.0/362880)))))
		versine := d2 * (1.0/2 - d2*(1.0/24-d2*(1.0/720-d2*(1.0/40320-d2*(1.0/3628800)))))
		ds := f.c0*sin - f.s0*versine
		c := f.c0 - f.c0*versine - f.s0*sin
		v.s = f.s0 + ds
		v.rho = f.rho(v.s, c)
		t := &f.step
		v.y = ds * (t[0] + ds*(t[1]+ds*(t[2]+ds*(t[3]+ds*(t[4]+ds*(t[5]+ds*(t[6]+ds*t[7])))))))
	default:
		var c float64
		v.s, c = math.Sincos(v.lat * radian)
		v.rho = f.rho(v.s, c)
		v.y = f.zone(v.s) - f.y0
	}
	return v
}
