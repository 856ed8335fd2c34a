package page

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/look"
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/check"
	"zhenjie/planning/edit"
)

// boundary is the page of extent and core: their areas, the claims, what is
// wrong with the outlines.
type boundary struct {
	d            *Desk
	state        workspace.State
	extent, core *areas
	claims       [2]*claim
	source       *widgets.Prose
	swap, clear  *widget.Button
	problems     *problems
	content      fyne.CanvasObject
}

func newBoundary(d *Desk) *boundary {
	p := &boundary{d: d, source: widgets.NewHint("")}
	load := widget.NewButtonWithIcon(d.say("boundary.import"), theme.FolderOpenIcon(), func() { d.Import() })
	load.Importance = widget.HighImportance
	p.swap = widget.NewButton(d.say("boundary.swap"), func() { _ = d.Do(edit.SwapBoundary{}) })
	p.clear = widget.NewButton(d.say("boundary.clear_core"), func() { _ = d.Do(edit.ClearCore{}) })

	f := widgets.NewForm()
	f.Wide(container.NewHBox(load, p.swap, p.clear))
	f.Wide(p.source)
	f.Section(d.say("boundary.extent"))
	p.extent = newAreas(d)
	f.Wide(p.extent.box)
	p.claims[0] = newClaim(p, f, "boundary.claim.extent", geo.UnitKm2)
	f.Section(d.say("boundary.core"))
	p.core = newAreas(d)
	f.Wide(p.core.box)
	p.claims[1] = newClaim(p, f, "boundary.claim.core", geo.UnitMu)
	f.Section(d.say("boundary.problems"))
	p.problems = newProblems(d)
	f.Wide(p.problems.box)
	p.content = container.NewVScroll(container.NewPadded(f))
	return p
}

func (*boundary) ID() string                   { return "boundary" }
func (*boundary) Title() words.ID              { return "page.boundary" }
func (*boundary) Icon() fyne.Resource          { return icon("boundary") }
func (*boundary) Wide() bool                   { return false }
func (p *boundary) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *boundary) Show(s workspace.State) {
	p.state = s
	facts := s.Facts
	p.extent.show(facts.Extent)
	p.core.show(facts.Core)
	p.claims[0].show(s.Plan.Claims.Extent, facts.Extent)
	p.claims[1].show(s.Plan.Claims.Core, facts.Core)
	source := s.Plan.Settings.Source
	if source != "" {
		source = p.d.say("boundary.source", "file", source)
	}
	p.source.Set(source)
	enable(p.swap, edit.SwapBoundary{}.Blocked(s.Plan).IsZero())
	enable(p.clear, edit.ClearCore{}.Blocked(s.Plan).IsZero())
	p.problems.show(facts)
}

