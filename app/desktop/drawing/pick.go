package drawing

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/shaping"
)

// hit is what of an outline lies under the pointer.
type hit struct {
	vertex   shaping.Vertex
	onVertex bool
	edge     shaping.Vertex // the corner an edge leads from
	middle   geo.Point      // of that edge
	onEdge   bool
}

// pick finds the corner nearest to a place, or else the edge whose middle is,
// within a reach in metres.
func pick(s geo.Shape, at geo.Point, reach float64) hit {
	var h hit
	near := newNear(at, reach)
	best, bestMiddle := reach, reach
	for ref, ring := range s.All() {
		if !near.meets(ring.Bound()) {
			continue
		}
		for i := range ring.Corners() {
			p, next := ring.At(i), ring.Next(i)
			if d := near.metres(p); d <= best {
				best, h.onVertex, h.vertex = d, true, shaping.Vertex{RingRef: ref, Corner: i}
			}
			middle := geo.Point{(p[0] + next[0]) / 2, (p[1] + next[1]) / 2}
			if d := near.metres(middle); d <= bestMiddle {
				bestMiddle, h.onEdge, h.edge, h.middle = d, true, shaping.Vertex{RingRef: ref, Corner: i}, middle
			}
		}
	}
	return h
}

// near measures short distances from a place, good to a thousandth.
type near struct {
	at           geo.Point
	east, north  float64 // metres a degree
	reach        float64
	lonGap, latG float64 // the reach in degrees
}

func newNear(at geo.Point, reach float64) near {
	const degree = 111_320.0
	n := near{at: at, east: degree * math.Max(math.Cos(at[1]*math.Pi/180), 1e-6), north: degree, reach: reach}
	n.lonGap, n.latG = reach/n.east, reach/n.north
	return n
}

func (n near) metres(p geo.Point) float64 {
	return math.Hypot((p[0]-n.at[0])*n.east, (p[1]-n.at[1])*n.north)
}

func (n near) meets(b geo.Bound) bool {
	return n.at[0] >= b.Min[0]-n.lonGap && n.at[0] <= b.Max[0]+n.lonGap && n.at[1] >= b.Min[1]-n.latG && n.at[1] <= b.Max[1]+n.latG
}

// within lists the corners of an outline inside a box.
func within(s geo.Shape, a, b geo.Point) []shaping.Vertex {
	west, east := math.Min(a[0], b[0]), math.Max(a[0], b[0])
	south, north := math.Min(a[1], b[1]), math.Max(a[1], b[1])
	var found []shaping.Vertex
	for ref, ring := range s.All() {
		for i := range ring.Corners() {
			if p := ring.At(i); p[0] >= west && p[0] <= east && p[1] >= south && p[1] <= north {
				found = append(found, shaping.Vertex{RingRef: ref, Corner: i})
			}
		}
	}
	return found
}

// toEdge is the distance to the edge from a to b, in metres.
func (n near) toEdge(a, b geo.Point) float64 {
	ax, ay := (a[0]-n.at[0])*n.east, (a[1]-n.at[1])*n.north
	bx, by := (b[0]-n.at[0])*n.east, (b[1]-n.at[1])*n.north
	dx, dy := bx-ax, by-ay
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = math.Min(math.Max(-(ax*dx+ay*dy)/l, 0), 1)
	}
	return math.Hypot(ax+t*dx, ay+t*dy)
}

// inside reports whether a place lies in a shape, by the crossings of its rings
// with the line to the east.
func inside(s geo.Shape, at geo.Point) bool {
	in := false
	for _, ring := range s.All() {
		for i := range ring.Corners() {
			a, b := ring.At(i), ring.Next(i)
			if (a[1] > at[1]) != (b[1] > at[1]) && at[0] < a[0]+(at[1]-a[1])*(b[0]-a[0])/(b[1]-a[1]) {
				in = !in
			}
		}
	}
	return in
}
