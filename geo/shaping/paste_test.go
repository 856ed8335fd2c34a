package shaping

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/carto"
)

// Two places in degrees and in metres of zone 40 (EPSG:4528), by PROJ 9.1.1:
// echo 30.2045 119.3012 | cs2cs -f %.4f EPSG:4490 EPSG:4528 (northing first).
var (
	p1 = geo.Point{119.3012, 30.2045}
	p2 = geo.Point{119.312, 30.215}
)

func TestWhatPeoplePaste(t *testing.T) {
	both := []geo.Point{p1, p2}
	for name, c := range map[string]struct {
		text       string
		notation   Notation
		northFirst bool
		want       []geo.Point
	}{
		"lon,lat":               {"119.3012,30.2045\n119.312,30.215\n", DecimalDegrees, false, both},
		"lat lon":               {"30.2045 119.3012\r\n30.215 119.312", DecimalDegrees, true, both},
		"tabs":                  {"119.3012\t30.2045\n119.312\t30.215", DecimalDegrees, false, both},
		"full width":            {"１１９．３０１２，３０．２０４５\n１１９．３１２　３０．２１５", DecimalDegrees, false, both},
		"empty lines":           {"\n\n119.3012,30.2045\n\n  \n119.312,30.215\n\n", DecimalDegrees, false, both},
		"one line":              {"119.3012,30.2045;119.312,30.215;", DecimalDegrees, false, both},
		"one line, full":        {"119.3012，30.2045；119.312，30.215", DecimalDegrees, false, both},
		"semicolon columns":     {"119.3012;30.2045\n119.312;30.215", DecimalDegrees, false, both},
		"points in a row":       {"119.3012 30.2045, 119.312 30.215", DecimalDegrees, false, both},
		"metres in a row":       {"3342989.5121 432713.2282 3344147.2098 433760.2081", Metres, true, both},
		"both systems":          {"J1 119.3012 30.2045 3342989.51 432713.23\nJ2 119.312 30.215 3344147.21 433760.21", DecimalDegrees, false, both},
		"a heading on the line": {"范围;119.3012,30.2045;119.312,30.215", DecimalDegrees, false, both},
		"brackets":              {"[[119.3012, 30.2045],\n[119.312, 30.215]]", DecimalDegrees, false, both},
		"brackets of JSON":      {"{\"lon\": 119.3012, \"lat\": 30.2045}\n{\"lon\": 119.312, \"lat\": 30.215}", DecimalDegrees, false, both},
		"names":                 {"J1 119.3012 30.2045\nJ2 119.312 30.215", DecimalDegrees, false, both},
		"N for a name":          {"N1 119.3012 30.2045\nN2 119.312 30.215", DecimalDegrees, false, both},
		"dotted numbers":        {"1. 119.3012 30.2045\n2. 119.312 30.215", DecimalDegrees, false, both},
		"Chinese numbers":       {"1、119.3012，30.2045\n2、119.312，30.215", DecimalDegrees, false, both},
		"running numbers":       {"29 119.3012 30.2045\n30 119.312 30.215", DecimalDegrees, false, both},
		"running to lat":        {"29 30.2045 119.3012\n30 30.215 119.312", DecimalDegrees, true, both},
		"from one on":           {"1,119.3012,30.2045\n2,119.312,30.215\n3,119.312,30.215\n4,119.312,30.215", DecimalDegrees, false, []geo.Point{p1, p2, p2, p2}},
		"a number not running":  {"35 119.3012 30.2045\n31 119.312 30.215", DecimalDegrees, false, both},
		"heights behind":        {"119.3012,30.2045,12.5\n119.312,30.215,13", DecimalDegrees, false, both},
		"heights like lats":     {"119.3012,30.2045,35\n119.312,30.215,101", DecimalDegrees, false, both},
		"lat, lon, height":      {"30.2045 119.3012 35\n30.215 119.312 36", DecimalDegrees, true, both},
		"whole degrees":         {"30 119 35", DecimalDegrees, true, []geo.Point{{119, 30}}},
		"junk behind":           {"J1,119.3012,30.2045,村口,12\nJ2,119.312,30.215,,", DecimalDegrees, false, both},
		"a heading":             {"点号,经度,纬度\nJ1,119.3012,30.2045\nJ2,119.312,30.215", DecimalDegrees, false, both},
		"a heading, numbers":    {"CGCS2000 3度带 中央经线120°\n4\n119.3012,30.2045\n119.312,30.215", DecimalDegrees, false, both},
		"letters":               {"30.2045N, 119.3012E\n30.215N,119.312E", DecimalDegrees, true, both},
		"letters before":        {"E119.3012 N30.2045\nE119.312 N30.215", DecimalDegrees, false, both},
		"in Chinese":            {"东经119.3012，北纬30.2045\n东经119.312，北纬30.215", DecimalDegrees, false, both},
		"in Chinese degrees":    {"东经119.3012度，北纬30.2045度\n东经119.312度，北纬30.215度", DecimalDegrees, false, both},
		"degree signs":          {"119.3012° 30.2045°\n119.312°, 30.215°", DecimalDegrees, false, both},
		"south and west":        {"33.5°S 70.25°W", DecimalDegrees, true, []geo.Point{{-70.25, -33.5}}},
		"abroad":                {"-70.25, -33.5", DecimalDegrees, false, []geo.Point{{-70.25, -33.5}}},
		"abroad, beyond 90":     {"-33.5 151.2", DecimalDegrees, true, []geo.Point{{151.2, -33.5}}},
		"in the far west":       {"39.5 75.99\n39.6 76", DecimalDegrees, true, []geo.Point{{75.99, 39.5}, {76, 39.6}}},

		"seconds":           {`119°18′04.32″E 30°12′16.2″N` + "\n" + `119°18′43.2″E 30°12′54″N`, Sexagesimal, false, both},
		"seconds, ASCII":    {`119°18'04.32", 30°12'16.2"` + "\n" + `119°18'43.2", 30°12'54"`, Sexagesimal, false, both},
		"two strokes":       {`30°12''`, Sexagesimal, false, nil},
		"doubled strokes":   {`119°18'04.32'' 30°12'16.2''`, Sexagesimal, false, []geo.Point{p1}},
		"spaces":            {`119° 18′ 04.32″ E, 30° 12′ 16.2″ N`, Sexagesimal, false, []geo.Point{p1}},
		"letters in front":  {`J1 N 30°12′16.2″ E 119°18′04.32″`, Sexagesimal, true, []geo.Point{p1}},
		"all Chinese":       {`东经119度18分04.32秒，北纬30度12分16.2秒`, Sexagesimal, false, []geo.Point{p1}},
		"named":             {`经度：119°18′04.32″ 纬度：30°12′16.2″`, Sexagesimal, false, []geo.Point{p1}},
		"no last sign":      {`119°18′04.32E 30°12′16.2N`, Sexagesimal, false, []geo.Point{p1}},
		"minutes":           {`30°12.27′N 119°18.072′E`, Sexagesimal, true, []geo.Point{p1}},
		"minutes, far west": {`39°30' 75°45'`, Sexagesimal, true, []geo.Point{{75.75, 39.5}}},
		"minutes and lon":   {`39°30' 115°45'`, Sexagesimal, true, []geo.Point{{115.75, 39.5}}},
		"a sheet's corner":  {`119°18′ 30°12′`, Sexagesimal, false, []geo.Point{{119.3, 30.2}}},
		"west":              {`33°30′S 70°15′W`, Sexagesimal, true, []geo.Point{{-70.25, -33.5}}},
		"degrees and more":  {"119.5° 30.25°\n119°18′04.32″ 30°12′16.2″", Sexagesimal, false, []geo.Point{{119.5, 30.25}, p1}},

		"X Y":                  {"3342989.5121 40432713.2282\n3344147.2098 40433760.2081", Metres, true, both},
		"Y X":                  {"40432713.2282,3342989.5121\n40433760.2081,3344147.2098", Metres, false, both},
		"without zone":         {"J1 3342989.5121 432713.2282 45.2\nJ2 3344147.2098 433760.2081 46", Metres, true, both},
		"named X":              {"X=3342989.5121 Y=40432713.2282\nX: 3344147.2098, Y: 40433760.2081", Metres, true, both},
		"metres with the unit": {"3342989.5121m 432713.2282米\n3344147.2098m 433760.2081m", Metres, true, both},
		"running, metres":      {"1 3342989.5121 432713.2282\n2 3344147.2098 433760.2081", Metres, true, both},
	} {
		got, err := ParsePoints(c.text, plane)
		if c.want == nil {
			if err == nil {
				t.Errorf("%s: %q was read as %v", name, c.text, got.Points)
			}
			continue
		}
		if err != nil || len(got.Points) != len(c.want) {
			t.Errorf("%s: %v, %d points", name, err, len(got.Points))
			continue
		}
		if got.Notation != c.notation || got.NorthFirst != c.northFirst {
			t.Errorf("%s: taken as %q", name, got.Say().In(words.En))
		}
		for i, p := range got.Points {
			if farther(p, c.want[i]) > 1.1e-9 { // 0.1 mm
				t.Errorf("%s: point %d is %v, want %v", name, i, p, c.want[i])
			}
		}
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		zone Plane
		kind string
		line int
	}{
		"nothing":            {"", plane, "paste.empty", 0},
		"words":              {"点号 X Y\n无", plane, "paste.empty", 0},
		"one number":         {"119.3012,30.2045\n119.312", plane, "paste.unreadable", 2},
		"too large a number": {"119.3012,30.2045\n\n119.312,302.15", plane, "paste.unreadable", 3},
		"a footer":           {"119.3012,30.2045\n合计 3.65 km²", plane, "paste.unreadable", 2},
		"half metres":        {"3342989.5121 40432713.2282\n3342989.5121 403.5", plane, "paste.unreadable", 2},
		"half a point":       {"119.3012,30.2045;119.312;30.215", plane, "paste.unreadable", 1},
		"sixty minutes":      {"119°60′00″ 30°12′16″", plane, "paste.unreadable", 1},
		"sixty seconds":      {"119°18′60″ 30°12′16″", plane, "paste.unreadable", 1},
		"two longitudes":     {"119°18′00″E 30°12′16″E", plane, "paste.unreadable", 1},
		"minus west":         {"-70°15′W 33°30′S", plane, "paste.unreadable", 1},
		"degrees and metres": {"119.3012,30.2045\n3342989.5121 40432713.2282", plane, "paste.mixed_notation", 2},
		"turned round":       {"119.3012,30.2045\n30.215,119.312", plane, "paste.mixed_order", 2},
		"another zone":       {"3342874.75 40432732.53\n3342874.75 39632732.53", plane, "paste.mixed_zone", 2},
		"a digit missing":    {"119.3012,30.2045\n19.312,30.215", plane, "paste.mixed_place", 2},
		"beyond the pole":    {"120°30′ 98°15′", plane, "paste.outside", 1},
		"zone 24":            {"3342874.75 24432732.53", plane, "paste.zone", 1},
		"no zone":            {"3342874.75 432732.53", Plane{}, "paste.zone_needed", 1},
		"a long line":        {strings.Repeat("a", mostLine+1), plane, "paste.line_long", 1},
		"too many":           {strings.Repeat("119.3,30.2\n", mostPasted+1), plane, "paste.too_many", mostPasted + 1},
		"too long":           {strings.Repeat(" ", mostBytes+1), plane, "paste.too_long", 0},
	} {
		_, err := ParsePoints(c.text, c.zone)
		var bad *geo.InputError
		if !errors.As(err, &bad) || string(bad.Kind) != c.kind || bad.At.Line != c.line {
			t.Errorf("%s: %v, want %s in line %d", name, err, c.kind, c.line)
		}
	}
	if _, _, err := ParsePoint("119.3,30.2\n119.4,30.2", plane); kind(err) != "paste.one_point" {
		t.Error(err)
	}
	if p, taken, err := ParsePoint("119.3012, 30.2045", plane); err != nil || p != p1 || len(taken.Points) != 1 {
		t.Error(p, err)
	}
}

