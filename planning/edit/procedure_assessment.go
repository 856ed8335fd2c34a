package edit

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// AddAssessment adds the assessment of a year. They are kept by their years.
type AddAssessment struct{ Assessment planning.Assessment }

// Name implements Command.
func (c AddAssessment) Name() words.Text {
	return words.Say("procedure.add_assessment", "year", c.Assessment.Year)
}

// Blocked implements Command.
func (c AddAssessment) Blocked(p planning.Plan) words.Text { return assessment(p, c.Assessment, -1) }

// Apply implements Command.
func (c AddAssessment) Apply(p planning.Plan) planning.Plan {
	p.Procedure.Assessments = byYear(p.Procedure.Assessments, c.Assessment)
	return p
}

// SetAssessment changes assessment At; with another year it moves to its place.
type SetAssessment struct {
	At int
	To planning.Assessment
}

// Name implements Command.
func (c SetAssessment) Name() words.Text {
	return words.Say("procedure.set_assessment", "year", c.To.Year)
}

// Blocked implements Command.
func (c SetAssessment) Blocked(p planning.Plan) words.Text {
	return first(gone(c.At, p.Procedure.Assessments.Len()), assessment(p, c.To, c.At))
}

// Apply implements Command.
func (c SetAssessment) Apply(p planning.Plan) planning.Plan {
	p.Procedure.Assessments = byYear(p.Procedure.Assessments.Without(c.At), c.To)
	return p
}

// RemoveAssessment removes assessment At.
type RemoveAssessment struct{ At, Year int } // the year is for the history list

// Name implements Command.
func (c RemoveAssessment) Name() words.Text {
	return words.Say("procedure.remove_assessment", "year", c.Year)
}

// Blocked implements Command.
func (c RemoveAssessment) Blocked(p planning.Plan) words.Text {
	return gone(c.At, p.Procedure.Assessments.Len())
}

// Apply implements Command.
func (c RemoveAssessment) Apply(p planning.Plan) planning.Plan {
	p.Procedure.Assessments = p.Procedure.Assessments.Without(c.At)
	return p
}

// byYear puts an assessment before the first of a later year.
func byYear(list planning.List[planning.Assessment], a planning.Assessment) planning.List[planning.Assessment] {
	for i, o := range list.All() {
		if o.Year > a.Year {
			return list.Insert(i, a)
		}
	}
	return list.Append(a)
}

// maxQuota bounds a land quota: no town is larger than a province.
const maxQuota = 1e6 * geo.SquareKilometre

// assessment says what is wrong with what is to stand at place at, -1 for a new
// one.
func assessment(p planning.Plan, a planning.Assessment, at int) words.Text {
	for i, o := range p.Procedure.Assessments.All() {
		if i != at && o.Year == a.Year {
			return words.Say("procedure.year_twice", "year", a.Year)
		}
	}
	switch {
	case a.Year < 2000 || a.Year > 2100:
		return words.Say("edit.year_range")
	case !(a.LandQuota >= 0 && a.LandQuota <= maxQuota):
		return words.Say("procedure.quota_range")
	case a.Result != "" && a.Result != planning.AssessmentPassed && a.Result != planning.AssessmentMissed:
		return words.Say("procedure.result_unknown")
	}
	for _, m := range []planning.Money{a.Target, a.Actual} {
		if m < 0 || m > planning.MaxMoney {
			return words.Say("money.out_of_range", "text", m.InWan())
		}
	}
	return tooLong(a.TargetText, a.ActualText, a.Announcement)
}

func (c SetAssessment) change(p planning.Plan) (ch change) {
	from, to := p.Procedure.Assessments.At(c.At), c.To
	result := words.Text{}
	if to.Result != "" {
		result = words.Say(words.ID("procedure.result." + string(to.Result)))
	}
	quota := words.Text{}
	if to.LandQuota != 0 {
		quota = to.LandQuota.Text(geo.UnitMu)
	}
	ch.note(from.Year != to.Year, words.Say("procedure.assessment.year"), words.Say("raw", "text", to.Year))
	ch.note(from.Target != to.Target, words.Say("procedure.assessment.target"), amount(to.Target))
	ch.note(from.Actual != to.Actual, words.Say("procedure.assessment.actual"), amount(to.Actual))
	ch.note(from.TargetText != to.TargetText, words.Say("procedure.assessment.target_text"), text(to.TargetText))
	ch.note(from.ActualText != to.ActualText, words.Say("procedure.assessment.actual_text"), text(to.ActualText))
	ch.note(from.Result != to.Result, words.Say("procedure.assessment.result"), result)
	ch.note(from.LandQuota != to.LandQuota, words.Say("procedure.assessment.quota"), quota)
	ch.note(from.Announcement != to.Announcement, words.Say("procedure.assessment.announcement"), text(to.Announcement))
	ch.name = words.Say("edit.set_of", "name", words.Say("procedure.assessment.of", "year", from.Year), "what", ch.name)
	return ch
}
