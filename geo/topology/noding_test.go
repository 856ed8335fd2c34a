package topology

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo"
)

// hairRing draws rings of corners that lie within some units in the last place of
// a few lines: rounding a crossing makes new ones all the time.
func hairRing(t *rapid.T) []xy {
	var r []xy
	for range rapid.IntRange(3, 7).Draw(t, "corners") {
		f := float64(rapid.IntRange(0, 7).Draw(t, "along"))
		ulps := float64(rapid.IntRange(-2, 2).Draw(t, "ulps")) * 0x1p-46
		r = append(r, xy{119 - 0.0007*f, 30 + 0.001*f + ulps})
	}
	return append(r, r[0])
}

type pairOfPoints struct{ a, b xy }

// TestNodingEnds: edges of any rings are cut until they meet in their ends only,
// with each of the grids too; none of the rings is opened.
func TestNodingEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rings [][]xy
		for range rapid.IntRange(1, 3).Draw(t, "rings") {
			rings = append(rings, hairRing(t))
		}
		level := rapid.IntRange(0, maxGrids).Draw(t, "level")
		sides, err := nodeFrom(level, rings)
		if err != nil {
			t.Fatal(err)
		}
		balance := map[xy]int{}
		var edges []pairOfPoints
		for _, e := range sides {
			balance[e.a]++
			balance[e.b]--
			if p := (pairOfPoints{e.a, e.b}); !slices.Contains(edges, p) && !slices.Contains(edges, pairOfPoints{e.b, e.a}) {
				edges = append(edges, p)
			}
		}
		for i, e := range edges {
			for _, f := range edges[:i] {
				ends := []xy{e.a, e.b, f.a, f.b}
				slices.SortFunc(ends, func(p, q xy) int { return cmp.Or(cmp.Compare(p.x, q.x), cmp.Compare(p.y, q.y)) })
				m := meet(e.a, e.b, f.a, f.b)
				if m.cross || m.overlap || m.touch && len(slices.Compact(ends)) == 4 {
					t.Fatalf("%v meets %v", e, f)
				}
			}
		}
		for p, n := range balance {
			if n != 0 {
				t.Fatalf("a ring is open at %v", p)
			}
		}
	})
}

// TestGridsKeepTheGround: an overlay noded on the coarsest grid has the areas of
// the exact one to the grid's width along the borders.
func TestGridsKeepTheGround(t *testing.T) {
	for i := range 300 {
		a, b := seededPair(i)
		rings, roles, group := closedRings(geo.Join(a, b))
		reach, border := 0.0, 0.0
		for _, r := range rings {
			for k := range r[1:] {
				reach = max(reach, math.Abs(r[k].x), math.Abs(r[k].y))
				border += math.Hypot(r[k+1].x-r[k].x, r[k+1].y-r[k].y)
			}
		}
		sides, err := nodeFrom(2, rings)
		if err != nil {
			t.Fatalf("pair %d: %v", i, err)
		}
		g := arrange(sides)
		land := make([]bool, g.cycles())
		l := newLand(g, roles, group)
		l.walk(func(cycle int32) { land[cycle] = l.lands[0] > 0 })
		got := g.shape(land, geo.Shape{}, nil)
		want, err := Union(a, b)
		if err != nil {
			t.Fatal(err)
		}
		if !Valid(Check(got)) {
			t.Errorf("pair %d: not valid: %v", i, said(Check(got)))
		}
		if off := math.Abs(fineArea(got) - fineArea(want)); off > border*reach*0x1p-42 {
			t.Errorf("pair %d: area %v, exactly %v: off by %v", i, fineArea(got), fineArea(want), off)
		}
	}
}

// TestLinesThatCreep: three thin triangles on what is nearly one line, of which
// a crossing moves on by one unit in the last place with each pass.
func TestLinesThatCreep(t *testing.T) {
	at := func(x, y float64) geo.Point {
		return geo.Point{119 + float64(0.001*x) - float64(0.0007*y), 30 + float64(0.0007*x) + float64(0.001*y)}
	}
	s := geo.Polygon([]geo.Point{at(0, 0), at(0, 1), at(0, 2), at(0, 0)},
		[]geo.Point{at(0, 1), at(3, 7), at(2, 5), at(0, 1)}, []geo.Point{at(3, 8), at(0, 0), at(1, 0), at(3, 8)})
	got, changes := Repair(s, RepairOptions{})
	if problems := Check(got); len(problems) > 0 || changes[0].Kind == LeftAlone {
		t.Errorf("%v, %v", said(problems), changes)
	}
}
