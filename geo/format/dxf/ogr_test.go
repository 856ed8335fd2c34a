package dxf

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// TestAgreesWithGDAL reads what GDAL writes. Reference: testdata/areas.txt, what
// GDAL reads from the same files; all are made by testdata/ogr.sh.
func TestAgreesWithGDAL(t *testing.T) {
	areas, err := os.Open("testdata/areas.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer areas.Close()
	table := csv.NewReader(areas)
	table.Comma = '\t'
	rows, err := table.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	read := map[string][]feature.Feature{}
	for _, row := range rows {
		file, handle := row[0], row[1]
		if _, ok := read[file]; !ok {
			read[file] = readFile(t, file)
		}
		if len(read[file]) == 0 {
			t.Fatalf("%s: too few features", file)
		}
		f := read[file][0]
		read[file] = read[file][1:]
		points, _ := strconv.Atoi(row[2])
		area, _ := strconv.ParseFloat(row[3], 64)
		if got := stored(f.Shape); got != points || f.ID != handle {
			t.Errorf("%s: %s has %d points, want %s with %d", file, f.ID, got, handle, points)
		}
		if got := planeArea(f.Shape); math.Abs(got-area) > 1e-9*area {
			t.Errorf("%s %s: area %v, want %v", file, handle, got, area)
		}
	}
	for file, rest := range read {
		if len(rest) > 0 {
			t.Errorf("%s: %d features that GDAL does not read", file, len(rest))
		}
	}
}

// TestNamesFromGDAL: layers in UTF-8 though the header says otherwise, the name
// from an MTEXT, the unit from the coordinates.
func TestNamesFromGDAL(t *testing.T) {
	all := readFile(t, "areas.dxf")
	if f := all[0]; f.Name != "梦想小镇" || f.Layer != "规划范围" || f.Shape.Holes() != 1 || noteIDs(f) != "unit_not_believed" {
		t.Errorf("read %q on %q, %q", f.Name, f.Layer, noteIDs(f))
	}
	if f := readFile(t, "lines.dxf")[0]; f.Layer != "红线" || noteIDs(f) != "unit_not_believed lines" {
		t.Errorf("read layer %q, %q", f.Layer, said(f))
	}
}

func readFile(t *testing.T, name string) []feature.Feature {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return mustRead(t, string(text))
}

func stored(s geo.Shape) (n int) {
	for _, r := range s.All() {
		n += r.Len()
	}
	return n
}
