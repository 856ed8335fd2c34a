package area

import (
	"math"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// town is a star of n vertices round 119.3°E 30.2°N whose edges are about
// metres long.
func town(n int, metres float64) geo.Shape {
	r := metres * float64(n) / (2 * math.Pi) / 6.37e6 / radian
	ring := make([]geo.Point, n)
	for i := range ring {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		d := r + metres/4/6.37e6/radian*math.Sin(7*float64(i))
		ring[i] = geo.Point{119.3 + d*cos/math.Cos(30.2*radian), 30.2 + d*sin}
	}
	return geo.Polygon(ring)
}

func benchmark(b *testing.B, s geo.Shape, measure func()) {
	b.ReportAllocs()
	for b.Loop() {
		measure()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(s.Vertices()), "ns/vertex")
}

func BenchmarkTown(b *testing.B) {
	s := town(200, 36)
	b.Run("All", func(b *testing.B) { benchmark(b, s, func() { Of(s, All, 0.5) }) })
	b.Run("SurveyPlaneSigma", func(b *testing.B) { benchmark(b, s, func() { Of(s, Survey|Plane, 0.5) }) })
	b.Run("Plane", func(b *testing.B) { benchmark(b, s, func() { Of(s, Plane, 0) }) })
	b.Run("Geodesic", func(b *testing.B) { benchmark(b, s, func() { GeodesicOn(s, crs.CGCS2000) }) })
}

func BenchmarkSquare(b *testing.B) {
	s := town(4, 36)
	b.Run("All", func(b *testing.B) { benchmark(b, s, func() { Of(s, All, 0.5) }) })
	b.Run("Geodesic", func(b *testing.B) { benchmark(b, s, func() { GeodesicOn(s, crs.CGCS2000) }) })
}

// Edges of 20 km: the full geodesic problem, and 286 pieces each.
func BenchmarkLongEdges(b *testing.B) {
	s := town(100, 20000)
	b.Run("Survey", func(b *testing.B) { benchmark(b, s, func() { Of(s, Survey, 0) }) })
	b.Run("Geodesic", func(b *testing.B) { benchmark(b, s, func() { GeodesicOn(s, crs.CGCS2000) }) })
}

func BenchmarkMillion(b *testing.B) {
	s := town(1_000_000, 3)
	b.Run("All", func(b *testing.B) { benchmark(b, s, func() { Of(s, All, 0.5) }) })
	b.Run("Geodesic", func(b *testing.B) { benchmark(b, s, func() { GeodesicOn(s, crs.CGCS2000) }) })
}
