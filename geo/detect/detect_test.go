package detect

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// at is a box of 2 km or so from one corner: in metres, or in degrees.
func at(x, y float64) geo.Bound {
	size := 2000.0
	if math.Abs(x) <= 180 && math.Abs(y) <= 180 {
		size = 0.02
	}
	return geo.Bound{Min: geo.Point{x, y}, Max: geo.Point{x + size, y + size}}
}

// names lists the candidates as --from takes them.
func names(r Result) string {
	var all []string
	for _, c := range r.Candidates {
		all = append(all, c.From())
	}
	return strings.Join(all, " ")
}

// Numbers as they stand in files. Places: 龙溪 by 湖州 119.9°E 30.3°N, 喀什 76.0°E
// 39.5°N, 漠河 122.5°E 53.5°N, 三沙 112.3°E 16.8°N; metres of places by cs2cs.
func TestWhatFilesHold(t *testing.T) {
	for _, c := range []struct {
		name    string
		box     geo.Bound
		want    string
		certain bool
	}{
		{"degrees", at(119.9, 30.3), "EPSG:4490", true},
		{"latitude first", at(30.3, 119.9), "EPSG:4490:yx", true},
		{"the far west", at(76, 39.5), "EPSG:4490", true},
		{"the far west, latitude first", at(39.5, 76), "EPSG:4490:yx EPSG:4490", false}, // in Franz Josef Land otherwise
		{"the far north", at(122.5, 53.3), "EPSG:4490", true},
		{"an island", at(112.3, 16.8), "EPSG:4490", true},
		{"Paris", at(2.35, 48.85), "EPSG:4490", true},
		{"the origin", at(0, 0), "EPSG:4490", true},
		{"3° zone 40", at(40512345, 3350000), "EPSG:4528", true},
		{"3° zone 40, northing first", at(3350000, 40512345), "EPSG:4528:yx", true},
		{"3° zone 25", at(25585000, 4370000), "EPSG:4513", true},
		{"3° zone 45", at(45350000, 5350000), "EPSG:4533", true},
		{"6° zone 20", at(20512345, 3350000), "EPSG:4498", true},
		{"6° zone 20, northing first", at(3350000, 20512345), "EPSG:4498:yx", true},
		{"6° zone 21, off the meridian", at(21220000, 3350000), "EPSG:4499", true},
		{"Web Mercator", at(13347200, 3543200), "EPSG:3857", true}, // 119.9°E 30.3°N; 6° zone 13 is west of Tibet there
		{"Web Mercator, northing first", at(3543200, 13347200), "EPSG:3857:yx", true},
		{"Web Mercator of Xinjiang", at(8460281, 4793548), "EPSG:3857", true},
		{"Web Mercator or 6° zone 13", at(13421772, 4430000), "EPSG:3857 EPSG:4491", false}, // 喀什, or the Yellow Sea off 青岛
		{"no such zone", at(46512345, 3350000), "", false},
		{"zone 24", at(24512345, 3350000), "", false},
		{"in a zone, far north of China", at(40512345, 7000000), "", false},
		{"in a zone, on the equator", at(40512345, 1000), "", false},
		{"coordinates of a city", at(88862, 20872), "", false},
		{"a drawing at its own origin", at(1000, 2000), "", false},
		{"a drawing in millimetres", at(512345000, 3350000000), "", false},
		{"no number", geo.Bound{Min: geo.Point{math.NaN(), 1}, Max: geo.Point{math.NaN(), 2}}, "", false},
		{"infinity", geo.Bound{Min: geo.Point{math.Inf(-1), 1}, Max: geo.Point{math.Inf(1), 2}}, "", false},
	} {
		r := Detect(Input{Box: c.box})
		if got := names(r); got != c.want || r.Certain != c.certain {
			t.Errorf("%s: %s (certain %v), want %s", c.name, got, r.Certain, c.want)
		}
		checkSound(t, c.name, r)
	}
}

