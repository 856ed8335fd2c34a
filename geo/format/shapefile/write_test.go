package shapefile

import (
	"archive/zip"
	"bytes"
	"errors"
	"flag"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
)

var update = flag.Bool("update", false, "write testdata/written.zip; then run testdata/ogr.sh")

const wkt = `GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`

// towns are features with all that a shapefile can keep, and some it cannot.
func towns() []feature.Feature {
	square := func(x, y, size float64) []geo.Point {
		return []geo.Point{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}, {x, y}}
	}
	hole := func(x, y, size float64) []geo.Point {
		pts := square(x, y, size)
		slices.Reverse(pts)
		return pts
	}
	all := []feature.Feature{
		{
			Name: "龙溪", Kind: "Polygon", Shape: geo.Polygon(hole(120, 30, 0.02), square(120.005, 30.005, 0.001)),
			Attributes: []feature.Attribute{
				{Key: "特色小镇名称", Text: "龙溪"},
				{Key: "面积", Kind: feature.Number, Text: "3.60321667000"},
				{Key: "特色小镇产业", Text: "茶"},
				{Key: "新建", Kind: feature.Bool, Text: "true"},
				{Key: "编号", Text: "007"},
				{Key: "开工", Text: "2017-08-01"},
				{Key: "小数", Kind: feature.Number, Text: "-1e-7"},
			},
		},
		{
			Name: "古堰", Kind: "MultiPolygon",
			Shape: geo.Join(geo.Polygon(hole(121, 30.1234567890123, 0.02), square(121.01, 30.13, 0.002)), geo.Polygon(hole(119.1, 29.7, 0.1))),
			Attributes: []feature.Attribute{
				{Key: "特色小镇名称", Text: "古堰"},
				{Key: "面积", Kind: feature.Number, Text: "12"},
				{Key: "新建", Kind: feature.Null},
			},
		},
		{Name: "空的", Attributes: []feature.Attribute{{Key: "特色小镇名称", Text: "空的"}, {Key: "新建", Kind: feature.Bool, Text: "false"}}},
	}
	for i := range all {
		all[i].Layer, all[i].CRS = "规划/范围", wkt
	}
	return all
}

