package shaping

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo"
	"zhenjie/geo/area"
	"zhenjie/geo/topology"
)

func valid(s geo.Shape) bool { return topology.Valid(topology.Check(s)) }

func surveyOf(s geo.Shape) float64 { return area.Of(s, area.Survey, 0).Survey.M2() }

func TestOffsetToAreaHits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyShape(t)
		if !valid(s) {
			t.Skip("the stars cross")
		}
		factor := rapid.Float64Range(0.05, 3).Draw(t, "factor")
		target := geo.Area(surveyOf(s) * factor)
		out, metres, err := OffsetToArea(s, target)
		if err != nil {
			t.Fatal(err)
		}
		if off := math.Abs(surveyOf(out) - target.M2()); off > 1 || !valid(out) {
			t.Fatalf("off by %g m² after %g m", off, metres)
		}
		if (metres > 0) != (factor > 1) {
			t.Fatalf("%g times the area by %g m", factor, metres)
		}
	})
}

func TestOffsetGrowsOutwardAndShrinksInward(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyShape(t)
		if !valid(s) {
			t.Skip("the stars cross")
		}
		d := rapid.Float64Range(0.01, 300).Draw(t, "metres")
		out, err := Offset(s, d)
		if err != nil || flatArea(out) <= flatArea(s) || !valid(out) {
			t.Fatalf("%g m out: %v", d, err)
		}
		in, err := Offset(s, -d)
		if kind(err) != "shaping.vanishes" && (err != nil || flatArea(in) >= flatArea(s) || !valid(in)) {
			t.Fatalf("%g m in: %v", d, err)
		}
	})
}

// TestOffsetOfASquare: a square of a grows to a + 2d a side.
func TestOffsetOfASquare(t *testing.T) {
	s := geo.Polygon(square(0, 0, 2000))
	out, err := Offset(s, 50)
	if err != nil || out.Vertices() != 4 {
		t.Fatal(err, out.Vertices())
	}
	near(t, "the area", flatArea(out), 2100*2100, 1)
	to, metres, err := OffsetToArea(s, geo.Area(surveyOf(out)))
	near(t, "the offset", metres, 50, 2e-4)
	near(t, "the area", surveyOf(to), surveyOf(out), 1)
	if err != nil {
		t.Fatal(err)
	}
	same, metres, err := OffsetToArea(s, geo.Area(surveyOf(s)))
	if !same.Equal(s) || metres != 0 || err != nil {
		t.Errorf("a shape that has its area was moved by %v, %v", metres, err)
	}
	if again, err := Offset(s, 0); err != nil || !again.Equal(s) {
		t.Error("an offset of 0 changed the shape")
	}
}

func TestOffsetRefuses(t *testing.T) {
	s := geo.Polygon(square(0, 0, 1000))
	bow := geo.Polygon(ring(0, 0, 100, 100, 100, 0, 0, 100))
	wide := geo.Polygon([]geo.Point{{100, 30}, {111, 30}, {111, 31}, {100, 30}})
	for _, c := range []struct {
		s      geo.Shape
		metres float64
		want   string
	}{
		{s, -500.01, "shaping.vanishes"}, {s, 1e6, "shaping.size"}, {s, math.NaN(), "shaping.size"},
		{bow, 1, "validity.overlay_invalid"}, {wide, 1, "shaping.too_wide"},
	} {
		if _, err := Offset(c.s, c.metres); string(kind(err)) != c.want {
			t.Errorf("%v m: %v, want %s", c.metres, err, c.want)
		}
	}
	for _, c := range []struct {
		s      geo.Shape
		target geo.Area
		want   string
	}{
		{s, 0, "shaping.target"}, {s, geo.Unknown, "shaping.target"}, {s, -5, "shaping.target"},
		{s, 1e15, "shaping.area_unreachable"}, {geo.Shape{}, 5, "shaping.area_unreachable"}, {bow, 5e6, "validity.overlay_invalid"},
	} {
		if _, _, err := OffsetToArea(c.s, c.target); string(kind(err)) != c.want {
			t.Errorf("%v: %v, want %s", c.target, err, c.want)
		}
	}
}

