// Package looktest gives the tests of the window an app of the program's look.
package looktest

import (
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhenjie/app/desktop/look"
)

// App makes the one app in the light look the current one. Tests share it: a
// new app reads its fonts anew, some 100 MB each, which Fyne keeps for long.
func App() fyne.App {
	a := light()
	fyne.SetCurrentApp(a)
	return a
}

var light = sync.OnceValue(func() fyne.App {
	a := test.NewApp()
	a.Settings().SetTheme(look.New(look.Light))
	return a
})
