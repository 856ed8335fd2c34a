package shaping

import (
	"errors"
	"math"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// The tests draw in metres round a town in Zhejiang and look at the answers in
// metres again: expected values are those of drawings on squared paper.
var (
	here   = geo.Point{119.3, 30.2}
	plane  = PlaneAt(here)
	origin = plane.ToPlane(here)
)

// at is the place some metres east and north of the origin.
func at(east, north float64) geo.Point {
	return plane.ToDegrees(geo.Point{origin[0] + east, origin[1] + north})
}

// metres are the metres east and north of the origin of a place.
func metres(p geo.Point) (east, north float64) {
	m := plane.ToPlane(p)
	return m[0] - origin[0], m[1] - origin[1]
}

// ring closes the corners given as metres east and north in turn.
func ring(xy ...float64) []geo.Point {
	var pts []geo.Point
	for i := 0; i+1 < len(xy); i += 2 {
		pts = append(pts, at(xy[i], xy[i+1]))
	}
	return append(pts, pts[0])
}

// square is that of a side, its lower left corner at x, y metres.
func square(x, y, side float64) []geo.Point {
	return ring(x, y, x+side, y, x+side, y+side, x, y+side)
}

// towards reports whether a place is within a millimetre of metres east and north.
func towards(p geo.Point, east, north float64) bool {
	e, n := metres(p)
	return math.Hypot(e-east, n-north) < 0.001
}

// flatArea is the area in the plane, m².
func flatArea(s geo.Shape) float64 {
	sum := 0.0
	for ref, r := range s.All() {
		twice := 0.0
		for i := range r.Corners() {
			ax, ay := metres(r.At(i))
			bx, by := metres(r.Next(i))
			twice += ax*by - bx*ay
		}
		if ref.Ring == 0 {
			sum += math.Abs(twice) / 2
		} else {
			sum -= math.Abs(twice) / 2
		}
	}
	return sum
}

func near(t testing.TB, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s is %.9g, want %.9g ± %g", what, got, want, tolerance)
	}
}

// kind is the id of the sentence an error carries, "" for none.
func kind(err error) words.ID {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return bad.Kind
	}
	if err != nil {
		return words.ID(err.Error())
	}
	return ""
}
