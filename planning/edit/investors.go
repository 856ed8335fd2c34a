package edit

import (
	"errors"
	"slices"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// maxRows bounds the lists of a plan.
const maxRows = 10_000

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
	return first(investor(p, -1, c.Investor), code(c.Investor.Code))
}

// Apply implements Command.
func (c AddInvestor) Apply(p planning.Plan) planning.Plan {
	p.Investors = p.Investors.Append(c.Investor)
	return p
}

// SetInvestor changes investor At; rows of the schedule and evidence that know
// it by its name follow a new one.
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
	if why := first(gone(c.At, p.Investors.Len()), investor(p, c.At, c.To), c.orphans(p)); !why.IsZero() {
		return why
	}
	if c.To.Code == p.Investors.At(c.At).Code {
		return words.Text{} // a file may bring a wrong code: that must not block the other fields
	}
	return code(c.To.Code)
}

// orphans refuses to take the name of an investor away by which rows and files
// know it: they would be left open for good, whatever name comes next.
func (c SetInvestor) orphans(p planning.Plan) words.Text {
	if c.At < 0 || c.At >= p.Investors.Len() || strings.TrimSpace(c.To.Name) != "" {
		return words.Text{}
	}
	old := p.Investors.At(c.At).Name
	if old == "" {
		return words.Text{}
	}
	for _, r := range p.Schedule.Rows.All() {
		if r.Investor == old {
			return words.Say("edit.investor_in_use", "name", short(old))
		}
	}
	for _, a := range p.Attachments.All() {
		if a.Owner == planning.OfInvestor(old) {
			return words.Say("investors.has_files", "name", short(old))
		}
	}
	return words.Text{}
}

// Apply implements Command.
func (c SetInvestor) Apply(p planning.Plan) planning.Plan {
	old, to := p.Investors.At(c.At).Name, c.To.Name
	p.Investors = p.Investors.With(c.At, c.To)
	if old == "" || old == to {
		return p
	}
	p.Schedule.Rows = p.Schedule.Rows.Changed(func(r *planning.ScheduleItem) bool { return follow(&r.Investor, old, to) })
	p.Attachments = p.Attachments.Changed(func(a *planning.Attachment) bool {
		return follow(&a.Owner, planning.OfInvestor(old), planning.OfInvestor(to))
	})
	return p
}

// RemoveInvestor removes investor At and its evidence; rows of the schedule that
// name it are left open.
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
	if old == "" {
		return p
	}
	p.Schedule.Rows = p.Schedule.Rows.Changed(func(r *planning.ScheduleItem) bool { return follow(&r.Investor, old, "") })
	p.Attachments = p.Attachments.Kept(func(a planning.Attachment) bool { return a.Owner != planning.OfInvestor(old) })
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
	case v.Share < 0 || v.Share > planning.Whole:
		return words.Say("share.out_of_range", "text", v.Share.InPercent())
	}
	return tooLong(v.Name, v.Contact, v.Phone)
}

// code says what is wrong with a 统一社会信用代码 that is to be kept.
func code(text string) words.Text {
	normal, err := planning.CheckCode(text)
	var bad *geo.InputError
	switch {
	case errors.As(err, &bad):
		return bad.Text
	case normal != text:
		return words.Say("code.not_normal", "normal", normal)
	}
	return words.Text{}
}
