// Package check holds a plan against a rulebook. It is pure: the same plan, facts
// and rulebook give the same findings, which the window, the command line and the
// dossier all show.
package check

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/area"
	"zhenjie/geo/topology"
	"zhenjie/planning"
)

// Facts are what geometry says of a plan. They depend on its extent, its core
// and the accuracy of a boundary point alone.
type Facts struct {
	Extent, Core Outline
	Outside      Outside
	known        known
}

// Valid reports whether all outlines can be relied on.
func (f Facts) Valid() bool { return f.Extent.Valid() && f.Core.Valid() }

// Outline is a measured shape.
type Outline struct {
	Shape    geo.Shape
	Areas    area.Measures
	Problems []topology.Problem
}

// Valid reports whether the areas can be relied on.
func (o Outline) Valid() bool { return topology.Valid(o.Problems) }

// Outside is the ground of the core that the extent does not cover.
type Outside struct {
	Shape geo.Shape
	Area  geo.Area // survey area; unknown when there is no extent or core, or one is not valid
	Sigma geo.Area
}

// Measure finds the facts of a plan. What an older plan's facts already say of
// the same shapes, in whichever role, is taken from old, which may be the zero
// Facts: exchanging or undoing an outline measures little anew, and another
// accuracy nothing.
func Measure(p planning.Plan, old Facts) Facts {
	extent, core := old.known.outline(p.Extent), old.known.outline(p.Core)
	out := old.known.overlap(core, extent)
	f := Facts{Extent: extent, Core: core, Outside: out.Outside, known: old.known.with(extent, core, out)}
	// All that was measured holds for points accurate to 1 m: a standard deviation
	// grows as that of the points.
	sigma := geo.Area(p.Settings.Sigma())
	f.Extent.Areas.Sigma *= sigma
	f.Core.Areas.Sigma *= sigma
	f.Outside.Sigma *= sigma
	return f
}

func measure(s geo.Shape) Outline {
	return Outline{Shape: s, Areas: area.Of(s, area.All, 1), Problems: topology.Check(s)}
}

func outside(core, extent Outline) Outside {
	unknown := Outside{Area: geo.Unknown, Sigma: geo.Unknown}
	if core.Shape.IsEmpty() || extent.Shape.IsEmpty() || !core.Valid() || !extent.Valid() {
		return unknown
	}
	out, err := topology.Difference(core.Shape, extent.Shape)
	if err != nil {
		return unknown
	}
	m := area.Of(out, area.Survey, 1)
	if !m.Survey.Known() || math.IsNaN(m.Sigma.M2()) {
		return unknown
	}
	return Outside{out, m.Survey, m.Sigma}
}
