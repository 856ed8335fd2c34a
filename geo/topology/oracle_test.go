package topology

import (
	"testing"

	"pgregory.net/rapid"
)

// TestValidityAgreesWithSimpleFeatures compares the verdict with the Validate
// of peterstace/simplefeatures, a library of its own lineage.
func TestValidityAgreesWithSimpleFeatures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := gridShape(t)
		want := toSimple(s).Validate()
		for name, find := range engines {
			problems := checkBy(s, find)
			if Valid(problems) != (want == nil) {
				t.Errorf("%s finds %v; simplefeatures: %v\n%s", name, kinds(problems), want, toSimple(s).AsText())
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
