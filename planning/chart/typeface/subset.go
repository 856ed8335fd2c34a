package typeface

import (
	"encoding/binary"
	"slices"
)

// Subset collects the glyphs a document uses and makes a TrueType file of them.
// Glyphs are numbered anew, in the order they are asked for; 0 is the box.
// A Subset belongs to one goroutine at a time.
type Subset struct {
	face   *Face
	number map[uint16]uint16 // by the glyph's number in the face
	glyphs []used
}

// used is a glyph of a subset.
type used struct {
	old     uint16
	advance float64 // em
	text    rune    // 0: not asked for itself, only a part of others
}

// NewSubset makes a subset of a face that holds the box alone.
func NewSubset(f *Face) *Subset {
	return &Subset{face: f, number: map[uint16]uint16{0: 0}, glyphs: []used{{advance: 1}}}
}

// ID returns the number of a character in the subset, which has it from then on.
func (s *Subset) ID(r rune) uint16 {
	g := s.face.Glyph(r)
	n := s.add(g.ID)
	if u := &s.glyphs[n]; u.text == 0 {
		u.advance, u.text = g.Advance, r
	}
	return n
}

func (s *Subset) add(old uint16) uint16 {
	if n, ok := s.number[old]; ok {
		return n
	}
	n := uint16(len(s.glyphs))
	s.number[old] = n
	s.glyphs = append(s.glyphs, used{old: old})
	return n
}

// Characters calls yield for each character asked for, with its number and its
// width in em.
func (s *Subset) Characters(yield func(n int, r rune, advance float64)) {
	for n, u := range s.glyphs {
		if u.text != 0 {
			yield(n, u.text, u.advance)
		}
	}
}

// File makes the TrueType file. Glyphs made of others bring these with them.
func (s *Subset) File() []byte {
	src := tablesOf(s.face.file)
	var glyf, loca, hmtx []byte
	for i := 0; i < len(s.glyphs); i++ { // grows by the parts of glyphs
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		hmtx = append(hmtx, src.metrics(s.glyphs[i].old)...)
		glyf = append(glyf, s.renumbered(src.glyph(s.glyphs[i].old))...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head := slices.Clone(src["head"])
	binary.BigEndian.PutUint32(head[8:], 0) // checksum of the whole, not needed in a document
	binary.BigEndian.PutUint16(head[50:], 1)
	hhea := slices.Clone(src["hhea"])
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(s.glyphs)))
	maxp := slices.Clone(src["maxp"])
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(s.glyphs)))
	return assemble([]table{
		{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}, {"prep", src["prep"]},
	})
}

// The flags of a part of a composite glyph (OpenType specification, glyf).
const (
	wordArguments = 1 << 0
	oneScale      = 1 << 3
	moreParts     = 1 << 5
	twoScales     = 1 << 6
	matrix        = 1 << 7
)

// renumbered returns a glyph's description with the subset's numbers for the
// parts it is made of, which the subset has from then on.
func (s *Subset) renumbered(description []byte) []byte {
	if len(description) < 10 || int16(binary.BigEndian.Uint16(description)) >= 0 {
		return description
	}
	out := slices.Clone(description)
	for at := 10; ; {
		flags := binary.BigEndian.Uint16(out[at:])
		binary.BigEndian.PutUint16(out[at+2:], s.add(binary.BigEndian.Uint16(out[at+2:])))
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&moreParts == 0 {
			return out
		}
	}
}
