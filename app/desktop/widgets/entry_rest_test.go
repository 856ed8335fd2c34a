package widgets

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// timers stand for the clock and for the way to the UI thread: what is due is
// brought there by fire, what is there is done by drain.
type timers struct {
	due    []*func()
	posted []func()
}

func (t *timers) after(wait time.Duration, do func()) func() bool {
	if wait != rest {
		panic(wait)
	}
	t.due = append(t.due, &do)
	return func() bool { do = nil; return true }
}

func (t *timers) post(do func()) { t.posted = append(t.posted, do) }

func (t *timers) fire() {
	due := t.due
	t.due = nil
	for _, do := range due {
		if *do != nil {
			(*do)()
		}
	}
}

func (t *timers) drain() {
	posted := t.posted
	t.posted = nil
	for _, do := range posted {
		do()
	}
}

func (t *timers) pass() { t.fire(); t.drain() }

// resting is a field in a window that commits by itself.
func resting(t *testing.T) (e *Entry, w fyne.Window, clock *timers, committed *calls) {
	e, clock, committed = NewEntry(), &timers{}, &calls{}
	e.AutoCommit, e.after, e.Post, e.OnCommit = true, clock.after, clock.post, committed.add
	w = inWindow(t, e, 300, 40)
	w.Canvas().Focus(e)
	return e, w, clock, committed
}

func TestAPauseCommits(t *testing.T) {
	e, w, clock, committed := resting(t)
	plain(e, "ab")
	if len(*committed) > 0 {
		t.Fatalf("typing committed %q", *committed)
	}
	clock.pass()
	if got := committed.take(); !slices.Equal(got, []string{"ab"}) {
		t.Errorf("a pause committed %q", got)
	}
	e.Set("ab") // the plan shown anew
	if w.Canvas().Focused() != fyne.Focusable(e) || e.CursorColumn != 2 {
		t.Errorf("after it the focus is on %T, the cursor at %d", w.Canvas().Focused(), e.CursorColumn)
	}
	plain(e, "c")
	clock.pass()
	clock.pass()
	if got := committed.take(); !slices.Equal(got, []string{"abc"}) {
		t.Errorf("the next two pauses committed %q", got)
	}
}

func TestAPauseWithinAWordBeingComposedDoesNotCount(t *testing.T) {
	e, _, clock, committed := resting(t)
	plain(e, "a")
	spell(e, "zhen")
	clock.pass()
	clock.pass()
	if len(*committed) > 0 {
		t.Fatalf("while composing, committed %q", *committed)
	}
	key(e, fyne.KeySpace)
	runes(e, "镇")
	clock.pass()
	if got := committed.take(); !slices.Equal(got, []string{"a镇"}) {
		t.Errorf("the word composed, a pause committed %q", got)
	}
}

func TestAPauseThatCameTooLateCommitsNothing(t *testing.T) {
	for what, happens := range map[string]func(*Entry, fyne.Window){
		"typing":  func(e *Entry, _ fyne.Window) { plain(e, "b") },
		"a Set":   func(e *Entry, _ fyne.Window) { e.Set("x"); e.Text = "xa" },
		"leaving": func(_ *Entry, w fyne.Window) { w.Canvas().Unfocus() },
	} {
		e, w, clock, committed := resting(t)
		plain(e, "a")
		clock.fire()
		happens(e, w) // while the pause is on its way to the UI thread
		committed.take()
		clock.drain()
		if len(*committed) > 0 {
			t.Errorf("after %s, committed %q", what, *committed)
		}
	}
}

// Run with the race detector, this shows that the goroutine of a timer touches
// nothing of the field.
func TestPausesComeFromOtherGoroutines(t *testing.T) {
	e, _, _, committed := resting(t)
	posted := make(chan func(), 2)
	e.Post = func(do func()) { posted <- do }
	e.after = func(_ time.Duration, do func()) func() bool {
		go do()
		return func() bool { return false } // too late to stop it
	}
	plain(e, "ab")
	for range 2 {
		(<-posted)()
	}
	if got := committed.take(); !slices.Equal(got, []string{"ab"}) {
		t.Errorf("committed %q", got)
	}
}

func TestNoPauseIsAwaited(t *testing.T) {
	e, w, clock, _ := resting(t)
	plain(e, "a")
	w.Canvas().Unfocus()
	clock.fire()
	if len(clock.posted) > 0 {
		t.Error("a field that was left still waits")
	}
	e.AutoCommit = false
	plain(e, "b")
	if len(clock.due) > 0 {
		t.Error("a field without AutoCommit waits")
	}
}

func TestUndoStopsAtAPause(t *testing.T) {
	e, _, clock, _ := resting(t)
	windows := 0
	e.OnUndo = func() { windows++ }
	plain(e, "ab")
	clock.pass()
	plain(e, "cd")
	if !e.UndoTyping() || e.Text != "ab" {
		t.Errorf("undone, the field holds %q", e.Text)
	}
	if !e.RedoTyping() || e.Text != "abcd" {
		t.Errorf("redone, the field holds %q", e.Text)
	}
	e.UndoTyping()
	if e.UndoTyping() {
		t.Error("what was committed is undone in the field")
	}
	e.TypedShortcut(&fyne.ShortcutUndo{})
	e.Set("") // as the window's undo does
	if windows != 1 || e.Text != "" {
		t.Errorf("the next undo reached the window %d times, and the field holds %q", windows, e.Text)
	}
	clock.pass()
	if e.Text != "" {
		t.Errorf("a pause brought back %q", e.Text)
	}
}

func TestARefusalGoesWithTheTextItWasAbout(t *testing.T) {
	e, _, clock, _ := resting(t)
	e.Set("3.6")
	e.OnCommit = func(text string) {
		if text != "3.6" {
			e.SetError("读不出")
			return
		}
		e.Set("3.6")
	}
	e.SetText("abc")
	clock.pass()
	if !e.Refused() {
		t.Fatal("abc was taken")
	}
	e.SetText("3.6")
	clock.pass()
	if e.Refused() {
		t.Error("what is right again is still refused")
	}
}

func TestATextCellCommitsAfterAPause(t *testing.T) {
	p := newPeople(t, two...)
	clock := &timers{}
	p.body.entry.after, p.Post = clock.after, clock.post
	p.columns[0].AutoCommit = true
	p.Select(0, 0)
	plain(p.body.entry, "x")
	clock.pass()
	p.expect(t, "a pause", "typing 0,0 x", "commit 0,0 x")
	if !p.body.entry.Visible() || !p.editing {
		t.Error("the pause ended editing")
	}
	p.Select(0, 4)
	plain(p.body.entry, "7")
	clock.pass()
	p.expect(t, "a pause in a number", "typing 0,4 7")
}
