package shaping

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
)

// face is one piece of the plane: corners without the closing one.
type face struct {
	shell []geo.Point
	holes [][]geo.Point
}

// assemble makes shapes of the ways round faces. A way round that encloses nothing
// is the outside of lines that hang together, and the hole they leave in whatever
// face they lie in.
func (g *graph) assemble(rounds [][]int) []geo.Shape {
	var all []*face
	var outsides [][]geo.Point
	for _, round := range rounds {
		f := &face{}
		for _, loop := range g.loops(round) {
			if flat.Twice(loop) > 0 {
				f.shell = loop
			} else {
				f.holes = append(f.holes, loop)
			}
		}
		if f.shell == nil {
			outsides = append(outsides, f.holes...)
			continue
		}
		all = append(all, f)
	}
	for _, hole := range outsides {
		if f := smallestRound(all, hole); f != nil {
			f.holes = append(f.holes, hole)
		}
	}
	shapes := make([]geo.Shape, len(all))
	for i, f := range all {
		shapes[i] = geo.Polygon(f.rings()...)
	}
	return shapes
}

// loops takes a way round apart where it comes to a node again: a face that a hole
// touches has the hole on its way.
func (g *graph) loops(round []int) [][]geo.Point {
	var loops [][]geo.Point
	var path []int
	where := map[int]int{} // node → its place on the path
	for _, d := range round {
		v := g.from[d]
		if i, again := where[v]; again {
			loops = append(loops, g.points(path[i:]))
			for _, u := range path[i:] {
				delete(where, u)
			}
			path = path[:i]
		}
		where[v] = len(path)
		path = append(path, v)
	}
	return append(loops, g.points(path))
}

func (g *graph) points(nodes []int) []geo.Point {
	pts := make([]geo.Point, len(nodes))
	for i, v := range nodes {
		pts[i] = g.at[v]
	}
	return pts
}

// smallestRound is the smallest face round a ring that hangs together with other
// lines than the face's own; nil where there is none.
func smallestRound(all []*face, ring []geo.Point) *face {
	var best *face
	least := math.Inf(1)
	for _, f := range all {
		if size := flat.Twice(f.shell); size < least && f.holds(ring) {
			best, least = f, size
		}
	}
	return best
}

// holds reports whether a ring, the outside of some lines, lies in the face's
// shell. That of the face's own lines is not smaller than the shell; others meet it
// in single corners at most, so that the middle of an edge decides.
func (f *face) holds(ring []geo.Point) bool {
	if -flat.Twice(ring) >= flat.Twice(f.shell)*(1-1e-9) {
		return false
	}
	return flat.Inside(f.shell, flat.Along(ring[0], ring[1], 0.5))
}

func (f *face) rings() [][]geo.Point {
	rings := make([][]geo.Point, 0, 1+len(f.holes))
	for _, r := range append([][]geo.Point{f.shell}, f.holes...) {
		rings = append(rings, append(r[:len(r):len(r)], r[0]))
	}
	return rings
}
