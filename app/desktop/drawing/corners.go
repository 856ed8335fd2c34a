package drawing

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"zhenjie/app/desktop/mapview"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/carto"
	"zhenjie/geo/shaping"
)

// Corners moves, makes and takes away corners: one by its handle, several after
// a box was drawn round them.
type Corners struct {
	b        *Board
	selected map[shaping.Vertex]bool
	under    hit
	drag     *cornerDrag // nil when nothing is in hand
	box      *[2]geo.Point
}

// cornerDrag is a corner in hand, and those that go with it.
type cornerDrag struct {
	from     geo.Shape // before the drag, with the corner made if it is new
	held     shaping.Vertex
	with     []shaping.Vertex
	rest     geo.Shape // from without the corners that move: what they snap to
	to       geo.Shape
	inserted bool
	moved    bool
	pressed  geo.Point // where the button went down
	offset   geo.Point // of the corner from there, which is kept

	before, after []geo.Point // the neighbours of the corner in hand that stay
}

// NewCorners makes the tool.
func NewCorners(b *Board) *Corners { return &Corners{b: b, selected: map[shaping.Vertex]bool{}} }

// Begin implements Tool.
func (c *Corners) Begin() { c.b.Hint(words.Say("tool.corners.hint")) }

// End implements Tool.
func (c *Corners) End() {
	c.drag, c.box = nil, nil
	clear(c.selected)
	c.b.Restore()
	c.b.Draw(carto.Overlay{})
}

// Changed lets go of what is no longer there.
func (c *Corners) Changed() {
	s := c.b.shape()
	c.drag, c.under = nil, hit{}
	maps.DeleteFunc(c.selected, func(v shaping.Vertex, _ bool) bool { return !shaping.Has(s, v) })
	c.draw()
}

// Press takes hold of a corner, makes one, or begins a box.
func (c *Corners) Press(t mapview.Touch) {
	s := c.b.shape()
	h := pick(s, t.At, t.Reach)
	switch {
	case h.onVertex && t.Mods&fyne.KeyModifierShift != 0:
		c.toggle(h.vertex)
	case h.onVertex:
		if !c.selected[h.vertex] {
			c.selected = map[shaping.Vertex]bool{h.vertex: true}
		}
		c.begin(s, h.vertex, t.At, false)
	case h.onEdge:
		at := shaping.Vertex{RingRef: h.edge.RingRef, Corner: h.edge.Corner + 1}
		c.selected = map[shaping.Vertex]bool{at: true}
		c.begin(shaping.Insert(s, h.edge.RingRef, h.edge.Corner, h.middle), at, t.At, true)
	default:
		if t.Mods&fyne.KeyModifierShift == 0 {
			clear(c.selected)
		}
		c.box = &[2]geo.Point{t.At, t.At}
	}
	c.draw()
}

func (c *Corners) toggle(v shaping.Vertex) {
	if c.selected[v] {
		delete(c.selected, v)
	} else {
		c.selected[v] = true
	}
}

func (c *Corners) begin(s geo.Shape, held shaping.Vertex, pressed geo.Point, inserted bool) {
	with := c.list()
	c.drag = &cornerDrag{from: s, held: held, with: with, rest: shaping.Delete(s, with), to: s, inserted: inserted, pressed: pressed}
	at := s.Ring(held.Part, held.Ring).At(held.Corner)
	c.drag.offset = geo.Point{at[0] - pressed[0], at[1] - pressed[1]}
	if len(with) == 1 {
		c.drag.before, c.drag.after = neighbours(s.Ring(held.Part, held.Ring), held.Corner)
	}
}

// neighbours are two corners on either side of one, the nearer ones next to it.
func neighbours(r geo.Ring, corner int) (before, after []geo.Point) {
	n := r.Corners()
	if n < 3 {
		return nil, nil
	}
	at := func(i int) geo.Point { return r.At((corner + i + n) % n) }
	if n < 5 {
		return []geo.Point{at(-1)}, []geo.Point{at(1)}
	}
	return []geo.Point{at(-2), at(-1)}, []geo.Point{at(1), at(2)}
}

