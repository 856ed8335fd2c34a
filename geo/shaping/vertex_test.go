package shaping

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo"
)

// twoParts is a square with a hole, and an open triangle as a second part.
func twoParts() geo.Shape {
	return geo.Join(
		geo.Polygon(square(0, 0, 1000), square(200, 200, 100)),
		geo.Polygon(ring(2000, 0, 3000, 0, 2500, 800)[:3]),
	)
}

// unchanged runs f and fails when it changed the shape it was given.
func unchanged(t *testing.T, s geo.Shape, f func()) {
	t.Helper()
	before := s.Orb()
	f()
	for ref, r := range s.All() {
		for i := range r.Len() {
			if r.At(i) != before[ref.Part][ref.Ring][i] {
				t.Fatalf("point %d of %v was changed", i, ref)
			}
		}
	}
}

func TestMovedCornersTakeTheClosingPointAlong(t *testing.T) {
	s := twoParts()
	unchanged(t, s, func() {
		m := Move(s, []Vertex{{geo.RingRef{}, 0}, {geo.RingRef{Part: 1}, 2}, {geo.RingRef{Part: 7}, 0}, {geo.RingRef{}, 4}}, 10, -5)
		first, second := m.Ring(0, 0), m.Ring(1, 0)
		if !first.Closed() || second.Closed() {
			t.Error("a ring was opened or closed")
		}
		if !towards(first.At(0), 10, -5) || !towards(second.At(2), 2510, 795) {
			t.Errorf("corners went to %v and %v", first.At(0), second.At(2))
		}
		for i := 1; i < 4; i++ {
			if first.At(i) != s.Ring(0, 0).At(i) {
				t.Errorf("corner %d lost its bits", i)
			}
		}
		if !m.Ring(0, 1).Equal(s.Ring(0, 1)) {
			t.Error("the hole was changed")
		}
	})
}

func TestMoveToTakesTheBitsOfThePlace(t *testing.T) {
	s, to := twoParts(), geo.Point{119.31234567890123, 30.21}
	m := MoveTo(s, Vertex{geo.RingRef{Ring: 1}, 3}, to)
	if m.Ring(0, 1).At(3) != to || !MoveTo(s, Vertex{geo.RingRef{}, 9}, to).Equal(s) {
		t.Error("the corner is not where it was put")
	}
}

func TestDeleteTakesAwayWhatEnclosesNothing(t *testing.T) {
	s := twoParts()
	outer, hole, other := geo.RingRef{}, geo.RingRef{Ring: 1}, geo.RingRef{Part: 1}
	for name, c := range map[string]struct {
		gone                   []Vertex
		parts, holes, vertices int
	}{
		"one corner":     {[]Vertex{{outer, 0}}, 2, 1, 3 + 4 + 3},
		"twice the same": {[]Vertex{{outer, 1}, {outer, 1}}, 2, 1, 3 + 4 + 3},
		"a hole":         {[]Vertex{{hole, 0}, {hole, 3}}, 2, 0, 4 + 3},
		"an outer ring":  {[]Vertex{{outer, 0}, {outer, 1}}, 1, 0, 3},
		"a triangle":     {[]Vertex{{other, 2}}, 1, 1, 4 + 4},
		"nothing":        {[]Vertex{{outer, 5}, {geo.RingRef{Part: -1}, 0}}, 2, 1, 4 + 4 + 3},
	} {
		unchanged(t, s, func() {
			d := Delete(s, c.gone)
			if d.Parts() != c.parts || d.Holes() != c.holes || d.Vertices() != c.vertices {
				t.Errorf("%s: %d parts, %d holes, %d corners left", name, d.Parts(), d.Holes(), d.Vertices())
			}
			for ref, r := range d.All() {
				if len(c.gone) == 1 && c.parts == 2 && ref.Part == 0 && !r.Closed() {
					t.Errorf("%s: %v is open", name, ref)
				}
			}
		})
	}
}

// anyShape draws stars of 3 to 12 corners, closed or open, some with a hole.
func anyShape(t *rapid.T) geo.Shape {
	var parts []geo.Shape
	for k := range rapid.IntRange(1, 3).Draw(t, "parts") {
		outer := star(t, float64(k)*5000, 800, 2000)
		if rapid.Bool().Draw(t, "hole") {
			parts = append(parts, geo.Polygon(outer, star(t, float64(k)*5000, 100, 300)))
		} else {
			parts = append(parts, geo.Polygon(outer))
		}
	}
	return geo.Join(parts...)
}

func star(t *rapid.T, x, least, most float64) []geo.Point {
	n := rapid.IntRange(3, 12).Draw(t, "corners")
	var xy []float64
	for i := range n {
		r := rapid.Float64Range(least, most).Draw(t, "radius")
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		xy = append(xy, x+r*cos, r*sin)
	}
	pts := ring(xy...)
	if rapid.Bool().Draw(t, "open") {
		return pts[:n]
	}
	return pts
}

