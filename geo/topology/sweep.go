package topology

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// sweep finds contacts and nesting in n log n steps whatever the shape: a line
// runs over the plane from left to right and knows the edges it crosses in
// order (Shamos and Hoey, Geometric Intersection Problems, 1976). Two edges that
// cross are neighbours on the line before they do; the upper one is then
// dropped, and the rest is a set without crossings again. Every crossing has
// an edge that was dropped, so that looking at those against all others gives
// the rest. Edges that touch, or lie on each other, keep an order and stay.
type sweep struct {
	*checker
	line    treap
	corners []corner
	fresh   []int32 // edges put in at this event
	dropped []int32
	met     []pair // for each of dropped, it and the edge it crossed
}

// corner is an event: all edges that end or begin there.
type corner struct {
	xy
	v, ring int32
}

// sweepAll starts the search anew, with the sweep.
func (c *checker) sweepAll() {
	c.contacts.reset()
	for i := range c.rings {
		c.rings[i].parent, c.rings[i].tied = -1, false
	}
	s := sweep{checker: c, line: treap{node: make([]treapNode, len(c.pts)), root: none, secret: rand.Uint64()}}
	s.sortCorners()
	s.run()
	if len(s.dropped) > maxPlaces {
		c.crossings = append(c.crossings, s.met...)
		c.partial = true
		return
	}
	c.placed, c.swept = true, true
	s.completeDropped()
}

func (s *sweep) sortCorners() {
	s.corners = make([]corner, 0, len(s.pts))
	for k := range s.rings {
		r := &s.rings[k]
		for v := r.lo; v < r.hi; v++ {
			s.corners = append(s.corners, corner{s.pts[v], v, int32(k)})
		}
	}
	slices.SortFunc(s.corners, func(a, b corner) int {
		switch {
		case a.less(b.xy):
			return -1
		case b.less(a.xy):
			return 1
		}
		return cmp.Compare(a.v, b.v)
	})
}

func (s *sweep) run() {
	for i := 0; i < len(s.corners) && len(s.dropped) <= maxPlaces; {
		j := i + 1
		for j < len(s.corners) && s.corners[j].xy == s.corners[i].xy {
			j++
		}
		if j-i > 1 || !s.carryOn(s.corners[i]) {
			s.event(s.corners[i:j])
		}
		i = j
	}
}

// edgesAt returns the two edges at a corner: the one that leaves it and the one
// that comes to it.
func (s *sweep) edgesAt(c corner) [2]int32 { return [2]int32{c.v, s.rings[c.ring].prev(c.v)} }

// ends returns an edge's ends, the lesser first.
func (s *sweep) ends(e int32) (l, r xy) {
	l, r = s.pts[e], s.pts[e+1]
	if r.less(l) {
		l, r = r, l
	}
	return l, r
}

// above tells whether p lies above (+1), below (−1) or on edge e.
func (s *sweep) above(e int32, p xy) int {
	l, r := s.ends(e)
	return orient(l, r, p)
}

// carryOn handles the commonest event, one edge that ends where the next
// begins, with nothing else at the place. It reports false when it is another.
func (s *sweep) carryOn(c corner) bool {
	both := s.edgesAt(c)
	l0, _ := s.ends(both[0])
	l1, _ := s.ends(both[1])
	var old, young int32
	switch {
	case l0 == c.xy && l1 != c.xy:
		young, old = both[0], both[1]
	case l1 == c.xy && l0 != c.xy:
		young, old = both[1], both[0]
	default:
		return false
	}
	n := &s.line.node[old]
	if !n.in || n.prev != none && s.above(n.prev, c.xy) == 0 || n.next != none && s.above(n.next, c.xy) == 0 {
		return false
	}
	s.line.replace(old, young)
	s.checkAround(young)
	return true
}

// event handles all corners that lie on one point.
func (s *sweep) event(at []corner) {
	p := at[0].xy
	for _, c := range at {
		for _, e := range s.edgesAt(c) {
			if l, _ := s.ends(e); l != p && s.line.node[e].in {
				s.takeOut(e)
			}
		}
	}
	s.touchLine(at[0])
	for i := 1; i < len(at); i++ {
		s.touch(&s.rings[at[i-1].ring], at[i-1].v, &s.rings[at[i].ring], at[i].v)
	}
	s.fresh = s.fresh[:0]
	for _, c := range at {
		for _, e := range s.edgesAt(c) {
			if l, _ := s.ends(e); l == p {
				s.putIn(e, p)
				s.fresh = append(s.fresh, e)
			}
		}
	}
	for _, e := range s.fresh {
		if s.line.node[e].in {
			s.checkAround(e)
		}
	}
	s.nest(at)
}

