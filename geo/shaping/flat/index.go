package flat

import (
	"math"

	"zhenjie/geo"
)

// Edge is one edge of an indexed ring.
type Edge struct {
	Ring, Corner int // the ring in the order of Add; the edge leads away from the corner
	A, B         geo.Point
}

// run is how many edges share a box. Neighbours in a ring lie beside each other,
// so that nothing need be sorted; 100,000 edges are 1,600 boxes, looked through
// in two microseconds.
const run = 64

// Index finds edges by place: boxes over runs of neighbours. The zero Index is
// empty. Once filled it may be read by many goroutines.
type Index struct {
	pts   []geo.Point // ring after ring, each with its first corner repeated
	runs  []edges
	rings int
}

// edges are those from pts[lo] to pts[hi] of one ring, and the box round them.
type edges struct {
	lo, hi, first, ring    int // first is where the ring begins in pts
	west, south, east, top float64
}

// Add appends a ring given by its corners, the closing one not among them.
func (x *Index) Add(corners []geo.Point) {
	first := len(x.pts)
	if len(corners) > 0 {
		x.pts = append(append(x.pts, corners...), corners[0])
	}
	for lo := first; lo+1 < len(x.pts); lo += run {
		hi := min(lo+run, len(x.pts)-1)
		e := edges{lo, hi, first, x.rings, math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		for _, p := range x.pts[lo : hi+1] {
			e.west, e.east = min(e.west, p[0]), max(e.east, p[0])
			e.south, e.top = min(e.south, p[1]), max(e.top, p[1])
		}
		x.runs = append(x.runs, e)
	}
	x.rings++
}

// Near calls visit for each edge whose box comes within reach of p: all edges
// within that distance, and some more.
func (x *Index) Near(p geo.Point, reach float64, visit func(Edge)) {
	west, east, south, top := p[0]-reach, p[0]+reach, p[1]-reach, p[1]+reach
	for i := range x.runs {
		r := &x.runs[i]
		if r.west > east || r.east < west || r.south > top || r.top < south {
			continue
		}
		for e := r.lo; e < r.hi; e++ {
			a, b := x.pts[e], x.pts[e+1]
			if min(a[0], b[0]) > east || max(a[0], b[0]) < west || min(a[1], b[1]) > top || max(a[1], b[1]) < south {
				continue
			}
			visit(Edge{r.ring, e - r.first, a, b})
		}
	}
}
