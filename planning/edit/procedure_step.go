package edit

import (
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/procedure"
)

// SetStep says what became of a step of the procedure.
type SetStep struct {
	To    planning.StepProgress
	Title words.Text // of the step
}

// Name implements Command.
func (c SetStep) Name() words.Text { return words.Say("procedure.set_step", "what", c.Title) }

// Blocked implements Command.
func (c SetStep) Blocked(p planning.Plan) words.Text {
	d, _ := procedure.Of(p.Procedure) // a damaged copy leaves the program's
	switch {
	case d == nil:
		return words.Say("procedure.none_chosen")
	case !d.Has(c.To.Stage, c.To.Step):
		return words.Say("procedure.no_step")
	}
	switch c.To.State {
	case "", planning.StepDoing, planning.StepDone, planning.StepReturned:
		return first(date(c.To.Date), tooLong(c.To.Document, c.To.Result, c.To.Remark))
	}
	return words.Say("procedure.step_state")
}

// Apply implements Command.
func (c SetStep) Apply(p planning.Plan) planning.Plan {
	is := func(s planning.StepProgress) bool { return s.Stage == c.To.Stage && s.Step == c.To.Step }
	if nothing := (planning.StepProgress{Stage: c.To.Stage, Step: c.To.Step}); c.To == nothing {
		p.Procedure.Steps = p.Procedure.Steps.Kept(func(s planning.StepProgress) bool { return !is(s) })
	} else {
		p.Procedure.Steps = p.Procedure.Steps.Put(c.To, is)
	}
	return p
}

func (c SetStep) change(p planning.Plan) (ch change) {
	from, _ := p.Procedure.Progress(c.To.Stage, c.To.Step)
	to, state := c.To, words.Text{}
	if to.State != "" {
		state = words.Say(words.ID("procedure.step." + string(to.State)))
	}
	ch.note(from.State != to.State, words.Say("procedure.step.state"), state)
	ch.note(from.Date != to.Date, words.Say("procedure.step.date"), text(to.Date))
	ch.note(from.Document != to.Document, words.Say("procedure.step.document"), text(to.Document))
	ch.note(from.Result != to.Result, words.Say("procedure.step.result"), text(to.Result))
	ch.note(from.Remark != to.Remark, words.Say("procedure.step.remark"), text(to.Remark))
	ch.name = words.Say("edit.set_of", "name", c.Title, "what", ch.name)
	return ch
}
