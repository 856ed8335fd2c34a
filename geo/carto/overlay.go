package carto

import (
	"image"
	"math"

	"zhenjie/geo"
)

// Overlay is what somebody is doing on the map, drawn above everything: lines
// in hand, handles, guides, and short texts beside them.
type Overlay struct {
	Lines  []Line
	Dots   []Dot
	Labels []Label
}

// Line is an open line through places.
type Line struct {
	Points []geo.Point // degrees
	Kind   LineKind
}

// LineKind is what a line of an overlay is.
type LineKind int

// The kinds of lines.
const (
	Draft   LineKind = iota // being drawn
	Guide                   // along which something snaps: dashed
	Measure                 // a distance
)

// Dot marks a place of an overlay.
type Dot struct {
	At   geo.Point
	Kind DotKind
}

// DotKind is what a dot of an overlay is.
type DotKind int

// The kinds of dots.
const (
	Corner  DotKind = iota // that can be taken hold of
	Held                   // selected, or in hand
	Ghost                  // where a corner would be made
	Snapped                // where the pointer has snapped to
)

// Label is a short text beside a place.
type Label struct {
	At   geo.Point
	Text string
	Tip  bool // on a ground of its own, above the place and all that is written there
}

// overlay is an Overlay projected.
type overlay struct {
	lines  [][]World
	kinds  []LineKind
	dots   []World
	marks  []DotKind
	labels []World
	texts  []Label
}

func (o *overlay) set(from Overlay) {
	*o = overlay{}
	for _, l := range from.Lines {
		line := make([]World, 0, len(l.Points))
		for _, p := range l.Points {
			if w := ToWorld(p); w.finite() {
				line = append(line, w)
			}
		}
		o.lines, o.kinds = append(o.lines, line), append(o.kinds, l.Kind)
	}
	for _, d := range from.Dots {
		if w := ToWorld(d.At); w.finite() {
			o.dots, o.marks = append(o.dots, w), append(o.marks, d.Kind)
		}
	}
	for _, l := range from.Labels {
		if w := ToWorld(l.At); w.finite() {
			o.labels, o.texts = append(o.labels, w), append(o.texts, l)
		}
	}
}

// Lengths of the overlay's parts, in units of the screen.
const (
	draftWidth = 2.0
	guideWidth = 1.0
	dash       = 6.0 // and as long a gap
	cornerSize = 4.0
	heldSize   = 5.5
	ghostSize  = 3.0
	snapSize   = 7.0
	labelGap   = 12.0
)

// SetOverlay replaces what is being done on the map.
func (p *Picture) SetOverlay(o Overlay) { p.overlay.set(o) }

func (p *Picture) drawOverlay(b *band) {
	g := p.view.grid(b.clip.Min.X, b.clip.Min.Y)
	for i, line := range p.overlay.lines {
		p.drawLine(b, &g, line, p.overlay.kinds[i])
	}
	for i, w := range p.overlay.dots {
		x, y := g.point(w)
		p.drawDot(b, x, y, p.overlay.marks[i])
	}
}

func (p *Picture) drawLine(b *band, g *grid, line []World, kind LineKind) {
	width, colour := draftWidth, p.style.Hand
	if kind == Guide {
		width, colour = guideWidth, p.style.Guide
	}
	half := width * p.unit * 128
	for i := 1; i < len(line); i++ {
		x0, y0 := g.point(line[i-1])
		x1, y1 := g.point(line[i])
		if kind == Guide {
			b.dashed(x0, y0, x1, y1, half, dash*p.unit*256)
		} else {
			b.stroke(x0, y0, x1, y1, half)
		}
	}
	paint := paintOf(colour)
	b.flushMask(&paint)
}

// mostDashes bounds the pieces of a dashed line; a longer one is drawn whole.
const mostDashes = 2000

// dashed adds a line in pieces of a length, with gaps as long.
func (b *band) dashed(x0, y0, x1, y1 int, half, length float64) {
	dx, dy := float64(x1-x0), float64(y1-y0)
	whole := math.Hypot(dx, dy)
	n := whole / (2 * length)
	if !(n > 0.5) || n > mostDashes {
		b.stroke(x0, y0, x1, y1, half)
		return
	}
	at := func(t float64) (int, int) {
		t = min(t/whole, 1)
		return x0 + int(dx*t), y0 + int(dy*t)
	}
	for t := 0.0; t < whole; t += 2 * length {
		ax, ay := at(t)
		bx, by := at(t + length)
		b.stroke(ax, ay, bx, by, half)
	}
}

