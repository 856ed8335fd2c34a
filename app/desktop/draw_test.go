package desktop

import (
	"math"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"zhenjie/app/cli"
	"zhenjie/app/desktop/mapview"
	"zhenjie/app/desktop/widgets"
	"zhenjie/geo"
	"zhenjie/geo/shaping"
	"zhenjie/geo/topology"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// hand is a person at the map: it presses, drags and types as a mouse and a
// keyboard do, at places on the earth.
type hand struct {
	h *hall
	v *mapview.View
}

func atTheMap(t *testing.T) *hand {
	h := opened(t, cli.Opening{})
	h.dialogs = &asked{save: filepath.Join(t.TempDir(), "图.gpkg")}
	h.askNew()
	h.settleProject()
	h.win.Canvas().Capture() // gives the map its size
	d := &hand{h, h.project.view}
	d.v.CentreOn(geo.Point{120.1, 30.3})
	for range 4 {
		d.v.ZoomOut() // 8 m a unit: a town fits in
	}
	return d
}

func (d *hand) event(at geo.Point, mods fyne.KeyModifier) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: d.v.PositionOf(at)}, Button: desktop.MouseButtonPrimary, Modifier: mods}
}

func (d *hand) move(at geo.Point) { d.v.MouseMoved(d.event(at, fyne.KeyModifierAlt)) }

func (d *hand) click(at geo.Point) {
	d.move(at)
	d.v.MouseDown(d.event(at, fyne.KeyModifierAlt)) // Alt: without snapping
	d.v.MouseUp(d.event(at, fyne.KeyModifierAlt))
}

func (d *hand) drag(from, to geo.Point) {
	d.move(from)
	d.v.MouseDown(d.event(from, fyne.KeyModifierAlt))
	for i := range 5 {
		t := float64(i+1) / 5
		at := geo.Point{from[0] + t*(to[0]-from[0]), from[1] + t*(to[1]-from[1])}
		d.v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: d.v.PositionOf(at)}})
	}
	d.v.MouseUp(d.event(to, fyne.KeyModifierAlt))
	d.v.DragEnd()
}

