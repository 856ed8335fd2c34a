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
}

// Outline is a measured shape.
type Outline struct {
	Shape    geo.Shape
	Areas    area.Measures
	Problems []topology.Problem
	sigma    float64
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
// the same shapes is taken from old, which may be the zero Facts.
func Measure(p planning.Plan, old Facts) Facts {
	sigma := p.Settings.Sigma()
	f := Facts{Extent: outline(p.Extent, sigma, old.Extent), Core: outline(p.Core, sigma, old.Core)}
	if f.Extent.same(old.Extent) && f.Core.same(old.Core) {
		f.Outside = old.Outside
		return f
	}
	f.Outside = outside(f.Core, f.Extent, sigma)
	return f
}

func outline(s geo.Shape, sigma float64, old Outline) Outline {
	if o := (Outline{Shape: s, sigma: sigma}); !o.same(old) {
		o.Areas = area.Of(s, area.All, sigma)
		o.Problems = topology.Check(s)
		return o
	}
	return old
}

func (o Outline) same(p Outline) bool { return o.sigma == p.sigma && o.Shape.Equal(p.Shape) }

func outside(core, extent Outline, sigma float64) Outside {
	unknown := Outside{Area: geo.Unknown, Sigma: geo.Unknown}
	if core.Shape.IsEmpty() || extent.Shape.IsEmpty() || !core.Valid() || !extent.Valid() {
		return unknown
	}
	out, err := topology.Difference(core.Shape, extent.Shape)
	if err != nil {
		return unknown
	}
	m := area.Of(out, area.Survey, sigma)
	if !m.Survey.Known() || math.IsNaN(m.Sigma.M2()) {
		return unknown
	}
	return Outside{out, m.Survey, m.Sigma}
}