func (p *Picture) drawDot(b *band, x, y int, kind DotKind) {
	switch kind {
	case Held:
		b.badge(x, y, heldSize*p.unit, rimWidth*p.unit, p.style.Hand, p.style.Ring)
	case Ghost:
		b.badge(x, y, ghostSize*p.unit, rimWidth*p.unit, p.style.Ring, p.style.Guide)
	case Snapped:
		b.badge(x, y, snapSize*p.unit, rimWidth*p.unit, p.style.Ring, p.style.Hand)
		inner := paintOf(p.style.Hand)
		b.disc(x, y, heldSize*p.unit*256*0.5, &inner)
	default:
		b.badge(x, y, cornerSize*p.unit, rimWidth*p.unit, p.style.Ring, p.style.Hand)
	}
}

// drawOverlayLabels sets the overlay's texts, which belong to the furniture:
// they keep their distance in pixels. A text takes the first of four places
// beside its point where neither another stands nor the name of a site, or else
// where no other does; one without a place is left out.
func (p *Picture) drawOverlayLabels() {
	f := p.font.at(p.px(plainText))
	if f == nil {
		return
	}
	var taken []image.Rectangle
	for i, w := range p.overlay.labels {
		x, y := p.view.Pixel(w)
		if x < 0 || y < 0 || x > float64(p.view.Width) || y > float64(p.view.Height) {
			continue
		}
		text := p.overlay.texts[i].Text
		if p.overlay.texts[i].Tip {
			p.tip(f, int(x), int(y), text)
			continue
		}
		if at, ok := p.roomBeside(int(x), int(y), f.width(text), f.ascent, taken); ok {
			taken = append(taken, at)
			p.label(f, at.Min.X, at.Max.Y, text, p.style.Ink)
		}
	}
}

// roomBeside is where a text stands beside a point.
func (p *Picture) roomBeside(x, y, width, height int, taken []image.Rectangle) (free image.Rectangle, ok bool) {
	for _, at := range p.beside(x, y, width, height) {
		switch {
		case overlaps(at, taken) || !at.In(p.img.Rect):
		case !p.hidesName(at):
			return at, true
		case !ok:
			free, ok = at, true
		}
	}
	return free, ok
}

// tip sets a text above a point on paper, so that it can be read whatever lies
// below; it stays within the picture.
func (p *Picture) tip(f *face, x, y int, text string) {
	pad := p.px(5)
	text = fitting(f, text, p.view.Width-4*pad)
	w, h := f.width(text)+2*pad, f.ascent+p.px(labelFoot)+2*pad
	box := image.Rect(0, 0, w, h).Add(image.Pt(min(max(x-w/2, 0), p.view.Width-w), y-p.px(labelGap)-h))
	if box.Min.Y < 0 {
		box = box.Add(image.Pt(0, y+p.px(labelGap)-box.Min.Y))
	}
	p.keep(box)
	p.rect(box, p.style.Ink)
	p.rect(box.Inset(max(p.px(1), 1)), p.style.Paper)
	f.draw(p.img, box.Min.X+pad, box.Min.Y+pad+f.ascent, text, p.style.Ink, p.style.Paper, 0)
}

// beside are the places of a text beside a point: right and left of it, above
// and below.
func (p *Picture) beside(x, y, width, height int) [4]image.Rectangle {
	gap, up := p.px(labelGap), p.px(labelGap)/2
	box := image.Rect(0, -height, width, 0)
	return [4]image.Rectangle{
		box.Add(image.Pt(x+gap, y-up)), box.Add(image.Pt(x+gap, y+up+height)),
		box.Add(image.Pt(x-gap-width, y-up)), box.Add(image.Pt(x-gap-width, y+up+height)),
	}
}

func overlaps(r image.Rectangle, taken []image.Rectangle) bool {
	for _, t := range taken {
		if r.Inset(-2).Overlaps(t) {
			return true
		}
	}
	return false
}
