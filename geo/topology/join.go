package topology

import (
	"slices"
)

const (
	// boxTests is how many boxes may be compared for each corner before the sweep
	// takes over. Outlines need 7, narrow spirals 14, a chessboard of parcels 30.
	boxTests = 40

	// enough crossings have been found to stop looking for more.
	enough = 4096
)

// joinBoxes finds all contacts, and the innermost ring round each ring, by
// comparing boxes. It gives up and reports false when the boxes say too little,
// as those of long slanted neighbours do.
func (c *checker) joinBoxes() bool {
	c.budget = boxTests*len(c.pts) + 5000
	for i := range c.rings {
		c.ringTree(&c.rings[i])
	}
	for i := range c.rings {
		r := &c.rings[i]
		c.within(r, r.tree.top, 0)
	}
	c.pairRings()
	return c.budget >= 0
}

// exhausted reports whether the search has to end. There are at most as many
// touches as corners unless corners lie on each other in heaps.
func (c *checker) exhausted() bool {
	if len(c.crossings) >= enough || len(c.touches) > 4*len(c.pts)+1000 {
		c.budget = -1
	}
	return c.budget < 0
}

// within finds the contacts of a ring's edges below one box.
func (c *checker) within(r *ring, level int, i int32) {
	if level == 0 {
		c.withinRun(r, i)
		return
	}
	t := &r.tree
	boxes := c.boxes[t.at[level-1]:t.at[level]]
	lo, hi := i*fan, min(i*fan+fan, int32(len(boxes)))
	for a := lo; a < hi && !c.exhausted(); a++ {
		c.within(r, level-1, a)
		c.budget -= int(hi - a)
		for b := a + 1; b < hi; b++ {
			if boxes[a].meets(&boxes[b]) {
				c.between(r, level-1, a, r, level-1, b)
			}
		}
	}
}

func (c *checker) withinRun(r *ring, i int32) {
	lo := r.lo + i*fan
	hi := min(lo+fan, r.hi)
	c.budget -= int(hi-lo) * int(hi-lo) / 2
	for e := lo; e < hi; e++ {
		b := boxOf(c.pts[e], c.pts[e+1])
		for f := e + 2; f < hi; f++ {
			if o := boxOf(c.pts[f], c.pts[f+1]); b.meets(&o) {
				c.test(r, e, r, f)
			}
		}
	}
}

// between finds the contacts of the edges below two boxes that meet.
func (c *checker) between(ra *ring, la int, i int32, rb *ring, lb int, j int32) {
	if c.exhausted() {
		return
	}
	if la == 0 && lb == 0 {
		c.betweenRuns(ra, i, rb, j)
		return
	}
	if la < lb {
		ra, la, i, rb, lb, j = rb, lb, j, ra, la, i
	}
	other := c.boxes[rb.tree.at[lb]+j]
	la--
	children := c.boxes[ra.tree.at[la]:ra.tree.at[la+1]]
	lo, hi := i*fan, min(i*fan+fan, int32(len(children)))
	c.budget -= int(hi - lo)
	for k := lo; k < hi; k++ {
		if children[k].meets(&other) {
			c.between(ra, la, k, rb, lb, j)
		}
	}
}

func (c *checker) betweenRuns(ra *ring, i int32, rb *ring, j int32) {
	a, b := ra.lo+i*fan, rb.lo+j*fan
	aEnd, bEnd := min(a+fan, ra.hi), min(b+fan, rb.hi)
	other := c.boxes[rb.tree.at[0]+j]
	c.budget -= int(aEnd - a)
	for e := a; e < aEnd; e++ {
		box := boxOf(c.pts[e], c.pts[e+1])
		if !box.meets(&other) {
			continue
		}
		c.budget -= int(bEnd - b)
		for f := b; f < bEnd; f++ {
			if o := boxOf(c.pts[f], c.pts[f+1]); box.meets(&o) {
				c.test(ra, e, rb, f)
			}
		}
	}
}

// few rings are compared each with each; more get a tree.
const few = 8

// pairRings compares every two rings whose boxes meet.
func (c *checker) pairRings() {
	n := len(c.rings)
	if n <= few {
		for i := range n {
			for j := i + 1; j < n; j++ {
				if c.rings[i].box.meets(&c.rings[j].box) {
					c.pair(int32(i), int32(j))
				}
			}
		}
		return
	}
	order, t := c.shapeTree()
	for k, i := range order {
		c.search(&t, t.top, 0, &c.rings[i].box, func(m int32) bool {
			if int(m) > k {
				c.pair(i, order[m])
			}
			return !c.exhausted()
		})
	}
}

// shapeTree builds boxes over the rings, which it puts in an order that keeps
// neighbours together.
func (c *checker) shapeTree() (order []int32, t tree) {
	all := nowhere
	for i := range c.rings {
		all.join(&c.rings[i].box)
	}
	keys := make([]uint64, len(c.rings))
	for i := range c.rings {
		keys[i] = hilbert(&all, &c.rings[i].box)<<32 | uint64(i)
	}
	slices.Sort(keys)
	order = make([]int32, len(keys))
	t.at[0] = int32(len(c.boxes))
	for k, key := range keys {
		order[k] = int32(uint32(key))
		c.boxes = append(c.boxes, c.rings[order[k]].box)
	}
	c.upperLevels(&t)
	return order, t
}

// hilbert is how far along a Hilbert curve through all, of 2¹⁶ by 2¹⁶ cells,
// the middle of b lies.
func hilbert(all, b *box) uint64 {
	x := cell((b.x0+b.x1)/2, all.x0, all.x1)
	y := cell((b.y0+b.y1)/2, all.y0, all.y1)
	var d uint64
	for s := uint32(1 << 15); s > 0; s >>= 1 {
		var rx, ry uint32
		if x&s != 0 {
			rx = 1
		}
		if y&s != 0 {
			ry = 1
		}
		d = d<<2 | uint64(3*rx^ry)
		if ry == 0 { // turn the quarter
			if rx == 1 {
				x, y = ^x, ^y
			}
			x, y = y, x
		}
	}
	return d
}

func cell(v, lo, hi float64) uint32 {
	if !(hi > lo) {
		return 0
	}
	return uint32(min(max((v-lo)/(hi-lo), 0), 1) * (1<<16 - 1))
}

// pair finds the contacts of two rings, and whether one lies inside the other.
func (c *checker) pair(i, j int32) {
	a, b := &c.rings[i], &c.rings[j]
	crossings, overlaps := len(c.crossings), len(c.overlaps)
	c.between(a, a.tree.top, 0, b, b.tree.top, 0)
	if len(c.crossings)+len(c.overlaps) > crossings+overlaps {
		if shared := c.overlaps[overlaps:]; len(shared) > 0 {
			// One shared edge says it for the pair: neighbours share hundreds.
			shared[0] = slices.MinFunc(shared, pair.compare)
			c.overlaps = c.overlaps[:overlaps+1]
		}
		a.tied, b.tied = true, true
		return
	}
	if b.box.holds(&a.box) && c.inside(a, b) {
		c.enclose(i, j)
	}
	if a.box.holds(&b.box) && c.inside(b, a) {
		c.enclose(j, i)
	}
}

// enclose notes that ring i lies inside ring j. Of all rings round i, which lie
// inside each other, the innermost is kept.
func (c *checker) enclose(i, j int32) {
	r := &c.rings[i]
	if r.parent >= 0 {
		outer, inner := &c.rings[r.parent], &c.rings[j]
		if !outer.box.holds(&inner.box) || inner.box.holds(&outer.box) && !c.inside(inner, outer) {
			return
		}
	}
	r.parent = j
}
