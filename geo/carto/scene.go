package carto

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
)

// Scene is what the map shows, whatever it is drawn on. Areas are drawn in
// their order, then sites, then places.
type Scene struct {
	Areas    []Area
	Sites    []Site
	SitesLow bool // sites are drawn below the areas
	Places   []Place
	Selected int // the place that stands out and shows its text, counted from 1; 0 for none
	Handles  bool
	Lang     words.Lang

	// Kilometres asks for the grid of the 3° Gauss–Krüger zone the scene lies in.
	Kilometres bool
}

// Area is one outline and what it stands for.
type Area struct {
	Role    Role
	Outline *Outline
}

// Role is what an area is on the map; a Style gives each its colours.
type Role int

// The roles an area can have.
const (
	Extent  Role = iota // the planning extent
	Core                // the core
	Outside             // what of the core lies outside the extent
	Parcel              // one of many plots
	roles
)

// Place is a point to look at.
type Place struct {
	At     geo.Point // degrees
	Severe bool
	Text   words.Text
}

// Box returns the box round everything shown.
func (s Scene) Box() Box {
	b := emptyBox()
	for _, a := range s.Areas {
		b = b.Union(a.Outline.Box())
	}
	for _, v := range s.Sites {
		if w := ToWorld(v.At); w.finite() {
			b = b.with(w)
		}
		if v.Ground != nil {
			b = b.Union(v.Ground.Box())
		}
	}
	for _, p := range s.Places {
		if w := ToWorld(p.At); w.finite() {
			b = b.with(w)
		}
	}
	return b
}
