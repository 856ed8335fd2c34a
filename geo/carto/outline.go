package carto

import "zhenjie/geo"

// chunkEdges is the number of edges that share a box. Boxes scanned in a row
// beat a tree: a million vertices take 20 to 30 µs.
const chunkEdges = 64

// Outline is a shape made ready for drawing: projected, cut into chunks, and
// thinned to levels of detail. It does not change once made, and may be drawn
// from several goroutines.
type Outline struct {
	levels []level // finest first
	box    Box
}

// level is the shape with its vertices thinned.
type level struct {
	bound  float64 // no vertex of the shape is farther from the thinned line, in metres of the plane
	pts    []World // ring after ring; each repeats its first point at the end
	rings  []int32 // where each ring begins, and the end of the last
	chunks []chunk
}

// chunk is a run of edges of one ring: from pts[from] by way of every point to
// pts[to].
type chunk struct {
	box      Box
	from, to int32
	before   int32 // the point before pts[from], going round
	length   float32
}

// NewOutline makes a shape in degrees ready for drawing. Points that are not
// numbers are left out.
func NewOutline(s geo.Shape) *Outline {
	base := level{pts: make([]World, 0, s.Vertices()+s.Parts())}
	o := &Outline{box: emptyBox()}
	for _, r := range s.All() {
		base.addRing(r, &o.box)
	}
	base.close()
	o.levels = append(o.levels, base)
	o.thin()
	for i := range o.levels {
		o.levels[i].cut()
	}
	return o
}

func (l *level) addRing(r geo.Ring, box *Box) {
	start := len(l.pts)
	for i := range r.Corners() {
		if w := ToWorld(r.At(i)); w.finite() {
			l.pts = append(l.pts, w)
			*box = box.with(w)
		}
	}
	if len(l.pts) > start {
		l.pts = append(l.pts, l.pts[start])
		l.rings = append(l.rings, int32(start))
	}
}

func (l *level) close() { l.rings = append(l.rings, int32(len(l.pts))) }

// cut divides the rings into chunks.
func (l *level) cut() {
	for r := range len(l.rings) - 1 {
		first, end := l.rings[r], l.rings[r+1]
		before := end - 2 // the last point is the first again
		if before < first {
			before = first
		}
		for from := first; from < end-1 || from == first; from += chunkEdges {
			c := chunk{box: emptyBox(), from: from, to: min(from+chunkEdges, end-1), before: before}
			for i := c.from; i <= c.to; i++ {
				c.box = c.box.with(l.pts[i])
				if i > c.from {
					c.length += float32(length(l.pts[i-1], l.pts[i]))
				}
			}
			l.chunks = append(l.chunks, c)
			before = from + chunkEdges - 1
		}
	}
}

// Box returns the box round the outline in the plane.
func (o *Outline) Box() Box { return o.box }

// Vertices returns the number of vertices drawn at full detail.
func (o *Outline) Vertices() int {
	l := &o.levels[0]
	return len(l.pts) - (len(l.rings) - 1)
}

// flaw is the distance in pixels by which a drawn line may miss its vertices.
const flaw = 0.4

// at returns the coarsest level good enough at a scale in pixels a metre.
func (o *Outline) at(scale float64) *level {
	best := &o.levels[0]
	for i := range o.levels[1:] {
		if l := &o.levels[i+1]; l.bound*scale <= flaw {
			best = l
		}
	}
	return best
}
