package carto

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo"
)

// distance returns how far a point is from a line of segments.
func distance(p World, line []World) float64 {
	best := math.Inf(1)
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		dx, dy := b.X-a.X, b.Y-a.Y
		s := 0.0
		if l := dx*dx + dy*dy; l > 0 {
			s = min(max(((p.X-a.X)*dx+(p.Y-a.Y)*dy)/l, 0), 1)
		}
		best = min(best, math.Hypot(a.X+s*dx-p.X, a.Y+s*dy-p.Y))
	}
	return best
}

// TestThinnedLinesStayWithinTheTolerance: every vertex left out lies within
// the tolerance of the very segment that replaces it.
func TestThinnedLinesStayWithinTheTolerance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		step := rapid.Float64Range(-3, 3)
		n := rapid.IntRange(1, 60).Draw(t, "n")
		line := []World{{}}
		for range n {
			last := line[len(line)-1]
			line = append(line, World{last.X + step.Draw(t, "dx"), last.Y + step.Draw(t, "dy")})
		}
		tolerance := math.Exp(rapid.Float64Range(-4, 3).Draw(t, "log tolerance"))
		thin := thinLine(nil, line, tolerance)
		if thin[0] != line[0] || thin[len(thin)-1] != line[len(line)-1] {
			t.Fatal("an end is missing")
		}
		at := 0
		for i := 1; i < len(thin); i++ {
			next := at + 1
			for line[next] != thin[i] || i == len(thin)-1 && next < len(line)-1 {
				next++
			}
			for _, p := range line[at : next+1] {
				if d := distance(p, thin[i-1:i+1]); d > tolerance*(1+1e-9) {
					t.Fatalf("%v is %v from its segment, tolerance %v", p, d, tolerance)
				}
			}
			at = next
		}
	})
}

// TestLevelsKeepTheirBound, all passes together, on shapes as they come.
func TestLevelsKeepTheirBound(t *testing.T) {
	extent, core, _ := town()
	for name, s := range map[string]geo.Shape{
		"town": extent, "core": core, "outline": geo.Polygon(blob(3000, 0, 0, 1070, 3)), "parcels": parcels(60),
		"there and back": geo.Polygon(metres([2]float64{0, 0}, [2]float64{100, 0}, [2]float64{0, 0}, [2]float64{-50, 0}, [2]float64{70, 1})),
	} {
		o := NewOutline(s)
		base := &o.levels[0]
		for n := range o.levels {
			l := &o.levels[n]
			for r := range len(base.rings) - 1 {
				thin := l.pts[l.rings[r]:l.rings[r+1]]
				for _, p := range base.pts[base.rings[r]:base.rings[r+1]] {
					if d := distance(p, thin); d > l.bound*(1+1e-9)+1e-9 {
						t.Fatalf("%s: level %d misses a vertex by %v m, bound %v", name, n, d, l.bound)
					}
				}
			}
		}
		if name == "outline" && len(o.levels) < 4 {
			t.Errorf("%s: only %d levels", name, len(o.levels))
		}
	}
}

func TestTheCoarsestLevelGoodEnoughIsDrawn(t *testing.T) {
	o := NewOutline(geo.Polygon(blob(20_000, 0, 0, 1070, 7)))
	last := math.MaxInt
	for scale := 100.0; scale > 1e-5; scale /= 3 {
		l := o.at(scale)
		if l.bound*scale > flaw {
			t.Errorf("at %v px/m the line misses by %v px", scale, l.bound*scale)
		}
		if len(l.pts) > last {
			t.Errorf("at %v px/m there are more vertices than nearer by", scale)
		}
		last = len(l.pts)
	}
	if last > 100 {
		t.Errorf("%d vertices are drawn when the town is a speck", last)
	}
}

// TestChunksCoverEveryEdgeOnce.
func TestChunksCoverEveryEdgeOnce(t *testing.T) {
	for _, n := range []int{1, 2, 3, 63, 64, 65, 128, 129, 1000} {
		o := NewOutline(geo.Polygon(blob(n, 0, 0, 500, 1)))
		l := &o.levels[0]
		next := int32(0)
		for _, c := range l.chunks {
			if c.from != next {
				t.Fatalf("%d vertices: a chunk begins at %d, want %d", n, c.from, next)
			}
			next = c.to
			if w := l.pts[c.before]; n > 1 && w == l.pts[c.from] {
				t.Errorf("%d vertices: the point before %d is itself", n, c.from)
			}
			for i := c.from; i <= c.to; i++ {
				if b := c.box.with(l.pts[i]); b != c.box {
					t.Fatalf("%d vertices: a point lies outside its chunk's box", n)
				}
			}
		}
		if int(next) != n {
			t.Errorf("%d vertices: %d edges in chunks", n, next)
		}
	}
}