func (d *hand) key(names ...fyne.KeyName) {
	for _, n := range names {
		d.v.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (d *hand) plan() planning.Plan { return d.h.ws.State().Plan }

func (d *hand) km2(l edit.Layer) float64 {
	f := d.h.ws.State().Facts
	if l == edit.Core {
		return f.Core.Areas.Survey.Km2()
	}
	return f.Extent.Areas.Survey.Km2()
}

// east and north of the middle of the map, in metres.
func place(east, north float64) geo.Point {
	p := shaping.PlaneAt(geo.Point{120.1, 30.3})
	at := p.ToPlane(geo.Point{120.1, 30.3})
	return p.ToDegrees(geo.Point{at[0] + east, at[1] + north})
}

// draw draws a polygon point by point and ends it with Enter.
func (d *hand) draw(points ...geo.Point) {
	d.key(fyne.KeyP)
	for _, p := range points {
		d.click(p)
	}
	d.key(fyne.KeyReturn)
}

// A pixel is 4 m on the ground: what is drawn by hand is as good as that.
const handKm2 = 0.05

func TestATownIsDrawnAndFittedToFourSquareKilometres(t *testing.T) {
	d := atTheMap(t)
	d.draw(place(-1000, -900), place(1000, -900), place(1000, 900), place(-1000, 900))
	if got := d.km2(edit.Extent); math.Abs(got-3.6) > handKm2 {
		t.Fatalf("drawn: %.4f km², want 3.6", got)
	}
	d.v.TypedRune('t')
	field := first[*widgets.Entry](t, d.h.question())
	field.SetText("4.0")
	d.h.answer("op.do")
	if got := d.km2(edit.Extent); math.Abs(got-4)*1e6 > 1 {
		t.Errorf("fitted: %.6f km², want 4 to 1 m²", got)
	}
	d.key(fyne.KeyL, fyne.KeyR)
	d.drag(place(-500, -500), place(500, 500))
	if got := d.km2(edit.Core); math.Abs(got-1) > handKm2 {
		t.Errorf("the core has %.4f km², want 1", got)
	}
	if got := d.km2(edit.Extent); math.Abs(got-4)*1e6 > 1 {
		t.Errorf("drawing the core changed the extent to %.6f km²", got)
	}
}

func TestABowTieIsMendedByDraggingACorner(t *testing.T) {
	d := atTheMap(t)
	d.draw(place(-900, -900), place(900, 900), place(900, -900), place(-900, 900))
	if facts := d.h.ws.State().Facts; facts.Extent.Valid() {
		t.Fatal("a bow tie counts as valid")
	}
	// The second and third corner change places.
	d.key(fyne.KeyV)
	d.drag(place(900, 900), place(300, 0))
	d.drag(place(900, -900), place(900, 900))
	d.drag(place(300, 0), place(900, -900))
	s := d.plan().Extent
	if p := topology.Check(s); len(p) != 0 {
		t.Fatalf("still wrong: %v", p)
	}
	if got := d.km2(edit.Extent); math.Abs(got-1.8*1.8) > handKm2 {
		t.Errorf("%.4f km²", got)
	}
	if n := s.Vertices(); n != 4 {
		t.Errorf("%d corners, want 4", n)
	}
}

func TestEverythingDrawnCanBeUndoneAndRedone(t *testing.T) {
	d := atTheMap(t)
	empty := d.plan()
	d.draw(place(-1000, -900), place(1000, -900), place(1000, 900), place(-1000, 900))
	d.key(fyne.KeyV)
	d.drag(place(1000, 900), place(1100, 1000)) // move a corner
	d.drag(place(0, -900), place(0, -1000))     // make one of an edge's middle
	d.click(place(1100, 1000))                  // select
	d.key(fyne.KeyDelete)                       // take away
	d.key(fyne.KeyW)                            // as a whole
	d.drag(place(0, 0), place(50, 50))          // move
	d.key(fyne.KeyH)                            // a hole
	for _, p := range []geo.Point{place(-300, -300), place(0, -300), place(-300, 0)} {
		d.click(p)
	}
	d.key(fyne.KeyReturn)
	d.key(fyne.KeyC)
	d.drag(place(-2500, 0), place(-2300, 0)) // a circle beside it
	d.key(fyne.KeyF)
	d.drag(place(-2500, 1000), place(-2300, 1000)) // a line encloses nothing: no step
	full := d.plan()
	steps := d.h.ws.State().Current
	if steps != 7 {
		for _, s := range d.h.ws.State().Steps {
			t.Log(s.Name.In(d.h.lang()))
		}
		t.Fatalf("%d steps, want 7", steps)
	}
	for range steps {
		d.h.undo()
	}
	if !d.plan().Equal(empty) {
		t.Error("undone, the plan is not what it was")
	}
	for range steps {
		d.h.redo()
	}
	if !d.plan().Equal(full) {
		t.Error("redone, the plan is not what it was")
	}
}

func TestEscapeGivesUpWhatIsInHand(t *testing.T) {
	d := atTheMap(t)
	d.draw(place(-1000, -900), place(1000, -900), place(1000, 900), place(-1000, 900))
	before, step := d.plan(), d.h.ws.State().Current
	d.key(fyne.KeyV)
	from := place(1000, 900)
	d.move(from)
	d.v.MouseDown(d.event(from, fyne.KeyModifierAlt))
	d.v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: d.v.PositionOf(place(1300, 1200))}})
	d.key(fyne.KeyEscape)
	d.v.MouseUp(d.event(place(1300, 1200), 0))
	d.v.DragEnd()
	if !d.plan().Equal(before) || d.h.ws.State().Current != step {
		t.Error("a drag that was given up changed the plan")
	}
	d.key(fyne.KeyP)
	d.click(place(0, 0))
	d.click(place(100, 0))
	d.key(fyne.KeyBackspace, fyne.KeyEscape, fyne.KeyReturn)
	if d.h.ws.State().Current != step {
		t.Error("a polygon that was given up was drawn")
	}
}

func TestClippingTheCoreTakesOneKey(t *testing.T) {
	d := atTheMap(t)
	d.draw(place(-1000, -900), place(1000, -900), place(1000, 900), place(-1000, 900))
	d.key(fyne.KeyL)
	d.draw(place(500, -500), place(1500, -500), place(1500, 500), place(500, 500))
	if out := d.h.ws.State().Facts.Outside.Area.Km2(); math.Abs(out-0.5) > handKm2 {
		t.Fatalf("%.4f km² outside, want 0.5", out)
	}
	d.key(fyne.KeyK)
	f := d.h.ws.State().Facts
	if f.Outside.Area > 1 || math.Abs(f.Core.Areas.Survey.Km2()-0.5) > handKm2 {
		t.Errorf("clipped: core %.4f km², %.2f m² outside", f.Core.Areas.Survey.Km2(), f.Outside.Area.M2())
	}
}

func TestCoordinatesCanBeTyped(t *testing.T) {
	d := atTheMap(t)
	d.v.TypedRune('n')
	list := first[*widgets.Entry](t, d.h.question())
	list.SetText("120.09 30.29\n120.11 30.29\n120.11 30.31\n120.09 30.31")
	d.h.answer("op.do")
	s := d.plan().Extent
	if s.Vertices() != 4 || s.Ring(0, 0).At(2) != (geo.Point{120.11, 30.31}) {
		t.Errorf("%d corners: %v", s.Vertices(), s)
	}
	d.v.TypedRune('n')
	list = first[*widgets.Entry](t, d.h.question())
	list.SetText("120.09 30.29\nabc")
	d.h.answer("op.do")
	if d.h.question() == nil || !list.Refused() {
		t.Error("what cannot be read was taken")
	}
	test.Tap(button(d.h.question(), d.h.say("window.cancel")))
}

