package edit

import (
	"zhenjie/assets/words"
	"zhenjie/planning"
)

// MaxTogether bounds the commands of one step: each copies the list it changes.
const MaxTogether = 1_000

// Together does several commands as one step, such as a block of cells that was
// pasted. Where one of them cannot be done, none is.
type Together struct {
	Commands []Command
	Step     words.Text // what the history list calls it
}

// Name implements Command.
func (c Together) Name() words.Text { return c.Step }

// Blocked implements Command.
func (c Together) Blocked(p planning.Plan) words.Text {
	if len(c.Commands) > MaxTogether {
		return words.Say("edit.too_many", "max", MaxTogether)
	}
	for _, one := range c.Commands {
		if why := one.Blocked(p); !why.IsZero() {
			return why
		}
		p = one.Apply(p)
	}
	return words.Text{}
}

// Apply implements Command.
func (c Together) Apply(p planning.Plan) planning.Plan {
	for _, one := range c.Commands {
		p = one.Apply(p)
	}
	return p
}
