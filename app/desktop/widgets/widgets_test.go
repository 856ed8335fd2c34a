package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"zhenjie/app/desktop/look/looktest"
)

// inApp begins an app of the program's look. What is made before has sizes of
// another theme until it is refreshed.
func inApp(t testing.TB) {
	looktest.App()
}

// inWindow shows an object in a window of an app.
func inWindow(t testing.TB, o fyne.CanvasObject, width, height float32) fyne.Window {
	inApp(t)
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

// key is a key pressed as the window hands it on: X11 and macOS do so for keys
// the input method has taken as well, but then no rune follows.
func key(to fyne.Focusable, names ...fyne.KeyName) {
	for _, name := range names {
		ev := &fyne.KeyEvent{Name: name}
		if k, ok := to.(desktop.Keyable); ok {
			k.KeyDown(ev)
		}
		to.TypedKey(ev)
		if k, ok := to.(desktop.Keyable); ok {
			k.KeyUp(ev)
		}
	}
}

// spell is letters taken by the input method.
func spell(to fyne.Focusable, letters string) {
	for _, r := range letters {
		key(to, fyne.KeyName(string(r-'a'+'A')))
	}
}

// runes is what the input method puts in, all at once.
func runes(to fyne.Focusable, text string) {
	for _, r := range text {
		to.TypedRune(r)
	}
}

// plain is text typed without an input method: each rune follows its key.
func plain(to fyne.Focusable, text string) {
	for _, r := range text {
		name := fyne.KeyName(r)
		if r == ' ' {
			name = fyne.KeySpace
		}
		key(to, name)
		to.TypedRune(r)
	}
}

// click is a click as Fyne's window hands it on: to what lies on top among all
// that take taps or the focus, and nothing happens where that takes no taps. (The
// clicks of Fyne's tests see through what takes the focus alone.)
func click(w fyne.Window, at fyne.Position) {
	top := w.Canvas().Overlays().Top()
	if top == nil {
		top = w.Content()
	}
	o, pos := under(top, at, fyne.NewPos(0, 0))
	focused, keeps := w.Canvas().Focused().(fyne.CanvasObject)
	if f, ok := o.(fyne.Focusable); !ok || f != w.Canvas().Focused() {
		if !keeps || !within(focused, at) {
			w.Canvas().Unfocus()
		}
	}
	if t, ok := o.(fyne.Tappable); ok {
		t.Tapped(&fyne.PointEvent{AbsolutePosition: at, Position: pos})
	}
}

func within(o fyne.CanvasObject, at fyne.Position) bool {
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return o.Visible() && at.X >= pos.X && at.Y >= pos.Y && at.X < pos.X+o.Size().Width && at.Y < pos.Y+o.Size().Height
}

// under is the object at a place that gets a click, and where in it that is.
func under(o fyne.CanvasObject, at, origin fyne.Position) (found fyne.CanvasObject, in fyne.Position) {
	pos := origin.Add(o.Position())
	if !o.Visible() || at.X < pos.X || at.Y < pos.Y || at.X >= pos.X+o.Size().Width || at.Y >= pos.Y+o.Size().Height {
		return nil, in
	}
	switch o.(type) {
	case fyne.Tappable, fyne.SecondaryTappable, fyne.DoubleTappable, fyne.Focusable, desktop.Mouseable:
		found, in = o, at.Subtract(pos)
	}
	for _, c := range children(o) {
		if below, where := under(c, at, pos); below != nil {
			found, in = below, where
		}
	}
	return found, in
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	default:
		return nil
	}
}

// calls records what a widget calls back.
type calls []string

func (c *calls) add(text string) { *c = append(*c, text) }

func (c *calls) take() []string {
	taken := *c
	*c = nil
	return taken
}
