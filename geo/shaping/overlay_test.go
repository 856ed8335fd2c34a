package shaping

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
	"zhenjie/geo/topology"
)

// TestBordersThatNearlyMeet merges squares whose common border is drawn with other
// corners on each side, rounded to 0.1 mm: no gap, hole or spike must be left.
func TestBordersThatNearlyMeet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		left, right := []float64{0, 0, 1000, 0}, []float64{2000, 1000}
		for _, y := range slices.Sorted(slices.Values(rapid.SliceOfN(rapid.Float64Range(1, 999), 0, 8).Draw(t, "left"))) {
			left = append(left, 1000, y)
		}
		right = append(right, 1000, 1000)
		ys := slices.Sorted(slices.Values(rapid.SliceOfN(rapid.Float64Range(1, 999), 0, 8).Draw(t, "right")))
		for _, y := range slices.Backward(ys) {
			right = append(right, 1000, y)
		}
		a := geo.Polygon(ring(append(left, 1000, 1000, 0, 1000)...))
		b := geo.Polygon(ring(append(right, 1000, 0, 2000, 0)...))
		if !valid(a) || !valid(b) {
			t.Skip("corners coincide")
		}
		m, err := Merge(a, b)
		if err != nil || m.Parts() != 1 || m.Holes() != 0 {
			t.Fatalf("%v, %d parts, %d holes", err, m.Parts(), m.Holes())
		}
		if got := flatArea(m); math.Abs(got-2e6) > 1 {
			t.Fatalf("the area is %v m²", got)
		}
	})
}

func TestMergeWithNothing(t *testing.T) {
	s := geo.Polygon(square(0, 0, 100))
	for _, m := range [][2]geo.Shape{{s, {}}, {{}, s}} {
		if got, err := Merge(m[0], m[1]); err != nil || !got.Equal(s) {
			t.Error(got.Orb(), err)
		}
	}
	far := geo.Polygon(square(300, 0, 100))
	if got, err := Merge(s, far); err != nil || got.Parts() != 2 {
		t.Errorf("%d parts, %v", got.Parts(), err)
	}
}

