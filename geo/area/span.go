package area

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// span is the longitudes of a shape, degrees.
type span struct{ west, east float64 }

// longitudes finds the span of a shape, NaN when one of its longitudes is.
func longitudes(s geo.Shape) span {
	west, east := math.Inf(1), math.Inf(-1)
	for _, r := range s.All() {
		for i := range r.Len() {
			lon := r.At(i)[0]
			west, east = min(west, lon), max(east, lon)
		}
	}
	return span{west, east}
}

// empty reports whether the shape had no point.
func (s span) empty() bool { return s.west > s.east }

func (s span) middle() float64 { return (s.west + s.east) / 2 }

// farthest is how many degrees a shape may lie from its zone's meridian. The
// projection is exact far beyond; an area on such a plane means nothing.
const farthest = 10

// within reports whether the span lies close enough to a zone's meridian.
func (s span) within(zone crs.System) bool {
	cm := zone.CentralMeridian()
	return zone.Kind == crs.Projected && cm-s.west <= farthest && s.east-cm <= farthest
}
