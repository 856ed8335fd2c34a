package desktop

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/mapview"
	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/fonts"
	"zhenjie/assets/icon"
	"zhenjie/planning"
)

// showStart shows what can be done without a project.
func (w *window) showStart() {
	w.ahead = nil
	w.win.SetTitle(w.say("window.title"))
	sign := canvas.NewImageFromResource(fyne.NewStaticResource("zhenjie-256.png", icon.PNG256))
	sign.FillMode = canvas.ImageFillContain
	sign.SetMinSize(fyne.NewSquareSize(96))

	title := widget.NewRichText(&widget.TextSegment{Text: w.say("window.title"), Style: widget.RichTextStyleHeading})
	about := widget.NewLabel(w.say("window.about"))
	button := func(text string, icon fyne.Resource, do func()) *widget.Button {
		b := widget.NewButtonWithIcon(text, icon, do)
		b.Alignment = widget.ButtonAlignLeading
		return b
	}
	open := button(w.say("window.open_button"), theme.FolderOpenIcon(), w.askOpen)
	open.Importance = widget.HighImportance
	actions := container.NewGridWithColumns(3, open,
		button(w.say("window.new_button"), theme.DocumentCreateIcon(), w.askNew),
		button(w.say("window.sample_button"), theme.HomeIcon(), w.openSample))
	column := container.NewVBox(
		container.NewHBox(sign, container.NewVBox(title, about)),
		actions, widgets.NewHint(w.say("window.drop_hint")), w.recentList())
	w.body.Objects = []fyne.CanvasObject{container.NewVScroll(container.NewCenter(container.New(wide{640}, column)))}
	w.body.Refresh()
	w.setMenu()
}

// showAhead shows the boundary of a project that is being made, which for a large
// one takes longer than to read it.
func (w *window) showAhead(p planning.Plan) {
	w.ahead = w.newMap()
	w.ahead.Display(mapview.Content{Extent: p.Extent, Core: p.Core})
	w.body.Objects = []fyne.CanvasObject{w.ahead}
	w.body.Refresh()
}

// newMap makes a map in the language and look of the window.
func (w *window) newMap() *mapview.View {
	v := mapview.New()
	v.SetPost(w.post)
	v.SetLang(w.lang())
	v.SetFont(fonts.Regular)
	v.SetDark(w.prefs.look().IsDark())
	return v
}

// recentList lists the projects opened last.
func (w *window) recentList() fyne.CanvasObject {
	list := container.NewVBox()
	for _, path := range w.prefs.recent() {
		name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
		open := widget.NewButtonWithIcon(name+"　"+shortened(filepath.Dir(path), 48), theme.FileIcon(), func() { w.openProject(path) })
		open.Alignment = widget.ButtonAlignLeading
		open.Importance = widget.LowImportance
		forget := widget.NewButtonWithIcon("", theme.CancelIcon(), func() {
			w.prefs.forget(path)
			w.showStart()
		})
		forget.Importance = widget.LowImportance
		list.Add(container.NewBorder(nil, nil, nil, forget, open))
	}
	if len(list.Objects) == 0 {
		return widgets.NewHint(w.say("window.no_recent"))
	}
	heading := widget.NewLabelWithStyle(w.say("window.recent"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	return container.NewVBox(heading, list)
}

// shortened keeps the end of a long path.
func shortened(path string, most int) string {
	if r := []rune(path); len(r) > most {
		return "…" + string(r[len(r)-most:])
	}
	return path
}

// wide lays one object out at a fixed width.
type wide struct{ width float32 }

func (l wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width, objects[0].MinSize().Height)
}

func (l wide) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (w *window) askOpen() {
	w.dialogs.openPath("window.open_title", append([]string{"*" + projectExt}, boundaryPatterns()...), w.openFile)
}

func (w *window) askImport() {
	w.dialogs.openPath("window.import_title", boundaryPatterns(), func(path string) { w.importFile(path, "") })
}

// askImportAs asks for a boundary file, then for its coordinate system.
func (w *window) askImportAs() {
	w.dialogs.openPath("window.import_title", boundaryPatterns(), w.askSystem)
}

func (w *window) askNew() {
	w.dialogs.savePath("window.new_title", w.say("window.new_file"), func(path string) { w.create(path, planning.Plan{}) })
}

func (w *window) askSaveAs() {
	if w.ws != nil {
		w.dialogs.savePath("window.save_as_title", filepath.Base(w.ws.State().Path), w.saveAs)
	}
}