func TestCutHole(t *testing.T) {
	s := geo.Join(geo.Polygon(square(0, 0, 1000), square(100, 100, 100)), geo.Polygon(square(2000, 0, 1000)))
	inner := square(2400, 400, 100)
	got, err := CutHole(s, inner[:4]) // open
	if err != nil || !got.Part(0).Equal(s.Part(0)) || !got.Ring(1, 0).Equal(s.Ring(1, 0)) || !got.Ring(1, 1).Equal(geo.NewRing(inner)) {
		t.Errorf("a hole in a part: %v, %v", got.Orb(), err)
	}
	for name, c := range map[string]struct {
		hole         []geo.Point
		less         float64
		holes, parts int
	}{
		"across a hole":    {square(150, 150, 100), 7500, 1, 2},
		"across a border":  {square(-50, 400, 100), 5000, 1, 2},
		"on a border":      {square(0, 400, 100), 10_000, 1, 2},
		"in two":           {ring(400, -10, 500, -10, 500, 1010, 400, 1010), 100_000, 1, 3},
		"round a hole":     {square(50, 50, 200), 30_000, 1, 2},
		"a part and a bit": {ring(900, -10, 3100, -10, 3100, 1010, 900, 1010), 1_100_000, 1, 1},
	} {
		got, err := CutHole(s, c.hole)
		if err != nil || got.Holes() != c.holes || got.Parts() != c.parts {
			t.Errorf("%s: %v, %d holes, %d parts", name, err, got.Holes(), got.Parts())
		}
		near(t, name+": what is gone", flatArea(s)-flatArea(got), c.less, 0.5)
	}
	for want, hole := range map[string][]geo.Point{
		"shaping.hole_outside":     square(1200, 0, 100),
		"shaping.hole_all":         ring(-10, -10, 4000, -10, 4000, 2000, -10, 2000),
		"validity.overlay_invalid": ring(0, 0, 10, 10, 10, 0, 0, 10),
	} {
		if _, err := CutHole(s, hole); string(kind(err)) != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if _, err := CutHole(s, nil); kind(err) != "shaping.hole_outside" {
		t.Error(err)
	}
	if _, err := CutHole(geo.Polygon(square(0, 0, 100)), square(200, 0, 10)); kind(err) != "shaping.hole_outside" {
		t.Error(err)
	}
}

// TestClip clips a core that reaches over the border of its extent. The border is
// straight in degrees here and not in metres, where it bends by 4.5 cm (L²/8R·tan φ
// for 2 km at 30°). Crossings are rounded: up to 0.1 mm of it are outside.
func TestClip(t *testing.T) {
	extent := geo.Polygon(ring(0, 0, 2000, 100, 1900, 2100, -100, 1900))
	core := geo.Polygon(square(500, -300, 1000))
	got, err := Clip(core, extent)
	if err != nil || got.Parts() != 1 {
		t.Fatal(err)
	}
	near(t, "the area", flatArea(got), 1_000_000-350_000, 45) // the border runs from 25 to 75 above 0
	rest, err := topology.Difference(got, extent)
	if err != nil || flatArea(rest) > 0.2 {
		t.Errorf("%v m² are still outside, %v", flatArea(rest), err)
	}
	for i := range got.Ring(0, 0).Corners() {
		if p := got.Ring(0, 0).At(i); p != rounded(p) {
			t.Errorf("corner %d is %v", i, p)
		}
	}
	if got, err := Clip(core, geo.Polygon(square(5000, 0, 10))); err != nil || !got.IsEmpty() {
		t.Error(got.Orb(), err)
	}
	if got, err := Clip(core, geo.Polygon(square(-5000, -5000, 10_000))); err != nil || !got.Equal(core) {
		t.Error("a core inside its extent was changed", err)
	}
}

// TestPiecesMakeUpTheWhole splits stars with a line of up to five points.
func TestPiecesMakeUpTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyShape(t)
		if !valid(s) {
			t.Skip("the stars cross")
		}
		var line []geo.Point
		for range rapid.IntRange(2, 5).Draw(t, "points") {
			line = append(line, at(rapid.Float64Range(0, 10_000).Draw(t, "x"), rapid.Float64Range(-2500, 2500).Draw(t, "y")))
		}
		if rapid.Bool().Draw(t, "from a corner") {
			v := anyVertex(t, s)
			line[0] = s.Ring(v.Part, v.Ring).At(v.Corner)
		}
		if turnsBack(line) || runsClose(line, s) {
			t.Skip("the line runs back beside itself: slivers thinner than rounding are refused")
		}
		pieces, err := SplitBy(s, line)
		if kind(err) == "shaping.split_across" {
			return
		}
		if err != nil || len(pieces) <= s.Parts() {
			t.Fatalf("%v, %d pieces", err, len(pieces))
		}
		known := map[geo.Point]bool{}
		for _, p := range append(allPoints(s), line...) {
			known[p] = true
		}
		total, survey := 0.0, 0.0
		for _, p := range pieces {
			if !valid(p) || p.Parts() != 1 {
				t.Fatalf("a piece is not valid: %v", topology.Check(p))
			}
			total += flatArea(p)
			survey += surveyOf(p)
			for _, c := range allPoints(p) {
				if !known[c] && c != rounded(c) {
					t.Fatalf("the new corner %v is not rounded", c)
				}
			}
		}
		if math.Abs(total-flatArea(s)) > 0.5 || math.Abs(survey-surveyOf(s)) > 1 {
			t.Fatalf("the pieces make %v of %v m²", total, flatArea(s))
		}
	})
}

