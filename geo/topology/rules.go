package topology

import (
	"slices"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// judge turns what the search found into problems.
func (c *checker) judge() {
	for _, x := range c.crossings {
		at := crossing(c.pts[x.a], c.pts[x.a+1], c.pts[x.b], c.pts[x.b+1])
		c.crossProblem(c.ringOf(x.a), c.ringOf(x.b), x.a, at)
	}
	c.judgeOverlaps()
	c.nodes()
	if !c.placed || c.swept && c.tangled() {
		return
	}
	for i := range c.rings {
		c.judgePlace(&c.rings[i])
	}
}

// tangled reports whether lines cross or lie on each other. The sweep tells what
// lies inside what by the edge below, which then says nothing.
func (c *checker) tangled() bool {
	n := 0
	for _, k := range [...]Kind{Spike, SelfIntersection, RingsCross, RingsShareEdge, PartsOverlap, PartsShareEdge, PartsEqual} {
		n += c.seen[k]
	}
	return n > 0
}

// crossProblem reports two edges, or two ways through a corner, that cross.
func (c *checker) crossProblem(i, j, edge int32, at xy) {
	a, b := &c.rings[i], &c.rings[j]
	switch {
	case i == j:
		c.atPlace(SelfIntersection, a, edge, at, "validity.self_intersection")
		return
	case a.ref.Part == b.ref.Part:
		c.twoRings(RingsCross, a, b, edge, at, "validity.rings_cross")
	default:
		c.twoRings(PartsOverlap, a, b, edge, at, "validity.parts_overlap")
	}
	a.tied, b.tied = true, true
}

// judgeOverlaps reports edges that lie on each other: every one within a ring,
// one for each two rings.
func (c *checker) judgeOverlaps() {
	slices.SortFunc(c.overlaps, pair.compare)
	var told map[pair]bool
	for k, o := range c.overlaps {
		if k > 0 && o.sorted() == c.overlaps[k-1].sorted() {
			continue // found before and after an edge was dropped
		}
		e, f := o.sorted().a, o.sorted().b
		i, j := c.ringOf(e), c.ringOf(f)
		a, b := &c.rings[i], &c.rings[j]
		at := sharedPoint(c.pts[e], c.pts[e+1], c.pts[f], c.pts[f+1])
		if i == j {
			c.atPlace(SelfIntersection, a, e, at, "validity.self_overlap")
			continue
		}
		a.tied, b.tied = true, true
		if told[pair{i, j}] {
			continue
		}
		if told == nil {
			told = map[pair]bool{}
		}
		told[pair{i, j}] = true
		switch {
		case a.ref.Part == b.ref.Part:
			c.twoRings(RingsShareEdge, a, b, e, at, "validity.rings_share_edge")
		case c.landLeft(a, e) != c.landLeft(b, f):
			c.twoRings(PartsShareEdge, a, b, e, at, "validity.parts_share_edge")
		case c.same(a, b):
			c.twoRings(PartsEqual, a, b, e, at, "validity.parts_duplicate")
		default:
			c.twoRings(PartsOverlap, a, b, e, at, "validity.parts_overlap")
		}
	}
}

// landLeft reports whether the part's land lies to the left of an edge, seen
// from its lesser end.
func (c *checker) landLeft(r *ring, e int32) bool {
	forward := c.pts[e].less(c.pts[e+1])
	return (r.ccw == forward) == (r.ref.Ring == 0)
}

// same reports whether two rings have the same corners in the same order, in
// either direction.
func (c *checker) same(a, b *ring) bool {
	n := a.edges()
	if n != b.edges() || a.box != b.box {
		return false
	}
	forward, back := true, true
	v, w, u := a.first, b.first, b.first
	for range n {
		forward = forward && c.pts[v] == c.pts[w]
		back = back && c.pts[v] == c.pts[u]
		v, w, u = a.next(v), b.next(w), b.prev(u)
	}
	return forward || back
}

// sharedPoint is the middle of what two edges on one line have in common,
// rounded: a place to show.
func sharedPoint(p, q, s, t xy) xy {
	if q.less(p) {
		p, q = q, p
	}
	if t.less(s) {
		s, t = t, s
	}
	if p.less(s) {
		p = s
	}
	if t.less(q) {
		q = t
	}
	return xy{p.x + (q.x-p.x)/2, p.y + (q.y-p.y)/2}
}

// judgePlace reports a ring that lies where it must not: the innermost ring
// round a hole must be its own outer ring, that round an outer ring a hole of
// another part, or none. Rings that cross others are left out, since their
// place is no one's to say.
func (c *checker) judgePlace(r *ring) {
	if r.tied {
		return
	}
	var round *ring
	if r.parent >= 0 {
		round = &c.rings[r.parent]
	}
	switch {
	case r.ref.Ring == 0:
		if round != nil && round.ref.Ring == 0 {
			c.twoRings(PartsNested, r, round, r.lo, c.pts[r.lo], "validity.parts_nested")
		}
	case round != nil && round.ref.Part == r.ref.Part && round.ref.Ring > 0:
		c.twoRings(HoleNested, r, round, r.lo, c.pts[r.lo], "validity.hole_nested")
	case !c.withinOwn(r):
		c.atCorner(HoleOutside, r, r.lo, "validity.hole_outside")
	}
}

// withinOwn reports whether a hole's own outer ring is among the rings round
// it. Another part's ring between them is at fault itself; a chain of those is
// followed only so far. A hole whose outer ring is useless is not judged.
func (c *checker) withinOwn(r *ring) bool {
	const reach = 64
	at := r
	for range reach {
		if at.parent < 0 {
			break
		}
		at = &c.rings[at.parent]
		if at.ref.Part == r.ref.Part && at.ref.Ring == 0 {
			return true
		}
	}
	return !c.hasOuter(r.ref.Part)
}

func (c *checker) hasOuter(part int) bool {
	lo, hi := 0, len(c.rings)
	for lo < hi {
		if mid := (lo + hi) / 2; c.rings[mid].ref.Part < part {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(c.rings) && c.rings[lo].ref == geo.RingRef{Part: part}
}

// atPlace reports a fault of one ring near corner e.
func (c *checker) atPlace(k Kind, r *ring, e int32, at xy, id words.ID) {
	c.atPoint(k, r.ref, int(c.from[e]), c.stored(at), id)
}

// twoRings reports a fault between two rings near corner e of the first.
func (c *checker) twoRings(k Kind, a, b *ring, e int32, at xy, id words.ID) {
	p := c.stored(at)
	c.add(Problem{Kind: k, At: p, Part: a.ref.Part, Ring: a.ref.Ring, Vertex: int(c.from[e])}, func() words.Text {
		return words.Say(id, "ring", c.name(a.ref), "other", c.name(b.ref), "n", c.from[e]+1, "at", place(p))
	})
}