func checkSound(t *testing.T, name string, r Result) {
	t.Helper()
	for i, c := range r.Candidates {
		if c.Score <= 0 || c.Score > 1 || i > 0 && c.Score > r.Candidates[i-1].Score {
			t.Errorf("%s: %s scores %v", name, c.From(), c.Score)
		}
		for _, l := range []words.Lang{words.Zh, words.En} {
			if said := c.Why.In(l); said == "" || strings.ContainsAny(said, "{}") {
				t.Errorf("%s: %s is explained by %q", name, c.From(), said)
			}
		}
		if s, swapped, err := crs.LookupOrder(c.From()); err != nil || s != c.System || swapped != c.Swapped {
			t.Errorf("%s: --from %s is %v, %v, %v", name, c.From(), s, swapped, err)
		}
	}
}

func TestBareMetresLeaveTheChoiceOfZones(t *testing.T) {
	for _, swapped := range []string{"", crs.SwappedSuffix} {
		box := at(512345, 3350000)
		if swapped != "" {
			box = Swap(box)
		}
		r := Detect(Input{Box: box})
		// At 30.3°N China reaches from 79°E to 123°E: 3° zones on 78° to 123°, and the
		// UTM zones on 81° to 123°.
		var want []string
		for code := 4535; code <= 4550; code++ {
			want = append(want, fmt.Sprintf("EPSG:%d%s", code, swapped))
		}
		for code := 32644; code <= 32651; code++ {
			want = append(want, fmt.Sprintf("EPSG:%d%s", code, swapped))
		}
		if got := names(r); got != strings.Join(want, " ") || r.Certain {
			t.Errorf("%s (certain %v), want %s", got, r.Certain, want)
		}
		checkSound(t, "bare", r)
	}
	// 260 km off the meridian only zones of 6° reach.
	if got := names(Detect(Input{Box: at(240000, 3350000)})); strings.Contains(got, "EPSG:4549") || !strings.Contains(got, "EPSG:4509") {
		t.Errorf("far from the meridian: %s", got)
	}
}

func TestAPlaceDecides(t *testing.T) {
	town := geo.Bound{Min: geo.Point{119.88, 30.27}, Max: geo.Point{119.92, 30.31}}
	for _, c := range []struct {
		name, system string
		certain      bool
	}{
		{"3° zone", "EPSG:4549", true},
		{"UTM", "EPSG:32651", true}, // 123°E, no 3° zone of which lies there
		{"6° zone", "EPSG:4510", true},
	} {
		s, err := crs.Lookup(c.system)
		if err != nil {
			t.Fatal(err)
		}
		p := s.FromDegrees(geo.Point{119.881, 30.272})
		box := geo.Bound{Min: p, Max: geo.Point{p[0] + 3600, p[1] + 4000}}
		r := Detect(Input{Box: box, Near: &town})
		if len(r.Candidates) < 2 || r.Certain != c.certain || r.Candidates[0].From() != c.system {
			t.Errorf("%s: %s (certain %v)", c.name, names(r), r.Certain)
		}
		checkSound(t, c.name, r)
	}
	// A place where no candidate lies decides nothing, but puts the nearest first.
	far := geo.Bound{Min: geo.Point{104, 31}, Max: geo.Point{104.1, 31.1}}
	if r := Detect(Input{Box: at(512345, 3350000), Near: &far}); r.Certain || r.Candidates[0].From() != "EPSG:4544" {
		t.Errorf("%s (certain %v)", names(r), r.Certain)
	}
	// So small a thing fits the plane of UTM as well, 1.3 km off: nobody can tell.
	wide := geo.Bound{Min: geo.Point{116.5, 30}, Max: geo.Point{117.5, 31}}
	if r := Detect(Input{Box: at(512345, 3350000), Near: &wide}); r.Certain {
		t.Errorf("%s is certain", names(r))
	}
}

