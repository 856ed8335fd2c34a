package chart

import (
	"math"
	"slices"
	"strings"
)

// Draw lays the chart out.
func (c Flow) Draw(width, height float64) *Drawing {
	p := c.planned(newDrawing(width, height).Width)
	d := newDrawing(max(width, p.size.X), max(height, p.size.Y))
	d.Title, d.Lang = c.Title, c.Lang
	for _, h := range p.heads {
		d.rect(h.box, 1.4, AccentTint, Line{})
		top := h.box.middle().Y - (textHeight(h.name, headStyle)+textHeight(h.loop, loopStyle))/2
		d.writeLines(h.box.middle().X, top+textHeight(h.name, headStyle)/2, headStyle, h.name)
		d.writeLines(h.box.middle().X, top+textHeight(h.name, headStyle)+textHeight(h.loop, loopStyle)/2, loopStyle, h.loop)
	}
	for i := range p.edges {
		p.edges[i].draw(d)
	}
	for i := range p.nodes {
		p.nodes[i].draw(d)
	}
	for i := range p.edges {
		p.edges[i].head(d) // over the slanted sides of diamonds
		p.edges[i].name(d)
	}
	for _, lane := range c.Lanes {
		d.tell(strings.TrimSpace(lane.Name + " " + lane.Loop))
		for _, s := range lane.Steps {
			d.tell(strings.TrimSpace(s.Title + " " + s.By))
		}
	}
	return d
}

func (e *edge) line() Line {
	if e.back {
		return Line{Role: Warn, Width: 0.35, Dash: 1.2}
	}
	return Line{Role: Edge, Width: 0.4}
}

const (
	bend  = 1.3 // radius of the corners of an arrow
	headL = 2.1 // length and half the width of its head
	headW = 0.95
)

// arrival is where the edge ends and, of length 1, the direction it comes in.
func (e *edge) arrival() (tip, dir Point) {
	n := len(e.points)
	tip, before := e.points[n-1], e.points[n-2]
	l := math.Hypot(tip.X-before.X, tip.Y-before.Y)
	return tip, Point{(tip.X - before.X) / l, (tip.Y - before.Y) / l}
}

func (e *edge) draw(d *Drawing) {
	tip, dir := e.arrival()
	shaft := slices.Clone(e.points)
	shaft[len(shaft)-1] = Point{tip.X - dir.X*headL*0.8, tip.Y - dir.Y*headL*0.8}
	d.add(mark{path: bent(shaft), line: e.line(), crisp: true})
}

func (e *edge) head(d *Drawing) {
	tip, dir := e.arrival()
	d.polygon(e.line().Role, Line{}, tip,
		Point{tip.X - dir.X*headL - dir.Y*headW, tip.Y - dir.Y*headL + dir.X*headW},
		Point{tip.X - dir.X*headL + dir.Y*headW, tip.Y - dir.Y*headL - dir.X*headW})
}

// bent is a line through points with round corners.
func bent(points []Point) []piece {
	path := []piece{{op: moveTo, points: [3]Point{points[0]}}}
	for i := 1; i+1 < len(points); i++ {
		a, b, c := points[i-1], points[i], points[i+1]
		in, out := math.Hypot(b.X-a.X, b.Y-a.Y), math.Hypot(c.X-b.X, c.Y-b.Y)
		r := min(bend, in/2, out/2)
		if r < 0.05 {
			path = append(path, piece{op: lineTo, points: [3]Point{b}})
			continue
		}
		on := func(p Point, length, at float64) Point {
			return Point{b.X + (p.X-b.X)/length*at, b.Y + (p.Y-b.Y)/length*at}
		}
		path = append(path,
			piece{op: lineTo, points: [3]Point{on(a, in, r)}},
			piece{op: cubeTo, points: [3]Point{on(a, in, r*(1-arc)), on(c, out, r*(1-arc)), on(c, out, r)}})
	}
	return append(path, piece{op: lineTo, points: [3]Point{points[len(points)-1]}})
}

// name writes the name of a branch beside where it leaves.
func (e *edge) name(d *Drawing) {
	s := style{small, false, Ink, left}
	if e.straight() {
		d.write(e.points[0].X+1, (e.points[0].Y+e.points[1].Y)/2-0.4, s, cut(e.label, mostBelow, s))
		return
	}
	x := e.beside + 1
	if e.leaves == leftSide {
		s.align, x = right, e.beside-1
	}
	lines := labelLines(e.label)
	d.writeLines(x, e.start.Y-0.2-textHeight(lines, s)/2, s, lines)
}

// labelLines breaks the name of a branch that leaves at a side.
func labelLines(label string) []string { return balanced(label, mostLabel, style{size: small}, 2) }
