package area

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// Reference: GeographicLib's Planimeter; testdata/planimeter.txt is made by
// testdata/planimeter.py. Planimeter prints 1e-5 m² and, in double precision and
// measuring from the equator, is some 1e-5 m² off for small polygons, as the
// exact values of the next test show: that much is allowed on top.
func TestGeodesicAgreesWithPlanimeter(t *testing.T) {
	const rounding = 1e-4 // m²
	for _, c := range readGolden(t, "testdata/planimeter.txt", 240) {
		got := GeodesicOn(c.shape(), c.ellipsoid).M2()
		limit := 1e-9*c.want + rounding
		if off := math.Abs(got - c.want); !(off <= limit) {
			t.Errorf("%s: %.7f m², Planimeter has %.7f: off by %.3g, allowed %.3g", c.name, got, c.want, off, limit)
		}
	}
}

// Reference: 50-digit arithmetic; testdata/exact.txt is made by testdata/exact.py.
func TestGeodesicAgreesWithExactAreas(t *testing.T) {
	worst := 0.0
	for _, c := range readGolden(t, "testdata/exact.txt", 48) {
		got := GeodesicOn(c.shape(), c.ellipsoid).M2()
		limit := 1e-9*c.want + 1e-6 // 1e-9 relative and 1 mm²
		off := math.Abs(got - c.want)
		if !(off <= limit) {
			t.Errorf("%s: %.9f m², exactly %.9f: off by %.3g, allowed %.3g", c.name, got, c.want, off, limit)
		}
		worst = max(worst, off/limit)
	}
	t.Logf("worst %.2g of what is allowed", worst)
}

// Reference: 50-digit arithmetic; testdata/edges.txt is made by testdata/exact.py.
// The bound that bulge.go derives holds for every edge, also beyond maxError;
// rounding adds a few units of the last place of bulge and coordinates.
func TestBulgeKeepsItsBound(t *testing.T) {
	f, err := os.Open("testdata/edges.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	short, bounded, tightest := 0, 0, 0.0
	for in := bufio.NewScanner(f); in.Scan(); {
		var a, rf, lon1, lat1, lon2, lat2, want float64
		if _, err := fmt.Sscan(in.Text(), &a, &rf, &lon1, &lat1, &lon2, &lat2, &want); err != nil {
			t.Fatal(err)
		}
		e := newEllipse(crs.Ellipsoid{A: a, F: 1 / rf})
		fr := newFrame(&e, lat1, lon1)
		got, bound := bulge(&e, fr.vertex(geo.Point{lon1, lat1}), fr.vertex(geo.Point{lon2, lat2}), (lon2-lon1)*radian)
		if math.IsInf(bound, 1) {
			continue
		}
		bounded++
		if bound <= maxError {
			short++
		}
		off := math.Abs(got - want)
		if rounding := 1e-13*math.Abs(want) + 1e-15; !(off <= bound+rounding) {
			t.Errorf("%s: %.12g m², off by %.3g, bound %.3g", in.Text(), got, off, bound)
		} else if bound > 1e3*rounding {
			tightest = max(tightest, off/bound)
		}
	}
	if short < 100 || bounded < short+20 {
		t.Errorf("%d short edges, %d with a bound: too few to say anything", short, bounded)
	}
	t.Logf("%d edges, %d short; up to %.2g of the bound", bounded, short, tightest)
}
