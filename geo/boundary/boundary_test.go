package boundary

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/crs"
	"zhenjie/geo/feature"
)

// file writes a file for one test.
func file(t testing.TB, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "边界.geojson")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// collection is a FeatureCollection of triangles, each beginning at one point.
func collection(crs string, at ...geo.Point) string {
	if crs != "" {
		crs = `"crs":{"type":"name","properties":{"name":"` + crs + `"}},`
	}
	var b strings.Builder
	b.WriteString(`{"type":"FeatureCollection",` + crs + `"features":[`)
	for i, p := range at {
		if i > 0 {
			b.WriteByte(',')
		}
		x, y := p[0], p[1]
		fmt.Fprintf(&b, `{"type":"Feature","properties":{"name":"%d"},"geometry":{"type":"Polygon","coordinates":[[[%v,%v],[%v,%v],[%v,%v],[%v,%v]]]}}`, i, x, y, x+.01, y, x, y+.01, x, y)
	}
	b.WriteString(`]}`)
	return b.String()
}

func TestCoordinateSystems(t *testing.T) {
	// On the central meridian of EPSG:4549, 3350 km north of the equator.
	// Reference: echo 3350000 500000 | cs2cs -f %.12f EPSG:4549 EPSG:4490
	const lat = 30.269601534046
	degrees := geo.Point{120, lat}
	for _, c := range []struct {
		name, declared, from string
		in, want             geo.Point
		system               string
		source               CRSSource
		warnings             string
	}{
		{"nothing said", "", "", degrees, degrees, "EPSG:4490", Assumed, ""},
		{"CGCS2000", "urn:ogc:def:crs:EPSG::4490", "", degrees, degrees, "EPSG:4490", Declared, ""},
		{"WGS 84", "urn:ogc:def:crs:OGC:1.3:CRS84", "", degrees, degrees, "EPSG:4326", Declared, "boundary.wgs84"},
		{"metres", "EPSG:4549", "", geo.Point{500000, 3350000}, degrees, "EPSG:4549", Declared, ""},
		{"metres with a zone", "EPSG:4528", "", geo.Point{40500000, 3350000}, degrees, "EPSG:4528", Declared, ""},
		{"named by the user", "", "EPSG:4549", geo.Point{500000, 3350000}, degrees, "EPSG:4549", Given, ""},
		{"the user knows better", "EPSG:2379", "4528", geo.Point{40500000, 3350000}, degrees, "EPSG:4528", Given, ""},
		{"the user knows a name", "no such system", "4490", degrees, degrees, "EPSG:4490", Given, ""},
		{"metres with a zone, nobody says so", "", "", geo.Point{40500000, 3350000}, degrees, "EPSG:4528", Detected, "boundary.detected"},
		{"northing first, nobody says so", "", "", geo.Point{3350000, 40500000}, degrees, "EPSG:4528", Detected, "boundary.detected"},
		{"northing first, the user says so", "", "EPSG:4549:yx", geo.Point{3350000, 500000}, degrees, "EPSG:4549", Given, ""},
		{"latitude first", "", "", geo.Point{lat, 120}, degrees, "EPSG:4490", Detected, "boundary.detected"},
		{"latitude first, the user says so", "", "4490:YX", geo.Point{lat, 120}, degrees, "EPSG:4490", Given, ""},
		{"latitude first in the far west", "", "", geo.Point{39.5, 76}, geo.Point{39.5, 76}, "EPSG:4490", Assumed, "boundary.swapped_perhaps"},
		{"far from China", "", "", geo.Point{60, 80}, geo.Point{60, 80}, "EPSG:4490", Assumed, ""},
		{"a meridian of no zone", `CGCS2000 / TM lon_0=120`, "", geo.Point{500000, 3350000}, degrees, "EPSG:4549", Declared, ""},
		{"a slip of the pen", "", "", geo.Point{1195, 30}, geo.Point{1195, 30}, "EPSG:4490", Assumed, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			all, sum, err := Load(t.Context(), file(t, collection(c.declared, c.in)), Options{From: c.from})
			if err != nil || len(all) != 1 || sum.Features != 1 || sum.Format != "GeoJSON" {
				t.Fatalf("%d features, summary %+v, %v", len(all), sum, err)
			}
			l := all[0]
			if l.System.String() != c.system || l.Source != c.source {
				t.Errorf("%s %s, want %s %s", l.System, l.Source, c.system, c.source)
			}
			p := l.Feature.Shape.Ring(0, 0).At(0)
			if math.Abs(p[0]-c.want[0]) > 1e-9 || math.Abs(p[1]-c.want[1]) > 1e-9 { // 0.1 mm
				t.Errorf("at %.12f, want %.12f", p, c.want)
			}
			var ids []string
			for _, w := range sum.Warnings {
				ids = append(ids, string(w.ID))
			}
			if got := strings.Join(ids, " "); got != c.warnings {
				t.Errorf("warnings %q, want %q", got, c.warnings)
			}
		})
	}
}

