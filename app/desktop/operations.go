package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/drawing"
	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/shaping"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// The operations on an outline as a whole, each asked for once and done as one
// step.

// showOperations shows them as a menu.
func (e *editor) showOperations(below fyne.CanvasObject) {
	w := e.p.w
	item := func(id words.ID, do func()) *fyne.MenuItem {
		return fyne.NewMenuItem(w.say(id), func() {
			w.win.Canvas().Focus(e.p.view) // a form that opens takes the focus from there
			do()
		})
	}
	menu := fyne.NewMenu("",
		item("op.target", e.askTarget), item("op.offset", e.askOffset),
		item("op.enter", e.enter), item("op.neighbour", e.askNeighbour), item("site.ask", func() { e.askSite("") }), fyne.NewMenuItemSeparator(),
		item("op.merge", e.merge), item("op.largest", e.keepLargest), item("op.clip", e.clipCore),
		item("op.remove", e.removeAll), fyne.NewMenuItemSeparator(), e.gridItem())
	at := w.app.Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height)
	widget.ShowPopUpMenuAtPosition(menu, w.win.Canvas(), at)
}

// gridItem switches snapping to whole metres on and off.
func (e *editor) gridItem() *fyne.MenuItem {
	on := e.board.Snap.Grid > 0
	i := fyne.NewMenuItem(e.p.w.say("op.grid"), func() {
		e.board.Snap.Grid = 1
		if on {
			e.board.Snap.Grid = 0
		}
	})
	i.Checked = on
	return i
}

// reshape does a step on the outline that is edited.
func (e *editor) reshape(s geo.Shape, err error, step words.ID, args ...any) error {
	if err != nil {
		return err
	}
	return e.p.do(edit.Reshape{Layer: e.board.Layer, To: s, Step: words.Say(step, args...)})
}

func (e *editor) shape() geo.Shape { return e.board.Layer.Of(e.p.state.Plan) }

// told does a step and says in the notice bar why it could not be done.
func (e *editor) told(s geo.Shape, err error, step words.ID, args ...any) {
	if err := e.reshape(s, err, step, args...); err != nil {
		e.p.w.complain(err)
	}
}

// merge makes one part of those that overlap or adjoin.
func (e *editor) merge() {
	s := e.shape()
	if s.Parts() < 2 {
		return
	}
	merged, err := s.Part(0), error(nil)
	for i := 1; i < s.Parts() && err == nil; i++ {
		merged, err = shaping.Merge(merged, s.Part(i))
	}
	e.told(merged, err, "edit.merge", "n", s.Parts())
}

// keepLargest drops all parts but the largest.
func (e *editor) keepLargest() {
	s := e.shape()
	if s.Parts() < 2 {
		return
	}
	e.told(drawing.Largest(s), nil, "edit.keep_largest")
}

// clipCore cuts off what of the core lies outside the extent.
func (e *editor) clipCore() {
	p := e.p.state.Plan
	s, err := shaping.Clip(p.Core, p.Extent)
	if err == nil {
		err = e.p.do(edit.Reshape{Layer: edit.Core, To: s, Step: words.Say("edit.clip")})
	}
	if err != nil {
		e.p.w.complain(err)
	}
}

func (e *editor) removeAll() {
	if !e.shape().IsEmpty() {
		e.told(geo.Shape{}, nil, "edit.remove_outline")
	}
}

// askOffset asks for a distance and moves the border by it.
func (e *editor) askOffset() {
	field := widgets.NewEntry()
	field.Set("10")
	e.ask("op.offset", func(f *widgets.Form) {
		f.Row(e.p.w.say("op.offset.metres"), e.p.w.say("op.offset.hint"), field)
	}, func() error {
		m, err := drawing.ParseMetres(field.Text)
		if err != nil {
			return err
		}
		s, err := shaping.Offset(e.shape(), m)
		return e.reshape(s, err, "edit.offset", "m", geo.Signed(m, 2))
	}, field)
}

// askTarget asks for an area and moves the border, or the side between the
// selected corners, until the survey area is just that.
func (e *editor) askTarget() {
	unit, usual := geo.UnitKm2, "4.0"
	if e.board.Layer == edit.Core {
		unit, usual = geo.UnitMu, "1500"
	}
	field := widgets.NewEntry()
	field.Set(usual)
	side, hasSide := e.side()
	hint := e.p.w.say("op.target.hint")
	if hasSide {
		hint = e.p.w.say("op.target.side", "n", side.Edges())
	}
	e.ask("op.target", func(f *widgets.Form) {
		f.Row(e.p.w.say(words.ID("op.target."+string(unit))), hint, field)
	}, func() error {
		target, err := planning.ParseArea(field.Text, unit)
		if err != nil {
			return err
		}
		var s geo.Shape
		var by float64
		if hasSide {
			s, by, err = shaping.MoveSideToArea(e.shape(), side.Ring, side.First, side.Last, target)
		} else {
			s, by, err = shaping.OffsetToArea(e.shape(), target)
		}
		return e.reshape(s, err, "edit.target", "area", target.Text(unit), "m", geo.Signed(by, 2))
	}, field)
}

// side is the side between the corners selected, if they are.
func (e *editor) side() (drawing.Side, bool) {
	if c, ok := e.tool.(*drawing.Corners); ok {
		return c.Side()
	}
	return drawing.Side{}, false
}

// ask shows a small form; done may say why not, and the form stays open then.
func (e *editor) ask(title words.ID, fill func(*widgets.Form), done func() error, first *widgets.Entry, others ...*widgets.Entry) {
	e.form(title, fill, func(hide func()) {
		if err := done(); err != nil {
			first.SetError(words.Explain(err).In(e.p.w.lang()))
			return
		}
		hide()
	}, first, append([]*widgets.Entry{first}, others...)...)
}

// form shows a small form; then is told to go on, and how to close it.
func (e *editor) form(title words.ID, fill func(*widgets.Form), then func(hide func()), focus fyne.Focusable, fields ...*widgets.Entry) {
	w := e.p.w
	form := widgets.NewForm()
	fill(form)
	d := dialog.NewCustomWithoutButtons(w.say(title), form, w.win)
	finish := func() { then(d.Hide) }
	ok := widget.NewButton(w.say("op.do"), finish)
	ok.Importance = widget.HighImportance
	for _, f := range fields {
		f.OnSubmitted = func(string) { finish() }
	}
	d.SetOnClosed(func() { w.win.Canvas().Focus(e.p.view) })
	d.SetButtons([]fyne.CanvasObject{widget.NewButton(w.say("window.cancel"), d.Hide), ok})
	d.Resize(fyne.NewSize(460, d.MinSize().Height))
	w.ask(d, fields...)
	w.win.Canvas().Focus(focus)
}