// list is the selection in a fixed order.
func (c *Corners) list() []shaping.Vertex {
	return slices.SortedFunc(maps.Keys(c.selected), func(a, b shaping.Vertex) int {
		return slices.Compare([]int{a.Part, a.Ring, a.Corner}, []int{b.Part, b.Ring, b.Corner})
	})
}

// Move drags what is in hand, or shows what could be taken hold of.
func (c *Corners) Move(t mapview.Touch) {
	switch {
	case c.drag != nil:
		c.dragTo(t)
		return
	case c.box != nil:
		c.box[1] = t.At
	default:
		c.under = pick(c.b.shape(), t.At, t.Reach)
	}
	c.draw()
}

func (c *Corners) dragTo(t mapview.Touch) {
	d := c.drag
	if !d.moved && !strayed(d.pressed, t) {
		return
	}
	d.moved = true
	t.At = geo.Point{t.At[0] + d.offset[0], t.At[1] + d.offset[1]}
	r := c.b.snapTo(t, d.before, d.after, d.rest)
	d.to = moved(d.from, d.held, d.with, r.At, c.b.plane(r.At))
	c.b.Preview(c.command())
	var o carto.Overlay
	shown(&o, r, c.b.Lang)
	c.measure(&o, d.to, d.held)
	c.handles(&o, d.to)
	c.b.Draw(o)
}

// moved puts the corner in hand at a place and takes the others along. A corner
// alone takes the place's bits, so that outlines can share a corner.
func moved(s geo.Shape, held shaping.Vertex, with []shaping.Vertex, to geo.Point, plane shaping.Plane) geo.Shape {
	if len(with) == 1 {
		return shaping.MoveTo(s, held, to)
	}
	from, at := plane.ToPlane(s.Ring(held.Part, held.Ring).At(held.Corner)), plane.ToPlane(to)
	return shaping.Move(s, with, at[0]-from[0], at[1]-from[1])
}

// command is the step that the drag would be.
func (c *Corners) command() editCommand {
	d := c.drag
	switch {
	case d.inserted:
		return c.b.reshape(d.to, "edit.insert_vertex", "n", d.held.Corner+1)
	case len(d.with) == 1:
		return c.b.reshape(d.to, "edit.move_vertex", "n", d.held.Corner+1)
	default:
		return c.b.reshape(d.to, "edit.move_vertices", "n", len(d.with))
	}
}

// Release does the step, or ends the box.
func (c *Corners) Release(mapview.Touch) {
	switch {
	case c.drag != nil:
		d := c.drag
		switch {
		case d.moved:
			c.b.finish(c.command(), nil)
		case d.inserted: // a click on an edge makes no corner
			clear(c.selected)
		}
		c.drag = nil
	case c.box != nil:
		for _, v := range within(c.b.shape(), c.box[0], c.box[1]) {
			c.selected[v] = true
		}
		c.box = nil
	}
	c.draw()
}

// nudge moves the selection by a metre, or ten with Shift.
var nudge = map[fyne.KeyName][2]float64{
	fyne.KeyLeft: {-1, 0}, fyne.KeyRight: {1, 0}, fyne.KeyUp: {0, 1}, fyne.KeyDown: {0, -1},
}

// Key takes away the selected corners, moves them by a metre, or lets go.
func (c *Corners) Key(k fyne.KeyName, mods fyne.KeyModifier) bool {
	switch {
	case k == fyne.KeyEscape:
		return c.escape()
	case k == fyne.KeyA && c.drag == nil:
		c.selectAll()
		return true
	case len(c.selected) == 0 || c.drag != nil:
		return false
	case k == fyne.KeyDelete || k == fyne.KeyBackspace:
		list := c.list()
		clear(c.selected)
		c.b.finish(c.b.reshape(shaping.Delete(c.b.shape(), list), "edit.delete_vertices", "n", len(list)), nil)
		c.draw()
		return true
	}
	by, ok := nudge[k]
	if !ok {
		return false
	}
	if mods&fyne.KeyModifierShift != 0 {
		by[0], by[1] = 10*by[0], 10*by[1]
	}
	list := c.list()
	c.b.finish(c.b.reshape(shaping.Move(c.b.shape(), list, by[0], by[1]), "edit.move_vertices", "n", len(list)), nil)
	c.draw()
	return true
}

