// Package nest finds out which rings are holes of which, for formats that do not
// say so or whose files are often wrong.
package nest

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
)

// ring is one of a record's rings.
type ring struct {
	pts    []geo.Point
	twice  float64 // signed area, positive counter-clockwise
	box    geo.Bound
	parent int // the smallest ring round it, -1 for none
	depth  int // how many rings go round it
}

// Rings sorts the rings of a feature into outer ones and their holes, by which
// lies in which, and takes them over. Turned counts those that run in the wrong
// direction by the rule of shapefiles, outer rings clockwise and holes the other
// way; too many programs break it to go by it. Rings that cross are each an outer
// one. No ring may be empty.
func Rings(rings [][]geo.Point) (s geo.Shape, turned int) {
	if len(rings) == 1 {
		var b geo.Builder
		b.Part()
		b.Ring(rings[0])
		if flat.Twice(rings[0]) > 0 {
			turned++
		}
		return b.Shape(), turned
	}
	all := make([]ring, len(rings))
	points := 0
	for i, pts := range rings {
		all[i] = ring{pts: pts, twice: flat.Twice(pts), box: orb.Ring(pts).Bound(), parent: -1}
		points += len(pts)
	}
	n := nester{all: all, budget: workPerPoint*points + leastWork}
	if !n.parents() {
		n.byDirection()
	}
	return n.shape()
}

// The work that nesting may take, in comparisons: every record of real files
// needs less, and none can make the program hang.
const (
	workPerPoint = 64
	leastWork    = 1 << 26
)

type nester struct {
	all    []ring
	budget int
}

// parents finds what goes round each ring: of the rings met from the left,
// those that reach at least as far to the right.
func (n *nester) parents() bool {
	order := make([]int, len(n.all))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := &n.all[a], &n.all[b]
		return cmp.Or(cmp.Compare(x.box.Min[0], y.box.Min[0]), cmp.Compare(y.box.Max[0], x.box.Max[0]),
			cmp.Compare(math.Abs(y.twice), math.Abs(x.twice)), cmp.Compare(a, b))
	})
	var open []int
	for _, i := range order {
		r := &n.all[i]
		kept := open[:0]
		for _, k := range open {
			if n.all[k].box.Max[0] >= r.box.Min[0] {
				kept = append(kept, k)
			}
		}
		open = kept
		for _, k := range open {
			if n.budget--; n.budget < 0 {
				return false
			}
			if n.round(&n.all[k], r) {
				r.depth++
				if r.parent < 0 || math.Abs(n.all[k].twice) < math.Abs(n.all[r.parent].twice) {
					r.parent = k
				}
			}
		}
		open = append(open, i)
	}
	return n.budget >= 0
}

// round reports whether outer goes round r: the first corner, or else middle of
// an edge, of r that is not on outer's line decides.
func (n *nester) round(outer, r *ring) bool {
	a, b := outer.box, r.box
	if a.Min[0] > b.Min[0] || a.Min[1] > b.Min[1] || a.Max[0] < b.Max[0] || a.Max[1] < b.Max[1] || math.Abs(outer.twice) <= math.Abs(r.twice) {
		return false
	}
	for _, p := range r.pts {
		if side := n.side(outer, p); side != 0 {
			return side > 0
		}
	}
	for i := 1; i < len(r.pts); i++ {
		p, q := r.pts[i-1], r.pts[i]
		if side := n.side(outer, geo.Point{p[0] + (q[0]-p[0])/2, p[1] + (q[1]-p[1])/2}); side != 0 {
			return side > 0
		}
	}
	return false
}

// side is 1 for a point within a ring, -1 outside, 0 on its line, as far as
// rounding lets one tell, and when the budget is gone.
func (n *nester) side(r *ring, p geo.Point) int {
	if n.budget -= len(r.pts); n.budget < 0 {
		return 0
	}
	in := false
	a := r.pts[len(r.pts)-1]
	for _, b := range r.pts {
		lo, hi := min(a[1], b[1]), max(a[1], b[1])
		if p[1] >= lo && p[1] <= hi && p[0] <= max(a[0], b[0]) {
			left, right := (b[0]-a[0])*(p[1]-a[1]), (p[0]-a[0])*(b[1]-a[1])
			cross := left - right
			if math.Abs(cross) <= 1e-14*(math.Abs(left)+math.Abs(right)) {
				if p[0] >= min(a[0], b[0]) {
					return 0
				}
			}
			if (a[1] > p[1]) != (b[1] > p[1]) && (cross > 0) == (b[1] > a[1]) {
				in = !in
			}
		}
		a = b
	}
	if in {
		return 1
	}
	return -1
}

// byDirection sorts rings as the standard has them: each hole behind its outer
// ring, and in the other direction.
func (n *nester) byDirection() {
	outer := -1
	for i := range n.all {
		r := &n.all[i]
		r.parent, r.depth = -1, 0
		if r.twice > 0 && outer >= 0 {
			r.parent, r.depth = outer, 1
		} else {
			outer = i
		}
	}
}

// shape puts the rings of odd depth into those they lie in.
func (n *nester) shape() (s geo.Shape, turned int) {
	holes := make([][]int, len(n.all))
	isHole := func(i int) bool {
		r := &n.all[i]
		return r.depth%2 == 1 && n.all[r.parent].depth%2 == 0
	}
	for i := range n.all {
		if isHole(i) {
			holes[n.all[i].parent] = append(holes[n.all[i].parent], i)
		}
		if (n.all[i].twice > 0) != isHole(i) && n.all[i].twice != 0 {
			turned++
		}
	}
	var b geo.Builder
	for i := range n.all {
		if isHole(i) {
			continue
		}
		b.Part()
		b.Ring(n.all[i].pts)
		for _, k := range holes[i] {
			b.Ring(n.all[k].pts)
		}
	}
	return b.Shape(), turned
}
