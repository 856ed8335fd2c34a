package widgets

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/look"
	"zhenjie/assets/words"
	"zhenjie/planning/chart"
)

// desk is the test's own UI thread: pictures are shown when it says so.
type desk chan func()

func (d desk) post(f func()) { d <- f }

// next shows one picture.
func (d desk) next() { (<-d)() }

func sampleBars(n int64) chart.Bars {
	return chart.Bars{Title: "投资", Years: []string{"2025"}, UnitIs: "亿元", Series: []chart.Series{{Name: "自有资金", Values: []int64{n * 1_000_000}}}}
}

func sampleFlow(lanes int) chart.Flow {
	f := chart.Flow{Title: "流程"}
	for i := range lanes {
		f.Lanes = append(f.Lanes, chart.Lane{Name: "阶段", Steps: []chart.FlowStep{
			{ID: fmt.Sprint(i, "a"), Title: "初审"}, {ID: fmt.Sprint(i, "b"), Title: "公布"},
		}})
	}
	return f
}

func shownChart(t testing.TB, c *Chart, width, height float32) (fyne.Window, desk) {
	d := make(desk, 100)
	c.Post = d.post
	return inWindow(t, c, width, height), d
}

// settled paints until the picture is the one wanted.
func settled(t *testing.T, c *Chart, d desk, w, h int) image.Image {
	t.Helper()
	for range 20 {
		img := c.generate(w, h)
		if !c.busy {
			return img
		}
		d.next()
	}
	t.Fatal("the picture is never the one wanted")
	return nil
}

func TestAChartIsDrawnBesideTheUIThreadAtItsSize(t *testing.T) {
	c := NewChart(words.Zh)
	_, d := shownChart(t, c, 400, 300)
	c.Display(sampleBars(3))
	if b := c.generate(400, 300).Bounds(); b.Dx() == 400 {
		t.Error("the picture is there before it can have been drawn")
	}
	for _, scale := range []int{1, 2} {
		img := settled(t, c, d, 400*scale, 300*scale)
		if b := img.Bounds(); b.Dx() != 400*scale || b.Dy() != 300*scale {
			t.Errorf("at scale %d the picture is %v", scale, b)
		}
		if got := c.shown.scale; math.Abs(got-float64(scale)) > 1e-9 {
			t.Errorf("at scale %d it is drawn at %v", scale, got)
		}
	}
}

// TestTheNewestPictureIsShownLast, whatever is asked for meanwhile.
func TestTheNewestPictureIsShownLast(t *testing.T) {
	c := NewChart(words.Zh)
	_, d := shownChart(t, c, 400, 300)
	c.Display(sampleBars(1))
	c.generate(400, 300)
	for n := range int64(5) {
		c.Display(sampleBars(n + 2))
		c.generate(400, 300)
	}
	if len(d) > 1 {
		t.Errorf("%d pictures are drawn at once", len(d))
	}
	settled(t, c, d, 400, 300)
	if c.shown.drawing != c.drawing {
		t.Error("the picture shown is not that of the newest chart")
	}
}

func TestTheSameChartIsNotDrawnAgain(t *testing.T) {
	c := NewChart(words.Zh)
	_, d := shownChart(t, c, 400, 300)
	c.Display(sampleBars(1))
	settled(t, c, d, 400, 300)
	before := c.drawing
	c.Display(sampleBars(1))
	c.Refresh()
	c.generate(400, 300)
	if c.drawing != before || c.busy {
		t.Error("the same chart is laid out or drawn anew")
	}
}

func TestAChartFollowsTheTheme(t *testing.T) {
	c := NewChart(words.Zh)
	_, d := shownChart(t, c, 400, 300)
	c.Display(sampleBars(1))
	light := settled(t, c, d, 400, 300).At(399, 0)
	test.ApplyTheme(t, look.New(look.Dark))
	dark := settled(t, c, d, 400, 300).At(399, 0)
	want := color.RGBAModel.Convert(look.New(look.Dark).Color(theme.ColorNameBackground, theme.VariantDark))
	if light == dark || dark != want {
		t.Errorf("the ground is %v in light, and %v in dark, want %v", light, dark, want)
	}
}

