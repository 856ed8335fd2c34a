package topology

import (
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo/simple"
)

// TestValidityAgreesWithSimpleFeatures compares the verdict with the Validate
// of peterstace/simplefeatures, a library of its own lineage, on the same 6,000
// shapes each time.
func TestValidityAgreesWithSimpleFeatures(t *testing.T) {
	shapes := rapid.Custom(gridShape)
	valid := 0
	for seed := range 6000 {
		s := shapes.Example(seed)
		want := simple.Polygons(s).Validate()
		if want == nil {
			valid++
		}
		for name, find := range engines {
			if problems := checkBy(s, find); Valid(problems) != (want == nil) {
				t.Errorf("%s finds %v; simplefeatures: %v\n%s", name, kinds(problems), want, simple.Polygons(s).AsText())
			}
		}
	}
	if valid < 600 {
		t.Errorf("only %d of the shapes are valid: the comparison is one-sided", valid)
	}
}

func kinds(problems []Problem) (all []Kind) {
	for _, p := range problems {
		all = append(all, p.Kind)
	}
	return all
}
