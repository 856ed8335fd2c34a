package dxf

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// samples are features of all forms in metres.
func samples() []feature.Feature {
	ring := func(x, y, side float64) []geo.Point {
		return []geo.Point{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}
	}
	return []feature.Feature{
		{Kind: "Polygon", ID: "330110-01", Name: "梦想小镇", Layer: "规划范围", CRS: "EPSG:4528", Shape: geo.Polygon(ring(40501000.1234567, 3351000, 2000), ring(40501500, 3351500, 500)),
			Attributes: []feature.Attribute{
				{Key: "名称", Text: "梦想小镇"}, {Key: "area", Kind: feature.Number, Text: "3.75"}, {Key: "ok", Kind: feature.Bool, Text: "true"},
				{Key: "none", Kind: feature.Null}, {Key: "list", Kind: feature.Nested, Text: `["a\n",1]`}, {Key: "说明", Text: strings.Repeat("长文𠮷 ", 60) + "\n第二行 \\U+0041"},
			}},
		{Index: 1, Kind: "MultiPolygon", Name: "云栖 100% \\P", Layer: "核心区", CRS: "EPSG:4528", Shape: geo.Join(geo.Polygon(ring(40501100, 3351100, 100)), geo.Polygon(ring(40501300, 3351100, 100), ring(40501310, 3351110, 50))), Attributes: []feature.Attribute{}},
		{Index: 2, Kind: "Polygon", Layer: "0", CRS: "EPSG:4528", Shape: geo.Polygon(ring(40501000.1234567, 3351000, 2000))},
	}
}

func written(t testing.TB, features []feature.Feature) string {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, features); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestWriteAndReadBack(t *testing.T) {
	in := samples()
	text := written(t, in)
	if utf8.ValidString(text) || !strings.Contains(text, "\xb9\xe6\xbb\xae\xb7\xb6\xce\xa7\n") { // 规划范围
		t.Error("texts are not in GBK")
	}
	all := mustRead(t, text)
	if len(all) != len(in) {
		t.Fatalf("%d features, want %d", len(all), len(in))
	}
	for i, got := range all {
		want := in[i]
		if !got.Shape.Equal(want.Shape) {
			t.Errorf("%d: shape %v, want %v", i, got.Shape.Orb(), want.Shape.Orb())
		}
		if got.Kind != want.Kind || got.ID != want.ID || got.Name != want.Name || got.Layer != want.Layer || got.CRS != want.CRS || len(got.Notes) > 0 {
			t.Errorf("%d: read %s %q %q on %q in %q, %q", i, got.Kind, got.ID, got.Name, got.Layer, got.CRS, said(got))
		}
		if len(got.Attributes)+len(want.Attributes) > 0 && !reflect.DeepEqual(got.Attributes, want.Attributes) {
			t.Errorf("%d: attributes %+v, want %+v", i, got.Attributes, want.Attributes)
		}
	}
}

// TestEditedInCAD: a ring copied in a drawing program has the same extended
// data twice, one deleted leaves a gap; no ring may be lost then.
func TestEditedInCAD(t *testing.T) {
	text := written(t, samples())
	first := strings.Index(text, "0\nLWPOLYLINE")
	second := first + 1 + strings.Index(text[first+1:], "0\nLWPOLYLINE")
	third := second + 1 + strings.Index(text[second+1:], "0\nTEXT")
	for name, c := range map[string]struct {
		edited string
		rings  int
		notes  string
	}{
		"copied":            {text[:second] + text[second:third] + text[second:], 5, "copied"},
		"hole deleted":      {text[:second] + text[third:], 3, ""},
		"outside deleted":   {text[:first] + text[second:], 3, ""},
		"named differently": {strings.Replace(text, `1`+"\n"+encode("梦想小镇"), "1\nnew", 1), 3, ""},
	} {
		all := mustRead(t, c.edited)
		if len(all) != c.rings || noteIDs(all[0]) != c.notes {
			t.Errorf("%s: %d features, %q", name, len(all), noteIDs(all[0]))
		}
		if want := map[bool]string{true: "new", false: "梦想小镇"}[name == "named differently"]; all[0].Name != want {
			t.Errorf("%s: named %q", name, all[0].Name)
		}
	}
}

