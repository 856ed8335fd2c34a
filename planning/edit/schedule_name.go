package edit

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// oneOf is the words of a value of a list, whose ids begin with group.
func oneOf[T ~string](group string, v T) words.Text {
	if v == "" {
		return words.Text{}
	}
	return words.Say(words.ID(group + string(v)))
}

func (c SetInvestor) change(p planning.Plan) (ch change) {
	from, to := p.Investors.At(c.At), c.To
	share := words.Text{}
	if to.Share != 0 {
		share = words.Raw(to.Share.InPercent() + "%")
	}
	ch.note(from.Name != to.Name, words.Say("field.name"), text(to.Name))
	ch.note(from.Kind != to.Kind, words.Say("field.investor_kind"), oneOf("investor.", to.Kind))
	ch.note(from.Code != to.Code, words.Say("field.code"), text(to.Code))
	ch.note(from.Share != to.Share, words.Say("field.share"), share)
	ch.note(from.Committed != to.Committed, words.Say("field.committed"), amount(to.Committed))
	ch.note(from.Contact != to.Contact, words.Say("field.contact"), text(to.Contact))
	ch.note(from.Phone != to.Phone, words.Say("field.phone"), text(to.Phone))
	return ch.of(from.Name)
}

func (c SetProject) change(p planning.Plan) (ch change) {
	from, to := p.Projects.At(c.At), c.To
	leading := words.Say("edit.no")
	if to.Leading {
		leading = words.Say("edit.yes")
	}
	land := words.Text{}
	if to.Area != 0 {
		land = to.Area.Text(geo.UnitMu)
	}
	ch.note(from.Name != to.Name, words.Say("field.name"), text(to.Name))
	ch.note(from.Kind != to.Kind, words.Say("field.project_kind"), oneOf("project.kind.", to.Kind))
	ch.note(from.Leading != to.Leading, words.Say("field.leading"), leading)
	ch.note(from.LandUse != to.LandUse, words.Say("field.land_use"), text(to.LandUse))
	ch.note(from.Area != to.Area, words.Say("field.land_area"), land)
	ch.note(from.Start != to.Start, words.Say("field.start"), text(to.Start))
	ch.note(from.End != to.End, words.Say("field.end"), text(to.End))
	ch.note(from.Budget != to.Budget, words.Say("field.budget"), amount(to.Budget))
	ch.note(from.Remark != to.Remark, words.Say("field.remark"), text(to.Remark))
	return ch.of(from.Name)
}

// change names what goes with the project.
func (c RemoveProject) change(p planning.Plan) change {
	name, rows, placed := p.Projects.At(c.At).Name, 0, false
	for _, r := range p.Schedule.Rows.All() {
		if r.Project == name {
			rows++
		}
	}
	for _, s := range p.Sites.All() {
		placed = placed || s.Project == name
	}
	switch what := orNone(text(name)); {
	case name == "" || rows == 0 && !placed:
		return change{}
	case rows == 0:
		return change{1, words.Say("project.removed_with_site", "name", what)}
	case placed:
		return change{1, words.Say("project.removed_with_all", "name", what, "n", rows)}
	default:
		return change{1, words.Say("project.removed_with_rows", "name", what, "n", rows)}
	}
}

func (c SetRow) change(p planning.Plan) (ch change) {
	from, to := p.Schedule.Rows.At(c.At), c.To
	ch.note(from.Project != to.Project, words.Say("field.project"), text(to.Project))
	ch.note(from.Investor != to.Investor, words.Say("field.project_investor"), text(to.Investor))
	ch.note(from.Fund != to.Fund, words.Say("field.fund"), oneOf("fund.", to.Fund))
	for y, m := range to.Amounts {
		if from.Quarters[y] == to.Quarters[y] {
			ch.note(from.Amounts[y] != m, words.Say("field.amount_of", "year", nthYear(p.Schedule.FirstYear, y)), amount(m))
			continue
		}
		for q, m := range to.Quarters[y] { // the year follows
			field := words.Say("field.amount_of_quarter", "year", nthYear(p.Schedule.FirstYear, y), "q", q+1)
			ch.note(from.Quarters[y][q] != m, field, amount(m))
		}
	}
	return ch.of(from.Project)
}

// nthYear is what year i of the schedule is called.
func nthYear(first, i int) words.Text {
	if first == 0 {
		return words.Say("schedule.nth_year", "n", i+1)
	}
	return words.Say("schedule.calendar_year", "year", first+i)
}
