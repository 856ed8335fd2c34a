package table

import (
	"math"
	"os"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/crs"
	"zhenjie/geo/feature"
	"zhenjie/geo/shaping/flat"
)

// TestReadsWhatGDALWrites reads tables that ogr2ogr 3.6.2 wrote; testdata/ogr.sh
// makes them. The plane areas are those of the rings by hand.
func TestReadsWhatGDALWrites(t *testing.T) {
	zone, _ := crs.ByEPSG(4528)
	for _, c := range []struct {
		file string
		read func(feature.Source) feature.Batches
	}{{"points.csv", Read}, {"metres.csv", Read}, {"geometries.csv", Read}, {"points.xlsx", ReadXLSX}} {
		f, err := os.Open("testdata/" + c.file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		all, err := readFrom(c.read, feature.Source{Text: f, Limits: feature.DefaultLimits})
		if err != nil || len(all) != 2 {
			t.Errorf("%s: %d features, %v", c.file, len(all), err)
			continue
		}
		for i, want := range []struct {
			name  string
			holes int
			twice float64 // degrees², of the outer ring less its hole
		}{{"龙溪", 1, 2*0.1*0.1 - 0.02*0.02}, {"安吉", 0, (120.2 - 120.1234567) * 0.1}} {
			s := all[i].Shape
			if c.file == "metres.csv" {
				s = s.Map(zone.ToDegrees)
			}
			twice := 0.0
			for at, r := range s.All() {
				sign := 1.0
				if at.Ring > 0 {
					sign = -1
				}
				twice += sign * math.Abs(flat.Twice(r.Points()))
			}
			if all[i].Name != want.name || s.Holes() != want.holes || s.Parts() != 1 || math.Abs(twice-want.twice) > 1e-10 {
				t.Errorf("%s: %q has %d parts, %d holes and twice the area %v; want %+v", c.file, all[i].Name, s.Parts(), s.Holes(), twice, want)
			}
		}
		if p := all[1].Shape.Ring(0, 0).At(0); c.file != "metres.csv" && p != (geo.Point{120.1234567, 31.1}) {
			t.Errorf("%s: a corner is %v", c.file, p)
		}
	}
}
