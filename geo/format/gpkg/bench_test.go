package gpkg

import (
	"math"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// BenchmarkRead reads 2,000 round towns of 200 corners.
func BenchmarkRead(b *testing.B) {
	var towns []feature.Feature
	for i := range 2_000 {
		ring := make([]geo.Point, 200)
		for k := range ring {
			a := 2 * math.Pi * float64(k) / 200
			ring[k] = geo.Point{100 + float64(i)/50 + 0.01*math.Cos(a), 30 + 0.01*math.Sin(a)}
		}
		towns = append(towns, feature.Feature{Name: "镇", Shape: geo.Polygon(ring)})
	}
	path := written(b, towns)
	b.SetBytes(2_000 * 201 * 16)
	b.ReportAllocs()
	for b.Loop() {
		if all, err := readFile(b, path); err != nil || len(all) != 2_000 {
			b.Fatal(len(all), err)
		}
	}
}
