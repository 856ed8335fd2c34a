// Package desktop is the window: a workspace, a list of pages and the map,
// nothing else. It computes nothing itself.
package desktop

import (
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"zhenjie/app/cli"
	"zhenjie/app/desktop/look"
	"zhenjie/assets/icon"
)

// id is the program's name towards the system: settings are kept under it.
const id = "cn.zhenjie.app"

// Run opens the window and returns when it has been closed.
func Run(o cli.Opening) error {
	chooseX11()
	a := app.NewWithID(id)
	a.SetIcon(fyne.NewStaticResource("zhenjie.png", icon.PNG256))
	w := newWindow(a, fyne.Do)
	if o.Shot != "" {
		w.transient = true
	}
	if !o.Locale {
		w.prefs.setLang(o.Lang)
	} else {
		w.prefs.defaultLang(o.Lang)
	}
	if o.Theme != "" {
		w.prefs.setMode(look.Mode(o.Theme))
	}
	w.prefs.first = o.Page
	w.build()
	w.open(o)
	stop := w.endWithSystem()
	defer stop()
	w.win.ShowAndRun()
	return w.failed
}

// endWithSystem saves and closes when the session ends: what is being typed must
// not go with it.
func (w *window) endWithSystem() (stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		if _, ok := <-signals; ok {
			w.post(func() {
				w.failed = w.close()
				w.app.Quit()
			})
		}
	}()
	return func() {
		signal.Stop(signals)
		close(signals)
	}
}

// chooseX11 makes the window run through XWayland where both systems are
// there: on Wayland the toolkit has no way for Chinese input methods.
func chooseX11() {
	if runtime.GOOS == "linux" && os.Getenv("FYNE_PLATFORM") == "" && os.Getenv("WAYLAND_DISPLAY") != "" && os.Getenv("DISPLAY") != "" {
		os.Setenv("FYNE_PLATFORM", "x11")
	}
}