func TestASideMovesAlone(t *testing.T) {
	d := atTheMap(t)
	d.draw(place(-1000, -900), place(1000, -900), place(1000, 900), place(-1000, 900))
	d.key(fyne.KeyV)
	d.drag(place(-1200, 700), place(1200, 1100)) // a box round the northern corners
	d.v.TypedRune('t')
	first[*widgets.Entry](t, d.h.question()).SetText("4")
	d.h.answer("op.do")
	if got := d.km2(edit.Extent); math.Abs(got-4)*1e6 > 1 {
		t.Errorf("%.6f km²", got)
	}
	b, _ := d.plan().Extent.Bound()
	south := place(0, -900)[1]
	if math.Abs(b.Min[1]-south) > 1e-4 {
		t.Errorf("the southern side moved from %.6f to %.6f", south, b.Min[1])
	}
}

func TestASplitAsksWhichPieceGoes(t *testing.T) {
	d := atTheMap(t)
	d.draw(place(-1000, -900), place(1000, -900), place(1000, 900), place(-1000, 900))
	step := d.h.ws.State().Current
	d.key(fyne.KeyS)
	d.click(place(500, -1200))
	d.click(place(500, 1200))
	d.key(fyne.KeyReturn)
	if d.h.ws.State().Current != step {
		t.Fatal("the outline was cut before a piece was chosen")
	}
	d.click(place(800, 0))
	if got := d.km2(edit.Extent); math.Abs(got-2.7) > handKm2 {
		t.Errorf("%.4f km² are left, want 2.7", got)
	}
	if p := topology.Check(d.plan().Extent); len(p) != 0 {
		t.Errorf("what is left is not valid: %v", p)
	}
}

func TestTheExtremesAreMarkedOnTheMap(t *testing.T) {
	d := atTheMap(t)
	d.draw(place(-1000, -900), place(1000, -700), place(900, 900), place(-800, 800))
	d.key(fyne.KeyEscape)
	overlay := d.h.project.extremes(d.h.ws.State().Facts)
	if len(overlay.Dots) != 0 {
		t.Error("marked on another page")
	}
	d.h.project.showPageOf("sides")
	overlay = d.h.project.extremes(d.h.ws.State().Facts)
	if len(overlay.Dots) != 4 || len(overlay.Labels) != 4 {
		t.Fatalf("%d marks, %d labels", len(overlay.Dots), len(overlay.Labels))
	}
	// East, south, west, north, each to a pixel.
	for i, want := range []geo.Point{place(1000, -700), place(-1000, -900), place(-1000, -900), place(900, 900)} {
		got := overlay.Dots[i].At
		if math.Abs(got[0]-want[0]) > 1e-4 || math.Abs(got[1]-want[1]) > 1e-4 {
			t.Errorf("extreme %d at %v, want %v", i, got, want)
		}
	}
}

func TestASideIsNamedOnTheMap(t *testing.T) {
	d := atTheMap(t)
	d.draw(place(-1000, -900), place(1000, -900), place(1000, 900), place(-1000, 900))
	d.key(fyne.KeyV)
	d.drag(place(-1200, 700), place(1200, 1100)) // a box round the northern corners
	d.h.project.editor.askNeighbour()
	first[*widgets.Entry](t, d.h.question()).SetText("龙溪")
	d.h.answer("op.do")
	all := d.plan().Sides.Neighbours
	if all.Len() != 1 || all.At(0).Side != planning.North || all.At(0).Name != "龙溪" {
		t.Fatalf("neighbours: %+v", all)
	}
	ring := d.plan().Extent.Ring(0, 0)
	// The town was drawn counterclockwise; neighbours run clockwise.
	if n := all.At(0); n.From != ring.At(3) || n.To != ring.At(2) {
		t.Errorf("from %v to %v", n.From, n.To)
	}
}

func TestPartsAreMergedAndAllCornersMoved(t *testing.T) {
	d := atTheMap(t)
	d.draw(place(-1000, -900), place(200, -900), place(200, 900), place(-1000, 900))
	d.draw(place(-200, -900), place(1000, -900), place(1000, 900), place(-200, 900))
	if n := d.plan().Extent.Parts(); n != 2 {
		t.Fatalf("%d parts", n)
	}
	d.key(fyne.KeyJ)
	if n := d.plan().Extent.Parts(); n != 1 || math.Abs(d.km2(edit.Extent)-3.6) > handKm2 {
		t.Fatalf("%d parts of %.4f km²", n, d.km2(edit.Extent))
	}
	before, _ := d.plan().Extent.Bound()
	d.key(fyne.KeyV, fyne.KeyA, fyne.KeyUp)
	after, _ := d.plan().Extent.Bound()
	for _, moved := range []float64{after.Min[1] - before.Min[1], after.Max[1] - before.Max[1]} {
		if metres := moved * 110_860; math.Abs(metres-1) > 0.01 { // a degree of latitude at 30.3°N
			t.Errorf("moved by %.3f m, want 1", metres)
		}
	}
}
