package chart

import "math"

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

// stroke adds the areas of one line, with round joints where it turns.
func stroke(out []vertexes, points []Point, width float64, ring bool) []vertexes {
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		l := math.Hypot(b.X-a.X, b.Y-a.Y)
		if l == 0 {
			continue
		}
		nx, ny := (b.Y-a.Y)/l*width/2, (a.X-b.X)/l*width/2
		// In short pieces, so that the box round each is small.
		const most, pieces = 48, 1000
		n := int(min(l/most+1, pieces))
		p := a
		for k := 1; k <= n; k++ {
			t := float64(k) / float64(n)
			q := Point{a.X + (b.X-a.X)*t, a.Y + (b.Y-a.Y)*t}
			out = append(out, vertexes{points: []Point{{p.X + nx, p.Y + ny}, {q.X + nx, q.Y + ny}, {q.X - nx, q.Y - ny}, {p.X - nx, p.Y - ny}}})
			p = q
		}
		if i+1 < len(points) || ring {
			out = append(out, joint(b, width/2))
		}
	}
	return out
}

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