func TestAChartOfManyRowsIsHigh(t *testing.T) {
	rows := func(n int) *Chart {
		c := NewChart(words.Zh)
		g := chart.Gantt{NoDates: "未定"}
		for range n {
			g.Rows = append(g.Rows, chart.GanttRow{Name: "项目"})
		}
		inWindow(t, c, 400, 300)
		c.Display(g)
		return c
	}
	few, many := rows(5), rows(60)
	if few.MinSize().Height > 300 || many.MinSize().Height < 60*5*chart.PixelsPerMM {
		t.Errorf("5 rows are %v high, 60 rows %v", few.MinSize().Height, many.MinSize().Height)
	}
	many.Resize(many.MinSize())
	if many.drawing.Height > mm(many.laid.Height)+0.01 {
		t.Errorf("the drawing is %v mm high, its view %v", many.drawing.Height, mm(many.laid.Height))
	}
}

// pane is the part of a chart that takes the pointer and keys.
func pane(c *Chart) *zoomPane { return test.WidgetRenderer(c).Objects()[1].(*zoomPane) }

func zoomable(t *testing.T, lanes int) (*Chart, desk) {
	c := NewChart(words.Zh)
	c.Zoomable = true
	_, d := shownChart(t, c, 400, 300)
	c.Display(sampleFlow(lanes))
	return c, d
}

func TestAChartIsZoomedAboutThePointer(t *testing.T) {
	c, _ := zoomable(t, 4)
	p := pane(c)
	c.modifiers = func() fyne.KeyModifier { return fyne.KeyModifierControl }
	c.pan(0, 100)
	at := fyne.NewPos(120, 80)
	under := func() chart.Point {
		return chart.Point{X: c.origin.X + mm(at.X)/c.zoom, Y: c.origin.Y + mm(at.Y)/c.zoom}
	}
	before := under()
	p.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 10)})
	if after := under(); c.zoom != zoomStep || math.Hypot(after.X-before.X, after.Y-before.Y) > 1e-6 {
		t.Errorf("at zoom %v there lies %v, before %v", c.zoom, after, before)
	}
	for range 50 {
		p.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, -10)})
	}
	if c.zoom != leastZoom {
		t.Errorf("zoomed out to %v", c.zoom)
	}
}

func TestAChartIsMovedByWheelDragAndKeys(t *testing.T) {
	c, _ := zoomable(t, 6)
	p := pane(c)
	c.modifiers = func() fyne.KeyModifier { return 0 }
	wants := func(what string, y float64) {
		t.Helper()
		if math.Abs(c.origin.Y-y) > 0.01 {
			t.Errorf("%s: at %v mm, want %v", what, c.origin.Y, y)
		}
	}
	p.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
	wants("wheel", mm(40))
	p.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, 10)})
	wants("drag", mm(30))
	key(p, fyne.KeyDown)
	wants("arrow down", mm(70))
	key(p, fyne.KeyUp)
	wants("arrow up", mm(30))
	key(p, fyne.KeyEnd)
	wants("end", c.drawing.Height-mm(c.laid.Height))
	key(p, fyne.KeyPageUp)
	wants("page up", c.drawing.Height-mm(c.laid.Height)*1.9)
	key(p, fyne.KeyHome)
	wants("home", 0)
	p.TypedRune('0')
	if view := c.seen(); view.W < c.drawing.Width-0.01 || view.H < c.drawing.Height-0.01 {
		t.Errorf("all of %v × %v does not fit %v", c.drawing.Width, c.drawing.Height, view)
	}
}

func TestAStepIsBroughtIntoViewAndFound(t *testing.T) {
	c, _ := zoomable(t, 6)
	clicked := ""
	c.OnSpot = func(id string) { clicked = id }
	c.Reveal("5b")
	for _, s := range c.drawing.Spots {
		x := units(s.Box.X+s.Box.W/2-c.origin.X) * float32(c.zoom)
		y := units(s.Box.Y+s.Box.H/2-c.origin.Y) * float32(c.zoom)
		if s.ID != "5b" {
			continue
		}
		if x < 0 || y < 0 || x > c.laid.Width || y > c.laid.Height {
			t.Fatalf("the step stands at %v, %v of %v", x, y, c.laid)
		}
		pane(c).Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, y)})
	}
	if clicked != "5b" {
		t.Errorf("clicked %q", clicked)
	}
}