// The names in the sentence are those that --from takes.
func TestWhatFitsSeveralSystemsIsRefusedWithTheirNames(t *testing.T) {
	for _, c := range []struct {
		at   geo.Point
		want []string
	}{
		{geo.Point{512345, 3350000}, []string{"EPSG:4537 (84°E)", "EPSG:4549 (120°E)", "EPSG:32651 (123°E)"}},
		{geo.Point{3350000, 512345}, []string{"EPSG:4549:yx (120°E)"}},
		{geo.Point{13421772, 4430000}, []string{"EPSG:3857", "EPSG:4491 (75°E)"}},
	} {
		_, _, err := Load(t.Context(), file(t, collection("", c.at)), Options{})
		var bad *geo.InputError
		if !errors.As(err, &bad) || bad.Kind != "boundary.ambiguous" || bad.At.Feature != 1 {
			t.Errorf("%v: %v", c.at, err)
			continue
		}
		for _, l := range []words.Lang{words.Zh, words.En} {
			for _, want := range c.want {
				if said := bad.Say().In(l); !strings.Contains(said, want) {
					t.Errorf("%v: %s lacks %s", c.at, said, want)
				}
			}
		}
	}
}

func TestThePlanAtHandTellsTheZone(t *testing.T) {
	// 500000 3350000 in EPSG:4549; a square of 0.1° round it.
	town := geo.Bound{Min: geo.Point{119.95, 30.22}, Max: geo.Point{120.05, 30.32}}
	path := file(t, collection("", geo.Point{500000, 3350000}))
	all, _, err := Load(t.Context(), path, Options{Near: &town})
	if err != nil || all[0].System.String() != "EPSG:4549" || all[0].Source != Detected {
		t.Errorf("%v, %v", all, err)
	}
}

func TestOldDatumsNeedParameters(t *testing.T) {
	// 119.5°E 30.2°N on 西安80 and where it lies on CGCS2000, from
	// geo/crs/testdata/shift.txt.
	shift := crs.Shift{DX: 234.6, DY: -12.8, DZ: -83.4, RX: 1.15, RY: -2.31, RZ: 3.07, PPM: -4.6}
	for from, at := range map[string]geo.Point{"EPSG:4610": {119.5, 30.2}, "EPSG:4610:yx": {30.2, 119.5}} {
		all, _, err := Load(t.Context(), file(t, collection("", at)), Options{From: from, Shift: &shift})
		if err != nil {
			t.Fatal(err)
		}
		want := geo.Point{119.499211536794, 30.199887022727}
		if p := all[0].Feature.Shape.Ring(0, 0).At(0); math.Abs(p[0]-want[0]) > 1e-11 || math.Abs(p[1]-want[1]) > 1e-11 {
			t.Errorf("%s: at %.12f, want %.12f", from, p, want)
		}
	}
}

