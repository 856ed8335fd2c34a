package gpkg

import (
	"bytes"
	"compress/gzip"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/shaping/flat"
)

// unpacked is a file of testdata, on the disk.
func unpacked(t testing.TB, name string) string {
	t.Helper()
	packed, err := os.Open("testdata/" + name + ".gz")
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	r, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func readFile(t testing.TB, path string) ([]feature.Feature, error) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	return collect(feature.Source{Path: path, Text: f, At: f, Size: info.Size(), Attributes: true, Limits: feature.DefaultLimits})
}

func collect(src feature.Source) (all []feature.Feature, err error) {
	for batch, err := range Read(src) {
		if err != nil {
			return all, err
		}
		for f, err := range batch {
			if err != nil {
				return all, err
			}
			all = append(all, f)
		}
	}
	return all, nil
}

func area(s geo.Shape) (sum float64) {
	for at, r := range s.All() {
		a := math.Abs(flat.Twice(r.Points())) / 2
		if at.Ring > 0 {
			a = -a
		}
		sum += a
	}
	return sum
}

func stored(s geo.Shape) (n int) {
	for _, r := range s.All() {
		n += r.Len()
	}
	return n
}

func kind(err error) string {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return string(bad.Kind)
	}
	return ""
}

func notes(f feature.Feature) string {
	var all []string
	for _, n := range f.Notes {
		all = append(all, string(n.ID))
	}
	return strings.Join(all, " ")
}

func attributes(f feature.Feature) string {
	var b strings.Builder
	for _, a := range f.Attributes {
		fmt.Fprintf(&b, "%s:%d=%s;", a.Key, a.Kind, a.Text)
	}
	return b.String()
}

// Reference: testdata/ogr.txt, GDAL 3.6.2; made by testdata/ogr.sh.
func TestAgreesWithGDAL(t *testing.T) {
	all, err := readFile(t, unpacked(t, "ogr.gpkg"))
	if err != nil || len(all) != 9 {
		t.Fatalf("%d features, %v", len(all), err)
	}
	table, err := os.ReadFile("testdata/ogr.txt")
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(string(table)), "\n")
	if len(rows) != 3 {
		t.Fatalf("%d rows", len(rows))
	}
	for i, row := range rows {
		cells := strings.Split(row, "\t")
		points, _ := strconv.Atoi(cells[1])
		want, _ := strconv.ParseFloat(cells[2], 64)
		f := all[i]
		if strings.ReplaceAll(f.Name, `"`, "") != cells[0] || f.CRS != "EPSG:4549" || f.Layer != "城镇" || stored(f.Shape) != points || math.Abs(area(f.Shape)-want) > 1e-9*want {
			t.Errorf("row %d: %q %q %q, %d points, area %v; GDAL says %s", i+1, f.Name, f.CRS, f.Layer, stored(f.Shape), area(f.Shape), row)
		}
	}
	const text, number, boolean, null = feature.Text, feature.Number, feature.Bool, feature.Null
	for i, want := range []string{
		fmt.Sprintf("fid:%d=1;id:%d=7;名称:%d=梦想小镇;floors:%d=12;ratio:%d=0.25;built:%d=2024-05-06;open:%d=true;", number, number, text, number, number, text, boolean),
		fmt.Sprintf("fid:%d=2;id:%d=8;名称:%d=云栖\"小镇\";floors:%d=;ratio:%d=1e-09;built:%d=;open:%d=false;", number, number, text, null, number, null, boolean),
		fmt.Sprintf("fid:%d=3;id:%d=9;名称:%d=空的;floors:%d=3;ratio:%d=2;built:%d=2024-01-01;open:%d=;", number, number, text, number, number, text, null),
	} {
		if got := attributes(all[i]); got != want || all[i].ID != strconv.Itoa(7+i) {
			t.Errorf("row %d: %s %q\nwant   %s", i+1, got, all[i].ID, want)
		}
	}
	if all[0].Kind != "Polygon" || all[1].Kind != "MultiPolygon" || notes(all[0]) != "gpkg.note.views gpkg.note.heights" || notes(all[2]) != "gpkg.note.no_geometry" {
		t.Errorf("kinds and notes: %s %q, %s %q", all[0].Kind, notes(all[0]), all[1].Kind, notes(all[2]))
	}
}

