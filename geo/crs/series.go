package crs

import "sync"

// order is the power of n after which the series of the projection end.
const order = 6

// The series of Krüger 1912 as given by Karney 2011 ("Transverse Mercator with
// an accuracy of a few nanometers", eqs. 35 and 36), and the series from
// conformal to geographic latitude that spares the inverse its iteration. Row j
// holds the factors of nʲ, nʲ⁺¹ … nᵒʳᵈᵉʳ in the coefficient of sin 2jx; they
// are derived with exact fractions by testdata/series.py.
var (
	alphaRows = [order][]float64{
		{1.0 / 2, -2.0 / 3, 5.0 / 16, 41.0 / 180, -127.0 / 288, 7891.0 / 37800},
		{13.0 / 48, -3.0 / 5, 557.0 / 1440, 281.0 / 630, -1983433.0 / 1935360},
		{61.0 / 240, -103.0 / 140, 15061.0 / 26880, 167603.0 / 181440},
		{49561.0 / 161280, -179.0 / 168, 6601661.0 / 7257600},
		{34729.0 / 80640, -3418889.0 / 1995840},
		{212378941.0 / 319334400},
	}
	betaRows = [order][]float64{
		{1.0 / 2, -2.0 / 3, 37.0 / 96, -1.0 / 360, -81.0 / 512, 96199.0 / 604800},
		{1.0 / 48, 1.0 / 15, -437.0 / 1440, 46.0 / 105, -1118711.0 / 3870720},
		{17.0 / 480, -37.0 / 840, -209.0 / 4480, 5569.0 / 90720},
		{4397.0 / 161280, -11.0 / 504, -830251.0 / 7257600},
		{4583.0 / 161280, -108847.0 / 3991680},
		{20648693.0 / 638668800},
	}
	deltaRows = [order][]float64{
		{2, -2.0 / 3, -2, 116.0 / 45, 26.0 / 45, -2854.0 / 675},
		{7.0 / 3, -8.0 / 5, -227.0 / 45, 2704.0 / 315, 2323.0 / 945},
		{56.0 / 15, -136.0 / 35, -1262.0 / 105, 73814.0 / 2835},
		{4279.0 / 630, -332.0 / 35, -399572.0 / 14175},
		{4174.0 / 315, -144838.0 / 6237},
		{601676.0 / 22275},
	}
)

// series holds what the projection needs of one ellipsoid, computed once.
type series struct {
	alpha, beta, delta [order]float64
	radius             float64    // rectifying radius, metres: a quarter meridian is radius·π/2
	conformal          [7]float64 // e·atanh(e·s)/s as a polynomial in s²
}

func newSeries(e Ellipsoid) *series {
	n := e.N()
	s := &series{
		alpha: coefficients(alphaRows, n),
		beta:  coefficients(betaRows, n),
		delta: coefficients(deltaRows, n),
	}
	n2 := n * n
	s.radius = e.A / (1 + n) * (1 + n2*(1.0/4+n2*(1.0/64+n2*(1.0/256+n2*25.0/16384))))
	power := e.E2()
	for k := range s.conformal {
		s.conformal[k] = power / float64(2*k+1)
		power *= e.E2()
	}
	return s
}

func coefficients(rows [order][]float64, n float64) (c [order]float64) {
	power := 1.0
	for j, row := range rows {
		power *= n
		sum := 0.0
		for k := len(row) - 1; k >= 0; k-- {
			sum = sum*n + row[k]
		}
		c[j] = power * sum
	}
	return c
}

// sineSum returns Σ c[j−1]·sin 2jx from sin 2x and cos 2x by Clenshaw's
// recurrence.
func sineSum(c *[order]float64, sin2, cos2 float64) float64 {
	two := 2 * cos2
	b1, b2 := c[order-1], 0.0
	for j := order - 2; j >= 0; j-- {
		b1, b2 = two*b1-b2+c[j], b1
	}
	return sin2 * b1
}

// complexSineSum returns real and imaginary part of Σ c[j−1]·sin 2j(x+iy) from
// the sine and cosine of 2x and the hyperbolic ones of 2y.
func complexSineSum(c *[order]float64, sin2, cos2, sinh2, cosh2 float64) (re, im float64) {
	tr, ti := 2*cos2*cosh2, -2*sin2*sinh2
	r1, i1, r2, i2 := c[order-1], 0.0, 0.0, 0.0
	for j := order - 2; j >= 0; j-- {
		r1, i1, r2, i2 = tr*r1-ti*i1-r2+c[j], tr*i1+ti*r1-i2, r1, i1
	}
	sr, si := sin2*cosh2, cos2*sinh2
	return sr*r1 - si*i1, sr*i1 + si*r1
}

// The series of the named ellipsoids are computed when first asked for.
var (
	seriesCGCS2000  = sync.OnceValue(func() *series { return newSeries(CGCS2000) })
	seriesWGS84     = sync.OnceValue(func() *series { return newSeries(WGS84) })
	seriesXian80    = sync.OnceValue(func() *series { return newSeries(Xian80) })
	seriesBeijing54 = sync.OnceValue(func() *series { return newSeries(Beijing54) })
)

func seriesOf(e Ellipsoid) *series {
	switch e {
	case CGCS2000:
		return seriesCGCS2000()
	case WGS84:
		return seriesWGS84()
	case Xian80:
		return seriesXian80()
	case Beijing54:
		return seriesBeijing54()
	}
	return newSeries(e)
}