func TestRefusals(t *testing.T) {
	sound := collection("", geo.Point{120, 30})
	for _, c := range []struct {
		name, text, from string
		want             words.ID
		at               geo.At
	}{
		{"unknown system declared", collection("EPSG:99", geo.Point{1, 2}), "", "boundary.crs_unknown", geo.At{Feature: 1, Byte: 94}},
		{"unknown system given", sound, "EPSG:99", "boundary.from_unknown", geo.At{}},
		{"another datum declared", collection("EPSG:2379", geo.Point{1, 2}), "", "crs.unusable_datum", geo.At{Feature: 1, Byte: 96}},
		{"another datum given", sound, "EPSG:4610", "crs.unusable_datum", geo.At{}},
		{"degrees declared as metres", collection("EPSG:4549", geo.Point{120, 30}), "", "boundary.degrees_not_metres", geo.At{Feature: 1, Byte: 96}},
		{"degrees given as metres", sound, "EPSG:3857", "boundary.degrees_not_metres", geo.At{Feature: 1, Byte: 40}},
		{"a zone number where none belongs", collection("EPSG:4549", geo.Point{40500000, 3350000}), "", "boundary.outside_zone", geo.At{Feature: 1, Byte: 96}},
		{"another zone's number", collection("EPSG:4529", geo.Point{40500000, 3350000}), "", "boundary.outside_zone", geo.At{Feature: 1, Byte: 96}},
		{"no zone number", collection("EPSG:4528", geo.Point{500000, 3350000}), "", "boundary.outside_zone", geo.At{Feature: 1, Byte: 96}},
		{"northing first", collection("EPSG:4549", geo.Point{3350000, 500000}), "", "boundary.outside_zone", geo.At{Feature: 1, Byte: 96}},
		{"metres declared as degrees", collection("EPSG:4490", geo.Point{500000, 3350000}), "", "boundary.metres_not_degrees", geo.At{Feature: 1, Byte: 96}},
		{"metres, nobody says so", collection("", geo.Point{500000, 3350000}), "", "boundary.ambiguous", geo.At{Feature: 1, Byte: 40}},
		{"coordinates of a city", collection("", geo.Point{88862, 20872}), "", "boundary.no_system", geo.At{Feature: 1, Byte: 40}},
		{"a description with a fault", sound, `PROJCS["x"`, "crs.wkt_broken", geo.At{}},
		{"a description that is not understood", collection(`LOCAL_CS['x']`, geo.Point{1, 2}), "", "crs.wkt_kind", geo.At{Feature: 1, Byte: 100}},
		{"no GeoJSON", "PK", "", "geojson.no_object", geo.At{}},
		{"cut off", sound[:60], "", "geojson.truncated", geo.At{Feature: 1, Byte: 60}},
		{"a fault in the second feature", strings.Replace(collection("", geo.Point{1, 2}, geo.Point{3, 4}), "[[[3,", "[[[x,", 1), "", "geojson.unexpected", geo.At{Feature: 2, Byte: 253}},
	} {
		path := file(t, c.text)
		_, _, err := Load(t.Context(), path, Options{From: c.from})
		var bad *geo.InputError
		if !errors.As(err, &bad) || bad.Kind != c.want || bad.File != path || bad.At != c.at {
			t.Errorf("%s: %#v, want %s at %+v", c.name, err, c.want, c.at)
		}
	}
	_, _, err := Load(t.Context(), filepath.Join(t.TempDir(), "nowhere"), Options{})
	var bad *geo.InputError
	if !errors.As(err, &bad) || bad.Kind != "file.missing" {
		t.Errorf("no file: %v", err)
	}
}

// many is a file of many batches.
func many(t testing.TB, n int) string {
	pts := make([]geo.Point, n)
	for i := range pts {
		pts[i] = geo.Point{100 + float64(i%3000)/100, 30 + float64(i/3000)/100}
	}
	return file(t, collection("", pts...))
}

func TestResultsComeInFileOrder(t *testing.T) {
	const n = 20_000
	next := 0
	work := func(l Located) string { return l.Feature.Name }
	sum, err := Each(t.Context(), many(t, n), Options{}, work, func(name string) error {
		if name != fmt.Sprint(next) {
			t.Fatalf("number %d is %s", next, name)
		}
		next++
		return nil
	})
	if err != nil || next != n || sum.Features != n {
		t.Errorf("%d features, %+v, %v", next, sum, err)
	}
}

func TestTheFirstFaultInTheFileWins(t *testing.T) {
	const n = 20_000
	path := many(t, n)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	bad := strings.Replace(string(text), `"name":"15000"`, `"name":15000x`, 1)
	bad = strings.Replace(bad, `"name":"12345"`, `"name":12345x`, 1)
	bad = bad[:len(bad)-5] // and it breaks off
	for range 5 {          // whatever the goroutines' order
		emitted := 0
		_, err := Each(t.Context(), file(t, bad), Options{}, func(Located) int { return 0 }, func(int) error {
			emitted++
			return nil
		})
		var fault *geo.InputError
		if !errors.As(err, &fault) || fault.At.Feature != 12346 || emitted != 12345 {
			t.Fatalf("after %d features: %v", emitted, err)
		}
	}
}

