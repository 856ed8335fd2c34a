package shaping

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
)

// MoveSideToArea moves one side of a ring, the run of edges from firstEdge on to
// lastEdge, parallel to itself until the survey area of the shape is the target's,
// to 1 m² and as a rule to 0.1. It returns the shift too, metres of the plane at a
// right angle to the line between the side's ends, positive where the land grows.
//
// The side keeps its form. Its ends slide along the edges before and after it,
// which keep their directions; they go straight out with the side where those run
// on within 15° of its own direction, and where a side of several edges could not
// slide as far. All other corners keep their bits.
//
// Errors are "shaping.side" for a side the shape does not have, "shaping.side_whole"
// for one without ends, "shaping.target", "shaping.side_range" where the side would
// fold over before, "shaping.result" where it would run into another border, and
// those of Merge.
func MoveSideToArea(s geo.Shape, at geo.RingRef, firstEdge, lastEdge int, target geo.Area) (geo.Shape, float64, error) {
	if !Has(s, Vertex{at, firstEdge}) || !Has(s, Vertex{at, lastEdge}) {
		return geo.Shape{}, 0, geo.BadInput(geo.At{}, "shaping.side")
	}
	if err := canReach(s, target); err != nil {
		return geo.Shape{}, 0, err
	}
	moving, ok := sideOf(s, at, firstEdge, lastEdge)
	if !ok {
		return geo.Shape{}, 0, geo.BadInput(geo.At{}, "shaping.side_whole")
	}
	best, err := moving.fit(target)
	if err == nil && !(math.Abs(best.f) <= enough) && firstEdge != lastEdge {
		moving.straighten()
		best, err = moving.fit(target)
	}
	switch {
	case err != nil:
		return geo.Shape{}, 0, err
	case !(math.Abs(best.f) <= enough):
		lo, hi := moving.reach()
		return geo.Shape{}, 0, geo.BadInput(geo.At{}, "shaping.side_range", "target", target.Text(geo.UnitKm2),
			"least", survey(moving.moved(lo)).Text(geo.UnitKm2), "most", survey(moving.moved(hi)).Text(geo.UnitKm2))
	case best.x == 0:
		return s, 0, nil
	}
	out, err := checked(moving.moved(best.x))
	return out, best.x, err
}

// side is a run of edges of a ring that can be moved.
type side struct {
	shape    geo.Shape
	at       geo.RingRef
	plane    Plane
	pts      []geo.Point // the ring's corners in the plane
	run      []int       // those of the side, in order
	goes     []geo.Point // where each corner of the ring goes when the side moves outward by 1 m
	outward  geo.Point   // of length 1
	straight float64     // from end to end, metres
}

// sideOf is the side of a run of edges; ok is false when its ends are one place.
func sideOf(s geo.Shape, at geo.RingRef, first, last int) (out side, ok bool) {
	plane := PlaneOf(s)
	pts := plane.corners(s.Ring(at.Part, at.Ring))
	n := len(pts)
	out = side{shape: s, at: at, plane: plane, pts: pts, goes: make([]geo.Point, n)}
	for c := first; ; c = (c + 1) % n {
		out.run = append(out.run, c)
		if c == (last+1)%n && len(out.run) > 1 {
			break
		}
	}
	start, end := first, (last+1)%n
	chord, ok := flat.Unit(flat.Sub(pts[end], pts[start]))
	if !ok {
		return side{}, false
	}
	out.straight = flat.Length(flat.Sub(pts[end], pts[start]))
	out.outward = flat.Right(chord)
	if landLeft := (flat.Twice(pts) >= 0) == (at.Ring == 0); !landLeft {
		out.outward = flat.Sub(geo.Point{}, out.outward)
	}
	out.straighten()
	out.goes[start] = out.slide(away(pts, start, -1), away(pts, start, 1))
	out.goes[end] = out.slide(away(pts, end, 1), away(pts, end, -1))
	return out, true
}

// straighten lets the ends go straight out with the rest of the side.
func (s *side) straighten() {
	for _, c := range s.run {
		s.goes[c] = s.outward
	}
}

// slide is where an end of the side goes, on the line of the edge beside it, so
// that the side's own last edge stays parallel; straight out where the two are
// within 15° of one direction.
func (s *side) slide(beside, own geo.Point) geo.Point {
	const sin15 = 0.2588
	u, _ := flat.Unit(beside)
	v, _ := flat.Unit(own)
	if math.Abs(flat.Cross(u, v)) < sin15 {
		return s.outward
	}
	return flat.Add(geo.Point{}, flat.Cross(s.outward, v)/flat.Cross(u, v), u)
}

// fit finds the shift that comes nearest to the target.
func (s *side) fit(target geo.Area) (found, error) {
	lo, hi := s.reach()
	return solve(func(metres float64) (float64, error) {
		return (survey(s.moved(metres)) - target).M2(), nil
	}, (survey(s.shape) - target).M2(), s.straight, lo, hi)
}

// reach is how far the side can move inward and outward before an edge at one of its
// ends has no length left.
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
