package geojson

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// TestAgreesWithGDAL reads what GDAL writes. Reference: testdata/areas.txt, what
// GDAL reads from the same files; both are made by testdata/ogr.sh.
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
		file, name, kind := row[0], row[1], strings.TrimSuffix(row[2], " Z")
		if _, ok := read[file]; !ok {
			read[file] = readFile(t, file)
		}
		if len(read[file]) == 0 {
			t.Fatalf("%s: too few features", file)
		}
		f := read[file][0]
		read[file] = read[file][1:]
		if f.Name != name || !strings.EqualFold(f.Kind, kind) || f.ID != "" && f.ID != strconv.Itoa(f.Index+1) {
			t.Errorf("%s: read %s %q %q, want %s %q", file, f.Kind, f.ID, f.Name, kind, name)
		}
		points, _ := strconv.Atoi(row[3])
		area, _ := strconv.ParseFloat(row[4], 64)
		if kind == "LINESTRING" {
			points = 0
		}
		if got := stored(f.Shape); got != points {
			t.Errorf("%s %s: %d points, want %d", file, name, got, points)
		}
		if got := planeArea(f.Shape); math.Abs(got-area) > 1e-9*area {
			t.Errorf("%s %s: area %v, want %v", file, name, got, area)
		}
	}
	if len(read) != 3 {
		t.Errorf("%d files in the table, want 3", len(read))
	}
}

func readFile(t *testing.T, name string) []feature.Feature {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	all, err := readAll(text, feature.DefaultLimits, true)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func stored(s geo.Shape) (n int) {
	for _, r := range s.All() {
		n += r.Len()
	}
	return n
}

func planeArea(s geo.Shape) (sum float64) {
	for at, r := range s.All() {
		a := math.Abs(twiceArea(r)) / 2
		if at.Ring > 0 {
			a = -a
		}
		sum += a
	}
	return sum
}