func TestAnErrorOfEmitEnds(t *testing.T) {
	full := errors.New("disk full")
	emitted := 0
	_, err := Each(t.Context(), many(t, 20_000), Options{}, func(Located) int { return 0 }, func(int) error {
		if emitted++; emitted == 100 {
			return full
		}
		return nil
	})
	if err != full || emitted != 100 {
		t.Errorf("after %d: %v", emitted, err)
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	emitted := 0
	_, err := Each(ctx, many(t, 20_000), Options{}, func(Located) int { return 0 }, func(int) error {
		if emitted++; emitted == 100 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || emitted != 100 {
		t.Errorf("after %d: %v", emitted, err)
	}
}

func TestProgressReachesTheEnd(t *testing.T) {
	path := many(t, 20_000)
	var seen []int64
	_, err := Each(t.Context(), path, Options{Progress: func(read, total int64) {
		seen = append(seen, read)
		if read > total {
			t.Errorf("%d of %d", read, total)
		}
	}}, func(Located) int { return 0 }, func(int) error { return nil })
	info, _ := os.Stat(path)
	if err != nil || len(seen) < 3 || !slices.IsSorted(seen) || seen[len(seen)-1] != info.Size() {
		t.Errorf("progress %v of %d, %v", seen, info.Size(), err)
	}
}

func TestWarningsAreSaidOnce(t *testing.T) {
	point := `{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]}}`
	line := `{"type":"Feature","geometry":{"type":"LineString","coordinates":[]}}`
	text := `{"type":"FeatureCollection","features":[` + strings.Join([]string{line, point, line, point, point}, ",") + `]}`
	_, sum, err := Load(t.Context(), file(t, text), Options{})
	if err != nil || len(sum.Warnings) != 2 {
		t.Fatalf("%v, %v", sum.Warnings, err)
	}
	if got := sum.Warnings[1].In(words.En); !strings.Contains(got, "Point") || !strings.Contains(got, "3 features, the first is number 2") {
		t.Errorf("said %q", got)
	}
	_, sum, err = Load(t.Context(), file(t, `{"type":"FeatureCollection","features":[]}`), Options{})
	if err != nil || len(sum.Warnings) != 1 || sum.Warnings[0].ID != "boundary.no_feature" {
		t.Errorf("no features: %v, %v", sum.Warnings, err)
	}
}

func TestWarningsAreBounded(t *testing.T) {
	var s summary
	for i := range 1000 {
		s.add([]remark{{i, []words.Text{words.Raw(fmt.Sprint(i))}}})
	}
	s.features = 1000
	if got := s.summary("x").Warnings; len(got) != maxWarnings+1 || got[maxWarnings].ID != "boundary.more_warnings" {
		t.Errorf("%d warnings", len(got))
	}
}

func TestLimitsReachTheReader(t *testing.T) {
	limits := feature.DefaultLimits
	limits.Vertices = 3
	_, _, err := Load(t.Context(), file(t, collection("", geo.Point{1, 2})), Options{Limits: limits})
	var bad *geo.InputError
	if !errors.As(err, &bad) || bad.Kind != "geojson.vertices" {
		t.Errorf("%v", err)
	}
}

// What a reader notes of a whole file hangs on its first feature: told without a
// number, as is what holds of every feature.
func TestWarningsOfAWholeFileNameNoFeature(t *testing.T) {
	for _, c := range []struct {
		first, times int
		plain        bool
	}{{0, 1, true}, {0, 3, true}, {1, 1, false}, {0, 2, false}} {
		s := summary{features: 3}
		for i := range c.times {
			s.note(words.Say("boundary.wgs84"), c.first+i)
		}
		w := s.summary("x").Warnings
		if plain := w[0].ID == "boundary.wgs84"; len(w) != 1 || plain != c.plain {
			t.Errorf("%+v: %v", c, w)
		}
	}
}
