package page

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/rulebook"
)

func TestBoundaryShowsTheAreas(t *testing.T) {
	o := open(t, words.Zh, newBoundary, sampleState(t))
	facts := o.state.Facts
	text := strings.Join(o.reads(), "")
	for _, a := range []geo.Area{facts.Extent.Areas.Survey, facts.Core.Areas.Survey} {
		for _, u := range []geo.Unit{geo.UnitM2, geo.UnitKm2, geo.UnitHa, geo.UnitMu} {
			if want := a.Text(u).In(words.Zh); !strings.Contains(text, want) {
				t.Errorf("the page does not say %s", want)
			}
		}
	}
	// 3.6 km² claimed, 3.6032 measured.
	o.shows("测量值比申报数 +0.0032 km²（+0.089%）", "没有发现图形错误。")
}

func TestBoundaryWithoutAnOutline(t *testing.T) {
	o := open(t, words.En, newBoundary, stateOf(planning.Plan{}))
	o.shows("Faults of the outlines will be listed here.")
	if !o.page.swap.Disabled() || !o.page.clear.Disabled() {
		t.Error("what cannot be done can be pressed")
	}
}

func TestBoundaryClaims(t *testing.T) {
	o := open(t, words.Zh, newBoundary, sampleState(t))
	claims := o.state.Plan.Claims
	extent, core := o.page.claims[0].field, o.page.claims[1].field
	o.write(extent, "3.9平方公里")
	o.leave()
	claims.Extent = 3.9e6
	o.expect(edit.SetClaims{To: claims})
	o.write(core, "1003.5")
	o.leave()
	claims.Core = 669000 // 1003.5 mu of 2000/3 m²
	o.expect(edit.SetClaims{To: claims})
	o.write(core, "约一千亩")
	o.leave()
	o.expect()
	o.shows("“约一千亩”不是面积；请填写数字，可带单位，如 3.6 平方公里、1500 亩")
	if core.Text != "约一千亩" {
		t.Errorf("what was typed is gone: %q", core.Text)
	}
}

func TestBoundaryFaults(t *testing.T) {
	bowTie := geo.Polygon([]geo.Point{{120.1, 30.3}, {120.12, 30.32}, {120.12, 30.3}, {120.1, 30.32}, {120.1, 30.3}})
	o := open(t, words.Zh, newBoundary, stateOf(planning.Plan{Extent: bowTie}))
	o.shows("图形有错，这些面积不能作为依据；见下面的图形检查")
	var shown geo.Point
	o.page.d.ShowPlace = func(p geo.Point) { shown = p }
	found := 0
	for _, object := range test.LaidOutObjects(o.page.problems.box) {
		if b, ok := object.(*widget.Button); ok {
			found++
			test.Tap(b)
		}
	}
	if want := o.state.Facts.Extent.Problems[0].At; found != 1 || shown != want {
		t.Errorf("%d buttons; shown %v, want %v", found, shown, want)
	}
	// Mended, the fault goes from the page.
	o.do(edit.SetBoundary{Extent: &o.state.Plan.Core})
	o.do(edit.SetBoundary{Extent: new(geo.Polygon([]geo.Point{{120.1, 30.3}, {120.12, 30.3}, {120.12, 30.32}, {120.1, 30.3}}))})
	o.shows("没有发现图形错误。")
	if strings.Contains(strings.Join(o.reads(), ""), "图形有错") {
		t.Error("a sound outline is called invalid")
	}
}

func TestBoundaryButtons(t *testing.T) {
	o := open(t, words.Zh, newBoundary, sampleState(t))
	asked := false
	o.page.d.Import = func() { asked = true }
	test.Tap(o.page.swap)
	o.expect(edit.SwapBoundary{})
	test.Tap(o.page.clear)
	o.expect(edit.ClearCore{})
	if !o.page.clear.Disabled() {
		t.Error("the core is gone and can be removed again")
	}
	for _, object := range test.LaidOutObjects(o.page.Content()) {
		if b, ok := object.(*widget.Button); ok && b.Text == "载入边界…" {
			test.Tap(b)
		}
	}
	if !asked {
		t.Error("no file was asked for")
	}
}

func TestGaugeOfEachLimit(t *testing.T) {
	v := sampleState(t).View
	for _, c := range []struct {
		measure             rulebook.Measure
		low, high           float64
		warnLow, warnHigh   float64
		lowLabel, highLabel string
		value               string
	}{
		{rulebook.ExtentArea, 3, 5, 0, 0, "3", "5", "3.6032"},
		{rulebook.CoreArea, 0.9, 1.1, 0.7, 1.3, "0.9", "1.1", "1.0002"},
	} {
		g, ok := Gauge(v, c.measure, words.Zh)
		if !ok {
			t.Fatalf("no gauge of %s", c.measure)
		}
		for _, n := range [][2]float64{{g.Low, c.low}, {g.High, c.high}, {g.WarnLow, c.warnLow}, {g.WarnHigh, c.warnHigh}} {
			if d := n[0] - n[1]; d > 1e-9 || d < -1e-9 {
				t.Errorf("%s: %v, want %v", c.measure, n[0], n[1])
			}
		}
		if g.LowLabel != c.lowLabel || g.HighLabel != c.highLabel || g.Verdict != widgets.Pass || !strings.HasPrefix(g.Value, c.value) {
			t.Errorf("%s: %+v", c.measure, g)
		}
	}
	if _, ok := Gauge(v, rulebook.LeadingShare, words.Zh); ok {
		t.Error("a gauge of a rule the rulebook does not have")
	}
}
