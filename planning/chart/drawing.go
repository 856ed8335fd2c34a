package chart

import (
	"math"
	"strings"

	"zhenjie/planning/chart/typeface"
)

// Drawing is a finished chart. It is not changed any more once it is handed
// out, and may be drawn by several goroutines at once.
type Drawing struct {
	Width, Height float64 // mm
	Title         string  // of files made of it
	Description   string  // what it shows, for those who cannot see it
	Spots         []Spot
	Lang          string // language tag of its texts

	marks []mark
}

// Spot is a part of a drawing that stands for something.
type Spot struct {
	ID  string
	Box Box
}

// At returns the id of the spot at a place, "" where there is none.
func (d *Drawing) At(x, y float64) string {
	for _, s := range d.Spots {
		if s.Box.holds(Point{x, y}) {
			return s.ID
		}
	}
	return ""
}

// Point is a place on a drawing, in mm from its top left corner.
type Point struct{ X, Y float64 }

// Box is an upright rectangle.
type Box struct{ X, Y, W, H float64 }

func (b Box) right() float64  { return b.X + b.W }
func (b Box) bottom() float64 { return b.Y + b.H }
func (b Box) middle() Point   { return Point{b.X + b.W/2, b.Y + b.H/2} }

func (b Box) holds(p Point) bool {
	return p.X >= b.X && p.X <= b.right() && p.Y >= b.Y && p.Y <= b.bottom()
}

func (b Box) overlaps(o Box) bool {
	return b.X < o.right() && o.X < b.right() && b.Y < o.bottom() && o.Y < b.bottom()
}

// inset is the box made smaller by d on each side.
func (b Box) inset(d float64) Box { return Box{b.X + d, b.Y + d, b.W - 2*d, b.H - 2*d} }

// mark is one thing drawn: a shape, or a text.
type mark struct {
	path  []piece
	crisp bool // its straight edges are upright: they may be moved onto whole pixels
	fill  Role
	line  Line
	text  *label
}

// piece is a piece of a path.
type piece struct {
	op     op
	points [3]Point // the last one used is its end
}

type op byte

const (
	moveTo op = iota
	lineTo
	cubeTo
	closed
)

// Line is how lines are drawn; of the zero Line nothing is seen.
type Line struct {
	Role  Role
	Width float64
	Dash  float64 // length of dashes and gaps, 0 for a solid line
}

func (l Line) seen() bool { return l.Role != None && l.Width > 0 }

// label is a line of text; X, Y is the left end of its baseline.
type label struct {
	x, y, size float64
	bold       bool
	role       Role
	text       string
}

func (l label) box() Box {
	return Box{l.x, l.y - 0.88*l.size, textWidth(l.text, l.size, l.bold), 1.08 * l.size}
}

// newDrawing makes an empty drawing of a size that stays within what can be
// drawn.
func newDrawing(width, height float64) *Drawing {
	keep := func(v float64) float64 {
		if !(v > 1) { // NaN too
			return 1
		}
		return min(v, 1e5)
	}
	return &Drawing{Width: keep(width), Height: keep(height)}
}

// tell adds a part to the description.
func (d *Drawing) tell(part string) {
	switch {
	case d.Description == "":
	case strings.HasPrefix(d.Lang, "zh"):
		d.Description += "；"
	default:
		d.Description += "; "
	}
	d.Description += part
}

func (d *Drawing) add(m mark) { d.marks = append(d.marks, m) }

// poly draws a line through points.
func (d *Drawing) poly(l Line, points ...Point) {
	d.add(mark{path: through(points), line: l, crisp: upright(points)})
}

// polygon fills and outlines an area.
func (d *Drawing) polygon(fill Role, l Line, points ...Point) {
	d.add(mark{path: append(through(points), piece{op: closed}), fill: fill, line: l})
}

// rect draws a box with round corners of a radius.
func (d *Drawing) rect(b Box, corner float64, fill Role, l Line) {
	d.add(mark{path: rounded(b, corner), fill: fill, line: l, crisp: true})
}

// circle draws a circle.
func (d *Drawing) circle(c Point, r float64, fill Role, l Line) {
	d.add(mark{path: rounded(Box{c.X - r, c.Y - r, 2 * r, 2 * r}, r), fill: fill, line: l})
}

