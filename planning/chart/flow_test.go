package chart

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// anyText is text of a procedure, from nothing to far too much.
var anyText = rapid.SampledFrom([]string{
	"", "初审", "会议审查", "认定为省级特色小城镇", "省特色小城镇规划建设工作联席会议办公室会同相关区人民政府",
	"建设专项规划和工作方案编制、市政公用设施配套、项目监管、文化内涵挖掘、生态环境保护、统计数据审核上报",
	"Review by the joint conference office", "Pneumonoultramicroscopicsilicovolcanoconiosis", strings.Repeat("审查", 300), "a\nb\n\nc",
})

func anyFlow(t *rapid.T) Flow {
	f := Flow{Exit: anyText.Draw(t, "exit")}
	var ids []string
	for i := range rapid.IntRange(0, 7).Draw(t, "lanes") {
		lane := Lane{Name: anyText.Draw(t, "lane"), Loop: rapid.SampledFrom([]string{"", "每年"}).Draw(t, "loop")}
		for j := range rapid.IntRange(0, 7).Draw(t, "steps") {
			ids = append(ids, fmt.Sprintf("%d.%d", i, j))
			lane.Steps = append(lane.Steps, FlowStep{
				ID: ids[len(ids)-1], Title: anyText.Draw(t, "title"), By: anyText.Draw(t, "by"), Note: anyText.Draw(t, "note"),
				Decision: rapid.Bool().Draw(t, "decides"), Yes: anyText.Draw(t, "yes"), No: anyText.Draw(t, "no"),
				State: FlowState(rapid.IntRange(0, 3).Draw(t, "state")),
			})
		}
		f.Lanes = append(f.Lanes, lane)
	}
	to := rapid.SampledFrom(append(ids, FlowExit, "", "nowhere"))
	for _, lane := range f.Lanes {
		for j := range lane.Steps {
			lane.Steps[j].NoTo = to.Draw(t, "no leads to")
		}
	}
	return f
}

func checkFlow(t *rapid.T, f Flow, width float64) {
	p := f.planned(width)
	obstacles := make([]Box, 0, len(p.nodes)+len(p.heads))
	for _, n := range p.nodes {
		obstacles = append(obstacles, n.box)
	}
	for _, h := range p.heads {
		obstacles = append(obstacles, h.box)
	}
	sheet := Box{0, 0, p.size.X, p.size.Y}
	for i, a := range obstacles {
		if !within(a, sheet) {
			t.Fatalf("box %d %v leaves the sheet %v", i, a, sheet)
		}
		for j, b := range obstacles[:i] {
			if a.overlaps(b) {
				t.Fatalf("boxes %d %v and %d %v overlap", i, a, j, b)
			}
		}
	}
	for k, e := range p.edges {
		checkEdge(t, p, k, e, obstacles, sheet)
	}
	checkTexts(t, f.Draw(width, 10), p)
}

func within(a, b Box) bool {
	const rounding = 1e-6
	return a.X >= b.X-rounding && a.Y >= b.Y-rounding && a.right() <= b.right()+rounding && a.bottom() <= b.bottom()+rounding
}

// checkEdge wants every stretch of an arrow on the sheet, upright, and clear of
// all boxes but the two it joins, whose figures it may touch.
func checkEdge(t *rapid.T, p *flowPlan, k int, e edge, obstacles []Box, sheet Box) {
	for i := 1; i < len(e.points); i++ {
		a, b := e.points[i-1], e.points[i]
		if a.X != b.X && a.Y != b.Y {
			t.Fatalf("arrow %d slants from %v to %v", k, a, b)
		}
		s := Box{min(a.X, b.X), min(a.Y, b.Y), max(a.X, b.X) - min(a.X, b.X), max(a.Y, b.Y) - min(a.Y, b.Y)}
		if !within(s, sheet) {
			t.Fatalf("arrow %d leaves the sheet: %v", k, s)
		}
		first, last := i == 1, i == len(e.points)-1
		for j, o := range obstacles {
			if first && j == e.from || last && j == e.to {
				continue // to the slanted side of a diamond, inside its box
			}
			if s.overlaps(o.inset(0.05)) {
				t.Fatalf("arrow %d from %d to %d, stretch %d %v, runs through box %d %v", k, e.from, e.to, i, s, j, o)
			}
		}
	}
}

