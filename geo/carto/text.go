package carto

import (
	"image"
	"image/color"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// Font is a TrueType or OpenType font and the masks of the glyphs used so far.
// The file is parsed at the first label. Text set in a nil Font, or in a file
// that cannot be read, is left out: a map without labels is still a map.
//
// A Font belongs to one goroutine at a time.
type Font struct {
	data   []byte
	parse  sync.Once
	parsed *opentype.Font
	faces  map[int]*face
}

// NewFont makes a font of a file's bytes, which it keeps and does not change.
func NewFont(file []byte) *Font { return &Font{data: file, faces: map[int]*face{}} }

// face is a font at one size.
type face struct {
	face   font.Face
	glyphs map[glyphKey]*glyph
	ascent int // pixels from the baseline to the top of capitals and digits
}

// A glyph is kept at four horizontal places within a pixel, which keeps small
// text evenly spaced.
const places = 4

type glyphKey struct {
	r     rune
	place int
	halo  int // pixels by which it is swollen
}

type glyph struct {
	mask []uint8
	rect image.Rectangle // from the pixel the glyph's origin lies in
}

// at returns the font at a size in pixels, or nil if there is none.
func (f *Font) at(size int) *face {
	if f == nil || size <= 0 {
		return nil
	}
	f.parse.Do(func() { f.parsed, _ = opentype.Parse(f.data) })
	if f.parsed == nil {
		return nil
	}
	if made := f.faces[size]; made != nil {
		return made
	}
	sized, err := opentype.NewFace(f.parsed, &opentype.FaceOptions{Size: float64(size), DPI: 72})
	if err != nil {
		return nil
	}
	made := &face{face: sized, glyphs: map[glyphKey]*glyph{}}
	if b, _, ok := sized.GlyphBounds('0'); ok {
		made.ascent = (-b.Min.Y).Round()
	}
	f.faces[size] = made
	return made
}

// width returns the length of a text in pixels.
func (f *face) width(s string) int {
	if f == nil {
		return 0
	}
	return font.MeasureString(f.face, s).Ceil()
}

// draw sets a text with its baseline beginning at x, y. halo is the width of
// the rim round the letters in pixels, 0 for none.
func (f *face) draw(dst *image.RGBA, x, y int, s string, ink color.NRGBA, rim color.NRGBA, halo int) {
	if f == nil {
		return
	}
	if halo > 0 {
		f.pass(dst, x, y, s, paintOf(rim), halo)
	}
	f.pass(dst, x, y, s, paintOf(ink), 0)
}

func (f *face) pass(dst *image.RGBA, x, y int, s string, p paint, halo int) {
	at := fixed.I(x)
	for _, r := range s {
		place := int(at&63) * places / 64
		if g := f.glyph(glyphKey{r, place, halo}); g != nil {
			g.blend(dst.Pix, dst.Stride, dst.Rect, at.Floor(), y, &p)
		}
		if advance, ok := f.face.GlyphAdvance(r); ok {
			at += advance
		}
	}
}

func (f *face) glyph(k glyphKey) *glyph {
	if g, ok := f.glyphs[k]; ok {
		return g
	}
	g := f.rasterise(k)
	f.glyphs[k] = g
	return g
}

func (f *face) rasterise(k glyphKey) *glyph {
	if k.halo > 0 {
		return f.glyph(glyphKey{k.r, k.place, 0}).swollen(k.halo)
	}
	rect, src, from, _, ok := f.face.Glyph(fixed.Point26_6{X: fixed.Int26_6(k.place * 64 / places)}, k.r)
	if !ok || rect.Empty() {
		return &glyph{}
	}
	g := &glyph{mask: make([]uint8, rect.Dx()*rect.Dy()), rect: rect}
	for y := range rect.Dy() {
		for x := range rect.Dx() {
			_, _, _, a := src.At(from.X+x, from.Y+y).RGBA()
			g.mask[y*rect.Dx()+x] = uint8(a >> 8)
		}
	}
	return g
}

// swollen returns the glyph grown by some pixels on every side, with round
// corners.
func (g *glyph) swollen(by int) *glyph {
	if g.rect.Empty() {
		return g
	}
	out := &glyph{rect: g.rect.Inset(-by)}
	w, h := out.rect.Dx(), out.rect.Dy()
	out.mask = make([]uint8, w*h)
	for y := range g.rect.Dy() {
		for x := range g.rect.Dx() {
			m := uint32(g.mask[y*g.rect.Dx()+x])
			for dy := -by; m != 0 && dy <= by; dy++ {
				for dx := -by; dx <= by; dx++ {
					at := &out.mask[(y+by+dy)*w+x+by+dx]
					*at = max(*at, uint8(m*min(disc(dx*256, dy*256, float64(by)*256), 255)/255))
				}
			}
		}
	}
	return out
}

// blend sets the glyph in a rectangle of a picture whose rows begin stride bytes
// apart.
func (g *glyph) blend(pix []byte, stride int, clip image.Rectangle, x, y int, p *paint) {
	rect := g.rect.Add(image.Pt(x, y)).Intersect(clip)
	for py := rect.Min.Y; py < rect.Max.Y; py++ {
		row := (py - y - g.rect.Min.Y) * g.rect.Dx()
		for px := rect.Min.X; px < rect.Max.X; px++ {
			if m := uint32(g.mask[row+px-x-g.rect.Min.X]); m != 0 {
				at := py*stride + 4*px
				p.pixel(pix[at:at+4], (m+m>>7)*p.alpha>>8)
			}
		}
	}
}
