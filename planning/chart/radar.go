package chart

import (
	"math"
)

// Radar shows how far each of several things has come, on axes round a middle.
type Radar struct {
	Title  string
	Axes   []Axis
	Rings  int     // into which the axes are divided; 0 is five
	Target float64 // a share of the axes to be reached, 0 to 1; 0 is none
	Lang   string  // language tag
}

// Axis is one of the things shown.
type Axis struct {
	Name       string
	Text       string // the value as it is to be read
	Value, Max float64
	Known      bool
}

func (a Axis) share() float64 {
	if !a.Known || !(a.Max > 0) {
		return 0
	}
	v := a.Value / a.Max
	if !(v > 0) { // NaN too
		return 0
	}
	return min(v, 1)
}

// Draw lays the chart out.
func (c Radar) Draw(width, height float64) *Drawing {
	d := newDrawing(width, height)
	d.Title, d.Lang = c.Title, c.Lang
	if len(c.Axes) == 0 {
		return d
	}
	r := c.fitted(d.Width, d.Height)
	r.rings(d)
	r.area(d)
	for i, a := range c.Axes {
		d.writeLines(r.labels[i].x, r.labels[i].box.Y+r.labels[i].nameHeight()/2, r.labels[i].nameStyle(), r.labels[i].name)
		value := r.labels[i].valueStyle(a.Known)
		d.write(r.labels[i].x, r.labels[i].box.bottom()-leading*normal/2, value, r.labels[i].value)
		d.tell(a.Name + " " + a.Text)
	}
	return d
}

// radar is a Radar with places.
type radar struct {
	Radar
	middle Point
	radius float64
	labels []radarLabel
}

type radarLabel struct {
	name  []string
	value string
	x     float64 // of the texts' end named by align
	align align
	box   Box
}

func (l radarLabel) nameHeight() float64 { return leading * normal * float64(len(l.name)) }
func (l radarLabel) nameStyle() style    { return style{normal, false, Ink, l.align} }

func (l radarLabel) valueStyle(known bool) style {
	if known {
		return style{normal, true, Accent, l.align}
	}
	return style{small, false, Faint, l.align}
}

// fitted is the largest radar whose labels lie on the sheet and clear of each
// other.
func (c Radar) fitted(width, height float64) radar {
	const least = 8
	for most := 1; ; most++ { // lines of a name
		for radius := min(width, height) / 2; radius >= least; radius -= 0.5 {
			// Names on few lines are read more easily, but not at the price of the chart.
			if small := radius < min(width, height)/4; small && most < 4 {
				break
			}
			if r, ok := c.placed(width, height, radius, most); ok {
				return r
			}
		}
		if most == 4 {
			r, _ := c.placed(width, height, least, most)
			return r
		}
	}
}

// placed lays labels of no more than some lines round a radar of a radius; ok
// is false where they leave the sheet, overlap, or would be cut.
func (c Radar) placed(width, height, radius float64, most int) (r radar, ok bool) {
	r = radar{Radar: c, radius: radius, middle: Point{width / 2, height / 2}}
	r.centre(height)
	ok = true
	const gap = 2.5
	for i, a := range c.Axes {
		dir := r.direction(i)
		tip := Point{r.middle.X + dir.X*(radius+gap), r.middle.Y + dir.Y*(radius+gap)}
		l := radarLabel{x: tip.X, value: a.Text}
		room := width - 2
		switch {
		case dir.X > 0.2:
			l.align, room = left, width-1-tip.X
		case dir.X < -0.2:
			l.align, room = right, tip.X-1
		default:
			l.align = centre
		}
		l.name = wrap(a.Name, max(room, 1), style{size: normal}, most)
		l.value = cut(a.Text, max(room, 1), style{size: normal, bold: true})
		full := wrap(a.Name, max(room, 1), style{size: normal}, most+1)
		ok = ok && len(full) <= most && l.value == a.Text && !lonely(full)
		l.box = l.around(tip, dir)
		ok = ok && l.box.X >= 0 && l.box.right() <= width && l.box.Y >= 0 && l.box.bottom() <= height
		for _, other := range r.labels {
			ok = ok && !other.box.overlaps(l.box)
		}
		r.labels = append(r.labels, l)
	}
	return r, ok
}

