// Package workspace is the open project: its plan, its findings and its
// history. Window and command line both call it; it knows no widget and prints
// nothing.
package workspace

import (
	"time"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/check"
	"zhenjie/planning/edit"
	"zhenjie/planning/rulebook"
	"zhenjie/storage"
)

// State is everything there is to show of an open project. It is a value and
// may be kept and passed to other goroutines.
type State struct {
	View
	Path    string         // of the project file
	Books   Books          // the rulebooks to choose from
	Steps   []storage.Step // the history, oldest first; not to be changed
	Current int            // the step the plan stands at
	Saved   time.Time      // when the file was last written to
}

// CanUndo reports whether there is a step to take back.
func (s State) CanUndo() bool { return s.Current > 0 }

// CanRedo reports whether there is a step to do again.
func (s State) CanRedo() bool { return s.Current < len(s.Steps)-1 }

// View is a plan with what follows from it.
type View struct {
	Plan     planning.Plan
	Facts    check.Facts
	Book     *rulebook.Rulebook
	Findings []check.Finding
	// BookMissing is the id of the rulebook that the plan asks for and that is
	// not here; Book is the default one then.
	BookMissing string
}

// Look checks a plan. What old says of the same shapes is not computed again;
// old may be the zero View.
func Look(p planning.Plan, books Books, old View) View {
	v := View{Plan: p, Facts: check.Measure(p, old.Facts)}
	var ok bool
	if v.Book, ok = books.Find(p.Settings.Rulebook); !ok {
		v.BookMissing = p.Settings.Rulebook
		v.Book, _ = books.Find("")
	}
	v.Findings = check.Check(p, v.Facts, v.Book)
	return v
}

// Trial is a command that has been tried on a plan and not yet been done.
type Trial struct {
	Name words.Text
	View View // after the command
	from planning.Plan
}

// Try computes what a command would make of the plan; it may run on any
// goroutine. A command that is blocked gives an InputError.
func (v View) Try(c edit.Command, books Books) (Trial, error) {
	if why := c.Blocked(v.Plan); !why.IsZero() {
		return Trial{}, blocked(why)
	}
	return Trial{edit.StepName(c, v.Plan), Look(c.Apply(v.Plan), books, v), v.Plan}, nil
}