func written(t *testing.T, all []feature.Feature) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, all); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readBytes(t *testing.T, name string, text []byte) []feature.Feature {
	t.Helper()
	all, err := readSource(feature.Source{
		Path: name, Text: bytes.NewReader(text), At: bytes.NewReader(text), Size: int64(len(text)), Attributes: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func unpacked(t *testing.T, text []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(b)
	}
	return all
}

// TestWrite compares with testdata/written.zip, which GDAL has read.
func TestWrite(t *testing.T) {
	text := written(t, towns())
	if *update {
		if err := os.WriteFile("testdata/written.zip", text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/written.zip")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := unpacked(t, text), unpacked(t, want); !maps.Equal(got, want) {
		t.Errorf("not what GDAL has read; run with -update, then testdata/ogr.sh:\n%q\n%q", got, want)
	}
}

func TestRoundTrip(t *testing.T) {
	for i, f := range readBytes(t, "x.zip", written(t, towns())) {
		want := towns()[i]
		if !f.Shape.Equal(want.Shape) || f.CRS != wkt || f.Layer != "规划_范围" {
			t.Errorf("feature %d: %v %q %q, want %v", i, f.Shape, f.CRS, f.Layer, want.Shape)
		}
		values := map[string]feature.Attribute{}
		for _, a := range f.Attributes {
			values[a.Key] = a
		}
		for _, a := range want.Attributes {
			key := map[string]string{"特色小镇名称": "特色小", "特色小镇产业": "特色_2"}[a.Key]
			if key == "" {
				key = a.Key
			}
			if got := values[key]; got.Text != a.Text || got.Kind != a.Kind {
				t.Errorf("feature %d: %s is %+v, want %+v", i, key, got, a)
			}
		}
	}
}

// TestWhatGDALWroteComesThroughUnchanged reads GDAL's files, writes them and
// reads them again.
func TestWhatGDALWroteComesThroughUnchanged(t *testing.T) {
	for _, name := range []string{"gbk.shp", "edited.shp", "heights.shp", "two.zip"} {
		want := mustRead(t, "testdata/"+name)
		got := readBytes(t, "x.zip", written(t, want))
		if len(got) != len(want) {
			t.Fatalf("%s: %d features, want %d", name, len(got), len(want))
		}
		for i, f := range got {
			w := want[i]
			if !f.Shape.Equal(w.Shape) || f.Name != w.Name || f.ID != w.ID || f.CRS != w.CRS || f.Kind != w.Kind || !slices.Equal(f.Attributes, w.Attributes) {
				t.Errorf("%s: %+v, want %+v", name, f, w)
			}
		}
	}
}

func TestTheCoordinateSystemIsDeclared(t *testing.T) {
	for name, want := range map[string]string{
		"EPSG:4549": `PROJCS["CGCS2000_3_Degree_GK_CM_120E"`, "": "", "gcj02": "", "nonsense": "", wkt: wkt,
	} {
		f := readBytes(t, "x.zip", written(t, []feature.Feature{{CRS: name}}))[0]
		if !strings.HasPrefix(f.CRS, want) || want == "" && f.CRS != "" {
			t.Errorf("%q is declared as %q", name, f.CRS)
		}
	}
}

func TestLossesAreSaid(t *testing.T) {
	all := towns()
	all[1].Attributes[0].Text = strings.Repeat("镇", 85)
	all[2].Layer, all[2].CRS = "另一层", ""
	var got []string
	for _, loss := range Losses(all) {
		got = append(got, loss.In(words.Zh))
	}
	want := []string{
		"字段名最多 10 字节，“特色小镇名称”写成“特色小”", "“特色小镇名称”中超过 254 字节的文字被截短", "字段名最多 10 字节，“特色小镇产业”写成“特色_2”",
		"坐标系不明，没有写 .prj；打开时请指明坐标系",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestNamesOfFields(t *testing.T) {
	used := map[string]bool{}
	for _, c := range [][2]string{
		{"名称", "名称"}, {"特色小镇名称", "特色小"}, {"特色小镇名单", "特色_2"}, {"特色小镇", "特色_3"}, {"abcdefghijkl", "abcdefghij"},
		{"ABCDEFGHIJKM", "ABCDEFGH_2"}, {"", "field"}, {" \n", "_"}, {"a名称与面", "a名称与"}, {"\x00\xff", "__"},
	} {
		if got := fieldName(c[0], used); got != c[1] || len(got) > 10 {
			t.Errorf("%q becomes %q, want %q", c[0], got, c[1])
		}
	}
}

// A feature may have one key twice, and an id besides an attribute "id".
func TestNothingIsOverwritten(t *testing.T) {
	f := feature.Feature{ID: "7", Attributes: []feature.Attribute{{Key: "id", Text: "甲"}, {Key: "a", Text: "1"}, {Key: "a", Text: "22"}}}
	got := readBytes(t, "x.zip", written(t, []feature.Feature{f, f}))[1]
	want := []feature.Attribute{{Key: "id", Text: "甲"}, {Key: "a", Text: "1"}, {Key: "a_2", Text: "22"}, {Key: "id_2", Text: "7"}}
	if !slices.Equal(got.Attributes, want) {
		t.Errorf("%v, want %v", got.Attributes, want)
	}
}

func TestLongTextsAreCutBetweenCharacters(t *testing.T) {
	long := bytes.Repeat([]byte("镇"), 100)
	got := readBytes(t, "x.zip", written(t, []feature.Feature{{Name: string(long)}}))[0]
	if want := string(long[:252]); got.Name != want || slices.Contains(noteIDs([]feature.Feature{got}), "shapefile.note.damaged_text") {
		t.Errorf("%q", got.Name)
	}
}

func TestWhatCannotBeWritten(t *testing.T) {
	nan := func(f *feature.Feature) { f.Shape = geo.Polygon([]geo.Point{{1, nanOf()}}) }
	other := func(f *feature.Feature) { f.CRS = "EPSG:4490" }
	wide := func(f *feature.Feature) {
		for i := range 300 {
			f.Attributes = append(f.Attributes, feature.Attribute{Key: string(rune('一' + i)), Text: "x"})
		}
	}
	for want, change := range map[string]func(*feature.Feature){
		"shapefile.write_not_a_number": nan, "shapefile.write_mixed_crs": other, "shapefile.write_too_wide": wide,
	} {
		all := towns()
		change(&all[1])
		if err := Write(io.Discard, all); string(kindOf(err)) != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func nanOf() float64 { zero := 0.0; return zero / zero }

func names(t *testing.T, dir string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestFilesSideBySide(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "town.shp")
	for _, old := range []string{"town.QIX", "town.sbn", "town.prj", "town.shp.xml", "town.txt", "other.dbf"} {
		if err := os.WriteFile(filepath.Join(dir, old), []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all := towns()
	for i := range all {
		all[i].CRS = "gcj02"
	}
	all[2].Layer = "核心区"
	if err := WriteFiles(path, all); err != nil {
		t.Fatal(err)
	}
	want := []string{"other.dbf", "town.cpg", "town.dbf", "town.shp", "town.shp.xml", "town.shx", "town.txt"}
	if got := names(t, dir); !slices.Equal(got, want) {
		t.Errorf("the folder holds %v, want %v", got, want)
	}
	got := mustRead(t, path)
	if len(got) != 3 || !got[1].Shape.Equal(all[1].Shape) || got[2].Attributes[len(got[2].Attributes)-1].Text != "核心区" {
		t.Errorf("%+v", got)
	}
	if err := WriteFiles(filepath.Join(dir, "packed.ZIP"), all); err != nil {
		t.Fatal(err)
	}
	if got := mustRead(t, filepath.Join(dir, "packed.ZIP")); len(got) != 3 || got[2].Layer != "核心区" {
		t.Errorf("%+v", got)
	}
}

// TestAFaultLeavesTheOldFiles cannot put the table in its place: a folder of
// that name stands there.
func TestAFaultLeavesTheOldFiles(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "town.shp")
	if err := WriteFiles(path, towns()[:1]); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "town.cpg")); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "town.cpg", "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	before := names(t, dir)
	var bad *geo.InputError
	if err := WriteFiles(path, towns()); !errors.As(err, &bad) || bad.File != path {
		t.Errorf("%v", err)
	}
	if after := names(t, dir); !slices.Equal(before, after) {
		t.Errorf("the folder holds %v, want %v", after, before)
	}
	if got := mustRead(t, path); len(got) != 1 || got[0].Name != "" || got[0].Attributes[0].Text != "龙溪" {
		t.Errorf("the old file reads %+v", got)
	}
	if err := WriteFiles(filepath.Join(dir, "gone", "x.shp"), towns()); kindOf(err) != "file.no_folder" {
		t.Errorf("no folder: %v", err)
	}
}