// lonely reports whether a line holds a single character.
func lonely(lines []string) bool {
	for _, l := range lines {
		if len(lines) > 1 && len([]rune(l)) == 1 {
			return true
		}
	}
	return false
}

// centre puts the middle where there is as much above the radar as below it:
// with an odd number of axes no tip points down.
func (r *radar) centre(height float64) {
	top, bottom := 0.0, 0.0
	for i := range r.Axes {
		y := r.direction(i).Y
		top, bottom = min(top, y), max(bottom, y)
	}
	r.middle.Y = height/2 - (top+bottom)/2*r.radius
}

// around is the box of a label that stands outside of a tip.
func (l radarLabel) around(tip, dir Point) Box {
	w := max(widest(l.name, style{size: normal}), textWidth(l.value, normal, true))
	h := l.nameHeight()
	if l.value != "" {
		h += leading * normal
	}
	b := Box{tip.X, tip.Y - h/2 + dir.Y*h/2, w, h}
	switch l.align {
	case right:
		b.X -= w
	case centre:
		b.X -= w / 2
	}
	return b
}

// direction is where axis i points, a vector of length 1; the first points up.
func (r *radar) direction(i int) Point {
	s, c := math.Sincos(2 * math.Pi * float64(i) / float64(len(r.Axes)))
	return Point{s, -c}
}

func (r *radar) on(i int, share float64) Point {
	dir := r.direction(i)
	return Point{r.middle.X + dir.X*r.radius*share, r.middle.Y + dir.Y*r.radius*share}
}

// ring is the points of all axes at a share of them.
func (r *radar) ring(share float64) []Point {
	points := make([]Point, len(r.Axes))
	for i := range points {
		points[i] = r.on(i, share)
	}
	return points
}

func (r *radar) rings(d *Drawing) {
	n := r.Rings
	if n <= 0 {
		n = 5
	}
	d.polygon(Panel, Line{}, r.ring(1)...)
	r.filled(d)
	for i := 1; i <= n; i++ {
		d.polygon(None, Line{Role: Grid, Width: hair}, r.ring(float64(i)/float64(n))...)
	}
	for i, a := range r.Axes {
		l := Line{Role: Grid, Width: hair}
		if !a.Known {
			l = Line{Role: Edge, Width: hair, Dash: 0.8}
		}
		d.poly(l, r.middle, r.on(i, 1))
	}
	if r.Target > 0 {
		d.polygon(None, Line{Role: Warn, Width: 0.3, Dash: 1.2}, r.ring(min(r.Target, 1))...)
	}
	step := 1
	if r.radius/float64(n) < leading*small {
		step = int(math.Ceil(leading * small * float64(n) / r.radius))
	}
	for i := step; i <= n; i += step {
		at := r.on(0, float64(i)/float64(n))
		d.write(at.X+0.8, at.Y+1.4, style{small * 0.85, false, Faint, left}, short(r.Axes[0].Max*float64(i)/float64(n)))
	}
}

// short writes a number with no more than two decimals.
func short(v float64) string { return decimal(v) }

// filled fills the area of the known values; an unknown one is none.
func (r *radar) filled(d *Drawing) {
	points := make([]Point, len(r.Axes))
	for i, a := range r.Axes {
		points[i] = r.on(i, a.share())
	}
	d.polygon(AccentTint, Line{}, points...)
}

// area draws the values and what joins the known ones.
func (r *radar) area(d *Drawing) {
	for i, a := range r.Axes {
		next := (i + 1) % len(r.Axes)
		if a.Known && r.Axes[next].Known && next != i {
			d.poly(Line{Role: Accent, Width: 0.5}, r.on(i, a.share()), r.on(next, r.Axes[next].share()))
		}
	}
	for i, a := range r.Axes {
		if a.Known {
			d.circle(r.on(i, a.share()), 0.95, Accent, Line{Role: Panel, Width: 0.3})
		} else {
			d.circle(r.on(i, 1), 0.95, Panel, Line{Role: Edge, Width: 0.35})
		}
	}
}
