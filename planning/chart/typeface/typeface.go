// Package typeface measures and outlines text in the bundled typeface, breaks
// it into lines, and cuts from its files what a document needs.
package typeface

import (
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"zhenjie/assets/fonts"
)

// Face is one weight of the typeface. Its file is parsed at the first glyph,
// which takes less than a millisecond; glyphs are kept. Safe for any goroutine.
type Face struct {
	file   []byte
	parse  sync.Once
	parsed *sfnt.Font

	mu     sync.Mutex
	buffer sfnt.Buffer
	glyphs map[rune]*Glyph
}

// The two weights.
var (
	Regular = newFace(fonts.Regular)
	Bold    = newFace(fonts.Bold)
)

func newFace(file []byte) *Face { return &Face{file: file, glyphs: map[rune]*Glyph{}} }

// Of returns the bold face or the regular one.
func Of(bold bool) *Face {
	if bold {
		return Bold
	}
	return Regular
}

// Glyph is the shape of a character. It must not be changed.
type Glyph struct {
	ID       uint16    // in the font's file
	Advance  float64   // of the pen, in em
	Segments []Segment // in em, y downwards from the baseline

	Left, Top, Right, Bottom float64 // what the segments cover, in em
}

// Segment is a piece of an outline: it begins a contour (MoveTo), or leads on
// from the end of the piece before as a line or a quadratic curve. The last
// point of Points[:n] is its end.
type Segment struct {
	Op     Op
	Points [2][2]float64
}

// Op is the kind of a Segment.
type Op byte

// The kinds of segments, with one, one and two points.
const (
	MoveTo Op = iota
	LineTo
	QuadTo
)

// Glyph returns the shape of a character; that of a box where the typeface has
// none, and an empty one for what is not seen.
func (f *Face) Glyph(r rune) *Glyph {
	f.mu.Lock()
	defer f.mu.Unlock()
	if g := f.glyphs[r]; g != nil {
		return g
	}
	g := f.load(r)
	f.glyphs[r] = g
	return g
}

func (f *Face) load(r rune) *Glyph {
	f.parse.Do(func() {
		parsed, err := sfnt.Parse(f.file)
		if err != nil {
			panic("the bundled typeface: " + err.Error()) // it is part of the program
		}
		f.parsed = parsed
	})
	g := &Glyph{}
	if unseen(r) {
		return g
	}
	id, _ := f.parsed.GlyphIndex(&f.buffer, r)
	g.ID = uint16(id)
	em := f.parsed.UnitsPerEm()
	unit := func(v fixed.Int26_6) float64 { return float64(v) / float64(em) }
	if w, err := f.parsed.GlyphAdvance(&f.buffer, id, fixed.Int26_6(em), font.HintingNone); err == nil {
		g.Advance = unit(w)
	}
	segments, err := f.parsed.LoadGlyph(&f.buffer, id, fixed.Int26_6(em), nil)
	if err != nil {
		return g
	}
	g.Segments = make([]Segment, 0, len(segments))
	for _, s := range segments {
		out := Segment{Op: Op(s.Op)}
		for i := range out.Points {
			out.Points[i] = [2]float64{unit(s.Args[i].X), unit(s.Args[i].Y)}
		}
		g.Segments = append(g.Segments, out)
	}
	box := segments.Bounds()
	g.Left, g.Top, g.Right, g.Bottom = unit(box.Min.X), unit(box.Min.Y), unit(box.Max.X), unit(box.Max.Y)
	return g
}

// unseen reports whether a character only tells how others are written:
// joiners, marks of direction, variation selectors, control characters.
func unseen(r rune) bool {
	switch {
	case r < 0x20, 0x7f <= r && r < 0xa0, r == 0xad, r == 0xfeff:
		return true
	case 0x200b <= r && r <= 0x200f, 0x2028 <= r && r <= 0x202e, 0x2060 <= r && r <= 0x206f:
		return true
	default:
		return 0xfe00 <= r && r <= 0xfe0f || 0xe0000 <= r && r <= 0xe0fff
	}
}

// Width returns the length of a text in em.
func (f *Face) Width(text string) float64 {
	w := 0.0
	for _, r := range text {
		w += f.Glyph(r).Advance
	}
	return w
}
