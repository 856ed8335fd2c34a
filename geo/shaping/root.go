package shaping

import "math"

// The accuracy of an area asked for, m².
const (
	aim    = 0.1 // the search ends here
	enough = 1.0 // and this much is taken when corners rounded to 0.1 mm allow no better
)

// found is a place where a growing function was looked at.
type found struct{ x, f float64 }

// solve finds where a growing function f is 0 to aim, starting at 0 where it is f0
// and climbs by slope, and staying between lo and hi. It returns the best place
// seen; the function is looked at some ten times, eighty at most.
func solve(f func(float64) (float64, error), f0, slope, lo, hi float64) (found, error) {
	a := found{0, f0}
	if math.Abs(f0) <= aim {
		return a, nil
	}
	for step := -f0 / slope; ; step *= 2 {
		x := min(max(step, lo), hi)
		y, err := f(x)
		b := found{x, y}
		switch {
		case err != nil:
			return b, err
		case math.Signbit(y) != math.Signbit(f0):
			return narrow(f, a, b)
		case math.Abs(y) <= aim || x == lo || x == hi:
			return b, nil
		}
		a = b
	}
}

// narrow finds a zero between two places with different signs: Chandrupatla's
// method (1997, "A new hybrid quadratic/bisection algorithm for finding the zero
// of a nonlinear function"), inverse quadratic interpolation where it is safe and
// halving where it is not.
func narrow(f func(float64) (float64, error), a, b found) (found, error) {
	const finest = 1e-7 // metres
	t, c := 0.5, a
	if math.Abs(a.f-b.f) > 0 {
		t = a.f / (a.f - b.f)
	}
	for range 60 {
		best := a
		if math.Abs(b.f) < math.Abs(a.f) {
			best = b
		}
		if math.Abs(best.f) <= aim || math.Abs(b.x-a.x) < finest {
			return best, nil
		}
		x := a.x + t*(b.x-a.x)
		y, err := f(x)
		if err != nil {
			return best, err
		}
		if next := (found{x, y}); math.Signbit(y) == math.Signbit(a.f) {
			c, a = a, next
		} else {
			c, b, a = b, a, next
		}
		t = interpolated(a, b, c)
		least := finest / 2 / math.Abs(b.x-a.x)
		t = min(max(t, least), 1-least)
	}
	return a, nil
}

// interpolated is where between a and b, as a fraction of the way, the inverse
// parabola through all three is 0; a half where it cannot be trusted.
func interpolated(a, b, c found) float64 {
	xi, phi := (a.x-b.x)/(c.x-b.x), (a.f-b.f)/(c.f-b.f)
	if !(phi*phi < xi && (1-phi)*(1-phi) < 1-xi) {
		return 0.5
	}
	return a.f/(b.f-a.f)*c.f/(b.f-c.f) + (c.x-a.x)/(b.x-a.x)*a.f/(c.f-a.f)*b.f/(c.f-b.f)
}
