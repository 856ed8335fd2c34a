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

// Drawn makes a new part in one drag: a rectangle, a circle, a free line.
type Drawn struct {
	b    *Board
	form form
	path []geo.Point // of the drag; empty when nothing is in hand
	from geo.Point   // where the button went down
	far  bool        // the drag is more than a click
}

// form makes a shape of a drag.
type form struct {
	hint words.ID
	step words.ID
	free bool // every place of the drag counts, not the first and the last alone
	make func(plane shaping.Plane, path []geo.Point, reach float64) (geo.Shape, error)
}

// NewRectangle draws a rectangle from corner to corner.
func NewRectangle(b *Board) *Drawn {
	return &Drawn{b: b, form: form{"tool.rectangle.hint", "edit.draw_rectangle", false,
		func(p shaping.Plane, path []geo.Point, _ float64) (geo.Shape, error) {
			return p.RectangleBetween(path[0], path[len(path)-1])
		}}}
}

// circleCorners is how many corners a drawn circle has.
const circleCorners = 72

// NewCircle draws a circle from its middle outwards.
func NewCircle(b *Board) *Drawn {
	return &Drawn{b: b, form: form{"tool.circle.hint", "edit.draw_circle", false,
		func(p shaping.Plane, path []geo.Point, _ float64) (geo.Shape, error) {
			return p.Circle(path[0], p.Between(path[0], path[len(path)-1]).Grid, circleCorners)
		}}}
}

// NewFreehand draws along the pointer's way, thinned to what can be told apart
// on the screen.
func NewFreehand(b *Board) *Drawn {
	return &Drawn{b: b, form: form{"tool.freehand.hint", "edit.draw_freehand", true,
		func(p shaping.Plane, path []geo.Point, reach float64) (geo.Shape, error) {
			return p.Freehand(path, reach/4)
		}}}
}

// Begin implements Tool.
func (d *Drawn) Begin() { d.b.Hint(words.Say(d.form.hint)) }

// End implements Tool.
func (d *Drawn) End() {
	d.path = nil
	d.b.Draw(carto.Overlay{})
}

// Press begins the drag.
func (d *Drawn) Press(t mapview.Touch) {
	d.path = []geo.Point{d.b.snapTo(t, nil, nil, d.b.shape()).At}
	d.from, d.far = t.At, false
}

// Changed gives the drag up.
func (d *Drawn) Changed() { d.path = nil }

// Move shows what the drag would make.
func (d *Drawn) Move(t mapview.Touch) {
	var o carto.Overlay
	r := d.b.snapTo(t, nil, nil, d.b.shape())
	shown(&o, r, d.b.Lang)
	d.far = d.far || len(d.path) > 0 && strayed(d.from, t)
	if d.far && len(d.path) > 0 {
		at := r.At
		if d.form.free {
			at = t.At
		}
		d.path = append(d.path, at)
		if s, err := d.shape(t.Reach); err == nil {
			for _, ring := range s.All() {
				o.Lines = append(o.Lines, carto.Line{Points: ring.Points(), Kind: carto.Draft})
			}
			a := area.Of(s, area.Survey, 0).Survey
			o.Labels = append(o.Labels, carto.Label{At: at, Text: areaText(a, d.b.Lang)})
		} else if d.form.free {
			o.Lines = append(o.Lines, carto.Line{Points: d.path, Kind: carto.Draft})
		}
	}
	d.b.Draw(o)
}

// shape is what the drag makes so far.
func (d *Drawn) shape(reach float64) (geo.Shape, error) {
	return d.form.make(d.b.plane(d.path[0]), d.path, reach)
}

// Release adds what was drawn to the outline. A mere click draws nothing.
func (d *Drawn) Release(t mapview.Touch) {
	if len(d.path) < 2 || !d.far {
		d.path = nil
		return
	}
	s, err := d.shape(t.Reach)
	d.path = nil
	d.b.Draw(carto.Overlay{})
	d.b.finish(d.b.reshape(geo.Join(d.b.shape(), s), d.form.step), err)
}

// Key gives the drag up.
func (d *Drawn) Key(k fyne.KeyName, _ fyne.KeyModifier) bool {
	if k != fyne.KeyEscape || len(d.path) == 0 {
		return false
	}
	d.path = nil
	d.b.Draw(carto.Overlay{})
	return true
}

// Leave implements mapview.Tool.
func (d *Drawn) Leave() { d.b.Draw(carto.Overlay{}) }

// Cursor implements mapview.Tool.
func (d *Drawn) Cursor() desktop.Cursor { return cross() }
