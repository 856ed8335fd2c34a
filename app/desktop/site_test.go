package desktop

import (
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"zhenjie/app/desktop/mapview"
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// atATown is a person at the map of a town with two projects.
func atATown(t *testing.T) *hand {
	d := atTheMap(t)
	d.draw(place(-1000, -900), place(1000, -900), place(1000, 900), place(-1000, 900))
	d.key(fyne.KeyEscape)
	for _, name := range []string{"茶厂", "学校"} {
		if err := d.h.do(edit.AddRow{At: 0, Row: planning.ScheduleItem{Project: name, Amounts: [planning.MaxYears]planning.Money{12 * planning.Wan}}}); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// ask asks where a project stands and answers with a way.
func (d *hand) ask(project, how string) {
	d.h.project.desk.PlaceSite(project)
	choices(d.h.question())[1].Set(how)
	d.h.answer("op.do")
}

// choices are the choices of a form, from above.
func choices(form fyne.CanvasObject) (out []*widgets.Choice) {
	for _, o := range test.LaidOutObjects(form) {
		if c, ok := o.(*widgets.Choice); ok {
			out = append(out, c)
		}
	}
	return out
}

// look has the map painted: what is not on the screen cannot be clicked.
func (d *hand) look() { d.h.win.Canvas().Capture() }

// site is where a project stands.
func (d *hand) site(project string) (planning.Site, bool) {
	for _, s := range d.plan().Sites.All() {
		if s.Project == project {
			return s, true
		}
	}
	return planning.Site{}, false
}

// metresApart is the distance of two places near the middle of the map.
func metresApart(a, b geo.Point) float64 { return math.Hypot((a[0]-b[0])*96_180, (a[1]-b[1])*110_860) }

// handMetres is a pixel and a half of the map in the tests.
const handMetres = 12.0

func TestAProjectIsPlacedMovedAndTakenAway(t *testing.T) {
	d := atATown(t)
	before, step := d.plan(), d.h.ws.State().Current
	d.ask("茶厂", siteByPoint)
	d.click(place(300, 200))
	s, ok := d.site("茶厂")
	if !ok || metresApart(s.Point, place(300, 200)) > handMetres {
		t.Fatalf("placed at %v, want %v", s.Point, place(300, 200))
	}
	d.look()
	d.drag(place(300, 200), place(-300, 100))
	if s, _ = d.site("茶厂"); metresApart(s.Point, place(-300, 100)) > handMetres {
		t.Errorf("dragged to %v, want %v", s.Point, place(-300, 100))
	}
	d.key(fyne.KeyUp)
	if next, _ := d.site("茶厂"); math.Abs(metresApart(next.Point, s.Point)-1) > 0.01 {
		t.Errorf("an arrow moved it by %v m", metresApart(next.Point, s.Point))
	}
	d.key(fyne.KeyDelete)
	if _, ok := d.site("茶厂"); ok {
		t.Error("Delete did not take it away")
	}
	var names []string
	for _, s := range d.h.ws.State().Steps[step+1:] {
		names = append(names, s.Name.In(words.Zh))
	}
	if got, want := strings.Join(names, "|"), "标注项目“茶厂”的位置|移动项目“茶厂”的位置|移动项目“茶厂”的位置|去掉项目“茶厂”的位置"; got != want {
		t.Errorf("the steps are called %s", got)
	}
	for range names {
		d.h.undo()
	}
	if !d.plan().Equal(before) {
		t.Error("undone, the plan is not what it was")
	}
}

func TestAGroundIsDrawnMovedAndRemarkedOn(t *testing.T) {
	d := atATown(t)
	d.ask("学校", siteByGround)
	for _, p := range []geo.Point{place(0, 0), place(300, 0), place(300, 200), place(0, 200)} {
		d.click(p)
	}
	d.key(fyne.KeyReturn)
	s, _ := d.site("学校")
	if s.Shape.Vertices() != 4 {
		t.Fatalf("drawn: %+v", s)
	}
	if d.h.project.panel.sites.Visible() {
		t.Error("a ground inside the extent is remarked on")
	}
	d.look()
	d.drag(place(150, 100), place(1000, 100)) // by its symbol
	moved, _ := d.site("学校")
	if by := metresApart(moved.Shape.Ring(0, 0).At(0), s.Shape.Ring(0, 0).At(0)); math.Abs(by-850) > handMetres || moved.Shape.Vertices() != 4 {
		t.Errorf("moved by %v m, want 850", by)
	}
	if said := texts(d.h.project.panel.sites.Prose); !d.h.project.panel.sites.Visible() || !strings.Contains(said, "学校") {
		t.Errorf("of a ground across the border it is said: %q", said)
	}
	d.h.undo()
	if back, _ := d.site("学校"); !back.Equal(s) || d.h.project.panel.sites.Visible() {
		t.Error("undo did not bring it back")
	}
}

func TestEscapeLeavesAProjectUnplaced(t *testing.T) {
	d := atATown(t)
	step := d.h.ws.State().Current
	for _, how := range []string{siteByPoint, siteByGround} {
		d.ask("茶厂", how)
		d.move(place(0, 0))
		d.key(fyne.KeyEscape)
		d.click(place(0, 0))
	}
	d.ask("茶厂", siteByGround)
	d.click(place(0, 0))
	d.click(place(100, 0))
	d.key(fyne.KeyReturn) // too few
	d.key(fyne.KeyEscape, fyne.KeyEscape)
	if d.h.ws.State().Current != step {
		t.Error("a place that was given up is in the plan")
	}
}

func TestOutlinesAndCoordinatesMakeAPlace(t *testing.T) {
	d := atATown(t)
	d.ask("茶厂", siteAsExtent)
	if s, _ := d.site("茶厂"); !s.Shape.Equal(d.plan().Extent) {
		t.Error("the extent was not taken")
	}
	d.ask("学校", siteTyped)
	list := first[*widgets.Entry](t, d.h.question())
	list.SetText("120.1 30.3\n120.11 30.3")
	d.h.answer("op.do")
	if _, ok := d.site("学校"); ok || !list.Refused() {
		t.Error("two points were taken")
	}
	list.SetText("120.1 30.3")
	d.h.answer("op.do")
	if s, _ := d.site("学校"); s.Point != (geo.Point{120.1, 30.3}) {
		t.Errorf("typed: %+v", s)
	}
	d.v.TypedRune('n') // with the site selected, its coordinates
	list = first[*widgets.Entry](t, d.h.question())
	list.SetText("120.1 30.3\n120.11 30.3\n120.11 30.31")
	d.h.answer("op.do")
	if s, _ := d.site("学校"); s.Shape.Vertices() != 3 {
		t.Errorf("typed: %+v", s)
	}
	d.h.project.desk.PlaceSite("")
	if d.h.question() != nil || !strings.Contains(d.h.said(), "已标注") {
		t.Errorf("with everything placed: %q", d.h.said())
	}
}

func TestTheSelectedPartMakesAPlace(t *testing.T) {
	d := atATown(t)
	d.draw(place(-2500, 0), place(-2000, 0), place(-2000, 500))
	d.key(fyne.KeyV)
	d.drag(place(-2600, -100), place(-1900, 600))
	d.ask("茶厂", siteAsPart)
	if s, _ := d.site("茶厂"); !s.Shape.Equal(d.plan().Extent.Part(1)) {
		t.Errorf("taken: %+v", s)
	}
}

func TestAClickWithoutAToolSelectsASite(t *testing.T) {
	d := atATown(t)
	if err := d.h.do(edit.PlaceSite{Project: "学校", Point: place(100, 100)}); err != nil {
		t.Fatal(err)
	}
	d.look()
	d.move(place(100, 100))
	if d.h.project.hovered != "学校" {
		t.Errorf("under the pointer: %q", d.h.project.hovered)
	}
	if tip := d.h.project.beside(d.h.ws.State().Facts).Labels; len(tip) != 1 || tip[0].Text != "学校，12 万元" {
		t.Errorf("the tip says %+v", tip)
	}
	d.click(place(100, 100))
	if e := d.h.project.editor; e.tools[e.at].id != "site" {
		t.Fatal("the tool of the sites was not taken up")
	}
	d.key(fyne.KeyReturn)
	if id := d.h.project.pages[d.h.project.at].ID(); id != "projects" {
		t.Errorf("Enter shows the page %s", id)
	}
	d.key(fyne.KeyDelete)
	if d.plan().Sites.Len() != 0 {
		t.Error("the site was not selected")
	}
}

func TestTheLayerOfSitesCanBeHiddenAndLowered(t *testing.T) {
	d := atATown(t)
	if err := d.h.do(edit.DrawSite{Project: "学校", Shape: geo.Polygon([]geo.Point{place(0, 0), place(300, 0), place(300, 300), place(0, 0)})}); err != nil {
		t.Fatal(err)
	}
	l := d.h.project.layers
	shot := func() string {
		d.look()
		return fmt.Sprint(d.v.SiteAt(place(200, 100)), l.order())
	}
	for _, c := range []struct {
		do   func(*keptArea)
		want string
	}{
		{func(*keptArea) {}, "1 [2 0 1]"}, {func(k *keptArea) { k.Hidden = true }, "0 [2 0 1]"},
		{func(k *keptArea) { k.Hidden, k.Low = false, true }, "1 [0 1 2]"},
	} {
		l.setArea(siteRow, c.do)
		if got := shot(); got != c.want {
			t.Errorf("site and order: %s, want %s", got, c.want)
		}
	}
	if again := loadLayers(d.h.prefs.store); !again.Areas["sites"].Low {
		t.Error("the order is not remembered")
	}
}

// BenchmarkDragSite moves one of 1,000 sites: plan, findings, remark and picture
// follow at every step.
func BenchmarkDragSite(b *testing.B) {
	a := test.NewApp()
	defer a.Quit()
	w := newWindow(a, func(f func()) { f() })
	w.transient = true
	w.build()
	w.win.Resize(fyne.NewSize(1650, 860))
	p := planning.Plan{Extent: round(10_000)}
	for i := range 1000 {
		name := fmt.Sprint("项目", i)
		p.Projects = p.Projects.Append(planning.Project{Name: name})
		at := place(float64(i%32)*50-800, float64(i/32)*50-800)
		p.Sites = p.Sites.Append(planning.Site{Project: name, Point: at})
	}
	ws, err := workspace.Create(filepath.Join(b.TempDir(), "b.gpkg"), words.Say("workspace.created"), p, workspace.Books{})
	if err != nil {
		b.Fatal(err)
	}
	w.adopt(ws, nil)
	defer w.close()
	w.win.Canvas().Capture()
	v := w.project.view
	v.Fit()
	mapview.Paint(v)
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyB})
	at := v.PositionOf(p.Sites.At(500).Point)
	event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary}
	v.MouseMoved(event)
	v.MouseDown(event)
	step := float32(1)
	for b.Loop() {
		v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(20+step, 10)}})
		mapview.Paint(v)
		step = -step
	}
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
}