// The zone number in front decides: 6° zones too, and it needs no plane.
func TestZonesOfPastedMetres(t *testing.T) {
	for text, meridian := range map[string]float64{
		"3342874.75 40432732.53": 120, "3342874.75 39500000": 117, "3342874.75 20500000": 117, "3342874.75 13500000": 75,
	} {
		got, err := ParsePoints(text, Plane{})
		if err != nil || got.Zone.CentralMeridian() != meridian || math.Abs(got.Points[0][0]-meridian) > 1.5 {
			t.Errorf("%s: %v at %v, %v", text, got.Zone, got.Points, err)
		}
		if said := got.Say().In(words.Zh); !strings.Contains(said, got.Zone.Name().In(words.Zh)) {
			t.Errorf("taken as %s", said)
		}
	}
}

// TestPastedPointsComeBack writes points in several ways and reads them again.
func TestPastedPointsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 20).Draw(t, "points")
		var points []geo.Point
		for range n {
			points = append(points, rounded(geo.Point{rapid.Float64Range(118.6, 121.4).Draw(t, "lon"), rapid.Float64Range(18, 53).Draw(t, "lat")}))
		}
		swap, named := rapid.Bool().Draw(t, "swap"), rapid.SampledFrom([]string{"", "J%d ", "%d. ", "%d,"}).Draw(t, "name")
		split := rapid.SampledFrom([]string{",", " ", "\t", ", ", "，", "　"}).Draw(t, "split")
		for way, write := range map[string]func(p geo.Point) (string, string){
			"decimal": func(p geo.Point) (string, string) { return fmt.Sprintf("%.9f", p[0]), fmt.Sprintf("%.9f", p[1]) },
			"seconds": func(p geo.Point) (string, string) {
				return carto.Longitude(p[0], 6).In(words.Zh), carto.Latitude(p[1], 6).In(words.Zh)
			},
			"letters": func(p geo.Point) (string, string) {
				return carto.Longitude(p[0], 6).In(words.En), carto.Latitude(p[1], 6).In(words.En)
			},
			"metres": func(p geo.Point) (string, string) {
				m := plane.ToPlane(p)
				return fmt.Sprintf("%.5f", m[0]), fmt.Sprintf("%.5f", m[1])
			},
		} {
			var text strings.Builder
			for i, p := range points {
				a, b := write(p)
				if swap {
					a, b = b, a
				}
				name := named
				if strings.Contains(named, "%d") {
					name = fmt.Sprintf(named, i+1)
				}
				text.WriteString(name + a + split + b + "\n")
			}
			got, err := ParsePoints(text.String(), plane)
			if err != nil || len(got.Points) != n || got.NorthFirst != swap {
				t.Fatalf("%s: %v, %d points of\n%s", way, err, len(got.Points), text.String())
			}
			for i, p := range got.Points {
				if farther(p, points[i]) > 2e-9 {
					t.Fatalf("%s: point %d is %v, want %v, of\n%s", way, i, p, points[i], text.String())
				}
			}
		}
	})
}

