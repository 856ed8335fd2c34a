package detect

import (
	"math"
	"sync"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// planes are the systems in metres, zones of towns before those of provinces.
var planes = sync.OnceValue(func() []crs.System {
	var all []crs.System
	for _, s := range crs.All() {
		if s.Metres() {
			all = append(all, s)
		}
	}
	const first, last = 43, 53 // the UTM zones of China
	for zone := first; zone <= last; zone++ {
		all = append(all, crs.UTM(zone, false))
	}
	return all
})

// beyond is how far data may lie outside their zone, degrees: a county keeps to
// one zone where it reaches into the next.
const beyond = 0.75

// fits reports whether a box of numbers, its axes already in order, may be counted
// in a system: degrees on the earth, metres where the system is used.
func fits(s crs.System, box geo.Bound, swapped bool) (Candidate, bool) {
	if !s.Metres() {
		return Candidate{System: s, Swapped: swapped, Place: middle(box)}, InDegrees(box)
	}
	if InDegrees(box) || !InZone(s, box) {
		return Candidate{}, false
	}
	west, east := math.Inf(-1), math.Inf(1)
	if s.Kind == crs.Projected && s.Width != 0 {
		reach := float64(s.Width)/2 + beyond
		west, east = s.CentralMeridian()-reach, s.CentralMeridian()+reach
	}
	for _, corner := range corners(box) {
		if at := s.ToDegrees(corner); !(at[0] >= west && at[0] <= east && math.Abs(at[1]) <= 90) {
			return Candidate{}, false
		}
	}
	return Candidate{System: s, Swapped: swapped, Place: s.ToDegrees(middle(box))}, true
}

// InZone reports whether the eastings of a box may be metres of a system, going
// by the zone number: half a million metres either side of the meridian hold
// every zone; a number in front leaves no more room than that, and without one
// there is more.
func InZone(s crs.System, box geo.Bound) bool {
	if s.Kind != crs.Projected {
		return true
	}
	reach := 1e6
	if s.Zone != 0 {
		reach = 0.5e6
	}
	origin := s.Projection().FalseEasting
	return box.Min[0] >= origin-reach && box.Max[0] < origin+reach
}

// InDegrees reports whether a box may be longitudes and latitudes.
func InDegrees(b geo.Bound) bool {
	return b.Min[0] >= -180 && b.Max[0] <= 180 && b.Min[1] >= -90 && b.Max[1] <= 90
}

// Swap exchanges the axes of a box.
func Swap(b geo.Bound) geo.Bound {
	return geo.Bound{Min: geo.Point{b.Min[1], b.Min[0]}, Max: geo.Point{b.Max[1], b.Max[0]}}
}

// degrees is the candidate's box in degrees, for the numbers in box.
func (c Candidate) degrees(box geo.Bound) geo.Bound {
	if c.Swapped {
		box = Swap(box)
	}
	out := geo.Bound{Min: geo.Point{math.Inf(1), math.Inf(1)}, Max: geo.Point{math.Inf(-1), math.Inf(-1)}}
	for _, corner := range corners(box) {
		out = out.Extend(c.System.ToDegrees(corner))
	}
	return out
}

func middle(b geo.Bound) geo.Point {
	return geo.Point{(b.Min[0] + b.Max[0]) / 2, (b.Min[1] + b.Max[1]) / 2}
}

func corners(b geo.Bound) [4]geo.Point {
	return [4]geo.Point{b.Min, {b.Max[0], b.Min[1]}, b.Max, {b.Min[0], b.Max[1]}}
}
