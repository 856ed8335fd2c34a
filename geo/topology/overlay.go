package topology

import (
	"math"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// Difference returns the ground of a that is not b's, Intersection the ground
// they share, Union the ground of either. Both shapes are in degrees, must be
// valid and may not cross 180°; an error says which sentence to show otherwise.
// Edges are straight in the plane of longitude and latitude, and new corners are
// rounded to float64. What two shapes share in mere lines and points is left out.
//
// The outcome is valid: outer rings run counter-clockwise and holes clockwise,
// but for rings that are one of a's or b's, which stand as they did. Where one of
// the two is the whole outcome it is returned as it is, with its repeated points.
func Difference(a, b geo.Shape) (geo.Shape, error) {
	if a.IsEmpty() {
		return geo.Shape{}, nil
	}
	if err := overlayable(a, b); err != nil {
		return geo.Shape{}, err
	}
	switch {
	case apart(a, b):
		return a, nil
	case Contains(b, a):
		return geo.Shape{}, nil
	}
	return overlay(a, b, func(inA, inB bool) bool { return inA && !inB })
}

// Intersection returns the ground that a and b share; see Difference.
func Intersection(a, b geo.Shape) (geo.Shape, error) {
	if a.IsEmpty() || b.IsEmpty() {
		return geo.Shape{}, nil
	}
	if err := overlayable(a, b); err != nil {
		return geo.Shape{}, err
	}
	switch {
	case apart(a, b):
		return geo.Shape{}, nil
	case Contains(b, a):
		return a, nil
	case Contains(a, b):
		return b, nil
	}
	return overlay(a, b, func(inA, inB bool) bool { return inA && inB })
}

// Union returns the ground of a and b as one shape; see Difference.
func Union(a, b geo.Shape) (geo.Shape, error) {
	if err := overlayable(a, b); err != nil {
		return geo.Shape{}, err
	}
	switch {
	case apart(a, b):
		return geo.Join(a, b), nil
	case Contains(b, a):
		return b, nil
	case Contains(a, b):
		return a, nil
	}
	return overlay(a, b, func(inA, inB bool) bool { return inA || inB })
}

// overlayable refuses shapes an overlay of which would be nonsense.
func overlayable(shapes ...geo.Shape) error {
	for _, s := range shapes {
		for _, p := range Check(s) {
			if p.Severe() {
				return geo.BadInput(geo.At{}, "validity.overlay_invalid", "problem", p.Text)
			}
		}
		for _, r := range s.All() {
			if b := r.Bound(); b.Max[0]-b.Min[0] > 180 {
				return geo.BadInput(geo.At{}, "validity.overlay_wide")
			}
		}
	}
	return nil
}

// apart reports whether the boxes of two shapes have no point in common.
func apart(a, b geo.Shape) bool {
	boxA, okA := a.Bound()
	boxB, okB := b.Bound()
	return !okA || !okB || !boxA.Intersects(boxB)
}

// overlay returns the ground that is wanted of two valid shapes.
func overlay(a, b geo.Shape, wanted func(inA, inB bool) bool) (geo.Shape, error) {
	both := geo.Join(a, b)
	rings, roles, group := closedRings(both)
	for p := range group {
		if p >= a.Parts() {
			group[p] = 1
		}
	}
	sides, err := node(rings)
	if err != nil {
		return geo.Shape{}, geo.BadInput(geo.At{}, "validity.overlay_failed", "reason", words.Say("validity.tangled"))
	}
	g := arrange(sides)
	land := make([]bool, g.cycles())
	l := newLand(g, roles, group)
	l.walk(func(cycle int32) { land[cycle] = wanted(l.lands[0] > 0, l.lands[1] > 0) })
	return g.shape(land, both, nil), nil
}

// closedRings returns the rings of a valid shape as the noder wants them.
func closedRings(s geo.Shape) (rings [][]xy, roles []role, group []int) {
	all := make([]xy, 0, s.Vertices()+s.Parts()+s.Holes())
	for ref, r := range s.All() {
		from := len(all)
		for i := range r.Corners() {
			p := r.At(i)
			all = append(all, xy{flushed(p[0]), flushed(p[1])})
		}
		all = append(all, all[from])
		rings = append(rings, all[from:])
		roles = append(roles, role{int32(ref.Part), ref.Ring > 0})
	}
	return rings, roles, make([]int, s.Parts())
}

// flushed makes zero of what is too small to reckon with; see tiny.
func flushed(x float64) float64 {
	if math.Abs(x) < tiny {
		return 0
	}
	return x
}

// shape returns the land of an arrangement. Rings that are one of the old shape's
// stand as they did there; others begin with its earliest corner among theirs.
// back turns a node into a point of the shape; nil for the node itself.
func (g *arrangement) shape(land []bool, old geo.Shape, back func(xy) geo.Point) geo.Shape {
	if back == nil {
		back = func(p xy) geo.Point { return geo.Point{p.x, p.y} }
	}
	known := rankCorners(old)
	rank := make([]int, len(g.at))
	for v, p := range g.at {
		rank[v] = math.MaxInt
		if k, ok := known[back(p)]; ok {
			rank[v] = k.rank
		}
	}
	pieces := g.assemble(land)
	order(pieces, rank)
	points := func(nodes []int32) []geo.Point {
		pts := make([]geo.Point, 0, len(nodes)+1)
		for _, v := range nodes {
			pts = append(pts, back(g.at[v]))
		}
		if k, ok := known[pts[0]]; ok {
			if r := old.Ring(k.ref.Part, k.ref.Ring); sameWay(r, k.corner, pts) {
				return closed(r)
			}
		}
		return append(pts, pts[0])
	}
	var b geo.Builder
	for _, p := range pieces {
		b.Part()
		b.Ring(points(p.shell))
		for _, hole := range p.holes {
			b.Ring(points(hole))
		}
	}
	return b.Shape()
}

// corner is where a point stands in a shape.
type cornerRef struct {
	ref          geo.RingRef
	corner, rank int
}

// rankCorners numbers the corners of a shape; of those on one point the first counts.
func rankCorners(s geo.Shape) map[geo.Point]cornerRef {
	known := make(map[geo.Point]cornerRef, s.Vertices())
	rank := 0
	for ref, r := range s.All() {
		for i := range r.Corners() {
			if _, ok := known[r.At(i)]; !ok {
				known[r.At(i)] = cornerRef{ref, i, rank}
			}
			rank++
		}
	}
	return known
}

// sameWay reports whether pts are the corners of a ring from corner i on, in
// either direction.
func sameWay(r geo.Ring, i int, pts []geo.Point) bool {
	n := r.Corners()
	if n != len(pts) {
		return false
	}
	forward, backward := true, true
	for k, p := range pts {
		forward = forward && r.At((i+k)%n) == p
		backward = backward && r.At((i-k+n)%n) == p
	}
	return forward || backward
}

// closed returns a ring's points, the first repeated at the end.
func closed(r geo.Ring) []geo.Point {
	pts := r.Points()
	if !r.Closed() {
		pts = append(pts, pts[0])
	}
	return pts
}
