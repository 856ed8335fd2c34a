package convert

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/boundary"
	"zhenjie/geo/crs"
	"zhenjie/geo/feature"
)

func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// read reads a file back, in its own system.
func read(t *testing.T, path, from string) []boundary.Located {
	t.Helper()
	all, _, err := boundary.Load(t.Context(), path, boundary.Options{Native: true, Attributes: true, From: from})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func kindOf(err error) words.ID {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return bad.Kind
	}
	return ""
}

// A square of 0.01° with a hole, and a triangle, with all digits a coordinate may
// have.
const towns = `{"type":"FeatureCollection","features":[
{"type":"Feature","id":"a1","properties":{"name":"龙溪","pop":12000,"open":true,"note":null},"geometry":{"type":"Polygon","coordinates":[
[[120.00000000000001,30.123456789012345],[120.01,30.12],[120.01,30.13],[120,30.13],[120.00000000000001,30.123456789012345]],
[[120.004,30.126],[120.004,30.128],[120.006,30.128],[120.004,30.126]]]}},
{"type":"Feature","id":"a2","properties":{"name":"茶镇","pop":800},"geometry":{"type":"Polygon","coordinates":[[[120.02,30.12],[120.03,30.12],[120.03,30.13],[120.02,30.12]]]}}]}`

func TestTheSameSystemKeepsEveryBit(t *testing.T) {
	in := write(t, "towns.geojson", towns)
	out := filepath.Join(t.TempDir(), "towns.wkt")
	sum, err := File(t.Context(), in, out, Options{})
	if err != nil || sum.Read.Features != 2 || sum.Format != "WKT" || sum.From.EPSG != 4490 || sum.To.EPSG != 4490 {
		t.Fatalf("%+v, %v", sum, err)
	}
	before, after := read(t, in, ""), read(t, out, "")
	for i := range before {
		if !before[i].Feature.Shape.Equal(after[i].Feature.Shape) {
			t.Errorf("feature %d: %v became %v", i, before[i].Feature.Shape, after[i].Feature.Shape)
		}
	}
}

// References: PROJ 9, echo 30.12 120.01 | cs2cs -f %.6f EPSG:4490 EPSG:4549, whose
// first number is the northing.
func TestAnotherSystem(t *testing.T) {
	in, out := write(t, "towns.geojson", towns), filepath.Join(t.TempDir(), "towns.shp")
	if _, err := File(t.Context(), in, out, Options{To: "EPSG:4549"}); err != nil {
		t.Fatal(err)
	}
	got := read(t, out, "")
	if got[0].System.EPSG != 4549 || got[0].Source != boundary.Declared {
		t.Errorf("written in %v, %v", got[0].System, got[0].Source)
	}
	want := geo.Point{500963.699846, 3333415.854588}
	near := false
	for _, p := range got[0].Feature.Shape.Ring(0, 0).Points() {
		near = near || max(abs(p[0]-want[0]), abs(p[1]-want[1])) < 1e-4
	}
	if !near {
		t.Errorf("no corner at %.6f: %.6f", want, got[0].Feature.Shape.Ring(0, 0).Points())
	}
	if f := got[0].Feature; f.Name != "龙溪" || f.ID != "a1" || text(f, "pop") != "12000" {
		t.Errorf("name %q, id %q, attributes %v", f.Name, f.ID, f.Attributes)
	}
}

func abs(x float64) float64 { return max(x, -x) }

func text(f feature.Feature, key string) string {
	for _, a := range f.Attributes {
		if a.Key == key {
			return a.Text
		}
	}
	return ""
}

func TestFormatsWithDegreesAloneGetThem(t *testing.T) {
	in := write(t, "plane.wkt", "SRID=4549;POLYGON((500000 3350000,501000 3350000,501000 3351000,500000 3350000))\n")
	out := filepath.Join(t.TempDir(), "x.geojson")
	sum, err := File(t.Context(), in, out, Options{})
	if err != nil || sum.To != crs.Degrees(crs.DatumCGCS2000) || sum.From.EPSG != 4549 {
		t.Fatalf("%+v, %v", sum, err)
	}
	if _, err := File(t.Context(), in, filepath.Join(t.TempDir(), "y.geojson"), Options{To: "4549"}); kindOf(err) != "convert.lon_lat_only" {
		t.Error(err)
	}
}

