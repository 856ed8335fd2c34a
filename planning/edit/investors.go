package edit

import (
	"slices"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// maxRows bounds the lists of a plan.
const maxRows = 5_000

// AddInvestor adds an investor at the end.
type AddInvestor struct{ Investor planning.Investor }

// Name implements Command.
func (c AddInvestor) Name() words.Text {
	return words.Say("edit.add_investor", "name", short(c.Investor.Name))
}

// Blocked implements Command.
func (c AddInvestor) Blocked(p planning.Plan) words.Text {
	if p.Investors.Len() >= maxRows {
		return words.Say("edit.full", "max", maxRows)
	}
	return investor(p, -1, c.Investor)
}

// Apply implements Command.
func (c AddInvestor) Apply(p planning.Plan) planning.Plan {
	p.Investors = p.Investors.Append(c.Investor)
	return p
}

// SetInvestor changes investor At; projects that name it follow a new name.
type SetInvestor struct {
	At int
	To planning.Investor
}

// Name implements Command.
func (c SetInvestor) Name() words.Text {
	return words.Say("edit.set_investor", "name", short(c.To.Name))
}

// Blocked implements Command.
func (c SetInvestor) Blocked(p planning.Plan) words.Text {
	return first(gone(c.At, p.Investors.Len()), investor(p, c.At, c.To), c.orphans(p))
}

// orphans refuses to take the name of an investor away by which projects know it:
// they would be left open for good, whatever name comes next.
func (c SetInvestor) orphans(p planning.Plan) words.Text {
	if c.At < 0 || c.At >= p.Investors.Len() || strings.TrimSpace(c.To.Name) != "" {
		return words.Text{}
	}
	old := p.Investors.At(c.At).Name
	for _, r := range p.Schedule.Rows.All() {
		if old != "" && r.Investor == old {
			return words.Say("edit.investor_in_use", "name", short(old))
		}
	}
	return words.Text{}
}

// Apply implements Command.
func (c SetInvestor) Apply(p planning.Plan) planning.Plan {
	old := p.Investors.At(c.At).Name
	p.Investors = p.Investors.With(c.At, c.To)
	p.Schedule.Rows = renamed(p.Schedule.Rows, old, c.To.Name)
	return p
}

// RemoveInvestor removes investor At; projects that name it are left open.
type RemoveInvestor struct {
	At    int
	Title string // its name, for the history list
}

// Name implements Command.
func (c RemoveInvestor) Name() words.Text {
	return words.Say("edit.remove_investor", "name", short(c.Title))
}

// Blocked implements Command.
func (c RemoveInvestor) Blocked(p planning.Plan) words.Text { return gone(c.At, p.Investors.Len()) }

// Apply implements Command.
func (c RemoveInvestor) Apply(p planning.Plan) planning.Plan {
	old := p.Investors.At(c.At).Name
	p.Investors = p.Investors.Without(c.At)
	p.Schedule.Rows = renamed(p.Schedule.Rows, old, "")
	return p
}

// investor says what is wrong with an investor that is to stand at place at.
func investor(p planning.Plan, at int, v planning.Investor) words.Text {
	for i, other := range p.Investors.All() {
		if i != at && strings.TrimSpace(v.Name) != "" && other.Name == v.Name {
			return words.Say("edit.investor_twice", "name", v.Name)
		}
	}
	switch {
	case v.Kind != "" && !slices.Contains(planning.InvestorKinds, v.Kind):
		return words.Say("edit.investor_kind")
	case v.Committed < 0 || v.Committed > planning.MaxMoney:
		return words.Say("money.out_of_range", "text", v.Committed.InWan())
	}
	return tooLong(v.Name, v.Contact)
}

// renamed gives the rows of one investor to another; an unnamed investor has
// no rows.
func renamed(rows planning.List[planning.ScheduleItem], from, to string) planning.List[planning.ScheduleItem] {
	if from == "" || from == to {
		return rows
	}
	for i, r := range rows.All() {
		if r.Investor == from {
			r.Investor = to
			rows = rows.With(i, r)
		}
	}
	return rows
}