// checkTexts wants the texts of boxes inside of them and all others clear of
// them and on the sheet.
func checkTexts(t *rapid.T, d *Drawing, p *flowPlan) {
	for _, m := range d.marks {
		if m.text == nil {
			continue
		}
		b := m.text.box()
		if !within(b, Box{0, 0, d.Width, d.Height}) {
			t.Fatalf("%q at %v leaves the drawing of %v × %v", m.text.text, b, d.Width, d.Height)
		}
		in := false
		for _, n := range p.nodes {
			in = in || within(b, n.box)
		}
		for _, h := range p.heads {
			in = in || within(b, h.box)
		}
		if in {
			continue
		}
		for i, n := range p.nodes {
			if b.overlaps(n.figure.inset(0.05)) && !n.step.Decision {
				t.Fatalf("%q at %v is half in box %d %v", m.text.text, b, i, n.figure)
			}
		}
	}
}

func TestFlowsAreClear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkFlow(t, anyFlow(t), rapid.Float64Range(40, 600).Draw(t, "width"))
	})
}

// TestTextLiesInsideOfDiamonds: the corners of the block of lines are inside.
func TestTextLiesInsideOfDiamonds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := node{step: FlowStep{Title: anyText.Draw(t, "title"), Decision: true}}
		n.measure(rapid.Float64Range(leastColumn, mostStacked).Draw(t, "width"))
		w, h := widest(n.title, titleStyle), textHeight(n.title, titleStyle)
		if used := w/n.figure.W + h/n.figure.H; used > 1+1e-9 {
			t.Fatalf("text of %v × %v in a diamond of %v × %v", w, h, n.figure.W, n.figure.H)
		}
	})
}

func TestAFlowStandsSideBySideWhereThereIsRoom(t *testing.T) {
	if p := sampleFlow().planned(267); p.stacked {
		t.Error("four stages are stacked on 267 mm")
	}
	if p := sampleFlow().planned(120); !p.stacked || p.size.X > 120 {
		t.Errorf("four stages on 120 mm: stacked %v, %v wide", p.stacked, p.size.X)
	}
}

func TestBranchesOfAFlow(t *testing.T) {
	p := sampleFlow().planned(267)
	id := func(n int) string {
		if p.nodes[n].exit {
			return FlowExit
		}
		return p.nodes[n].step.ID
	}
	var got []string
	for _, e := range p.edges {
		got = append(got, strings.TrimSuffix(fmt.Sprintf("%s>%s:%s", id(e.from), id(e.to), e.label), ":"))
	}
	slices.Sort(got)
	want := []string{
		"a1>a2", "a2>b1", "b1>a1:退回", "b1>b2:通过", "b2>b1:退回", "b2>b3:通过", "b3>c1",
		"c1>c2", "c2>c3:通过", "c2>exit:连续两年未完成", "c3>c4", "c4>c1", "c4>d1", "d1>d2", "d2>c1:整改", "d2>d3:通过",
	}
	if !slices.Equal(got, want) {
		t.Errorf("arrows %v, want %v", got, want)
	}
}

func TestAStepIsFoundByItsPlace(t *testing.T) {
	d := sampleFlow().Draw(267, 180)
	if len(d.Spots) != 12 {
		t.Fatalf("%d spots, want 12 steps", len(d.Spots))
	}
	for _, s := range d.Spots {
		if got := d.At(s.Box.X+s.Box.W/2, s.Box.Y+s.Box.H/2); got != s.ID {
			t.Errorf("in the middle of %q lies %q", s.ID, got)
		}
	}
	if got := d.At(0, 0); got != "" {
		t.Errorf("in the corner lies %q", got)
	}
}
