package topology

import (
	"math"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// mender cleans the rings of a shape, one by one.
type mender struct {
	measure
	*changes
	tolerance float64
	kept      [][]ringPoints // of the cleaned shape, by part
}

// ringPoints is a ring without its closing point, and which stored points of the
// old shape its corners are.
type ringPoints struct {
	ref  geo.RingRef // in the old shape
	pts  []geo.Point
	from []int
}

// clean returns the shape with closed rings of three corners and more that
// neither repeat a point nor have spikes.
func (m *mender) clean(s geo.Shape) geo.Shape {
	var b geo.Builder
	for p := range s.Parts() {
		var part []ringPoints
		for r := range s.Rings(p) {
			ring := m.ring(geo.RingRef{Part: p, Ring: r}, s.Ring(p, r))
			switch {
			case len(ring.pts) == 0 && r == 0: // already told
			case len(ring.pts) == 0:
				continue
			case r > 0 && len(part) == 0:
				m.dropRing(ring, "validity.repaired.hole_in_nothing")
				continue
			default:
				part = append(part, ring)
			}
		}
		if len(part) == 0 {
			continue
		}
		m.kept = append(m.kept, part)
		b.Part()
		for _, ring := range part {
			b.Ring(append(ring.pts[:len(ring.pts):len(ring.pts)], ring.pts[0]))
		}
	}
	return b.Shape()
}

// ring cleans one ring; one that encloses nothing comes back without points.
func (m *mender) ring(ref geo.RingRef, r geo.Ring) ringPoints {
	out := ringPoints{ref: ref}
	for i := range r.Corners() {
		if p := r.At(i); math.IsNaN(p[0]-p[0]) || math.IsNaN(p[1]-p[1]) {
			m.do(Change{Kind: PointDropped, At: p, Part: ref.Part, Ring: ref.Ring, Vertex: i}, "validity.repaired.not_finite")
		} else {
			out.pts, out.from = append(out.pts, p), append(out.from, i)
		}
	}
	before := m.size(out.pts)
	m.close(&out, r)
	m.dropPoints(&out)
	m.settle(counted(ref, m.size(out.pts)-before))
	switch {
	case len(out.pts) < 3 || collinear(corners(out.pts)):
		m.dropRing(out, "validity.repaired.ring")
		return ringPoints{ref: ref}
	default:
		return out
	}
}

// close tells of a ring that is open; corners stand without the closing point
// anyway. An end nearer to the beginning than the tolerance is dropped.
func (m *mender) close(ring *ringPoints, r geo.Ring) {
	if r.Closed() || len(ring.pts) < 3 {
		return
	}
	last := len(ring.pts) - 1
	ch := Change{Kind: RingClosed, At: ring.pts[last], Part: ring.ref.Part, Ring: ring.ref.Ring, Vertex: ring.from[last]}
	if gap := m.distance(ring.pts[0], ring.pts[last]); gap <= m.tolerance && last >= 3 {
		before := m.size(ring.pts)
		ring.pts, ring.from = ring.pts[:last], ring.from[:last]
		ch.Area = counted(ring.ref, m.size(ring.pts)-before)
	}
	m.do(ch, "validity.repaired.close")
}

// dropPoints drops points that repeat the one before, and the tips of spikes: a
// spike may be the tip of another.
func (m *mender) dropPoints(ring *ringPoints) {
	old, way := *ring, make([]int, 0, len(ring.pts)) // way: the points kept, by their number in old
	sign := math.Copysign(1, planeArea(old.pts))
	drop := func(k ChangeKind, before, i, next int) {
		ch := Change{Kind: k, At: old.pts[i], Part: old.ref.Part, Ring: old.ref.Ring, Vertex: old.from[i]}
		three := []geo.Point{old.pts[before], old.pts[i], old.pts[next]}
		ch.Area = counted(old.ref, geo.Area(-sign*m.signed(three).M2()))
		m.tellDropped(ch)
	}
	for i, p := range old.pts {
		for len(way) > 1 && m.spike(old.pts[way[len(way)-2]], old.pts[way[len(way)-1]], p) {
			drop(SpikeDropped, way[len(way)-2], way[len(way)-1], i)
			way = way[:len(way)-1]
		}
		if len(way) > 0 && m.same(old.pts[way[len(way)-1]], p) {
			drop(PointDropped, way[len(way)-1], i, (i+1)%len(old.pts))
			continue
		}
		way = append(way, i)
	}
	for len(way) > 2 { // where the ring closes
		first, second, last, before := way[0], way[1], way[len(way)-1], way[len(way)-2]
		switch {
		case m.same(old.pts[first], old.pts[last]):
			drop(PointDropped, before, last, first)
			way = way[:len(way)-1]
		case m.spike(old.pts[before], old.pts[last], old.pts[first]):
			drop(SpikeDropped, before, last, first)
			way = way[:len(way)-1]
		case m.spike(old.pts[last], old.pts[first], old.pts[second]):
			drop(SpikeDropped, last, first, second)
			way = way[1:]
		default:
			ring.take(old, way)
			return
		}
	}
	ring.take(old, way)
}

// take keeps the points of old that way names.
func (ring *ringPoints) take(old ringPoints, way []int) {
	if len(way) == len(old.pts) {
		return
	}
	ring.pts, ring.from = nil, nil
	for _, i := range way {
		ring.pts, ring.from = append(ring.pts, old.pts[i]), append(ring.from, old.from[i])
	}
}

// same reports whether two points that follow each other are one.
func (m *mender) same(p, q geo.Point) bool {
	return flush(p) == flush(q) || m.distance(p, q) < m.tolerance
}

func (m *mender) tellDropped(ch Change) {
	id := words.ID("validity.repaired.spike")
	if ch.Kind == PointDropped {
		id = "validity.repaired.repeated"
	}
	m.do(ch, id)
}

// spike reports whether the line goes to p and straight back, to the tolerance.
func (m *mender) spike(before, p, next geo.Point) bool {
	if (p[0]-before[0])*(next[0]-p[0])*m.kx*m.kx+(p[1]-before[1])*(next[1]-p[1])*m.ky*m.ky >= 0 {
		return false
	}
	if orient(flush(before), flush(p), flush(next)) == 0 {
		return true
	}
	a, _ := m.toLine(next, before, p)
	b, _ := m.toLine(before, p, next)
	return min(a, b) < m.tolerance
}

// dropRing tells of a ring that is left out.
func (m *mender) dropRing(ring ringPoints, id words.ID) {
	ch := Change{Kind: RingDropped, Part: ring.ref.Part, Ring: ring.ref.Ring, Vertex: none}
	if len(ring.pts) > 0 {
		ch.At = ring.pts[0]
		ch.Area = -counted(ring.ref, m.size(ring.pts))
	}
	m.add(ch, id)
}

func flush(p geo.Point) xy { return xy{flushed(p[0]), flushed(p[1])} }

func corners(pts []geo.Point) []xy {
	out := make([]xy, len(pts))
	for i, p := range pts {
		out[i] = flush(p)
	}
	return out
}
