package shaping

import (
	"slices"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
	"zhenjie/geo/topology"
)

// Freehand makes an outline of the points a hand drew: as few of them as stay
// within a tolerance, metres of the plane, of the line drawn, and closed. The
// points kept keep their bits. Where leaving points out would make the line cross
// itself though the hand did not, the tolerance is halved, up to eight times.
// "shaping.freehand" is the error when no three corners remain.
//
// Points are chosen by Douglas and Peucker's way (1973), each half of the ring
// between its first point and the one farthest from it for itself.
func (p Plane) Freehand(points []geo.Point, tolerance float64) (geo.Shape, error) {
	points = slices.CompactFunc(slices.Clone(points), func(a, b geo.Point) bool { return a == b })
	if n := len(points); n > 1 && points[n-1] == points[0] {
		points = points[:n-1]
	}
	metres := make([]geo.Point, len(points))
	for i, pt := range points {
		metres[i] = p.ToPlane(pt)
	}
	var rough geo.Shape
	for try := range 9 {
		kept := simplified(points, metres, tolerance)
		if len(kept) < 3 {
			tolerance /= 2
			continue
		}
		s := closed(kept)
		if topology.Valid(topology.Check(s)) {
			return s, nil
		}
		if try == 0 || rough.IsEmpty() {
			rough = s
		}
		tolerance /= 2
	}
	if rough.IsEmpty() {
		return geo.Shape{}, geo.BadInput(geo.At{}, "shaping.freehand")
	}
	return rough, nil
}

// simplified returns the points to keep of a ring given in degrees and metres.
func simplified(points, metres []geo.Point, tolerance float64) []geo.Point {
	if len(points) < 3 {
		return points
	}
	far, most := 0, 0.0
	for i, m := range metres {
		if d := flat.Length(flat.Sub(m, metres[0])); d > most {
			far, most = i, d
		}
	}
	keep := make([]bool, len(points)+1)
	keep[0], keep[far] = true, true
	round := append(slices.Clip(metres), metres[0])
	douglasPeucker(round, 0, far, tolerance, keep)
	douglasPeucker(round, far, len(points), tolerance, keep)
	var out []geo.Point
	for i, pt := range points {
		if keep[i] {
			out = append(out, pt)
		}
	}
	return out
}

// douglasPeucker marks the points between lo and hi to keep. The stack stands for
// the recursion, which a spiral of many points would take too deep.
func douglasPeucker(pts []geo.Point, lo, hi int, tolerance float64, keep []bool) {
	stack := [][2]int{{lo, hi}}
	for len(stack) > 0 {
		lo, hi := stack[len(stack)-1][0], stack[len(stack)-1][1]
		stack = stack[:len(stack)-1]
		far, most := 0, tolerance
		for i := lo + 1; i < hi; i++ {
			if _, d := flat.Foot(pts[i], pts[lo], pts[hi]); d > most {
				far, most = i, d
			}
		}
		if far > 0 {
			keep[far] = true
			stack = append(stack, [2]int{lo, far}, [2]int{far, hi})
		}
	}
}
