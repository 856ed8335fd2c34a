package shaping

import (
	"math"
	"slices"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
)

// Way says which of the two ways round a ring is meant.
type Way int

// The two ways round.
const (
	Shorter Way = iota
	Longer
)

// Trace returns the line along a ring between two places on it, in the plane of
// the ring: from, the corners in between, to. A place beside the ring stands for
// the nearest one on it, and keeps its bits. Of two ways of the same length, to
// 1 mm, the one in the ring's own direction counts as shorter. An empty ring gives the two
// places alone.
func Trace(r geo.Ring, from, to geo.Point, way Way) []geo.Point {
	n := r.Corners()
	if n == 0 {
		return []geo.Point{from, to}
	}
	plane := PlaneAt(r.Bound().Center())
	pts := plane.corners(r)
	a, b := stationOf(pts, plane.ToPlane(from)), stationOf(pts, plane.ToPlane(to))
	forward := between(pts, a, b)
	backward := between(pts, b, a)
	if (forward.length <= backward.length+0.001) == (way == Shorter) {
		return join(r, from, forward.corners, to)
	}
	slices.Reverse(backward.corners)
	return join(r, from, backward.corners, to)
}

// station is a place on a ring: a fraction of the way along an edge.
type station struct {
	edge int
	t    float64 // 0 ≤ t < 1: the end of an edge is the beginning of the next
}

func stationOf(pts []geo.Point, p geo.Point) station {
	best, least := station{}, math.Inf(1)
	for i := range pts {
		t, d := flat.Foot(p, pts[i], pts[(i+1)%len(pts)])
		if d < least {
			best, least = station{i, t}, d
		}
	}
	if best.t == 1 {
		best = station{(best.edge + 1) % len(pts), 0}
	}
	return best
}

// stretch is a run along a ring: the corners on it and its length in metres.
type stretch struct {
	corners []int
	length  float64
}

// between is the stretch from a to b in the ring's direction.
func between(pts []geo.Point, a, b station) stretch {
	n := len(pts)
	at := func(s station) geo.Point { return flat.Along(pts[s.edge], pts[(s.edge+1)%n], s.t) }
	var out stretch
	here := at(a)
	edges := (b.edge - a.edge + n) % n
	if edges == 0 && b.t < a.t {
		edges = n
	}
	for k := 1; k <= edges; k++ {
		corner := (a.edge + k) % n
		out.corners = append(out.corners, corner)
		out.length += flat.Length(flat.Sub(pts[corner], here))
		here = pts[corner]
	}
	out.length += flat.Length(flat.Sub(at(b), here))
	return out
}

// join returns the places and the corners between them, none twice running.
func join(r geo.Ring, from geo.Point, corners []int, to geo.Point) []geo.Point {
	out := []geo.Point{from}
	for _, i := range corners {
		if p := r.At(i); p != from && p != to {
			out = append(out, p)
		}
	}
	return append(out, to)
}
