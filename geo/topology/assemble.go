package topology

import (
	"cmp"
	"slices"
)

// assembler makes parts of those faces of an arrangement that are land.
type assembler struct {
	*arrangement
	land []bool // by cycle
	face groups // cycles of one piece of land are one group

	onPath []int32 // by node: its place on the way being followed, or none
	pieces map[int32]*piece
}

// piece is one part of the outcome, as nodes.
type piece struct {
	shell []int32
	holes [][]int32
}

// assemble returns the land as parts: an outer ring that runs counter-clockwise
// and does not touch itself, and holes that run clockwise. Pieces of land that
// touch in a point are parts of their own.
func (g *arrangement) assemble(land []bool) []piece {
	a := &assembler{arrangement: g, land: land, face: newGroups(g.cycles()), pieces: map[int32]*piece{}}
	a.joinFaces()
	a.onPath = make([]int32, len(g.at))
	for i := range a.onPath {
		a.onPath[i] = none
	}
	done := make([]bool, len(g.head))
	for d := range g.head {
		if a.border(int32(d)) && !done[d] {
			a.trace(int32(d), done)
		}
	}
	keys := make([]int32, 0, len(a.pieces))
	for k := range a.pieces {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	out := make([]piece, len(keys))
	for i, k := range keys {
		out[i] = *a.pieces[k]
	}
	return out
}

// joinFaces groups the cycles between which no border lies.
func (a *assembler) joinFaces() {
	for d := int32(0); int(d) < len(a.head); d += 2 {
		if a.land[a.cycle[d]] && a.land[a.cycle[d+1]] {
			a.face.union(a.cycle[d], a.cycle[d+1])
		}
	}
	for d, outers := range a.islands {
		for _, outer := range outers {
			a.face.union(a.cycle[d], outer)
		}
	}
}

// border reports whether a dart has land on its left and none on its right.
func (a *assembler) border(d int32) bool { return a.land[a.cycle[d]] && !a.land[a.cycle[d^1]] }

// trace follows the border of a piece of land once, and takes off each loop that
// it closes.
func (a *assembler) trace(first int32, done []bool) {
	var path []int32
	face := a.face.find(a.cycle[first])
	d := first
	for {
		done[d] = true
		v := a.tail(d)
		if from := a.onPath[v]; from != none {
			a.loop(face, path[from:])
			path = path[:from]
		}
		a.onPath[v] = int32(len(path))
		path = append(path, v)
		d = a.next[d]
		for !a.border(d) {
			d = a.next[d^1]
		}
		if d == first {
			break
		}
	}
	a.loop(face, path)
}

// loop takes a ring off the path.
func (a *assembler) loop(face int32, nodes []int32) {
	for _, v := range nodes {
		a.onPath[v] = none
	}
	p := a.pieces[face]
	if p == nil {
		p = &piece{}
		a.pieces[face] = p
	}
	if ring := slices.Clone(nodes); a.runsLeft(ring) {
		p.shell = ring
	} else {
		p.holes = append(p.holes, ring)
	}
}

// runsLeft reports whether a ring that does not touch itself runs
// counter-clockwise: the turn at its least corner tells.
func (a *assembler) runsLeft(ring []int32) bool {
	n, m := len(ring), 0
	for i, v := range ring {
		if a.at[v].less(a.at[ring[m]]) {
			m = i
		}
	}
	return orient(a.at[ring[(m+n-1)%n]], a.at[ring[m]], a.at[ring[(m+1)%n]]) > 0
}

// order turns rings and sorts pieces so that they begin with what has the least
// rank, by node; nodes of no rank come last.
func order(pieces []piece, rank []int) {
	turn := func(ring []int32) []int32 {
		m := 0
		for i, v := range ring {
			if rank[v] < rank[ring[m]] {
				m = i
			}
		}
		return append(slices.Clone(ring[m:]), ring[:m]...)
	}
	for i := range pieces {
		p := &pieces[i]
		p.shell = turn(p.shell)
		for k, hole := range p.holes {
			p.holes[k] = turn(hole)
		}
		slices.SortStableFunc(p.holes, func(a, b []int32) int { return cmp.Compare(rank[a[0]], rank[b[0]]) })
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(rank[a.shell[0]], rank[b.shell[0]]) })
}
