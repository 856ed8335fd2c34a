package boundary

import (
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/area"
)

// BenchmarkEach reads 10,000 towns of 200 vertices, and one polygon of a
// million, as the command line does: to the last feature, with nothing done or
// with their geodesic areas.
func BenchmarkEach(b *testing.B) {
	for _, c := range []struct {
		name       string
		n, corners int
		work       func(Located) geo.Area
	}{
		{"towns", 10_000, 200, func(Located) geo.Area { return 0 }},
		{"towns, geodesic area", 10_000, 200, geodesic},
		{"million", 1, 1_000_000, func(Located) geo.Area { return 0 }},
		{"million, geodesic area", 1, 1_000_000, geodesic},
	} {
		b.Run(c.name, func(b *testing.B) {
			path, size := towns(b, c.n, c.corners)
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				_, err := Each(b.Context(), path, Options{}, c.work, func(geo.Area) error { return nil })
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func geodesic(l Located) geo.Area { return area.Of(l.Feature.Shape, area.Geodesic, 0).Geodesic }
