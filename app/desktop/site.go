package desktop

import (
	"zhenjie/app/desktop/drawing"
	"zhenjie/app/desktop/mapview"
	"zhenjie/app/desktop/widgets"
	"zhenjie/geo"
	"zhenjie/geo/carto"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/sites"
)

// siteCache is what the map shows of a plan's sites, until one of them or a
// project changes.
type siteCache struct {
	sites    planning.List[planning.Site]
	projects planning.List[planning.Project]
	shown    []mapview.Site
}

// of returns the sites of a plan for the map.
func (c *siteCache) of(p planning.Plan) []mapview.Site {
	if c.sites.Equal(p.Sites) && c.projects.Equal(p.Projects) {
		return c.shown
	}
	kinds := make(map[string]planning.ProjectKind, p.Projects.Len())
	for _, v := range p.Projects.All() {
		kinds[v.Name] = v.Kind
	}
	shown := make([]mapview.Site, 0, p.Sites.Len())
	for _, s := range p.Sites.All() {
		shown = append(shown, mapview.Site{Name: s.Project, At: sites.Middle(s), Ground: s.Shape, Colour: siteColour(kinds[s.Project])})
	}
	*c = siteCache{p.Sites, p.Projects, shown}
	return shown
}

// siteColour is the colour of a kind of projects: those of the kinds in their
// order, then one for projects of which nothing is said.
func siteColour(k planning.ProjectKind) int {
	for i, known := range planning.ProjectKinds {
		if k == known {
			return i
		}
	}
	return carto.SiteColours - 1
}

// hover says of the site under the pointer what it is; 0 is none.
func (p *project) hover(n int) {
	p.hovered = ""
	if n > 0 && n <= p.state.Plan.Sites.Len() {
		p.hovered = p.state.Plan.Sites.At(n - 1).Project
	}
	if p.editor.tool == nil {
		p.view.SetOverlay(p.beside(p.state.View.Facts))
	}
}

// tip adds what there is to say of the site under the pointer.
func (p *project) tip(o *carto.Overlay) {
	for _, s := range p.state.Plan.Sites.All() {
		if s.Project == p.hovered {
			o.Labels = append(o.Labels, drawing.SiteTip(p.state.Plan, s, p.w.lang()))
		}
	}
}

// chooseSite takes up the tool of the sites with one selected.
func (p *project) chooseSite(n int) {
	if n > 0 && n <= p.state.Plan.Sites.Len() {
		p.editor.holdSite(p.state.Plan.Sites.At(n - 1).Project)
	}
}

// showListed shows a project on the page that lists them.
func (p *project) showListed(name string) {
	for i, pg := range p.pages {
		if list, ok := pg.(interface{ ShowProject(name string) }); ok {
			p.turn(i)
			list.ShowProject(name)
			return
		}
	}
}

// siteTool is the number of the tool of the sites.
func (e *editor) siteTool() int {
	for i, t := range e.tools {
		if t.id == "site" {
			return i
		}
	}
	return 0
}

// holdSite takes up the tool of the sites with that of a project selected.
func (e *editor) holdSite(project string) { e.hold(e.siteTool(), drawing.NewSites(e.board, project)) }

// placed goes on with a project that has just been put on the map in hand.
func (e *editor) placed(project string) {
	e.p.view.EndClicks()
	e.holdSite(project)
}

// The ways to put a project on the map.
const (
	siteByPoint  = "point"
	siteByGround = "ground"
	siteTyped    = "typed"
	siteAsExtent = "extent"
	siteAsCore   = "core"
	siteAsPart   = "part"
)

// askSite asks which project is put on the map, and how. A project that is named
// is chosen, even if it has a place already.
func (e *editor) askSite(project string) {
	w := e.p.w
	projects := e.unplaced(project)
	if len(projects) == 0 {
		why := w.say("site.ask.all_placed")
		if e.p.state.Plan.Projects.Len() == 0 {
			why = w.say("site.ask.no_projects")
		}
		w.notices.begin()
		w.notices.tell(widgets.Info, why)
		return
	}
	which, how := widgets.NewChoice(), widgets.NewChoice()
	which.SetOptions(projects)
	which.Set(projects[0].ID)
	if project != "" {
		which.Set(project)
	}
	how.SetOptions(e.siteWays())
	how.Set(siteByPoint)
	e.form("site.ask", func(f *widgets.Form) {
		f.Row(w.say("site.ask.project"), "", which)
		f.Row(w.say("site.ask.how"), "", how)
	}, func(hide func()) {
		part := e.selectedPart()
		hide()
		e.place(which.Chosen(), how.Chosen(), part)
	}, which)
}

