package edit

import (
	"math"
	"slices"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/shaping"
	"zhenjie/planning"
)

// SetSide changes the text of one side.
type SetSide struct {
	Side planning.Side
	To   string
}

// Name implements Command.
func (c SetSide) Name() words.Text {
	return words.Say("edit.set_side", "side", c.Side.Reach(), "to", short(c.To))
}

// Blocked implements Command.
func (c SetSide) Blocked(planning.Plan) words.Text { return first(side(c.Side), tooLong(c.To)) }

// Apply implements Command.
func (c SetSide) Apply(p planning.Plan) planning.Plan {
	p.Sides.SideTexts = p.Sides.With(c.Side, c.To)
	return p
}

// FillSides changes the texts of all sides to what the neighbours say.
type FillSides struct{ To planning.SideTexts }

// Name implements Command.
func (FillSides) Name() words.Text { return words.Say("edit.fill_sides") }

// Blocked implements Command.
func (c FillSides) Blocked(planning.Plan) words.Text {
	return tooLong(c.To.East, c.To.South, c.To.West, c.To.North)
}

// Apply implements Command.
func (c FillSides) Apply(p planning.Plan) planning.Plan {
	p.Sides.SideTexts = c.To
	return p
}

// AddNeighbour adds a neighbour at the end.
type AddNeighbour struct{ Neighbour planning.Neighbour }

// Name implements Command.
func (c AddNeighbour) Name() words.Text {
	return words.Say("edit.add_neighbour", "name", short(c.Neighbour.Name))
}

// Blocked implements Command.
func (c AddNeighbour) Blocked(p planning.Plan) words.Text {
	if p.Sides.Neighbours.Len() >= maxRows {
		return words.Say("edit.full", "max", maxRows)
	}
	return neighbour(p, c.Neighbour)
}

// Apply implements Command.
func (c AddNeighbour) Apply(p planning.Plan) planning.Plan {
	p.Sides.Neighbours = p.Sides.Neighbours.Append(c.Neighbour)
	return p
}

// SetNeighbour changes neighbour At.
type SetNeighbour struct {
	At int
	To planning.Neighbour
}

// Name implements Command.
func (c SetNeighbour) Name() words.Text {
	return words.Say("edit.set_neighbour", "name", short(c.To.Name))
}

// Blocked implements Command.
func (c SetNeighbour) Blocked(p planning.Plan) words.Text {
	return first(gone(c.At, p.Sides.Neighbours.Len()), neighbour(p, c.To))
}

// Apply implements Command.
func (c SetNeighbour) Apply(p planning.Plan) planning.Plan {
	p.Sides.Neighbours = p.Sides.Neighbours.With(c.At, c.To)
	return p
}

// RemoveNeighbour removes neighbour At.
type RemoveNeighbour struct {
	At    int
	Title string // its name, for the history list
}

// Name implements Command.
func (c RemoveNeighbour) Name() words.Text {
	return words.Say("edit.remove_neighbour", "name", short(c.Title))
}

// Blocked implements Command.
func (c RemoveNeighbour) Blocked(p planning.Plan) words.Text {
	return gone(c.At, p.Sides.Neighbours.Len())
}

// Apply implements Command.
func (c RemoveNeighbour) Apply(p planning.Plan) planning.Plan {
	p.Sides.Neighbours = p.Sides.Neighbours.Without(c.At)
	return p
}

// MovePoint puts a corner of an outline at another place and leaves the other
// corners as they are, to the bit. Neighbours that begin or end at a corner of
// the extent go along.
type MovePoint struct {
	Layer Layer
	At    shaping.Vertex
	To    geo.Point // longitude and latitude in degrees
	Title string    // the corner's name, for the history list: J17
}

// Name implements Command.
func (c MovePoint) Name() words.Text {
	if c.Layer == Core {
		return words.Say("edit.move_core_point", "point", c.Title)
	}
	return words.Say("edit.move_point", "point", c.Title)
}

// farthestMove is how many metres a typed number may move a corner: one digit
// wrong in the front moves it farther than any town is wide.
const farthestMove = 100_000

// Blocked implements Command.
func (c MovePoint) Blocked(p planning.Plan) words.Text {
	shape := c.Layer.Of(p)
	if !shaping.Has(shape, c.At) {
		return words.Say("edit.no_point")
	}
	if !onEarth(c.To) {
		return words.Say("edit.point_range")
	}
	from := shape.Ring(c.At.Part, c.At.Ring).At(c.At.Corner)
	if way := shaping.PlaneAt(from).Between(from, c.To).Grid; way > farthestMove {
		return words.Say("edit.point_far", "km", geo.Decimal(way/1000, 0))
	}
	return words.Text{}
}

// Apply implements Command.
func (c MovePoint) Apply(p planning.Plan) planning.Plan {
	shape := c.Layer.Of(p)
	from := shape.Ring(c.At.Part, c.At.Ring).At(c.At.Corner)
	moved := shaping.MoveTo(shape, c.At, c.To)
	if c.Layer == Core {
		p.Core = moved
		return p
	}
	p.Extent = moved
	for i, n := range p.Sides.Neighbours.All() {
		if n.From != from && n.To != from {
			continue
		}
		if n.From == from {
			n.From = c.To
		}
		if n.To == from {
			n.To = c.To
		}
		p.Sides.Neighbours = p.Sides.Neighbours.With(i, n)
	}
	return p
}

func onEarth(p geo.Point) bool { return math.Abs(p[0]) <= 180 && math.Abs(p[1]) <= 90 }

func side(s planning.Side) words.Text {
	if !slices.Contains(planning.FourSides, s) {
		return words.Say("edit.no_side")
	}
	return words.Text{}
}

// neighbour says what is wrong with a neighbour.
func neighbour(p planning.Plan, n planning.Neighbour) words.Text {
	switch {
	case p.Extent.IsEmpty():
		return words.Say("edit.no_extent")
	case !slices.Contains(planning.NeighbourKinds, n.Kind):
		return words.Say("edit.neighbour_kind")
	case !onEarth(n.From) || !onEarth(n.To):
		return words.Say("edit.point_range")
	}
	return first(side(n.Side), tooLong(n.Name))
}
