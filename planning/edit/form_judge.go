package edit

import (
	"strings"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/form"
)

// judge says what is wrong with a plan that differences have made. Each row is
// judged once, by the command that would set it.
type judge struct {
	plan planning.Plan
	rows map[formRow]words.Text
	used map[form.ID]map[string]bool // names that the schedule refers to
}

type formRow struct {
	sheet form.ID
	row   int
}

func (j *judge) difference(d form.Difference, row int) words.Text {
	switch {
	case d.Sheet == form.Town:
		return j.town(d)
	case d.Kind == form.Removed, d.Key() == "name" && j.unnamed(d, row):
		return j.removed(d)
	case row < 0:
		return words.Text{} // a stated number was taken back
	}
	at := formRow{d.Sheet, row}
	why, known := j.rows[at]
	if !known {
		why = first(j.room(d.Sheet, row), j.row(d.Sheet, row))
		j.rows[at] = why
	}
	if d.Sheet == form.Investors && (d.Kind == form.Added || d.Key() == "code") {
		return first(why, code(j.plan.Investors.At(row).Code))
	}
	return why
}

// unnamed reports whether an investor has lost its name.
func (j *judge) unnamed(d form.Difference, row int) bool {
	return d.Sheet == form.Investors && strings.TrimSpace(j.plan.Investors.At(row).Name) == ""
}

// town judges a field of the sheet of the town.
func (j *judge) town(d form.Difference) words.Text {
	p := j.plan
	switch d.Key() {
	case "kind":
		return SetTownKind{To: p.Identity.Kind}.Blocked(p)
	case "extent", "core", "investment":
		return SetClaims{To: p.Claims}.Blocked(p)
	case "first_year":
		return SetFirstYear{To: p.Schedule.FirstYear}.Blocked(p)
	case "span":
		return SetSpan{To: p.Schedule.Years()}.Blocked(p)
	case "procedure":
		return ChooseProcedure{To: p.Procedure.ID}.Blocked(p)
	case "started":
		return SetStarted{To: p.Procedure.Started}.Blocked(p)
	}
	return words.Text{} // a text, the length of which was looked at when it was read
}

// removed keeps the name that the schedule still goes by: that its rows go too
// must be said in the form.
func (j *judge) removed(d form.Difference) words.Text {
	if j.used == nil {
		j.used = map[form.ID]map[string]bool{form.Investors: {}, form.Projects: {}}
		for _, r := range j.plan.Schedule.Rows.All() {
			j.used[form.Investors][r.Investor] = true
			j.used[form.Projects][r.Project] = true
		}
	}
	name := d.Name()
	switch {
	case name == "" || !j.used[d.Sheet][name]:
		return words.Text{}
	case d.Sheet == form.Investors:
		return words.Say("form.investor_has", "name", short(name))
	default:
		return words.Say("form.project_has", "name", short(name))
	}
}

// room refuses the rows of a list that are too many.
func (j *judge) room(id form.ID, row int) words.Text {
	most := maxRows
	if id == form.Competitors || id == form.Teams {
		most = maxNamed
	}
	if row >= most {
		return words.Say("edit.full", "max", most)
	}
	return words.Text{}
}

// row judges a row by the command that would set it.
func (j *judge) row(id form.ID, i int) words.Text {
	p := j.plan
	var c Command
	switch id {
	case form.Competitors:
		c = SetCompetitor{At: i, To: p.Positioning.Competitors.At(i)}
	case form.Teams:
		c = SetTeam{At: i, To: p.Positioning.Teams.At(i)}
	case form.Guide:
		c = SetGuide{To: p.Guide.At(i)}
	case form.Investors:
		c = SetInvestor{At: i, To: p.Investors.At(i)}
	case form.Projects:
		c = SetProject{At: i, To: p.Projects.At(i)}
	case form.Schedule:
		c = SetRow{At: i, To: p.Schedule.Rows.At(i)}
	case form.Indicators:
		c = SetIndicator{To: p.Indicators.At(i)}
	case form.Eligibility:
		c = SetDeclaration{To: p.Eligibility.At(i)}
	case form.Materials:
		c = SetMaterial{To: p.Materials.At(i)}
	case form.Steps:
		c = SetStep{To: p.Procedure.Steps.At(i)}
	default:
		c = SetAssessment{At: i, To: p.Procedure.Assessments.At(i)}
	}
	return c.Blocked(p)
}