// unplaced lists the projects without a place, and the one that is named.
func (e *editor) unplaced(named string) (out []widgets.Option) {
	plan := e.p.state.Plan
	placed := make(map[string]bool, plan.Sites.Len())
	for _, s := range plan.Sites.All() {
		placed[s.Project] = s.Project != named
	}
	for _, v := range plan.Projects.All() {
		if !placed[v.Name] && v.Name != "" {
			out = append(out, widgets.Option{ID: v.Name, Text: v.Name})
		}
	}
	return out
}

// siteWays are the ways there are now: an outline that is there can be taken.
func (e *editor) siteWays() []widgets.Option {
	w, plan := e.p.w, e.p.state.Plan
	out := []widgets.Option{
		{ID: siteByPoint, Text: w.say("site.ask.point")}, {ID: siteByGround, Text: w.say("site.ask.ground")},
		{ID: siteTyped, Text: w.say("site.ask.typed")},
	}
	if !plan.Extent.IsEmpty() {
		out = append(out, widgets.Option{ID: siteAsExtent, Text: w.say("site.ask.extent")})
	}
	if !plan.Core.IsEmpty() {
		out = append(out, widgets.Option{ID: siteAsCore, Text: w.say("site.ask.core")})
	}
	if !e.selectedPart().IsEmpty() {
		out = append(out, widgets.Option{ID: siteAsPart, Text: w.say("site.ask.part")})
	}
	return out
}

// selectedPart is the part of the outline all selected corners belong to; empty
// where there is none.
func (e *editor) selectedPart() geo.Shape {
	if c, ok := e.tool.(*drawing.Corners); ok {
		if i, ok := c.Part(); ok {
			return e.shape().Part(i)
		}
	}
	return geo.Shape{}
}

// place begins to put a project on the map, or does so at once.
func (e *editor) place(project, how string, part geo.Shape) {
	plan := e.p.state.Plan
	switch how {
	case siteByGround:
		e.lend(drawing.NewSiteGround(e.board, project))
	case siteTyped:
		e.enterSite(project)
	case siteAsExtent:
		e.ground(project, plan.Extent)
	case siteAsCore:
		e.ground(project, plan.Core)
	case siteAsPart:
		e.ground(project, part)
	default:
		e.lend(drawing.NewSitePoint(e.board, project))
		e.pending = project
	}
}

// ground gives a project its ground and shows it.
func (e *editor) ground(project string, s geo.Shape) {
	if err := e.p.do(edit.DrawSite{Project: project, Shape: s}); err != nil {
		e.p.w.complain(err)
		return
	}
	e.holdSite(project)
}

// lend takes up a tool that has no button of its own: it stands for that of the
// sites.
func (e *editor) lend(t drawing.Tool) {
	e.hold(e.siteTool(), t)
	e.lent = true
}

// enterSite asks for the coordinates of a project: of its point, or of the
// corners of its ground.
func (e *editor) enterSite(project string) {
	w := e.p.w
	list := widgets.NewMultiLine(6)
	e.ask("site.ask.typed", func(f *widgets.Form) {
		f.Row(project, w.say("site.typed.hint"), list)
	}, func() error {
		points, err := e.parse(list.Text)
		if err != nil {
			return err
		}
		var c edit.Command
		switch n := len(points); {
		case n == 1:
			c = edit.PlaceSite{Project: project, Point: points[0]}
		case n < 3:
			return geo.BadInput(geo.At{}, "site.typed.two", "n", n)
		default:
			c = edit.DrawSite{Project: project, Shape: geo.Polygon(append(points, points[0]))}
		}
		if err := e.p.do(c); err != nil {
			return err
		}
		e.holdSite(project)
		e.p.view.CentreOn(points[0])
		return nil
	}, list)
}

// enterSites asks for coordinates with the tool of the sites in hand.
func (e *editor) enterSites() {
	selected := e.pending
	if s, ok := e.tool.(*drawing.Sites); ok {
		selected = s.Selected()
	}
	switch {
	case selected != "":
		e.enterSite(selected)
	case e.lent:
		e.enterPoints()
	default:
		e.askSite("")
	}
}
