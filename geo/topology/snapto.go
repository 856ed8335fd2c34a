package topology

import (
	"math"

	"zhenjie/geo"
)

// SnapTo returns core with the corners that lie within a distance in metres of
// extent's border moved onto it, and with the corners of that border put in where
// core runs beside it, so that both share the same line; and every change. A
// corner of the border nearer than the distance comes before a place on an edge,
// which is rounded to extent's side. Both must be valid and in the same
// coordinates. Where moving corners would make core invalid it is left as it was,
// which is told as LeftAlone.
func SnapTo(core, extent geo.Shape, metres float64) (geo.Shape, []Change) {
	if core.IsEmpty() || extent.IsEmpty() || !(metres > 0) {
		return core, nil
	}
	s := newSnapper(extent, metres)
	s.several = core.Parts() > 1
	var b geo.Builder
	for p := range core.Parts() {
		b.Part()
		for r := range core.Rings(p) {
			b.Ring(s.ring(geo.RingRef{Part: p, Ring: r}, core.Ring(p, r)))
		}
	}
	all := s.all()
	if len(all) == 0 {
		return core, nil
	}
	out := b.Shape()
	if len(topologicalFaults(out)) > 0 {
		left := changes{report: report{several: core.Parts() > 1}}
		left.add(Change{Kind: LeftAlone, Vertex: none}, "validity.repaired.snap_folds")
		return core, left.all()
	}
	return out, all
}

// snapper knows the border corners are snapped to.
type snapper struct {
	measure
	changes
	reach float64 // metres
	rings []snapRing
	edges []snapEdge
	tree  *boxTree
}

type snapRing struct {
	pts       []geo.Point // without the closing point
	landLeft  bool        // the ring runs so that the extent's land is on its left
	firstEdge int
}

type snapEdge struct{ ring, corner int }

// spotOn is a place on the border: on an edge of a ring, or at its first corner.
type spotOn struct {
	ring, corner int
	at           geo.Point
	inside       bool // of the edge, not on a corner
}

func newSnapper(extent geo.Shape, metres float64) *snapper {
	s := &snapper{measure: measureOf(extent), reach: metres}
	var boxes []box
	for ref, r := range extent.All() {
		pts := r.Points()[:r.Corners()]
		s.rings = append(s.rings, snapRing{pts, (planeArea(pts) > 0) == (ref.Ring == 0), len(s.edges)})
		for i, p := range pts {
			s.edges = append(s.edges, snapEdge{len(s.rings) - 1, i})
			boxes = append(boxes, boxOf(flush(p), flush(pts[(i+1)%len(pts)])))
		}
	}
	s.tree = newBoxTree(boxes)
	return s
}

// ends returns the corners of an edge of the border.
func (s *snapper) ends(ring, corner int) (a, b geo.Point) {
	pts := s.rings[ring].pts
	return pts[corner], pts[(corner+1)%len(pts)]
}

// nearest returns the place on the border that a point snaps to.
func (s *snapper) nearest(p geo.Point) (best spotOn, ok bool) {
	corner, edge := s.reach, s.reach
	dx, dy := s.reach/s.kx, s.reach/s.ky
	around := box{p[0] - dx, p[1] - dy, p[0] + dx, p[1] + dy}
	var onEdge spotOn
	var haveEdge bool
	s.tree.search(&around, func(k int32) {
		e := s.edges[k]
		a, b := s.ends(e.ring, e.corner)
		if d := s.distance(p, a); d <= corner {
			corner, best, ok = d, spotOn{e.ring, e.corner, a, false}, true
		}
		if d, along := s.toLine(p, a, b); d <= edge {
			edge, haveEdge = d, true
			onEdge = spotOn{e.ring, e.corner, s.foot(p, a, b, along, s.rings[e.ring].landLeft), true}
		}
	})
	if ok || !haveEdge {
		return best, ok
	}
	return onEdge, true
}

