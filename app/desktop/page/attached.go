package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// attached is the list of the files of one owner, for any page to place: they are
// added, renamed, opened, saved and removed there.
type attached struct {
	d       *Desk
	table   *table
	heading *widgets.Prose
	sum     *widgets.Prose // what could not be done, or how much it is
	owner   planning.Owner
	files   []planning.Attachment // as shown
	content fyne.CanvasObject
}

// The columns of the list of files.
const (
	fileName = iota
	fileSize
	filePlace
	fileOpen
	fileSave
)

// mostFiles is how many rows the list asks room for; more are scrolled.
const mostFiles = 6

func newAttached(d *Desk) *attached {
	a := &attached{d: d, heading: widgets.NewProse(""), sum: widgets.NewHint("")}
	a.table = newTable(d, a.columns())
	a.table.command = a.command
	a.table.sheet.MostRows = mostFiles
	a.table.sheet.OnAdd, a.table.sheet.OnRemove, a.table.sheet.OnAction = a.add, a.remove, a.act
	f := widgets.NewForm()
	f.Wide(a.heading)
	f.Wide(container.New(modest{}, a.table.sheet))
	f.Wide(a.sum)
	a.content = f
	return a
}

func (a *attached) columns() []widgets.Column {
	d := a.d
	action := func(text string) widgets.Column {
		return widgets.Column{Width: columnFor(text), Kind: widgets.ActionColumn}
	}
	return []widgets.Column{
		fileName:  {Title: d.say("attachment.name"), Least: 8},
		fileSize:  {Title: d.say("attachment.size"), Width: columnFor(d.say("attachment.size"), "1023 KB"), Kind: widgets.FixedNumberColumn},
		filePlace: {Title: d.say("attachment.place"), Width: columnFor(d.say("attachment.place"), d.say("attachment.inside"), d.say("attachment.outside")), Kind: widgets.FixedColumn},
		fileOpen:  action(d.say("attachment.open")),
		fileSave:  action(d.say("attachment.save")),
	}
}

// show lists the files of an owner whose name is what; nobody's, "", when no row
// is chosen.
func (a *attached) show(s workspace.State, owner planning.Owner, what string) {
	if owner != a.owner {
		a.owner = owner
		clear(a.table.refused) // the names were of other files
	}
	a.table.state = s
	filed := s.Plan.Files(owner)
	a.files = filed.Files
	rows := make([][]string, len(a.files))
	for i, f := range a.files {
		rows[i] = a.row(f)
	}
	a.heading.Set(a.title(what))
	a.sum.Set("")
	if n := len(a.files); n > 0 {
		a.sum.Set(a.d.say("attachment.sum", "n", n, "size", planning.SizeText(filed.Size())))
	}
	a.words()
	a.table.show(rows, nil)
}

func (a *attached) title(what string) string {
	if a.owner == "" {
		return a.d.say("attachment.of_none")
	}
	return a.d.say("attachment.of", "what", what)
}

// words says what to do where there is no file yet. Nothing is added to nobody.
func (a *attached) words() {
	sheet := a.table.sheet
	if adds := a.owner != ""; adds != (sheet.OnAdd != nil) {
		sheet.OnAdd = nil
		if adds {
			sheet.OnAdd = a.add
		}
		sheet.Refresh()
	}
	if a.owner == "" {
		sheet.SetWords(a.d.say("attachment.nobody"), "")
		return
	}
	sheet.SetWords(a.d.say("attachment.empty"), a.d.say("attachment.add"))
}

func (a *attached) row(f planning.Attachment) []string {
	place := a.d.say("attachment.inside")
	if !f.Inside() {
		place = a.d.say("attachment.outside")
	}
	return []string{
		fileName: f.Name, fileSize: planning.SizeText(f.Size), filePlace: place,
		fileOpen: a.d.say("attachment.open"), fileSave: a.d.say("attachment.save"),
	}
}

// command renames a file.
func (a *attached) command(row, _ int, text string) (edit.Command, error) {
	return edit.RenameFile{File: a.files[row], To: text}, nil
}

func (a *attached) add() { a.take(nil) }

// take attaches files, or asks for them where none are given.
func (a *attached) take(paths []string) {
	if a.owner != "" && a.d.Attach != nil {
		a.d.Attach(a.owner, paths)
	}
}

func (a *attached) remove(row int) {
	if err := a.d.Do(edit.Detach{File: a.files[row]}); err != nil {
		a.sum.Set(a.d.explain(err))
	}
}

// act opens a file, or saves it elsewhere.
func (a *attached) act(row, col int) {
	switch {
	case col == fileOpen && a.d.OpenFile != nil:
		a.d.OpenFile(a.files[row])
	case col == fileSave && a.d.SaveFile != nil:
		a.d.SaveFile(a.files[row])
	}
}

// drop takes files dropped onto the list.
func (a *attached) drop(at fyne.Position, paths []string) bool {
	if a.owner == "" || !covers(a.content, at) {
		return false
	}
	a.take(paths)
	return true
}

// covers reports whether a place on the canvas lies on an object.
func covers(o fyne.CanvasObject, at fyne.Position) bool {
	on := at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(o))
	return on.X >= 0 && on.Y >= 0 && on.X < o.Size().Width && on.Y < o.Size().Height
}
