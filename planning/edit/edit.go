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

// maxText bounds the text of a field, in characters.
const maxText = 20_000

// tooLong says so of texts no form needs.
func tooLong(texts ...string) words.Text {
	for _, s := range texts {
		if len([]rune(s)) > maxText {
			return words.Say("edit.too_long", "max", maxText)
		}
	}
	return words.Text{}
}

// gone says that there is no item i in a list of n.
func gone(i, n int) words.Text {
	if i < 0 || i >= n {
		return words.Say("edit.gone")
	}
	return words.Text{}
}

// first returns the first text that says something.
func first(texts ...words.Text) words.Text {
	for _, t := range texts {
		if !t.IsZero() {
			return t
		}
	}
	return words.Text{}
}

// short cuts a value down for the history list.
func short(s string) string {
	const most = 24
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