func TestWriteParticulars(t *testing.T) {
	ring := []geo.Point{{120, 30}, {120.1, 30}, {120.1, 30.1}}
	long := strings.Repeat("图", 60)
	text := written(t, []feature.Feature{
		{Layer: "a/b:c"}, // without a shape: not even its layer is written
		{Layer: "路<1>", Shape: geo.Polygon(ring)}, {Layer: "LAYER", Shape: geo.Polygon(ring)}, {Layer: "layer", Shape: geo.Polygon(ring)}, {Layer: long, Shape: geo.Polygon(ring)},
	})
	if !strings.Contains(text, "9\n$INSUNITS\n70\n0\n") || strings.Contains(text, crsComment) {
		t.Error("degrees without a system are declared as something else")
	}
	all := mustRead(t, text)
	for i, want := range []string{"路_1_", "LAYER", "LAYER", long[:3*36]} {
		if all[i].Layer != want {
			t.Errorf("layer %q, want %q", all[i].Layer, want)
		}
	}
	handles := map[string]bool{}
	lines := strings.Split(text, "\n")
	for i := 0; i+1 < len(lines); i += 2 {
		if (lines[i] == "5" && lines[i-2] != "9") || lines[i] == "105" {
			if handles[lines[i+1]] {
				t.Errorf("the handle %s stands twice", lines[i+1])
			}
			handles[lines[i+1]] = true
		}
	}
	if all, err := readAll([]byte(written(t, nil)), feature.DefaultLimits); err != nil || len(all) != 0 {
		t.Errorf("no features: %v, %v", all, err)
	}
	err := Write(&bytes.Buffer{}, []feature.Feature{{}, {Shape: geo.Polygon([]geo.Point{{1, math.NaN()}})}})
	if kindOf(err) != "dxf.write_number" {
		t.Errorf("NaN: %v", err)
	}
	if err := Write(fullDisk{}, samples()); err == nil {
		t.Error("a full disk goes unnoticed")
	}
}

func TestLosses(t *testing.T) {
	if all := Losses(samples()); len(all) > 0 {
		t.Errorf("samples lose %v", all)
	}
	lossy := samples()
	lossy[0].Layer, lossy[1].CRS = "a/b", "EPSG:4529"
	lossy[0].Attributes = append(lossy[0].Attributes, feature.Attribute{Key: "long", Text: strings.Repeat("长", 10_000)}, feature.Attribute{Key: "short"})
	lossy = append(lossy, feature.Feature{Name: "nowhere"})
	var ids []string
	for _, l := range Losses(lossy) {
		ids = append(ids, string(l.ID))
	}
	if got := strings.Join(ids, " "); got != "dxf.loss.layer dxf.loss.empty dxf.loss.attributes dxf.loss.crs" {
		t.Errorf("losses %q", got)
	}
	all := mustRead(t, written(t, lossy))
	if last := all[0].Attributes[len(all[0].Attributes)-1]; len(all) != 3 || last.Key != "short" || all[0].CRS != "" {
		t.Errorf("read %d features, %+v", len(all), last)
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, bytes.ErrTooLarge }

// TestNamesStandInside puts each name inside its outline and outside of the
// holes.
func TestNamesStandInside(t *testing.T) {
	for i, f := range samples()[:2] {
		at, width, height := middle(f.Shape)
		n := namer{sheet: &sheet{}}
		if fig := (figure{parts: partsOf(f.Shape)}); !n.holds(&fig, at) || width <= 0 || height <= 0 {
			t.Errorf("%d: at %v", i, at)
		}
	}
}

func partsOf(s geo.Shape) [][][]geo.Point {
	parts := make([][][]geo.Point, s.Parts())
	for at, r := range s.All() {
		parts[at.Part] = append(parts[at.Part], r.Points())
	}
	return parts
}

// TestGDALReadsWhatIsWritten lets another program judge the drawing.
func TestGDALReadsWhatIsWritten(t *testing.T) {
	program, err := exec.LookPath("ogr2ogr")
	if err != nil {
		t.Skip("GDAL is not installed")
	}
	path := filepath.Join(t.TempDir(), "out.dxf")
	if err := os.WriteFile(path, []byte(written(t, samples())), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, "-f", "GeoJSON", "/vsistdout/", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	var read struct {
		Features []struct {
			Properties struct{ Layer, Text string }
			Geometry   struct {
				Type        string
				Coordinates json.RawMessage
			}
		}
	}
	if err := json.Unmarshal(out, &read); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range read.Features {
		got = append(got, f.Geometry.Type+" "+f.Properties.Layer+" "+f.Properties.Text)
	}
	want := []string{
		"LineString 规划范围 ", "LineString 规划范围 ", "Point 规划范围 梦想小镇",
		"LineString 核心区 ", "LineString 核心区 ", "LineString 核心区 ", "Point 核心区 云栖 100% \\P", "LineString 0 ",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("GDAL reads %q, want %q", got, want)
	}
	if first := string(read.Features[0].Geometry.Coordinates); !strings.Contains(first, "40501000.123") {
		t.Errorf("GDAL reads %s", first)
	}
}
