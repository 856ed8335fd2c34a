package widgets

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestFindings(t *testing.T) {
	l := NewFindingList()
	w := inWindow(t, l, 400, 300)
	var chosen calls
	l.OnSelected = func(i int) { chosen.add(fmt.Sprint(i)) }
	l.Display(sampleFindings())
	first := l.rows[0]
	test.Tap(l.rows[2])
	if got := chosen.take(); !slices.Equal(got, []string{"2"}) || w.Canvas().Focused() != fyne.Focusable(l) {
		t.Errorf("a tap chose %q; the focus is on %T", got, w.Canvas().Focused())
	}
	key(l, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome, fyne.KeyUp, fyne.KeyReturn)
	if got := chosen.take(); !slices.Equal(got, []string{"3", "2", "1", "11", "11", "0", "0", "0"}) {
		t.Errorf("keys chose %q", got)
	}
	l.Select(5)
	if len(chosen) > 0 {
		t.Errorf("Select called back: %q", chosen)
	}
	l.Display(sampleFindings()[:3])
	if l.count() != 3 || l.selected != -1 || l.rows[0] != first {
		t.Errorf("of three findings, %d rows are shown, row %d chosen, first row kept: %v", l.count(), l.selected, l.rows[0] == first)
	}
	l.Display(nil)
	key(l, fyne.KeyDown)
	if l.count() != 0 || len(chosen) > 0 {
		t.Errorf("without findings: %d rows, chose %q", l.count(), chosen)
	}
}

// rowsTouch fails unless each row begins where the one before ends and is as
// high as it needs to be.
func rowsTouch(t *testing.T, l *FindingList) {
	t.Helper()
	y := float32(0)
	for i, r := range l.rows[:l.count()] {
		if r.Position().Y != y || r.Size().Height != r.MinSize().Height {
			t.Errorf("row %d stands at %.0f, %.0f high; want %.0f and %.0f", i, r.Position().Y, r.Size().Height, y, r.MinSize().Height)
		}
		y += r.Size().Height
	}
}

func TestRowsFollowTheirWords(t *testing.T) {
	l := NewFindingList()
	inWindow(t, l, 300, 300)
	f := sampleFindings()
	l.Display(f)
	rowsTouch(t, l)
	f = slices.Clone(f)
	f[0].Advice = "在“投资计划”补足 21.5 亿元，或改报信息经济等可放宽的产业；也可以把已签约而未列入的项目补进三年计划，并附投资协议。"
	f[3].Measured = "规划面积实测 3.6021 km² ± 0.0012 km²"
	l.Display(f)
	rowsTouch(t, l)
	for i, r := range l.rows {
		if right := r.measured.Position().X + r.measured.Size().Width; right > r.Size().Width {
			t.Errorf("row %d: the measured value ends at %.0f of %.0f", i, right, r.Size().Width)
		}
	}
	l.Resize(fyne.NewSize(600, 300))
	rowsTouch(t, l)
}

func TestTheChosenRowComesIntoView(t *testing.T) {
	l := NewFindingList()
	inWindow(t, l, 300, 200)
	l.Display(sampleFindings())
	for _, i := range []int{11, 0, 6} {
		l.Select(i)
		top, bottom := l.rows[i].Position().Y-l.scroll.Offset.Y, l.rows[i].Position().Y+l.rows[i].Size().Height-l.scroll.Offset.Y
		if top < -0.5 || bottom > 200.5 {
			t.Errorf("row %d stands from %.0f to %.0f of 200", i, top, bottom)
		}
	}
}

func TestVerdictsDifferInShapeAndColour(t *testing.T) {
	icons, colours := map[string]Verdict{}, map[fyne.ThemeColorName]Verdict{}
	for v := Missing; v <= Pass; v++ {
		if other, seen := icons[v.Icon().Name()]; seen {
			t.Errorf("%d and %d share a sign", v, other)
		}
		if other, seen := colours[v.Colour()]; seen {
			t.Errorf("%d and %d share a colour", v, other)
		}
		icons[v.Icon().Name()], colours[v.Colour()] = v, v
	}
	if Verdict(99).Icon() != Missing.Icon() {
		t.Error("an unknown verdict has no sign")
	}
}

func BenchmarkFindings12(b *testing.B) {
	l := NewFindingList()
	inWindow(b, l, 400, 500)
	f := sampleFindings()
	l.Display(f)
	for i := 0; b.Loop(); i++ {
		f[1].Measured = fmt.Sprintf("1.%04d km²", i%10000)
		f[1].Advice = fmt.Sprintf("限值落在测量误差之内；请提高边界精度或留出余量 %d m²。", i%1000)
		l.Display(f)
	}
}

func BenchmarkFindings12Unchanged(b *testing.B) {
	l := NewFindingList()
	inWindow(b, l, 400, 500)
	f := sampleFindings()
	for b.Loop() {
		l.Display(f)
	}
}
