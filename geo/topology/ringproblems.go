package topology

import (
	"math"
	"strconv"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// ringProblem reports a fault of the ring as a whole, at its first point.
func (c *checker) ringProblem(k Kind, ref geo.RingRef, r geo.Ring, say func(ring, at words.Text) words.Text) {
	var at geo.Point
	if r.Len() > 0 {
		at = r.At(0)
	}
	c.add(Problem{Kind: k, At: at, Part: ref.Part, Ring: ref.Ring, Vertex: -1}, func() words.Text {
		return say(c.name(ref), place(at))
	})
}

func (c *checker) short(ref geo.RingRef, r geo.Ring, distinct int) {
	c.ringProblem(RingShort, ref, r, func(ring, _ words.Text) words.Text {
		return words.Say("validity.ring.short", "ring", ring, "n", distinct)
	})
}

func (c *checker) collapsed(ref geo.RingRef, at geo.Point) {
	c.add(Problem{Kind: RingCollapsed, At: at, Part: ref.Part, Ring: ref.Ring, Vertex: -1}, func() words.Text {
		return words.Say("validity.ring.collapsed", "ring", c.name(ref), "at", place(at))
	})
}

func (c *checker) open(ref geo.RingRef, r geo.Ring) {
	first, last := r.At(0), r.At(r.Len()-1)
	c.add(Problem{Kind: RingOpen, At: last, Part: ref.Part, Ring: ref.Ring, Vertex: r.Len() - 1}, func() words.Text {
		return words.Say("validity.ring.open", "ring", c.name(ref), "gap", gap(first, last), "at", place(last))
	})
}

// gap is the distance between two points, in metres to about 1 % for degrees:
// it tells a slip of the pen from a missing corner.
func gap(a, b geo.Point) words.Text {
	dx, dy := b[0]-a[0], b[1]-a[1]
	if !inDegrees(a) || !inDegrees(b) {
		return words.Raw(figures(math.Hypot(dx, dy)))
	}
	const metresPerDegree = 111.2e3
	dx = math.Remainder(dx, 360) * math.Cos((a[1]+b[1])/2*math.Pi/180)
	return words.Say("validity.metres", "n", figures(metresPerDegree*math.Hypot(dx, dy)))
}

// figures prints a length to the centimetre, a shorter one with two figures.
func figures(x float64) string {
	if x >= 0.1 {
		return geo.Decimal(x, 2)
	}
	return strconv.FormatFloat(x, 'g', 2, 64)
}

// atPoint reports a fault at stored point i of a ring; the sentence names ring,
// number and place.
func (c *checker) atPoint(k Kind, ref geo.RingRef, i int, at geo.Point, id words.ID) {
	c.add(Problem{Kind: k, At: at, Part: ref.Part, Ring: ref.Ring, Vertex: i}, func() words.Text {
		return words.Say(id, "ring", c.name(ref), "n", i+1, "at", place(at))
	})
}

// atCorner is atPoint for a corner of a usable ring.
func (c *checker) atCorner(k Kind, r *ring, v int32, id words.ID) {
	c.atPoint(k, r.ref, int(c.from[v]), c.stored(c.pts[v]), id)
}
