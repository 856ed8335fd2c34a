package points

import (
	"cmp"
	"math"
	"slices"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// Extreme returns the point that lies farthest to a side, by longitude or by
// latitude: 最东点. Of equals it is the one with the lowest number; ok is false
// when no point has a place.
func (t Table) Extreme(s planning.Side) (p Point, ok bool) {
	far := math.Inf(-1)
	for _, q := range t.points {
		if d := toward(s, q.Degrees); d > far && !math.IsInf(d, 0) {
			p, far, ok = q, d, true
		}
	}
	return p, ok
}

// toward is how far a place lies to a side, in degrees.
func toward(s planning.Side, p geo.Point) float64 {
	switch s {
	case planning.East:
		return p[0]
	case planning.South:
		return -p[1]
	case planning.West:
		return -p[0]
	default:
		return p[1]
	}
}

// Outer returns point number n; ok is false when no outer ring has it.
func (t Table) Outer(n int) (p Point, ok bool) {
	if n < 1 || n > len(t.points) {
		return Point{}, false
	}
	p = t.points[n-1]
	return p, t.rings[p.Ring-1].outer
}

// Stretch is the run of edges along which a neighbour lies: from one point to
// another of the same outer ring, numbers rising and going on at the ring's
// beginning. Where both are one point it goes all the way round.
type Stretch struct {
	From, To Point
	Length   float64 // metres of the table's plane
	middle   float64 // metres from the ring's first point to the middle
}

// Stretch finds where a neighbour lies: at the points nearest to its ends. ok is
// false when there is no outer ring.
func (t Table) Stretch(n planning.Neighbour) (s Stretch, ok bool) {
	from := t.nearest(n.From, func(r run) bool { return r.outer })
	if from < 0 {
		return Stretch{}, false
	}
	ring := t.rings[t.points[from].Ring-1]
	to := t.nearest(n.To, func(r run) bool { return r == ring })
	if to < 0 {
		return Stretch{}, false
	}
	s = Stretch{From: t.points[from], To: t.points[to]}
	before := t.length(ring.from, from)
	if to > from {
		s.Length = t.length(from, to)
	} else {
		s.Length = t.length(from, ring.to) + t.length(ring.from, to)
	}
	s.middle = before + s.Length/2
	return s, true
}

// length is that of the edges of points from … to−1.
func (t Table) length(from, to int) float64 {
	sum := 0.0
	for _, p := range t.points[from:to] {
		sum += p.Length
	}
	return sum
}

// nearest is the index of the point nearest to a place among some rings, −1 when
// there is none.
func (t Table) nearest(to geo.Point, among func(run) bool) int {
	at, best := -1, math.Inf(1)
	shrink := math.Cos(to[1] * math.Pi / 180)
	for _, r := range t.rings {
		if !among(r) {
			continue
		}
		for i := r.from; i < r.to; i++ {
			p := t.points[i].Degrees
			if d := math.Hypot((p[0]-to[0])*shrink, p[1]-to[1]); d < best {
				at, best = i, d
			}
		}
	}
	return at
}

// corners are the directions, east and north, of the corners at which a side
// begins and ends, going clockwise.
var corners = map[planning.Side][2][2]float64{
	planning.East:  {{1, 1}, {1, -1}},
	planning.South: {{1, -1}, {-1, -1}},
	planning.West:  {{-1, -1}, {-1, 1}},
	planning.North: {{-1, 1}, {1, 1}},
}

// Side is the stretch that makes up a side of the outer ring that reaches farthest
// there: from its corner to the next, as from the north-east to the south-east. ok
// is false when there is no such ring.
func (t Table) Side(s planning.Side) (Stretch, bool) {
	far, ok := t.Extreme(s)
	if !ok || t.plane.IsZero() {
		return Stretch{}, false
	}
	ring := t.rings[far.Ring-1]
	if !ring.outer {
		return Stretch{}, false
	}
	points := t.points[ring.from:ring.to]
	flat := make([]geo.Point, len(points))
	for i, p := range points {
		flat[i] = geo.Point{p.East, p.North}
	}
	at := corners[s]
	from, to := points[corner(flat, at[0][0], at[0][1])], points[corner(flat, at[1][0], at[1][1])]
	return t.Stretch(planning.Neighbour{From: from.Degrees, To: to.Degrees})
}

// Suggest makes the text of a side of its neighbours, in the order of a clockwise
// walk: "上村、龙溪". One without a name is called by its kind. The zero Text means
// that no neighbour is on this side.
func (t Table) Suggest(s planning.Side, all planning.List[planning.Neighbour]) words.Text {
	var met []planning.Neighbour
	for _, n := range all.All() {
		if n.Side == s {
			met = append(met, n)
		}
	}
	slices.SortStableFunc(met, func(a, b planning.Neighbour) int { return cmp.Compare(t.along(s, a), t.along(s, b)) })
	var text words.Text
	for i, n := range met {
		switch {
		case i == 0:
			text = called(n)
		case n.Name != met[i-1].Name || n.Name == "" && n.Kind != met[i-1].Kind:
			text = words.Say("neighbour.and", "before", text, "next", called(n))
		}
	}
	return text
}

// called is a neighbour's name or, where it has none, its kind.
func called(n planning.Neighbour) words.Text {
	if n.Name == "" {
		return n.Kind.Title()
	}
	return words.Raw(n.Name)
}

// along is how far on a clockwise walk one meets the middle of a neighbour. The
// walk begins opposite the middle of the side, so that it takes the side in one go.
func (t Table) along(s planning.Side, n planning.Neighbour) float64 {
	stretch, ok := t.Stretch(n)
	side, whole := t.Side(s)
	if !ok || !whole {
		return 0
	}
	ring := t.rings[side.From.Ring-1]
	round := t.length(ring.from, ring.to)
	return math.Mod(stretch.middle-side.middle+1.5*round, round)
}
