package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// TestComposing types what a person does with a pinyin input method on X11.
// The sequence of events and the texts that must come out of it were observed
// with fcitx5 and ibus.
func TestComposing(t *testing.T) {
	e := NewEntry()
	w := inWindow(t, e, 300, 40)
	var committed calls
	escaped := false
	e.OnCommit = committed.add
	e.OnEscape = func() { escaped = true }
	w.Canvas().Focus(e)
	expect := func(step, text string) {
		t.Helper()
		if e.Text != text {
			t.Fatalf("after %s the field holds %q, want %q", step, e.Text, text)
		}
		if len(committed) > 0 {
			t.Fatalf("%s committed %q", step, committed)
		}
	}

	spell(e, "zhejiang")
	key(e, fyne.KeySpace)
	runes(e, "浙江")
	expect("zhejiang, space", "浙江")

	spell(e, "tex")
	key(e, fyne.KeyBackspace)
	spell(e, "se")
	key(e, fyne.KeySpace)
	runes(e, "特色")
	expect("tex, backspace, se, space", "浙江特色")

	spell(e, "xi")
	key(e, fyne.KeyEscape)
	expect("xi, escape", "浙江特色")
	if escaped {
		t.Fatal("the escape of the input method reached the dialog")
	}

	spell(e, "xi")
	key(e, fyne.KeyBackspace, fyne.KeyBackspace)
	expect("xi, backspace twice", "浙江特色")

	spell(e, "zhen")
	key(e, fyne.KeyReturn)
	runes(e, "zhen")
	expect("zhen, return", "浙江特色zhen")

	key(e, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	expect("backspace four times", "浙江特色")

	key(e, fyne.KeyReturn)
	if got := committed.take(); !slices.Equal(got, []string{"浙江特色"}) {
		t.Fatalf("return committed %q", got)
	}
}

func TestKeysOfTheInputMethodDoNotMoveTheCursor(t *testing.T) {
	for _, k := range []fyne.KeyName{
		fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd,
		fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyDelete, fyne.KeyTab, fyne.KeyEnter,
	} {
		e := NewMultiLine(3)
		w := inWindow(t, e, 300, 90)
		e.Set("甲\n乙丙\n丁")
		e.CursorRow, e.CursorColumn = 1, 1
		w.Canvas().Focus(e)
		spell(e, "xi")
		if k == fyne.KeyTab && !e.AcceptsTab() {
			t.Error("while composing, Tab moved to the next field")
		}
		key(e, k)
		if e.Text != "甲\n乙丙\n丁" || e.CursorRow != 1 || e.CursorColumn != 1 {
			t.Errorf("%s while composing: text %q, cursor %d:%d", k, e.Text, e.CursorRow, e.CursorColumn)
		}
	}
}

func TestPlainTypingIsNotComposing(t *testing.T) {
	e := NewEntry()
	w := inWindow(t, e, 300, 40)
	w.Canvas().Focus(e)
	plain(e, "abc d")
	key(e, fyne.KeyBackspace)
	if e.Text != "abc " {
		t.Errorf("after typing and backspace: %q", e.Text)
	}
	if e.AcceptsTab() {
		t.Error("Tab does not move on")
	}
	// Ctrl and a letter type nothing, and no rune follows.
	e.modifiers = func() fyne.KeyModifier { return fyne.KeyModifierControl }
	key(e, fyne.KeyC)
	e.modifiers = func() fyne.KeyModifier { return 0 }
	key(e, fyne.KeyBackspace)
	if e.Text != "abc" {
		t.Errorf("after Ctrl+C and backspace: %q", e.Text)
	}
	// Losing the focus ends a composition.
	spell(e, "xi")
	w.Canvas().Unfocus()
	w.Canvas().Focus(e)
	key(e, fyne.KeyBackspace)
	if e.Text != "ab" {
		t.Errorf("after losing the focus while composing, and backspace: %q", e.Text)
	}
}

func TestTypingAndCommitting(t *testing.T) {
	e := NewEntry()
	w := inWindow(t, e, 300, 40)
	var typed, committed calls
	e.OnTyping, e.OnCommit = typed.add, committed.add
	e.Set("甲")
	w.Canvas().Focus(e)
	key(e, fyne.KeyEnd)
	plain(e, "12")
	if got := typed.take(); !slices.Equal(got, []string{"甲1", "甲12"}) {
		t.Errorf("typing told %q", got)
	}
	key(e, fyne.KeyReturn, fyne.KeyReturn)
	w.Canvas().Unfocus()
	if got := committed.take(); !slices.Equal(got, []string{"甲12"}) {
		t.Errorf("return twice and leaving committed %q", got)
	}
	w.Canvas().Focus(e)
	plain(e, "3")
	w.Canvas().Unfocus()
	if got := committed.take(); !slices.Equal(got, []string{"甲123"}) {
		t.Errorf("leaving committed %q", got)
	}
	typed.take()
	e.Set("乙")
	if len(typed) > 0 || len(committed) > 0 || e.Text != "乙" {
		t.Errorf("Set told %q, %q and shows %q", typed, committed, e.Text)
	}
	plain(e, "4")
	e.Commit()
	if got := committed.take(); !slices.Equal(got, []string{"乙4"}) && !slices.Equal(got, []string{"4乙"}) {
		t.Errorf("Commit told %q", got)
	}
}

func TestSetLeavesAWordHalfWritten(t *testing.T) {
	e := NewEntry()
	inWindow(t, e, 300, 40)
	e.Set("甲")
	key(e, fyne.KeyEnd)
	plain(e, "1")
	e.SetError("x")
	e.Set("甲")
	if e.Text != "甲1" || e.fault == "" {
		t.Errorf("shown the same plan, the field holds %q, error %q", e.Text, e.fault)
	}
	e.Set("乙")
	if e.Text != "乙" || e.fault != "" {
		t.Errorf("shown another plan, the field holds %q, error %q", e.Text, e.fault)
	}
}

func TestEscapeRestoresTheTextLastSet(t *testing.T) {
	e := NewEntry()
	w := inWindow(t, e, 300, 40)
	var typed, committed calls
	escaped := 0
	e.OnTyping, e.OnCommit, e.OnEscape = typed.add, committed.add, func() { escaped++ }
	e.Set("甲")
	w.Canvas().Focus(e)
	plain(e, "1")
	typed.take()
	key(e, fyne.KeyEscape)
	if got := typed.take(); e.Text != "甲" || !slices.Equal(got, []string{"甲"}) || escaped != 0 {
		t.Errorf("escape: text %q, told %q, handed on %d times", e.Text, got, escaped)
	}
	key(e, fyne.KeyEscape)
	w.Canvas().Unfocus()
	if escaped != 1 || len(committed) > 0 {
		t.Errorf("escape with nothing to restore: handed on %d times, committed %q", escaped, committed)
	}
}

func TestUndoStopsAtWhatWasCommitted(t *testing.T) {
	e := NewEntry()
	inWindow(t, e, 300, 40)
	undone, redone := 0, 0
	e.OnUndo, e.OnRedo = func() { undone++ }, func() { redone++ }
	plain(e, "ab")
	key(e, fyne.KeyReturn)
	plain(e, "cd")
	undo, redo := &fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}
	e.TypedShortcut(undo)
	if e.Text != "ab" || undone != 0 {
		t.Errorf("first undo: %q, handed on %d times", e.Text, undone)
	}
	e.TypedShortcut(redo)
	if e.Text != "abcd" || redone != 0 {
		t.Errorf("redo: %q, handed on %d times", e.Text, redone)
	}
	e.TypedShortcut(undo)
	e.TypedShortcut(undo)
	if e.Text != "ab" || undone != 1 {
		t.Errorf("third undo: %q, handed on %d times", e.Text, undone)
	}
	e.TypedShortcut(redo) // belongs to the window now
	if e.Text != "ab" || redone != 1 {
		t.Errorf("redo after the window's undo: %q, handed on %d times", e.Text, redone)
	}
	shiftZ := &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	e.TypedShortcut(shiftZ)
	if redone != 2 {
		t.Error("Ctrl+Shift+Z is not redo")
	}
}

