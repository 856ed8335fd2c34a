package chart

import (
	"cmp"
	"slices"
)

// side is a side of a node.
type side int

const (
	leftSide side = iota
	rightSide
	below // the middle of the lower side; arrows there lead straight down
)

// group is which part of a gutter an edge runs down or up in, from the left.
type group int

const (
	fromLeft group = iota // between nodes of the column to the left
	across                // from that column to the next
	toRight               // between nodes of the column to the right
	groups
)

// edge is an arrow.
type edge struct {
	from, to       int // nodes
	leaves, enters side
	label          string
	back           bool // for the next round

	start, end Point
	beside     float64 // the side it leaves, where its label stands
	tracks     [3]int  // in the gutter it leaves into, the one it enters from, the corridor
	points     []Point
}

// straight reports whether the edge leads down to the node below.
func (e *edge) straight() bool { return e.leaves == below }

// connect makes the edges. nodes of a lane follow each other, its end last.
func (p *flowPlan) connect() {
	first := func(lane int) int {
		return slices.IndexFunc(p.nodes, func(n node) bool { return n.lane == lane && !n.exit })
	}
	exitOf := func(lane int) int {
		return slices.IndexFunc(p.nodes, func(n node) bool { return n.lane == lane && n.exit })
	}
	for i, n := range p.nodes {
		if n.exit {
			continue
		}
		last := i+1 >= len(p.nodes) || p.nodes[i+1].lane != n.lane || p.nodes[i+1].exit
		yes := ""
		if n.step.Decision {
			yes = n.step.Yes
		}
		if !last {
			p.edges = append(p.edges, edge{from: i, to: i + 1, leaves: below, label: yes})
		} else {
			p.onward(i, first, yes)
			if p.Lanes[n.lane].Loop != "" {
				p.edges = append(p.edges, edge{from: i, to: first(n.lane), leaves: leftSide, enters: leftSide, back: true})
			}
		}
		if n.step.Decision {
			p.refused(i, last, exitOf(n.lane))
		}
	}
}

// onward leads from the last step of a lane to the next lane.
func (p *flowPlan) onward(i int, first func(int) int, yes string) {
	for lane := p.nodes[i].lane + 1; lane < len(p.Lanes); lane++ {
		to := first(lane)
		if to < 0 {
			continue
		}
		e := edge{from: i, to: to, leaves: rightSide, enters: leftSide, label: yes}
		if p.column(to) == p.column(i) {
			e.enters = rightSide
		}
		p.edges = append(p.edges, e)
		return
	}
}

// refused is the branch No of a decision.
func (p *flowPlan) refused(i int, last bool, exit int) {
	n := p.nodes[i].step
	if n.NoTo == FlowExit {
		e := edge{from: i, to: exit, leaves: rightSide, enters: rightSide, label: n.No}
		if last {
			e.leaves = below
		}
		p.edges = append(p.edges, e)
		return
	}
	to := slices.IndexFunc(p.nodes, func(o node) bool { return !o.exit && n.NoTo != "" && o.step.ID == n.NoTo })
	if to >= 0 {
		p.edges = append(p.edges, edge{from: i, to: to, leaves: leftSide, enters: leftSide, label: n.No})
	}
}

// end is one end of an edge at a side of a node.
type end struct {
	edge  int
	enter bool
	other float64 // height of the other end, which orders those of a side
}

// meet spreads the ends of edges over the sides of their nodes.
func (p *flowPlan) meet() {
	type place struct {
		node int
		side side
	}
	ends := map[place][]end{}
	for i, e := range p.edges {
		if e.straight() {
			continue
		}
		from, to := p.nodes[e.from].figure.middle().Y, p.nodes[e.to].figure.middle().Y
		if p.corridor(&e) {
			from, to = -1, -1 // both come from the top
		}
		ends[place{e.from, e.leaves}] = append(ends[place{e.from, e.leaves}], end{i, false, to})
		ends[place{e.to, e.enters}] = append(ends[place{e.to, e.enters}], end{i, true, from})
	}
	for at, list := range ends {
		slices.SortStableFunc(list, func(a, b end) int { return cmp.Compare(a.other, b.other) })
		for k, one := range list {
			port := p.nodes[at.node].port(at.side, float64(k+1)/float64(len(list)+1))
			if one.enter {
				p.edges[one.edge].end = port
			} else {
				p.edges[one.edge].start = port
				p.edges[one.edge].beside = p.nodes[at.node].figure.X
				if at.side == rightSide {
					p.edges[one.edge].beside = p.nodes[at.node].figure.right()
				}
			}
		}
	}
}

// corridor reports whether an edge runs above all columns: it leads back to
// another column, or on to one that is not the next.
func (p *flowPlan) corridor(e *edge) bool {
	if e.straight() {
		return false
	}
	from, to := p.column(e.from), p.column(e.to)
	return from != to && (e.leaves == leftSide || to != from+1)
}
