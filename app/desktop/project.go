package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"zhenjie/app/desktop/mapview"
	"zhenjie/app/desktop/page"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/carto"
	"zhenjie/planning"
	"zhenjie/planning/check"
	"zhenjie/planning/edit"
	"zhenjie/planning/points"
)

// project is the window's content while a project is open: the list of pages,
// the page, the map, the findings, the status line.
type project struct {
	w       *window
	desk    *page.Desk
	pages   []page.Page
	at      int // the page shown
	rail    *rail
	left    *fyne.Container // the page
	view    *mapview.View
	panel   *panel
	status  *status
	editor  *editor
	layers  *layers
	split   *container.Split // page and map
	right   *container.Split // those and the findings
	box     fyne.CanvasObject
	places  []geo.Point // of the marks on the map
	books   string      // the rulebook folder as read last
	mark    int         // the mark that stands out, counted from 1; 0 for none
	sites   siteCache
	hovered string // the project whose site lies under the pointer, "" for none
	state   workspace.State
}

// showProject makes the window's content anew for the open project.
func (w *window) showProject() {
	if w.project != nil {
		w.project.layers.stop()
	}
	w.ahead = nil
	w.project = newProject(w)
	w.body.Objects = []fyne.CanvasObject{w.project.box}
	w.body.Refresh()
	w.refresh()
	w.setMenu()
}

func newProject(w *window) *project {
	p := &project{w: w, left: container.NewStack(), books: workspace.FolderState(workspace.BookFolder())}
	p.desk = &page.Desk{
		Lang: w.lang(), Do: p.do, Undo: w.undo, Redo: w.redo, GoTo: w.goTo,
		Import: w.askImport, ShowPlace: p.showPlace, ShowPage: p.showPageOf, Post: w.post,
		ReadBooks: p.readBooks, SaveBook: p.saveBook, RemoveBook: p.removeBook,
		PlaceSite: func(name string) { p.editor.askSite(name) },
	}
	p.desk.Attach, p.desk.OpenFile, p.desk.SaveFile = w.attachTo, w.openAttached, w.saveAttached
	p.desk.CheckFiles, p.desk.Tell = w.checkFiles, w.tellOf
	p.desk.SaveChart, p.desk.EnlargeChart = w.saveChart, w.enlargeChart
	p.pages = page.All(p.desk)
	p.rail = newRail(p)
	p.view = w.newMap()
	p.view.SetGrid(w.prefs.store.Bool(keyGrid))
	p.status = newStatus(w.lang())
	p.view.OnPointer = p.status.pointer
	p.view.OnMark, p.view.OnSite, p.view.OnHover = p.chooseMark, p.chooseSite, p.hover
	p.panel = newPanel(w.lang(), p.showPageOf)

	p.editor = newEditor(p)
	p.layers = newLayers(p)
	// The tools stand below the north arrow; the left edge is the latitudes'. The
	// row above wraps where the map is narrow.
	row := container.New(layout.NewRowWrapLayout(), append([]fyne.CanvasObject{p.editor.layer}, newMapTools(p)...)...)
	top := container.NewBorder(nil, nil, nil, newGap(fyne.NewSize(40, 1)), row)
	over := container.NewBorder(container.NewPadded(top), nil, nil, container.NewPadded(p.editor.strip))
	mapArea := container.NewStack(p.view, over)
	p.split = container.NewHSplit(p.left, mapArea)
	p.right = container.NewHSplit(p.split, p.panel.box)
	p.right.SetOffset(w.prefs.split("panel", 0.74))
	p.box = container.NewBorder(nil, p.status.box, p.rail.box, nil, p.right)
	p.showPage(p.find(w.prefs.page()))
	return p
}

// do does a command, unless the project has gone from the window.
func (p *project) do(c edit.Command) error {
	if p.w.project != p {
		return nil
	}
	return p.w.do(c)
}

// show shows another state of the project.
func (p *project) show(s workspace.State) {
	changed := !p.state.Plan.Equal(s.Plan)
	p.state = s
	for i, pg := range p.pages {
		if i == p.at {
			pg.Show(s) // the others when they are turned to
		}
	}
	p.panel.show(s.View)
	p.status.saved(s)
	p.display()
	if changed {
		p.editor.changed()
	}
}

