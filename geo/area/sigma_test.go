package area

import (
	"math"
	"math/rand/v2"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// Reference: the spread of the areas of 4000 polygons with random errors.
func TestSigmaIsWhatRandomErrorsDo(t *testing.T) {
	const sigma, rounds = 0.5, 4000
	rng := rand.New(rand.NewPCG(1, 2))
	zone := crs.Zone3(120)
	s := town(40, 100)
	metres := s.Map(zone.FromDegrees)
	var sum1, sum2 float64
	for range rounds {
		a := PlaneIn(metres.Map(func(p geo.Point) geo.Point {
			return zone.ToDegrees(geo.Point{p[0] + sigma*rng.NormFloat64(), p[1] + sigma*rng.NormFloat64()})
		}), zone).M2()
		sum1 += a
		sum2 += a * a
	}
	// A closing point would move on its own: town stores none.
	got := math.Sqrt(sum2/rounds - sum1/rounds*sum1/rounds)
	want := SigmaIn(s, zone, sigma).M2()
	if math.Abs(got/want-1) > 0.05 { // four standard errors of 4000 rounds
		t.Errorf("random errors spread by %v m², Sigma says %v", got, want)
	}
}

// Reference: the plane of the zone, which TestSigmaIsWhatRandomErrorsDo holds
// against random errors. Without a projection the same comes out, to what Of says.
func TestSigmaWithoutAProjection(t *testing.T) {
	moved := func(s geo.Shape, lon, lat float64) geo.Shape {
		return s.Map(func(p geo.Point) geo.Point { return geo.Point{p[0] - 119.3 + lon, p[1] - 30.2 + lat} })
	}
	for _, c := range []struct {
		name  string
		s     geo.Shape
		limit float64 // relative
	}{
		{"on the meridian", moved(town(200, 36), 120, 30), 1e-6},
		{"at the zone's edge", moved(town(200, 36), 121.45, 30), 1e-6},
		{"near the equator", moved(town(200, 36), 118.6, -1), 1e-6},
		{"far north", moved(town(200, 36), 121.45, 70), 1e-6},
		{"in chunks", town(2*chunkEdges+7, 5), 1e-6},
		{"edges of 20 km", moved(town(60, 20000), 120, 40), 1e-3},
		{"edges of 18°", geo.Polygon([]geo.Point{{111, 30}, {111.1, 30}, {129, 30.1}, {129, 30}}), 1e-2},
		{"a hole", geo.Polygon(town(20, 500).Ring(0, 0).Points(), town(10, 100).Ring(0, 0).Points()), 1e-6},
	} {
		got, want := Of(c.s, Geodesic, 0.5).Sigma.M2(), Of(c.s, All, 0.5).Sigma.M2()
		if off := math.Abs(got/want - 1); !(off <= c.limit) {
			t.Errorf("%s: %v m², in the plane %v: off by %.2g", c.name, got, want, off)
		}
	}
}
