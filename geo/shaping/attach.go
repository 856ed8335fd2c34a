package shaping

import (
	"cmp"
	"slices"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
)

// together is how close, in metres, a place must lie to an outline to count as on
// it: more than rounding moves a corner, less than anyone surveys.
const together = 0.005

// joint is a corner to put between the ends of an edge.
type joint struct {
	t  float64 // where on the edge
	at geo.Point
}

// attached makes places that lie on the outline of a shape in the plane corners
// of it: floating-point lines that should meet in a point do not, and would leave
// slivers. A place beside a corner moves there; it returns the places as they are
// then.
func attached(s geo.Shape, places []geo.Point) (geo.Shape, []geo.Point) {
	index := indexOf(s)
	joints := map[int]map[int][]joint{} // by ring and edge
	moved := make([]geo.Point, len(places))
	for i, p := range places {
		p = ontoCorner(index, p)
		moved[i] = p
		onEdges(index, p, func(e flat.Edge, j joint) {
			if joints[e.Ring] == nil {
				joints[e.Ring] = map[int][]joint{}
			}
			joints[e.Ring][e.Corner] = append(joints[e.Ring][e.Corner], j)
		})
	}
	number := 0
	for at := range s.All() {
		if on := joints[number]; on != nil {
			s = withCorners(s, at, func(pts []geo.Point) []geo.Point { return jointed(pts, on) })
		}
		number++
	}
	return s, moved
}

// threaded makes the corners of a shape in the plane that lie on a line points of it.
func threaded(line []geo.Point, s geo.Shape) []geo.Point {
	var index flat.Index
	index.Add(line)
	joints := map[int][]joint{}
	for _, p := range allPoints(s) {
		onEdges(&index, p, func(e flat.Edge, j joint) {
			if e.Corner < len(line)-1 { // the line does not come back
				joints[e.Corner] = append(joints[e.Corner], j)
			}
		})
	}
	return jointed(line, joints)
}

// onEdges calls visit for each edge that a place lies on, between its ends.
func onEdges(index *flat.Index, p geo.Point, visit func(flat.Edge, joint)) {
	index.Near(p, together, func(e flat.Edge) {
		if e.A == p || e.B == p {
			return
		}
		if t, d := flat.Foot(p, e.A, e.B); d <= together && t > 0 && t < 1 {
			visit(e, joint{t, p})
		}
	})
}

func indexOf(s geo.Shape) *flat.Index {
	var index flat.Index
	for _, r := range s.All() {
		index.Add(r.Points()[:r.Corners()])
	}
	return &index
}

// touch reports whether a corner of one shape in the plane lies on the outline of
// the other.
func touch(a, b geo.Shape) bool {
	return anyOn(indexOf(a), b) || anyOn(indexOf(b), a)
}

func anyOn(index *flat.Index, s geo.Shape) bool {
	on := false
	for _, p := range allPoints(s) {
		index.Near(p, together, func(e flat.Edge) {
			_, d := flat.Foot(p, e.A, e.B)
			on = on || d <= together
		})
	}
	return on
}

// ontoCorner returns the nearest corner close enough to p, or else p.
func ontoCorner(index *flat.Index, p geo.Point) geo.Point {
	best, least := p, together
	index.Near(p, together, func(e flat.Edge) {
		for _, c := range [...]geo.Point{e.A, e.B} {
			if d := flat.Length(flat.Sub(c, p)); d <= least {
				best, least = c, d
			}
		}
	})
	return best
}

// jointed returns the points of a line or ring with those of its joints.
func jointed(pts []geo.Point, on map[int][]joint) []geo.Point {
	var out []geo.Point
	for i, p := range pts {
		out = append(out, p)
		slices.SortFunc(on[i], func(a, b joint) int { return cmp.Compare(a.t, b.t) })
		for _, j := range on[i] {
			out = append(out, j.at)
		}
	}
	return distinct(out)
}
