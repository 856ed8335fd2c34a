package carto

import (
	"image/color"
	"math"

	"zhenjie/geo"
)

// Site is something that is built: a symbol with its name, on the ground it
// takes if that is known.
type Site struct {
	At     geo.Point // of the symbol, in degrees
	Ground *Outline  // nil where only the place is known
	Name   string
	Colour int // of the style's, 0 ≤ Colour < SiteColours
}

// SiteColours is the number of colours that tell kinds of sites apart.
const SiteColours = 8

// SiteStyle is the look of sites.
type SiteStyle struct {
	Colours [SiteColours]color.NRGBA // of the symbols and of the lines round the ground
	Fill    uint8                    // alpha of the ground, in the colour of the symbol
	Opacity float64                  // of everything; 0 hides the sites
}

// Lengths of a site's parts, in units of the screen.
const (
	siteRadius = 5.5 // from the middle of a symbol to its corners
	siteLine   = 1.5
	siteGap    = 8.0 // from the middle of a symbol to its name
)

// sites are a scene's sites projected, and their names set.
type sites struct {
	of     []Site
	at     []World
	labels labels
}

// set projects sites; the very ones it knows already keep the places of their
// names.
func (s *sites) set(from []Site) {
	if len(from) == len(s.of) && (len(from) == 0 || &from[0] == &s.of[0]) {
		return
	}
	s.of, s.at = from, s.at[:0]
	for _, v := range from {
		s.at = append(s.at, ToWorld(v.At))
	}
	s.labels.forget()
}

// faded multiplies the alpha of a colour.
func faded(c color.NRGBA, by float64) color.NRGBA {
	c.A = uint8(float64(c.A)*by + 0.5)
	return c
}

// drawSites draws the grounds, then the symbols, then the names.
func (p *Picture) drawSites(b *band) {
	look := &p.style.Sites
	if look.Opacity <= 0 || len(p.scene.Sites) == 0 {
		return
	}
	clip := p.view.world(b, 2*siteRadius*p.unit+2)
	for i := range p.scene.Sites {
		s := &p.scene.Sites[i]
		if s.Ground == nil || s.Ground.box.contact(clip) != meets {
			continue
		}
		colour := faded(look.Colours[s.Colour], look.Opacity)
		line, fill := paintOf(colour), paintOf(faded(colour, float64(look.Fill)/255))
		b.fillOutline(s.Ground, p.view)
		b.flushFill(&fill, nil)
		b.strokeOutline(s.Ground, p.view, siteLine*p.unit)
		b.flushMask(&line)
	}
	g, rim := p.view.grid(b.clip.Min.X, b.clip.Min.Y), faded(p.style.Ring, look.Opacity)
	for i, w := range p.sites.at {
		if !w.finite() || !clip.holds(w) {
			continue
		}
		x, y := g.point(w)
		outer, inner := paintOf(rim), paintOf(faded(look.Colours[p.scene.Sites[i].Colour], look.Opacity))
		b.lozenge(x, y, (siteRadius+rimWidth*math.Sqrt2)*p.unit*256, &outer)
		b.lozenge(x, y, siteRadius*p.unit*256, &inner)
	}
	p.drawSiteNames(b)
}

// lozenge blends a square standing on its corner over the band's pixels; lengths
// are in 1/256 pixels, radius that from the middle to a corner.
func (b *band) lozenge(x, y int, radius float64, p *paint) {
	r := int(radius) + 256
	for row := max((y-r)>>8, 0); row <= min((y+r)>>8, b.h-1); row++ {
		line, high := b.line(row), abs(row<<8+128-y)
		for c := max((x-r+high)>>8, 0); c <= min((x+r-high)>>8, b.w-1); c++ {
			off := float64(abs(c<<8+128-x) + high)
			if v := uint32(min(max((radius-off)*(1/math.Sqrt2)+128, 0), 256)); v > 0 {
				p.pixel(line[4*c:4*c+4], v*p.alpha>>8)
			}
		}
	}
}

// SiteAt returns the number of the site at a pixel of the picture, counted from
// 1, or 0: the uppermost symbol, or else the name, or else the smallest ground.
func (p *Picture) SiteAt(x, y float64) int {
	if p.style.Sites.Opacity <= 0 {
		return 0
	}
	reach := (siteRadius + 2*rimWidth) * p.unit
	for i := len(p.sites.at) - 1; i >= 0; i-- {
		px, py := p.view.Pixel(p.sites.at[i])
		if math.Abs(px-x)+math.Abs(py-y) <= reach {
			return i + 1
		}
	}
	if n := p.sites.labels.at(p.view, int(x), int(y)); n > 0 {
		return n
	}
	best, least, w := 0, math.Inf(1), p.view.At(x, y)
	for i, s := range p.scene.Sites {
		if s.Ground == nil || !s.Ground.box.holds(w) {
			continue
		}
		b := s.Ground.box
		if size := (b.MaxX - b.MinX) * (b.MaxY - b.MinY); size <= least && s.Ground.covers(w) {
			best, least = i+1, size
		}
	}
	return best
}

// covers reports whether a point of the plane lies in the outline, by the edges
// the line to the east crosses.
func (o *Outline) covers(w World) bool {
	l, in := &o.levels[0], false
	for r := range len(l.rings) - 1 {
		pts := l.pts[l.rings[r]:l.rings[r+1]]
		for i := 1; i < len(pts); i++ {
			a, b := pts[i-1], pts[i]
			if (a.Y > w.Y) != (b.Y > w.Y) && w.X < a.X+(w.Y-a.Y)*(b.X-a.X)/(b.Y-a.Y) {
				in = !in
			}
		}
	}
	return in
}
