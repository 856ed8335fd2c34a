package topology

import "cmp"

// contacts is where edges meet that are not neighbours in a ring.
type contacts struct {
	crossings []pair // edges that cross in the inside of both
	overlaps  []pair // edges that lie on each other for some length
	touches   []pair // corner a lies on edge b: on its first corner or between its corners
}

type pair struct{ a, b int32 }

// sorted returns the pair with the lesser edge first.
func (p pair) sorted() pair { return pair{min(p.a, p.b), max(p.a, p.b)} }

func (p pair) compare(q pair) int {
	p, q = p.sorted(), q.sorted()
	return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
}

func (t *contacts) reset() {
	t.crossings, t.overlaps, t.touches = t.crossings[:0], t.overlaps[:0], t.touches[:0]
}

// test looks at two edges whose boxes meet. Each corner belongs to the edge that
// leaves it, so that every touch is found once: an edge's end is the beginning
// of the next one, which is tested too.
func (c *checker) test(ra *ring, e int32, rb *ring, f int32) {
	if ra == rb && (ra.next(e) == f || ra.next(f) == e) {
		return // neighbours share a corner; more than that is a spike
	}
	p, q := c.pts[e], c.pts[e+1]
	s, t := c.pts[f], c.pts[f+1]
	s1, t1 := orient(p, q, s), orient(p, q, t)
	if s1 == t1 && s1 != 0 {
		return
	}
	p1, q1 := orient(s, t, p), orient(s, t, q)
	if p1 == q1 && p1 != 0 {
		return
	}
	if s1*t1*p1*q1 != 0 {
		c.crossings = append(c.crossings, pair{e, f})
		return
	}
	if s1 == 0 && t1 == 0 && overlap(p, q, s, t) {
		c.overlaps = append(c.overlaps, pair{e, f})
	}
	if p1 == 0 && p != t && between(p, s, t) {
		c.touch(ra, e, rb, f)
	}
	if s1 == 0 && s != p && s != q && between(s, p, q) {
		c.touch(rb, f, ra, e)
	}
}

// touch notes that corner v lies on edge e, unless that is part of a spike at
// the corner between them, which is reported as such.
func (c *checker) touch(rv *ring, v int32, re *ring, e int32) {
	if rv == re {
		if rv.next(rv.next(e)) == v || rv.next(v) == e {
			return
		}
		if rv.next(rv.next(v)) == e && c.pts[v] == c.pts[e] {
			return
		}
	}
	c.touches = append(c.touches, pair{v, e})
}

// overlap reports whether two segments of one line have more than a point in
// common.
func overlap(p, q, s, t xy) bool {
	if q.less(p) {
		p, q = q, p
	}
	if t.less(s) {
		s, t = t, s
	}
	return p.less(t) && s.less(q)
}

// between reports whether p, a point of the line through a and b, lies on the
// segment.
func between(p, a, b xy) bool {
	return min(a.x, b.x) <= p.x && p.x <= max(a.x, b.x) && min(a.y, b.y) <= p.y && p.y <= max(a.y, b.y)
}
