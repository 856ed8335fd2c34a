package page

import (
	"fyne.io/fyne/v2"

	"zhenjie/app/workspace"
	"zhenjie/planning"
)

// filing is a table whose rows have files, and the list of those of the row one
// is at.
type filing struct {
	table    *table
	owner    func(row int) (of planning.Owner, what string)
	attached *attached
	row      int
	state    workspace.State
}

func newFiling(d *Desk, t *table, owner func(int) (planning.Owner, string)) *filing {
	f := &filing{table: t, owner: owner, attached: newAttached(d)}
	selected := t.sheet.OnSelect
	t.sheet.OnSelect = func(row int) {
		if selected != nil {
			selected(row)
		}
		f.turn(row)
	}
	return f
}

func (f *filing) show(s workspace.State) {
	f.state = s
	owner, what := f.owner(f.row)
	f.attached.show(s, owner, what)
}

func (f *filing) turn(row int) {
	f.row = row
	f.show(f.state)
}

// dropOn gives files to the row, or the list, that they were dropped onto, and
// reports whether there is one.
func dropOn(at fyne.Position, paths []string, all ...*filing) bool {
	for _, f := range all {
		if row := f.table.sheet.RowAt(at); row >= 0 {
			f.turn(row)
			f.attached.take(paths)
			return true
		}
		if f.attached.drop(at, paths) {
			return true
		}
	}
	return false
}
