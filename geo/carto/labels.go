package carto

import (
	"image"
	"math"

	"golang.org/x/image/math/fixed"
)

// Names of sites are part of the map and move with it: where each stands is
// settled once a scale, for all of them, whether in view or not, so that a
// scrolled picture equals a fresh one. They are set before the bands are drawn,
// because a Font belongs to one goroutine.

// labels are the names that have found room, by their sites.
type labels struct {
	key    labelKey
	placed []placedLabel
	texts  map[string]*setText
}

// labelKey is what the places of labels depend on, besides the sites.
type labelKey struct {
	anchor World
	scale  float64
	unit   float64
	font   *Font
}

// placedLabel is a name with the box it takes, in pixels from the view's anchor.
type placedLabel struct {
	site int
	text *setText
	box  image.Rectangle
}

// setText is a text whose glyphs have been found.
type setText struct {
	glyphs []setGlyph
	width  int
}

type setGlyph struct {
	ink, halo *glyph
	x         int
}

func (l *labels) forget() { l.key = labelKey{} }

// set finds the glyphs of a text, with a halo of some pixels.
func (f *face) set(s string, halo int) *setText {
	var t setText
	at := fixed.Int26_6(0)
	for _, r := range s {
		place := int(at&63) * places / 64
		t.glyphs = append(t.glyphs, setGlyph{f.glyph(glyphKey{r, place, 0}), f.glyph(glyphKey{r, place, halo}), at.Floor()})
		if advance, ok := f.face.GlyphAdvance(r); ok {
			at += advance
		}
	}
	t.width = at.Ceil()
	return &t
}

// draw sets the text in a band; x is its left end and y its baseline, in pixels
// of the picture.
func (t *setText) draw(b *band, x, y int, ink, rim *paint) {
	for _, g := range t.glyphs {
		g.halo.blend(b.pix, b.stride, b.clip, x+g.x, y, rim)
	}
	for _, g := range t.glyphs {
		g.ink.blend(b.pix, b.stride, b.clip, x+g.x, y, ink)
	}
}

func (p *Picture) drawSiteNames(b *band) {
	look := p.style.Sites
	ink, rim := paintOf(faded(p.style.Ink, look.Opacity)), paintOf(faded(p.style.Halo, look.Opacity))
	corner := image.Pt(p.view.left, p.view.top)
	for i := range p.sites.labels.placed {
		l := &p.sites.labels.placed[i]
		// Letters may reach a little out of the box.
		if box := l.box.Sub(corner); box.Inset(-box.Dy()).Overlaps(b.clip) {
			l.text.draw(b, box.Min.X+p.halo(), box.Max.Y-p.halo()-p.px(labelFoot), &ink, &rim)
		}
	}
}

func (p *Picture) halo() int { return max(p.px(1.75), 1) }

// labelFoot is how far letters reach below the baseline, in units of the screen.
const labelFoot = 3.0

// placeLabels gives the names of sites room, in the order of the sites: the first
// of four places beside the symbol where no other name and no symbol stands. A
// name without a place is left out.
func (p *Picture) placeLabels() {
	l := &p.sites.labels
	key := labelKey{p.view.anchor, p.view.scale, p.unit, p.font}
	if l.key == key || len(p.scene.Sites) == 0 {
		return
	}
	if l.key.unit != key.unit || l.key.font != key.font {
		l.texts = nil
	}
	l.key, l.placed = key, l.placed[:0]
	f := p.font.at(p.px(plainText))
	if f == nil {
		return
	}
	room := crowd{}
	radius := p.px(siteRadius)
	for i := range p.sites.at {
		if at, ok := p.fromAnchor(i); ok {
			room.add(image.Rectangle{at, at}.Inset(-radius), i)
		}
	}
	texts := make(map[string]*setText, len(p.scene.Sites))
	for i, s := range p.scene.Sites {
		at, ok := p.fromAnchor(i)
		if !ok || s.Name == "" {
			continue
		}
		text := l.texts[s.Name]
		if text == nil {
			text = f.set(fitting(f, s.Name, p.px(longestName)), p.halo())
		}
		texts[s.Name] = text
		for _, box := range p.roundSymbol(at, text.width, f.ascent) {
			if room.free(box, i) {
				room.add(box, -1)
				l.placed = append(l.placed, placedLabel{i, text, box})
				break
			}
		}
	}
	l.texts = texts
}

