package topology

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
)

// ChangeKind names what a repair did. The strings are stable.
type ChangeKind string

// What Repair and SnapTo do to a shape.
const (
	RingClosed      ChangeKind = "ring_closed"     // an edge, or the end moved onto the beginning, closes a ring
	PointDropped    ChangeKind = "point_dropped"   // a corner that repeats the one before, or is not a number
	SpikeDropped    ChangeKind = "spike_dropped"   // the tip of a line that went out and straight back
	RingDropped     ChangeKind = "ring_dropped"    // a ring that encloses nothing, or a hole in nothing
	RingSplit       ChangeKind = "ring_split"      // a ring that crossed or touched itself became sound rings
	HolesSorted     ChangeKind = "holes_sorted"    // holes that met other rings, or lay elsewhere, found their place
	PartsMerged     ChangeKind = "parts_merged"    // parts on the same ground, or side by side, became one
	SliverDropped   ChangeKind = "sliver_dropped"  // a piece or gap thinner than the tolerance that was left over
	SnappedToBorder ChangeKind = "snapped"         // a corner moved onto the border of another shape
	BorderFollowed  ChangeKind = "border_followed" // corners of another shape's border taken over
	LeftAlone       ChangeKind = "left_alone"      // what could not be repaired: the shape is as it was
)

// Change is one thing a repair did, and where.
type Change struct {
	Kind ChangeKind
	// At is the place in the shape's own coordinates.
	At geo.Point
	// Part, Ring and Vertex say where in the shape as it was given, counting from
	// 0; Vertex is −1 where the ring as a whole is meant.
	Part, Ring, Vertex int
	// Area is by how much the area grew, in m² of the survey area: what was counted
	// twice is taken off. The changes of one repair add up to the whole difference,
	// to the 0.01 m² each piece is rounded to. Of shapes wider than a degree it is
	// the geodesic area, of shapes in metres that of their plane.
	Area geo.Area
	Text words.Text
}

// deed is a change and its sentence.
type deed struct {
	Change
	id words.ID
}

// changes collects what was done, so many of each kind.
type changes struct {
	report // for the names of rings
	list   []Change
	count  map[ChangeKind]int
	more   []Change // what is beyond maxPlaces, one for each kind
	done   []deed   // to the ring in hand
}

// add takes a change down; the sentence gets ring, number of the corner, place
// and effect.
func (c *changes) add(ch Change, id words.ID) {
	if c.count == nil {
		c.count = map[ChangeKind]int{}
	}
	if c.count[ch.Kind]++; c.count[ch.Kind] <= maxPlaces {
		ch.Text = words.Say(id, "ring", c.name(geo.RingRef{Part: ch.Part, Ring: ch.Ring}),
			"n", max(ch.Vertex, 0)+1, "at", place(ch.At), "area", effect(ch.Area))
		c.list = append(c.list, ch)
		return
	}
	for i := range c.more {
		if c.more[i].Kind == ch.Kind {
			c.more[i].Area += ch.Area
			return
		}
	}
	ch.Vertex = none
	c.more = append(c.more, ch)
}

// do takes down what is done to the ring in hand.
func (c *changes) do(ch Change, id words.ID) { c.done = append(c.done, deed{ch, id}) }

// settle tells of all that was done to a ring. What the effects lack of the
// whole, because a line straight in degrees is not so in the survey's plane, goes
// to the last.
func (c *changes) settle(whole geo.Area) {
	for i, d := range c.done {
		if whole -= d.Area; i == len(c.done)-1 {
			d.Area += whole
		}
		c.add(d.Change, d.id)
	}
	c.done = c.done[:0]
}

// all returns the changes in the order they were made, and then what was only
// counted.
func (c *changes) all() []Change {
	for _, ch := range c.more {
		what := words.Say(words.ID("validity.name." + string(ch.Kind)))
		ch.Text = words.Say("validity.more_changes", "n", c.count[ch.Kind]-maxPlaces, "what", what, "area", effect(ch.Area))
		c.list = append(c.list, ch)
	}
	return c.list
}

// effect says by how much an area grew or shrank.
func effect(a geo.Area) words.Text {
	switch n := geo.Signed(a.M2(), 2); {
	case !a.Known():
		return words.Say("validity.effect_unknown")
	case n == "0.00":
		return words.Say("validity.effect_none")
	default:
		return words.Say("validity.effect", "n", n)
	}
}
