package desktop

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/storage"
	"github.com/ncruces/zenity"

	"zhenjie/app/workspace/job"
	"zhenjie/assets/words"
	"zhenjie/geo/format"
)

// dialogs ask for the path of a file; then is not called when the user thinks
// better of it. Nothing is read or written here.
type dialogs interface {
	openPath(title words.ID, patterns []string, then func(path string))
	openPaths(title words.ID, then func(paths []string)) // any files, one or several
	savePath(title words.ID, name string, then func(path string))
}

// systemDialogs are the system's own, or Fyne's where there are none.
type systemDialogs struct{ w *window }

// boundaryPatterns are the files a boundary may come in.
func boundaryPatterns() []string {
	var all []string
	for _, f := range format.All {
		for _, ext := range strings.Fields(f.Ext) {
			all = append(all, "*"+ext)
		}
	}
	return all
}

func (d systemDialogs) openPath(title words.ID, patterns []string, then func(string)) {
	if !zenity.IsAvailable() {
		d.fyneOpen(patterns, then)
		return
	}
	options := []zenity.Option{
		zenity.Title(d.w.say(title)), zenity.Filename(d.w.prefs.folder() + string(filepath.Separator)),
		zenity.FileFilter{Name: d.w.say("window.files"), Patterns: patterns, CaseFold: true},
		zenity.FileFilter{Name: d.w.say("window.all_files"), Patterns: []string{"*"}},
	}
	d.ask(one(zenity.SelectFile, options), single(then))
}

func (d systemDialogs) openPaths(title words.ID, then func([]string)) {
	if !zenity.IsAvailable() {
		d.fyneOpen(nil, func(path string) { then([]string{path}) })
		return
	}
	options := []zenity.Option{zenity.Title(d.w.say(title)), zenity.Filename(d.w.prefs.folder() + string(filepath.Separator))}
	d.ask(func(o ...zenity.Option) ([]string, error) { return zenity.SelectFileMultiple(append(options, o...)...) }, then)
}

// one makes of a dialog for one file one for several.
func one(show func(...zenity.Option) (string, error), options []zenity.Option) func(...zenity.Option) ([]string, error) {
	return func(o ...zenity.Option) ([]string, error) {
		path, err := show(append(options, o...)...)
		if path == "" {
			return nil, err
		}
		return []string{path}, err
	}
}

// single hands the one path over.
func single(then func(string)) func([]string) { return func(paths []string) { then(paths[0]) } }

func (d systemDialogs) savePath(title words.ID, name string, then func(string)) {
	ext := filepath.Ext(name) // people leave it out, and nothing would open the file
	named := func(path string) {
		if !strings.EqualFold(filepath.Ext(path), ext) {
			path += ext
		}
		then(path)
	}
	if !zenity.IsAvailable() {
		d.fyneSave(title, name, named)
		return
	}
	options := []zenity.Option{
		zenity.Title(d.w.say(title)), zenity.Filename(filepath.Join(d.w.prefs.folder(), name)),
	}
	if ext == projectExt {
		options = append(options, zenity.FileFilter{Name: d.w.say("window.projects"), Patterns: []string{"*" + ext}, CaseFold: true})
	}
	d.ask(one(zenity.SelectFileSave, options), single(named))
}

// ask runs one of the system's dialogs, which blocks, beside the UI thread. It
// is the window's own: closing the project closes it.
func (d systemDialogs) ask(show func(...zenity.Option) ([]string, error), then func([]string)) {
	owner := d.owner()
	d.w.jobs.paths.Run(func(ctx context.Context, _ job.Progress) ([]string, error) {
		return show(append(owner, zenity.Context(ctx))...)
	}, func(paths []string, err error) {
		switch {
		case errors.Is(err, zenity.ErrCanceled) || len(paths) == 0 && err == nil:
		case err != nil:
			d.w.complain(err)
		default:
			then(paths)
		}
	})
}

// owner ties a dialog to the window, where the system knows it.
func (d systemDialogs) owner() (options []zenity.Option) {
	native, ok := d.w.win.(driver.NativeWindow)
	if !ok {
		return nil
	}
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.WindowsWindowContext:
			options = append(options, zenity.Attach(c.HWND))
		case driver.X11WindowContext:
			options = append(options, zenity.Attach(int(c.WindowHandle)))
		}
	})
	return options
}

func (d systemDialogs) fyneOpen(patterns []string, then func(string)) {
	f := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			return
		}
		path := r.URI().Path()
		r.Close()
		then(path)
	}, d.w.win)
	var exts []string
	for _, p := range patterns {
		exts = append(exts, strings.TrimPrefix(p, "*"))
	}
	if len(exts) > 0 {
		f.SetFilter(storage.NewExtensionFileFilter(exts))
	}
	d.place(f)
}

// fyneSave asks for a folder and a name: Fyne's own save dialog would empty
// the chosen file before anything is written.
func (d systemDialogs) fyneSave(title words.ID, name string, then func(string)) {
	newSaveForm(d.w, title, filepath.Join(d.w.prefs.folder(), name), then).show()
}

// place shows a file dialog of Fyne's in the folder used last.
func (d systemDialogs) place(f *dialog.FileDialog) {
	if folder, err := storage.ListerForURI(storage.NewFileURI(d.w.prefs.folder())); err == nil {
		f.SetLocation(folder)
	}
	size := d.w.win.Canvas().Size()
	f.Show() // a file dialog has no size before
	f.Resize(fyne.NewSize(size.Width*0.8, size.Height*0.8))
}
