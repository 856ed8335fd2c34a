package topology

import (
	"testing"

	"github.com/peterstace/simplefeatures/geom"
	"pgregory.net/rapid"

	"zhenjie/geo"
)

// simple is a shape as simplefeatures' type.
func simple(s geo.Shape) geom.MultiPolygon {
	var polys []geom.Polygon
	for p := range s.Parts() {
		var rings []geom.LineString
		for r := range s.Rings(p) {
			var flat []float64
			for _, pt := range s.Ring(p, r).Points() {
				flat = append(flat, pt[0], pt[1])
			}
			rings = append(rings, geom.NewLineString(geom.NewSequence(flat, geom.DimXY)))
		}
		polys = append(polys, geom.NewPolygon(rings))
	}
	return geom.NewMultiPolygon(polys)
}

// TestValidityAgreesWithSimpleFeatures compares the verdict with the Validate
// of peterstace/simplefeatures, a library of its own lineage.
func TestValidityAgreesWithSimpleFeatures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := gridShape(t)
		want := simple(s).Validate()
		for name, find := range engines {
			problems := checkBy(s, find)
			if Valid(problems) != (want == nil) {
				t.Errorf("%s finds %v; simplefeatures: %v\n%s", name, kinds(problems), want, simple(s).AsText())
			}
		}
	})
}

func kinds(problems []Problem) (all []Kind) {
	for _, p := range problems {
		all = append(all, p.Kind)
	}
	return all
}
