package shapefile

import (
	"encoding/csv"
	"math"
	"os"
	"path"
	"strconv"
	"strings"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/shaping/flat"
)

// gdalRow is a line of a table that testdata/ogr.sh makes with GDAL.
type gdalRow struct {
	file, name    string
	points, parts int
	area          float64
}

func gdalRows(t *testing.T, table string) (rows []gdalRow) {
	t.Helper()
	f, err := os.Open("testdata/" + table)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma = '\t'
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		row := gdalRow{file: path.Base(l[0]), name: l[1]}
		row.points, _ = strconv.Atoi(l[2]) // empty without a geometry
		row.parts, _ = strconv.Atoi(l[3])
		row.area, _ = strconv.ParseFloat(l[4], 64)
		rows = append(rows, row)
	}
	return rows
}

// TestAgreesWithGDAL reads shapefiles that GDAL wrote. Reference:
// testdata/areas.txt, what GDAL reads from them.
func TestAgreesWithGDAL(t *testing.T) {
	read := map[string][]feature.Feature{}
	for _, row := range gdalRows(t, "areas.txt") {
		if read[row.file] == nil {
			read[row.file] = mustRead(t, "testdata/"+row.file)
		}
		if len(read[row.file]) == 0 {
			t.Fatalf("%s: too few features", row.file)
		}
		row.check(t, read[row.file][0])
		read[row.file] = read[row.file][1:]
	}
	if len(read) != 5 {
		t.Errorf("%d files in the table, want 5", len(read))
	}
	for name, rest := range read {
		if len(rest) > 0 {
			t.Errorf("%s: %d features more than GDAL", name, len(rest))
		}
	}
}

func (row gdalRow) check(t *testing.T, f feature.Feature) {
	t.Helper()
	points := 0
	for _, r := range f.Shape.All() {
		points += r.Len()
	}
	if f.Name != row.name || points != row.points || f.Shape.Parts() != row.parts {
		t.Errorf("%s: %q, %d points, %d parts; want %+v", row.file, f.Name, points, f.Shape.Parts(), row)
	}
	// 1e-9 relative, for sums in another order.
	if got := planeArea(f.Shape); math.Abs(got-row.area) > 1e-9*row.area {
		t.Errorf("%s %s: area %v, want %v", row.file, f.Name, got, row.area)
	}
}

func planeArea(s geo.Shape) (sum float64) {
	for at, r := range s.All() {
		a := math.Abs(flat.Twice(r.Points())) / 2
		if at.Ring > 0 {
			a = -a
		}
		sum += a
	}
	return sum
}

func TestTheLayersOfAZipAreNamed(t *testing.T) {
	all := mustRead(t, "testdata/two.zip")
	for i, f := range all {
		want := []string{"规划范围", "核心区"}[i/4]
		if f.Layer != want || f.Index != i || !strings.Contains(f.CRS, "CGCS2000") {
			t.Errorf("feature %d: layer %q, index %d, %q", i, f.Layer, f.Index, f.CRS)
		}
	}
}

// TestGDALReadsWhatIsWritten holds testdata/written.txt, what GDAL reads from
// testdata/written.zip, against the features; TestWrite checks that the .zip
// is what is written.
func TestGDALReadsWhatIsWritten(t *testing.T) {
	rows := gdalRows(t, "written.txt")
	all := towns()
	if len(rows) != len(all) {
		t.Fatalf("GDAL reads %d features, want %d", len(rows), len(all))
	}
	for i, row := range rows {
		row.check(t, all[i])
	}
	text, err := os.ReadFile("testdata/written_fields.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"特色小 (String) = 龙溪", "面积 (Real) = 3.60321667000", "特色_2 (String) = 茶",
		"新建 (String) = T", "编号 (String) = 007", "开工 (Date) = 2017/08/01", "小数 (Real) = -0.0000001",
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("GDAL does not read %q:\n%s", want, text)
		}
	}
}