// The test driver's canvas takes no shortcuts; the window's does, so that this
// only shows that the entry keeps its own.
func TestShortcutsOfEditingStayInTheEntry(t *testing.T) {
	e := NewEntry()
	w := inWindow(t, e, 300, 40)
	e.Set("甲 乙")
	w.Canvas().Focus(e)
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	clip := test.NewClipboard()
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip})
	if e.Text != "" || clip.Content() != "甲 乙" {
		t.Errorf("cut left %q and took %q", e.Text, clip.Content())
	}
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl})
	if e.Text != "" {
		t.Errorf("Ctrl+S typed %q", e.Text)
	}
}

func TestManyLines(t *testing.T) {
	e := NewMultiLine(3)
	w := inWindow(t, e, 120, 90)
	var committed calls
	e.OnCommit = committed.add
	w.Canvas().Focus(e)
	plain(e, "a")
	key(e, fyne.KeyReturn)
	plain(e, "b")
	if e.Text != "a\nb" || len(committed) > 0 {
		t.Errorf("return: text %q, committed %q", e.Text, committed)
	}
	if e.AcceptsTab() {
		t.Error("Tab does not move on")
	}
	w.Canvas().Unfocus()
	if got := committed.take(); !slices.Equal(got, []string{"a\nb"}) {
		t.Errorf("leaving committed %q", got)
	}
}

