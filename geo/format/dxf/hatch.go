package dxf

import (
	"math"

	"zhenjie/geo"
)

// hatch is a HATCH: an area given by the lines round it.
type hatch struct {
	loops   []loop
	points  int  // of all loops
	style   int  // what lines inside lines mean: see nest
	begun   bool // the loops have begun
	pattern bool // the loops have ended
}

// loop is one line round the area, of points or of edges end to end.
type loop struct {
	flags int
	line  *polyline
	edges []curve
	turn  []bool // by edge: drawn against its direction
	edge  int    // the kind of the edge in hand
}

// Flags of loops, group 92.
const (
	lineLoop = 2
	textLoop = 8 // left out round a text
)

// Kinds of edges, group 72.
const (
	lineEdge = iota + 1
	arcEdge
	ovalEdge
	splineEdge
)

func (h *hatch) take(d *drawing) error {
	g := d.groups
	switch {
	case g.code == 91:
		h.begun = true
		return nil
	case g.code == 75:
		h.pattern = true
		return g.intTo(&h.style)
	case !h.begun || h.pattern: // the height, the pattern, its seeds
		return nil
	case g.code == 92:
		if len(h.loops) >= d.limits.Rings {
			return geo.BadInput(g.at(), "dxf.rings", "limit", d.limits.Rings)
		}
		l := loop{line: &polyline{light: true, flags: closedPolyline}}
		err := g.intTo(&l.flags)
		h.loops = append(h.loops, l)
		return err
	case len(h.loops) == 0:
		return nil
	}
	if g.code == 10 || g.code == 72 {
		if h.points++; h.points > d.limits.Vertices {
			return d.tooMany()
		}
	}
	l := &h.loops[len(h.loops)-1]
	if l.flags&lineLoop == 0 {
		return l.takeEdge(d)
	}
	switch g.code {
	case 10, 20, 42:
		return l.line.take(d)
	}
	return nil
}

// takeEdge reads a group of an edge.
func (l *loop) takeEdge(d *drawing) error {
	g := d.groups
	if g.code == 72 {
		if err := g.intTo(&l.edge); err != nil {
			return err
		}
		var c curve
		switch l.edge {
		case lineEdge:
			c = &line{}
		case arcEdge:
			c = &arc{}
		case ovalEdge:
			c = &ellipse{ratio: 1, turn: 1}
		case splineEdge:
			c = &spline{}
		default:
			return geo.BadInput(g.at(), "dxf.hatch_edge", "got", snippet(g.value))
		}
		l.edges, l.turn = append(l.edges, c), append(l.turn, false)
		return nil
	}
	if len(l.edges) == 0 {
		return nil
	}
	last := len(l.edges) - 1
	switch c := l.edges[last].(type) {
	case *line:
		return c.take(d)
	case *arc:
		if g.code == 73 {
			return l.direction(g)
		}
		return c.take(d)
	case *ellipse:
		switch g.code {
		case 50:
			return g.floatTo(&c.start)
		case 51:
			return g.floatTo(&c.end)
		case 73:
			return l.direction(g)
		case 41, 42:
			return nil
		}
		return c.take(d)
	case *spline:
		return takeHatchSpline(c, d)
	}
	return nil
}

// direction reads whether the edge in hand runs counterclockwise.
func (l *loop) direction(g *groups) error {
	n, err := g.int()
	l.turn[len(l.turn)-1] = n == 0
	return err
}

// takeHatchSpline is take with the codes that splines have within hatches.
func takeHatchSpline(s *spline, d *drawing) error {
	g := d.groups
	switch g.code {
	case 94:
		return g.intTo(&s.degree)
	case 42:
		return g.appendTo(&s.weights)
	case 10, 20, 11, 21, 40:
		return s.take(d)
	}
	return nil
}

// trace draws a loop, without repeating its first point.
func (l *loop) trace(n *pen) (pts []geo.Point) {
	if l.flags&lineLoop != 0 {
		pts, _ = l.line.trace(n)
		return pts
	}
	for i, c := range l.edges {
		pts = joinEdge(pts, l.traceEdge(n, c, l.turn[i]))
	}
	return pts
}

// traceEdge draws an edge. The angles of a clockwise one are counted clockwise.
func (l *loop) traceEdge(n *pen, c curve, turned bool) []geo.Point {
	switch c := c.(type) {
	case *arc:
		major, minor := geo.Point{c.radius, 0}, geo.Point{0, c.radius}
		return sweepEdge(n, c.centre, major, minor, c.start, c.end, turned)
	case *ellipse:
		return sweepEdge(n, c.centre, c.major, c.minor(), c.start, c.end, turned)
	}
	pts, _ := c.trace(n)
	return pts
}

func sweepEdge(n *pen, centre, major, minor geo.Point, start, end float64, turned bool) []geo.Point {
	if turned {
		minor = geo.Point{-minor[0], -minor[1]}
	}
	return n.oval(nil, centre, major, minor, start*degree, onward(start*degree, end*degree), true)
}

// joinEdge adds an edge to those before it, turned round if it fits that way.
func joinEdge(pts, edge []geo.Point) []geo.Point {
	if len(pts) == 0 || len(edge) == 0 {
		return append(pts, edge...)
	}
	end, last := pts[len(pts)-1], len(edge)-1
	if distance(end, edge[last]) < distance(end, edge[0]) {
		for i := last - 1; i >= 0; i-- {
			pts = append(pts, edge[i])
		}
		return pts
	}
	return append(pts, edge[1:]...)
}

func distance(a, b geo.Point) float64 { return math.Hypot(a[0]-b[0], a[1]-b[1]) }
