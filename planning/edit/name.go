package edit

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// StepName is what the history list calls a command that is done on p. Where the
// command changes several fields at once and just one of them differs from what
// p says, that one and its new value are named. It is for commands that p does
// not block.
func StepName(c Command, p planning.Plan) words.Text {
	if detailed, ok := c.(interface{ change(planning.Plan) change }); ok {
		if ch := detailed.change(p); ch.fields == 1 {
			return ch.name
		}
	}
	return c.Name()
}

// change counts the fields that a command changes, and names the last of them.
type change struct {
	fields int
	name   words.Text
}

// note adds a field if it differs; to is its new value, nothing for an empty one.
func (ch *change) note(differs bool, field, to words.Text) {
	if differs {
		ch.fields++
		ch.name = words.Say("edit.set_text", "field", field, "to", orNone(to))
	}
}

// of says whose the fields are.
func (ch change) of(name string) change {
	ch.name = words.Say("edit.set_of", "name", orNone(words.Raw(short(name))), "what", ch.name)
	return ch
}

func orNone(t words.Text) words.Text {
	if t.In(words.Zh) == "" {
		return words.Say("edit.none")
	}
	return t
}

func text(s string) words.Text { return words.Raw(short(s)) }

func amount(m planning.Money) words.Text {
	if m == 0 {
		return words.Text{}
	}
	return m.Text()
}

func size(a geo.Area) words.Text {
	if a == 0 {
		return words.Text{}
	}
	return a.Text(geo.UnitKm2)
}

func (c SetClaims) change(p planning.Plan) (ch change) {
	from, to := p.Claims, c.To
	ch.note(from.Extent != to.Extent, words.Say("field.claim_extent"), size(to.Extent))
	ch.note(from.Core != to.Core, words.Say("field.claim_core"), size(to.Core))
	ch.note(from.Investment != to.Investment, words.Say("field.claim_investment"), amount(to.Investment))
	return ch
}

func (c SetInvestor) change(p planning.Plan) (ch change) {
	from, to := p.Investors.At(c.At), c.To
	kind := words.Text{}
	if to.Kind != "" {
		kind = words.Say(words.ID("investor." + to.Kind))
	}
	ch.note(from.Name != to.Name, words.Say("field.name"), text(to.Name))
	ch.note(from.Kind != to.Kind, words.Say("field.investor_kind"), kind)
	ch.note(from.Committed != to.Committed, words.Say("field.committed"), amount(to.Committed))
	ch.note(from.Contact != to.Contact, words.Say("field.contact"), text(to.Contact))
	return ch.of(from.Name)
}

func (c SetRow) change(p planning.Plan) (ch change) {
	from, to := p.Schedule.Rows.At(c.At), c.To
	ch.note(from.Project != to.Project, words.Say("field.name"), text(to.Project))
	ch.note(from.Investor != to.Investor, words.Say("field.project_investor"), text(to.Investor))
	for i, m := range to.Amounts {
		ch.note(from.Amounts[i] != m, year(p.Schedule.FirstYear, i), amount(m))
	}
	return ch.of(from.Project)
}

// year is the caption of the amounts of year i of the schedule.
func year(first, i int) words.Text {
	if first == 0 {
		return words.Say("field.amount_of_nth_year", "n", i+1)
	}
	return words.Say("field.amount_of_year", "year", first+i)
}