func through(points []Point) []piece {
	path := make([]piece, 0, len(points)+1)
	for i, p := range points {
		o := lineTo
		if i == 0 {
			o = moveTo
		}
		path = append(path, piece{op: o, points: [3]Point{p}})
	}
	return path
}

func upright(points []Point) bool {
	for i := 1; i < len(points); i++ {
		if points[i].X != points[i-1].X && points[i].Y != points[i-1].Y {
			return false
		}
	}
	return true
}

// arc is how far the handles of a cubic curve stand from its ends for a quarter
// of a circle of radius 1.
const arc = 0.5522847498

// rounded is the outline of a box with round corners.
func rounded(b Box, r float64) []piece {
	r = max(0, min(r, b.W/2, b.H/2))
	l, t, right, bottom, k := b.X, b.Y, b.right(), b.bottom(), r*(1-arc)
	if r == 0 {
		return append(through([]Point{{l, t}, {right, t}, {right, bottom}, {l, bottom}}), piece{op: closed})
	}
	line := func(x, y float64) piece { return piece{op: lineTo, points: [3]Point{{x, y}}} }
	cube := func(a, b, c Point) piece { return piece{op: cubeTo, points: [3]Point{a, b, c}} }
	return []piece{
		{op: moveTo, points: [3]Point{{l + r, t}}},
		line(right-r, t), cube(Point{right - k, t}, Point{right, t + k}, Point{right, t + r}),
		line(right, bottom-r), cube(Point{right, bottom - k}, Point{right - k, bottom}, Point{right - r, bottom}),
		line(l+r, bottom), cube(Point{l + k, bottom}, Point{l, bottom - k}, Point{l, bottom - r}),
		line(l, t+r), cube(Point{l, t + k}, Point{l + k, t}, Point{l + r, t}),
		{op: closed},
	}
}

// align says which end of a text stands at a place.
type align int

const (
	left align = iota
	centre
	right
)

// style is how a text is set.
type style struct {
	size  float64
	bold  bool
	role  Role
	align align
}

// write sets a line of text at x, in the middle of a line of text round y.
func (d *Drawing) write(x, y float64, s style, text string) {
	if text == "" {
		return
	}
	w := textWidth(text, s.size, s.bold)
	switch s.align {
	case centre:
		x -= w / 2
	case right:
		x -= w
	}
	const middle = 0.37 // from the baseline to the middle of digits and Han characters, in em
	d.add(mark{text: &label{x: x, y: y + middle*s.size, size: s.size, bold: s.bold, role: s.role, text: text}})
}

// leading is the distance of lines of text, in em.
const leading = 1.4

// writeLines sets lines round the middle y of a block of them.
func (d *Drawing) writeLines(x, y float64, s style, lines []string) {
	y -= float64(len(lines)-1) * leading * s.size / 2
	for _, l := range lines {
		d.write(x, y, s, l)
		y += leading * s.size
	}
}

func textWidth(text string, size float64, bold bool) float64 {
	return typeface.Of(bold).Width(text) * size
}

// wrap breaks a text into lines no wider than width, no more than most: the
// last one ends in … where more would follow.
func wrap(text string, width float64, s style, most int) []string {
	face := typeface.Of(s.bold)
	lines := face.Lines(text, width/s.size)
	if len(lines) <= most {
		return lines
	}
	lines = lines[:most]
	lines[most-1] = face.Cut(lines[most-1]+"……", width/s.size)
	return lines
}

// balanced breaks a text into as few lines as wrap, and these as even as may be.
func balanced(text string, width float64, s style, most int) []string {
	lines := wrap(text, width, s, most)
	n := len(lines)
	if n < 2 {
		return lines
	}
	for w := textWidth(text, s.size, s.bold) / float64(n); w < width; w += s.size / 2 {
		if even := typeface.Of(s.bold).Lines(text, w/s.size); len(even) == n {
			return even
		}
	}
	return lines
}

// cut shortens a text to a width.
func cut(text string, width float64, s style) string {
	return typeface.Of(s.bold).Cut(text, width/s.size)
}

// widest is the width of the widest text.
func widest(texts []string, s style) float64 {
	w := 0.0
	for _, t := range texts {
		w = math.Max(w, textWidth(t, s.size, s.bold))
	}
	return w
}
