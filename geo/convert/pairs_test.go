package convert

import (
	"path/filepath"
	"strings"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/boundary"
	"zhenjie/geo/format"
)

// precision is how far a coordinate may move on its way through a format, in
// degrees: nothing but where the format rounds. Half a millimetre is 5e-9°, and
// what was put into a plane and back has moved by 1e-11°.
var precision = map[string]float64{"KML": 0.6e-9, "界址点 TXT": 0.8e-8, "XLSX": 1e-12}

// nameless are the formats that keep no names.
var nameless = map[string]bool{"WKT": true}

// TestEveryPairOfFormats sends towns through two formats and back to degrees.
func TestEveryPairOfFormats(t *testing.T) {
	in := write(t, "towns.geojson", towns)
	want, _, err := boundary.Load(t.Context(), in, boundary.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range format.All {
		for _, b := range format.All {
			if !a.Writes() || !b.Writes() {
				continue
			}
			t.Run(a.Name+" to "+b.Name, func(t *testing.T) {
				folder := t.TempDir()
				first, second := filepath.Join(folder, "first"+ext(a)), filepath.Join(folder, "second"+ext(b))
				for _, step := range [][2]string{{in, first}, {first, second}} {
					if _, err := File(t.Context(), step[0], step[1], Options{}); err != nil {
						t.Fatal(err)
					}
				}
				got, _, err := boundary.Load(t.Context(), second, boundary.Options{})
				if err != nil || len(got) != len(want) {
					t.Fatalf("%d features, %v", len(got), err)
				}
				for i := range got {
					if far := apartBy(want[i].Feature.Shape, got[i].Feature.Shape); far > precision[a.Name]+precision[b.Name] {
						t.Errorf("feature %d moved by %g°", i+1, far)
					}
					if name := got[i].Feature.Name; name != want[i].Feature.Name && !nameless[a.Name] && !nameless[b.Name] {
						t.Errorf("feature %d is named %q, want %q", i+1, name, want[i].Feature.Name)
					}
				}
			})
		}
	}
}

func ext(f format.Format) string { return strings.Fields(f.Ext)[0] }

// apartBy is the greatest difference of coordinates of two shapes; rings may begin
// anywhere and run either way. It is large for shapes of another structure.
func apartBy(a, b geo.Shape) float64 {
	const structure = 1000
	if a.Parts() != b.Parts() {
		return structure
	}
	most := 0.0
	for at, r := range a.All() {
		if a.Rings(at.Part) != b.Rings(at.Part) || r.Corners() != b.Ring(at.Part, at.Ring).Corners() {
			return structure
		}
		most = max(most, ringsApart(r, b.Ring(at.Part, at.Ring)))
	}
	return most
}

func ringsApart(a, b geo.Ring) float64 {
	n, best := a.Corners(), 1000.0
	for first := range n {
		for _, step := range []int{1, n - 1} {
			most := 0.0
			for i := range n {
				p, q := a.At(i), b.At((first+i*step)%n)
				most = max(most, abs(p[0]-q[0]), abs(p[1]-q[1]))
			}
			best = min(best, most)
		}
	}
	return best
}
