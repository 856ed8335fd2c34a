package widgets

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is the text field of the window. It knows about input methods: on X11
// and macOS the keys that correct a word being composed reach the field as
// well, and must not touch the text already there.
//
// A text is told in two steps: OnTyping while it is typed, OnCommit when the
// person is done with it.
type Entry struct {
	widget.Entry
	OnTyping func(text string) // each change by the user
	OnCommit func(text string) // Enter in a single line, or the focus lost, if the text is not the one last Set or committed
	OnUndo   func()            // the shortcut, when no typing is left to undo; nil hands the shortcut to the canvas
	OnRedo   func()            // likewise
	OnEscape func()            // Escape, when there is nothing to restore

	// AutoCommit commits the text as well when nothing was typed for a moment: for
	// texts that are of use half written and kept as they are typed, and not for
	// numbers.
	AutoCommit bool
	Post       func(func()) // brings that to the UI thread; nil is fyne.Do

	shown     string // last Set
	told      string // last Set or committed
	fault     string
	text      *Prose // of many lines, to be read
	reading   bool   // it is shown in place of Fyne's, which is edited
	focused   bool
	slim      bool // a fault is framed but not written out: the entry stands in a table
	quiet     bool // the text is being changed by the program
	menu      bool // the entry is opening its own menu, which takes the focus
	composing int  // keys the input method may have taken since the last rune

	after    after
	awaited  int         // pauses awaited so far
	stopRest func() bool // of the one awaited now; nil for none

	modifiers func() fyne.KeyModifier
	onKey     func(*fyne.KeyEvent) bool  // the table round the entry sees keys first; true when it used one
	onFocus   func(gained bool)          // and wants to know where the focus is
	onOther   func(s fyne.Shortcut) bool // and has shortcuts of its own
}

// NewEntry makes a field of one line.
func NewEntry() *Entry {
	e := &Entry{modifiers: keyModifiers, after: afterTime, text: NewProse("")}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.OnChanged = e.changed
	e.ExtendBaseWidget(e)
	return e
}

// NewMultiLine makes a field of many lines that shows a number of rows; Enter
// starts a new line.
func NewMultiLine(rows int) *Entry {
	e := NewEntry()
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	return e
}

// keyModifiers are the modifier keys held down now; the driver of headless
// tests does not know.
func keyModifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// Set shows a text without calling back, and clears the error. While the user
// is typing, the text already Set last changes nothing: a form that shows its
// plan anew wipes out neither a word half written nor one that was refused and
// is still to be put right.
func (e *Entry) Set(text string) {
	if text == e.shown && (e.Text != e.told || e.fault != "") {
		return
	}
	e.stopResting()
	e.shown, e.told = text, text
	e.replace(text)
	e.SetError("")
}

// Commit tells a text not yet committed, as losing the focus does: for what
// must not miss the last word typed, such as closing the window.
func (e *Entry) Commit() {
	e.stopResting()
	if e.Text == e.told {
		return
	}
	e.told = e.Text
	e.forget()
	e.SetError("") // of the text before; this one may have its own
	if e.OnCommit != nil {
		e.OnCommit(e.Text)
	}
}

// UndoTyping takes back typing not yet committed and reports whether there was
// any. Fyne gives the shortcuts of a window's menu to the menu and not to the
// field: a menu's Undo asks the focused Entry first.
func (e *Entry) UndoTyping() bool {
	before := e.Text
	if before != e.told {
		e.Undo()
	}
	return e.Text != before
}

// RedoTyping does again what UndoTyping took back and reports whether there
// was anything.
func (e *Entry) RedoTyping() bool {
	before := e.Text
	e.Redo()
	return e.Text != before
}

func (e *Entry) changed(text string) {
	if e.quiet {
		return
	}
	if e.OnTyping != nil {
		e.OnTyping(text)
	}
	e.awaitRest()
}

// replace puts another text in without calling back.
func (e *Entry) replace(text string) {
	if text != e.Text {
		e.quiet = true
		if e.SelectedText() != "" { // Fyne would go on selecting, and the next letter but one replace the first
			e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
		}
		e.SetText(text)
		e.quiet = false
	}
}

// forget empties the entry's own undo history, so that undoing never jumps
// over a text that was committed.
func (e *Entry) forget() { e.SetText(e.Text) }

// restore puts the text last Set back.
func (e *Entry) restore() {
	if e.Text == e.shown {
		if e.OnEscape != nil {
			e.OnEscape()
		}
		return
	}
	e.replace(e.shown)
	e.SetError("")
	if e.OnTyping != nil {
		e.OnTyping(e.shown)
	}
}

// KeyDown counts the keys that an input method may take: if it does not, their
// runes follow at once.
func (e *Entry) KeyDown(key *fyne.KeyEvent) {
	const others = fyne.KeyModifierControl | fyne.KeyModifierAlt | fyne.KeyModifierSuper
	if printable(key.Name) && e.modifiers()&others == 0 && !e.Disabled() {
		e.composing++
	}
	e.Entry.KeyDown(key)
}

func printable(name fyne.KeyName) bool {
	return name == fyne.KeySpace || utf8.RuneCountInString(string(name)) == 1
}

// TypedRune types a rune, composed or plain.
func (e *Entry) TypedRune(r rune) {
	e.composing = 0
	e.Entry.TypedRune(r)
}

// TypedKey handles a key that types nothing, unless it belongs to the word
// being composed.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if e.composing > 0 && e.composed(key.Name) || e.Disabled() {
		return
	}
	if e.onKey != nil && e.onKey(key) {
		return
	}
	switch key.Name {
	case fyne.KeyEscape:
		e.restore()
	case fyne.KeyReturn, fyne.KeyEnter:
		if !e.MultiLine {
			e.Commit()
		}
	}
	e.Entry.TypedKey(key)
}

// composed reports whether a key pressed while composing is the input
// method's, and keeps count of what is still being composed.
func (e *Entry) composed(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyBackspace:
		e.composing--
	case fyne.KeyEscape:
		e.composing = 0
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab, fyne.KeyDelete,
		fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown,
		fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
	default:
		return false
	}
	return true
}

// AcceptsTab lets Tab move on to the next field, also from many lines; while
// composing, the key is the input method's.
func (e *Entry) AcceptsTab() bool { return e.composing > 0 || e.onKey != nil }

// FocusGained is for Fyne.
func (e *Entry) FocusGained() {
	e.focused = true
	if e.MultiLine {
		e.Wrapping = wrapping(e.Text)
	}
	e.Entry.FocusGained()
	if e.onFocus != nil {
		e.onFocus(true)
	}
}

// FocusLost commits the text.
func (e *Entry) FocusLost() {
	e.composing = 0
	e.focused = e.menu
	e.Entry.FocusLost()
	if e.menu {
		return
	}
	e.Commit()
	if e.onFocus != nil {
		e.onFocus(false)
	}
}

// TappedSecondary opens the entry's menu. The menu takes the focus, but the
// person is still busy with the text.
func (e *Entry) TappedSecondary(at *fyne.PointEvent) {
	e.menu = true
	e.Entry.TappedSecondary(at)
	e.menu = false
}
