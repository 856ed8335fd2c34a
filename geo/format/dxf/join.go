package dxf

import (
	"math"
	"slices"

	"zhenjie/geo"
)

// join makes figures of the pieces that lead from end to end round an area. Only
// pieces of one layer are joined, and only where two ends meet: three lines at
// one place leave open which two belong together.
func (s *sheet) join() {
	slices.SortStableFunc(s.pieces, func(a, b piece) int { return a.layer - b.layer })
	for from := 0; from < len(s.pieces); {
		to := from
		for to < len(s.pieces) && s.pieces[to].layer == s.pieces[from].layer {
			to++
		}
		s.joinLayer(s.pieces[from:to])
		from = to
	}
	s.pieces = nil
}

func (s *sheet) joinLayer(pieces []piece) {
	n := newNet(pieces, s.tolerance.join)
	left := leftovers{layer: s.decode([]byte(s.layers[pieces[0].layer].name)), nearest: math.Inf(1)}
	for _, node := range n.nodes {
		if node.count > 2 {
			if left.junctions++; left.junctions == 1 {
				left.at = node.at
			}
		}
	}
	// Chains that begin somewhere first; what is left after them goes round.
	for i := range n.pieces {
		for k := range 2 {
			if !n.used[i] && n.nodes[n.node[2*i+k]].count != 2 {
				s.chain(n, n.follow(2*i+k), &left)
			}
		}
	}
	for i := range n.pieces {
		if !n.used[i] {
			s.chain(n, n.follow(2*i), &left)
		}
	}
	if left.lines > 0 {
		s.seen.left = append(s.seen.left, left)
	}
}

// chain adds a chain as a figure if it goes round an area.
func (s *sheet) chain(n *net, c chain, left *leftovers) {
	first, last := c.pts[0], c.pts[len(c.pts)-1]
	gap := distance(first, last)
	f := figure{from: c.from, layer: c.layer, arcs: c.arcs, joined: c.pieces}
	switch {
	case c.round || gap <= s.tolerance.join && len(c.pts) > 3:
		s.ring(f, c.pts[:len(c.pts)-1])
	case gap <= s.tolerance.gap && len(c.pts) > 3:
		f.gap = gap
		s.ring(f, c.pts)
	default:
		left.lines += c.pieces
		if left.nearest = min(left.nearest, c.nearest); len(c.pts) > 3 {
			left.nearest = min(left.nearest, gap)
		}
	}
}

// net is the pieces of one layer with the places where their ends meet. End 2i
// is the beginning of piece i, end 2i+1 its end.
type net struct {
	pieces []piece
	used   []bool
	node   []int // by end
	nodes  []node
}

// node is a place where ends of pieces meet.
type node struct {
	at    geo.Point
	count int    // of ends
	ends  [2]int // the first ones
	next  int    // node in the same cell, -1 for none
}

func (n *node) meet(end int) {
	if n.count < 2 {
		n.ends[n.count] = end
	}
	n.count++
}

// grid finds nodes by place. A float can number any cell.
type grid struct {
	*net
	reach float64
	cells map[geo.Point]int // first node in it
}

// find returns the node within reach of a place, a new one if there is none.
func (g grid) find(p geo.Point) int {
	const wide = 8 // cells are that many times the reach
	cell := func(x float64) float64 { return math.Floor(x / (wide * g.reach)) }
	west, east := cell(p[0]-g.reach), cell(p[0]+g.reach)
	south, north := cell(p[1]-g.reach), cell(p[1]+g.reach)
	for i, c := range [4]geo.Point{{west, south}, {east, south}, {west, north}, {east, north}} {
		if i&1 != 0 && east == west || i&2 != 0 && north == south {
			continue
		}
		first, ok := g.cells[c]
		for k := first; ok && k >= 0; k = g.nodes[k].next {
			if distance(g.nodes[k].at, p) <= g.reach {
				return k
			}
		}
	}
	home := geo.Point{cell(p[0]), cell(p[1])}
	before, ok := g.cells[home]
	if !ok {
		before = -1
	}
	g.cells[home] = len(g.nodes)
	g.nodes = append(g.nodes, node{at: p, next: before})
	return len(g.nodes) - 1
}

// newNet finds the ends within a distance of each other. Single straight lines
// that are drawn twice count once, and those without a length not at all.
func newNet(pieces []piece, reach float64) *net {
	n := &net{pieces: pieces, used: make([]bool, len(pieces)), node: make([]int, 2*len(pieces)), nodes: make([]node, 0, len(pieces)+1)}
	find := grid{net: n, reach: reach, cells: make(map[geo.Point]int, len(pieces))}.find
	for i, p := range pieces {
		a, b := find(p.pts[0]), find(p.pts[len(p.pts)-1])
		n.node[2*i], n.node[2*i+1] = a, b
		if len(p.pts) == 1 || len(p.pts) == 2 && (a == b || n.repeats(a, b)) {
			n.used[i] = true
			continue
		}
		n.nodes[a].meet(2 * i)
		n.nodes[b].meet(2*i + 1)
	}
	return n
}

// repeats reports whether a straight line joins two nodes already. Where more
// than two lines meet it may say no: there nothing is joined anyway.
func (n *net) repeats(a, b int) bool {
	from := &n.nodes[a]
	for _, end := range from.ends[:min(from.count, 2)] {
		if len(n.pieces[end/2].pts) == 2 && n.node[end^1] == b {
			return true
		}
	}
	return false
}

// chain is a line of pieces end to end.
type chain struct {
	from    *entity
	layer   int
	pts     []geo.Point
	arcs    bool
	pieces  int
	nearest float64 // the smallest gap between the ends of one piece
	round   bool    // it ends at the node where it begins
}

// follow walks from an end of a piece, through it and on, until the way is
// not clear or leads back.
func (n *net) follow(end int) chain {
	first := n.pieces[end/2]
	c := chain{from: first.from, layer: first.layer, nearest: math.Inf(1)}
	start := n.node[end]
	for {
		i := end / 2
		n.used[i] = true
		c.add(n.pieces[i], end%2 == 1)
		end ^= 1 // the other end of the piece
		node := n.node[end]
		if node == start {
			c.round = len(c.pts) > 3
			return c
		}
		meeting := &n.nodes[node]
		if meeting.count != 2 {
			return c
		}
		if end = meeting.ends[0] + meeting.ends[1] - end; n.used[end/2] {
			return c
		}
	}
}

// add appends a piece, whose first point is the chain's last; back turns it.
func (c *chain) add(p piece, back bool) {
	pts := p.pts
	if len(pts) > 3 {
		c.nearest = min(c.nearest, distance(pts[0], pts[len(pts)-1]))
	}
	if back {
		pts = slices.Clone(pts)
		slices.Reverse(pts)
	}
	if len(c.pts) > 0 {
		pts = pts[1:]
	}
	c.pts = append(c.pts, pts...)
	c.arcs = c.arcs || p.arcs
	c.pieces++
}
