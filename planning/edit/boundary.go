package edit

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// SetBoundary replaces the extent, the core or both by shapes from a file.
type SetBoundary struct {
	Extent, Core *geo.Shape // nil for what stays
	Source       string     // the file they came from
}

// Name implements Command.
func (c SetBoundary) Name() words.Text {
	switch {
	case c.Extent != nil && c.Core != nil:
		return words.Say("edit.set_both", "file", short(c.Source))
	case c.Core != nil:
		return words.Say("edit.set_core", "file", short(c.Source))
	default:
		return words.Say("edit.set_extent", "file", short(c.Source))
	}
}

// Blocked implements Command.
func (c SetBoundary) Blocked(planning.Plan) words.Text {
	for _, s := range []*geo.Shape{c.Extent, c.Core} {
		if s != nil && s.IsEmpty() {
			return words.Say("edit.no_polygon")
		}
	}
	return tooLong(c.Source)
}

// Apply implements Command.
func (c SetBoundary) Apply(p planning.Plan) planning.Plan {
	if c.Extent != nil {
		p.Extent = *c.Extent
		p.Settings.Source = c.Source
	}
	if c.Core != nil {
		p.Core = *c.Core
	}
	return p
}

// SwapBoundary takes the extent for the core and the core for the extent.
type SwapBoundary struct{}

// Name implements Command.
func (SwapBoundary) Name() words.Text { return words.Say("edit.swap") }

// Blocked implements Command.
func (SwapBoundary) Blocked(p planning.Plan) words.Text {
	if p.Extent.IsEmpty() || p.Core.IsEmpty() {
		return words.Say("edit.swap_needs_both")
	}
	return words.Text{}
}

// Apply implements Command.
func (SwapBoundary) Apply(p planning.Plan) planning.Plan {
	p.Extent, p.Core = p.Core, p.Extent
	return p
}

// ClearCore removes the core.
type ClearCore struct{}

// Name implements Command.
func (ClearCore) Name() words.Text { return words.Say("edit.clear_core") }

// Blocked implements Command.
func (ClearCore) Blocked(p planning.Plan) words.Text {
	if p.Core.IsEmpty() {
		return words.Say("edit.no_core")
	}
	return words.Text{}
}

// Apply implements Command.
func (ClearCore) Apply(p planning.Plan) planning.Plan {
	p.Core = geo.Shape{}
	return p
}
