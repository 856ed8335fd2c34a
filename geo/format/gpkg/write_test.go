package gpkg

import (
	"bytes"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

func written(t testing.TB, features []feature.Feature) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, features); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "out.gpkg")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func sample() []feature.Feature {
	outer := []geo.Point{{119.123456789012345, 30}, {120, 30}, {120, 31}, {119.123456789012345, 30}}
	hole := []geo.Point{{119.9, 30.1}, {119.95, 30.2}, {119.95, 30.1}, {119.9, 30.1}}
	return []feature.Feature{
		{Layer: "规划范围", CRS: "EPSG:4490", Kind: "Polygon", Shape: geo.Polygon(outer, hole), Attributes: []feature.Attribute{
			{Key: "名称", Text: "梦想小镇"}, {Key: "n", Kind: feature.Number, Text: "9007199254740993"}, {Key: "x", Kind: feature.Number, Text: "0.25"},
			{Key: "open", Kind: feature.Bool, Text: "true"}, {Key: "gone", Kind: feature.Null}, {Key: "geom", Text: "a trap"},
			{Key: "long", Kind: feature.Number, Text: "0.12345678901234567890"}, {Key: "list", Kind: feature.Nested, Text: "[1]"},
		}},
		{Layer: "规划范围", CRS: "EPSG:4490", Kind: "Polygon", Shape: geo.Polygon(outer), Attributes: []feature.Attribute{{Key: "x", Kind: feature.Number, Text: "3"}}},
		{Layer: "gpkg_x\"", CRS: "EPSG:4549", Name: "甲", Kind: "MultiPolygon", Shape: geo.Join(geo.Polygon(outer), geo.Polygon([]geo.Point{{1, 1}, {2, 1}, {2, 2}, {1, 1}}))},
		{Layer: "GPKG_X_", Kind: "Polygon"},
	}
}

func TestRoundTrip(t *testing.T) {
	in := sample()
	all, err := readFile(t, written(t, in))
	if err != nil || len(all) != len(in) {
		t.Fatalf("%d features, %v", len(all), err)
	}
	for i, f := range all {
		if !f.Shape.Equal(in[i].Shape) || f.CRS != in[i].CRS {
			t.Errorf("feature %d came back as %v in %q", i, f.Shape, f.CRS)
		}
	}
	if all[0].Layer != "规划范围" || all[2].Layer != "layer_gpkg_x_" || all[3].Layer != "layer_GPKG_X__2" || all[2].Name != "甲" || all[0].Name != "梦想小镇" {
		t.Errorf("layers %q, %q, %q; names %q, %q", all[0].Layer, all[2].Layer, all[3].Layer, all[0].Name, all[2].Name)
	}
	const want = "fid:1=1;名称:0=梦想小镇;n:1=9007199254740993;x:1=0.25;open:2=true;gone:3=;geom_2:0=a trap;long:0=0.12345678901234567890;list:0=[1];"
	if got := attributes(all[0]); got != want {
		t.Errorf("attributes %s\nwant       %s", got, want)
	}
	again, err := readFile(t, written(t, all))
	if err != nil || len(again) != len(all) || attributes(again[0]) != want || attributes(again[2]) != attributes(all[2]) {
		t.Errorf("the second time: %v %v", again, err)
	}
}

func TestOpenRingsAreClosedAndTurned(t *testing.T) {
	in := geo.Polygon([]geo.Point{{0, 0}, {0, 4}, {4, 4}, {4, 0}}, []geo.Point{{1, 1}, {2, 1}, {2, 2}, {1, 1}})
	want := geo.Polygon([]geo.Point{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}, []geo.Point{{1, 1}, {2, 2}, {2, 1}, {1, 1}})
	all, err := readFile(t, written(t, []feature.Feature{{Shape: in}}))
	if err != nil || len(all) != 1 || !all[0].Shape.Equal(want) {
		t.Errorf("%v, %v", all, err)
	}
}

func TestWhatCannotBeWritten(t *testing.T) {
	square := geo.Polygon([]geo.Point{{0, 0}, {1, 0}, {1, 1}})
	for want, in := range map[string][]feature.Feature{
		"gpkg.write_not_a_number": {{Shape: geo.Polygon([]geo.Point{{0, math.Inf(1)}})}},
		"gpkg.write_mixed_crs":    {{Shape: square, CRS: "EPSG:4490"}, {Shape: square, CRS: "EPSG:4326"}},
	} {
		var b bytes.Buffer
		if err := Write(&b, in); kind(err) != want || b.Len() > 0 {
			t.Errorf("%v with %d bytes, want %s", err, b.Len(), want)
		}
	}
}

// Reference: ogrinfo of GDAL, where it is installed.
func TestGDALReadsIt(t *testing.T) {
	ogrinfo, err := exec.LookPath("ogrinfo")
	if err != nil {
		t.Skip("GDAL is not installed")
	}
	out, err := exec.Command(ogrinfo, "-ro", "-al", written(t, sample())).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, want := range []string{
		"Layer name: 规划范围", "Layer name: layer_gpkg_x_", `ID["EPSG",4490]`, `ID["EPSG",4549]`, "Geometry: Multi Polygon",
		"名称 (String) = 梦想小镇", "n (Integer64) = 9007199254740993", "open (Integer(Boolean)) = 1", "Extent: (119.123457, 30.000000) - (120.000000, 31.000000)",
	} {
		if !strings.Contains(string(out), want) {
			t.Errorf("ogrinfo does not say %q", want)
		}
	}
	for _, bad := range []string{"ERROR", "Warning"} {
		if strings.Contains(string(out), bad) {
			t.Errorf("ogrinfo complains: %s", out)
		}
	}
}