// foot is the place on an edge nearest to p, rounded to the side of the land so
// that nothing between two such places sticks out. A point that is there already
// stays.
func (s *snapper) foot(p, a, b geo.Point, along float64, landLeft bool) geo.Point {
	side := func(q geo.Point) bool {
		o := orient(flush(a), flush(b), flush(q))
		return o == 0 || (o > 0) == landLeft
	}
	onLine := func(q geo.Point) bool {
		d, _ := s.toLine(q, a, b)
		return d < 1e-8 && side(q) // metres: some units in the last place of a degree
	}
	if onLine(p) {
		return p
	}
	q := geo.Point{a[0] + along*(b[0]-a[0]), a[1] + along*(b[1]-a[1])}
	// Steps to the left of the edge, or to the right.
	toX, toY := math.Copysign(math.Inf(1), a[1]-b[1]), math.Copysign(math.Inf(1), b[0]-a[0])
	if !landLeft {
		toX, toY = -toX, -toY
	}
	for range 8 {
		if side(q) {
			break
		}
		q = geo.Point{math.Nextafter(q[0], toX), math.Nextafter(q[1], toY)}
	}
	return q
}

// ring snaps one ring of core.
func (s *snapper) ring(ref geo.RingRef, r geo.Ring) []geo.Point {
	n := r.Corners()
	spots, snapped := make([]spotOn, n), make([]bool, n)
	sign := math.Copysign(1, planeArea(r.Points()))
	moved := make([]geo.Point, n)
	for i := range n {
		p := r.At(i)
		moved[i] = p
		if spots[i], snapped[i] = s.nearest(p); snapped[i] {
			moved[i] = spots[i].at
		}
	}
	var out []geo.Point
	for i, p := range moved {
		before := moved[(i+n-1)%n]
		if p != r.At(i) {
			next := r.At((i + 1) % n) // corners are moved one after the other
			grown := s.signed([]geo.Point{before, p, next}) - s.signed([]geo.Point{before, r.At(i), next})
			s.do(Change{Kind: SnappedToBorder, At: p, Part: ref.Part, Ring: ref.Ring, Vertex: i,
				Area: counted(ref, geo.Area(sign)*grown)}, "validity.repaired.snapped")
		}
		if len(out) == 0 || out[len(out)-1] != p {
			out = append(out, p)
		}
		j := (i + 1) % n
		if snapped[i] && snapped[j] {
			out = s.follow(ref, i, sign, out, spots[i], spots[j])
		}
	}
	for len(out) > 1 && out[0] == out[len(out)-1] {
		out = out[:len(out)-1]
	}
	s.settle(counted(ref, s.size(out)-s.size(r.Points())))
	return append(out, out[0])
}

// follow puts in the corners of the border between two places on one ring of it,
// if all of them lie within reach of the straight line.
func (s *snapper) follow(ref geo.RingRef, vertex int, sign float64, out []geo.Point, from, to spotOn) []geo.Point {
	if from.ring != to.ring || from.at == to.at {
		return out
	}
	for _, forward := range []bool{true, false} {
		between, ok := s.between(from, to, forward)
		if !ok {
			continue
		}
		last := out[len(out)-1]
		for _, p := range between {
			s.do(Change{Kind: BorderFollowed, At: p, Part: ref.Part, Ring: ref.Ring, Vertex: vertex,
				Area: counted(ref, geo.Area(sign)*s.signed([]geo.Point{last, p, to.at}))}, "validity.repaired.followed")
			last = p
		}
		return append(out, between...)
	}
	return out
}

// between returns the corners of the border on the way from one place to another,
// and whether the way keeps within reach of the straight line.
func (s *snapper) between(from, to spotOn, forward bool) (pts []geo.Point, ok bool) {
	ring := s.rings[from.ring].pts
	n := len(ring)
	at, end := from.corner, to.corner
	if forward {
		if !to.inside {
			end = (end - 1 + n) % n // the edge that leads to the corner
		}
	} else if !from.inside {
		at = (at - 1 + n) % n
	}
	for range n {
		if at == end && s.ahead(from, to, at, forward) {
			return pts, true
		}
		p := ring[(at+1)%n]
		if !forward {
			p = ring[at]
		}
		if d, _ := s.toLine(p, from.at, to.at); d > s.reach {
			return nil, false
		}
		if p != from.at && p != to.at {
			pts = append(pts, p)
		}
		if forward {
			at = (at + 1) % n
		} else {
			at = (at - 1 + n) % n
		}
		from = spotOn{from.ring, at, p, false}
	}
	return nil, false
}

// ahead reports whether on one edge a place lies on the way from another.
func (s *snapper) ahead(from, to spotOn, edge int, forward bool) bool {
	a, b := s.ends(from.ring, edge)
	_, f := s.toLine(from.at, a, b)
	_, t := s.toLine(to.at, a, b)
	if forward {
		return t >= f
	}
	return t <= f
}
