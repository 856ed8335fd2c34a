package edit

import (
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
	if c.To != 0 && (c.To < 2000 || c.To > 2100) {
		return words.Say("edit.year_range")
	}
	return words.Text{}
}

// Apply implements Command.
func (c SetFirstYear) Apply(p planning.Plan) planning.Plan {
	p.Schedule.FirstYear = c.To
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
	return words.Say("edit.add_project", "name", short(c.Row.Project))
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
	return words.Say("edit.set_project", "name", short(c.To.Project))
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
	return words.Say("edit.remove_project", "name", short(c.Title))
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

// project says what is wrong with a row of the schedule.
func row(p planning.Plan, r planning.ScheduleItem) words.Text {
	for _, a := range r.Amounts {
		if a < 0 || a > planning.MaxMoney {
			return words.Say("money.out_of_range", "text", a.InWan())
		}
	}
	if r.Investor != "" && !named(p.Investors, r.Investor) {
		return words.Say("edit.no_investor", "name", short(r.Investor))
	}
	return tooLong(r.Project)
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
