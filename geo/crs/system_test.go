package crs

import (
	"errors"
	"math"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// Expected names and meridians are those of the EPSG registry.
func TestLookup(t *testing.T) {
	for _, c := range []struct {
		name     string
		code     string
		datum    Datum
		meridian float64
		easting  float64 // of the central meridian
	}{
		{"EPSG:4490", "EPSG:4490", DatumCGCS2000, 0, 0},
		{"epsg:4326", "EPSG:4326", DatumWGS84, 0, 0},
		{"urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", DatumWGS84, 0, 0},
		{"http://www.opengis.net/def/crs/EPSG/0/4490", "EPSG:4490", DatumCGCS2000, 0, 0},
		{"urn:ogc:def:crs:EPSG::4549", "EPSG:4549", DatumCGCS2000, 120, 500000},
		{"EPSG-4549", "EPSG:4549", DatumCGCS2000, 120, 500000},
		{"4534", "EPSG:4534", DatumCGCS2000, 75, 500000},
		{"4554", "EPSG:4554", DatumCGCS2000, 135, 500000},
		{"4513", "EPSG:4513", DatumCGCS2000, 75, 25500000},
		{"4533", "EPSG:4533", DatumCGCS2000, 135, 45500000},
		{"4491", "EPSG:4491", DatumCGCS2000, 75, 13500000},
		{"4501", "EPSG:4501", DatumCGCS2000, 135, 23500000},
		{"4508", "EPSG:4508", DatumCGCS2000, 111, 500000},
		{"2364", "EPSG:2364", DatumXian80, 120, 40500000},
		{"2385", "EPSG:2385", DatumXian80, 120, 500000},
		{"2334", "EPSG:2334", DatumXian80, 117, 20500000},
		{"2345", "EPSG:2345", DatumXian80, 117, 500000},
		{"2416", "EPSG:2416", DatumBeijing54, 120, 40500000},
		{"2437", "EPSG:2437", DatumBeijing54, 120, 500000},
		{"21420", "EPSG:21420", DatumBeijing54, 117, 20500000},
		{"21460", "EPSG:21460", DatumBeijing54, 117, 500000},
		{"4610", "EPSG:4610", DatumXian80, 0, 0},
		{"4214", "EPSG:4214", DatumBeijing54, 0, 0},
		{"EPSG:3857", "EPSG:3857", DatumWGS84, 0, 0},
		{"GCJ-02", "GCJ-02", DatumWGS84, 0, 0},
		{" bd09 ", "BD-09", DatumWGS84, 0, 0},
	} {
		s, err := Lookup(c.name)
		if err != nil || s.String() != c.code || s.Datum != c.datum || s.CentralMeridian() != c.meridian {
			t.Errorf("Lookup(%q) = %v (%v, %v°), %v", c.name, s, s.Datum, s.CentralMeridian(), err)
			continue
		}
		if s.Kind == Projected {
			if p := s.FromDegrees(geo.Point{c.meridian, 30}); math.Abs(p[0]-c.easting) > 1e-6 {
				t.Errorf("%s: the central meridian lies at %v", c.name, p[0])
			}
		}
	}
}

func TestLookupRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, name := range []string{"", "EPSG:", "EPSG:32600", "EPSG:32661", "EPSG:32700", "EPSG:32761", "EPSG:4555", "utm", "99999999999999999999", ":", "CGCS2000 / 3-degree Gauss-Kruger CM "} {
		var bad *geo.InputError
		if s, err := Lookup(name); !errors.As(err, &bad) || bad.Kind != "crs.unknown" || !s.IsZero() {
			t.Errorf("Lookup(%q) = %v, %v", name, s, err)
		}
	}
}

func TestEverySystemIsFoundByItsOwnName(t *testing.T) {
	seen := map[System]bool{}
	for _, s := range All() {
		if seen[s] {
			t.Errorf("%v comes twice", s)
		}
		seen[s] = true
		if got, err := Lookup(s.String()); err != nil || got != s {
			t.Errorf("Lookup(%q) = %v, %v", s, got, err)
		}
		if got, ok := Zoned(s.Datum, s.Width, s.CentralMeridian(), s.Zone != 0); s.Kind == Projected && (!ok || got != s) {
			t.Errorf("%v is not found by its zone: %v", s, got)
		}
		for _, l := range []words.Lang{words.Zh, words.En} {
			if name := s.Name().In(l); name == "" || name == "crs.none" {
				t.Errorf("%v has no name in %v", s, l)
			}
		}
	}
	if len(seen) != 5+2+12*16 {
		t.Errorf("%d systems", len(seen))
	}
}

