package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"zhenjie/app/desktop/look"
)

// inApp begins an app of the program's look. What is made before has sizes of
// another theme until it is refreshed.
func inApp(t testing.TB) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
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

// calls records what a widget calls back.
type calls []string

func (c *calls) add(text string) { *c = append(*c, text) }

func (c *calls) take() []string {
	taken := *c
	*c = nil
	return taken
}
