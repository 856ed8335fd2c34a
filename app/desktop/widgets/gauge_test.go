package widgets

import (
	"fmt"
	"math"
	"testing"

	"fyne.io/fyne/v2"
)

// extent is the gauge of an area that has to lie between 3 and 5 km².
var extent = GaugeState{
	Caption: "规划面积", Value: "3.6 km²", Now: 3.6, Sigma: 0.001, Known: true, Verdict: Pass,
	Low: 3, High: 5, Max: 8, LowLabel: "3", HighLabel: "5 km²",
}

func TestGaugePutsNumbersOnItsScale(t *testing.T) {
	g := NewGauge()
	inWindow(t, g, 412, 60)
	g.Display(extent)
	r := newGaugeRenderer(g)
	r.Layout(g.Size())
	left, length := r.track.Position().X, r.track.Size().Width
	middle := func() float32 { return r.marker.Position().X + r.marker.Size().Width/2 }
	on := func(value float64) float32 { return left + length*float32(value/8) }
	near := func(what string, got, want float32) {
		t.Helper()
		if math.Abs(float64(got-want)) > 0.01 {
			t.Errorf("%s at %.2f, want %.2f", what, got, want)
		}
	}
	near("3.6", middle(), on(3.6))
	near("the lower limit", r.inner.Position().X, on(3))
	near("the upper limit", r.inner.Position().X+r.inner.Size().Width, on(5))
	if r.whisker[0].Visible() {
		t.Error("0.001 of 8 is drawn as a whisker")
	}

	s := extent
	s.Sigma = 0.5
	g.Display(s)
	r.Refresh()
	near("3.6 − 0.5", r.whisker[0].Position().X, on(3.1))
	near("3.6 + 0.5", r.whisker[0].Position().X+r.whisker[0].Size().Width, on(4.1))
	if !r.whisker[0].Visible() {
		t.Error("0.5 of 8 is not drawn")
	}

	s.Now = 360
	g.Display(s)
	r.Refresh()
	if r.marker.Visible() || !r.arrow.Visible() {
		t.Error("360 on a scale to 8 is not an arrow")
	}
	if end := r.arrow.Position().X + r.arrow.Size().Width; end > g.Size().Width+0.01 {
		t.Errorf("the arrow ends at %.1f of %.1f", end, g.Size().Width)
	}

	s.Known = false
	g.Display(s)
	r.Refresh()
	if r.marker.Visible() || r.arrow.Visible() || r.whisker[0].Visible() {
		t.Error("a number not known has a mark")
	}
}

func TestGaugeWithOneLimit(t *testing.T) {
	g := NewGauge()
	inWindow(t, g, 400, 60)
	g.Display(GaugeState{Low: 50, High: math.Inf(1), Max: 80, Now: 28, Known: true, LowLabel: "≥ 50"})
	r := newGaugeRenderer(g)
	r.Layout(g.Size())
	if !r.ticks[0].Visible() || r.ticks[1].Visible() || !r.labels[0].Visible() || r.labels[1].Visible() {
		t.Error("50 or more has not just the lower tick")
	}
	if end, want := r.inner.Position().X+r.inner.Size().Width, r.track.Position().X+r.track.Size().Width; math.Abs(float64(end-want)) > 0.01 {
		t.Errorf("the band ends at %.1f, the scale at %.1f", end, want)
	}
}

func TestGaugeLabelsKeepApart(t *testing.T) {
	g := NewGauge()
	inWindow(t, g, 400, 60)
	for _, high := range []float64{1.01, 1.1, 1.9, 2} {
		g.Display(GaugeState{Low: 1, High: high, Max: 2, LowLabel: "下限 1.00 km²", HighLabel: "上限 1.00 km²"})
		r := newGaugeRenderer(g)
		r.Layout(g.Size())
		a, b := r.labels[0], r.labels[1]
		if a.Position().X+a.Size().Width > b.Position().X || b.Position().X+b.Size().Width > 400.01 || a.Position().X < 0 {
			t.Errorf("limits 1 and %v: labels at %.0f–%.0f and %.0f–%.0f of 400", high,
				a.Position().X, a.Position().X+a.Size().Width, b.Position().X, b.Position().X+b.Size().Width)
		}
	}
}

func TestAGaugeCutsItsCaptionFirst(t *testing.T) {
	g := NewGauge()
	inWindow(t, g, 400, 60)
	s := extent
	s.Caption, s.Value = "特色产业投资占总投资的比重", "3.6032 ± 0.0006 km²"
	g.Display(s)
	least := g.MinSize().Width
	if least > 140 {
		t.Errorf("a gauge of long texts asks for %.0f", least)
	}
	r := newGaugeRenderer(g)
	for _, c := range []struct {
		width        float32
		caption, all bool // whole
	}{{400, true, true}, {310, true, true}, {220, false, true}, {150, false, true}, {least, false, false}} {
		r.Layout(fyne.NewSize(c.width, 60))
		if whole := r.caption.Text == s.Caption; whole != c.caption {
			t.Errorf("at %.0f units the caption reads %q", c.width, r.caption.Text)
		}
		if whole := r.value.Text == s.Value; whole != c.all {
			t.Errorf("at %.0f units the value reads %q", c.width, r.value.Text)
		}
		if end := r.caption.Position().X + r.caption.MinSize().Width; r.caption.Text != "" && end > r.value.Position().X {
			t.Errorf("at %.0f units the caption ends at %.0f, the value begins at %.0f", c.width, end, r.value.Position().X)
		}
		if end := r.value.Position().X + r.value.Size().Width; end > c.width+0.01 || r.value.Position().X < 0 {
			t.Errorf("at %.0f units the value stands at %.0f–%.0f", c.width, r.value.Position().X, end)
		}
	}
}

func TestGaugeStandsStrangeNumbers(t *testing.T) {
	g := NewGauge()
	inWindow(t, g, 400, 60)
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), -5, 0} {
		g.Display(GaugeState{Now: x, Sigma: x, Low: x, High: x, WarnLow: x, WarnHigh: x, Max: x, Known: true})
		r := newGaugeRenderer(g)
		r.Layout(g.Size())
		for _, o := range r.Objects() {
			if x := float64(o.Position().X); math.IsNaN(x) || x < -10 || x > 410 {
				t.Errorf("for %v an object stands at %v", g.state.Now, o.Position())
			}
		}
	}
}

func BenchmarkGauge(b *testing.B) {
	g := NewGauge()
	inWindow(b, g, 400, 60)
	s := extent
	for i := 0; b.Loop(); i++ {
		s.Now = 3 + float64(i%100)/100
		s.Value = fmt.Sprintf("%.4f km²", s.Now)
		g.Display(s)
	}
}
