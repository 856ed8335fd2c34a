package edit

import (
	"slices"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// SetFirstYear moves the schedule to other years.
type SetFirstYear struct{ To int } // 0 for not set

// Name implements Command.
func (c SetFirstYear) Name() words.Text {
	if c.To == 0 {
		return words.Say("edit.clear_first_year")
	}
	return words.Say("edit.set_first_year", "year", c.To)
}

// Blocked implements Command.
func (c SetFirstYear) Blocked(planning.Plan) words.Text {
	if c.To != 0 && (c.To < planning.FirstYearLeast || c.To > planning.FirstYearMost) {
		return words.Say("edit.year_range")
	}
	return words.Text{}
}

// Apply implements Command.
func (c SetFirstYear) Apply(p planning.Plan) planning.Plan {
	p.Schedule.FirstYear = c.To
	return p
}

// SetSpan makes the schedule one of To years.
type SetSpan struct{ To int }

// Name implements Command.
func (c SetSpan) Name() words.Text { return words.Say("schedule.set_span", "n", c.To) }

// Blocked implements Command. Years that hold money are not cut off.
func (c SetSpan) Blocked(p planning.Plan) words.Text {
	if c.To < planning.DefaultYears || c.To > planning.MaxYears {
		return words.Say("schedule.span_range", "least", planning.DefaultYears, "most", planning.MaxYears)
	}
	for i := c.To; i < planning.MaxYears; i++ {
		if m := p.Schedule.Year(i); m != 0 {
			return words.Say("schedule.span_money", "year", nthYear(p.Schedule.FirstYear, i), "money", m.Text())
		}
	}
	return words.Text{}
}

// Apply implements Command.
func (c SetSpan) Apply(p planning.Plan) planning.Plan {
	p.Schedule.Span = c.To
	return p
}

// AddRow adds a row to the schedule before row At; At = number of rows
// adds it at the end.
type AddRow struct {
	At  int
	Row planning.ScheduleItem
}

// Name implements Command.
func (c AddRow) Name() words.Text {
	return words.Say("schedule.add_row", "name", orNone(text(c.Row.Project)))
}

// Blocked implements Command.
func (c AddRow) Blocked(p planning.Plan) words.Text {
	if p.Schedule.Rows.Len() >= maxRows {
		return words.Say("edit.full", "max", maxRows)
	}
	return first(gone(c.At, p.Schedule.Rows.Len()+1), row(p, c.Row))
}

// Apply implements Command.
func (c AddRow) Apply(p planning.Plan) planning.Plan {
	p.Schedule.Rows = p.Schedule.Rows.Insert(c.At, c.Row)
	return withProject(p, c.Row.Project)
}

// SetRow changes row At of the schedule.
type SetRow struct {
	At int
	To planning.ScheduleItem
}

// Name implements Command.
func (c SetRow) Name() words.Text {
	return words.Say("schedule.set_row", "name", orNone(text(c.To.Project)))
}

// Blocked implements Command.
func (c SetRow) Blocked(p planning.Plan) words.Text {
	return first(gone(c.At, p.Schedule.Rows.Len()), row(p, c.To))
}

// Apply implements Command.
func (c SetRow) Apply(p planning.Plan) planning.Plan {
	p.Schedule.Rows = p.Schedule.Rows.With(c.At, c.To)
	return withProject(p, c.To.Project)
}

// RemoveRow removes row At of the schedule.
type RemoveRow struct {
	At    int
	Title string // its name, for the history list
}

// Name implements Command.
func (c RemoveRow) Name() words.Text {
	return words.Say("schedule.remove_row", "name", orNone(text(c.Title)))
}

// Blocked implements Command.
func (c RemoveRow) Blocked(p planning.Plan) words.Text {
	return gone(c.At, p.Schedule.Rows.Len())
}

// Apply implements Command.
func (c RemoveRow) Apply(p planning.Plan) planning.Plan {
	p.Schedule.Rows = p.Schedule.Rows.Without(c.At)
	return p
}

// WithQuarter is a row with another amount in a quarter of year y. A year that
// is less than its quarters is raised to their sum, so that one who fills in
// quarters alone gets the years.
func WithQuarter(r planning.ScheduleItem, y, quarter int, m planning.Money) planning.ScheduleItem {
	r.Quarters[y][quarter] = m
	r.Amounts[y] = max(r.Amounts[y], r.Assigned(y))
	return r
}

// row says what is wrong with a row of the schedule.
func row(p planning.Plan, r planning.ScheduleItem) words.Text {
	for y := range planning.MaxYears {
		if why := yearOf(p.Schedule, r, y); !why.IsZero() {
			return why
		}
	}
	switch {
	case r.Investor != "" && !named(p.Investors, r.Investor):
		return words.Say("edit.no_investor", "name", short(r.Investor))
	case r.Fund != "" && !slices.Contains(planning.Funds, r.Fund):
		return words.Say("schedule.fund_unknown")
	}
	if _, known := p.Project(r.Project); !known && r.Project != "" && p.Projects.Len() >= maxRows {
		return words.Say("edit.full", "max", maxRows)
	}
	return tooLong(r.Project)
}

// yearOf says what is wrong with year y of a row.
func yearOf(s planning.Schedule, r planning.ScheduleItem, y int) words.Text {
	for _, m := range append(r.Quarters[y][:], r.Amounts[y]) {
		if m < 0 || m > planning.MaxMoney {
			return words.Say("money.out_of_range", "text", m.InWan())
		}
	}
	assigned := r.Assigned(y)
	switch {
	case assigned > r.Amounts[y]:
		return words.Say("schedule.below_quarters", "year", nthYear(s.FirstYear, y), "quarters", assigned.Text())
	case y >= s.Years() && r.Amounts[y] != 0:
		return words.Say("schedule.beyond_span", "year", nthYear(s.FirstYear, y), "n", s.Years())
	}
	return words.Text{}
}

// withProject adds the project of a row that is not in the list yet.
func withProject(p planning.Plan, name string) planning.Plan {
	if _, known := p.Project(name); !known && name != "" {
		p.Projects = p.Projects.Append(planning.Project{Name: name})
	}
	return p
}

func named(investors planning.List[planning.Investor], name string) bool {
	for _, v := range investors.All() {
		if v.Name == name {
			return true
		}
	}
	return false
}
