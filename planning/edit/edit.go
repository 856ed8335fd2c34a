// Package edit holds the commands that change a plan. A command is a small
// value that makes the next plan from the last and knows nothing of undo.
package edit

import (
	"zhenjie/assets/words"
	"zhenjie/planning"
)

// Command is one step of work on a plan.
type Command interface {
	// Name is what the history list calls the step.
	Name() words.Text
	// Blocked says why the command cannot be done on p; the zero Text means
	// that it can.
	Blocked(p planning.Plan) words.Text
	// Apply returns the plan after the step. It is called only when Blocked
	// says nothing, and never changes p.
	Apply(p planning.Plan) planning.Plan
}
