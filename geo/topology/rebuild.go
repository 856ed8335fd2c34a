package topology

import (
	"math"

	"zhenjie/geo"
)

// rebuild makes a valid shape of the land of clean rings, and tells for each
// fault what was done. It reports false when lines cross in too many places.
func (m *mender) rebuild(s geo.Shape, faults []Problem) (geo.Shape, bool) {
	rings, roles, group := closedRings(s)
	sides, err := node(rings)
	if err != nil {
		return s, false
	}
	g := arrange(sides)
	roles, group = strayHoles(g, roles, group)
	land := make([]bool, g.cycles())
	excess := make([]int32, g.cycles()) // by how much more often land counts now
	l := newLand(g, roles, group)
	l.factor = counts(s)
	l.walk(func(cycle int32) {
		land[cycle] = l.lands[0] > 0
		if land[cycle] {
			excess[cycle] = 1
		}
		excess[cycle] -= l.counted
	})
	out := g.shape(land, s, m.points(s))
	m.tell(s, faults, m.share(g, s, out, faults, excess))
	return m.withoutSlivers(out, s), true
}

// points returns the way from a node to a point: corners keep their bits.
func (m *mender) points(s geo.Shape) func(xy) geo.Point {
	known := map[xy]geo.Point{}
	for _, r := range s.All() {
		for i := range r.Corners() {
			if p := r.At(i); flush(p) != (xy{p[0], p[1]}) {
				known[flush(p)] = p
			}
		}
	}
	return func(at xy) geo.Point {
		if p, ok := known[at]; ok {
			return p
		}
		return geo.Point{at.x, at.y}
	}
}

// strayHoles makes parts of their own of holes that share no ground with their
// outer ring.
func strayHoles(g *arrangement, roles []role, group []int) ([]role, []int) {
	any := false
	for _, r := range roles {
		any = any || r.hole
	}
	if !any {
		return roles, group
	}
	l := newLand(g, roles, group)
	open := make(map[int32]map[int32]bool) // by part: its holes that wind round the place
	meets := make([]bool, len(roles))
	l.step = func(ring int32) {
		at := roles[ring]
		if at.hole {
			if open[at.part] == nil {
				open[at.part] = map[int32]bool{}
			}
			if l.wind[ring] == 0 {
				delete(open[at.part], ring)
				return
			}
			open[at.part][ring] = true
		}
		if l.outer[at.part] > 0 {
			for hole := range open[at.part] {
				meets[hole] = true
			}
		}
	}
	l.walk(func(int32) {})
	for ring, r := range roles {
		if r.hole && !meets[ring] {
			roles[ring] = role{part: int32(len(group))}
			group = append(group, 0)
		}
	}
	return roles, group
}

// counts tells how often the area of a shape as it is counts each of its rings:
// as often as the ring winds round a place, in the direction that makes its own
// area positive, holes the other way.
func counts(s geo.Shape) (factor []int32) {
	for ref, r := range s.All() {
		f := int32(1)
		if planeArea(r.Points()) < 0 {
			f = -f
		}
		if ref.Ring > 0 {
			f = -f
		}
		factor = append(factor, f)
	}
	return factor
}

// tell takes a change down for each fault.
func (m *mender) tell(s geo.Shape, faults []Problem, areas []geo.Area) {
	for i, f := range faults {
		kind, id := remedy(f.Kind)
		ring := m.kept[f.Part][f.Ring]
		ch := Change{Kind: kind, At: f.At, Part: ring.ref.Part, Ring: ring.ref.Ring, Vertex: f.Vertex, Area: areas[i]}
		if f.Vertex >= 0 && f.Vertex < len(ring.from) {
			ch.Vertex = ring.from[f.Vertex]
		}
		m.add(ch, id)
	}
}

