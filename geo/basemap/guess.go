package basemap

import (
	"math"
	"slices"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// Systems lists the coordinate systems a box of a world file may be counted
// in, the likeliest first: with a place near which it should lie, by the
// distance from there. A single one leaves no doubt; none fits where the box
// is on no map of China.
func Systems(b geo.Bound, near geo.Point, known bool) []crs.System {
	middle := geo.Point{(b.Min[0] + b.Max[0]) / 2, (b.Min[1] + b.Max[1]) / 2}
	if b.Min[0] >= -180 && b.Max[0] <= 180 && b.Min[1] >= -90 && b.Max[1] <= 90 {
		s, _ := crs.ByEPSG(crs.Degrees4490)
		return []crs.System{s}
	}
	var out []crs.System
	for _, s := range crs.All() {
		if s.Usable() == nil && fits(s, middle) {
			out = append(out, s)
		}
	}
	// Without a place, 3° zones come first: surveys of towns use them.
	slices.SortStableFunc(out, func(a, b crs.System) int {
		if known {
			return sign(distance(a, middle, near) - distance(b, middle, near))
		}
		return rank(a) - rank(b)
	})
	return out
}

func rank(s crs.System) int {
	switch {
	case s.Kind == crs.WebMercator:
		return 0
	case s.Width == 3:
		return 1
	}
	return 2
}

func sign(x float64) int {
	switch {
	case x < 0:
		return -1
	case x > 0:
		return 1
	}
	return 0
}

// fits reports whether a point may be metres of a system: for a zone, within
// it and a bit beyond, and in the latitudes of China; for Web Mercator, in
// China.
func fits(s crs.System, p geo.Point) bool {
	if !s.Metres() {
		return false
	}
	at := s.ToDegrees(p)
	if !(at[1] > 3 && at[1] < 54 && at[0] > 70 && at[0] < 138) {
		return false
	}
	beyond := float64(s.Width)/2 + 1
	return s.Kind == crs.WebMercator || math.Abs(at[0]-s.CentralMeridian()) <= beyond
}

// distance is how far a point of a system lies from a place, in degrees of
// latitude.
func distance(s crs.System, p, near geo.Point) float64 {
	at := s.ToDegrees(p)
	return math.Hypot((at[0]-near[0])*math.Cos(near[1]*math.Pi/180), at[1]-near[1])
}
