package carto

import "image/color"

// Sizes of places and handles, in units of the screen.
const (
	placeRadius    = 5.0
	selectedRadius = 7.5
	handleRadius   = 3.0
	rimWidth       = 1.5
	handleSpacing  = 28.0 // handles nearer to each other than this are left out
)

// disc blends a disc over the band's pixels; lengths are in 1/256 pixels.
func (b *band) disc(x, y int, radius float64, p *paint) {
	r := int(radius) + 256
	for row := max((y-r)>>8, 0); row <= min((y+r)>>8, b.h-1); row++ {
		line := b.line(row)
		for c := max((x-r)>>8, 0); c <= min((x+r)>>8, b.w-1); c++ {
			if v := disc(c<<8+128-x, row<<8+128-y, radius); v > 0 {
				p.pixel(line[4*c:4*c+4], v*p.alpha>>8)
			}
		}
	}
}

// badge blends a disc with a rim round it.
func (b *band) badge(x, y int, radius, rim float64, fill, edge color.NRGBA) {
	outer, inner := paintOf(edge), paintOf(fill)
	b.disc(x, y, (radius+rim)*256, &outer)
	b.disc(x, y, radius*256, &inner)
}

// drawPlaces draws the places, the selected one last and larger.
func (p *Picture) drawPlaces(b *band) {
	g := p.view.grid(b.clip.Min.X, b.clip.Min.Y)
	for i := range p.places {
		if i+1 != p.scene.Selected {
			p.drawPlace(b, &g, i, placeRadius)
		}
	}
	if i := p.scene.Selected - 1; i >= 0 && i < len(p.places) {
		p.drawPlace(b, &g, i, selectedRadius)
	}
}

func (p *Picture) drawPlace(b *band, g *grid, i int, radius float64) {
	if !p.places[i].finite() {
		return
	}
	colour := p.style.Mild
	if p.scene.Places[i].Severe {
		colour = p.style.Severe
	}
	x, y := g.point(p.places[i])
	b.badge(x, y, radius*p.unit, rimWidth*p.unit, colour, p.style.Ring)
	if radius == selectedRadius {
		inner := paintOf(p.style.Ring)
		b.disc(x, y, radius*p.unit*256*0.4, &inner)
	}
}

// drawHandles draws the vertices of outlines whose vertices are far enough
// apart on the screen, chunk by chunk: a matter of scale and not of what is in
// view, so that scrolling does not change it.
func (p *Picture) drawHandles(b *band) {
	for _, a := range p.scene.Areas {
		if a.Role != Extent && a.Role != Core {
			continue
		}
		l := &a.Outline.levels[0]
		line := p.style.Areas[a.Role].Line
		if line.A == 0 {
			continue // the area is hidden
		}
		g, clip := p.view.grid(b.clip.Min.X, b.clip.Min.Y), p.view.world(b, 2*handleRadius*p.unit+2)
		for i := range l.chunks {
			c := &l.chunks[i]
			spacing := float64(c.length) / float64(c.to-c.from) * p.view.scale
			if spacing < handleSpacing*p.unit || c.box.contact(clip) != meets {
				continue
			}
			for _, pt := range l.pts[c.from:c.to] {
				x, y := g.point(pt)
				b.badge(x, y, handleRadius*p.unit, rimWidth*p.unit, p.style.Ring, line)
			}
		}
	}
}

// PlaceAt returns the number of the place drawn at a pixel of the picture,
// counted from 1, or 0. Of several the uppermost is meant.
func (p *Picture) PlaceAt(x, y float64) int {
	if s := p.scene.Selected; s > 0 && s <= len(p.places) && p.hits(s-1, selectedRadius, x, y) {
		return s
	}
	for i := len(p.places) - 1; i >= 0; i-- {
		if p.hits(i, placeRadius, x, y) {
			return i + 1
		}
	}
	return 0
}

func (p *Picture) hits(i int, radius, x, y float64) bool {
	px, py := p.view.Pixel(p.places[i])
	reach := (radius + 2*rimWidth) * p.unit
	dx, dy := px-x, py-y
	return dx*dx+dy*dy <= reach*reach
}
