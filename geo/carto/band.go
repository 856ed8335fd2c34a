package carto

import (
	"image"
	"math/bits"
)

// group is the number of pixels that share one touched bit.
const group = 16

// band is a rectangle of the picture that one goroutine draws. Its buffers are
// left cleared by whoever used them, and serve again in the next frame.
//
// Coordinates inside are 1/256 pixels from the band's top left corner.
type band struct {
	pix    []byte // of the whole picture
	stride int
	clip   image.Rectangle // in the picture
	w, h   int

	cells  []int32  // signed area per pixel, cellStride to a row
	before []int32  // per row: what lies left of the band
	mask   []uint8  // coverage of lines, cellStride to a row
	marked []uint64 // touched bits, words to a row; of cells or of mask
	words  int
	row0   int // cells or mask rows touched since the last flush: row0 ≤ y < row1
	row1   int
}

// begin aims the band at a rectangle of a picture.
func (b *band) begin(pix []byte, stride int, clip image.Rectangle) {
	b.pix, b.stride, b.clip = pix, stride, clip
	b.w, b.h = clip.Dx(), clip.Dy()
	need := b.cellStride() * b.h
	b.words = b.cellStride()/group/64 + 1
	if len(b.cells) < need {
		b.cells, b.mask = make([]int32, need), make([]uint8, need)
	}
	if len(b.before) < b.h {
		b.before = make([]int32, b.h)
	}
	if len(b.marked) < b.words*b.h {
		b.marked = make([]uint64, b.words*b.h)
	}
	b.row0, b.row1 = b.h, 0
}

// cellStride leaves room for the cell right of the last pixel.
func (b *band) cellStride() int { return (b.w + group) &^ (group - 1) }

// line returns the bytes of one row of the picture inside the band.
func (b *band) line(y int) []byte {
	at := (b.clip.Min.Y+y)*b.stride + 4*b.clip.Min.X
	return b.pix[at : at+4*b.w]
}

// nextMarked returns the first touched group from g on, or -1.
func nextMarked(marked []uint64, g int) int {
	for i := g >> 6; i < len(marked); i++ {
		word := marked[i]
		if i == g>>6 {
			word &= ^uint64(0) << (g & 63)
		}
		if word != 0 {
			return i<<6 + bits.TrailingZeros64(word)
		}
	}
	return -1
}
