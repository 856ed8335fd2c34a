package topology

import (
	"slices"

	"zhenjie/geo"
)

// tiny: a coordinate below it in size counts as zero, so that no product in
// orient can underflow. It is 4e-121 of a degree.
const tiny = 0x1p-400

// huge: rings with coordinates beyond it are reported and not looked at further.
const huge = 1e15

// prepare takes the shape's rings over into the working memory, reports what
// is wrong with each by itself, and leaves the usable ones in c.rings.
func (c *checker) prepare(s geo.Shape) {
	c.several = s.Parts() > 1
	rings := s.Parts() + s.Holes()
	c.rings = slices.Grow(c.rings, rings)
	c.pts = slices.Grow(c.pts, s.Vertices()+rings)
	c.from = slices.Grow(c.from, s.Vertices()+rings)
	jumps := false
	for ref, r := range s.All() {
		if !c.take(ref, r) {
			continue
		}
		added := &c.rings[len(c.rings)-1]
		jumps = jumps || added.box.x1-added.box.x0 > 180 && c.jumps(added)
	}
	if jumps {
		c.unwrap()
	}
	for i := range c.rings {
		r := &c.rings[i]
		r.ccw = c.runsLeft(r)
		c.findSpikes(r)
	}
}

// take copies one ring without repeated points and reports whether it can be
// used; the faults that make it useless are reported as well.
func (c *checker) take(ref geo.RingRef, r geo.Ring) bool {
	lo := len(c.pts)
	out, finite := c.copyCorners(ref, r)
	usable := finite && c.checkCoordinates(ref, r, out.box) && c.checkCorners(ref, r, c.pts[lo:])
	if !usable {
		c.pts, c.from = c.pts[:lo], c.from[:lo]
		return false
	}
	c.pts, c.from = append(c.pts, c.pts[lo]), append(c.from, c.from[lo])
	c.rings = append(c.rings, out)
	return true
}

// copyCorners appends the ring's corners to c.pts. It stops at the first one
// that is not finite, which it reports.
func (c *checker) copyCorners(ref geo.RingRef, r geo.Ring) (out ring, finite bool) {
	lo := int32(len(c.pts))
	out = ring{ref: ref, lo: lo, first: lo, box: nowhere, parent: -1}
	n := r.Corners()
	var last xy
	for i := range n {
		p := r.At(i)
		at := xy{p[0], p[1]}
		if at.x-at.x != 0 || at.y-at.y != 0 {
			c.atPoint(NotFinite, ref, i, p, "validity.not_finite")
			return out, false
		}
		if at.x < tiny && at.x > -tiny {
			at.x = 0
		}
		if at.y < tiny && at.y > -tiny {
			at.y = 0
		}
		if i > 0 && at == last {
			c.atPoint(RepeatedPoint, ref, i, p, "validity.repeated_point")
			continue
		}
		last = at
		if at.x <= out.box.x0 && (at.x < out.box.x0 || at.y < c.pts[out.first].y) {
			out.first = int32(len(c.pts))
		}
		out.box.add(at)
		c.pts, c.from = append(c.pts, at), append(c.from, int32(i))
	}
	for m := int32(len(c.pts)); m > lo+1 && c.pts[m-1] == c.pts[lo]; m-- {
		i := int(c.from[m-1])
		c.atPoint(RepeatedPoint, ref, i, r.At(i), "validity.repeated_point")
		c.pts, c.from = c.pts[:m-1], c.from[:m-1]
	}
	out.hi = int32(len(c.pts))
	return out, true
}

// checkCorners reports a ring that is open, has too few corners or no area.
func (c *checker) checkCorners(ref geo.RingRef, r geo.Ring, pts []xy) bool {
	distinct := distinctCorners(pts)
	if distinct < 3 {
		c.short(ref, r, distinct)
		return false
	}
	if !r.Closed() {
		c.open(ref, r)
	}
	if collinear(pts) {
		c.collapsed(ref, r.At(0))
		return false
	}
	return true
}

// distinctCorners counts different points, up to three; neighbours differ.
func distinctCorners(pts []xy) int {
	if len(pts) < 3 {
		return len(pts)
	}
	for _, p := range pts[2:] {
		if p != pts[0] && p != pts[1] {
			return 3
		}
	}
	return 2
}

func collinear(pts []xy) bool {
	for _, p := range pts[2:] {
		if orient(pts[0], pts[1], p) != 0 {
			return false
		}
	}
	return true
}

// runsLeft reports whether a ring runs counter-clockwise. At its least corner
// the turn tells, unless a spike stands there.
func (c *checker) runsLeft(r *ring) bool {
	if turn := orient(c.pts[r.prev(r.first)], c.pts[r.first], c.pts[r.first+1]); turn != 0 {
		return turn > 0
	}
	o, twice := c.pts[r.lo], 0.0
	for e := r.lo; e < r.hi; e++ {
		a, b := c.pts[e], c.pts[e+1]
		twice += (a.x-o.x)*(b.y-o.y) - (b.x-o.x)*(a.y-o.y)
	}
	return twice > 0
}

// findSpikes reports corners where the line turns straight back.
func (c *checker) findSpikes(r *ring) {
	a := c.pts[r.hi-1]
	for v := r.lo; v < r.hi; v++ {
		b, d := c.pts[v], c.pts[v+1]
		// The product's sign is sure for lines that lie on each other; it spares
		// the exact test at nearly every corner.
		if (b.x-a.x)*(d.x-b.x)+(b.y-a.y)*(d.y-b.y) < 0 && orient(a, b, d) == 0 {
			c.atCorner(Spike, r, v, "validity.spike")
		}
		a = b
	}
}