// preview shows what a command would make of the plan, without doing it: the
// map, the findings, and the page of the boundary.
func (p *project) preview(c edit.Command) {
	t, err := p.state.Try(c, p.state.Books)
	if err != nil {
		return
	}
	p.panel.show(t.View)
	p.draw(t.View)
	if pg := p.pages[p.at]; pg.ID() == "boundary" {
		s := p.state
		s.View = t.View
		pg.Show(s)
	}
}

// restore shows the plan as it is, after a preview.
func (p *project) restore() {
	if p.w.project == p {
		p.show(p.state)
	}
}

// display shows the plan on the map.
func (p *project) display() { p.draw(p.state.View) }

// draw shows outlines and what is wrong with them, and the sites, on the map.
func (p *project) draw(v workspace.View) {
	f := v.Facts
	content := mapview.Content{Extent: f.Extent.Shape, Core: f.Core.Shape, Outside: f.Outside.Shape, Sites: p.sites.of(v.Plan)}
	p.places = p.places[:0]
	for _, fault := range append(f.Extent.Problems[:len(f.Extent.Problems):len(f.Extent.Problems)], f.Core.Problems...) {
		content.Marks = append(content.Marks, mapview.Mark{At: fault.At, Severe: fault.Severe(), Text: fault.Text})
		p.places = append(p.places, fault.At)
	}
	if p.mark > len(p.places) {
		p.mark = 0
	}
	content.Selected = p.mark
	p.view.Display(content)
	if p.editor.tool == nil {
		p.view.SetOverlay(p.beside(f))
	}
}

// beside is what stands on the map while no tool is in hand.
func (p *project) beside(f check.Facts) carto.Overlay {
	o := p.extremes(f)
	p.tip(&o)
	return o
}

// extremes marks the four extreme points while the page of the four sides is
// shown.
func (p *project) extremes(f check.Facts) (o carto.Overlay) {
	if p.pages[p.at].ID() != "sides" {
		return o
	}
	table := points.Of(f.Extent.Shape)
	for _, side := range planning.FourSides {
		if e, ok := table.Extreme(side); ok {
			o.Dots = append(o.Dots, carto.Dot{At: e.Degrees, Kind: carto.Held})
			text := words.Say("window.extreme", "side", side.Title(), "point", e.Name())
			o.Labels = append(o.Labels, carto.Label{At: e.Degrees, Text: text.In(p.w.lang())})
		}
	}
	return o
}

// chooseMark makes a mark stand out.
func (p *project) chooseMark(n int) {
	p.mark = n
	p.display()
}

// showPlace brings a place to the middle of the map, and its mark forward.
func (p *project) showPlace(at geo.Point) {
	p.mark = 0
	for i, place := range p.places {
		if place == at {
			p.mark = i + 1
		}
	}
	p.display()
	p.view.CentreOn(at)
}

// find is the number of the page of an id, the first where there is none.
func (p *project) find(id string) int {
	for i, pg := range p.pages {
		if pg.ID() == id {
			return i
		}
	}
	return 0
}

func (p *project) showPageOf(id string) { p.turn(p.find(id)) }

// turn leaves one page for another.
func (p *project) turn(to int) {
	if to == p.at {
		return
	}
	p.w.leave()
	p.keepSplit()
	p.showPage(to)
	if p.w.ws != nil {
		p.pages[to].Show(p.state)
		p.display() // the page of the four sides has marks of its own
	}
}

func (p *project) showPage(to int) {
	p.at = to
	pg := p.pages[to]
	p.left.Objects = []fyne.CanvasObject{pg.Content()}
	p.left.Refresh()
	p.rail.mark(to)
	share := 0.42
	if pg.Wide() {
		share = 0.72
	}
	p.split.SetOffset(p.w.prefs.split(pg.ID(), share))
}

func (p *project) keepSplit() {
	if !p.w.transient {
		p.w.prefs.setSplit(p.pages[p.at].ID(), p.split.Offset)
	}
}

// remember keeps how the window was arranged.
func (p *project) remember() {
	if p.w.transient {
		return
	}
	p.keepSplit()
	p.w.prefs.setSplit("panel", p.right.Offset)
	p.w.prefs.setPage(p.pages[p.at].ID())
}

// toggleGrid shows or hides the kilometre grid.
func (p *project) toggleGrid() {
	on := !p.w.prefs.store.Bool(keyGrid)
	p.w.prefs.store.SetBool(keyGrid, on)
	p.view.SetGrid(on)
}
