package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/points"
)

// sides is the page of the 四至: how far the extent reaches and what lies there,
// and in two more views the boundary points of extent and core.
type sides struct {
	d       *Desk
	state   workspace.State
	listed  map[edit.Layer]listing
	texts   *sideTexts
	nearby  *neighbours
	points  *pointTable
	at      sidesView
	buttons []*widget.Button // one a view
	views   []fyne.CanvasObject
	content fyne.CanvasObject
}

// sidesView is what of the page is to be seen.
type sidesView int

const (
	viewTexts sidesView = iota
	viewExtent
	viewCore
)

// listing is a shape and the table of its points, made when the shape is another.
type listing struct {
	shape geo.Shape
	table points.Table
}

func newSides(d *Desk) *sides {
	p := &sides{d: d, listed: map[edit.Layer]listing{}}
	p.texts = newSideTexts(p)
	p.nearby = newNeighbours(p)
	p.points = newPointTable(p)

	f := widgets.NewForm()
	p.texts.fillForm(f)
	f.Section(d.say("sides.neighbours"))
	f.Wide(widgets.NewHint(d.say("sides.neighbours.hint")))
	f.Wide(container.New(modest{}, p.nearby.table.sheet))
	f.Wide(p.nearby.refusal)
	texts := container.NewVScroll(container.NewPadded(f))
	p.views = []fyne.CanvasObject{viewTexts: texts, viewExtent: p.points.content, viewCore: p.points.content}

	for v, id := range []words.ID{"sides.view.texts", "sides.view.extent", "sides.view.core"} {
		p.buttons = append(p.buttons, widget.NewButton(d.say(id), func() { p.turn(sidesView(v)) }))
	}
	above := container.NewHBox(p.buttons[0], p.buttons[1], p.buttons[2])
	p.content = container.NewBorder(container.NewPadded(above), nil, nil, nil, container.NewStack(texts, p.points.content))
	p.mark()
	return p
}

func (*sides) ID() string                   { return "sides" }
func (*sides) Title() words.ID              { return "page.sides" }
func (*sides) Icon() fyne.Resource          { return theme.ViewFullScreenIcon() }
func (*sides) Wide() bool                   { return true } // for the table of points
func (p *sides) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *sides) Show(s workspace.State) {
	p.state = s
	switch p.at {
	case viewTexts:
		p.texts.show()
		p.nearby.show()
	case viewExtent:
		p.points.show(edit.Extent)
	case viewCore:
		p.points.show(edit.Core)
	}
}

// list is the table of the points of an outline.
func (p *sides) list(l edit.Layer) points.Table {
	shape, last := l.Of(p.state.Plan), p.listed[l]
	if !shape.Equal(last.shape) {
		last = listing{shape, points.Of(shape)}
		p.listed[l] = last
	}
	return last.table
}

// turn shows another view. The focus leaves the one before, so that what was typed
// there is taken.
func (p *sides) turn(to sidesView) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.content); c != nil {
		c.Unfocus()
	}
	p.at = to
	p.mark()
	p.Show(p.state)
}

// mark shows the view the page is at, and whose button it is.
func (p *sides) mark() {
	for v, b := range p.buttons {
		importance := widget.MediumImportance
		if sidesView(v) == p.at {
			importance = widget.HighImportance
		}
		if b.Importance != importance {
			b.Importance = importance
			b.Refresh()
		}
		if p.views[v] != p.views[p.at] {
			p.views[v].Hide()
		}
	}
	p.views[p.at].Show()
}

// sideTexts are the texts of the four sides, each beside where the outline reaches
// farthest there.
type sideTexts struct {
	page     *sides
	fields   map[planning.Side]*widgets.Entry
	rows     map[planning.Side]*widgets.Row
	places   map[planning.Side]*widget.Button
	fill     *widget.Button
	sentence *widgets.Prose
}

func newSideTexts(p *sides) *sideTexts {
	t := &sideTexts{
		page: p, fields: map[planning.Side]*widgets.Entry{}, rows: map[planning.Side]*widgets.Row{},
		places: map[planning.Side]*widget.Button{}, sentence: widgets.NewProse(""),
	}
	t.fill = widget.NewButtonWithIcon(p.d.say("sides.fill"), theme.ContentPasteIcon(), func() { _ = p.d.Do(t.filled()) })
	return t
}

func (t *sideTexts) fillForm(f *widgets.Form) {
	d := t.page.d
	for _, s := range planning.FourSides {
		t.fields[s] = d.entry(widgets.NewMultiLine(2), func(text string) (edit.Command, error) {
			return edit.SetSide{Side: s, To: text}, nil
		})
		show := widget.NewButtonWithIcon("", theme.SearchIcon(), func() {
			if p, ok := t.page.list(edit.Extent).Extreme(s); ok {
				d.ShowPlace(p.Degrees)
			}
		})
		show.Importance = widget.LowImportance
		t.places[s] = show
		t.rows[s] = f.Row(s.Reach().In(d.Lang), "", container.NewBorder(nil, nil, nil, container.NewVBox(show), t.fields[s]))
	}
	f.Wide(container.NewHBox(t.fill))
	f.Wide(t.sentence)
}

// filled is the command that takes the texts from the neighbours; sides without
// one keep theirs.
func (t *sideTexts) filled() edit.FillSides {
	plan := t.page.state.Plan
	to := plan.Sides.SideTexts
	for _, s := range planning.FourSides {
		if text := t.page.list(edit.Extent).Suggest(s, plan.Sides.Neighbours); !text.IsZero() {
			to = to.With(s, text.In(t.page.d.Lang))
		}
	}
	return edit.FillSides{To: to}
}

func (t *sideTexts) show() {
	d, texts, table := t.page.d, t.page.state.Plan.Sides.SideTexts, t.page.list(edit.Extent)
	for _, s := range planning.FourSides {
		t.fields[s].Set(texts.Of(s))
		extreme := table.ExtremeText(s)
		t.rows[s].SetHint(extreme.In(d.Lang))
		enable(t.places[s], !extreme.IsZero())
	}
	t.sentence.Set(texts.Sentence().In(d.Lang))
	enable(t.fill, t.page.state.Plan.Sides.Neighbours.Len() > 0)
}
