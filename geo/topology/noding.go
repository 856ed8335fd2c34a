package topology

import (
	"cmp"
	"errors"
	"math"
	"slices"
)

// errTangled is the end of a noding that cannot be done: lines that cross in too
// many places, or that no grid would part.
var errTangled = errors.New("the lines cross in too many places")

const (
	// maxCuts is how many cuts a noding makes before it gives up: 100 MB.
	maxCuts = 1 << 20
	// maxPasses is how often lines are cut before their corners are put on a grid.
	// Two passes are usual. Of lines that lie some units in the last place apart a
	// crossing can creep on by a unit a pass.
	maxPasses = 16
	// maxGrids is how many grids are tried: of four units in the last place of the
	// largest coordinate, and each 16 times as wide as the one before.
	maxGrids = 5
)

// side is one edge of a ring, run from a to b.
type side struct {
	a, b xy
	ring int32
	new  bool // made in the last pass: to be looked at again
}

// cut is a place at which an edge is to be cut in two.
type cut struct {
	edge int32
	at   xy
}

// noder cuts the edges of rings until they meet in their ends only. Crossings
// are rounded, which bends the edges that are cut by half a unit in the last
// place and may make them meet others anew; so the cutting is repeated until
// nothing is left to cut. What meets is decided exactly. Each ring stays one
// closed line all the time, so that what lies inside it is never in doubt.
type noder struct {
	sides []side
	cuts  []cut
	made  int     // cuts in all passes
	grid  float64 // corners and crossings are multiples of it
}

// node returns the edges of rings, cut where they meet. Rings are closed: the
// first point stands at the end again.
func node(rings [][]xy) ([]side, error) { return nodeFrom(0, rings) }

// nodeFrom is node that begins with one of the grids; 0 is none.
func nodeFrom(level int, rings [][]xy) ([]side, error) {
	n := &noder{}
	for ; level <= maxGrids; level++ {
		n.start(rings, level)
		if level > 0 && !n.snap() {
			return nil, errTangled
		}
		last := math.MaxInt
		for pass := range maxPasses {
			if !n.find() {
				return nil, errTangled
			}
			if len(n.cuts) == 0 {
				return n.sides, nil
			}
			if pass > 3 && len(n.cuts) >= max(last, 1000) {
				break // cutting makes it worse
			}
			last = len(n.cuts)
			n.apply()
		}
	}
	return nil, errTangled
}

// start takes the rings' edges, with corners on a grid that grows with level. The
// first is so fine that it only makes zero of coordinates 1e-40 of the largest
// and less, whose products would leave the range of float64.
func (n *noder) start(rings [][]xy, level int) {
	reach := 0.0
	for _, r := range rings {
		for _, p := range r {
			reach = max(reach, math.Abs(p.x), math.Abs(p.y))
		}
	}
	_, exponent := math.Frexp(reach)
	n.grid = math.Ldexp(1, exponent-133)
	if level > 0 {
		n.grid = math.Ldexp(1, exponent-55+4*level)
	}
	n.sides = n.sides[:0]
	for k, r := range rings {
		for i := 0; i+1 < len(r); i++ {
			if a, b := n.rounded(r[i]), n.rounded(r[i+1]); a != b {
				n.sides = append(n.sides, side{a, b, int32(k), true})
			}
		}
	}
}

func (n *noder) rounded(p xy) xy {
	return xy{math.Round(p.x/n.grid) * n.grid, math.Round(p.y/n.grid) * n.grid}
}

// find lists the cuts to be made, and reports false when they are too many.
func (n *noder) find() bool {
	n.cuts = n.cuts[:0]
	boxes := make([]box, len(n.sides))
	var fresh []int32
	for i, s := range n.sides {
		boxes[i] = boxOf(s.a, s.b)
		if s.new {
			fresh = append(fresh, int32(i))
		}
	}
	before := n.made
	look := func(i, j int32) bool {
		if n.sides[i].new || n.sides[j].new {
			n.meet(i, j)
		}
		n.made = before + len(n.cuts)
		return n.made <= maxCuts
	}
	// A tree costs some tens of comparisons an edge.
	if len(fresh) > 30 {
		return newBoxTree(boxes).pairs(look)
	}
	for k, i := range fresh {
		for j := range boxes {
			later := !n.sides[j].new || slices.Index(fresh, int32(j)) > k
			if boxes[i].meets(&boxes[j]) && later && !look(i, int32(j)) {
				return false
			}
		}
	}
	return true
}

// meet notes where two edges cut each other.
func (n *noder) meet(i, j int32) {
	e, f := &n.sides[i], &n.sides[j]
	if e.a == f.a && e.b == f.b || e.a == f.b && e.b == f.a {
		return
	}
	s, t := orient(e.a, e.b, f.a), orient(e.a, e.b, f.b)
	if s == t && s != 0 {
		return
	}
	p, q := orient(f.a, f.b, e.a), orient(f.a, f.b, e.b)
	if p == q && p != 0 {
		return
	}
	if s*t*p*q != 0 {
		at := n.rounded(meetingPoint(e.a, e.b, f.a, f.b))
		n.cut(i, at)
		n.cut(j, at)
		return
	}
	for _, end := range [...]struct {
		side int
		at   xy
		edge int32
		of   *side
	}{{s, f.a, i, e}, {t, f.b, i, e}, {p, e.a, j, f}, {q, e.b, j, f}} {
		if end.side == 0 && between(end.at, end.of.a, end.of.b) {
			n.cut(end.edge, end.at)
		}
	}
}

func (n *noder) cut(edge int32, at xy) {
	if s := &n.sides[edge]; at != s.a && at != s.b {
		n.cuts = append(n.cuts, cut{edge, at})
	}
}

// apply makes the cuts. Those of one edge are ordered along it as far as
// rounding tells; a piece that runs back is met by the next pass.
func (n *noder) apply() {
	along := func(c cut) float64 {
		s := &n.sides[c.edge]
		return (c.at.x-s.a.x)*(s.b.x-s.a.x) + (c.at.y-s.a.y)*(s.b.y-s.a.y)
	}
	slices.SortFunc(n.cuts, func(c, d cut) int {
		if c.edge != d.edge {
			return cmp.Compare(c.edge, d.edge)
		}
		return cmp.Or(cmp.Compare(along(c), along(d)), cmp.Compare(c.at.x, d.at.x), cmp.Compare(c.at.y, d.at.y))
	})
	n.cuts = slices.Compact(n.cuts)
	pieces := make([]side, 0, len(n.sides)+len(n.cuts))
	for i, s := range n.sides {
		s.new = len(n.cuts) > 0 && n.cuts[0].edge == int32(i)
		last := s.a
		for len(n.cuts) > 0 && n.cuts[0].edge == int32(i) {
			if at := n.cuts[0].at; at != last {
				pieces = append(pieces, side{last, at, s.ring, true})
				last = at
			}
			n.cuts = n.cuts[1:]
		}
		if last != s.b {
			s.a = last
			pieces = append(pieces, s)
		}
	}
	n.sides = pieces
}
