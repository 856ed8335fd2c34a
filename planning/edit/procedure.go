package edit

import (
	"strings"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/datafile"
	"zhenjie/planning/procedure"
)

// ChooseProcedure follows another procedure of the program, and drops an own
// copy. Region, start and assessments stay: they are the town's. What became of
// a step stays where the new procedure has the step, in the stage of that id,
// done by the same body: a plan once written is written, but a review that
// another body passed has yet to be passed. While none is chosen nothing is dropped,
// and what is chosen next goes by stage and step alone. An undo brings all of it back.
type ChooseProcedure struct{ To string } // id, "" for none

// Name implements Command.
func (c ChooseProcedure) Name() words.Text {
	if d, err := procedure.ByID(c.To); err == nil {
		return words.Say("procedure.choose", "name", d.Name)
	}
	return words.Say("procedure.choose_none")
}

// Blocked implements Command.
func (c ChooseProcedure) Blocked(planning.Plan) words.Text {
	if c.To == "" {
		return words.Text{}
	}
	_, err := procedure.ByID(c.To)
	return refusal(err)
}

// Apply implements Command.
func (c ChooseProcedure) Apply(p planning.Plan) planning.Plan {
	old, _ := procedure.Of(p.Procedure)
	p.Procedure.ID, p.Procedure.Own = c.To, ""
	if c.To != "" {
		p.Procedure = carried(p.Procedure, old)
	}
	return p
}

// carried drops what became of steps that are not those of the old procedure.
func carried(p planning.Procedure, old *procedure.Definition) planning.Procedure {
	now, err := procedure.Of(p)
	if err != nil {
		return p
	}
	p.Steps = p.Steps.Kept(func(s planning.StepProgress) bool {
		at, ok := now.Find(s.Step)
		if !ok || at.Stage.ID != s.Stage {
			return false
		}
		if old == nil {
			return true
		}
		was, ok := old.Find(s.Step)
		return ok && was.Step.By.In(words.Zh) == at.Step.By.In(words.Zh)
	})
	return p
}

// refusal is the sentence of an error, nothing for none.
func refusal(err error) words.Text {
	if err == nil {
		return words.Text{}
	}
	return words.Explain(err)
}

// TakeProcedure follows a copy that the user has edited. What became of a step,
// and its files, go with the step into another stage; what became of steps that
// the copy no longer has is dropped.
type TakeProcedure struct {
	Text string     // as its file reads
	What words.Text // what was changed, for the history list; nothing for a copy taken as it is
}

// Name implements Command.
func (c TakeProcedure) Name() words.Text {
	if !c.What.IsZero() {
		return c.What
	}
	d, err := procedure.Parse([]byte(c.Text))
	if err != nil {
		return words.Say("procedure.take", "name", words.Say("edit.none"))
	}
	return words.Say("procedure.take", "name", d.Name)
}

// Blocked implements Command.
func (c TakeProcedure) Blocked(planning.Plan) words.Text {
	_, err := procedure.Parse([]byte(c.Text))
	return refusal(err)
}

// Apply implements Command.
func (c TakeProcedure) Apply(p planning.Plan) planning.Plan {
	d, err := procedure.Parse([]byte(c.Text))
	if err != nil {
		return p
	}
	p.Procedure.ID, p.Procedure.Own = d.ID, datafile.Text([]byte(c.Text))
	p = inNewStages(p, d)
	p.Procedure.Steps = p.Procedure.Steps.Kept(func(s planning.StepProgress) bool { return d.Has(s.Stage, s.Step) })
	return p
}

// inNewStages takes what is known of a step along where the step stands in
// another stage now.
func inNewStages(p planning.Plan, d *procedure.Definition) planning.Plan {
	p.Procedure.Steps = p.Procedure.Steps.Changed(func(s *planning.StepProgress) bool {
		at, ok := d.Find(s.Step)
		if !ok || at.Stage.ID == s.Stage {
			return false
		}
		s.Stage = at.Stage.ID
		return true
	})
	p.Attachments = p.Attachments.Changed(func(a *planning.Attachment) bool {
		kind, key := a.Owner.Split()
		_, step, _ := strings.Cut(key, "/")
		at, ok := d.Find(step)
		if kind != "step" || !ok || a.Owner == planning.OfStep(at.Stage.ID, step) {
			return false
		}
		a.Owner = planning.OfStep(at.Stage.ID, step)
		return true
	})
	return p
}

// ResetProcedure drops the own copy for the program's procedure of its id. What
// became of a step, and its files, go back with it into its stage.
type ResetProcedure struct{}

// Name implements Command.
func (ResetProcedure) Name() words.Text { return words.Say("procedure.reset") }

// Blocked implements Command.
func (ResetProcedure) Blocked(p planning.Plan) words.Text {
	if p.Procedure.Own == "" {
		return words.Say("procedure.no_own")
	}
	_, err := procedure.ByID(p.Procedure.ID)
	return refusal(err)
}

// Apply implements Command.
func (ResetProcedure) Apply(p planning.Plan) planning.Plan {
	old, _ := procedure.Of(p.Procedure)
	p.Procedure.Own = ""
	if d, err := procedure.Of(p.Procedure); err == nil {
		p = inNewStages(p, d)
	}
	p.Procedure = carried(p.Procedure, old)
	return p
}

// SetRegion says for which province or city the procedure holds.
type SetRegion struct{ To string }

// Name implements Command.
func (c SetRegion) Name() words.Text {
	return words.Say("edit.set_text", "field", words.Say("field.procedure_region"), "to", orNone(text(c.To)))
}

// Blocked implements Command.
func (c SetRegion) Blocked(planning.Plan) words.Text { return tooLong(c.To) }

// Apply implements Command.
func (c SetRegion) Apply(p planning.Plan) planning.Plan {
	p.Procedure.Region = c.To
	return p
}

// SetStarted says when the town was accepted.
type SetStarted struct{ To string } // YYYY-MM-DD, "" when not known

// Name implements Command.
func (c SetStarted) Name() words.Text {
	return words.Say("edit.set_text", "field", words.Say("field.procedure_started"), "to", orNone(text(c.To)))
}

// Blocked implements Command.
func (c SetStarted) Blocked(planning.Plan) words.Text {
	why := date(c.To)
	if why.IsZero() && c.To != "" && (c.To < "2000" || c.To >= "2101") {
		return words.Say("edit.year_range")
	}
	return why
}

// Apply implements Command.
func (c SetStarted) Apply(p planning.Plan) planning.Plan {
	p.Procedure.Started = c.To
	return p
}