// share puts the ground of each face that counts otherwise than before down to a
// fault at one of its corners, or of a ring that bounds it. The rest, by which
// edges straight in degrees differ from edges straight in the survey's plane
// where they have a new corner, goes to the fault with the most.
func (m *mender) share(g *arrangement, s, out geo.Shape, faults []Problem, excess []int32) []geo.Area {
	at, of := map[xy]int{}, map[geo.RingRef]int{}
	for i := len(faults) - 1; i >= 0; i-- {
		f := faults[i]
		at[flush(f.At)] = i
		of[geo.RingRef{Part: f.Part, Ring: f.Ring}] = i
	}
	var refs []geo.RingRef
	for ref := range s.All() {
		refs = append(refs, ref)
	}
	areas, rest, most := make([]geo.Area, len(faults)), m.total(out)-m.total(s), 0
	for cycle, n := range excess {
		if n == 0 {
			continue
		}
		pts, fault := g.outline(int32(cycle)), none
		for _, p := range pts {
			if k, ok := at[flush(p)]; ok {
				fault = k
				break
			}
		}
		if fault == none {
			fault = g.faultBeside(int32(cycle), refs, of)
		}
		part := geo.Area(float64(n) * m.signed(pts).M2())
		areas[fault] += part
		rest -= part
		if math.Abs(areas[fault].M2()) > math.Abs(areas[most].M2()) {
			most = fault
		}
	}
	areas[most] += rest
	return areas
}

// outline returns the points of a cycle.
func (g *arrangement) outline(cycle int32) (pts []geo.Point) {
	for d := g.start[cycle]; ; {
		p := g.at[g.tail(d)]
		pts = append(pts, geo.Point{p.x, p.y})
		if d = g.next[d]; d == g.start[cycle] {
			return pts
		}
	}
}

// faultBeside returns a fault of a ring that bounds a face; the first of all where
// none does.
func (g *arrangement) faultBeside(cycle int32, refs []geo.RingRef, of map[geo.RingRef]int) int {
	best := math.MaxInt
	for d := g.start[cycle]; ; {
		for _, r := range g.runsOf(d) {
			if k, ok := of[refs[r.ring]]; ok {
				best = min(best, k)
			}
		}
		if d = g.next[d]; d == g.start[cycle] {
			break
		}
	}
	if best == math.MaxInt {
		return 0
	}
	return best
}

// withoutSlivers drops new pieces and gaps thinner than the tolerance, as far as
// the shape stays valid.
func (m *mender) withoutSlivers(s, old geo.Shape) geo.Shape {
	if m.tolerance == 0 {
		return s
	}
	known := rankCorners(old)
	thin := func(r geo.Ring) bool {
		pts := r.Points()
		if k, ok := known[pts[0]]; ok && sameWay(old.Ring(k.ref.Part, k.ref.Ring), k.corner, pts[:len(pts)-1]) {
			return false
		}
		return m.width(pts) < m.tolerance
	}
	var dropped []Change
	drop := func(ref geo.RingRef, r geo.Ring, a geo.Area) {
		was := m.kept[0][0].ref
		if k, ok := known[r.At(0)]; ok {
			was = m.kept[k.ref.Part][k.ref.Ring].ref
		}
		dropped = append(dropped, Change{Kind: SliverDropped, At: r.At(0), Part: was.Part, Ring: was.Ring, Vertex: none, Area: a})
	}
	var b geo.Builder
	for p := range s.Parts() {
		if r := s.Ring(p, 0); thin(r) {
			lost := m.size(r.Points())
			for k := 1; k < s.Rings(p); k++ {
				lost -= m.size(s.Ring(p, k).Points())
			}
			drop(geo.RingRef{Part: p}, r, -lost)
			continue
		}
		b.Part()
		for k := range s.Rings(p) {
			if r := s.Ring(p, k); k > 0 && thin(r) {
				drop(geo.RingRef{Part: p, Ring: k}, r, m.size(r.Points()))
			} else {
				b.Ring(r.Points())
			}
		}
	}
	out := b.Shape()
	if len(dropped) == 0 || len(topologicalFaults(out)) > 0 {
		return s
	}
	for _, ch := range dropped {
		m.add(ch, "validity.repaired.sliver")
	}
	return out
}