// longestName is how wide a name may be before it is shortened.
const longestName = 180.0

// fromAnchor is where a site lies in whole pixels from the view's anchor.
func (p *Picture) fromAnchor(i int) (at image.Point, ok bool) {
	x, y := (p.sites.at[i].X-p.view.anchor.X)*p.view.scale, (p.view.anchor.Y-p.sites.at[i].Y)*p.view.scale
	const far = 1 << 30 // pixels; nobody scrolls there
	if !(math.Abs(x) < far && math.Abs(y) < far) {
		return at, false
	}
	return image.Pt(int(math.Floor(x)), int(math.Floor(y))), true
}

// roundSymbol are the boxes of a name beside a symbol: right, left, above, below.
func (p *Picture) roundSymbol(at image.Point, width, ascent int) [4]image.Rectangle {
	gap, halo, foot := p.px(siteGap), p.halo(), p.px(labelFoot)
	w, h := width+2*halo, ascent+foot+2*halo
	box := image.Rect(0, 0, w, h)
	up := h / 2
	return [4]image.Rectangle{
		box.Add(at.Add(image.Pt(gap, -up))), box.Add(at.Add(image.Pt(-gap-w, -up))),
		box.Add(at.Add(image.Pt(-w/2, -gap-h+halo))), box.Add(at.Add(image.Pt(-w/2, gap-halo))),
	}
}

// at returns the number of the site whose name stands at a pixel, counted from
// 1, or 0.
func (l *labels) at(v View, x, y int) int {
	at := image.Pt(x+v.left, y+v.top)
	for i := len(l.placed) - 1; i >= 0; i-- {
		if at.In(l.placed[i].box) {
			return l.placed[i].site + 1
		}
	}
	return 0
}

// hidesName reports whether the name of a site stands in a rectangle of the
// picture.
func (p *Picture) hidesName(r image.Rectangle) bool {
	if p.style.Sites.Opacity <= 0 {
		return false
	}
	r = r.Add(image.Pt(p.view.left, p.view.top))
	for i := range p.sites.labels.placed {
		if p.sites.labels.placed[i].box.Overlaps(r) {
			return true
		}
	}
	return false
}

// crowd is a set of boxes, each with its owner, to be asked for room.
type crowd map[image.Point][]owned

type owned struct {
	box   image.Rectangle
	owner int
}

// crowdCell is the side of the cells boxes are looked up by, in pixels.
const crowdCell = 96

func (c crowd) cells(box image.Rectangle, visit func(image.Point) bool) bool {
	for y := floorDiv(box.Min.Y, crowdCell); y <= floorDiv(box.Max.Y, crowdCell); y++ {
		for x := floorDiv(box.Min.X, crowdCell); x <= floorDiv(box.Max.X, crowdCell); x++ {
			if !visit(image.Pt(x, y)) {
				return false
			}
		}
	}
	return true
}

func (c crowd) add(box image.Rectangle, owner int) {
	c.cells(box, func(cell image.Point) bool {
		c[cell] = append(c[cell], owned{box, owner})
		return true
	})
}

// free reports whether a box meets none but its owner's.
func (c crowd) free(box image.Rectangle, owner int) bool {
	return c.cells(box, func(cell image.Point) bool {
		for _, o := range c[cell] {
			if o.owner != owner && o.box.Overlaps(box) {
				return false
			}
		}
		return true
	})
}

func floorDiv(a, b int) int { return int(math.Floor(float64(a) / float64(b))) }
