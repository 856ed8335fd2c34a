package carto

// hatch is a pattern of diagonal stripes fixed to the map: stripe for stripe
// the same wherever the picture's corner lies.
type hatch struct {
	period  int
	phase   int // of the band's corner, 0 ≤ phase < period
	stripes []uint32
}

// newHatch makes stripes of a width, a period apart along a row, in pixels.
func newHatch(width, period float64) *hatch {
	n := max(int(period+0.5), 2)
	h := &hatch{period: n, stripes: make([]uint32, n)}
	for i := range h.stripes {
		// A stripe crossing pixels diagonally covers them by a tent of their offset.
		d := float64(i)
		if d > float64(n)/2 {
			d = float64(n) - d
		}
		h.stripes[i] = uint32(256 * min(max(width/2+0.5-d, 0), 1))
	}
	return h
}

// aimed returns the pattern for a band of a view.
func (h hatch) aimed(v View, b *band) *hatch {
	h.phase = (v.left + b.clip.Min.X + v.top + b.clip.Min.Y) % h.period
	if h.phase < 0 {
		h.phase += h.period
	}
	return &h
}

// at returns how much of a pixel a stripe covers, 0 … 256.
func (h *hatch) at(x, y int) uint32 { return h.stripes[(x+y+h.phase)%h.period] }