func enable(b *widget.Button, on bool) {
	if b.Disabled() != on {
		return
	}
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// areas shows one outline's areas: the number of record in every unit, the
// others by their difference from it.
type areas struct {
	d      *Desk
	record *widgets.Prose
	units  *widgets.Prose
	others *widgets.Prose
	counts *widgets.Prose
	fault  *widgets.Prose // says that the outline is invalid
	box    *fyne.Container
}

func newAreas(d *Desk) *areas {
	a := &areas{d: d, record: widgets.NewProse(""), units: widgets.NewProse(""), others: widgets.NewHint(""), counts: widgets.NewHint("")}
	a.fault = widgets.NewProse("")
	a.fault.SetColour(look.ColorFail)
	a.box = container.NewVBox(a.record, a.fault, a.units, a.others, a.counts)
	return a
}

func (a *areas) show(o check.Outline) {
	fault := ""
	if !o.Valid() {
		fault = a.d.say("boundary.unreliable")
	}
	a.fault.Set(fault)
	a.fault.Hidden = fault == ""
	if o.Shape.IsEmpty() {
		a.record.Set(a.d.say("boundary.none"))
		a.units.Set("")
		a.others.Set("")
		a.counts.Set("")
		return
	}
	m, lang := o.Areas, a.d.Lang
	a.record.Set(a.d.say("boundary.record", "area", m.Survey.Text(geo.UnitM2), "sigma", m.Sigma.Text(geo.UnitM2)))
	a.units.Set(a.d.say("boundary.units",
		"km2", m.Survey.Text(geo.UnitKm2), "ha", m.Survey.Text(geo.UnitHa), "mu", m.Survey.Text(geo.UnitMu)))
	a.counts.Set(a.d.say("boundary.counts", "vertices", o.Shape.Vertices(), "parts", o.Shape.Parts(), "holes", o.Shape.Holes()))
	if !o.Valid() {
		a.others.Set("")
		return
	}
	a.others.Set(a.d.say("boundary.others",
		"geodesic", m.Geodesic.Text(geo.UnitM2), "geodesic_ppm", ppm(m.Geodesic, m.Survey),
		"plane", m.Plane.Text(geo.UnitM2), "plane_ppm", ppm(m.Plane, m.Survey), "crs", m.PlaneCRS.Name().In(lang)))
}

// ppm is how far an area is from the number of record, in millionths.
func ppm(a, record geo.Area) string {
	if !a.Known() || !record.Known() || record == 0 {
		return geo.Decimal(geo.Unknown.M2(), 2)
	}
	return geo.Signed(float64((a-record)/record)*1e6, 2)
}

// claim is what the applicant states of one area, beside what was measured.
type claim struct {
	page  *boundary
	unit  geo.Unit
	field *widgets.Entry
	row   *widgets.Row
}

func newClaim(p *boundary, f *widgets.Form, caption words.ID, u geo.Unit) *claim {
	c := &claim{page: p, unit: u}
	c.field = p.d.entry(widgets.NewEntry(), func(text string) (edit.Command, error) {
		a, err := planning.ParseArea(text, u)
		to := p.state.Plan.Claims
		*c.of(&to) = a
		return edit.SetClaims{To: to}, err
	})
	c.row = f.Row(p.d.say(caption), "", c.field)
	return c
}

// of is the area of the claims that this is about.
func (c *claim) of(to *planning.Claims) *geo.Area {
	if c == c.page.claims[0] {
		return &to.Extent
	}
	return &to.Core
}

func (c *claim) show(stated geo.Area, o check.Outline) {
	if stated == 0 {
		c.field.Set("")
		c.row.SetHint("")
		return
	}
	c.field.Set(label(stated.In(c.unit)))
	hint := ""
	if measured := o.Areas.Survey; !o.Shape.IsEmpty() && measured.Known() {
		difference := geo.Signed((measured - stated).In(c.unit), 4)
		hint = c.page.d.say("boundary.claim.difference",
			"difference", words.Say(words.ID("quantity."+string(c.unit)), "n", difference),
			"percent", geo.Signed(100*float64((measured-stated)/stated), 3))
	}
	c.row.SetHint(hint)
}

// label prints a number as short as it is exact to nine digits.
func label(x float64) string { return strconv.FormatFloat(x, 'g', 9, 64) }

// problems lists what is wrong with the outlines; each can be shown on the map.
// Rows are kept and written anew: while a corner is dragged the list changes with
// every frame.
type problems struct {
	d    *Desk
	rows []*problemRow
	note *widgets.Prose // that there are none, or more than are listed
	box  *fyne.Container
}

type problemRow struct {
	text *widgets.Prose
	at   geo.Point
	box  fyne.CanvasObject
}

// mostProblems are listed one by one; the map marks them all.
const mostProblems = 30

func newProblems(d *Desk) *problems {
	p := &problems{d: d, note: widgets.NewHint("")}
	p.box = container.NewVBox(p.note)
	return p
}

func (p *problems) show(f check.Facts) {
	n, more := 0, 0
	for _, o := range []struct {
		what    words.ID
		outline check.Outline
	}{{"boundary.extent", f.Extent}, {"boundary.core", f.Core}} {
		for _, fault := range o.outline.Problems {
			if n == mostProblems {
				more++
				continue
			}
			p.row(n).set(p.d.say("boundary.problem", "what", words.Say(o.what), "problem", fault.Text), fault.At)
			n++
		}
	}
	for i, r := range p.rows {
		if visible := i < n; r.box.Visible() != visible {
			if visible {
				r.box.Show()
			} else {
				r.box.Hide()
			}
		}
	}
	p.note.Set(p.said(f, n, more))
}

// said is the line below the list.
func (p *problems) said(f check.Facts, n, more int) string {
	switch {
	case more > 0:
		return p.d.say("boundary.more_problems", "n", more)
	case n > 0:
		return ""
	case f.Extent.Shape.IsEmpty() && f.Core.Shape.IsEmpty():
		return p.d.say("boundary.no_outline")
	default:
		return p.d.say("boundary.no_problem")
	}
}

// row is row i, made if there was none.
func (p *problems) row(i int) *problemRow {
	if i == len(p.rows) {
		r := &problemRow{text: widgets.NewProse("")}
		show := widget.NewButtonWithIcon("", theme.SearchIcon(), func() { p.d.ShowPlace(r.at) })
		show.Importance = widget.LowImportance
		r.box = container.NewBorder(nil, nil, nil, container.NewVBox(show), r.text)
		p.rows = append(p.rows, r)
		p.box.Objects = append(p.box.Objects[:len(p.box.Objects)-1], r.box, p.note)
		p.box.Refresh()
	}
	return p.rows[i]
}

func (r *problemRow) set(text string, at geo.Point) {
	r.at = at
	r.text.Set(text)
}
