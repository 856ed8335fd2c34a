package geo

import "testing"

var square = []Point{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}

func TestShapeKeepsItsPointsToItself(t *testing.T) {
	pts := append([]Point(nil), square...)
	s := Polygon(pts)
	pts[0] = Point{9, 9}
	s.Ring(0, 0).Points()[1] = Point{9, 9}
	s.Orb()[0][0][2] = Point{9, 9}
	moved := s.WithRing(RingRef{}, []Point{{5, 5}})
	if !s.Equal(Polygon(square)) {
		t.Errorf("a shape was changed from outside: %v", s.Orb())
	}
	if moved.Ring(0, 0).Len() != 1 {
		t.Errorf("WithRing kept the old ring")
	}
}

func TestRingGoesRoundOnce(t *testing.T) {
	for name, pts := range map[string][]Point{"closed": square, "open": square[:4]} {
		r := NewRing(pts)
		if r.Corners() != 4 {
			t.Errorf("%s: %d corners, want 4", name, r.Corners())
		}
		if r.Next(3) != (Point{0, 0}) || r.Next(0) != (Point{1, 0}) {
			t.Errorf("%s: the way round is wrong", name)
		}
	}
}

func TestShapeCounts(t *testing.T) {
	hole := []Point{{.2, .2}, {.4, .2}, {.4, .4}, {.2, .2}}
	s := Join(Polygon(square, hole), Polygon(square))
	if s.Parts() != 2 || s.Rings(0) != 2 || s.Holes() != 1 || s.Vertices() != 4+3+4 {
		t.Errorf("parts %d, rings %d, holes %d, vertices %d", s.Parts(), s.Rings(0), s.Holes(), s.Vertices())
	}
	if b, ok := s.Bound(); !ok || b.Max != (Point{1, 1}) {
		t.Errorf("bound %v %v", b, ok)
	}
	if _, ok := (Shape{}).Bound(); ok {
		t.Error("the empty shape has no box")
	}
	if !s.Part(1).Equal(Polygon(square)) {
		t.Error("part 1 is not the second square")
	}
}
