package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// checkLabels wants all texts on the drawing, and none over another.
func checkLabels(t *rapid.T, d *Drawing, apart bool) {
	sheet := Box{-0.01, -0.3, d.Width + 0.02, d.Height + 0.6}
	var boxes []Box
	for _, m := range d.marks {
		if m.text == nil {
			continue
		}
		b := m.text.box()
		if !within(b, sheet) {
			t.Fatalf("%q at %v leaves the drawing of %v × %v", m.text.text, b, d.Width, d.Height)
		}
		for _, o := range boxes {
			if apart && b.inset(0.2).overlaps(o) {
				t.Fatalf("%q at %v lies over another text at %v", m.text.text, b, o)
			}
		}
		boxes = append(boxes, b)
	}
}

func TestNamesOfARadarKeepClear(t *testing.T) {
	names := rapid.SampledFrom([]string{"服务政府", "利益分配", "和谐社区与公共服务设施配套", "Benefit sharing among residents", "客"})
	rapid.Check(t, func(t *rapid.T) {
		c := Radar{Target: 0.6}
		for range rapid.IntRange(3, 8).Draw(t, "axes") {
			c.Axes = append(c.Axes, Axis{Name: names.Draw(t, "name"), Text: "未评", Max: 10, Value: rapid.Float64().Draw(t, "value"), Known: rapid.Bool().Draw(t, "known")})
		}
		width, height := rapid.Float64Range(110, 300).Draw(t, "width"), rapid.Float64Range(90, 250).Draw(t, "height")
		r := c.fitted(width, height)
		if r.radius < 15 {
			t.Errorf("a radar of radius %v on %v × %v", r.radius, width, height)
		}
		for i, l := range r.labels {
			if got, want := strings.ReplaceAll(strings.Join(l.name, ""), " ", ""), strings.ReplaceAll(c.Axes[i].Name, " ", ""); got != want {
				t.Errorf("%q is cut to %q", want, got)
			}
		}
		checkLabels(t, c.Draw(width, height), true)
	})
}

func TestARadarShowsWhatIsKnown(t *testing.T) {
	c := sampleRadar()
	r := c.fitted(127, 100)
	for i, a := range c.Axes {
		tip := r.on(i, a.share())
		far := math.Hypot(tip.X-r.middle.X, tip.Y-r.middle.Y) / r.radius
		want := a.Value / 10
		if math.Abs(far-want) > 1e-9 {
			t.Errorf("%s stands at %v of the axis, want %v", a.Name, far, want)
		}
	}
	for name, a := range map[string]Axis{
		"too much": {Value: 12, Max: 10, Known: true}, "NaN": {Value: math.NaN(), Max: 10, Known: true},
		"less than nothing": {Value: -3, Max: 10, Known: true}, "no axis": {Value: 3, Known: true}, "not known": {Value: 3, Max: 10},
	} {
		if s := a.share(); s < 0 || s > 1 || math.IsNaN(s) {
			t.Errorf("%s: share %v", name, s)
		}
	}
}

func TestAGanttShowsWholeYears(t *testing.T) {
	g := sampleGantt(13).placed(200, 100)
	if g.from != MonthOf(2025, 1) || g.to != MonthOf(2028, 12) {
		t.Errorf("shown are %s to %s", g.from.text(), g.to.text())
	}
	// Every quarter is as wide as three of the 48 months.
	if got, want := g.x(MonthOf(2026, 4))-g.x(MonthOf(2026, 1)), 3*(g.x(g.to+1)-g.x(g.from))/48; math.Abs(got-want) > 1e-9 {
		t.Errorf("a quarter is %v mm wide, want %v", got, want)
	}
	wild := Gantt{Rows: []GanttRow{{Start: 1}, {Start: MonthOf(9999, 12), End: MonthOf(2026, 1)}, {Start: -5}}, Today: MonthOf(2026, 1)}
	if g := wild.placed(200, 100); g.to-g.from > mostMonths {
		t.Errorf("%d months are shown", g.to-g.from)
	}
	wild.Draw(200, 100)
}

func TestNamesOfAGanttAreCutOnlyForWantOfRoom(t *testing.T) {
	c := sampleGantt(20)
	if all := texts(c.Draw(250, 150)); strings.Contains(strings.Join(all, ""), "…") {
		t.Errorf("on 250 mm a name is cut: %q", all)
	}
	if all := texts(c.Draw(100, 150)); !strings.Contains(strings.Join(all, ""), "…") {
		t.Error("on 100 mm no name is cut, though 24 Han characters take 79 mm")
	}
}

