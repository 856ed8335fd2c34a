package topology

import (
	"cmp"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo"
)

// The checks of this file compare with arithmetic on fractions and every edge
// tried against every other.

func rat(x float64) *big.Rat { return new(big.Rat).SetFloat64(x) }

func ratOrient(a, b, c xy) int {
	sub := func(x, y float64) *big.Rat { return new(big.Rat).Sub(rat(x), rat(y)) }
	left := new(big.Rat).Mul(sub(a.x, c.x), sub(b.y, c.y))
	right := new(big.Rat).Mul(sub(a.y, c.y), sub(b.x, c.x))
	return left.Cmp(right)
}

// nearFloat draws numbers a few units in the last place from others, of
// different sizes: the differences are not exact, the products cancel.
func nearFloat(t *rapid.T) float64 {
	base := rapid.SampledFrom([]float64{0, 0.5, 12, 24, 119.3, 1e-7, 3.14159, 4e7, -73.25}).Draw(t, "base")
	ulp := rapid.SampledFrom([]float64{0x1p-53, 0x1p-60, 0x1p-44, 1, 0x1p-300}).Draw(t, "ulp")
	return base + ulp*float64(rapid.IntRange(-8, 8).Draw(t, "steps"))
}

func TestOrientIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func() xy { return xy{nearFloat(t), nearFloat(t)} }
		a, b, c := draw(), draw(), draw()
		if rapid.Bool().Draw(t, "onLine") { // a rounded point of the line
			f := rapid.Float64Range(-2, 3).Draw(t, "f")
			c = xy{a.x + f*(b.x-a.x), a.y + f*(b.y-a.y)}
		}
		if got, want := orient(a, b, c), ratOrient(a, b, c); got != want {
			t.Errorf("orient(%v, %v, %v) = %d, want %d", a, b, c, got, want)
		}
	})
}

// meeting is what two edges that are not neighbours have in common.
type meeting struct{ cross, overlap, touch bool }

func meet(p, q, s, t xy) (m meeting) {
	s1, t1, p1, q1 := ratOrient(p, q, s), ratOrient(p, q, t), ratOrient(s, t, p), ratOrient(s, t, q)
	on := func(side int, v, a, b xy) bool { return side == 0 && between(v, a, b) }
	m.cross = s1*t1 < 0 && p1*q1 < 0
	ends := 0
	for _, on := range []bool{on(p1, p, s, t), on(q1, q, s, t), on(s1, s, p, q), on(t1, t, p, q)} {
		if on {
			ends++
		}
	}
	m.touch = ends > 0
	// Segments of one line that meet in more than an end hold two different ends.
	m.overlap = s1 == 0 && t1 == 0 && ends >= 2 && !(ends == 2 && (p == s || p == t || q == s || q == t))
	return m
}

type found struct {
	crossings, overlaps []pair
	touches             []xy // places
}

func bruteForce(c *checker) (f found) {
	ring := func(e int32) *ring { return &c.rings[c.ringOf(e)] }
	var edges []int32
	for i := range c.rings {
		for e := c.rings[i].lo; e < c.rings[i].hi; e++ {
			edges = append(edges, e)
		}
	}
	for i, e := range edges {
		for _, o := range edges[i+1:] {
			p, q, s, t := c.pts[e], c.pts[e+1], c.pts[o], c.pts[o+1]
			if r := ring(e); r == ring(o) && (r.next(e) == o || r.next(o) == e) {
				continue
			}
			m := meet(p, q, s, t)
			if m.cross {
				f.crossings = append(f.crossings, pair{e, o})
			}
			if m.overlap {
				f.overlaps = append(f.overlaps, pair{e, o})
			}
			if m.touch && !m.overlap {
				for _, v := range []xy{p, q} {
					if ratOrient(s, t, v) == 0 && between(v, s, t) {
						f.touches = append(f.touches, v)
					}
				}
				for _, v := range []xy{s, t} {
					if ratOrient(p, q, v) == 0 && between(v, p, q) {
						f.touches = append(f.touches, v)
					}
				}
			}
		}
	}
	return f.sorted()
}

func (f found) sorted() found {
	for i, p := range f.crossings {
		f.crossings[i] = p.sorted()
	}
	slices.SortFunc(f.crossings, pair.compare)
	slices.SortFunc(f.touches, func(p, q xy) int { return cmp.Or(cmp.Compare(p.x, q.x), cmp.Compare(p.y, q.y)) })
	f.touches = slices.Compact(f.touches)
	return f
}

