package shaping

import (
	"slices"

	"zhenjie/geo"
)

// Vertex says which corner of a shape is meant.
type Vertex struct {
	geo.RingRef
	Corner int // 0 ≤ Corner < Corners of the ring
}

// hasRing reports whether the shape has such a ring.
func hasRing(s geo.Shape, at geo.RingRef) bool {
	return at.Part >= 0 && at.Part < s.Parts() && at.Ring >= 0 && at.Ring < s.Rings(at.Part)
}

// Has reports whether the shape has such a corner.
func Has(s geo.Shape, v Vertex) bool {
	return hasRing(s, v.RingRef) && v.Corner >= 0 && v.Corner < s.Ring(v.Part, v.Ring).Corners()
}

// Move shifts some corners by metres to the east and north of the shape's plane.
// Corners that the shape does not have are passed over.
func Move(s geo.Shape, which []Vertex, east, north float64) geo.Shape {
	plane := PlaneOf(s)
	for at, corners := range byRing(s, which) {
		s = withCorners(s, at, func(pts []geo.Point) []geo.Point {
			for i := range corners {
				pts[i] = plane.moved(pts[i], shift(east, north))
			}
			return pts
		})
	}
	return s
}

// MoveTo puts a corner at a place, whose bits it takes, so that it can be that of
// another outline. A shape without the corner is returned as it is.
func MoveTo(s geo.Shape, v Vertex, to geo.Point) geo.Shape {
	if !Has(s, v) {
		return s
	}
	return withCorners(s, v.RingRef, func(pts []geo.Point) []geo.Point {
		pts[v.Corner] = to
		return pts
	})
}

// Insert makes a place a corner, between the ends of an edge: its number is
// edge + 1. A shape without the edge is returned as it is.
func Insert(s geo.Shape, at geo.RingRef, edge int, place geo.Point) geo.Shape {
	if !Has(s, Vertex{at, edge}) {
		return s
	}
	return withCorners(s, at, func(pts []geo.Point) []geo.Point {
		return slices.Insert(pts, edge+1, place)
	})
}

// Delete takes corners away. A ring that keeps fewer than three goes, an outer one
// with its holes. Corners that the shape does not have are passed over.
func Delete(s geo.Shape, which []Vertex) geo.Shape {
	gone := byRing(s, which)
	if len(gone) == 0 {
		return s
	}
	var out geo.Builder
	for p := range s.Parts() {
		for r := range s.Rings(p) {
			ring, lost := s.Ring(p, r), gone[geo.RingRef{Part: p, Ring: r}]
			if len(lost) > 0 && ring.Corners()-len(lost) < 3 {
				if r == 0 {
					break
				}
				continue
			}
			if r == 0 {
				out.Part()
			}
			out.Ring(without(ring, lost))
		}
	}
	return out.Shape()
}

// without returns the points of a ring but for some corners.
func without(r geo.Ring, lost map[int]bool) []geo.Point {
	if len(lost) == 0 {
		return r.Points()
	}
	return changed(r, func(pts []geo.Point) []geo.Point {
		kept := pts[:0]
		for i, p := range pts {
			if !lost[i] {
				kept = append(kept, p)
			}
		}
		return kept
	})
}

// byRing sorts the corners that the shape has by their rings.
func byRing(s geo.Shape, which []Vertex) map[geo.RingRef]map[int]bool {
	out := map[geo.RingRef]map[int]bool{}
	for _, v := range which {
		if !Has(s, v) {
			continue
		}
		if out[v.RingRef] == nil {
			out[v.RingRef] = map[int]bool{}
		}
		out[v.RingRef][v.Corner] = true
	}
	return out
}

// withCorners replaces the corners of one ring by what f makes of a copy of them.
func withCorners(s geo.Shape, at geo.RingRef, f func([]geo.Point) []geo.Point) geo.Shape {
	return s.WithRing(at, changed(s.Ring(at.Part, at.Ring), f))
}

// changed is what f makes of a ring's corners, closed if the ring was.
func changed(r geo.Ring, f func([]geo.Point) []geo.Point) []geo.Point {
	pts := f(r.Points()[:r.Corners():r.Corners()])
	if r.Closed() && len(pts) > 0 {
		pts = append(pts, pts[0])
	}
	return pts
}
