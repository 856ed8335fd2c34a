package drawing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"zhenjie/app/desktop/mapview"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/area"
	"zhenjie/geo/carto"
	"zhenjie/geo/shaping"
)

// Sketch draws a line point by point: for a new part, a hole, a cut, or a
// measurement. A double click or Enter ends it, Backspace takes a point back,
// Escape gives it up; with Shift the way to the next point follows the other
// outline.
type Sketch struct {
	b      *Board
	use    use
	points []geo.Point
	at     geo.Point // where the next point would be
	done   bool      // a measurement that stays until the next begins
}

// use is what a sketch is for.
type use struct {
	hint   words.ID
	closed bool                                    // the line comes back to its beginning
	least  int                                     // points
	most   int                                     // the line ends by itself with so many; 0 for any number
	keep   bool                                    // the line stays on the map when it is done
	done   func(b *Board, points []geo.Point) bool // false when it could not be done
}

// NewPolygon draws a new part of the outline.
func NewPolygon(b *Board) *Sketch {
	return &Sketch{b: b, use: use{hint: "tool.polygon.hint", closed: true, least: 3, done: addPart}}
}

// NewHole cuts a hole into the outline.
func NewHole(b *Board) *Sketch {
	return &Sketch{b: b, use: use{hint: "tool.hole.hint", closed: true, least: 3, done: cutHole}}
}

// NewMeasure measures distances and an area and changes nothing.
func NewMeasure(b *Board) *Sketch {
	return &Sketch{b: b, use: use{hint: "tool.measure.hint", least: 2, keep: true, done: func(*Board, []geo.Point) bool { return true }}}
}

func closed(points []geo.Point) []geo.Point {
	return append(points[:len(points):len(points)], points[0])
}

func addPart(b *Board, points []geo.Point) bool {
	part := geo.Polygon(closed(points))
	return b.finish(b.reshape(geo.Join(b.shape(), part), "edit.draw_part", "n", len(points)), nil)
}

func cutHole(b *Board, points []geo.Point) bool {
	s, err := shaping.CutHole(b.shape(), closed(points))
	return b.finish(b.reshape(s, "edit.cut_hole", "n", len(points)), err)
}

// Begin implements Tool.
func (s *Sketch) Begin() { s.b.Hint(words.Say(s.use.hint)) }

// End implements Tool.
func (s *Sketch) End() {
	s.points, s.done = nil, false
	s.b.Draw(carto.Overlay{})
}

// Changed implements Tool: the line in hand is not the plan's.
func (s *Sketch) Changed() { s.draw(mapview.Touch{}) }

// Press adds a point; the second press of a double click ends the line.
func (s *Sketch) Press(t mapview.Touch) {
	if t.Clicks >= 2 && len(s.points) > 0 {
		s.finish()
		return
	}
	if s.done {
		s.points, s.done = nil, false
	}
	s.at = s.b.snapTo(t, s.points, s.after(), s.b.shape()).At
	if t.Mods&fyne.KeyModifierShift != 0 && len(s.points) > 0 {
		s.follow(s.at)
	} else {
		s.points = append(s.points, s.at)
	}
	s.added()
}

// added shows the points, or ends the line when there are enough.
func (s *Sketch) added() {
	if s.use.most > 0 && len(s.points) >= s.use.most {
		s.points = s.points[:s.use.most]
		s.finish()
		return
	}
	s.draw(mapview.Touch{})
}

// after are the points a closed line comes back to.
func (s *Sketch) after() []geo.Point {
	if s.use.closed && len(s.points) > 1 {
		return s.points[:2]
	}
	return nil
}

// follow adds the points of the other outline on the way to a place.
func (s *Sketch) follow(to geo.Point) {
	from := s.points[len(s.points)-1]
	for _, outline := range []geo.Shape{s.b.other(), s.b.shape()} {
		if ring, ok := nearestRing(outline, from); ok {
			s.points = append(s.points, shaping.Trace(ring, from, to, shaping.Shorter)[1:]...)
			return
		}
	}
	s.points = append(s.points, to)
}

