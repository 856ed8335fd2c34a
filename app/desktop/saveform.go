package desktop

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
)

// saveForm asks for a folder and a file name where the system has no dialog of
// its own.
type saveForm struct {
	w      *window
	folder *widgets.Entry
	name   *widgets.Entry
	dialog *dialog.CustomDialog
	then   func(path string)
}

func newSaveForm(w *window, title words.ID, path string, then func(string)) *saveForm {
	f := &saveForm{w: w, folder: widgets.NewEntry(), name: widgets.NewEntry(), then: then}
	f.folder.Set(filepath.Dir(path))
	f.name.Set(filepath.Base(path))
	browse := widget.NewButtonWithIcon("", theme.FolderOpenIcon(), f.browse)
	form := widgets.NewForm()
	form.Row(w.say("window.folder"), "", container.NewBorder(nil, nil, nil, browse, f.folder))
	form.Row(w.say("window.file_name"), "", f.name)
	f.dialog = dialog.NewCustomWithoutButtons(w.say(title), form, w.win)
	save := widget.NewButtonWithIcon(w.say("window.save"), theme.DocumentSaveIcon(), f.save)
	save.Importance = widget.HighImportance
	f.dialog.SetButtons([]fyne.CanvasObject{widget.NewButton(w.say("window.cancel"), f.dialog.Hide), save})
	f.name.OnSubmitted = func(string) { f.save() }
	return f
}

func (f *saveForm) show() {
	f.dialog.Resize(fyne.NewSize(520, f.dialog.MinSize().Height))
	f.w.ask(f.dialog, f.folder, f.name)
	f.w.win.Canvas().Focus(f.name)
}

func (f *saveForm) browse() {
	dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		if err == nil && u != nil {
			f.folder.Set(u.Path())
		}
	}, f.w.win).Show()
}

// save hands the path over; a folder that is not there, or no name, is said
// beside the field.
func (f *saveForm) save() {
	info, err := os.Stat(f.folder.Text)
	switch {
	case err != nil || !info.IsDir():
		f.folder.SetError(f.w.say("window.no_folder"))
	case f.name.Text == "":
		f.name.SetError(f.w.say("window.no_name"))
	default:
		f.dialog.Hide()
		f.then(filepath.Join(f.folder.Text, f.name.Text))
	}
}