func TestUsable(t *testing.T) {
	for name, want := range map[string]words.ID{
		"4490": "", "4326": "", "4549": "", "3857": "", "gcj02": "", "bd09": "",
		"4610": "crs.unusable_datum", "2385": "crs.unusable_datum", "21420": "crs.unusable_datum",
	} {
		s, err := Lookup(name)
		if err != nil {
			t.Fatal(err)
		}
		var bad *geo.InputError
		if err := s.Usable(); want == "" && err != nil || want != "" && (!errors.As(err, &bad) || bad.Kind != want) {
			t.Errorf("%v: %v, want %q", s, err, want)
		}
	}
	if (System{}).Usable() == nil {
		t.Error("the unknown system is usable")
	}
}

func TestToDegreesUndoesFromDegrees(t *testing.T) {
	for _, s := range All() {
		p := geo.Point{104.3, 30.7}
		if s.Kind == Projected {
			p[0] = s.CentralMeridian() + 1.2
		}
		if q := s.ToDegrees(s.FromDegrees(p)); math.Abs(q[0]-p[0]) > 1e-9 || math.Abs(q[1]-p[1]) > 1e-9 {
			t.Errorf("%v: %v came back as %v", s, p, q)
		}
	}
}

// Reference: echo 120 30 | cs2cs -f %.6f EPSG:4326 EPSG:3857 (with axis order
// longitude, latitude).
func TestWebMercator(t *testing.T) {
	s, _ := ByEPSG(Mercator)
	p := s.FromDegrees(geo.Point{120, 30})
	if math.Abs(p[0]-13358338.895193) > 1e-6 || math.Abs(p[1]-3503549.843504) > 1e-6 {
		t.Errorf("%.6f", p)
	}
}

func TestZone3(t *testing.T) {
	for _, c := range []struct {
		lon, meridian float64
		name          string
	}{
		{120.1, 120, "EPSG:4549"}, {118.49, 117, "EPSG:4548"}, {118.51, 120, "EPSG:4549"},
		{75.2, 75, "EPSG:4534"}, {135.6, 135, "EPSG:4554"},
		{73.4, 72, "CGCS2000 / 3-degree Gauss-Kruger CM 72E"},
		{-70.1, -69, "CGCS2000 / 3-degree Gauss-Kruger CM 69W"},
	} {
		s := Zone3(c.lon)
		if s.CentralMeridian() != c.meridian || s.String() != c.name || s.Usable() != nil {
			t.Errorf("Zone3(%v) = %v, %v°", c.lon, s, s.CentralMeridian())
		}
		if got, err := Lookup(s.String()); err != nil || got != s {
			t.Errorf("Lookup(%q) = %v, %v", s, got, err)
		}
	}
	if s := Zone3(math.NaN()); !s.IsZero() {
		t.Errorf("Zone3(NaN) = %v", s)
	}
}

func FuzzLookup(f *testing.F) {
	for _, name := range []string{"EPSG:4549", "urn:ogc:def:crs:EPSG::4490", "gcj-02", "坐标系", "CGCS2000 / 3-degree Gauss-Kruger CM 63W",
		"2000国家大地坐标系 3度带 中央经线120", "Xian_1980_GK_Zone_20", "WGS 84 / UTM zone 50N", "CGCS2000 / TM lon_0=120.5 x_0=1 y_0=-2 k=0.9996"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		s, err := Lookup(name)
		if (err == nil) == s.IsZero() {
			t.Fatalf("%q: %v, %v", name, s, err)
		}
		if err == nil {
			if again, err := Lookup(s.String()); err != nil || again != s {
				t.Fatalf("%q is %v, which is %v: %v", name, s, again, err)
			}
		}
	})
}
