// Package page holds the pages of the window. A page is shown a state and
// hands back commands; it knows neither the window nor the file nor another
// page.
package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	drawn "zhenjie/assets/icon"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/chart"
	"zhenjie/planning/edit"
	"zhenjie/planning/rulebook"
)

// Page is one page of the window. Every method is for the UI thread.
type Page interface {
	ID() string // stable: settings remember it
	Title() words.ID
	Icon() fyne.Resource
	Wide() bool // asks for more of the window than the map
	Content() fyne.CanvasObject
	Show(workspace.State) // after each command; must not fire commands
}

// Dropper is a page that takes files dropped onto it, at a place of the canvas.
type Dropper interface {
	Drop(at fyne.Position, paths []string) bool
}

// Desk is what the window does for its pages.
type Desk struct {
	Lang words.Lang
	// Do does a command. Its error has been shown to the user already when it
	// is the file's; when the command is blocked, the page shows why beside the
	// field.
	Do         func(edit.Command) error
	Undo, Redo func()
	GoTo       func(step int)
	Import     func()          // asks for a boundary file
	ShowPlace  func(geo.Point) // brings a place to the middle of the map
	ShowPage   func(id string)
	PlaceSite  func(project string) // asks where a project stands; nil where there is no map
	Post       func(func())         // brings work to the UI thread; nil is fyne.Do

	// What follows is nil where there is no window.
	Attach     func(owner planning.Owner, paths []string) // asks for the files where none are given
	OpenFile   func(planning.Attachment)                  // with the system's program
	SaveFile   func(planning.Attachment)                  // asks where to
	CheckFiles func(then func([]workspace.Trouble, error))
	Tell       func(words.Text)

	// A chart is saved in a file that is asked for, and shown as large as the window.
	// Nil where there is no window.
	SaveChart    func(c chart.Chart, title string, f chart.Format)
	EnlargeChart func(c chart.Chart, title string)

	// Rulebooks are files of their own: what is written to them is no step of the
	// plan's history, and is shown at once. These three are nil where there is no
	// window.
	ReadBooks  func()                         // sees the files that have come, gone or changed
	SaveBook   func(*rulebook.Rulebook) error // writes one of the user's, or a new one
	RemoveBook func(*rulebook.Rulebook)       // deletes one of the user's, after asking

	entries []*widgets.Entry
	tables  []*table
}

// Refused reports whether a field holds a text that could not be used.
func (d *Desk) Refused() bool {
	for _, e := range d.entries {
		if e.Refused() {
			return true
		}
	}
	for _, t := range d.tables {
		if len(t.refused) > 0 {
			return true
		}
	}
	return false
}

// Forget drops the texts that could not be used.
func (d *Desk) Forget() {
	for _, e := range d.entries {
		e.SetError("")
	}
	for _, t := range d.tables {
		clear(t.refused)
	}
}

// All makes the pages in the order of the window's list.
func All(d *Desk) []Page {
	return []Page{
		newBoundary(d), newSides(d), newPositioning(d), newGuide(d), newInvestors(d), newProjects(d), newSchedule(d), newPapers(d), newProcedure(d), newChecks(d), newRulebooks(d), newHistory(d),
	}
}

// icon is the drawing of a page that none of the theme's icons stands for.
func icon(page string) fyne.Resource {
	return theme.NewThemedResource(fyne.NewStaticResource("page-"+page+".svg", drawn.Page(page)))
}

// say speaks a text in the window's language.
func (d *Desk) say(id words.ID, args ...any) string { return words.Say(id, args...).In(d.Lang) }

// entry makes a field whose undo reaches the window when it has none of its
// own, and which does a command when the person is done with it.
func (d *Desk) entry(e *widgets.Entry, command func(text string) (edit.Command, error)) *widgets.Entry {
	d.entries = append(d.entries, e)
	e.OnUndo, e.OnRedo, e.Post = d.Undo, d.Redo, d.Post
	e.OnCommit = func(text string) {
		c, err := command(text)
		if err == nil {
			err = d.Do(c)
		}
		if err != nil {
			e.SetError(d.explain(err))
		}
	}
	return e
}

// explain is an error in the window's language.
func (d *Desk) explain(err error) string { return words.Explain(err).In(d.Lang) }
