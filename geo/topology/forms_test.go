package topology

import "testing"

// TestForms checks shapes made to be hard for one or the other engine, whose
// validity is known from how they are made.
func TestForms(t *testing.T) {
	for _, f := range forms {
		for _, n := range []int{24, 100, 3000} {
			problems := Check(f.shape(n))
			if Valid(problems) != f.valid {
				t.Errorf("%s of %d corners: %v", f.name, n, kinds(problems))
			}
			for name, find := range engines {
				if name == "boxes" && n > 100 {
					continue // gives up where the sweep is meant to take over
				}
				if got := checkBy(f.shape(n), find); Valid(got) != f.valid {
					t.Errorf("%s of %d corners, by %s: %v", f.name, n, name, kinds(got))
				}
			}
		}
	}
}
