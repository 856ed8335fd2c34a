// Package snap finds where a pointer beside an outline is meant to be: on a
// corner, an edge, the line that an edge would run on along, at a right angle to
// the line in hand, where two such lines cross, or on a grid of whole metres.
//
// Places come and go in degrees on CGCS2000. Distances are metres in the
// Gauss–Krüger plane of the shapes (shaping.Plane), in which edges are straight.
package snap

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/shaping"
)

// Kind says what a pointer has snapped to.
type Kind int

// The kinds, in the order of their names; see Snap for what goes before what.
const (
	Free       Kind = iota // nothing is near
	Vertex                 // a corner
	Crossing               // two guides or edges cross
	RightAngle             // at a right angle to the edge before or after
	Extension              // where an edge would run on
	Edge                   // on an edge
	Grid                   // a whole multiple of the grid's metres in easting and northing
)

// Name is what the pointer has snapped to, in words; no words for Free.
func (k Kind) Name() words.Text {
	if k == Free {
		return words.Text{}
	}
	return words.Say([...]words.ID{"", "snap.vertex", "snap.crossing", "snap.right_angle", "snap.extension", "snap.edge", "snap.grid"}[k])
}

// rank tells which kinds go before which: the lesser first.
func (k Kind) rank() int { return [...]int{9, 0, 1, 2, 2, 3, 4}[k] }

// Options say what to snap to. The zero Options snap to nothing.
type Options struct {
	Vertices, Edges, Extensions, RightAngles, Crossings bool
	Grid                                                float64 // metres; 0 for no grid

	// The line in hand, in degrees. Before are its points up to the pointer, the
	// nearest one last; After those that follow it, the nearest one first. While a
	// polygon is drawn its first points follow; while a corner is dragged its
	// neighbours stand on both sides.
	Before, After []geo.Point
}

// All are the options with everything on but the grid.
func All() Options {
	return Options{Vertices: true, Edges: true, Extensions: true, RightAngles: true, Crossings: true}
}

// Place is a corner or an edge of one of the shapes.
type Place struct {
	Shape          int // in the order given to New
	shaping.Vertex     // the corner, or the one the edge leads away from
}

// Result is where the pointer is meant to be.
type Result struct {
	At       geo.Point      // the pointer's own place for Free; a corner keeps its bits
	Kind     Kind           // what is there
	Distance float64        // from the pointer, metres of the plane
	Guides   [][2]geo.Point // the lines it lies on, to be shown
	On       Place          // for Vertex and Edge
}
