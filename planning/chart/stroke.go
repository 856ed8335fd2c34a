package chart

import (
	"math"
	"slices"
)

// stroked returns the areas that lines of a width along contours cover. All of
// them turn the same way, so that a filler takes what overlaps as one.
func stroked(contours []vertexes, width, dash float64) []vertexes {
	var out []vertexes
	for _, c := range contours {
		points := c.points
		if c.closed && len(points) > 0 {
			points = append(points[:len(points):len(points)], points[0])
		}
		if dash > 0 {
			for _, piece := range dashes(points, dash) {
				out = stroke(out, piece, width, false)
			}
			continue
		}
		out = stroke(out, points, width, c.closed)
	}
	return out
}

// stroke adds the areas of one line: mitred where it turns a little, with a
// round joint where it turns much. Pieces meet edge to edge, so that nothing is
// counted twice along a curve.
func stroke(out []vertexes, points []Point, width float64, ring bool) []vertexes {
	points = slices.Compact(slices.Clone(points))
	n := len(points)
	if n < 2 {
		return out
	}
	// side is where a corner of the area lies from the point, along one edge that
	// meets another there.
	side := func(along, other Point) Point {
		dot := along.X*other.X + along.Y*other.Y
		if !turnsLittle(dot) {
			return Point{along.Y * width / 2, -along.X * width / 2}
		}
		k := width / 2 / (1 + dot)
		return Point{(along.Y + other.Y) * k, -(along.X + other.X) * k}
	}
	for i := 1; i < n; i++ {
		along := direction(points[i-1], points[i])
		before, after := along, along
		switch {
		case i > 1:
			before = direction(points[i-2], points[i-1])
		case ring:
			before = direction(points[n-2], points[0])
		}
		switch {
		case i+1 < n:
			after = direction(points[i], points[i+1])
		case ring:
			after = direction(points[0], points[1])
		}
		out = quads(out, points[i-1], points[i], side(along, before), side(along, after))
		if !turnsLittle(along.X*after.X + along.Y*after.Y) {
			out = append(out, joint(points[i], width/2))
		}
	}
	return out
}

// turnsLittle reports whether a line turns by less than 45°, by the cosine.
func turnsLittle(cosine float64) bool { return cosine > 0.7 }

func direction(a, b Point) Point {
	l := math.Hypot(b.X-a.X, b.Y-a.Y)
	return Point{(b.X - a.X) / l, (b.Y - a.Y) / l}
}

// quads adds the area between a and b, which is wide by s at a and by t at b to
// either side, in short pieces: the box round each is small.
func quads(out []vertexes, a, b, s, t Point) []vertexes {
	const most, pieces = 48, 1000
	n := int(min(math.Hypot(b.X-a.X, b.Y-a.Y)/most+1, pieces))
	between := func(p, q Point, k int) Point {
		u := float64(k) / float64(n)
		return Point{p.X + (q.X-p.X)*u, p.Y + (q.Y-p.Y)*u}
	}
	l0, r0, l1, r1 := a.plus(s, 1), a.plus(s, -1), b.plus(t, 1), b.plus(t, -1)
	for k := range n {
		out = append(out, vertexes{points: []Point{
			between(l0, l1, k), between(l0, l1, k+1), between(r0, r1, k+1), between(r0, r1, k),
		}})
	}
	return out
}

func (p Point) plus(q Point, times float64) Point { return Point{p.X + times*q.X, p.Y + times*q.Y} }

// joint is a disc, turning as the areas of a stroke do.
func joint(at Point, r float64) vertexes {
	n := int(min(max(2*math.Pi*r, 8), 64))
	points := make([]Point, n)
	for i := range points {
		s, c := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		points[i] = Point{at.X + r*c, at.Y + r*s}
	}
	return vertexes{points: points}
}

// dashes cuts a line into pieces of a length with gaps as long between them.
func dashes(points []Point, dash float64) [][]Point {
	var out [][]Point
	var piece []Point
	on, left := true, dash
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		l := math.Hypot(b.X-a.X, b.Y-a.Y)
		if on && piece == nil {
			piece = []Point{a}
		}
		at := 0.0
		for l-at > left {
			at += left
			p := Point{a.X + (b.X-a.X)*at/l, a.Y + (b.Y-a.Y)*at/l}
			if on {
				out = append(out, append(piece, p))
				piece = nil
			} else {
				piece = []Point{p}
			}
			on, left = !on, dash
		}
		left -= l - at
		if on {
			piece = append(piece, b)
		}
	}
	if on && len(piece) > 1 {
		out = append(out, piece)
	}
	return out
}
