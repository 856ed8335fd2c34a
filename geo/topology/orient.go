package topology

import "math"

// xy is a point of the plane the checks work in. It is a struct and not an
// array so that the compiler keeps it in registers.
type xy struct{ x, y float64 }

// less orders points by x, then by y: the order a sweep from the left meets
// them in.
func (p xy) less(q xy) bool { return p.x < q.x || p.x == q.x && p.y < q.y }

// orient returns the side of the line from a to b on which c lies: +1 left,
// −1 right, 0 exactly on it. It is exact for all coordinates that prepare lets
// through (zero, or between 1e-120 and 1e15 in size): no product of their
// differences, nor any rounding error of one, leaves the range of float64.
//
// J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast Robust
// Geometric Predicates, 1997: the filter is his stage A, the rest sums the
// exact products. go-geom's predicates do not serve: both xy and bigxy round
// the differences to 53 bits.
func orient(a, b, c xy) int {
	// The conversions keep compilers from fusing a product with the subtraction,
	// which the error bound does not allow for.
	left := float64((a.x - c.x) * (b.y - c.y))
	right := float64((a.y - c.y) * (b.x - c.x))
	det := left - right
	bound := orientBound * (math.Abs(left) + math.Abs(right))
	switch {
	case det > bound:
		return 1
	case det < -bound:
		return -1
	}
	return orientExact(a, b, c)
}

// orientBound is Shewchuk's ccwerrboundA, (3 + 16ε)ε with ε = 2⁻⁵³.
const orientBound = (3 + 16*0x1p-53) * 0x1p-53

func orientExact(a, b, c xy) int {
	ax, ax0 := difference(a.x, c.x)
	ay, ay0 := difference(a.y, c.y)
	bx, bx0 := difference(b.x, c.x)
	by, by0 := difference(b.y, c.y)
	if ax0 == 0 && ay0 == 0 && bx0 == 0 && by0 == 0 {
		// Two products to compare, each the exact sum of its rounded value and the
		// error of that. Rounding keeps the order, so the rounded values decide
		// unless they are equal.
		left, left0 := product(ax, by)
		right, right0 := product(ay, bx)
		if left == right {
			left, right = left0, right0
		}
		return compare(left, right)
	}
	var e expansion
	e.addProduct(ax, by)
	e.addProduct(ax, by0)
	e.addProduct(ax0, by)
	e.addProduct(ax0, by0)
	e.addProduct(-ay, bx)
	e.addProduct(-ay, bx0)
	e.addProduct(-ay0, bx)
	e.addProduct(-ay0, bx0)
	return e.sign()
}

func compare(a, b float64) int {
	switch {
	case a > b:
		return 1
	case a < b:
		return -1
	}
	return 0
}

// difference returns a−b as a rounded value and the exact error of it.
func difference(a, b float64) (x, err float64) {
	x = a - b
	bv := a - x
	av := x + bv
	return x, (a - av) + (bv - b)
}

// sum returns a+b as a rounded value and the exact error of it.
func sum(a, b float64) (x, err float64) {
	x = a + b
	bv := x - a
	av := x - bv
	return x, (a - av) + (b - bv)
}

// product returns a·b as a rounded value and the exact error of it.
func product(a, b float64) (x, err float64) {
	x = a * b
	return x, math.FMA(a, b, -x)
}

// expansion is a number as an exact sum of floats that do not overlap, smallest
// first (Shewchuk's section 2). Sixteen hold eight products.
type expansion struct {
	part [16]float64
	n    int
}

func (e *expansion) addProduct(a, b float64) {
	hi, lo := product(a, b)
	e.add(lo)
	e.add(hi)
}

// add is Shewchuk's Grow-Expansion; parts that are zero are left out.
func (e *expansion) add(b float64) {
	n := 0
	for _, part := range e.part[:e.n] {
		var err float64
		if b, err = sum(b, part); err != 0 {
			e.part[n] = err
			n++
		}
	}
	if b != 0 {
		e.part[n] = b
		n++
	}
	e.n = n
}

func (e *expansion) sign() int {
	if e.n == 0 {
		return 0
	}
	return compare(e.part[e.n-1], 0)
}

// crossing returns the point where the lines through ab and cd meet, for
// segments known to cross. It is rounded: a place to show, never one to decide by.
func crossing(a, b, c, d xy) xy {
	rx, ry := b.x-a.x, b.y-a.y
	sx, sy := d.x-c.x, d.y-c.y
	t := ((c.x-a.x)*sy - (c.y-a.y)*sx) / (rx*sy - ry*sx)
	if !(t >= 0 && t <= 1) {
		t = 0.5 // nearly parallel: any point of the short way is as good
	}
	return xy{a.x + t*rx, a.y + t*ry}
}