func TestWhatFilesDeclare(t *testing.T) {
	for _, c := range []struct {
		declared string
		box      geo.Bound
		want     string
		certain  bool
	}{
		{"EPSG:4549", at(512345, 3350000), "EPSG:4549", true},
		{"EPSG:4490", at(119.9, 30.3), "EPSG:4490", true},
		{"EPSG:2364", at(40512345, 3350000), "EPSG:2364", true},
		{"EPSG:4549", at(40512345, 3350000), "EPSG:4528", true}, // another form of the zone
		{"EPSG:2385", at(40512345, 3350000), "EPSG:2364", true}, // on the same datum
		{"EPSG:2385", at(119.9, 30.3), "EPSG:4610", true},
		{"EPSG:4490", at(40512345, 3350000), "EPSG:4528", true},
		{"CGCS2000 / TM lon_0=120.5", at(512345, 3350000), "CGCS2000 / TM lon_0=120.5 x_0=500000 y_0=0 k=1", true},
	} {
		s, err := crs.Lookup(c.declared)
		if err != nil {
			t.Fatal(err)
		}
		r := Detect(Input{Box: c.box, Declared: s})
		if got := names(r); got != c.want || r.Certain != c.certain {
			t.Errorf("%s of %v: %s (certain %v), want %s", c.declared, c.box, got, r.Certain, c.want)
		}
		checkSound(t, c.declared, r)
	}
}

// Every town is among the candidates of its numbers in every system that is used
// where it lies.
func TestTheTruthIsAlwaysAmongTheCandidates(t *testing.T) {
	for name, p := range map[string]geo.Point{
		"乌恰": {75.2, 39.7}, "噶尔": {80.1, 32.5}, "普兰": {81.2, 30.3}, "伊宁": {81.3, 43.9}, "阿勒泰": {88.1, 47.8}, "亚东": {88.9, 27.5},
		"墨脱": {95.3, 29.3}, "瑞丽": {97.8, 24.0}, "勐腊": {101.5, 21.5}, "成都": {104.1, 30.6}, "额济纳": {101.1, 41.9}, "北京": {116.4, 39.9},
		"三亚": {109.5, 18.3}, "三沙": {112.3, 16.8}, "永兴": {112.9, 9.5}, "台北": {121.5, 25.0}, "舟山": {122.4, 30.0}, "威海": {122.6, 37.4},
		"漠河": {122.5, 53.4}, "抚远": {134.3, 48.3}, "珲春": {130.6, 42.7}, "满洲里": {117.4, 49.6}, "丹东": {124.4, 40.1},
	} {
		checked := 0
		for _, s := range append(planes(), crs.Degrees(crs.DatumCGCS2000)) {
			away := math.Abs(s.CentralMeridian() - p[0])
			if s.Datum == crs.DatumXian80 || s.Datum == crs.DatumBeijing54 || s.Kind == crs.Projected && away > float64(s.Width)/2 {
				continue
			}
			checked++
			m := s.FromDegrees(p)
			box := geo.Bound{Min: m, Max: m}
			for _, swapped := range []bool{false, true} {
				if swapped {
					box = Swap(box)
				}
				found := false
				for _, c := range Detect(Input{Box: box}).Candidates {
					same := c.System == s || c.System.Kind == crs.Projected && c.System.Projection() == s.Projection()
					found = found || same && c.Swapped == swapped
				}
				if !found {
					t.Errorf("%s %v in %v (swapped %v) is not found", name, box.Min, s, swapped)
				}
			}
		}
		if checked < 5 {
			t.Errorf("%s: only %d systems", name, checked)
		}
	}
}

func BenchmarkDetect(b *testing.B) {
	for name, box := range map[string]geo.Bound{"degrees": at(119.9, 30.3), "zone": at(40512345, 3350000), "bare": at(512345, 3350000)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Detect(Input{Box: box})
			}
		})
	}
}
