package topology

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
)

// Kind names what is wrong. The strings are stable: JSON output, findings and
// old projects carry them.
type Kind string

// What a ring can suffer from by itself.
const (
	RingOpen         Kind = "ring.open"         // the last point is not the first
	RingShort        Kind = "ring.short"        // fewer than three distinct corners
	RingCollapsed    Kind = "ring.collapsed"    // all corners on one line: no area
	RepeatedPoint    Kind = "repeated_point"    // a corner stands twice running; a warning only
	Spike            Kind = "spike"             // the line goes out and straight back
	SelfIntersection Kind = "self_intersection" // a ring crosses itself or runs along itself
	SelfTouch        Kind = "self_touch"        // a ring touches itself in a point
)

// What the rings of one part, and the parts of one shape, can do to each other.
const (
	RingsCross     Kind = "rings_cross"           // two rings of a part cross
	RingsShareEdge Kind = "rings_share_edge"      // two rings of a part run along each other
	HoleOutside    Kind = "hole_outside"          // a hole lies outside the outer ring
	HoleNested     Kind = "hole_nested"           // a hole lies inside another hole
	Disconnected   Kind = "interior_disconnected" // touching rings cut the part in two
	PartsOverlap   Kind = "parts_overlap"         // two parts cross, or cover the same ground beside a shared edge
	PartsShareEdge Kind = "parts_share_edge"      // two parts lie side by side along an edge
	PartsNested    Kind = "parts_nested"          // a part lies inside another one
	PartsEqual     Kind = "parts_duplicate"       // a part stands twice
)

// What coordinates can suffer from.
const (
	NotFinite       Kind = "not_finite"       // a coordinate is not a number, or infinite
	OutOfRange      Kind = "out_of_range"     // no such longitude or latitude
	SwappedAxes     Kind = "swapped_axes"     // latitude stands before longitude
	ProjectedMetres Kind = "projected_metres" // metres where degrees are expected
	RoundPole       Kind = "round_pole"       // a ring goes round a pole
)

// Severe reports whether a shape with a problem of this kind is not valid, so
// that its area and every overlay with it mean little. Only a repeated point
// is not severe: it changes neither outline nor area.
func (k Kind) Severe() bool { return k != RepeatedPoint }

// Problem is one fault of a shape and its place.
type Problem struct {
	Kind Kind
	// At is the place of the fault in the shape's own coordinates: the crossing,
	// the corner. Where a ring crosses 180° it lies between ±180°.
	At geo.Point
	// Part and Ring say which ring is at fault (of two, the one named first in
	// Text), counting from 0; ring 0 is the outer one.
	Part, Ring int
	// Vertex is the stored point at or just before the fault, counting from 0;
	// −1 when the fault is of the ring as a whole.
	Vertex int
	Text   words.Text
}

// Severe reports whether the problem makes the shape invalid; see Kind.Severe.
func (p Problem) Severe() bool { return p.Kind.Severe() }

// Valid reports whether none of the problems is severe.
func Valid(problems []Problem) bool {
	for _, p := range problems {
		if p.Severe() {
			return false
		}
	}
	return true
}
