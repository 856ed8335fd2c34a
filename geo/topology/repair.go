package topology

import (
	"math"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// RepairOptions say how far a repair may go.
type RepairOptions struct {
	// Tolerance in metres: points nearer than it to the one before are one point,
	// spikes thinner than it are spikes, an end nearer than it to the beginning is
	// moved there, and pieces and gaps thinner than it on the average that the
	// repair leaves over are dropped. 0 is exact.
	Tolerance float64
}

// Repair returns a shape that is valid (see Check), and everything it changed.
// A shape in which Check finds nothing comes back as it is, bit for bit; so does
// one that was repaired before. Rings that have no part in a fault keep their
// points, and every new corner lies where edges crossed, rounded to float64.
//
// What the outcome means: a ring encloses the ground it winds round, however
// often and in either direction (the nonzero rule); holes take their ground off
// their own part; parts on the same ground, or side by side, are one; a hole that
// lies wholly outside its outer ring is a part of its own. GEOS's MakeValid by
// structure reads shapes the same way.
//
// Not repaired are coordinates that are no longitudes and latitudes: rings in
// metres or with latitude first are mended in their own plane, one that goes
// round a pole or has a coordinate beyond 1e15 leaves the shape as it was, which
// is told as LeftAlone.
func Repair(s geo.Shape, o RepairOptions) (geo.Shape, []Change) {
	if len(Check(s)) == 0 {
		return s, nil
	}
	c := &changes{report: report{several: s.Parts() > 1}}
	flat, wrap, ok := unrolled(s)
	if !ok {
		c.add(Change{Kind: LeftAlone, Vertex: none}, "validity.repaired.left")
		return s, c.all()
	}
	m := &mender{measure: measureOf(flat), changes: c, tolerance: max(o.Tolerance, 0)}
	clean := m.clean(flat)
	out := clean
	if faults := topologicalFaults(clean); len(faults) > 0 {
		if out, ok = m.rebuild(clean, faults); !ok {
			c.add(Change{Kind: LeftAlone, Vertex: none}, "validity.repaired.tangled")
			return wrap(clean), c.all()
		}
	}
	return wrap(out), c.all()
}

// unrolled lets longitudes run on across 180°, as Check does, and returns the way
// back. It reports false for a shape that cannot be looked at.
func unrolled(s geo.Shape) (flat geo.Shape, back func(geo.Shape) geo.Shape, ok bool) {
	same := func(s geo.Shape) geo.Shape { return s }
	jumps := false
	for _, r := range s.All() {
		for i := range r.Len() {
			if p := r.At(i); math.Abs(p[0]) > huge || math.Abs(p[1]) > huge {
				if !math.IsInf(p[0], 0) && !math.IsInf(p[1], 0) {
					return s, same, false
				}
			}
		}
		if b := r.Bound(); b.Max[0]-b.Min[0] > 180 && b.Min[0] >= -360 && b.Max[0] <= 360 {
			for i := range r.Corners() {
				jumps = jumps || math.Abs(r.Next(i)[0]-r.At(i)[0]) > 180
			}
		}
	}
	if !jumps {
		return s, same, true
	}
	known := map[geo.Point]geo.Point{}
	var b geo.Builder
	for p := range s.Parts() {
		b.Part()
		shell := math.NaN()
		for r := range s.Rings(p) {
			pts, round := unrolledRing(s.Ring(p, r), &shell, known)
			if round {
				return s, same, false
			}
			b.Ring(pts)
		}
	}
	return b.Shape(), func(s geo.Shape) geo.Shape {
		return s.Map(func(p geo.Point) geo.Point {
			if old, ok := known[p]; ok {
				return old
			}
			return geo.Point{math.Remainder(p[0], 360), p[1]}
		})
	}, true
}

// unrolledRing takes the short way at each edge, and reports whether it leads
// round a pole. west is the westernmost longitude of the outer ring, which holes
// are brought to; for the outer ring it is not known yet.
func unrolledRing(r geo.Ring, west *float64, known map[geo.Point]geo.Point) (pts []geo.Point, round bool) {
	pts = r.Points()
	if len(pts) == 0 {
		return pts, false
	}
	turn := 0.0
	if pts[0][0] < 0 {
		turn = 360
	}
	least := math.Inf(1)
	for i := range pts {
		if i > 0 {
			switch step := r.At(i)[0] - r.At(i - 1)[0]; {
			case step > 180:
				turn -= 360
			case step < -180:
				turn += 360
			}
		}
		pts[i][0] += turn
		least = min(least, pts[i][0])
	}
	round = math.Abs(pts[len(pts)-1][0]-pts[0][0]) > 180
	shift := 0.0
	if math.IsNaN(*west) {
		*west = least
	} else {
		shift = -360 * math.Floor((least-*west)/360)
	}
	for i := range pts {
		pts[i][0] += shift
		known[pts[i]] = r.At(i)
	}
	return pts, round
}

// topologicalFaults lists what is wrong with a shape but for its coordinates.
func topologicalFaults(s geo.Shape) (faults []Problem) {
	for _, p := range Check(s) {
		switch p.Kind {
		case NotFinite, OutOfRange, SwappedAxes, ProjectedMetres, RoundPole:
		default:
			faults = append(faults, p)
		}
	}
	return faults
}

// remedy is what a repair does about a fault.
func remedy(k Kind) (ChangeKind, words.ID) {
	switch k {
	case SelfIntersection, SelfTouch, Spike:
		return RingSplit, "validity.repaired.split"
	case PartsOverlap, PartsNested, PartsEqual, PartsShareEdge:
		return PartsMerged, "validity.repaired.merged"
	default:
		return HolesSorted, "validity.repaired.holes"
	}
}
