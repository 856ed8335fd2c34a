package topology

import (
	"math"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// inDegrees reports whether p can be longitude and latitude. Longitudes up to
// ±360° pass: some programs write rings across 180° that way.
func inDegrees(p geo.Point) bool { return math.Abs(p[0]) <= 360 && math.Abs(p[1]) <= 90 }

// checkCoordinates reports coordinates that cannot be degrees, or are degrees
// in the wrong order, and says whether the ring can be looked at all the same:
// crossings do not depend on the unit.
func (c *checker) checkCoordinates(ref geo.RingRef, r geo.Ring, b box) bool {
	if b.x1 < b.x0 {
		return true // no point at all: checkCorners says so
	}
	reach := max(-b.x0, b.x1, -b.y0, b.y1)
	degrees := b.x0 >= -360 && b.x1 <= 360 && b.y0 >= -90 && b.y1 <= 90
	switch {
	case looksSwapped(b):
		c.ringProblem(SwappedAxes, ref, r, func(ring, at words.Text) words.Text {
			return words.Say("validity.swapped_axes", "ring", ring, "at", at)
		})
	case degrees:
	case reach < huge && away(b.x0, b.x1) && away(b.y0, b.y1):
		c.ringProblem(ProjectedMetres, ref, r, func(ring, at words.Text) words.Text {
			return words.Say("validity.projected_metres", "ring", ring, "at", at, "zone", zoneOf(b))
		})
	default:
		for i := range r.Corners() {
			if p := r.At(i); !inDegrees(p) {
				c.atPoint(OutOfRange, ref, i, p, "validity.out_of_range")
			}
		}
	}
	return reach < huge
}

// looksSwapped reports whether every point makes no sense as longitude and
// latitude of a place people plan in, but lies in China the other way round.
func looksSwapped(b box) bool {
	return b.x0 >= -54 && b.x1 <= 54 && b.y0 >= 73 && b.y1 <= 136
}

// away reports whether all of a coordinate's range is too large for degrees
// and fits metres.
func away(lo, hi float64) bool { return lo > 1000 || hi < -1000 }

// zoneOf names the Gauss–Krüger zone whose number stands in front of the six
// digits of an easting: 13–23 are 6° zones, 25–45 are 3° zones of China.
func zoneOf(b box) words.Text {
	east := b.x0
	if b.y0 > 1e7 { // northing first
		east = b.y0
	}
	switch zone := int(math.Floor(east / 1e6)); {
	case zone >= 13 && zone <= 23:
		return words.Say("validity.zone", "width", 6, "zone", zone, "meridian", 6*zone-3)
	case zone >= 25 && zone <= 45:
		return words.Say("validity.zone", "width", 3, "zone", zone, "meridian", 3*zone)
	default:
		return words.Say("validity.no_zone")
	}
}

// jumps reports whether an edge of the ring is the long way round the earth.
func (c *checker) jumps(r *ring) bool {
	if r.box.x0 < -360 || r.box.x1 > 360 {
		return false
	}
	for e := r.lo; e < r.lo+r.edges()-1; e++ {
		if math.Abs(c.pts[e+1].x-c.pts[e].x) > 180 {
			return true
		}
	}
	return math.Abs(c.pts[r.lo].x-c.pts[r.hi-1].x) > 180
}

// unwrap lets longitudes run on across 180°: every ring starts between 0° and
// 360° and takes the short way at each edge; holes are then brought to their
// outer ring. Adding 360° rounds to 6e-14°, the same way for equal points.
// Parts on both sides of Greenwich are not brought together.
func (c *checker) unwrap() {
	c.wrap = true
	usable := c.rings[:0]
	var shell *ring
	for _, r := range c.rings {
		if !c.unwrapRing(&r) {
			continue
		}
		if r.ref.Ring > 0 && shell != nil && shell.ref.Part == r.ref.Part {
			if turns := math.Floor((r.box.x0 - shell.box.x0) / 360); turns != 0 {
				c.shift(&r, -360*turns)
			}
		}
		usable = append(usable, r)
		if r.ref.Ring == 0 {
			shell = &usable[len(usable)-1]
		}
	}
	c.rings = usable
}

// unwrapRing reports whether the ring can still be used: it must come back to
// where it began, and rounding must leave it an area.
func (c *checker) unwrapRing(r *ring) bool {
	turn := 0.0
	if c.pts[r.lo].x < 0 {
		turn = 360
	}
	start, before, kept := turn, c.pts[r.lo].x, r.lo
	for e := r.lo; e <= r.hi; e++ {
		p := c.pts[e]
		switch {
		case p.x-before > 180:
			turn -= 360
		case p.x-before < -180:
			turn += 360
		}
		before = p.x
		p.x += turn
		if e == r.lo || p != c.pts[kept-1] {
			c.pts[kept], c.from[kept] = p, c.from[e]
			kept++
		}
	}
	r.hi = kept - 1
	if turn != start {
		c.atCorner(RoundPole, r, r.lo, "validity.round_pole")
		return false
	}
	if pts := c.pts[r.lo:r.hi]; distinctCorners(pts) < 3 || collinear(pts) {
		c.collapsed(r.ref, c.stored(pts[0]))
		return false
	}
	c.measure(r)
	return true
}

func (c *checker) shift(r *ring, by float64) {
	for e := r.lo; e <= r.hi; e++ {
		c.pts[e].x += by
	}
	c.measure(r)
}

// measure finds box and least corner anew.
func (c *checker) measure(r *ring) {
	r.box, r.first = nowhere, r.lo
	for e := r.lo; e < r.hi; e++ {
		r.box.add(c.pts[e])
		if c.pts[e].less(c.pts[r.first]) {
			r.first = e
		}
	}
}

// stored is a place as the shape's own coordinates give it.
func (c *checker) stored(p xy) geo.Point {
	if c.wrap {
		p.x = math.Remainder(p.x, 360)
	}
	return geo.Point{p.x, p.y}
}
