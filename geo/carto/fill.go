package carto

// A filled area is summed up from its edges: each edge adds, to the cells of
// the pixels it passes, the signed area between itself and the right end of
// the row. Running sums along a row give the winding number times covered
// area; folded, they give the even-odd coverage, so that a bow-tie shows.
// (The accumulation buffer of Raph Levien's font-rs, in whole numbers: sums
// are exact, do not depend on the order of the edges, and may overflow, since
// folding is periodic in a power of two.)
const (
	full    = 256 * 512 // one pixel covered once
	perCell = 512       // a height of 1/256 pixel over a whole pixel
)

// coverage folds a running sum to 0 … 256.
func coverage(sum int32) uint32 {
	v := uint32(sum) & (2*full - 1)
	if v > full {
		v = 2*full - v
	}
	return v >> 9
}

// edge adds the edge between two points in 1/256 pixels. What it adds to a
// cell depends on differences between the two points alone, not on the band.
func (b *band) edge(x0, y0, x1, y1 int) {
	if y0 == y1 {
		return
	}
	sign := 1
	if y0 > y1 {
		x0, y0, x1, y1, sign = x1, y1, x0, y0, -1
	}
	top, bottom := max(y0, 0), min(y1, b.h<<8)
	if top >= bottom || min(x0, x1) >= b.w<<8 {
		return
	}
	b.row0, b.row1 = min(b.row0, top>>8), max(b.row1, (bottom+255)>>8)
	if max(x0, x1) <= 0 {
		b.leftOf(top, bottom, sign)
		return
	}
	slope := float64(x1-x0) / float64(y1-y0)
	xa := x0
	if top > y0 {
		xa += int(float64(top-y0) * slope)
	}
	for y := top; y < bottom; {
		next := min((y>>8+1)<<8, bottom)
		xb := x1
		if next < y1 {
			xb = x0 + int(float64(next-y0)*slope)
		}
		b.part(y>>8, xa, xb, next-y, sign)
		xa, y = xb, next
	}
}

// leftOf adds an edge that passes left of the band: every pixel of its rows
// lies right of it.
func (b *band) leftOf(top, bottom, sign int) {
	for y := top; y < bottom; {
		next := min((y>>8+1)<<8, bottom)
		b.before[y>>8] += int32(sign * (next - y) * perCell)
		y = next
	}
}

// part adds a piece of an edge within one row: from xa down to xb over a
// height of dy.
func (b *band) part(row, xa, xb, dy, sign int) {
	if xa > xb {
		xa, xb = xb, xa // the area left of it in each column is the same upside down
	}
	ca, cb := xa>>8, xb>>8
	if xb <= 0 {
		b.before[row] += int32(sign * dy * perCell)
		return
	}
	if ca == cb || xb == (ca+1)<<8 {
		b.cell(row, ca, sign*dy, xa-ca<<8+xb-ca<<8)
		return
	}
	if ca >= b.w {
		return
	}
	// Across several columns the height is shared out by where the edge
	// crosses each border, counted from the edge's own end.
	share := float64(dy) / float64(xb-xa)
	done := 0
	c := ca
	if c < 0 {
		done = int(float64(-xa) * share)
		b.before[row] += int32(sign * done * perCell)
		c = 0
	}
	last := min(cb, b.w-1)
	for ; c <= last; c++ {
		left, right := max(xa-c<<8, 0), min(xb-c<<8, 256)
		upTo := dy
		if c < cb {
			upTo = int(float64((c+1)<<8-xa) * share)
		}
		b.cell(row, c, sign*(upTo-done), left+right)
		done = upTo
	}
}

// cell adds to the pixel in column c a piece of height dy whose two ends lie,
// together, at 0 … 512 from its left side.
func (b *band) cell(row, c, dy, ends int) {
	if c >= b.w || dy == 0 {
		return
	}
	at := row*b.cellStride() + c
	cells := b.cells[at : at+2]
	cells[0] += int32(dy * (perCell - ends))
	cells[1] += int32(dy * ends)
	marked := b.marked[row*b.words : row*b.words+b.words]
	g := c / group
	marked[g>>6] |= 1 << (g & 63)
	g = (c + 1) / group
	marked[g>>6] |= 1 << (g & 63)
}

// flushFill blends what the edges since the last flush enclose.
func (b *band) flushFill(p *paint, h *hatch) {
	for y := b.row0; y < b.row1; y++ {
		b.flushRow(y, p, h)
	}
	b.row0, b.row1 = b.h, 0
}

func (b *band) flushRow(y int, p *paint, h *hatch) {
	sum := b.before[y]
	b.before[y] = 0
	marked := b.marked[y*b.words : (y+1)*b.words]
	stride := b.cellStride()
	cells := b.cells[y*stride : (y+1)*stride]
	line := b.line(y)
	x := 0
	for g := nextMarked(marked, 0); g >= 0; g = nextMarked(marked, g+1) {
		b.run(line, y, x, min(g*group, b.w), coverage(sum), p, h)
		end := (g + 1) * group
		for x = g * group; x < end; x++ {
			sum += cells[x]
			cells[x] = 0
			if x >= b.w {
				continue
			}
			if c := coverage(sum); c != 0 {
				if h != nil {
					c = c * h.at(x, y) >> 8
				}
				p.pixel(line[4*x:4*x+4], c*p.alpha>>8)
			}
		}
	}
	clear(marked)
	b.run(line, y, x, b.w, coverage(sum), p, h)
}

// run blends a run of pixels of the same coverage.
func (b *band) run(line []byte, y, x0, x1 int, c uint32, p *paint, h *hatch) {
	switch {
	case c == 0 || x0 >= x1:
	case h == nil:
		p.span(line[4*x0:4*x1], c)
	default:
		for x := x0; x < x1; x++ {
			if a := c * h.at(x, y) >> 8; a != 0 {
				p.pixel(line[4*x:4*x+4], a*p.alpha>>8)
			}
		}
	}
}
