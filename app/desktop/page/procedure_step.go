package page

import (
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/look"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/procedure"
)

// card shows the step in a row below the table.
func (s *procedureSteps) card(row int) {
	d, at := s.p.d, s.places[row]
	s.at, s.id = row, at.Step.ID
	to, title := s.progress(row)
	s.heading.Set(title.In(d.Lang))
	s.facts.show(s.told(at))
	papers := s.listed(at.Step)
	s.papers.show(papers)
	setShown(s.toPapers, len(papers) > 0)
	s.result.Set(to.Result)
	s.remark.Set(to.Remark)
	s.files.show(s.p.state, planning.OfStep(at.Stage.ID, at.Step.ID), title.In(d.Lang))
	s.form.Arrange()
}

// told says who decides, what comes of it, and what else the procedure says of
// the step.
func (s *procedureSteps) told(at procedure.Place) []line {
	d, step := s.p.d, at.Step
	by := step.By
	if by.IsZero() {
		by = words.Say("procedure.by_nobody")
	}
	who := d.say("procedure.done_by", "by", by)
	if step.Decision() {
		who = d.say("procedure.decided_by", "by", by)
	}
	all := []line{{who, theme.ColorNameForeground}}
	if step.Decision() {
		all = append(all, line{d.sentence(words.Say("procedure.refused_to", "no", step.No.Text(), "to", s.target(step.No.To))), theme.ColorNameForeground})
	}
	if note := step.Remarks(); !note.IsZero() {
		all = append(all, line{d.sentence(note), theme.ColorNamePlaceHolder})
	}
	return all
}

// target is what a branch leads to.
func (s *procedureSteps) target(id string) words.Text {
	if row := s.find(id); row >= 0 {
		return s.places[row].Step.Title
	}
	return words.Say("procedure.chart.exit")
}

// listed are the papers a step asks for, with how far they have come.
func (s *procedureSteps) listed(step *procedure.Step) (all []line) {
	plan, d := s.p.state.Plan, s.p.d
	for _, it := range step.Papers {
		m, _ := plan.Material(it.ID)
		state := words.Say(words.ID("material." + string(m.State)))
		colour := look.ColorBorderline
		if m.State == planning.Final {
			colour = look.ColorPass
		}
		text := d.say("procedure.paper", "paper", it.Title, "state", state, "n", len(plan.Files(planning.OfMaterial(it.ID)).Files))
		all = append(all, line{text, colour})
	}
	return all
}
