package area

import "zhenjie/geo/crs"

// zonal is the statutory trapezoid formula of one ellipsoid. The notice
// (国土调查办发〔2008〕32号; TD/T 1055-2019) gives the area between parallels B1
// and B2 over a longitude difference ΔL, with Bm = (B1+B2)/2, as
//
//	S = 2b²ΔL [A sin½(B2−B1) cos Bm − B sin3/2(B2−B1) cos3Bm + C sin5/2(B2−B1) cos5Bm
//	    − D sin7/2(B2−B1) cos7Bm + E sin9/2(B2−B1) cos9Bm].
//
// As 2 sin k(B2−B1)/2 · cos kBm = sin kB2 − sin kB1, this is b²ΔL (F(B2) − F(B1)) with
//
//	F(B) = A sin B − B sin 3B + C sin 5B − D sin 7B + E sin 9B,
//
// an odd polynomial of degree 9 in sin B: one sine a point instead of ten a
// trapezoid, and the same number.
type zonal struct {
	a, e2 float64    // semi-major axis, m; eccentricity squared
	b2    float64    // semi-minor axis squared, m²
	f     [5]float64 // F(B) = Σ f[k]·sin²ᵏ⁺¹B
}

func newZonal(el crs.Ellipsoid) zonal {
	e2 := el.E2()
	e4, e6, e8 := e2*e2, e2*e2*e2, e2*e2*e2*e2
	a := 1 + 3.0/6*e2 + 30.0/80*e4 + 35.0/112*e6 + 630.0/2304*e8
	b := 1.0/6*e2 + 15.0/80*e4 + 21.0/112*e6 + 420.0/2304*e8
	c := 3.0/80*e4 + 7.0/112*e6 + 180.0/2304*e8
	d := 1.0/112*e6 + 45.0/2304*e8
	e := 5.0 / 2304 * e8
	return zonal{
		a: el.A, e2: e2, b2: el.B() * el.B(),
		// sin 3B = 3s − 4s³, sin 5B = 5s − 20s³ + 16s⁵, sin 7B = 7s − 56s³ + 112s⁵ − 64s⁷,
		// sin 9B = 9s − 120s³ + 432s⁵ − 576s⁷ + 256s⁹.
		f: [5]float64{
			a - 3*b + 5*c - 7*d + 9*e,
			4*b - 20*c + 56*d - 120*e,
			16*c - 112*d + 432*e,
			64*d - 576*e,
			256 * e,
		},
	}
}

// at returns F at a latitude given by its sine.
func (z *zonal) at(s float64) float64 {
	q := s * s
	return s * (z.f[0] + q*(z.f[1]+q*(z.f[2]+q*(z.f[3]+q*z.f[4]))))
}

// slope returns dF/dB at a latitude given by its sine and cosine: MN cos B / b²,
// M and N being the radii of curvature.
func (z *zonal) slope(s, c float64) float64 {
	q := 1 - z.e2*s*s
	return c / (q * q)
}