func TestRowsWithoutDatesSaySo(t *testing.T) {
	c := sampleGantt(13)
	without := 0
	for _, r := range c.Rows {
		if r.Start == 0 && r.End == 0 {
			without++
		}
	}
	said := 0
	for _, text := range texts(c.Draw(200, 100)) {
		if text == c.NoDates {
			said++
		}
	}
	if without == 0 || said != without {
		t.Errorf("%d rows without dates, %d say so", without, said)
	}
	none := Gantt{Rows: []GanttRow{{Name: "甲"}}, NoDates: "未定"}
	if got := texts(none.Draw(100, 50)); !slices.Equal(got, []string{"甲", "未定"}) {
		t.Errorf("without any date the chart says %q", got)
	}
}

func TestAGanttGrowsWithItsRows(t *testing.T) {
	for n, want := range map[int]bool{1: false, 13: false, 60: true} {
		if d := sampleGantt(n).Draw(200, 130); d.Height > 130 != want {
			t.Errorf("%d rows are %v mm high on a sheet of 130", n, d.Height)
		}
	}
}

func TestRoundSteps(t *testing.T) {
	for v, want := range map[float64]float64{
		0: 1, -3: 1, math.Inf(1): 1, 1: 1, 1.1: 2, 2.2: 2.5, 3: 5, 5.1: 10, 70: 100, 0.03: 0.05,
	} {
		if got := roundStep(v); math.Abs(got-want) > 1e-12 {
			t.Errorf("roundStep(%v) = %v, want %v", v, got, want)
		}
	}
	if got := roundStep(math.NaN()); got != 1 {
		t.Errorf("roundStep(NaN) = %v", got)
	}
}

// TestBarsAddUp: the sums are worked out by hand from the sample.
func TestBarsAddUp(t *testing.T) {
	all := texts(sampleBars().Draw(150, 100))
	for _, want := range []string{"8", "14.8", "12.1", "34.9", "三年合计", "30–50 亿元", "亿元"} {
		if !slices.Contains(all, want) {
			t.Errorf("%q is missing from %q", want, all)
		}
	}
}

func TestBarsOfAnySize(t *testing.T) {
	amount := rapid.SampledFrom([]int64{0, -5, 1, 99, 1_000_000, 420_000_000_00, math.MaxInt64, math.MinInt64})
	rapid.Check(t, func(t *rapid.T) {
		c := Bars{UnitIs: "万元", Sum: rapid.SampledFrom([]string{"", "合计"}).Draw(t, "sum")}
		for i := range rapid.IntRange(0, 6).Draw(t, "years") {
			c.Years = append(c.Years, fmt.Sprint(2025+i))
		}
		for range rapid.IntRange(0, 8).Draw(t, "series") {
			c.Series = append(c.Series, Series{"来源", rapid.SliceOfN(amount, 0, 7).Draw(t, "values")})
		}
		c.Band = Band{max(amount.Draw(t, "low"), 0), max(amount.Draw(t, "high"), 0), "范围"}
		d := c.Draw(rapid.Float64Range(100, 300).Draw(t, "width"), rapid.Float64Range(60, 200).Draw(t, "height"))
		for _, m := range d.marks {
			for _, p := range m.path {
				for _, at := range p.points {
					if at.X < -1 || at.Y < -1 || at.X > d.Width+1 || at.Y > d.Height+1 || at.X != at.X || at.Y != at.Y {
						t.Fatalf("something is drawn at %v on %v × %v", at, d.Width, d.Height)
					}
				}
			}
		}
	})
}

// TestChartsOfAnySize: no panic on a sheet too small for anything.
func TestChartsOfAnySize(t *testing.T) {
	for name, c := range samples() {
		for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), -5, 0, 1, 20} {
			for _, w := range []float64{v, 100} {
				if d := c.Draw(w, v); !(d.Width > 0 && d.Height > 0) || d.Width > 1e6 {
					t.Errorf("%s on %v × %v is %v × %v", name, w, v, d.Width, d.Height)
				}
			}
		}
	}
	for _, c := range []Chart{Radar{}, Gantt{}, Bars{}, Flow{}} {
		c.Draw(100, 80).Image(100, 80, 1, Light)
	}
}