func TestAStepIsBroughtIntoViewOnceTheChartIsShown(t *testing.T) {
	c := NewChart(words.Zh)
	c.Zoomable = true
	c.Display(sampleFlow(6))
	c.Reveal("5b")
	inWindow(t, c, 400, 300)
	if c.origin.Y == 0 {
		t.Error("the last step is asked for, and the first ones are shown")
	}
}

func TestOnlyAChartThatIsZoomedTakesTheWheel(t *testing.T) {
	c := NewChart(words.Zh)
	inWindow(t, c, 400, 300)
	p := test.WidgetRenderer(c).Objects()[1]
	if _, takes := p.(fyne.Scrollable); takes {
		t.Error("a wheel over the chart does not scroll the page")
	}
	if _, takes := p.(fyne.Focusable); takes {
		t.Error("a chart without anything to do stops the Tab key")
	}
}

func TestAChartIsSavedFromItsMenus(t *testing.T) {
	var saved []chart.Format
	enlarged := ""
	c := NewChart(words.En)
	c.OnSave = func(_ chart.Chart, _ string, f chart.Format) { saved = append(saved, f) }
	w, _ := shownChart(t, c, 400, 300)
	c.Display(sampleBars(2))
	c.buttons[0].OnTapped()
	top := w.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no menu")
	}
	for _, item := range c.saveItems() {
		item.Action()
	}
	c.OnEnlarge = func(_ chart.Chart, title string) { enlarged = title }
	c.makeButtons()
	c.buttons[0].OnTapped()
	if want := c.title(); want == "" || enlarged != want {
		t.Errorf("enlarged %q, not %q", enlarged, want)
	}
	if fmt.Sprint(saved) != "[svg pdf png]" {
		t.Errorf("saved %v", saved)
	}
	w.Canvas().Overlays().Remove(top)
	p := test.WidgetRenderer(c).Objects()[1].(fyne.SecondaryTappable)
	p.TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(50, 50)})
	if w.Canvas().Overlays().Top() == nil {
		t.Error("no menu at a right click")
	}
}

// Where the names of the buttons have no room, icons stand alone, and none is
// pushed out of the chart.
func TestTheButtonsOfAChartFitIt(t *testing.T) {
	c := NewChart(words.En)
	c.Zoomable = true
	c.OnSave = func(chart.Chart, string, chart.Format) {}
	c.OnEnlarge = func(chart.Chart, string) {}
	shownChart(t, c, 900, 300)
	for _, named := range []struct {
		width       float32
		first, last bool
	}{{900, true, true}, {420, false, true}, {200, false, false}, {900, true, true}} {
		test.WidgetRenderer(c).Layout(fyne.NewSize(named.width, 300))
		last := len(c.buttons) - 1
		if got := c.buttons[0].Text != ""; got != named.first {
			t.Errorf("%.0f wide, the first button reads %q", named.width, c.buttons[0].Text)
		}
		if got := c.buttons[last].Text != ""; got != named.last {
			t.Errorf("%.0f wide, the last button reads %q", named.width, c.buttons[last].Text)
		}
		if x := c.buttons[0].Position().X; x < 0 {
			t.Errorf("%.0f wide, the first button stands at %.0f", named.width, x)
		}
	}
}

func TestAChartSaysWhatItShows(t *testing.T) {
	c := NewChart(words.Zh)
	inWindow(t, c, 400, 300)
	if got := c.Describe(); got != "" {
		t.Errorf("nothing is described as %q", got)
	}
	c.Display(sampleBars(3))
	if got, want := c.AccessibilityLabel(), "投资：2025 3 亿元"; got != want {
		t.Errorf("described as %q, want %q", got, want)
	}
}

func BenchmarkChartDisplay(b *testing.B) {
	c := NewChart(words.Zh)
	c.Zoomable = true
	inWindow(b, c, 800, 600)
	c.Post = func(func()) {}
	for i := 0; b.Loop(); i++ {
		c.Display(sampleFlow(4 + i%2))
	}
}
