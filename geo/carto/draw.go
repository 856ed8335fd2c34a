package carto

// contact says where a chunk lies with regard to a rectangle.
type contact int

const (
	apart contact = iota // above, below or right of it: of no concern to a fill
	left                 // left of it: a fill sees one edge only
	meets
)

func (c Box) contact(clip Box) contact {
	switch {
	case c.MinX > clip.MaxX || c.MinY > clip.MaxY || c.MaxY < clip.MinY:
		return apart
	case c.MaxX < clip.MinX:
		return left
	default:
		return meets
	}
}

// world returns the band's rectangle in the plane, grown by some pixels.
func (v View) world(b *band, grow float64) Box {
	c := b.clip
	nw := v.At(float64(c.Min.X)-grow, float64(c.Min.Y)-grow)
	se := v.At(float64(c.Max.X)+grow, float64(c.Max.Y)+grow)
	return Box{nw.X, se.Y, se.X, nw.Y}
}

// fillOutline adds an outline's edges to the band.
func (b *band) fillOutline(o *Outline, v View) {
	l, f, clip := o.at(v.scale), v.grid(b.clip.Min.X, b.clip.Min.Y), v.world(b, 2)
	for i := range l.chunks {
		c := &l.chunks[i]
		switch c.box.contact(clip) {
		case left:
			x0, y0 := f.point(l.pts[c.from])
			x1, y1 := f.point(l.pts[c.to])
			b.edge(min(x0, 0), y0, min(x1, 0), y1)
		case meets:
			x0, y0 := f.point(l.pts[c.from])
			for _, p := range l.pts[c.from+1 : c.to+1] {
				x1, y1 := f.point(p)
				b.edge(x0, y0, x1, y1)
				x0, y0 = x1, y1
			}
		}
	}
}

// strokeOutline adds an outline's line to the band; width is in pixels.
func (b *band) strokeOutline(o *Outline, v View, width float64) {
	l, f, clip := o.at(v.scale), v.grid(b.clip.Min.X, b.clip.Min.Y), v.world(b, width+2)
	half := width * 128
	for i := range l.chunks {
		if c := &l.chunks[i]; c.box.contact(clip) == meets {
			b.strokeChunk(l, c, &f, half)
		}
	}
}

func (b *band) strokeChunk(l *level, c *chunk, f *grid, half float64) {
	x, y := f.point(l.pts[c.before])
	x0, y0 := f.point(l.pts[c.from])
	inX, inY := x0-x, y0-y
	var joints [chunkEdges][2]int
	n := 0
	for _, p := range l.pts[c.from+1 : c.to+1] {
		x1, y1 := f.point(p)
		dx, dy := x1-x0, y1-y0
		b.stroke(x0, y0, x1, y1, half)
		if needsDot(inX, inY, dx, dy, half) {
			joints[n] = [2]int{x0, y0}
			n++
		}
		x0, y0, inX, inY = x1, y1, dx, dy
	}
	for _, at := range joints[:n] { // after the lines, so that these do not add to them
		b.dot(at[0], at[1], half)
	}
}

// needsDot reports whether the line's outer corner between two edges would be
// notched: the edges are drawn with ends cut straight along a column or row.
func needsDot(inX, inY, outX, outY int, half float64) bool {
	if outX == 0 && outY == 0 {
		return inX == 0 && inY == 0 // a ring shrunk to a point
	}
	const visible = 160 // half of a line 1.25 pixels wide
	if half < visible || abs(inX)+abs(inY) < 256 || abs(outX)+abs(outY) < 256 {
		return false
	}
	if (abs(inX) >= abs(inY)) != (abs(outX) >= abs(outY)) {
		return true
	}
	ax, ay, bx, by := float64(inX), float64(inY), float64(outX), float64(outY)
	turn, along := ax*by-ay*bx, ax*bx+ay*by
	return along < 0 || turn*turn > along*along/3 // more than 30°
}