func TestTheMenuDoesNotCommit(t *testing.T) {
	e := NewEntry()
	w := inWindow(t, e, 300, 200)
	var committed calls
	e.OnCommit = committed.add
	w.Canvas().Focus(e)
	plain(e, "a")
	test.TapSecondary(e)
	if len(w.Canvas().Overlays().List()) == 0 {
		t.Fatal("no menu opened")
	}
	if len(committed) > 0 {
		t.Errorf("opening the menu committed %q", committed)
	}
}

func TestAnErrorIsWrittenBelowTheField(t *testing.T) {
	e := NewEntry()
	box := container.NewVBox(e)
	inWindow(t, box, 200, 200)
	before := e.MinSize().Height
	e.SetError(strings.Repeat("读不出一个数，请只写数字。", 4))
	box.Resize(fyne.NewSize(201, 200)) // the window's canvas does this by itself
	after := e.MinSize().Height
	line := face{size: "helperText"}.lineHeight(skinOf(e))
	if lines := (after - before) / line; lines < 2 {
		t.Errorf("four sentences at 200 units make the field %.0f higher, %.1f lines", after-before, lines)
	}
	if e.Size().Height < after {
		t.Errorf("the field is %.0f high and needs %.0f", e.Size().Height, after)
	}
	e.SetError("")
	if e.MinSize().Height != before {
		t.Errorf("without the error the field needs %.0f, before %.0f", e.MinSize().Height, before)
	}
}

func TestADisabledEntryTypesNothing(t *testing.T) {
	e := NewEntry()
	inWindow(t, e, 200, 40)
	e.OnCommit = func(text string) { t.Errorf("committed %q", text) }
	e.Set("甲")
	e.Disable()
	plain(e, "1")
	key(e, fyne.KeyReturn, fyne.KeyEscape)
	if e.Text != "甲" {
		t.Errorf("holds %q", e.Text)
	}
}

// TestASelectionDoesNotOutliveItsText: Fyne goes on selecting when the text becomes
// another one; the second letter typed then replaced the first.
func TestASelectionDoesNotOutliveItsText(t *testing.T) {
	e := NewEntry()
	inWindow(t, e, 200, 40)
	e.Set("2026")
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.Set("")
	for _, r := range "10000" {
		e.TypedRune(r)
	}
	if e.Text != "10000" {
		t.Errorf("typed 10000 and got %q", e.Text)
	}
}
