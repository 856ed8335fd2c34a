package flat

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo"
)

// TestNearFindsAllEdgesThatAre compares with a look at every edge.
func TestNearFindsAllEdgesThatAre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var index Index
		var rings [][]geo.Point
		point := func() geo.Point {
			return geo.Point{rapid.Float64Range(-100, 100).Draw(t, "x"), rapid.Float64Range(-100, 100).Draw(t, "y")}
		}
		for range rapid.IntRange(0, 4).Draw(t, "rings") {
			var r []geo.Point
			for range rapid.IntRange(0, 150).Draw(t, "corners") {
				r = append(r, point())
			}
			index.Add(r)
			rings = append(rings, r)
		}
		p, reach := point(), rapid.Float64Range(0, 30).Draw(t, "reach")
		seen := map[[2]int]int{}
		index.Near(p, reach, func(e Edge) {
			r := rings[e.Ring]
			if e.A != r[e.Corner] || e.B != r[(e.Corner+1)%len(r)] {
				t.Fatalf("edge %d of ring %d is %v to %v", e.Corner, e.Ring, e.A, e.B)
			}
			seen[[2]int{e.Ring, e.Corner}]++
		})
		for k, r := range rings {
			for i := range r {
				_, d := Foot(p, r[i], r[(i+1)%len(r)])
				// Of two distances up to 300, rounded, one may reach what the other does not.
				if n := seen[[2]int{k, i}]; n > 1 || d <= reach-1e-12 && n != 1 {
					t.Fatalf("edge %d of ring %d, %g away, was seen %d times", i, k, d, n)
				}
			}
		}
	})
}

func TestFoot(t *testing.T) {
	a, b := geo.Point{0, 0}, geo.Point{10, 0}
	for _, c := range []struct {
		p    geo.Point
		t, d float64
	}{{geo.Point{3, 4}, 0.3, 4}, {geo.Point{-3, 4}, 0, 5}, {geo.Point{13, -4}, 1, 5}, {geo.Point{10, 0}, 1, 0}} {
		if got, d := Foot(c.p, a, b); got != c.t || d != c.d {
			t.Errorf("%v: %g of the way, %g away", c.p, got, d)
		}
	}
	if got, d := Foot(geo.Point{3, 4}, a, a); got != 0 || d != 5 {
		t.Errorf("an edge without length: %g, %g", got, d)
	}
}

// An L: its bend is outside, its arms inside.
func TestInsideAndTwice(t *testing.T) {
	l := []geo.Point{{0, 0}, {4, 0}, {4, 1}, {1, 1}, {1, 3}, {0, 3}}
	for p, want := range map[geo.Point]bool{{3, 0.5}: true, {0.5, 2}: true, {2, 2}: false, {-1, 0.5}: false, {5, 0.5}: false} {
		if Inside(l, p) != want {
			t.Errorf("%v: inside is %v", p, !want)
		}
	}
	if got := Twice(l); got != 12 {
		t.Errorf("twice the area is %g", got)
	}
	if Twice(nil) != 0 || Inside(nil, geo.Point{}) {
		t.Error("nothing encloses something")
	}
}

func TestUnit(t *testing.T) {
	if u, ok := Unit(geo.Point{3, -4}); !ok || math.Abs(u[0]-0.6) > 1e-15 || math.Abs(u[1]+0.8) > 1e-15 {
		t.Errorf("%v, %v", u, ok)
	}
	if _, ok := Unit(geo.Point{}); ok {
		t.Error("no way has a direction")
	}
}