func TestOldDatumsAreLeftOrChangedByParameters(t *testing.T) {
	in := write(t, "old.wkt", "SRID=2384;POLYGON((500000 3350000,501000 3350000,501000 3351000,500000 3350000))\n")
	folder := t.TempDir()
	if _, err := File(t.Context(), in, filepath.Join(folder, "same.wkt"), Options{}); err != nil {
		t.Errorf("the same datum: %v", err)
	}
	if sum, err := File(t.Context(), in, filepath.Join(folder, "degrees.wkt"), Options{To: "EPSG:4610"}); err != nil || sum.To.EPSG != 4610 {
		t.Errorf("degrees of the same datum: %v, %v", sum, err)
	}
	if _, err := File(t.Context(), in, filepath.Join(folder, "x.geojson"), Options{}); kindOf(err) != "crs.unusable_datum" {
		t.Errorf("without parameters: %v", err)
	}
	o := Options{Options: boundary.Options{Shift: &crs.Shift{DX: 10}}}
	if sum, err := File(t.Context(), in, filepath.Join(folder, "x.geojson"), o); err != nil || sum.To.EPSG != 4490 {
		t.Errorf("with parameters: %v, %v", sum, err)
	}
}

func TestRefusals(t *testing.T) {
	in := write(t, "towns.geojson", towns)
	folder := filepath.Dir(in)
	mixed := write(t, "mixed.wkt", "SRID=4549;POLYGON((500000 3350000,501000 3350000,501000 3351000,500000 3350000))\nSRID=4528;POLYGON((40500000 3350000,40501000 3350000,40501000 3351000,40500000 3350000))\n")
	shape := filepath.Join(folder, "s.shp")
	if _, err := File(t.Context(), in, shape, Options{}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		in, out, to string
		replace     bool
		want        words.ID
	}{
		{in, in, "", true, "convert.same_file"},
		{in, filepath.Join(folder, ".", "towns.geojson"), "", true, "convert.same_file"},
		{shape, filepath.Join(folder, "s.dbf"), "", true, "convert.same_file"},
		{in, shape, "", false, "convert.exists"},
		{in, filepath.Join(folder, "x.pdf"), "", false, "convert.extension"},
		{in, filepath.Join(folder, "x"), "", false, "convert.extension"},
		{in, filepath.Join(folder, "none", "x.wkt"), "", false, "file.no_folder"},
		{in, filepath.Join(folder, "x.wkt"), "EPSG:1", false, "convert.to_unknown"},
		{in, filepath.Join(folder, "x.wkt"), "EPSG:4534", false, "convert.far_off"},
		{mixed, filepath.Join(folder, "x.wkt"), "", false, "convert.several_systems"},
		{filepath.Join(folder, "none.wkt"), filepath.Join(folder, "x.wkt"), "", false, "file.missing"},
	} {
		_, err := File(t.Context(), c.in, c.out, Options{To: c.to, Replace: c.replace})
		if kindOf(err) != c.want {
			t.Errorf("%s to %s: %v, want %s", filepath.Base(c.in), filepath.Base(c.out), err, c.want)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "x*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if now, _ := os.ReadFile(in); string(now) != towns {
		t.Error("the file that was read has changed")
	}
	if _, err := File(t.Context(), mixed, filepath.Join(folder, "x.wkt"), Options{To: "4490"}); err != nil {
		t.Errorf("two systems brought to one: %v", err)
	}
}

func TestOneLayer(t *testing.T) {
	folder := t.TempDir()
	zip := filepath.Join(folder, "two.zip")
	features := []boundary.Located{read(t, write(t, "towns.geojson", towns), "")[0], read(t, write(t, "towns.geojson", towns), "")[1]}
	features[0].Feature.Layer, features[1].Feature.Layer = "规划范围", "核心区"
	to, err := writer(zip)
	if err != nil {
		t.Fatal(err)
	}
	if err := to.WriteFile(zip, []feature.Feature{features[0].Feature, features[1].Feature}); err != nil {
		t.Fatal(err)
	}
	o := Options{Options: boundary.Options{Layer: "核心区"}}
	sum, err := File(t.Context(), zip, filepath.Join(folder, "core.geojson"), o)
	if err != nil || sum.Read.Features != 1 {
		t.Fatalf("%+v, %v", sum, err)
	}
	if got := read(t, filepath.Join(folder, "core.geojson"), ""); got[0].Feature.Name != "茶镇" {
		t.Errorf("read %q", got[0].Feature.Name)
	}
	o.Layer = "红线"
	_, err = File(t.Context(), zip, filepath.Join(folder, "x.geojson"), o)
	if kindOf(err) != "boundary.layer_missing" || !strings.Contains(err.Error(), "核心区, 规划范围") {
		t.Error(err)
	}
}
