package drawing

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"zhenjie/app/desktop/mapview"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/carto"
	"zhenjie/geo/shaping"
)

// Whole moves, turns and scales an outline: dragging inside its box moves it, a
// corner of the box scales it about the middle, the knob above turns it.
type Whole struct {
	b     *Board
	from  geo.Shape // before the drag
	to    geo.Shape
	start geo.Point
	grip  grip
	moved bool
}

// grip is what of the box was taken hold of.
type grip int

const (
	nothing grip = iota
	body
	corner
	knob
)

// NewWhole makes the tool.
func NewWhole(b *Board) *Whole { return &Whole{b: b} }

// Begin implements Tool.
func (w *Whole) Begin() {
	w.b.Hint(words.Say("tool.whole.hint"))
	w.draw(w.b.shape(), nil)
}

// End implements Tool.
func (w *Whole) End() {
	w.grip = nothing
	w.b.Restore()
	w.b.Draw(carto.Overlay{})
}

// Changed gives the drag up and takes hold of the outline as it is now.
func (w *Whole) Changed() {
	w.grip = nothing
	w.draw(w.b.shape(), nil)
}

// frame is the box round an outline with its handles.
type frame struct {
	corners [4]geo.Point
	middle  geo.Point
	knob    geo.Point
}

// frameOf is the box of a shape; the knob stands above it by a tenth of its
// height.
func frameOf(s geo.Shape) (f frame, ok bool) {
	b, ok := s.Bound()
	if !ok {
		return f, false
	}
	f.corners = [4]geo.Point{b.Min, {b.Max[0], b.Min[1]}, b.Max, {b.Min[0], b.Max[1]}}
	f.middle = b.Center()
	f.knob = geo.Point{f.middle[0], b.Max[1] + (b.Max[1]-b.Min[1])/10}
	return f, true
}

// at says what of the box lies under the pointer.
func (f frame) at(t mapview.Touch) grip {
	n := newNear(t.At, t.Reach)
	for _, c := range f.corners {
		if n.metres(c) <= t.Reach {
			return corner
		}
	}
	switch {
	case n.metres(f.knob) <= t.Reach:
		return knob
	case n.meets(geo.Bound{Min: f.corners[0], Max: f.corners[2]}):
		return body
	}
	return nothing
}

// Press takes hold of the outline.
func (w *Whole) Press(t mapview.Touch) {
	s := w.b.shape()
	f, ok := frameOf(s)
	if !ok {
		return
	}
	w.grip, w.from, w.to, w.start, w.moved = f.at(t), s, s, t.At, false
}

// Move drags the outline.
func (w *Whole) Move(t mapview.Touch) {
	if w.grip == nothing || !w.moved && !strayed(w.start, t) {
		return
	}
	next, label, err := w.dragged(t)
	if err != nil {
		return // a drag that would make nothing waits for a better place
	}
	w.to, w.moved = next, true
	w.b.Preview(w.command())
	w.draw(w.to, &carto.Label{At: t.At, Text: label.In(w.b.Lang)})
}

// dragged is the outline with the pointer at a place.
func (w *Whole) dragged(t mapview.Touch) (geo.Shape, words.Text, error) {
	f, _ := frameOf(w.from)
	plane := w.b.plane(w.start)
	from, to := plane.Between(f.middle, w.start), plane.Between(f.middle, t.At)
	switch w.grip {
	case knob:
		turn := math.Remainder(to.Bearing-from.Bearing, 360)
		if t.Mods&fyne.KeyModifierShift != 0 {
			turn = 15 * math.Round(turn/15)
		}
		return shaping.Rotate(w.from, f.middle, turn), words.Say("tool.turned", "deg", geo.Signed(turn, 1)), nil
	case corner:
		factor := to.Grid / from.Grid
		s, err := shaping.Scale(w.from, f.middle, factor)
		return s, words.Say("tool.scaled", "percent", geo.Decimal(100*factor, 1)), err
	default:
		a, b := plane.ToPlane(w.start), plane.ToPlane(t.At)
		way := plane.Between(w.start, t.At)
		return shaping.Translate(w.from, b[0]-a[0], b[1]-a[1]),
			words.Say("tool.edge", "length", lengthText(way.Grid, w.b.Lang), "bearing", geo.Decimal(way.Bearing, 1)), nil
	}
}

func (w *Whole) command() editCommand {
	step := map[grip]words.ID{body: "edit.move_all", corner: "edit.scale", knob: "edit.rotate"}[w.grip]
	return w.b.reshape(w.to, step)
}

// Release does the step.
func (w *Whole) Release(mapview.Touch) {
	if w.grip != nothing && w.moved {
		w.b.finish(w.command(), nil)
	}
	w.grip = nothing
	w.draw(w.b.shape(), nil)
}

// Key gives the drag up.
func (w *Whole) Key(k fyne.KeyName, _ fyne.KeyModifier) bool {
	if k != fyne.KeyEscape || w.grip == nothing {
		return false
	}
	w.grip = nothing
	w.b.Restore()
	w.draw(w.b.shape(), nil)
	return true
}

// Leave implements mapview.Tool.
func (w *Whole) Leave() {}

// Cursor implements mapview.Tool.
func (w *Whole) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (w *Whole) draw(s geo.Shape, label *carto.Label) {
	var o carto.Overlay
	if f, ok := frameOf(s); ok {
		o.Lines = append(o.Lines,
			carto.Line{Points: closed(f.corners[:]), Kind: carto.Guide},
			carto.Line{Points: []geo.Point{{f.middle[0], f.corners[2][1]}, f.knob}, Kind: carto.Guide})
		for _, c := range f.corners {
			o.Dots = append(o.Dots, carto.Dot{At: c, Kind: carto.Corner})
		}
		o.Dots = append(o.Dots, carto.Dot{At: f.knob, Kind: carto.Held})
	}
	if label != nil {
		o.Labels = append(o.Labels, *label)
	}
	w.b.Draw(o)
}
