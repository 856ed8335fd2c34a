package topology

import (
	"math"
	"math/big"
)

// meetingPoint is the point in which two edges cross, rounded to float64, for
// edges known to cross. It lies in the boxes of both. Twice the usual precision
// makes it the same point whichever edge is named first.
func meetingPoint(a, b, c, d xy) xy {
	rx, ry := exactly(b.x, a.x), exactly(b.y, a.y)
	sx, sy := exactly(d.x, c.x), exactly(d.y, c.y)
	qx, qy := exactly(c.x, a.x), exactly(c.y, a.y)
	left, right := rx.times(sy), ry.times(sx)
	den := left.minus(right)
	if !(math.Abs(den.hi) > 0x1p-40*(math.Abs(left.hi)+math.Abs(right.hi))) {
		return clamped(fractionPoint(a, b, c, d), a, b, c, d)
	}
	t := qx.times(sy).minus(qy.times(sx)).over(den)
	return clamped(xy{t.times(rx).plus(a.x), t.times(ry).plus(a.y)}, a, b, c, d)
}

// clamped moves a rounded point into the boxes of both edges.
func clamped(p, a, b, c, d xy) xy {
	e, f := boxOf(a, b), boxOf(c, d)
	return xy{
		min(max(p.x, e.x0, f.x0), e.x1, f.x1),
		min(max(p.y, e.y0, f.y0), e.y1, f.y1),
	}
}

// fractionPoint is meetingPoint in fractions, for edges that are nearly parallel.
func fractionPoint(a, b, c, d xy) xy {
	rat := func(x float64) *big.Rat { return new(big.Rat).SetFloat64(x) }
	sub := func(x, y float64) *big.Rat { return new(big.Rat).Sub(rat(x), rat(y)) }
	mul := func(x, y *big.Rat) *big.Rat { return new(big.Rat).Mul(x, y) }
	rx, ry, sx, sy := sub(b.x, a.x), sub(b.y, a.y), sub(d.x, c.x), sub(d.y, c.y)
	den := mul(rx, sy)
	den.Sub(den, mul(ry, sx))
	t := mul(sub(c.x, a.x), sy)
	t.Sub(t, mul(sub(c.y, a.y), sx))
	t.Quo(t, den) // edges that cross are not parallel
	x, _ := mul(t, rx).Add(mul(t, rx), rat(a.x)).Float64()
	y, _ := mul(t, ry).Add(mul(t, ry), rat(a.y)).Float64()
	return xy{x, y}
}

// double is a number of some 106 bits, the sum of two floats (Dekker, A
// Floating-Point Technique for Extending the Available Precision, 1971).
type double struct{ hi, lo float64 }

func exactly(a, b float64) double {
	hi, lo := difference(a, b)
	return double{hi, lo}
}

func (a double) times(b double) double {
	hi, lo := product(a.hi, b.hi)
	return normal(hi, lo+(a.hi*b.lo+a.lo*b.hi))
}

func (a double) minus(b double) double {
	hi, lo := difference(a.hi, b.hi)
	return normal(hi, lo+(a.lo-b.lo))
}

// over is a/b by two steps of long division.
func (a double) over(b double) double {
	q := a.hi / b.hi
	rest := a.minus(b.times(double{hi: q}))
	return normal(q, rest.hi/b.hi)
}

// plus is a+x as one float.
func (a double) plus(x float64) float64 {
	hi, lo := sum(a.hi, x)
	return hi + (lo + a.lo)
}

func normal(hi, lo float64) double {
	s := hi + lo
	return double{s, lo - (s - hi)}
}
