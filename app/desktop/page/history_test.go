package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/storage"
)

var noon = time.Date(2026, 5, 1, 12, 0, 0, 0, time.Local)

// worked is a project of n steps, standing at one of them.
func worked(n, current int) workspace.State {
	s := stateOf(planning.Plan{})
	s.Steps = nil
	for i := range n {
		s.Steps = append(s.Steps, storage.Step{
			Name: edit.SetText{Field: edit.TownName, To: fmt.Sprint("镇", i)}.Name(), At: noon.Add(time.Duration(i) * time.Second).UTC(),
		})
	}
	s.Current = current
	return s
}

func TestHistoryListsTheNewestFirst(t *testing.T) {
	o := open(t, words.En, newHistory, worked(3, 1))
	var steps []string
	for _, text := range o.reads() {
		if strings.Contains(text, "镇") || strings.Contains(text, "2026") {
			steps = append(steps, text)
		}
	}
	want := []string{
		"Name of the town: 镇2", "step 3 · 2026-05-01 12:00:02",
		"Name of the town: 镇1", "step 2 · 2026-05-01 12:00:01",
		"Name of the town: 镇0", "step 1 · 2026-05-01 12:00:00",
	}
	if !slices.Equal(steps, want) {
		t.Errorf("listed %q", steps)
	}
	o.shows("At step 2 of 3")
}

func TestTheStepThePlanStandsAtIsMarked(t *testing.T) {
	o := open(t, words.Zh, newHistory, worked(3, 1))
	for later, want := range map[int]string{
		-1: "foreground, bold false, marked false", 0: "foreground, bold true, marked true", 1: "placeholder, bold false, marked false",
	} {
		r := newStepRow().(*stepRow)
		o.page.fill(o.page.step(o.page.state.Current+later), r)
		style := r.name.segment.Style
		if got := fmt.Sprintf("%s, bold %v, marked %v", style.ColorName, style.TextStyle.Bold, r.mark.Resource != nil); got != want {
			t.Errorf("a step %d later is %q, want %q", later, got, want)
		}
	}
}

func TestAStepWithLineBreaksStaysOnItsLine(t *testing.T) {
	s := worked(2, 1)
	s.Steps[1].Name = edit.SetText{Field: edit.Distinction, To: "甲\n\n乙\r\n丙"}.Name()
	o := open(t, words.Zh, newHistory, s)
	one := newStepRow().MinSize().Height
	r := newStepRow().(*stepRow)
	o.page.fill(0, r)
	r.Resize(fyne.NewSize(300, one))
	if r.MinSize().Height != one || strings.ContainsAny(r.name.segment.Text, "\r\n") {
		t.Errorf("a row is %.0f high and not %.0f; it reads %q", r.MinSize().Height, one, r.name.segment.Text)
	}
	o.shows("甲 乙 丙")
}

func TestTappingAStepGoesThere(t *testing.T) {
	o := open(t, words.Zh, newHistory, worked(5, 4))
	o.page.list.Select(3)
	o.page.list.Select(3) // again after coming back by another way
	o.page.list.Select(0)
	if want := []int{1, 1, 4}; !slices.Equal(o.went, want) {
		t.Errorf("went to %v, want %v", o.went, want)
	}
}

func TestUndoAndRedoAreThereWhenTheyCanBeDone(t *testing.T) {
	o := open(t, words.Zh, newHistory, worked(3, 0))
	for current, want := range map[int][2]bool{0: {false, true}, 1: {true, true}, 2: {true, false}} {
		o.page.Show(worked(3, current))
		if got := [2]bool{!o.page.undo.Disabled(), !o.page.redo.Disabled()}; got != want {
			t.Errorf("at step %d undo and redo can be done: %v", current, got)
		}
	}
}

// Fyne walks all objects at each frame.
func TestALongHistoryIsFewRows(t *testing.T) {
	o := open(t, words.Zh, newHistory, worked(10_000, 9_999))
	if n := len(o.reads()); n > 100 {
		t.Errorf("%d texts", n)
	}
	o.page.Show(worked(10_000, 17))
	o.shows("镇17", "第 18 步")
}

func BenchmarkHistoryShow(b *testing.B) {
	all := worked(10_000, 9_999)
	o := open(b, words.Zh, newHistory, all)
	for i := 0; b.Loop(); i++ {
		all.Current = 9_998 + i%2
		o.page.Show(all)
	}
}