// Part is the part of the outline that all selected corners belong to; ok is
// false where none is selected, or corners of several.
func (c *Corners) Part() (part int, ok bool) {
	for v := range c.selected {
		if ok && v.Part != part {
			return 0, false
		}
		part, ok = v.Part, true
	}
	return part, ok
}

// selectAll takes all corners of the outline.
func (c *Corners) selectAll() {
	for ref, ring := range c.b.shape().All() {
		for i := range ring.Corners() {
			c.selected[shaping.Vertex{RingRef: ref, Corner: i}] = true
		}
	}
	c.draw()
}

// escape gives up what is in hand, then the selection.
func (c *Corners) escape() bool {
	switch {
	case c.drag != nil:
		c.drag = nil
		clear(c.selected)
		c.b.Restore()
	case c.box != nil:
		c.box = nil
	case len(c.selected) > 0:
		clear(c.selected)
	default:
		return false
	}
	c.draw()
	return true
}

// Leave implements mapview.Tool.
func (c *Corners) Leave() {
	c.under = hit{}
	c.draw()
}

// Cursor shows that a corner can be taken hold of.
func (c *Corners) Cursor() desktop.Cursor {
	if c.drag != nil || c.under.onVertex || c.under.onEdge {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (c *Corners) draw() {
	var o carto.Overlay
	if c.box != nil {
		a, b := c.box[0], c.box[1]
		o.Lines = append(o.Lines, carto.Line{Points: []geo.Point{a, {b[0], a[1]}, b, {a[0], b[1]}, a}, Kind: carto.Guide})
	}
	s := c.b.shape()
	if c.drag != nil {
		s = c.drag.to
	}
	c.handles(&o, s)
	switch {
	case c.drag != nil || c.box != nil:
	case c.under.onVertex && shaping.Has(s, c.under.vertex):
		v := c.under.vertex
		o.Dots = append(o.Dots, carto.Dot{At: s.Ring(v.Part, v.Ring).At(v.Corner), Kind: carto.Snapped})
	case c.under.onEdge:
		o.Dots = append(o.Dots, carto.Dot{At: c.under.middle, Kind: carto.Ghost})
	}
	c.b.Draw(o)
}

// mostHandles are shown one by one; of larger outlines the map shows those that
// have room.
const mostHandles = 400

// handles draws the corners, the selected ones above the others.
func (c *Corners) handles(o *carto.Overlay, s geo.Shape) {
	if s.Vertices() <= mostHandles {
		for _, ring := range s.All() {
			for i := range ring.Corners() {
				o.Dots = append(o.Dots, carto.Dot{At: ring.At(i), Kind: carto.Corner})
			}
		}
	}
	for v := range c.selected {
		if shaping.Has(s, v) {
			o.Dots = append(o.Dots, carto.Dot{At: s.Ring(v.Part, v.Ring).At(v.Corner), Kind: carto.Held})
		}
	}
}

// measure writes the lengths of the two edges at a corner and the angle between
// them.
func (c *Corners) measure(o *carto.Overlay, s geo.Shape, v shaping.Vertex) {
	if !shaping.Has(s, v) {
		return
	}
	ring := s.Ring(v.Part, v.Ring)
	at, n := ring.At(v.Corner), ring.Corners()
	before, after := ring.At((v.Corner+n-1)%n), ring.Next(v.Corner)
	plane := c.b.plane(at)
	for _, to := range []geo.Point{before, after} {
		o.Labels = append(o.Labels, carto.Label{
			At:   geo.Point{(at[0] + to[0]) / 2, (at[1] + to[1]) / 2},
			Text: lengthText(plane.Between(at, to).Grid, c.b.Lang),
		})
	}
	o.Labels = append(o.Labels, carto.Label{At: at, Text: words.Say("tool.angle", "deg", geo.Decimal(angle(plane, before, at, after), 1)).In(c.b.Lang)})
}
