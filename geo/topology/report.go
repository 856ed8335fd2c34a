package topology

import (
	"cmp"
	"math"
	"slices"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// maxPlaces is how many problems of one kind are listed; the rest are counted
// in one more problem of the kind.
const maxPlaces = 100

// report collects problems, so many of each kind.
type report struct {
	problems []Problem
	seen     map[Kind]int
	rest     map[Kind]Problem // the first of each kind that was not listed
	several  bool             // the shape has more than one part
	partial  bool             // the search was given up when enough was found
}

// add takes a problem down; say makes its text, if it is to be listed: a
// sentence for each of a million would fill the memory.
func (r *report) add(p Problem, say func() words.Text) {
	if r.seen == nil {
		r.seen = map[Kind]int{}
	}
	n := r.seen[p.Kind]
	r.seen[p.Kind] = n + 1
	switch {
	case n < maxPlaces:
		p.Text = say()
		r.problems = append(r.problems, p)
	case n == maxPlaces:
		if r.rest == nil {
			r.rest = map[Kind]Problem{}
		}
		r.rest[p.Kind] = p
	}
}

// list returns the problems by part, ring and corner, and then what was only
// counted.
func (r *report) list() []Problem {
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Part, b.Part), cmp.Compare(a.Ring, b.Ring),
			cmp.Compare(a.Vertex, b.Vertex), cmp.Compare(a.Kind, b.Kind))
	})
	kinds := make([]Kind, 0, len(r.rest))
	for k := range r.rest {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	for _, k := range kinds {
		p := r.rest[k]
		id := words.ID("validity.more")
		if r.partial {
			id = "validity.more_at_least"
		}
		p.Vertex = -1
		p.Text = words.Say(id, "n", r.seen[k]-maxPlaces, "what", words.Say(words.ID("validity.name."+string(k))))
		r.problems = append(r.problems, p)
	}
	return r.problems
}

// place says a position to the millimetre: eight decimals of a degree, three of
// what can only be metres.
func place(p geo.Point) words.Text {
	decimals := 8
	if math.Abs(p[0]) > 1000 || math.Abs(p[1]) > 1000 {
		decimals = 3
	}
	return words.Say("validity.place", "x", geo.Decimal(p[0], decimals), "y", geo.Decimal(p[1], decimals))
}

// name says which ring is meant, as people count: from 1, the outer ring apart.
func (r *report) name(ref geo.RingRef) words.Text {
	part, hole := ref.Part+1, ref.Ring
	switch {
	case r.several && hole == 0:
		return words.Say("validity.outer_of", "part", part)
	case r.several:
		return words.Say("validity.hole_of", "part", part, "hole", hole)
	case hole == 0:
		return words.Say("validity.outer")
	default:
		return words.Say("validity.hole", "hole", hole)
	}
}
