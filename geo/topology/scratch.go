package topology

import (
	"sync"

	"zhenjie/geo"
)

// checker is the working memory of one Check. It is kept for the next one: a
// town is checked without asking for memory.
//
// An edge is named by the index of its first point in pts, a corner by its own
// index, so that corner and the edge that leaves it share a number.
type checker struct {
	report

	pts   []xy    // corners of all usable rings; each ring ends with its first corner again
	from  []int32 // for each of pts the stored point it came from
	rings []ring
	boxes []box // of all trees
	wrap  bool  // longitudes were made to run on across 180°

	contacts
	budget int  // box tests left before the sweep takes over
	placed bool // the ring round each ring is known
	swept  bool // by the sweep, to which crossing rings are a riddle
}

// ring is one usable ring: finite, at least three distinct corners, some area.
type ring struct {
	ref    geo.RingRef
	lo, hi int32 // corners are pts[lo:hi]; pts[hi] repeats pts[lo]
	first  int32 // the corner least in the order of xy.less
	box    box
	tree   tree
	ccw    bool  // runs counter-clockwise
	tied   bool  // crosses or runs along another ring: where it lies inside is not asked
	parent int32 // the innermost ring round it, index in rings; −1 when there is none
}

func (r *ring) next(e int32) int32 {
	if e++; e < r.hi {
		return e
	}
	return r.lo
}

func (r *ring) prev(e int32) int32 {
	if e > r.lo {
		return e - 1
	}
	return r.hi - 1
}

func (r *ring) edges() int32 { return r.hi - r.lo }

var pool = sync.Pool{New: func() any { return new(checker) }}

// keep is how many points a checker may have room for when it is put back.
const keep = 1 << 16

func (c *checker) release() {
	if cap(c.pts) > keep {
		return
	}
	c.report = report{}
	pool.Put(c)
}

// reset forgets the last shape and keeps the memory.
func (c *checker) reset() {
	c.report = report{}
	c.pts, c.from, c.rings, c.boxes = c.pts[:0], c.from[:0], c.rings[:0], c.boxes[:0]
	c.wrap, c.placed, c.swept = false, false, false
	c.contacts.reset()
}

// ringOf returns the ring an edge or corner belongs to.
func (c *checker) ringOf(e int32) int32 {
	lo, hi := 0, len(c.rings)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; c.rings[mid].lo <= e {
			lo = mid
		} else {
			hi = mid
		}
	}
	return int32(lo)
}