func contactsOf(c *checker) (f found) {
	f.crossings = slices.Clone(c.crossings)
	f.overlaps = c.overlaps
	for _, t := range c.touches {
		f.touches = append(f.touches, c.pts[t.a])
	}
	return f.sorted()
}

// agree compares an engine with brute force: the same crossings edge by edge;
// touches at no other places, and at the same ones unless spikes or edges that
// lie on each other blur what a touch is; edges on each other where there are
// some, but for those that belong to a spike.
func agree(t interface {
	Errorf(string, ...any)
}, name string, s geo.Shape, find func(*checker),
) {
	c := new(checker)
	c.prepare(s)
	want := bruteForce(c)
	find(c)
	if c.partial {
		return
	}
	got := contactsOf(c)
	if !slices.Equal(got.crossings, want.crossings) {
		t.Errorf("%s: crossings %v, want %v in %v", name, got.crossings, want.crossings, s.Orb())
	}
	if c.seen[Spike] == 0 && (len(got.overlaps) > 0) != (len(want.overlaps) > 0) {
		t.Errorf("%s: overlaps %v, want %v in %v", name, got.overlaps, want.overlaps, s.Orb())
	}
	if len(want.overlaps) == 0 && c.seen[Spike] == 0 && !slices.Equal(got.touches, want.touches) {
		t.Errorf("%s: touches %v, want %v in %v", name, got.touches, want.touches, s.Orb())
	}
}

func TestEnginesAgreeWithBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := gridShape(t)
		if rapid.Bool().Draw(t, "turned") { // no coordinate is round any more
			s = s.Map(func(p geo.Point) geo.Point {
				return geo.Point{119 + 0.1*p[0] - 0.07*p[1], 30 + 0.07*p[0] + 0.1*p[1]}
			})
		}
		for name, find := range engines {
			agree(t, name, s, find)
		}
		checkKinds(t, s)
	})
}

// checkKinds: the sweep, which leaves nesting alone where lines cross, must find
// no kind of fault that boxes do not. On which side of a shared edge the land of
// a part that is all spikes lies no one can say.
func checkKinds(t *rapid.T, s geo.Shape) {
	byBoxes := kinds(checkBy(s, engines["boxes"]))
	for _, k := range kinds(checkBy(s, engines["sweep"])) {
		switch known := slices.Contains(byBoxes, k); k {
		case PartsOverlap, PartsShareEdge, PartsEqual:
			known = known || slices.Contains(byBoxes, Spike)
			fallthrough
		default:
			if !known {
				t.Errorf("the sweep alone finds %s, boxes %v, in %v", k, byBoxes, s.Orb())
			}
		}
	}
}

func TestLongRingsAgreeWithBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(20, 60).Draw(t, "n")
		spread := rapid.SampledFrom([]float64{1, 4, 40}).Draw(t, "spread")
		pts := make([]geo.Point, n)
		for i := range pts {
			pts[i] = geo.Point{float64(i) + spread*rapid.Float64Range(-1, 1).Draw(t, "x"), rapid.Float64Range(0, 4).Draw(t, "y")}
		}
		for name, find := range engines {
			agree(t, name, geo.Polygon(append(pts, pts[0])), find)
		}
	})
}

// TestEnginesAgreeOnNesting compares the ring found round each ring, in shapes
// whose rings neither cross nor run along each other.
func TestEnginesAgreeOnNesting(t *testing.T) {
	compared := 0
	rapid.Check(t, func(t *rapid.T) {
		s := gridShape(t)
		var parents [][]int32
		for _, name := range []string{"boxes", "sweep"} {
			c := new(checker)
			c.prepare(s)
			engines[name](c)
			c.judge()
			for i := range c.rings {
				if c.rings[i].tied || !c.placed {
					return
				}
			}
			if c.seen[SelfIntersection]+c.seen[SelfTouch]+c.seen[Spike] > 0 {
				return
			}
			var of []int32
			for i := range c.rings {
				of = append(of, c.rings[i].parent)
			}
			parents = append(parents, of)
		}
		compared++
		if !slices.Equal(parents[0], parents[1]) {
			t.Errorf("round each ring stand %v by boxes, %v by the sweep, in %v", parents[0], parents[1], s.Orb())
		}
	})
	if compared == 0 {
		t.Error("no shape was fit to be compared")
	}
}