// takeOut removes an edge that ends, and looks at the two that become
// neighbours.
func (s *sweep) takeOut(e int32) {
	prev, next := s.line.node[e].prev, s.line.node[e].next
	s.line.remove(e)
	s.check(prev, next)
}

// touchLine notes the edges in whose inside the point of an event lies. Of more
// than a few, which lie on each other there, the nearest tell enough.
func (s *sweep) touchLine(c corner) {
	e := s.line.root
	for e != none {
		side := s.above(e, c.xy)
		if side == 0 {
			break
		}
		e = s.child(e, side > 0)
	}
	if e == none {
		return
	}
	const stack = 2
	first := e
	for range stack {
		prev := s.line.node[first].prev
		if prev == none || s.above(prev, c.xy) != 0 {
			break
		}
		first = prev
	}
	for range 2 * stack {
		s.touch(&s.rings[c.ring], c.v, &s.rings[s.ringOf(first)], first)
		if first = s.line.node[first].next; first == none || s.above(first, c.xy) != 0 {
			break
		}
	}
}

func (s *sweep) child(e int32, above bool) int32 {
	if above {
		return s.line.node[e].above
	}
	return s.line.node[e].below
}

// putIn inserts an edge that begins at p and notes its neighbours that lie on
// the same line.
func (s *sweep) putIn(e int32, p xy) {
	_, far := s.ends(e)
	parent, above := int32(none), false
	for at := s.line.root; at != none; at = s.child(at, above) {
		l, r := s.ends(at)
		side := orient(l, r, p)
		if side == 0 {
			side = orient(l, r, far)
		}
		if side == 0 { // on one line: any lasting order will do
			side = cmp.Compare(e, at)
		}
		parent, above = at, side > 0
	}
	s.line.insert(e, parent, above)
	n := &s.line.node[e]
	s.checkOverlap(n.prev, e)
	s.checkOverlap(e, n.next)
}

func (s *sweep) checkOverlap(e, f int32) {
	if e == none || f == none || s.neighbours(e, f) {
		return
	}
	a, b := s.ends(e)
	p, q := s.ends(f)
	if orient(a, b, p) == 0 && orient(a, b, q) == 0 && overlap(a, b, p, q) {
		s.overlaps = append(s.overlaps, pair{e, f})
	}
}

// neighbours reports whether two edges follow each other in a ring.
func (s *sweep) neighbours(e, f int32) bool {
	if s.pts[e+1] != s.pts[f] && s.pts[f+1] != s.pts[e] {
		return false
	}
	r := &s.rings[s.ringOf(e)]
	return r.next(e) == f || r.prev(e) == f
}

// checkAround looks at an edge and its neighbours on the line.
func (s *sweep) checkAround(e int32) {
	s.check(s.line.node[e].prev, e)
	if n := &s.line.node[e]; n.in {
		s.check(e, n.next)
	}
}

// check drops the upper of two neighbours if they cross, and goes on with those
// that become neighbours by it.
func (s *sweep) check(lower, upper int32) {
	for lower != none && upper != none && s.cross(lower, upper) {
		next := s.line.node[upper].next
		s.dropped = append(s.dropped, upper)
		s.met = append(s.met, pair{lower, upper})
		s.line.remove(upper)
		upper = next
	}
}

func (s *sweep) cross(e, f int32) bool {
	a, b, p, q := s.pts[e], s.pts[e+1], s.pts[f], s.pts[f+1]
	return orient(a, b, p)*orient(a, b, q) < 0 && orient(p, q, a)*orient(p, q, b) < 0
}

// completeDropped finds the contacts of the dropped edges with all others.
func (s *sweep) completeDropped() {
	if len(s.dropped) == 0 {
		return
	}
	slices.Sort(s.dropped)
	s.budget = 1 << 62
	for _, e := range s.dropped {
		re := &s.rings[s.ringOf(e)]
		b := boxOf(s.pts[e], s.pts[e+1])
		for k := range s.rings {
			r := &s.rings[k]
			s.search(&r.tree, r.tree.top, 0, &b, func(run int32) bool {
				for f := r.lo + run*fan; f < min(r.lo+run*fan+fan, r.hi); f++ {
					if _, both := slices.BinarySearch(s.dropped, f); f != e && (!both || e < f) {
						if o := boxOf(s.pts[f], s.pts[f+1]); b.meets(&o) {
							s.test(re, e, r, f)
						}
					}
				}
				return true
			})
		}
	}
}