// nearestRing is the ring of an outline that passes nearest to a place.
func nearestRing(s geo.Shape, at geo.Point) (best geo.Ring, ok bool) {
	n, least := newNear(at, 0), 0.0
	for _, ring := range s.All() {
		for i := range ring.Corners() {
			if d := n.toEdge(ring.At(i), ring.Next(i)); !ok || d < least {
				best, least, ok = ring, d, true
			}
		}
	}
	return best, ok
}

// Move shows the line to the pointer.
func (s *Sketch) Move(t mapview.Touch) {
	if !s.done {
		s.draw(t)
	}
}

// Release implements mapview.Tool.
func (s *Sketch) Release(mapview.Touch) {}

// Key ends the line, takes a point back, or gives the line up.
func (s *Sketch) Key(k fyne.KeyName, _ fyne.KeyModifier) bool {
	if len(s.points) == 0 {
		return false
	}
	switch k {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.finish()
	case fyne.KeyBackspace, fyne.KeyDelete:
		s.points = s.points[:len(s.points)-1]
		s.draw(mapview.Touch{})
	case fyne.KeyEscape:
		s.points, s.done = nil, false
		s.draw(mapview.Touch{})
	default:
		return false
	}
	return true
}

// Add adds points that were typed and not clicked.
func (s *Sketch) Add(points ...geo.Point) {
	s.points = append(s.points, points...)
	s.added()
}

// Last is the point added last; ok is false while there is none.
func (s *Sketch) Last() (p geo.Point, ok bool) {
	if len(s.points) == 0 {
		return p, false
	}
	return s.points[len(s.points)-1], true
}

// finish hands the line over.
func (s *Sketch) finish() {
	if len(s.points) < s.use.least {
		s.b.Hint(words.Say("tool.too_few", "least", s.use.least))
		return
	}
	if s.use.keep {
		s.done = true
		s.draw(mapview.Touch{})
		return
	}
	points := s.points
	s.points = nil
	s.b.Draw(carto.Overlay{})
	if !s.use.done(s.b, points) && s.use.most == 0 {
		s.points = points // to be put right
		s.draw(mapview.Touch{})
	}
}

// Leave implements mapview.Tool.
func (s *Sketch) Leave() { s.draw(mapview.Touch{}) }

// Cursor implements mapview.Tool.
func (s *Sketch) Cursor() desktop.Cursor { return cross() }

// draw shows the line in hand; the zero Touch shows it without the pointer.
func (s *Sketch) draw(t mapview.Touch) {
	var o carto.Overlay
	line := s.points
	if t.Reach > 0 {
		r := s.b.snapTo(t, s.points, s.after(), s.b.shape())
		s.at = r.At
		shown(&o, r, s.b.Lang)
		line = append(line[:len(line):len(line)], r.At)
	}
	if len(line) == 0 {
		s.b.Draw(o)
		return
	}
	shape := line
	if s.use.closed && len(line) > 2 {
		shape = closed(line)
	}
	kind := carto.Draft
	if s.use.keep {
		kind = carto.Measure
	}
	o.Lines = append(o.Lines, carto.Line{Points: shape, Kind: kind})
	for _, p := range s.points {
		o.Dots = append(o.Dots, carto.Dot{At: p, Kind: carto.Corner})
	}
	s.label(&o, line)
	s.b.Draw(o)
}

// label writes how long the line's last edge is, what it sums up to, and the
// area it would enclose.
func (s *Sketch) label(o *carto.Overlay, line []geo.Point) {
	n := len(line)
	if n < 2 {
		return
	}
	plane := s.b.plane(line[0])
	last := plane.Between(line[n-2], line[n-1])
	text := words.Say("tool.edge", "length", lengthText(last.Grid, s.b.Lang), "bearing", geo.Decimal(last.Bearing, 1))
	if s.use.keep && n > 2 {
		total := 0.0
		for i := 1; i < n; i++ {
			total += plane.Between(line[i-1], line[i]).Grid
		}
		text = words.Say("tool.edge_total", "edge", text, "total", lengthText(total, s.b.Lang))
	}
	if (s.use.closed || s.use.keep) && n > 2 {
		a := area.Of(geo.Polygon(closed(line)), area.Survey, 0).Survey
		text = words.Say("tool.with_area", "text", text, "area", areaText(a, s.b.Lang))
	}
	o.Labels = append(o.Labels, carto.Label{At: line[n-1], Text: text.In(s.b.Lang)})
}
