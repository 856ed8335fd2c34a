package shaping

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
)

// MoveSideToArea moves one side of a ring, the run of edges from firstEdge on to
// lastEdge, parallel to itself until the survey area of the shape is the target's,
// to 1 m² and as a rule to 0.1. It returns the shift too, metres of the plane,
// positive where the land grows. The edges of the side keep their directions; its
// ends slide along the edges before and after it, or go straight out where those
// run on within 15° of the side's own direction. All other corners keep their bits.
//
// Errors are "shaping.side" for a side the shape does not have, "shaping.target",
// "shaping.side_range" where the side would fold over before, "shaping.result"
// where it would run into another border, and those of Merge.
func MoveSideToArea(s geo.Shape, at geo.RingRef, firstEdge, lastEdge int, target geo.Area) (geo.Shape, float64, error) {
	if !Has(s, Vertex{at, firstEdge}) || !Has(s, Vertex{at, lastEdge}) {
		return geo.Shape{}, 0, geo.BadInput(geo.At{}, "shaping.side")
	}
	if err := canReach(s, target); err != nil {
		return geo.Shape{}, 0, err
	}
	side := sideOf(s, at, firstEdge, lastEdge)
	lo, hi := side.reach()
	best, err := solve(func(metres float64) (float64, error) {
		return (survey(side.moved(metres)) - target).M2(), nil
	}, (survey(s) - target).M2(), side.length, lo, hi)
	switch {
	case err != nil:
		return geo.Shape{}, 0, err
	case !(math.Abs(best.f) <= enough):
		return geo.Shape{}, 0, geo.BadInput(geo.At{}, "shaping.side_range", "target", target.Text(geo.UnitKm2),
			"least", survey(side.moved(lo)).Text(geo.UnitKm2), "most", survey(side.moved(hi)).Text(geo.UnitKm2))
	case best.x == 0:
		return s, 0, nil
	}
	out, err := checked(side.moved(best.x))
	return out, best.x, err
}

// side is a run of edges of a ring that can be moved.
type side struct {
	shape  geo.Shape
	at     geo.RingRef
	plane  Plane
	pts    []geo.Point // the ring's corners in the plane
	goes   []geo.Point // where each corner goes when the side moves outward by 1 m
	length float64     // of the edges, metres
}

func sideOf(s geo.Shape, at geo.RingRef, first, last int) side {
	plane := PlaneOf(s)
	pts := plane.corners(s.Ring(at.Part, at.Ring))
	n := len(pts)
	out := side{s, at, plane, pts, make([]geo.Point, n), 0}
	run := make([]bool, n) // by edge
	for e := first; ; e = (e + 1) % n {
		run[e] = true
		out.length += flat.Length(flat.Sub(pts[(e+1)%n], pts[e]))
		if e == last {
			break
		}
	}
	landLeft := (flat.Twice(pts) >= 0) == (at.Ring == 0)
	for i := range pts {
		before, _ := flat.Unit(flat.Sub(geo.Point{}, away(pts, i, -1)))
		after, _ := flat.Unit(away(pts, i, 1))
		out.goes[i] = goes(before, after, run[(i+n-1)%n], run[i], landLeft)
	}
	return out
}

// goes is where the corner between two edges of the given directions goes when
// those of them that belong to the side move out by 1 m.
func goes(before, after geo.Point, beforeMoves, afterMoves, landLeft bool) geo.Point {
	outward := func(u geo.Point) geo.Point {
		if !landLeft {
			u = flat.Sub(geo.Point{}, u)
		}
		return flat.Right(u)
	}
	switch {
	case beforeMoves && afterMoves:
		m, n := outward(before), outward(after)
		k := max(1+flat.Dot(m, n), 1e-6) // a spike's point runs ahead without end
		return geo.Point{(m[0] + n[0]) / k, (m[1] + n[1]) / k}
	case beforeMoves:
		return slide(after, outward(before))
	case afterMoves:
		return slide(before, outward(after))
	}
	return geo.Point{}
}

// slide is the way along a direction that leads 1 m out along a normal; straight
// out where they are within 15° of a right angle.
func slide(along, normal geo.Point) geo.Point {
	const sin15 = 0.2588
	k := flat.Dot(along, normal)
	if math.Abs(k) < sin15 {
		return normal
	}
	return geo.Point{along[0] / k, along[1] / k}
}

// reach is how far the side can move inward and outward before one of its edges,
// or one next to them, has no length left.
func (s *side) reach() (lo, hi float64) {
	const most = 0.9999 // of the way
	lo, hi = -longest, longest
	for i, p := range s.pts {
		next := (i + 1) % len(s.pts)
		u, ok := flat.Unit(flat.Sub(s.pts[next], p))
		if !ok {
			continue
		}
		length := flat.Length(flat.Sub(s.pts[next], p)) * most
		switch grows := flat.Dot(flat.Sub(s.goes[next], s.goes[i]), u); {
		case grows > 0:
			lo = max(lo, -length/grows)
		case grows < 0:
			hi = min(hi, -length/grows)
		}
	}
	return lo, hi
}

// moved is the shape with the side moved out by metres.
func (s *side) moved(metres float64) geo.Shape {
	return withCorners(s.shape, s.at, func(corners []geo.Point) []geo.Point {
		for i, v := range s.goes {
			if v != (geo.Point{}) {
				corners[i] = s.plane.ToDegrees(flat.Add(s.pts[i], metres, v))
			}
		}
		return corners
	})
}