// anyVertex draws a corner of a shape.
func anyVertex(t *rapid.T, s geo.Shape) Vertex {
	p := rapid.IntRange(0, s.Parts()-1).Draw(t, "part")
	r := rapid.IntRange(0, s.Rings(p)-1).Draw(t, "ring")
	return Vertex{geo.RingRef{Part: p, Ring: r}, rapid.IntRange(0, s.Ring(p, r).Corners()-1).Draw(t, "corner")}
}

func TestInsertThenDeleteGivesBackTheBits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyShape(t)
		v := anyVertex(t, s)
		place := at(rapid.Float64Range(-3000, 3000).Draw(t, "x"), rapid.Float64Range(-3000, 3000).Draw(t, "y"))
		more := Insert(s, v.RingRef, v.Corner, place)
		added := Vertex{v.RingRef, v.Corner + 1}
		if more.Vertices() != s.Vertices()+1 || more.Ring(v.Part, v.Ring).At(v.Corner+1) != place {
			t.Fatalf("the corner is not behind the edge's first")
		}
		if back := Delete(more, []Vertex{added}); !back.Equal(s) {
			t.Fatalf("%v came back as %v", s.Orb(), back.Orb())
		}
	})
}

// TestWholeShapesComeBack does moves that cancel each other. Each rounds to
// 0.5e-9°, the second also what the first left.
func TestWholeShapesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyShape(t)
		e, n := rapid.Float64Range(-1e4, 1e4).Draw(t, "e"), rapid.Float64Range(-1e4, 1e4).Draw(t, "n")
		turn := rapid.Float64Range(-400, 400).Draw(t, "turn")
		for name, back := range map[string]geo.Shape{
			"moved":   Translate(Translate(s, e, n), -e, -n),
			"turned":  Rotate(Rotate(s, here, turn), here, -turn),
			"round":   Rotate(Rotate(Rotate(s, here, 90), here, 90), here, 180),
			"corners": moveAndBack(s, e, n),
		} {
			for ref, r := range back.All() {
				old := s.Ring(ref.Part, ref.Ring)
				for i := range r.Len() {
					if d := farther(r.At(i), old.At(i)); d > 2e-9 {
						t.Fatalf("%s: point %d of %v is off by %g°", name, i, ref, d)
					}
				}
				if r.Closed() != old.Closed() {
					t.Fatalf("%s: %v was opened or closed", name, ref)
				}
			}
		}
		if !Rotate(s, here, 360).Equal(s) || !Translate(s, 0, 0).Equal(s) {
			t.Fatal("a shape that does not move lost its bits")
		}
	})
}

func moveAndBack(s geo.Shape, e, n float64) geo.Shape {
	var all []Vertex
	for ref, r := range s.All() {
		for i := range r.Corners() {
			all = append(all, Vertex{ref, i})
		}
	}
	return Move(Move(s, all, e, n), all, -e, -n)
}

func farther(a, b geo.Point) float64 {
	return math.Max(math.Abs(a[0]-b[0]), math.Abs(a[1]-b[1]))
}

func TestRotateIsClockwiseAndScaleKeepsItsCentre(t *testing.T) {
	s := geo.Polygon(square(100, 100, 100))
	r := Rotate(s, at(0, 0), 90)
	if p := r.Ring(0, 0).At(1); !towards(p, 100, -200) { // of (200, 100)
		t.Errorf("turned to %v", p)
	}
	b, err := Scale(s, at(100, 100), 3)
	if err != nil || !towards(b.Ring(0, 0).At(2), 400, 400) || !towards(b.Ring(0, 0).At(0), 100, 100) {
		t.Errorf("scaled to %v, %v", b.Orb(), err)
	}
	for _, factor := range []float64{0, -1, 1001, math.NaN(), math.Inf(1)} {
		if _, err := Scale(s, here, factor); kind(err) != "shaping.factor" {
			t.Errorf("factor %v: %v", factor, err)
		}
	}
}

func TestRemove(t *testing.T) {
	s := twoParts()
	if r := RemoveRing(s, geo.RingRef{Ring: 1}); r.Holes() != 0 || r.Parts() != 2 || !r.Ring(1, 0).Equal(s.Ring(1, 0)) {
		t.Error("the hole is not what went")
	}
	if r := RemoveRing(s, geo.RingRef{}); r.Parts() != 1 || !r.Equal(s.Part(1)) || !RemovePart(s, 0).Equal(r) {
		t.Error("the part is not what went")
	}
	if !RemoveRing(s, geo.RingRef{Part: 2}).Equal(s) || !RemovePart(s, -1).Equal(s) {
		t.Error("what is not there was removed")
	}
}

func TestTwoCornersAreEnoughForNothing(t *testing.T) {
	line := geo.Polygon(slices.Clone(square(0, 0, 1)[:2]))
	if !Delete(line, []Vertex{{geo.RingRef{}, 0}}).IsEmpty() {
		t.Error("a ring of one corner is left")
	}
}
