package topology

import (
	"cmp"
	"slices"
)

// arrangement is the plane cut up by the edges of rings that meet in their ends
// only. Each edge is two darts, one each way: dart 2e leads from the lesser end
// of edge e to the greater, 2e+1 back. A dart has a face on its left; one round
// along the border of a face is a cycle of darts. A face with islands has a
// cycle more for each of them.
type arrangement struct {
	at   []xy    // by node
	head []int32 // by dart: the node it leads to

	runs  []run   // by edge, the rings that run along it
	first []int32 // by edge: where its runs begin in runs; the end behind the last

	next  []int32 // by dart: the one after it in its cycle
	cycle []int32 // by dart
	start []int32 // by cycle: a dart of it

	roots   []int32           // the outer cycles of what lies in no other thing's face
	islands map[int32][]int32 // by dart: outer cycles of what lies in the face on its left
}

// run is one way of a ring along an edge: +1 from the lesser end to the greater.
type run struct{ edge, ring, way int32 }

func (g *arrangement) tail(d int32) int32 { return g.head[d^1] }

func (g *arrangement) cycles() int { return len(g.start) }

// runsOf lists the rings that run along a dart's edge.
func (g *arrangement) runsOf(d int32) []run { return g.runs[g.first[d/2]:g.first[d/2+1]] }

// arrange builds the arrangement of noded edges.
func arrange(sides []side) *arrangement {
	g := &arrangement{islands: map[int32][]int32{}}
	g.takeEdges(sides)
	out := g.fans()
	g.follow()
	g.placeIslands(out)
	return g
}

// takeEdges makes nodes and edges, each edge once.
func (g *arrangement) takeEdges(sides []side) {
	type way struct {
		u, v, ring, way int32
	}
	ids := make(map[xy]int32, len(sides))
	id := func(p xy) int32 {
		k, ok := ids[p]
		if !ok {
			k = int32(len(g.at))
			ids[p] = k
			g.at = append(g.at, p)
		}
		return k
	}
	ways := make([]way, len(sides))
	for i, s := range sides {
		w := way{id(s.a), id(s.b), s.ring, 1}
		if s.b.less(s.a) {
			w.u, w.v, w.way = w.v, w.u, -1
		}
		ways[i] = w
	}
	slices.SortFunc(ways, func(a, b way) int {
		return cmp.Or(cmp.Compare(a.u, b.u), cmp.Compare(a.v, b.v), cmp.Compare(a.ring, b.ring))
	})
	for i, w := range ways {
		if i == 0 || w.u != ways[i-1].u || w.v != ways[i-1].v {
			g.first = append(g.first, int32(len(g.runs)))
			g.head = append(g.head, w.v, w.u)
		}
		g.runs = append(g.runs, run{int32(len(g.first) - 1), w.ring, w.way})
	}
	g.first = append(g.first, int32(len(g.runs)))
}

// fans returns for each node the darts that leave it, going counter-clockwise
// from straight down, and says for each dart which follows it: the first one
// clockwise from the way back.
func (g *arrangement) fans() [][]int32 {
	count := make([]int32, len(g.at))
	for d := range g.head {
		count[g.tail(int32(d))]++
	}
	all := make([]int32, len(g.head))
	out := make([][]int32, len(g.at))
	for v, n := range count {
		out[v], all = all[:0:n], all[n:]
	}
	for d := range g.head {
		v := g.tail(int32(d))
		out[v] = append(out[v], int32(d))
	}
	g.next = make([]int32, len(g.head))
	for v, darts := range out {
		slices.SortFunc(darts, func(a, b int32) int { return direction(g.at[v], g.at[g.head[a]], g.at[g.head[b]]) })
		for i, d := range darts {
			g.next[d^1] = darts[(i+len(darts)-1)%len(darts)]
		}
	}
	return out
}

// follow numbers the cycles.
func (g *arrangement) follow() {
	g.cycle = make([]int32, len(g.head))
	for i := range g.cycle {
		g.cycle[i] = none
	}
	for d := range g.head {
		if g.cycle[d] != none {
			continue
		}
		k := int32(len(g.start))
		g.start = append(g.start, int32(d))
		for e := int32(d); g.cycle[e] == none; e = g.next[e] {
			g.cycle[e] = k
		}
	}
}

// placeIslands finds for each connected piece of the drawing its outer cycle,
// and the face it lies in: that above the edge straight below its least node.
func (g *arrangement) placeIslands(out [][]int32) {
	joined := newGroups(len(g.at))
	for d := 0; d < len(g.head); d += 2 {
		joined.union(g.head[d], g.head[d+1])
	}
	least := make([]int32, len(g.at))
	for i := range least {
		least[i] = none
	}
	pieces := 0
	for v := range g.at {
		k := joined.find(int32(v))
		if least[k] == none {
			pieces++
			least[k] = int32(v)
		} else if g.at[v].less(g.at[least[k]]) {
			least[k] = int32(v)
		}
	}
	var below func(m xy) int32
	if pieces > 1 {
		below = g.belowFinder()
	}
	for _, v := range least {
		if v == none {
			continue
		}
		// All darts lead to the right of the least node: outside lies to the left of
		// the last of them.
		outer := g.cycle[out[v][len(out[v])-1]]
		dart := int32(none)
		if below != nil {
			dart = below(g.at[v])
		}
		if dart == none {
			g.roots = append(g.roots, outer)
		} else {
			g.islands[dart] = append(g.islands[dart], outer)
		}
	}
}

// belowFinder returns a function that finds the edge straight below a node, as
// the dart that has the node's face on its left. Nodes stand one above the other
// as if the plane were sheared a little, in the order of xy.less.
func (g *arrangement) belowFinder() func(m xy) int32 {
	boxes := make([]box, len(g.head)/2)
	bottom := 0.0
	for e := range boxes {
		boxes[e] = boxOf(g.at[g.head[2*e]], g.at[g.head[2*e+1]])
		bottom = min(bottom, boxes[e].y0)
	}
	tree := newBoxTree(boxes)
	return func(m xy) int32 {
		best := int32(none)
		tree.search(&box{m.x, bottom, m.x, m.y}, func(e int32) {
			l, r := g.at[g.head[2*e+1]], g.at[g.head[2*e]]
			if l.less(m) && m.less(r) && orient(l, r, m) > 0 && (best == none || g.higher(2*e, best)) {
				best = 2 * e
			}
		})
		return best
	}
}

// higher reports whether of two edges that pass below one point the first lies
// above the second; both as darts to the right.
func (g *arrangement) higher(a, b int32) bool {
	la, ra, lb, rb := g.at[g.tail(a)], g.at[g.head[a]], g.at[g.tail(b)], g.at[g.head[b]]
	if la.less(lb) {
		if side := orient(la, ra, lb); side != 0 {
			return side < 0
		}
		return orient(la, ra, rb) < 0
	}
	if side := orient(lb, rb, la); side != 0 {
		return side > 0
	}
	return orient(lb, rb, ra) > 0
}
