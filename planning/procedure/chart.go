package procedure

import (
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/chart"
	"zhenjie/planning/rulebook"
)

// Chart is the flow chart of a procedure in a language, with the progress of a
// plan; the zero Progress marks nothing.
func Chart(d *Definition, p Progress, lang words.Lang) chart.Flow {
	say := func(t words.Text) string { return t.In(lang) }
	f := chart.Flow{Title: say(d.Name), Exit: say(words.Say("procedure.chart.exit")), Lang: lang.String()}
	for i := range d.Stages {
		s := &d.Stages[i]
		lane := chart.Lane{Name: say(s.Name), Loop: say(s.Every.Text())}
		for j := range s.Steps {
			t := &s.Steps[j]
			step := chart.FlowStep{
				ID: t.ID, Title: say(t.Title), By: say(t.By), Note: say(t.Remarks()), State: flowState(t, p.Position),
			}
			if t.Decision() {
				step.Decision, step.Yes, step.No, step.NoTo = true, say(d.yes(t)), say(t.No.Text()), t.No.To
			}
			lane.Steps = append(lane.Steps, step)
		}
		f.Lanes = append(f.Lanes, lane)
	}
	return f
}

func flowState(s *Step, p Position) chart.FlowState {
	switch state := p.State(s); {
	case state == planning.StepReturned:
		return chart.FlowReturned
	case s == p.Now.Step:
		return chart.FlowCurrent
	case state == planning.StepDone:
		return chart.FlowDone
	default:
		return chart.FlowOpen
	}
}

// yes is what going on is called, with where it leads when that is not the step
// that follows.
func (d *Definition) yes(s *Step) words.Text {
	label := s.Yes.Label
	if label.IsZero() {
		label = words.Say("procedure.yes")
	}
	if to, ok := d.Find(s.Yes.To); ok {
		return words.Say("procedure.chart.to", "label", label, "step", to.Step.Title)
	}
	return label
}

// Remarks is what there is to say of a step besides its title and its body.
func (s Step) Remarks() words.Text {
	var all []words.Text
	add := func(id words.ID, t words.Text) {
		if !t.IsZero() {
			all = append(all, words.Say(id, "what", t))
		}
	}
	add("procedure.chart.covers", titles(s.Covers))
	if len(s.Papers) > 1 { // a single one is in the title
		add("procedure.chart.papers", titles(s.Papers))
	}
	add("procedure.chart.when", s.When)
	add("procedure.chart.result", s.Result)
	add("procedure.chart.note", s.Note)
	add("procedure.chart.note", s.Every.Text())
	return joined("procedure.chart.and", all)
}

func titles(items []rulebook.Item) words.Text {
	var all []words.Text
	for _, it := range items {
		all = append(all, it.Title)
	}
	return joined("procedure.chart.list", all)
}

// joined puts texts together, two by two.
func joined(with words.ID, all []words.Text) (one words.Text) {
	for _, t := range all {
		if one.IsZero() {
			one = t
		} else {
			one = words.Say(with, "first", one, "next", t)
		}
	}
	return one
}
