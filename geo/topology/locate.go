package topology

// position says where a point lies in relation to a ring.
type position int8

const (
	outside position = iota
	inside
	onEdge // on an edge, or on its first corner
)

// locator counts how often the ray from p to the right crosses a ring.
type locator struct {
	c   *checker
	r   *ring
	p   xy
	odd bool
	on  int32
}

// locate says where p lies; for onEdge, e is the edge, that which leaves the
// corner if p is a corner. It looks at the boxes round p only: of a run of
// edges quite to the right of p the two ends tell whether the ray crosses it an
// odd number of times.
func (c *checker) locate(r *ring, p xy) (at position, e int32) {
	l := locator{c: c, r: r, p: p, on: -1}
	l.count(r.tree.top, 0, fanned(r.tree.top))
	switch {
	case l.on >= 0:
		if p == c.pts[l.on+1] {
			l.on = r.next(l.on)
		}
		return onEdge, l.on
	case l.odd:
		return inside, -1
	default:
		return outside, -1
	}
}

// fanned is the number of edges below a box of a level.
func fanned(level int) int32 {
	n := int32(fan)
	for range level {
		n *= fan
	}
	return n
}

func (l *locator) count(level int, i, edges int32) {
	c, r, p := l.c, l.r, l.p
	c.budget--
	b := &c.boxes[r.tree.at[level]+i]
	if l.on >= 0 || p.y < b.y0 || p.y > b.y1 || p.x > b.x1 {
		return
	}
	lo := r.lo + i*edges
	hi := r.hi
	if r.hi-lo > edges {
		hi = lo + edges
	}
	switch {
	case p.x < b.x0:
		if (c.pts[lo].y > p.y) != (c.pts[hi].y > p.y) {
			l.odd = !l.odd
		}
	case level > 0:
		for child := i * fan; child < min(i*fan+fan, r.tree.size(level-1)); child++ {
			l.count(level-1, child, edges/fan)
		}
	default:
		for e := lo; e < hi; e++ {
			l.edge(e)
		}
	}
}

func (l *locator) edge(e int32) {
	p, a, b := l.p, l.c.pts[e], l.c.pts[e+1]
	switch {
	case p == a || a.y == p.y && b.y == p.y && between(p, a, b):
		l.on = e
	case (a.y > p.y) != (b.y > p.y):
		switch turn := orient(a, b, p); {
		case turn == 0:
			l.on = e
		case (turn > 0) == (b.y > a.y):
			l.odd = !l.odd
		}
	}
}

// inside reports whether ring a, which neither crosses b nor runs along it,
// lies inside b. The first corner off b tells; at a corner on b the direction
// in which a leaves it.
func (c *checker) inside(a, b *ring) bool {
	for v := a.lo; v < a.hi && c.budget >= 0; v++ {
		at, e := c.locate(b, c.pts[v])
		if at != onEdge {
			return at == inside
		}
		if side := c.leaves(v, b, e); side != 0 {
			return side > 0
		}
	}
	return false
}

// leaves tells to which side the edge that leaves corner v, a point of b's edge
// e, goes: +1 into b, −1 out of it, 0 along it.
func (c *checker) leaves(v int32, b *ring, e int32) int {
	p, q := c.pts[v], c.pts[v+1]
	out, in := c.pts[e+1], c.pts[e]
	if p == c.pts[e] {
		in = c.pts[b.prev(e)]
	}
	if !b.ccw {
		out, in = in, out
	}
	return sector(p, out, in, q)
}

// sector tells whether the direction from p to q lies between those to out and
// in, going counter-clockwise from out to in: +1 within, −1 outside, 0 on the
// border.
func sector(p, out, in, q xy) int {
	fromOut, fromIn := orient(p, out, q), orient(p, in, q)
	if fromOut == 0 && along(p, out, q) || fromIn == 0 && along(p, in, q) {
		return 0
	}
	wide := orient(p, out, in)
	var within bool
	switch {
	case wide > 0: // less than 180°
		within = fromOut > 0 && fromIn < 0
	case wide < 0:
		within = !(fromOut < 0 && fromIn > 0)
	default: // a straight line; of a spike's two sides neither is within
		within = fromOut > 0 && !along(p, out, in)
	}
	if within {
		return 1
	}
	return -1
}

// along reports whether q lies on the ray from p through a, for three points of
// one line.
func along(p, a, q xy) bool { return p.less(a) == p.less(q) }
