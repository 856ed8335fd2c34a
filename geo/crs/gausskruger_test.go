package crs

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"testing"

	"pgregory.net/rapid"
)

type projected struct {
	g                GaussKruger
	lon, lat         float64
	easting, northin float64
}

// goldenProjected reads testdata/cs2cs.txt, made by testdata/cs2cs.sh.
func goldenProjected(t *testing.T) []projected {
	t.Helper()
	f, err := os.Open("testdata/cs2cs.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []projected
	for in := bufio.NewScanner(f); in.Scan(); {
		var a, rf, cm float64
		var p projected
		if _, err := fmt.Sscan(in.Text(), &a, &rf, &cm, &p.lon, &p.lat, &p.easting, &p.northin); err != nil {
			t.Fatalf("%q: %v", in.Text(), err)
		}
		p.g = NewGaussKruger(Ellipsoid{a, 1 / rf}, cm, 500000)
		all = append(all, p)
	}
	if len(all) < 1000 {
		t.Fatalf("only %d golden points", len(all))
	}
	return all
}

func TestForwardAgreesWithPROJ(t *testing.T) {
	const limit = 1e-6 // metres
	worst := 0.0
	for _, p := range goldenProjected(t) {
		e, n := p.g.Forward(p.lon, p.lat)
		off := math.Hypot(e-p.easting, n-p.northin)
		if !(off < limit) {
			t.Errorf("(%v, %v) from %v°: %.9f %.9f, PROJ has %.9f %.9f", p.lon, p.lat, p.g.CentralMeridian, e, n, p.easting, p.northin)
		}
		worst = max(worst, off)
	}
	t.Logf("worst %.2g m", worst)
}

func TestInverseAgreesWithPROJ(t *testing.T) {
	const limit = 1e-11 // degrees; longitudes by the cosine of the latitude
	worst := 0.0
	for _, p := range goldenProjected(t) {
		lon, lat := p.g.Inverse(p.easting, p.northin)
		off := math.Hypot((lon-p.lon)*math.Cos(p.lat*radian), lat-p.lat)
		if !(off < limit) {
			t.Errorf("%v %v from %v°: (%.13f, %.13f), PROJ has (%v, %v)", p.easting, p.northin, p.g.CentralMeridian, lon, lat, p.lon, p.lat)
		}
		worst = max(worst, off)
	}
	t.Logf("worst %.2g°", worst)
}

func TestThereAndBack(t *testing.T) {
	for _, e := range []Ellipsoid{CGCS2000, WGS84, Xian80, Beijing54} {
		g := NewGaussKruger(e, 117, 39500000)
		rapid.Check(t, func(t *rapid.T) {
			lon := rapid.Float64Range(111, 123).Draw(t, "lon")
			lat := rapid.Float64Range(-89, 89).Draw(t, "lat")
			gotLon, gotLat := g.Inverse(g.Forward(lon, lat))
			if !(math.Abs(gotLon-lon) < 1e-11) || !(math.Abs(gotLat-lat) < 1e-11) {
				t.Fatalf("(%v, %v) came back as (%v, %v)", lon, lat, gotLon, gotLat)
			}
		})
	}
}

func TestForwardIsSymmetric(t *testing.T) {
	g := NewGaussKruger(CGCS2000, 0, 0)
	rapid.Check(t, func(t *rapid.T) {
		lon := rapid.Float64Range(0, 10).Draw(t, "lon")
		lat := rapid.Float64Range(0, 90).Draw(t, "lat")
		e, n := g.Forward(lon, lat)
		w, s := g.Forward(-lon, -lat)
		if w != -e || s != -n {
			t.Fatalf("%v %v against %v %v", e, n, w, s)
		}
	})
}

func TestNotANumberStaysOne(t *testing.T) {
	g := NewGaussKruger(CGCS2000, 117, 500000)
	for _, p := range [][2]float64{{math.NaN(), 30}, {117, math.NaN()}, {117, math.Inf(1)}, {math.Inf(-1), 30}, {117, 90.0001}} {
		if e, n := g.Forward(p[0], p[1]); !math.IsNaN(e) || !math.IsNaN(n) && !math.IsInf(p[0], 0) {
			t.Errorf("Forward(%v) = %v %v", p, e, n)
		}
	}
}

func BenchmarkForward(b *testing.B) {
	g := NewGaussKruger(CGCS2000, 117, 500000)
	lat := 30.0
	for b.Loop() {
		e, n := g.Forward(117.3, lat)
		lat += (e + n) * 1e-20
	}
}

func BenchmarkInverse(b *testing.B) {
	g := NewGaussKruger(CGCS2000, 117, 500000)
	y := 3320000.0
	for b.Loop() {
		lon, lat := g.Inverse(528000, y)
		y += (lon + lat) * 1e-20
	}
}