// The second layer: all types of geometry.
func TestTypesOfGeometry(t *testing.T) {
	all, err := readFile(t, unpacked(t, "ogr.gpkg"))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		kind   string
		points int
		notes  string
	}{
		{"CurvePolygon", 0, "gpkg.note.curves"}, {"GeometryCollection", 4, "gpkg.note.collection_others"}, {"Polygon", 4, "gpkg.note.lines_closed"},
		{"LineString", 0, "gpkg.note.open_lines"}, {"MultiPolygon", 4, "gpkg.note.heights"}, {"Point", 0, "gpkg.note.not_polygonal"},
	} {
		f := all[3+i]
		if f.Layer != "mixed" || f.CRS != "EPSG:4326" || f.Kind != want.kind || stored(f.Shape) != want.points || notes(f) != want.notes {
			t.Errorf("%s: %s of %q, %d points, %q", f.Name, f.Kind, f.Layer, stored(f.Shape), notes(f))
		}
	}
}

// Content in memory goes through a file; nothing may be left of it.
func TestReadsFromMemory(t *testing.T) {
	content, err := os.ReadFile(unpacked(t, "ogr.gpkg"))
	if err != nil {
		t.Fatal(err)
	}
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
	all, err := collect(feature.Source{Path: "ogr.gpkg", At: bytes.NewReader(content), Size: int64(len(content)), CRSGiven: true, Limits: feature.DefaultLimits})
	if err != nil || len(all) != 9 || all[0].CRS != "" || all[0].Attributes != nil || all[0].Name != "梦想小镇" {
		t.Errorf("%d features, %v", len(all), err)
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// outside runs statements as another program would.
func outside(t *testing.T, path string, statements ...string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file://"+filepath.ToSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	return db
}

func TestWhoElseHasTheFileOpen(t *testing.T) {
	path := unpacked(t, "ogr.gpkg")
	db := outside(t, path, `PRAGMA journal_mode = WAL`, `UPDATE mixed SET name = 'new' WHERE name = 'open'`)
	all, err := readFile(t, path)
	if err != nil || len(all) != 9 || all[6].Name != "new" {
		t.Errorf("open in another program: %d features, %v", len(all), err)
	}
	db.Close()
	db = outside(t, path, `PRAGMA locking_mode = EXCLUSIVE`, `BEGIN EXCLUSIVE`)
	if _, err := readFile(t, path); kind(err) != "gpkg.in_use" {
		t.Errorf("locked by another program: %v", err)
	}
	db.Close()
	if all, err := readFile(t, path); err != nil || len(all) != 9 {
		t.Errorf("left in write-ahead mode: %d features, %v", len(all), err)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("beside the file: %v, %v", entries, err)
	}
}

func TestFaults(t *testing.T) {
	for name, c := range map[string]struct {
		statements []string
		want       string
	}{
		"no geometry columns": {[]string{`DROP TABLE gpkg_geometry_columns`}, "gpkg.not_geopackage"},
		"a view in its place": {[]string{`ALTER TABLE gpkg_geometry_columns RENAME TO x`, `CREATE VIEW gpkg_geometry_columns AS SELECT * FROM x`}, "gpkg.not_geopackage"},
		"no layers":           {[]string{`DELETE FROM gpkg_geometry_columns`}, "gpkg.no_layers"},
		"only views":          {[]string{`DELETE FROM gpkg_geometry_columns WHERE table_name <> 'shown'`}, "gpkg.only_views"},
		"another column":      {[]string{`ALTER TABLE gpkg_geometry_columns RENAME COLUMN column_name TO x`}, "gpkg.damaged"},
		"no blob":             {[]string{`UPDATE mixed SET geom = 'POINT(1 2)'`}, "gpkg.geometry_head"},
		"cut geometry":        {[]string{`UPDATE mixed SET geom = substr(geom, 1, length(geom) - 1)`}, "gpkg.geometry_cut"},
		"lying count":         {[]string{`UPDATE mixed SET geom = x'4750000100000000' || x'0103000000ffffffff'`}, "gpkg.geometry_cut"},
		"not a number":        {[]string{`UPDATE mixed SET geom = x'4750000100000000' || x'01030000000100000001000000000000000000f07f0000000000000000'`}, "gpkg.not_a_number"},
		"deep":                {[]string{`UPDATE mixed SET geom = x'4750000100000000' || unhex(replace(hex(zeroblob(100)), '00', '010700000001000000'))`}, "gpkg.geometry_depth"},
		"unknown type":        {[]string{`UPDATE mixed SET geom = x'4750000100000000' || x'016300000000000000'`}, "gpkg.geometry_kind"},
	} {
		path := unpacked(t, "ogr.gpkg")
		outside(t, path, c.statements...).Close()
		if all, err := readFile(t, path); kind(err) != c.want {
			t.Errorf("%s: %d features, %v, want %s", name, len(all), err, c.want)
		}
	}
}

// A computed column that would take for ever is not looked at, nor is a trigger.
func TestRunsNothingOfTheSchema(t *testing.T) {
	path := unpacked(t, "ogr.gpkg")
	outside(t, path, `ALTER TABLE mixed ADD COLUMN trap TEXT AS (hex(zeroblob(1000000000))) VIRTUAL`).Close()
	all, err := readFile(t, path)
	if err != nil || len(all) != 9 || strings.Contains(attributes(all[5]), "trap") {
		t.Errorf("%d features, %v", len(all), err)
	}
}

// Damage at any place gives a sentence, or features.
func TestDamagedFiles(t *testing.T) {
	content, err := os.ReadFile(unpacked(t, "ogr.gpkg"))
	if err != nil {
		t.Fatal(err)
	}
	try := func(b []byte) {
		t.Helper()
		_, err := collect(feature.Source{At: bytes.NewReader(b), Size: int64(len(b)), Attributes: true, Limits: feature.DefaultLimits})
		if err != nil && kind(err) == "" {
			t.Errorf("not a sentence: %v", err)
		}
	}
	for n := 0; n < len(content); n += 3001 {
		try(content[:n])
		bad := bytes.Clone(content)
		for i := n; i < min(n+40, len(bad)); i++ {
			bad[i] ^= 0x55
		}
		try(bad)
	}
}

func TestSniff(t *testing.T) {
	h := make([]byte, 100)
	copy(h, magic)
	if Sniff(h, "x.db") || !Sniff(h, "x.GPKG") || Sniff(h[:50], "x.gpkg") {
		t.Error("without an application id the name decides")
	}
	copy(h[applicationAt:], "GP10")
	if !Sniff(h, "x.db") {
		t.Error("GP10 is a GeoPackage")
	}
}

func FuzzRead(f *testing.F) {
	content, err := os.ReadFile(unpacked(f, "ogr.gpkg"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(0, []byte{}, 0)
	f.Add(100, []byte{5, 0, 0}, 0)
	f.Add(4096, []byte{0xff}, 8192)
	f.Fuzz(func(t *testing.T, at int, patch []byte, end int) {
		b := bytes.Clone(content)
		if end > 0 && end < len(b) {
			b = b[:end]
		}
		if at >= 0 && at < len(b) {
			copy(b[at:], patch)
		}
		limits := feature.Limits{Depth: 8, FeatureBytes: 1 << 20, Vertices: 1000, Rings: 100, AttributeBytes: 1 << 16}
		_, err := collect(feature.Source{At: bytes.NewReader(b), Size: int64(len(b)), Attributes: true, Limits: limits})
		if err != nil && kind(err) == "" {
			t.Errorf("not a sentence: %v", err)
		}
	})
}
