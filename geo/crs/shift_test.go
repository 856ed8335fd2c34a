package crs

import (
	"bufio"
	"errors"
	"fmt"
	"math"
	"os"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

type shifted struct {
	from                   Ellipsoid
	shift                  Shift
	lon, lat, toLon, toLat float64
}

// goldenShifts reads testdata/shift.txt, made by testdata/shift.sh.
func goldenShifts(t *testing.T) []shifted {
	t.Helper()
	f, err := os.Open("testdata/shift.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []shifted
	for in := bufio.NewScanner(f); in.Scan(); {
		var g shifted
		var rf float64
		s := &g.shift
		if _, err := fmt.Sscan(in.Text(), &g.from.A, &rf, &s.DX, &s.DY, &s.DZ, &s.RX, &s.RY, &s.RZ, &s.PPM, &g.lon, &g.lat, &g.toLon, &g.toLat); err != nil {
			t.Fatalf("%q: %v", in.Text(), err)
		}
		g.from.F = 1 / rf
		all = append(all, g)
	}
	if len(all) != 30 {
		t.Fatalf("%d changes of datum", len(all))
	}
	return all
}

func TestShiftsAgreeWithPROJ(t *testing.T) {
	const limit = 1e-11 // degrees, a micrometre
	for _, g := range goldenShifts(t) {
		lon, lat := g.shift.Forward(g.from, CGCS2000, g.lon, g.lat)
		if !(math.Abs(lon-g.toLon) < limit) || !(math.Abs(lat-g.toLat) < limit) {
			t.Errorf("%+v: (%.12f, %.12f), PROJ has (%.12f, %.12f)", g.shift, lon, lat, g.toLon, g.toLat)
		}
		other := g.shift
		other.RX, other.RY, other.RZ, other.CoordinateFrame = -other.RX, -other.RY, -other.RZ, true
		if x, y := other.Forward(g.from, CGCS2000, g.lon, g.lat); x != lon || y != lat {
			t.Errorf("%+v gives another place than %+v", other, g.shift)
		}
		if x, y := g.shift.Inverse(g.from, CGCS2000, lon, lat); math.Abs(x-g.lon) > limit || math.Abs(y-g.lat) > limit {
			t.Errorf("%+v: (%v, %v) came back as (%.12f, %.12f)", g.shift, g.lon, g.lat, x, y)
		}
	}
}

func TestGeodeticUndoesGeocentric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lon := rapid.Float64Range(-179.9, 179.9).Draw(t, "lon")
		lat := rapid.Float64Range(-89.9, 89.9).Draw(t, "lat")
		x, y, z := geocentric(Beijing54, lon, lat)
		if a, b := geodetic(Beijing54, x, y, z); math.Abs(a-lon) > 1e-12 || math.Abs(b-lat) > 1e-12 {
			t.Fatalf("(%v, %v) came back as (%v, %v)", lon, lat, a, b)
		}
	})
}

func TestTransform(t *testing.T) {
	system := func(name string) System {
		s, err := Lookup(name)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	shift := &Shift{DX: -85.3, DY: 110.7, DZ: 59.2, RX: 1.15, RY: -2.31, RZ: 3.07, PPM: -4.6, CoordinateFrame: true}
	p := geo.Point{500123.4, 3350000.5}
	for _, c := range []struct {
		from, to string
		shift    *Shift
		want     words.ID
	}{
		{"4549", "4549", nil, ""}, {"4549", "4528", nil, ""}, {"2385", "2364", nil, ""}, {"2385", "4610", nil, ""},
		{"4549", "32651", nil, ""}, {"4549", "gcj02", nil, ""},
		{"2385", "4549", shift, ""}, {"2437", "4490", shift, ""}, {"4549", "2385", shift, ""}, {"4549", "4214", shift, ""},
		{"2385", "4549", nil, "crs.unusable_datum"}, {"4549", "2385", nil, "crs.unusable_datum"},
		{"2385", "2437", nil, "crs.two_datums"}, {"2385", "2437", shift, "crs.two_datums"},
		{"2385", "4549", &Shift{DX: 1e6}, "crs.shift_range"}, {"2385", "4549", &Shift{RZ: math.NaN()}, "crs.shift_range"}, {"2385", "4549", &Shift{PPM: math.Inf(1)}, "crs.shift_range"},
	} {
		there, err := Transform(system(c.from), system(c.to), c.shift)
		if c.want != "" {
			var bad *geo.InputError
			if !errors.As(err, &bad) || bad.Kind != c.want {
				t.Errorf("%s to %s: %v, want %s", c.from, c.to, err, c.want)
			}
			continue
		}
		back, err2 := Transform(system(c.to), system(c.from), c.shift)
		if err != nil || err2 != nil {
			t.Errorf("%s to %s: %v, %v", c.from, c.to, err, err2)
			continue
		}
		if q := back(there(p)); math.Hypot(q[0]-p[0], q[1]-p[1]) > 1e-5 {
			t.Errorf("%s to %s and back: %v became %v", c.from, c.to, p, q)
		}
	}
	if _, err := Transform(System{}, system("4490"), nil); err == nil {
		t.Error("the unknown system is transformed")
	}
	if _, err := Transform(system("4490"), System{}, nil); err == nil {
		t.Error("something is transformed to the unknown system")
	}
	// A shift that is passed over would leave the point where it is.
	moved, _ := Transform(system("2385"), system("4549"), shift)
	if q := moved(p); math.Hypot(q[0]-p[0], q[1]-p[1]) < 10 {
		t.Errorf("%v stayed at %v", p, q)
	}
}

// Reference: gdaltransform; testdata/systems.txt is made by testdata/systems.sh,
// which prints 15 digits.
func TestSystemsAgreeWithGDAL(t *testing.T) {
	const limit = 1e-6 // metres
	f, err := os.Open("testdata/systems.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n, worst := 0, 0.0
	for in := bufio.NewScanner(f); in.Scan(); n++ {
		var code int
		var p, want geo.Point
		if _, err := fmt.Sscan(in.Text(), &code, &p[0], &p[1], &want[0], &want[1]); err != nil {
			t.Fatalf("%q: %v", in.Text(), err)
		}
		s, ok := ByEPSG(code)
		got, back := s.FromDegrees(p), s.ToDegrees(want)
		off := math.Hypot(got[0]-want[0], got[1]-want[1])
		worst = max(worst, off)
		if !ok || !(off < limit) || math.Abs(back[0]-p[0]) > 1e-10 || math.Abs(back[1]-p[1]) > 1e-10 {
			t.Errorf("EPSG:%d %v: %.7f and back %.11f, GDAL has %.7f", code, p, got, back, want)
		}
	}
	if n < 150 {
		t.Errorf("only %d points", n)
	}
	t.Logf("worst %.2g m", worst)
}
