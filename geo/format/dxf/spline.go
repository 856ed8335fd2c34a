package dxf

import (
	"math"

	"zhenjie/geo"
)

// highestDegree is that of the splines drawing programs make.
const highestDegree = 11

// spline is a SPLINE: a B-spline, rational when it has weights, or only the
// points it should go through.
type spline struct {
	flags, degree int
	knots         []float64
	weights       []float64
	controls, fit []geo.Point
}

func (s *spline) take(d *drawing) error {
	g := d.groups
	if len(s.knots)+len(s.weights)+len(s.controls)+len(s.fit) >= 4*d.limits.Vertices {
		return d.tooMany()
	}
	switch g.code {
	case 70:
		return g.intTo(&s.flags)
	case 71:
		return g.intTo(&s.degree)
	case 40:
		return g.appendTo(&s.knots)
	case 41:
		return g.appendTo(&s.weights)
	}
	if list, axis := s.list(g.code); list != nil {
		return g.pointTo(list, axis)
	}
	return nil
}

// list is where the points with that group code go.
func (s *spline) list(code int) (list *[]geo.Point, axis int) {
	switch code {
	case 10, 20:
		return &s.controls, code/10 - 1
	case 11, 21:
		return &s.fit, code/10 - 1
	}
	return nil, 0
}

func (g *groups) appendTo(list *[]float64) error {
	x, err := g.float()
	*list = append(*list, x)
	return err
}

// pointTo takes a coordinate: the first of a point begins a new one.
func (g *groups) pointTo(list *[]geo.Point, axis int) error {
	x, err := g.float()
	switch {
	case axis == 0:
		*list = append(*list, geo.Point{x, 0})
	case len(*list) > 0:
		(*list)[len(*list)-1][1] = x
	}
	return err
}

// sound reports whether the numbers of knots, weights and points agree.
func (s *spline) sound() bool {
	if len(s.controls) == 0 {
		return len(s.fit) > 1
	}
	n, p := len(s.controls), s.degree
	if p < 1 || p > highestDegree || n <= p || len(s.knots) != n+p+1 || len(s.weights) != 0 && len(s.weights) != n {
		return false
	}
	for i := 1; i < len(s.knots); i++ {
		if s.knots[i] < s.knots[i-1] {
			return false
		}
	}
	for _, w := range s.weights {
		if !(w > 0) {
			return false
		}
	}
	return s.knots[p] < s.knots[n]
}

// trace draws nothing where the spline is damaged. A periodic one ends where it
// begins.
func (s *spline) trace(n *pen) ([]geo.Point, bool) {
	closed := s.flags&closedPolyline != 0
	if !s.sound() {
		return nil, closed
	}
	if len(s.controls) == 0 {
		return s.fit, closed
	}
	n.arcs = true
	b := bspline{spline: s, pen: n}
	from := s.knots[s.degree]
	b.pts = n.point(nil, b.at(from))
	for i := s.degree; i < len(s.controls); i++ {
		if to := s.knots[i+1]; to > s.knots[i] {
			b.span(s.knots[i], to)
		}
	}
	return b.pts, closed
}

// bspline draws a spline.
type bspline struct {
	*spline
	pen   *pen
	pts   []geo.Point
	inner [highestDegree + 1][3]float64 // of de Boor's scheme, with weights
}

// span adds the points of one polynomial piece, its beginning excluded. Cut
// into as many parts as its degree at least, no part can hide a bend.
func (b *bspline) span(t0, t1 float64) {
	for i := range b.degree {
		u0 := t0 + (t1-t0)*float64(i)/float64(b.degree)
		u1 := t0 + (t1-t0)*float64(i+1)/float64(b.degree)
		b.part(u0, u1, b.at(u0), b.at(u1), 0)
	}
}

// part halves until the middle and the quarters are near enough to the chord.
func (b *bspline) part(t0, t1 float64, p0, p1 geo.Point, depth int) {
	const deepest = 14
	if b.pen.full {
		return
	}
	b.pen.left -= 3 // for the trials: they take longer than the points
	middle := (t0 + t1) / 2
	pm := b.at(middle)
	if depth < deepest && (!b.near(pm, p0, p1) || !b.near(b.at((t0+middle)/2), p0, p1) || !b.near(b.at((middle+t1)/2), p0, p1)) {
		b.part(t0, middle, p0, pm, depth+1)
		b.part(middle, t1, pm, p1, depth+1)
		return
	}
	b.pts = b.pen.point(b.pts, p1)
}

// near reports whether p is within the tolerance of the line from a to b.
func (b *bspline) near(p, from, to geo.Point) bool {
	dx, dy := to[0]-from[0], to[1]-from[1]
	px, py := p[0]-from[0], p[1]-from[1]
	length := math.Hypot(dx, dy)
	if length <= b.pen.tolerance {
		return math.Hypot(px, py) <= b.pen.tolerance
	}
	return math.Abs(dx*py-dy*px) <= b.pen.tolerance*length
}

// at is the point of the spline at a parameter: C. de Boor, On calculating with
// B-splines, 1972.
func (b *bspline) at(t float64) geo.Point {
	p, k := b.degree, b.interval(t)
	for j := range p + 1 {
		w, c := 1.0, b.controls[k-p+j]
		if len(b.weights) > 0 {
			w = b.weights[k-p+j]
		}
		b.inner[j] = [3]float64{w * c[0], w * c[1], w}
	}
	for r := 1; r <= p; r++ {
		for j := p; j >= r; j-- {
			low, high := b.knots[k-p+j], b.knots[k+1+j-r]
			a := (t - low) / (high - low)
			for i := range 3 {
				b.inner[j][i] = (1-a)*b.inner[j-1][i] + a*b.inner[j][i]
			}
		}
	}
	last := b.inner[p]
	return geo.Point{last[0] / last[2], last[1] / last[2]}
}

// interval is the number of the knot at or before t from which the piece with
// t in it begins.
func (b *bspline) interval(t float64) int {
	low, high := b.degree, len(b.controls)
	for high-low > 1 {
		if middle := (low + high) / 2; b.knots[middle] <= t {
			low = middle
		} else {
			high = middle
		}
	}
	for b.knots[low] == b.knots[low+1] && low > b.degree { // t is the very end
		low--
	}
	return low
}
