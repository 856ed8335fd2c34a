package desktop

import (
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/mapview"
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
)

// mostChoices bounds the polygons asked about one by one; the largest are
// asked first.
const mostChoices = 200

// chooser asks which polygon of a file is the extent and which the core.
type chooser struct {
	w       *window
	read    read
	preview *mapview.View
	fault   *widgets.Prose
	dialog  *dialog.CustomDialog
}

// roleIDs are the options of a polygon, in the order they are shown.
var roleIDs = []struct {
	role workspace.Role
	word words.ID
}{{workspace.ExtentRole, "boundary.extent"}, {workspace.CoreRole, "boundary.core"}, {workspace.NoRole, "window.not_used"}}

// choose shows the polygons of a file with the roles guessed, to be put right.
func (w *window) choose(r read) {
	c := &chooser{w: w, read: r, preview: w.newMap(), fault: widgets.NewHint("")}
	rows := container.NewVBox()
	for i := range r.all[:min(len(r.all), mostChoices)] {
		rows.Add(c.row(i))
	}
	if more := len(r.all) - mostChoices; more > 0 {
		rows.Add(widgets.NewHint(w.say("window.more_polygons", "n", more)))
	}
	body := container.NewBorder(
		widgets.NewProse(w.say("window.which_polygon", "file", filepath.Base(r.path), "n", len(r.all))), c.fault, nil, nil,
		container.NewGridWithColumns(2, container.NewVScroll(rows), c.preview))
	c.dialog = dialog.NewCustomWithoutButtons(w.say("window.which_title"), body, w.win)
	take := widget.NewButton(w.say("window.take"), c.take)
	take.Importance = widget.HighImportance
	c.dialog.SetButtons([]fyne.CanvasObject{widget.NewButton(w.say("window.cancel"), c.dialog.Hide), take})
	size := w.win.Canvas().Size()
	c.dialog.Resize(fyne.NewSize(min(size.Width*0.9, 900), min(size.Height*0.8, 560)))
	w.ask(c.dialog)
	c.show()
}

func (c *chooser) row(i int) fyne.CanvasObject {
	candidate := &c.read.all[i]
	name := candidate.Name
	if name == "" {
		name = c.w.say("window.polygon", "n", i+1)
	}
	role := widgets.NewChoice()
	var options []widgets.Option
	for _, r := range roleIDs {
		options = append(options, widgets.Option{ID: strconv.Itoa(int(r.role)), Text: c.w.say(r.word)})
	}
	role.SetOptions(options)
	role.Set(strconv.Itoa(int(candidate.Role)))
	role.OnCommit = func(id string) {
		n, _ := strconv.Atoi(id)
		candidate.Role = workspace.Role(n)
		c.show()
	}
	text := widgets.NewProse(name)
	size := widgets.NewHint(candidate.Area.Text(geo.UnitKm2).In(c.w.lang()))
	return container.NewBorder(nil, nil, nil, container.New(layout.NewGridWrapLayout(fyne.NewSize(130, role.MinSize().Height)), role),
		container.NewVBox(text, size))
}

// show draws the polygons as they would be taken.
func (c *chooser) show() {
	var content mapview.Content
	for _, candidate := range c.read.all {
		switch candidate.Role {
		case workspace.ExtentRole:
			content.Extent = geo.Join(content.Extent, candidate.Shape)
		case workspace.CoreRole:
			content.Core = geo.Join(content.Core, candidate.Shape)
		default:
			content.Others = geo.Join(content.Others, candidate.Shape)
		}
	}
	c.preview.Display(content)
	c.preview.Fit()
}

func (c *chooser) take() {
	if extent, core := workspace.Roles(c.read.all); extent == nil && core == nil {
		c.fault.Set(c.w.say("window.none_chosen"))
		return
	}
	c.dialog.Hide()
	c.w.take(c.read)
}
