package mapview

import (
	"image/color"

	"zhenjie/geo/carto"
)

// AreaLook is how the areas of a role are shown.
type AreaLook struct {
	Hidden  bool
	Colour  color.NRGBA // opaque; the zero colour leaves the style's own
	Opacity float64     // from 0 to 1, of line and filling
}

// SetAreaLook changes how the areas of a role are shown, in a light window and
// in a dark one.
func (v *View) SetAreaLook(role carto.Role, l AreaLook) {
	if v.looks == nil {
		v.looks = map[carto.Role]AreaLook{}
	}
	v.looks[role] = l
	v.restyle()
}

// SiteLook is how sites are shown.
type SiteLook struct {
	AreaLook      // the zero colour leaves each kind its own
	Low      bool // below the outlines
}

// SetSiteLook changes how sites are shown, in a light window and in a dark one.
func (v *View) SetSiteLook(l SiteLook) {
	v.sites = &l
	v.content.scene.SitesLow = l.Low
	v.restyle()
}

// styled returns the style with the looks of areas in it.
func (v *View) styled() carto.Style {
	s := v.style
	for role, l := range v.looks {
		a := &s.Areas[role]
		if l.Hidden {
			l.Opacity = 0
		}
		a.Fill, a.Line = tinted(a.Fill, l), tinted(a.Line, l)
		a.Case = tinted(a.Case, AreaLook{Opacity: l.Opacity})
	}
	if l := v.sites; l != nil {
		s.Sites.Opacity = l.Opacity
		if l.Hidden {
			s.Sites.Opacity = 0
		}
		for i := range s.Sites.Colours {
			if l.Colour.A > 0 {
				s.Sites.Colours[i] = l.Colour
			}
		}
	}
	return s
}

func tinted(c color.NRGBA, l AreaLook) color.NRGBA {
	if l.Colour.A > 0 {
		c.R, c.G, c.B = l.Colour.R, l.Colour.G, l.Colour.B
	}
	c.A = uint8(float64(c.A)*min(max(l.Opacity, 0), 1) + 0.5)
	return c
}
