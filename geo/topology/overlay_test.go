package topology

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/peterstace/simplefeatures/geom"
	"pgregory.net/rapid"

	"zhenjie/geo"
	"zhenjie/geo/simple"
)

var square = []geo.Point{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}

func moved(pts []geo.Point, scale, x, y float64) []geo.Point {
	out := make([]geo.Point, len(pts))
	for i, p := range pts {
		out[i] = geo.Point{p[0]*scale + x, p[1]*scale + y}
	}
	return out
}

// areaOf is the plane area of a valid shape.
func areaOf(s geo.Shape) (area float64) {
	for ref, r := range s.All() {
		twice := 0.0
		for i := range r.Corners() {
			p, q := r.At(i), r.Next(i)
			twice += p[0]*q[1] - q[0]*p[1]
		}
		if ref.Ring == 0 {
			area += math.Abs(twice) / 2
		} else {
			area -= math.Abs(twice) / 2
		}
	}
	return area
}

func TestOverlay(t *testing.T) {
	whole := geo.Polygon(square)
	middle := geo.Polygon(moved(square, 0.5, 1, 1))
	corner := geo.Polygon(moved(square, 1, 2, 2))
	far := geo.Polygon(moved(square, 1, 20, 20))
	beside := geo.Polygon(moved(square, 1, 4, 0))
	for _, c := range []struct {
		name                 string
		a, b                 geo.Shape
		difference, together float64 // areas
		parts, holes         int     // of the difference
	}{
		{"inside", whole, middle, 12, 4, 1, 1},
		{"contained", middle, whole, 0, 4, 0, 0},
		{"corner", whole, corner, 12, 4, 1, 0},
		{"apart", whole, far, 16, 0, 1, 0},
		{"beside", whole, beside, 16, 0, 1, 0},
		{"equal", whole, whole, 0, 16, 0, 0},
		{"empty from", geo.Shape{}, whole, 0, 0, 0, 0},
		{"empty off", whole, geo.Shape{}, 16, 0, 1, 0},
		{"cut in two", whole, geo.Polygon([]geo.Point{{1, -1}, {2, -1}, {2, 5}, {1, 5}, {1, -1}}), 12, 4, 2, 0},
	} {
		d, err := Difference(c.a, c.b)
		if err != nil || areaOf(d) != c.difference || d.Parts() != c.parts || d.Holes() != c.holes {
			t.Errorf("%s: difference %v, %v; want area %v", c.name, d.Orb(), err, c.difference)
		}
		i, err := Intersection(c.a, c.b)
		if err != nil || areaOf(i) != c.together {
			t.Errorf("%s: intersection %v, %v; want area %v", c.name, i.Orb(), err, c.together)
		}
	}
}

func TestOverlayRefuses(t *testing.T) {
	whole := geo.Polygon(square)
	bow := geo.Polygon([]geo.Point{{0, 0}, {1, 1}, {1, 0}, {0, 1}, {0, 0}})
	wide := geo.Polygon([]geo.Point{{179, 0}, {-179, 0}, {-179, 4}, {179, 4}, {179, 0}})
	for kind, pair := range map[string][2]geo.Shape{
		"validity.overlay_invalid": {whole, bow}, "validity.overlay_wide": {wide, whole},
	} {
		for _, op := range []func(a, b geo.Shape) (geo.Shape, error){Difference, Intersection} {
			var bad *geo.InputError
			for _, p := range [][2]geo.Shape{pair, {pair[1], pair[0]}} {
				if s, err := op(p[0], p[1]); !errors.As(err, &bad) || string(bad.Kind) != kind || !s.IsEmpty() {
					t.Errorf("got %v, %v; want %s", s.Orb(), err, kind)
				}
			}
		}
	}
}