func FuzzParsePoints(f *testing.F) {
	for _, seed := range []string{
		"119.3012,30.2045\n119.312,30.215", "J1 N 30°12′16.2″ E 119°18′04.32″", "东经119度18分04.32秒，北纬30度12分16.2秒",
		"X=3342989.5121 Y=40432713.2282", "1、119.3，30.2；2、119.4，30.2", "[[119.3, 30.2], [1, 2]]", "°°''\"\"EWNS+-.",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := ParsePoints(text, plane)
		if err != nil {
			if !words.Known(kind(err)) || len(got.Points) != 0 {
				t.Fatalf("%v and %d points", err, len(got.Points))
			}
			return
		}
		if len(got.Points) == 0 || len(got.Points) > mostPasted {
			t.Fatalf("%d points and no error", len(got.Points))
		}
		for _, p := range got.Points {
			if !(math.Abs(p[0]) <= 180 && math.Abs(p[1]) <= 90) {
				t.Fatalf("read %v", p)
			}
		}
		got.Say()
	})
}

func BenchmarkParsePoints(b *testing.B) {
	text := strings.Repeat("J12 119°18′04.32″E 30°12′16.2″N\n", 1000) + strings.Repeat("J12 119.30123456 30.20451234 12.5\n", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := ParsePoints(text, plane); err != nil {
			b.Fatal(err)
		}
	}
}
