package snap

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
)

// line is a guide or an edge in the plane: the places from + t·along, along being
// of length 1, for least ≤ t ≤ most.
type line struct {
	kind        Kind
	from, along geo.Point
	least, most float64
}

// edge is the edge from a to b; ok is false when it has no length.
func edge(a, b geo.Point) (l line, ok bool) {
	along, ok := flat.Unit(flat.Sub(b, a))
	return line{Edge, a, along, 0, flat.Length(flat.Sub(b, a))}, ok
}

// beyond is what lies beyond b on the way from a to b.
func beyond(a, b geo.Point) (l line, ok bool) {
	along, ok := flat.Unit(flat.Sub(b, a))
	return line{Extension, b, along, 0, math.Inf(1)}, ok
}

// across is the line through b at a right angle to the way from a.
func across(a, b geo.Point) (l line, ok bool) {
	along, ok := flat.Unit(flat.Right(flat.Sub(b, a)))
	return line{RightAngle, b, along, math.Inf(-1), math.Inf(1)}, ok
}

func (l *line) at(t float64) geo.Point { return flat.Add(l.from, t, l.along) }

// foot is the place on the line nearest to p, and its distance.
func (l *line) foot(p geo.Point) (t, distance float64) {
	t = min(max(flat.Dot(flat.Sub(p, l.from), l.along), l.least), l.most)
	return t, flat.Length(flat.Sub(p, l.at(t)))
}

// cut is where two lines cross; ok is false when they do not, or at less than 5°,
// which moves too far with the hand.
func (l *line) cut(o *line) (at geo.Point, ok bool) {
	const sin5 = 0.0872
	d := flat.Cross(l.along, o.along)
	if math.Abs(d) < sin5 {
		return at, false
	}
	gap := flat.Sub(o.from, l.from)
	t, u := flat.Cross(gap, o.along)/d, flat.Cross(gap, l.along)/d
	return l.at(t), t >= l.least && t <= l.most && u >= o.least && u <= o.most
}

// keep is how many lines are tried for crossings: more than a few near the pointer
// are a thicket in which nobody means one.
const keep = 8

// nearest holds the nearest lines seen, in order.
type nearest struct {
	lines     [keep]line
	distances [keep]float64
	n         int
}

func (k *nearest) add(l line, distance float64) {
	i := k.n
	if i == keep {
		if distance >= k.distances[keep-1] {
			return
		}
		i--
	} else {
		k.n++
	}
	for ; i > 0 && k.distances[i-1] > distance; i-- {
		k.lines[i], k.distances[i] = k.lines[i-1], k.distances[i-1]
	}
	k.lines[i], k.distances[i] = l, distance
}
