package drawing

import (
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/area"
	"zhenjie/geo/crs"
	"zhenjie/geo/shaping"
	"zhenjie/planning"
)

// Side is a run of edges of one ring, going round from First to Last.
type Side struct {
	Ring        geo.RingRef
	First, Last int
	corners     int
}

// Edges is how many edges the side has.
func (s Side) Edges() int { return (s.Last-s.First+s.corners)%s.corners + 1 }

// Side is the side between the selected corners: two corners or more of one
// ring, and the shorter way between the two that are farthest apart in it.
func (c *Corners) Side() (side Side, ok bool) {
	list := c.list()
	if len(list) < 2 || !shaping.Has(c.b.shape(), list[0]) {
		return side, false
	}
	ref := list[0].RingRef
	n := c.b.shape().Ring(ref.Part, ref.Ring).Corners()
	at := make([]int, 0, len(list))
	for _, v := range list {
		if v.RingRef != ref {
			return side, false
		}
		at = append(at, v.Corner)
	}
	// The side leaves out the widest gap between selected corners.
	widest, from := -1, 0
	for i, a := range at {
		next := at[(i+1)%len(at)]
		if gap := (next - a + n) % n; gap > widest {
			widest, from = gap, (i+1)%len(at)
		}
	}
	first, last := at[from], at[(from+len(at)-1)%len(at)]
	return Side{Ring: ref, First: first, Last: (last - 1 + n) % n, corners: n}, true
}

// Largest is the largest part of a shape.
func Largest(s geo.Shape) geo.Shape {
	best, most := geo.Shape{}, geo.Area(-1)
	for i := range s.Parts() {
		if a := area.GeodesicOn(s.Part(i), crs.CGCS2000); a > most {
			best, most = s.Part(i), a
		}
	}
	return best
}

// ParseMetres reads a length in metres as people type it: "12.5", "-3 m", "１０米".
func ParseMetres(text string) (float64, error) {
	s := strings.ReplaceAll(planning.Plain(text), "−", "-") // the minus of typesetters
	for _, unit := range []string{"米", "m", "M"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, unit))
	}
	x, err := planning.ParseNumber(s)
	if err != nil {
		return 0, geo.BadInput(geo.At{}, "op.not_metres", "text", text)
	}
	return x, nil
}

// Ends are the corners of an outline that the side runs between.
func (s Side) Ends(of geo.Shape) (from, to geo.Point) {
	ring := of.Ring(s.Ring.Part, s.Ring.Ring)
	return ring.At(s.First), ring.Next(s.Last)
}

// Clockwise are the ends in the order a clockwise walk round the outline meets
// them.
func (s Side) Clockwise(of geo.Shape) (from, to geo.Point) {
	from, to = s.Ends(of)
	if turns(of.Ring(s.Ring.Part, s.Ring.Ring)) > 0 {
		from, to = to, from
	}
	return from, to
}

// turns is twice the signed area of a ring about its first corner, in square
// degrees: above 0 where it runs counterclockwise.
func turns(r geo.Ring) float64 {
	sum, o := 0.0, r.At(0)
	for i := range r.Corners() {
		a, b := r.At(i), r.Next(i)
		sum += (a[0]-o[0])*(b[1]-o[1]) - (b[0]-o[0])*(a[1]-o[1])
	}
	return sum
}
