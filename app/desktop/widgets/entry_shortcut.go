package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedShortcut handles the shortcuts of editing and hands the others on: Fyne
// sends a shortcut to the focused widget alone, and the window's own would be
// lost while a field has the focus.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if e.onOther != nil && e.onOther(s) {
		return
	}
	switch {
	case isRedo(s):
		if !e.RedoTyping() {
			e.handOn(&fyne.ShortcutRedo{}, e.OnRedo)
		}
	case s.ShortcutName() == (&fyne.ShortcutUndo{}).ShortcutName():
		if !e.UndoTyping() {
			e.forget() // what was undone in the window cannot be redone in here
			e.handOn(s, e.OnUndo)
		}
	case e.edits(s):
		e.Entry.TypedShortcut(s)
	default:
		e.handOn(s, nil)
	}
}

// isRedo reports whether a shortcut asks for redo: Ctrl+Y, or Ctrl+Shift+Z as
// on macOS and in GNOME.
func isRedo(s fyne.Shortcut) bool {
	if c, ok := s.(*desktop.CustomShortcut); ok {
		return c.KeyName == fyne.KeyZ && c.Modifier == fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift
	}
	return s.ShortcutName() == (&fyne.ShortcutRedo{}).ShortcutName()
}

// edits reports whether Fyne's entry has a use for a shortcut: cut, copy,
// paste, select all, and moving or deleting by words.
func (e *Entry) edits(s fyne.Shortcut) bool {
	c, custom := s.(*desktop.CustomShortcut)
	if !custom {
		return true
	}
	switch c.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}

// handOn calls hook, or without one gives a shortcut to the window's canvas.
func (e *Entry) handOn(s fyne.Shortcut, hook func()) {
	if hook != nil {
		hook()
		return
	}
	handOn(e, s)
}

// handOn gives a shortcut that an object has no use for to the window's canvas.
func handOn(o fyne.CanvasObject, s fyne.Shortcut) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if window, ok := c.(fyne.Shortcutable); ok {
		window.TypedShortcut(s)
	}
}
