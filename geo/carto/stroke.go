package carto

import "math"

// A line is a coverage mask: every piece adds what it covers, up to a whole
// pixel, and the mask is blended once, so that a line crossing itself is no
// darker there. A piece is drawn column by column, or row by row when steep,
// each weighted by how much of it the piece passes; pieces shorter than a
// pixel add up to a whole line.

// stroke adds the line between two points in 1/256 pixels; half is half its
// width. What it adds to a pixel depends on differences between the two points
// alone, not on the band.
func (b *band) stroke(x0, y0, x1, y1 int, half float64) {
	dx, dy := x1-x0, y1-y0
	if abs(dx) >= abs(dy) {
		if dx < 0 {
			x0, y0, x1, y1 = x1, y1, x0, y0
		}
		if x0 != x1 {
			b.flat(x0, y0, x1, y1, half)
		}
		return
	}
	if dy < 0 {
		x0, y0, x1, y1 = x1, y1, x0, y0
	}
	b.steep(x0, y0, x1, y1, half)
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

// reach returns the part of 0 … n−1 a piece from a to b passes, in pixels.
func reach(a, b, n int) (first, last int) {
	return max(a>>8, 0), min((b-1)>>8, n-1)
}

// flat draws a piece column by column; x0 < x1.
func (b *band) flat(x0, y0, x1, y1 int, half float64) {
	slope := float64(y1-y0) / float64(x1-x0)
	thick := int(half * math.Sqrt(1+slope*slope))
	lowest, highest := min(y0, y1)-thick, max(y0, y1)+thick
	if highest <= 0 || lowest >= b.h<<8 {
		return
	}
	first, last := reach(x0, x1, b.w)
	stride := b.cellStride()
	lo, hi := b.h, -1 // rows reached since the last group of columns began
	for c := first; c <= last; c++ {
		from, to := max(c<<8, x0), min((c+1)<<8, x1)
		middle := y0 + int(float64(from+to-2*x0)*0.5*slope)
		top, bottom := middle-thick, middle+thick
		begin, end := max(top>>8, 0), min((bottom-1)>>8, b.h-1)
		lo, hi = min(lo, begin), max(hi, end)
		at := begin*stride + c
		for r := begin; r <= end; r++ {
			b.add(at, (to-from)*(min(bottom, (r+1)<<8)-max(top, r<<8)))
			at += stride
		}
		if c == last || (c+1)%group == 0 {
			b.markRows(c/group, lo, hi)
			lo, hi = b.h, -1
		}
	}
}

// markRows marks a group of columns in some rows; none if hi < lo.
func (b *band) markRows(g, lo, hi int) {
	if hi < lo {
		return
	}
	at, bit := lo*b.words+g>>6, uint64(1)<<(g&63)
	for range hi - lo + 1 {
		b.marked[at] |= bit
		at += b.words
	}
	b.row0, b.row1 = min(b.row0, lo), max(b.row1, hi+1)
}

// steep draws a piece row by row; y0 < y1.
func (b *band) steep(x0, y0, x1, y1 int, half float64) {
	slope := float64(x1-x0) / float64(y1-y0)
	thick := int(half * math.Sqrt(1+slope*slope))
	leftmost, rightmost := min(x0, x1)-thick, max(x0, x1)+thick
	if rightmost <= 0 || leftmost >= b.w<<8 {
		return
	}
	first, last := reach(y0, y1, b.h)
	stride := b.cellStride()
	for r := first; r <= last; r++ {
		from, to := max(r<<8, y0), min((r+1)<<8, y1)
		middle := x0 + int(float64(from+to-2*y0)*0.5*slope)
		left, right := middle-thick, middle+thick
		begin, end := max(left>>8, 0), min((right-1)>>8, b.w-1)
		if begin > end {
			continue
		}
		for c := begin; c <= end; c++ {
			b.add(r*stride+c, (to-from)*(min(right, (c+1)<<8)-max(left, c<<8)))
		}
		for g := begin / group; g <= end/group; g++ {
			b.markRows(g, r, r)
		}
	}
}

// add adds a coverage, 0 … 65536, to a pixel of the mask.
func (b *band) add(at, cover int) {
	m := &b.mask[at]
	*m = uint8(min(int(*m)+(cover*255+32768)>>16, 255))
}

// dot adds a disc to the mask: where lines meet at an angle, and for rings too
// small to have a line. It covers, it does not add up.
func (b *band) dot(x, y int, radius float64) {
	r := int(radius) + 256
	x0, x1 := max((x-r)>>8, 0), min((x+r)>>8, b.w-1)
	y0, y1 := max((y-r)>>8, 0), min((y+r)>>8, b.h-1)
	for row := y0; row <= y1; row++ {
		for c := x0; c <= x1; c++ {
			if v := disc(c<<8+128-x, row<<8+128-y, radius); v > 0 {
				at := &b.mask[row*b.cellStride()+c]
				*at = max(*at, uint8(min(v, 255)))
				b.markRows(c/group, row, row)
			}
		}
	}
}

// disc returns how much, 0 … 256, a disc covers of the pixel whose middle is
// off its own middle by dx, dy. All lengths are in 1/256 pixels.
func disc(dx, dy int, radius float64) uint32 {
	inside := radius + 128 - math.Sqrt(float64(dx*dx+dy*dy))
	return uint32(min(max(inside, 0), 256))
}

// flushMask blends the lines drawn since the last flush.
func (b *band) flushMask(p *paint) {
	stride := b.cellStride()
	for y := b.row0; y < b.row1; y++ {
		marked := b.marked[y*b.words : (y+1)*b.words]
		line := b.line(y)
		mask := b.mask[y*stride : (y+1)*stride]
		for g := nextMarked(marked, 0); g >= 0; g = nextMarked(marked, g+1) {
			for x := g * group; x < min((g+1)*group, b.w); x++ {
				if m := uint32(mask[x]); m != 0 {
					mask[x] = 0
					p.pixel(line[4*x:4*x+4], (m+m>>7)*p.alpha>>8)
				}
			}
		}
		clear(marked)
	}
	b.row0, b.row1 = b.h, 0
}
