package topology

import (
	"cmp"
	"slices"
)

// pass is one way of a ring through a node, a point where rings touch: it comes
// from one point and goes on to the other.
type pass struct {
	ring   int32
	edge   int32 // the corner, or the edge in whose inside the node lies
	ends   [2]xy
	shared bool // leaves the node the same way as another pass does
	open   bool // one end has been met, going round the node
}

// nodes looks at every point where rings touch: passes that cross there, rings
// that touch themselves, and rings of one part that touch in a closed chain and
// so cut its inside in two.
func (c *checker) nodes() {
	if len(c.touches) == 0 {
		return
	}
	joined := newGroups(len(c.rings))
	var rays []ray
	c.eachNode(func(at xy, passes []pass) bool {
		rays = c.node(at, passes, rays, joined)
		return true
	})
}

// eachNode visits the points where rings touch, from left to right, with the
// passes there in the order of their edges, until visit returns false.
func (c *checker) eachNode(visit func(at xy, passes []pass) bool) {
	slices.SortFunc(c.touches, func(s, t pair) int {
		p, q := c.pts[s.a], c.pts[t.a]
		return cmp.Or(cmp.Compare(p.x, q.x), cmp.Compare(p.y, q.y), cmp.Compare(s.a, t.a), cmp.Compare(s.b, t.b))
	})
	var passes []pass
	for i := 0; i < len(c.touches); {
		at := c.pts[c.touches[i].a]
		passes = passes[:0]
		for ; i < len(c.touches) && c.pts[c.touches[i].a] == at; i++ {
			t := c.touches[i]
			passes = append(passes, c.passAt(t.a, true), c.passAt(t.b, c.pts[t.b] == at))
		}
		slices.SortFunc(passes, func(a, b pass) int { return cmp.Compare(a.edge, b.edge) })
		passes = slices.CompactFunc(passes, func(a, b pass) bool { return a.edge == b.edge })
		if !visit(at, passes) {
			return
		}
	}
}

func (c *checker) passAt(e int32, corner bool) pass {
	k := c.ringOf(e)
	p := pass{ring: k, edge: e, ends: [2]xy{c.pts[e], c.pts[e+1]}}
	if corner {
		p.ends[0] = c.pts[c.rings[k].prev(e)]
	}
	return p
}

// node judges one node. The passes of one ring, and those of one part, stand
// together.
func (c *checker) node(at xy, passes []pass, rays []ray, joined groups) []ray {
	rays = raysOf(at, passes, rays[:0])
	crossed := c.passesCross(at, passes, rays)
	for i := 1; i < len(passes); i++ {
		a, b := &passes[i-1], &passes[i]
		ra, rb := &c.rings[a.ring], &c.rings[b.ring]
		switch {
		case a.ring == b.ring:
			first := i == 1 || passes[i-2].ring != a.ring
			if first && !a.shared && !b.shared && !slices.Contains(crossed, a.ring) {
				c.atPlace(SelfTouch, ra, a.edge, at, "validity.self_touch")
			}
		case ra.ref.Part == rb.ref.Part:
			if !joined.union(a.ring, b.ring) && !ra.tied && !rb.tied {
				c.twoRings(Disconnected, ra, rb, a.edge, at, "validity.interior_disconnected")
			}
		}
	}
	return rays
}

// ray is one way out of a node: the end of a pass.
type ray struct {
	to   xy
	pass int32
}

// raysOf lists the ends of all passes by direction, and marks those passes that
// leave the same way: they run along each other, which is reported as such.
func raysOf(at xy, passes []pass, rays []ray) []ray {
	for i := range passes {
		rays = append(rays, ray{passes[i].ends[0], int32(i)}, ray{passes[i].ends[1], int32(i)})
	}
	slices.SortFunc(rays, func(a, b ray) int {
		return cmp.Or(direction(at, a.to, b.to), cmp.Compare(a.pass, b.pass))
	})
	for i := range rays {
		next := rays[(i+1)%len(rays)]
		if direction(at, rays[i].to, next.to) == 0 {
			passes[rays[i].pass].shared, passes[next.pass].shared = true, true
		}
	}
	return rays
}

// passesCross reports passes that cross in a node, one for each ring it finds
// crossing, and returns those rings. Going round the node, passes that do not
// cross open and close like brackets.
func (c *checker) passesCross(at xy, passes []pass, rays []ray) (crossed []int32) {
	open := make([]int32, 0, 8)
	for _, r := range rays {
		if passes[r.pass].shared {
			continue
		}
		a := &passes[r.pass]
		if !a.open {
			a.open = true
			open = append(open, r.pass)
			continue
		}
		k := len(open) - 1
		if b := &passes[open[k]]; b != a {
			c.crossAt(a, b, at)
			if crossed = append(crossed, a.ring, b.ring); len(crossed) > 2*maxPlaces {
				return crossed
			}
			for open[k] != r.pass {
				k--
			}
		}
		open = slices.Delete(open, k, k+1)
	}
	return crossed
}

// direction orders points by the direction they lie in from p, going
// counter-clockwise from straight down; 0 for the same direction.
func direction(p, a, b xy) int {
	if left, right := a.less(p), b.less(p); left != right {
		if right {
			return -1
		}
		return 1
	}
	return -orient(p, a, b)
}

func (c *checker) crossAt(a, b *pass, at xy) {
	if b.edge < a.edge {
		a, b = b, a
	}
	c.crossProblem(a.ring, b.ring, a.edge, at)
}

// groups is a union-find forest over rings.
type groups []int32

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = int32(i)
	}
	return g
}

func (g groups) find(i int32) int32 {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

// union joins two groups; false when they were one already.
func (g groups) union(i, j int32) bool {
	i, j = g.find(i), g.find(j)
	g[max(i, j)] = min(i, j)
	return i != j
}