// TestOverlayAgreesWithSimpleFeatures compares areas with a port of JTS.
func TestOverlayAgreesWithSimpleFeatures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := validPair(t)
		turned := rapid.Bool().Draw(t, "turned") // no coordinate is round any more
		if turned {
			turn := func(p geo.Point) geo.Point { return geo.Point{119 + 0.1*p[0] - 0.07*p[1], 30 + 0.07*p[0] + 0.1*p[1]} }
			a, b = a.Map(turn), b.Map(turn)
			if !Valid(Check(a)) || !Valid(Check(b)) {
				t.Skip("turning has folded a shape")
			}
		}
		// A shape that is the whole outcome stands as it did, with its repeated points.
		tidy := len(Check(a)) == 0 && len(Check(b)) == 0
		for name, op := range map[string]struct {
			ours   func(a, b geo.Shape) (geo.Shape, error)
			theirs func(a, b geom.Geometry) (geom.Geometry, error)
		}{
			"union":        {Union, geom.Union},
			"intersection": {Intersection, geom.Intersection},
			"difference":   {Difference, geom.Difference},
		} {
			got, err := op.ours(a, b)
			if err != nil {
				t.Fatal(err)
			}
			want, err := op.theirs(simple.Polygons(a), simple.Polygons(b))
			if err != nil {
				t.Fatal(err)
			}
			if problems := Check(got); !Valid(problems) || tidy && len(problems) > 0 {
				t.Errorf("%s is not valid: %v", name, problems[0].Text)
			}
			if w := areaOf(simple.Shape(want)); math.Abs(areaOf(got)-w) > 1e-12*(areaOf(a)+areaOf(b)) {
				t.Errorf("%s %v, want %v", name, areaOf(got), w)
			}
		}
	})
}

// validPair draws two valid shapes that share much border.
func validPair(t *rapid.T) (a, b geo.Shape) {
	valid := func(s geo.Shape) bool { return Valid(Check(s)) }
	shape := rapid.OneOf(rapid.Custom(pierced), rapid.Custom(islands), rapid.Custom(islands)).Filter(valid)
	return shape.Draw(t, "a"), shape.Draw(t, "b")
}

// TestContainsAgreesWithRelate compares with the DE-9IM relation of
// simplefeatures' port of JTS.
func TestContainsAgreesWithRelate(t *testing.T) {
	seen := map[bool]int{}
	rapid.Check(t, func(t *rapid.T) {
		a, b := validPair(t)
		if rapid.Bool().Draw(t, "part") { // of itself: contained more often
			b = a.Part(rapid.IntRange(0, a.Parts()-1).Draw(t, "which"))
			if rapid.Bool().Draw(t, "filled") {
				b = geo.Polygon(b.Ring(0, b.Rings(0)-1).Points())
			}
		}
		want, err := geom.Covers(simple.Polygons(a), simple.Polygons(b))
		if err != nil {
			t.Fatal(err)
		}
		seen[want]++
		if got := Contains(a, b); got != want {
			t.Errorf("Contains = %v, want %v:\n%s\n%s", got, want, simple.Polygons(a).AsText(), simple.Polygons(b).AsText())
		}
	})
	if seen[true] == 0 || seen[false] == 0 {
		t.Errorf("one-sided: %v", seen)
	}
}

// TestOverlayPiecesMakeTheWhole: what b takes from a and what it leaves are a.
func TestOverlayPiecesMakeTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := validPair(t)
		left, err := Difference(a, b)
		if err != nil {
			t.Fatal(err)
		}
		taken, err := Intersection(a, b)
		if err != nil {
			t.Fatal(err)
		}
		// Corners are rounded to 2⁻⁴⁸ at most, over some hundred units of border.
		if whole, sum := areaOf(a), areaOf(left)+areaOf(taken); math.Abs(whole-sum) > 1e-12*whole+1e-12 {
			t.Errorf("%v + %v ≠ %v", areaOf(left), areaOf(taken), whole)
		}
	})
}

// TestInputsKeepTheirBits: no answer may change what was asked about.
func TestInputsKeepTheirBits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := validPair(t)
		a2, b2 := geo.Join(a).Map(func(p geo.Point) geo.Point { return p }), b.Map(func(p geo.Point) geo.Point { return p })
		Check(a)
		Contains(a, b)
		if _, err := Difference(a, b); err != nil {
			t.Fatal(err)
		}
		if !a.Equal(a2) || !b.Equal(b2) {
			t.Error("an input was changed")
		}
	})
}

func BenchmarkDifference(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		extent := town(n)
		core := extent.Map(func(p geo.Point) geo.Point { return geo.Point{(p[0]-119.3)*0.5 + 119.3, (p[1]-30.2)*0.5 + 30.2} })
		sticking := core.Map(func(p geo.Point) geo.Point { return geo.Point{p[0] + 0.015, p[1]} })
		b.Run(fmt.Sprintf("inside/%d", n), func(b *testing.B) { benchmark(b, core, func(s geo.Shape) { Difference(s, extent) }) })
		b.Run(fmt.Sprintf("outside/%d", n), func(b *testing.B) { benchmark(b, sticking, func(s geo.Shape) { Difference(s, extent) }) })
	}
}
