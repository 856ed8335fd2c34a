package parcels

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

func TestWrite(t *testing.T) {
	all, err := read(t, sound, feature.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := WriteUTF8(&out, all); err != nil {
		t.Fatal(err)
	}
	if want := strings.ReplaceAll(sound, "\n", "\r\n"); out.String() != want {
		t.Errorf("wrote\n%s\nwant\n%s", out.String(), want)
	}
	out.Reset()
	if err := Write(&out, all); err != nil || utf8.Valid(out.Bytes()) {
		t.Errorf("%v, %q is not in GBK", err, out.String())
	}
	if again, err := read(t, out.String(), feature.DefaultLimits); err != nil || len(again) != 1 || again[0].Name != "规划范围" || !again[0].Shape.Equal(all[0].Shape) {
		t.Errorf("read again: %v, %v", again, err)
	}
}

// writeBack writes features of one system, if they are, and reads them again.
func writeBack(t *testing.T, all []feature.Feature) {
	var out bytes.Buffer
	if err := Write(&out, all); err != nil {
		return
	}
	again, err := readFrom(feature.Source{Text: &out, Limits: feature.DefaultLimits})
	if err != nil && kind(err) != "parcels.none" && kind(err) != "parcels.mixed_order" && kind(err) != "parcels.mixed_zone" || err == nil && len(again) != len(all) {
		t.Fatalf("written and read again: %d features, %v; want %d", len(again), err, len(all))
	}
}

// TestDegreesComeBack writes towns in degrees; they come back in metres of their
// zone, to half a millimetre.
func TestDegreesComeBack(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var all []feature.Feature
	for i := range 50 {
		lon, lat := 118.6+2.7*rng.Float64(), 20+30*rng.Float64()
		ring := func(r float64) (pts []geo.Point) {
			for k := range 21 {
				a := 2 * math.Pi * float64(k%20) / 20
				pts = append(pts, geo.Point{lon + r*math.Cos(a), lat + r*math.Sin(a)})
			}
			return pts
		}
		all = append(all, feature.Feature{Name: fmt.Sprintf("镇，%d@", i), ID: fmt.Sprint("A", i), CRS: "EPSG:4490", Shape: geo.Polygon(ring(0.02), ring(0.01))})
	}
	var out bytes.Buffer
	if err := Write(&out, all); err != nil {
		t.Fatal(err)
	}
	again, err := read(t, out.String(), feature.DefaultLimits)
	if err != nil || len(again) != len(all) {
		t.Fatalf("%d features, %v", len(again), err)
	}
	w := writer{}
	if err := w.choose(all); err != nil {
		t.Fatal(err)
	}
	for i, f := range again {
		want := all[i].Shape.Map(w.system.FromDegrees)
		if f.CRS != "EPSG:4528" || f.Name != all[i].Name || f.ID != all[i].ID || notes(f) != "gb18030" || f.Shape.Holes() != 1 {
			t.Fatalf("%q %q in %s, notes %q", f.ID, f.Name, f.CRS, notes(f))
		}
		for r := range 2 {
			for k := range want.Ring(0, r).Len() {
				p, q := f.Shape.Ring(0, r).At(k), want.Ring(0, r).At(k)
				if math.Abs(p[0]-q[0]) > 0.00051 || math.Abs(p[1]-q[1]) > 0.00051 { // 0.001 m and what rounding the metres costs
					t.Fatalf("point %d of town %d is %.4f, want %.4f", k, i, p, q)
				}
			}
		}
	}
}

func TestWhatCannotBeWritten(t *testing.T) {
	at := func(p geo.Point, system string) feature.Feature {
		return feature.Feature{CRS: system, Shape: geo.Polygon([]geo.Point{p, {p[0] + 0.01, p[1]}, {p[0], p[1] + 0.01}})}
	}
	for name, c := range map[string]struct {
		in   []feature.Feature
		kind string
	}{
		"not a number":      {[]feature.Feature{at(geo.Point{math.NaN(), 3342900}, "EPSG:4528")}, "parcels.write_not_a_number"},
		"Web Mercator":      {[]feature.Feature{at(geo.Point{13e6, 3e6}, "EPSG:3857")}, "parcels.write_system"},
		"shifted":           {[]feature.Feature{at(geo.Point{120, 30}, "gcj02")}, "parcels.write_system"},
		"unknown":           {[]feature.Feature{at(geo.Point{120, 30}, "EPSG:99")}, "crs.unknown"},
		"two systems":       {[]feature.Feature{at(geo.Point{120, 30}, "EPSG:4490"), at(geo.Point{40432700, 3342900}, "EPSG:4528")}, "parcels.write_mixed"},
		"far apart":         {[]feature.Feature{at(geo.Point{110, 30}, ""), at(geo.Point{120, 30}, "")}, "parcels.write_too_wide"},
		"far from home":     {[]feature.Feature{at(geo.Point{-70, 30}, "")}, "parcels.write_too_wide"},
		"nothing":           {nil, ""},
		"no shape":          {[]feature.Feature{{Name: "a"}}, ""},
		"metres of no zone": {[]feature.Feature{at(geo.Point{432700, 3342900}, "")}, ""},
		"WGS 84":            {[]feature.Feature{at(geo.Point{120, 30}, "EPSG:4326")}, ""},
		"six degrees":       {[]feature.Feature{at(geo.Point{432700, 3342900}, "EPSG:4510")}, ""},
	} {
		var out bytes.Buffer
		err := Write(&out, c.in)
		if kind(err) != c.kind || c.kind == "" && err != nil {
			t.Errorf("%s: %v, want %q", name, err, c.kind)
		}
		if name == "six degrees" {
			if again, err := read(t, out.String(), feature.DefaultLimits); err != nil || again[0].CRS != "EPSG:4510" {
				t.Errorf("read again: %v, %v", again, err)
			}
		}
	}
	if err := Write(fullDisk{}, []feature.Feature{{}}); err == nil {
		t.Error("a full disk is not told")
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, bytes.ErrTooLarge }
