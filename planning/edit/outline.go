package edit

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// Layer is one of a plan's two outlines.
type Layer string

// The outlines of a plan.
const (
	Extent Layer = "extent"
	Core   Layer = "core"
)

// Of returns the outline in a plan.
func (l Layer) Of(p planning.Plan) geo.Shape {
	if l == Core {
		return p.Core
	}
	return p.Extent
}

// Other returns the other outline.
func (l Layer) Other() Layer {
	if l == Core {
		return Extent
	}
	return Core
}

// Name is what people call the outline.
func (l Layer) Name() words.Text { return words.Say(words.ID("layer." + string(l))) }

// Reshape gives an outline another shape: what came of drawing, moving, cutting.
type Reshape struct {
	Layer Layer
	To    geo.Shape
	Step  words.Text // what was done, for the history list
}

// Name implements Command.
func (c Reshape) Name() words.Text {
	return words.Say("edit.reshape", "layer", c.Layer.Name(), "step", c.Step)
}

// Blocked implements Command.
func (c Reshape) Blocked(planning.Plan) words.Text {
	if n := c.To.Vertices(); n > maxVertices {
		return words.Say("edit.too_many_vertices", "n", n, "max", maxVertices)
	}
	return words.Text{}
}

// maxVertices bounds an outline that is drawn; files may bring larger ones.
const maxVertices = 5_000_000

// Apply implements Command.
func (c Reshape) Apply(p planning.Plan) planning.Plan {
	if c.Layer == Core {
		p.Core = c.To
	} else {
		p.Extent = c.To
	}
	return p
}
