package area

import (
	"math"
	"strconv"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// zoneAt is the CGCS2000 zone of a central meridian in degrees.
func zoneAt(t testing.TB, meridian string) crs.System {
	t.Helper()
	cm, err := strconv.ParseFloat(meridian, 64)
	if err != nil {
		t.Fatal(err)
	}
	return crs.Zone3(cm)
}

// unroundedSurvey is the survey area before its rounding to 0.01 m².
func unroundedSurvey(s geo.Shape, zone crs.System) float64 {
	p, total := newPlane(zone, true), 0.0
	for at, r := range s.All() {
		m2, _, _ := p.ring(r)
		total += signed(at, m2)
	}
	return total
}

// Reference: testdata/survey.txt, computed step by step by testdata/survey.py
// with PROJ's projections, decimal roundings and the notice's own formula.
//
// Both agree to a few mm². Only where a coordinate of one of the many pieces lies
// within PROJ's or our nanometre of a half unit may it be rounded to the other
// side: 0.0001 m at a 70 m piece is 0.007 m² at worst.
func TestSurveyAgreesWithTheNotice(t *testing.T) {
	cases := readGolden(t, "testdata/survey.txt", 38)
	equal := 0
	for _, c := range cases {
		got := unroundedSurvey(c.shape(), zoneAt(t, c.args[0]))
		off := math.Abs(got - c.want)
		if off <= 3e-6 {
			equal++
		}
		if !(off <= 0.007) {
			t.Errorf("%s: %.6f m², by the notice %.6f", c.name, got, c.want)
		}
		if s := SurveyIn(c.shape(), zoneAt(t, c.args[0])); s.M2() != math.Round(got*100)/100 {
			t.Errorf("%s: %v is not %v rounded to 0.01 m²", c.name, s, got)
		}
	}
	if equal < len(cases)-3 {
		t.Errorf("only %d of %d areas are the notice's to 3 mm²", equal, len(cases))
	}
}

// Reference: the inverse projection, which is good to 1e-13°, 1e-8 m; the step
// adds 2e-8 m at 10° from the meridian and less within the zone.
func TestStepIsTheWayBack(t *testing.T) {
	p := newPlane(crs.Zone3(120), true)
	for _, c := range []struct{ off, limit float64 }{{0, 1.2e-8}, {1.5, 1.2e-8}, {-1.5, 1.2e-8}, {10, 4e-8}, {-10, 4e-8}} {
		for lat := -85.3; lat < 86; lat += 3.7 {
			lon := 120 + c.off
			x, y := p.projection.Forward(lon, lat)
			s, cos := math.Sincos(lat * radian)
			for _, d := range []geo.Point{{5e-5, 0}, {0, 5e-5}, {-5e-5, 5e-5}} {
				dlon, dlat := p.step(lon, s, cos, d[0], d[1])
				wantLon, wantLat := p.projection.Inverse(x+d[0], y+d[1])
				const metre = 6.4e6 * radian
				if off := math.Hypot((lon+dlon-wantLon)*metre*cos, (lat+dlat-wantLat)*metre); !(off <= c.limit) {
					t.Errorf("%v° from the meridian, %v° north, %v m: off by %.2g m", c.off, lat, d, off)
				}
			}
		}
	}
}

// The step leads to the unit that the inverse projection leads to, but where a
// coordinate is a half unit.
func TestVertexStationIsTheStation(t *testing.T) {
	p := newPlane(crs.Zone3(120), true)
	other, all := 0, 0
	for lat := -89.9; lat <= 90; lat += 0.0917 {
		at := geo.Point{120 + math.Mod(lat*7, 1.5), lat}
		x, y := p.projection.Forward(at[0], at[1])
		got, want := p.vertexStation(at, x, y), p.station(x, y)
		dl, df := math.Abs(got.l-want.l)*second/radian, math.Abs(got.f-want.f)*second/radian
		if all++; dl > 0.5 || df > 0.5 {
			other++
		}
		if !(dl < 1.5) && math.Abs(lat) < 85 || !(df < 1.5) {
			t.Errorf("%v: %g units of longitude, %g of latitude", at, dl, df)
		}
	}
	if other > all/100 {
		t.Errorf("%d of %d were rounded to another unit", other, all)
	}
}

// The ten sines and cosines of the notice, evaluated as they stand.
func TestZonalIsTheNoticesFormula(t *testing.T) {
	e2 := crs.CGCS2000.E2()
	e4, e6, e8 := e2*e2, e2*e2*e2, e2*e2*e2*e2
	c := [5]float64{
		1 + 3.0/6*e2 + 30.0/80*e4 + 35.0/112*e6 + 630.0/2304*e8,
		1.0/6*e2 + 15.0/80*e4 + 21.0/112*e6 + 420.0/2304*e8,
		3.0/80*e4 + 7.0/112*e6 + 180.0/2304*e8,
		1.0/112*e6 + 45.0/2304*e8,
		5.0 / 2304 * e8,
	}
	z := newZonal(crs.CGCS2000)
	for b1 := -1.5; b1 < 1.5; b1 += 0.17 {
		for _, h := range []float64{1e-5, 0.01, 0.5} {
			b2, want, sign := b1+h, 0.0, 1.0
			for i := range c {
				k := float64(2*i + 1)
				want += sign * c[i] * math.Sin(k*(b2-b1)/2) * math.Cos(k*(b1+b2)/2)
				sign = -sign
			}
			if got := z.at(math.Sin(b2)) - z.at(math.Sin(b1)); math.Abs(got-2*want) > 1e-15 {
				t.Errorf("from %v to %v: %v, want %v", b1, b2, got, 2*want)
			}
		}
	}
}

// The whole northern hemisphere has the area 2π b² F(90°), for which there is a
// closed form; the series to e⁸ leaves out 1e-11 of it.
func TestZonalGivesTheHemisphere(t *testing.T) {
	for _, el := range []crs.Ellipsoid{crs.CGCS2000, crs.WGS84, crs.Xian80, crs.Beijing54} {
		e := math.Sqrt(el.E2())
		z := newZonal(el)
		want := (1/(1-el.E2()) + math.Atanh(e)/e) / 2
		if got := z.at(1); math.Abs(got-want) > 2e-11*want {
			t.Errorf("%v: %v, want %v", el, got, want)
		}
	}
}