// TestMoveSide moves the upper side of a rectangle of 2000 by 1000: it stays
// parallel, slides along its neighbours, and the other corners keep their bits. Two
// edges go out at a right angle to their chord, here by 1 to the side and 2 up.
func TestMoveSide(t *testing.T) {
	upright := ring(0, 0, 2000, 0, 2000, 1000, 0, 1000)
	trapezium := ring(0, 0, 2000, 0, 1500, 1000, 0, 1000) // the right neighbour leans by 1:2
	reversed := ring(0, 1000, 2000, 1000, 2000, 0, 0, 0)
	for name, c := range map[string]struct {
		pts         []geo.Point
		first, last int
		metres      float64
		corners     map[int][2]float64
	}{
		"out":           {upright, 2, 2, 250, map[int][2]float64{2: {2000, 1250}, 3: {0, 1250}}},
		"in":            {upright, 2, 2, -400, map[int][2]float64{2: {2000, 600}, 3: {0, 600}}},
		"other way":     {reversed, 0, 0, 250, map[int][2]float64{0: {0, 1250}, 1: {2000, 1250}}},
		"sliding":       {trapezium, 2, 2, 200, map[int][2]float64{2: {1400, 1200}, 3: {0, 1200}}},
		"two edges":     {upright, 1, 2, 223.607, map[int][2]float64{1: {2100, 0}, 2: {2100, 1200}, 3: {0, 1200}}},
		"over the seam": {upright, 3, 0, 223.607, map[int][2]float64{3: {-100, 1000}, 0: {-100, -200}, 1: {2000, -200}}},
		"three edges":   {upright, 1, 3, 300, map[int][2]float64{2: {2000, 1300}, 3: {0, 1300}}},
	} {
		s := geo.Polygon(c.pts)
		want := geo.Polygon(c.pts)
		for i, xy := range c.corners {
			want = MoveTo(want, Vertex{geo.RingRef{}, i}, at(xy[0], xy[1]))
		}
		unchanged(t, s, func() {
			got, shift, err := MoveSideToArea(s, geo.RingRef{}, c.first, c.last, geo.Area(surveyOf(want)))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			near(t, name+": the shift", shift, c.metres, 1e-3)
			near(t, name+": the area", surveyOf(got), surveyOf(want), 1)
			for i := range 4 {
				p := got.Ring(0, 0).At(i)
				if xy, moved := c.corners[i]; moved && !towards(p, xy[0], xy[1]) || !moved && p != c.pts[i] {
					e, n := metres(p)
					t.Errorf("%s: corner %d is at %.4f, %.4f", name, i, e, n)
				}
			}
			if got.Ring(0, 0).Closed() != s.Ring(0, 0).Closed() {
				t.Errorf("%s: the ring was opened or closed", name)
			}
		})
	}
}

func TestMoveSideOfAHoleGrowsTheLand(t *testing.T) {
	s := geo.Polygon(square(0, 0, 1000), square(200, 200, 400))
	factor := surveyOf(s) / flatArea(s) // what the plane makes of an area, 2e-4 here
	for edge := range 4 {
		got, metres, err := MoveSideToArea(s, geo.RingRef{Ring: 1}, edge, edge, geo.Area(surveyOf(s)+40_000*factor))
		if err != nil {
			t.Fatal(err)
		}
		near(t, "the shift", metres, 100, 2e-3)
		near(t, "the hole", flatArea(geo.Polygon(got.Ring(0, 1).Points())), 120_000, 2)
	}
}

// A side whose neighbours run on almost straight goes straight out.
func TestMoveSideBesideStraightNeighbours(t *testing.T) {
	s := geo.Polygon(ring(0, 0, 3000, 0, 3000, 1000, 2000, 1010, 1000, 1010, 0, 1000))
	got, _, err := MoveSideToArea(s, geo.RingRef{}, 3, 3, geo.Area(surveyOf(s)+100_000))
	if err != nil {
		t.Fatal(err)
	}
	for i, x := range map[int]float64{3: 2000, 4: 1000} {
		if e, n := metres(got.Ring(0, 0).At(i)); math.Abs(e-x) > 0.01 || n < 1050 {
			t.Errorf("corner %d went to %g, %g", i, e, n)
		}
	}
}

func TestMoveSideRefuses(t *testing.T) {
	s := geo.Polygon(ring(0, 0, 2000, 0, 1500, 1000, 500, 1000))
	beside := geo.Join(geo.Polygon(square(0, 0, 1000)), geo.Polygon(square(1500, 0, 1000)))
	for name, c := range map[string]struct {
		s           geo.Shape
		first, last int
		target      geo.Area
		want        string
	}{
		"comes to a point":    {s, 2, 2, 2.5e6, "shaping.side_range"}, // 2 km² at most
		"to nothing":          {s, 2, 2, 100, "shaping.side_range"},
		"no such edge":        {s, 4, 4, 2e6, "shaping.side"},
		"all edges":           {s, 1, 0, 2e6, "shaping.side_whole"},
		"nor this":            {s, 0, -1, 2e6, "shaping.side"},
		"no area":             {s, 2, 2, 0, "shaping.target"},
		"into the other part": {beside, 1, 1, 3e6, "shaping.result"},
	} {
		if _, _, err := MoveSideToArea(c.s, geo.RingRef{}, c.first, c.last, c.target); string(kind(err)) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

func TestMoveSideHits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyShape(t)
		if !valid(s) {
			t.Skip("the stars cross")
		}
		v := anyVertex(t, s)
		n := s.Ring(v.Part, v.Ring).Corners()
		last := (v.Corner + rapid.IntRange(0, n-2).Draw(t, "more")) % n
		target := geo.Area(surveyOf(s) * rapid.Float64Range(0.9, 1.1).Draw(t, "factor"))
		out, _, err := MoveSideToArea(s, v.RingRef, v.Corner, last, target)
		switch kind(err) {
		case "shaping.side_range", "shaping.result":
			return
		}
		if err != nil || math.Abs(surveyOf(out)-target.M2()) > 1 || !valid(out) {
			t.Fatalf("%v, off by %g m²", err, surveyOf(out)-target.M2())
		}
	})
}