// turnsBack reports whether a line turns back on itself to 1°.
func turnsBack(line []geo.Point) bool {
	for i := 2; i < len(line); i++ {
		turn := plane.Between(line[i-2], line[i-1]).Bearing - plane.Between(line[i-1], line[i]).Bearing
		if math.Abs(math.Remainder(turn+180, 360)) < 1 {
			return true
		}
	}
	return false
}

// runsClose reports whether a line and a shape come within 10 cm of each other, or
// the line of itself, at a corner that is not of both: pieces between them may be
// thinner than the rounding of coordinates.
func runsClose(line []geo.Point, s geo.Shape) bool {
	const reach = 0.1
	close := func(corners, path []geo.Point) bool {
		for _, p := range corners {
			for i := 1; i < len(path); i++ {
				if p == path[i-1] || p == path[i] {
					continue
				}
				if _, d := flat.Foot(p, path[i-1], path[i]); d < reach {
					return true
				}
			}
		}
		return false
	}
	knife := inPlane(line)
	if close(knife, knife) {
		return true
	}
	for _, r := range s.All() {
		border := inPlane(r.Points())
		if close(knife, border) || close(border, knife) {
			return true
		}
	}
	return false
}

func inPlane(points []geo.Point) []geo.Point {
	metres := make([]geo.Point, len(points))
	for i, p := range points {
		metres[i] = plane.ToPlane(p)
	}
	return metres
}

func TestSplitKeepsWhatItDoesNotCut(t *testing.T) {
	s := geo.Join(geo.Polygon(square(0, 0, 1000)), geo.Polygon(square(2000, 0, 1000), square(2100, 100, 50)))
	pieces, err := SplitBy(s, []geo.Point{at(500, -100), at(500, 1000)}) // ends on the border
	if err != nil || len(pieces) != 3 || !pieces[2].Equal(s.Part(1)) {
		t.Fatalf("%v, %d pieces", err, len(pieces))
	}
	near(t, "the piece", flatArea(pieces[0]), 500_000, 0.2)
	for name, line := range map[string][]geo.Point{
		"ends inside":    {at(500, -100), at(500, 900)},
		"outside":        {at(-500, -100), at(-500, 1000)},
		"between":        {at(1500, -100), at(1500, 1100)},
		"into a hole":    {at(2125, -100), at(2125, 120)},
		"on a border":    {at(0, 0), at(1000, 0)},
		"a point":        {at(500, 500)},
		"the same twice": {at(500, 500), at(500, 500)},
		"nothing":        nil,
	} {
		if _, err := SplitBy(s, line); kind(err) != "shaping.split_across" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// wavy is a town of n corners.
func wavy(n int) geo.Shape {
	var xy []float64
	for i := range n {
		r := 1000 + 30*math.Sin(31*2*math.Pi*float64(i)/float64(n))
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		xy = append(xy, r*cos, r*sin)
	}
	return geo.Polygon(ring(xy...))
}

func BenchmarkEdits(b *testing.B) {
	for _, n := range []int{200, 10_000} {
		s := wavy(n)
		target := geo.Area(surveyOf(s) * 1.1)
		line := []geo.Point{at(-2000, 3), at(2000, 7)}
		other := Translate(s, 700, 0)
		for name, f := range map[string]func() error{
			"Move":     func() error { Move(s, []Vertex{{geo.RingRef{}, 5}}, 1, 1); return nil },
			"Offset":   func() error { _, err := Offset(s, 10); return err },
			"ToArea":   func() error { _, _, err := OffsetToArea(s, target); return err },
			"SideArea": func() error { _, _, err := MoveSideToArea(s, geo.RingRef{}, 0, n/4, target); return err },
			"Split":    func() error { _, err := SplitBy(s, line); return err },
			"Merge":    func() error { _, err := Merge(s, other); return err },
		} {
			b.Run(name+"/"+map[int]string{200: "200", 10_000: "10k"}[n], func(b *testing.B) {
				for b.Loop() {
					if err := f(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
