package nest

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo"
)

func square(x, y, size float64, clockwise bool) []geo.Point {
	pts := []geo.Point{{x, y}, {x, y + size}, {x + size, y + size}, {x + size, y}, {x, y}}
	if !clockwise {
		slices.Reverse(pts)
	}
	return pts
}

func TestRings(t *testing.T) {
	for _, c := range []struct {
		name   string
		rings  [][]geo.Point
		want   [][]int // by part: the rings' numbers, told by their first point's x
		turned int
	}{
		{"one", [][]geo.Point{square(0, 0, 9, true)}, [][]int{{0}}, 0},
		{"one turned", [][]geo.Point{square(0, 0, 9, false)}, [][]int{{0}}, 1},
		{"a hole", [][]geo.Point{square(0, 0, 9, true), square(1, 1, 2, false)}, [][]int{{0, 1}}, 0},
		{"the hole first", [][]geo.Point{square(1, 1, 2, false), square(0, 0, 9, true)}, [][]int{{0, 1}}, 0},
		{"a hole turned", [][]geo.Point{square(0, 0, 9, true), square(1, 1, 2, true)}, [][]int{{0, 1}}, 1},
		{"all turned", [][]geo.Point{square(0, 0, 9, false), square(1, 1, 2, true)}, [][]int{{0, 1}}, 2},
		{"side by side", [][]geo.Point{square(0, 0, 2, true), square(3, 0, 2, true)}, [][]int{{0}, {3}}, 0},
		{"an island", [][]geo.Point{square(0, 0, 9, true), square(1, 1, 7, false), square(2, 2, 5, true), square(3, 3, 3, false)}, [][]int{{0, 1}, {2, 3}}, 0},
		{"a hole at the border", [][]geo.Point{square(0, 0, 9, true), {{9, 0}, {5, 5}, {9, 9}, {9, 0}}}, [][]int{{0, 9}}, 1},
		{"a hole with corners on the border", [][]geo.Point{square(0, 0, 8, true), {{4, 0}, {8, 4}, {4, 8}, {4, 0}}}, [][]int{{0, 4}}, 0},
		{"touching from outside", [][]geo.Point{square(0, 0, 8, true), {{8, 0}, {8, 8}, {9, 4}, {8, 0}}}, [][]int{{0}, {8}}, 0},
		{"crossing", [][]geo.Point{square(0, 0, 5, true), square(3, 3, 5, true)}, [][]int{{0}, {3}}, 0},
		{"the same twice", [][]geo.Point{square(0, 0, 5, true), square(0, 0, 5, true)}, [][]int{{0}, {0}}, 0},
		{"without area", [][]geo.Point{square(0, 0, 5, true), {{1, 1}}, {{2, 2}, {3, 3}, {2, 2}}}, [][]int{{0, 1, 2}}, 0},
	} {
		s, turned := Rings(c.rings)
		var got [][]int
		for at, r := range s.All() {
			if at.Ring == 0 {
				got = append(got, nil)
			}
			got[at.Part] = append(got[at.Part], int(r.At(0)[0]))
		}
		if !slices.EqualFunc(got, c.want, slices.Equal) || turned != c.turned {
			t.Errorf("%s: %v, %d turned; want %v, %d", c.name, got, turned, c.want, c.turned)
		}
	}
}

// TestNestedSquares nests squares that never cross, and compares with the
// number of squares round each, known from how they were made.
func TestNestedSquares(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rings [][]geo.Point
		holes := 0
		var fill func(x, y, size float64, depth int)
		fill = func(x, y, size float64, depth int) {
			rings = append(rings, square(x, y, size, rapid.Bool().Draw(t, "clockwise")))
			holes += depth % 2
			for i := range rapid.IntRange(0, 3).Draw(t, "inside") {
				if depth < 5 {
					// Nine boxes, of which three are filled; the first touches the corner.
					fill(x+float64(i)*size/3, y+float64(i)*size/3, size/3*rapid.Float64Range(0.5, 0.99).Draw(t, "size"), depth+1)
				}
			}
		}
		fill(rapid.Float64Range(-1e6, 1e6).Draw(t, "x"), 0, 1000, 0)
		n := len(rings)
		order := rapid.Permutation(rings).Draw(t, "order")
		s, _ := Rings(order)
		if s.Holes() != holes || s.Parts() != n-holes {
			t.Errorf("%d parts with %d holes, want %d with %d", s.Parts(), s.Holes(), n-holes, holes)
		}
	})
}

// TestNoRecordMakesItHang nests rings within rings, each of which would have to
// be compared with all before it.
func TestNoRecordMakesItHang(t *testing.T) {
	const n = 200_000
	rings := make([][]geo.Point, n)
	for i := range rings {
		rings[i] = square(float64(i), float64(i), 2*float64(n-i), i%2 == 0)
	}
	s, turned := Rings(rings)
	if s.Parts() != n/2 || s.Holes() != n/2 || turned != 0 {
		t.Errorf("%d parts, %d holes, %d turned", s.Parts(), s.Holes(), turned)
	}
}
