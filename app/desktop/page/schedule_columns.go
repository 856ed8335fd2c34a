package page

import (
	"strconv"
	"strings"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// The columns of the table of the schedule. Where the quarters of a year are
// shown, that year stands behind them, and the other years are not there.
const (
	rowProject = iota
	rowInvestor
	rowFund
	rowYears // the first of them, or the first quarter
)

// amountTyped is an amount that a column of amounts has room for even while it
// holds none.
const amountTyped = "10,000"

// mostChoices is how many names a list to choose from has; with more of them the
// name is typed.
const mostChoices = 200

// choices are the names of a plan to choose from.
func (p *schedule) choices(plan planning.Plan) {
	old := p.table.state.Plan
	if p.projects == nil || !plan.Projects.Equal(old.Projects) {
		p.projects = options[string]{{"", p.d.say("schedule.open")}}
		for _, v := range plan.Projects.All() {
			p.projects = append(p.projects, option[string]{v.Name, v.Name})
		}
	}
	if p.investors == nil || !plan.Investors.Equal(old.Investors) {
		p.investors = options[string]{{"", p.d.say("schedule.open")}}
		for _, v := range plan.Investors.All() {
			if v.Name != "" {
				p.investors = append(p.investors, option[string]{v.Name, v.Name})
			}
		}
	}
}

// frame makes the columns and the choices above them those of a schedule.
func (p *schedule) frame(s planning.Schedule) {
	first := ""
	if s.FirstYear != 0 {
		first = strconv.Itoa(s.FirstYear)
	}
	p.firstYear.Set(first)
	p.span.Set(strconv.Itoa(s.Years()))
	if p.year >= s.Years() {
		p.year = -1
	}
	views := []widgets.Option{{ID: "-1", Text: p.d.say("schedule.by_year")}}
	for y := range s.Years() {
		views = append(views, widgets.Option{ID: strconv.Itoa(y), Text: p.d.say("schedule.by_quarter", "year", p.nth(s, y))})
	}
	p.split.SetOptions(views)
	p.split.Set(strconv.Itoa(p.year))
	if shown := (shape{s.Years(), p.year}); p.fields == nil || shown != p.shape {
		p.shape, p.years = shown, s.Years()
		clear(p.table.refused) // nobody could say in which column they stood
		p.setFields(p.columnsOf())
	}
	for i, title := range p.titles(s) {
		p.fields[rowYears+i].column.Title = title
	}
	p.names(rowProject, p.projects)
	p.names(rowInvestor, p.investors)
}

// shape is which columns there are.
type shape struct{ years, year int }

// names offers names in a column.
func (p *schedule) names(col int, o options[string]) {
	c := &p.fields[col].column
	if c.Kind, c.Choices = widgets.TextColumn, nil; len(o) <= mostChoices {
		c.Kind, c.Choices = widgets.ChoiceColumn, o.texts()
	}
}

// nth is what year y is called.
func (p *schedule) nth(s planning.Schedule, y int) words.Text {
	if s.FirstYear == 0 {
		return words.Say("schedule.nth_year", "n", y+1)
	}
	return words.Say("schedule.calendar_year", "year", s.FirstYear+y)
}

// titles are those of the columns of amounts.
func (p *schedule) titles(s planning.Schedule) []string {
	name := func(y int) string {
		if s.FirstYear == 0 {
			return p.d.say("schedule.nth_year", "n", y+1)
		}
		return strconv.Itoa(s.FirstYear + y)
	}
	var titles []string
	if p.year < 0 {
		for y := range p.years {
			titles = append(titles, name(y))
		}
		return append(titles, p.d.say("schedule.total"))
	}
	for q := range planning.Quarters {
		titles = append(titles, p.d.say("schedule.quarter", "n", q+1))
	}
	return append(titles, name(p.year), p.d.say("schedule.total"))
}

func (p *schedule) columnsOf() []field[planning.ScheduleItem] {
	fields := []field[planning.ScheduleItem]{
		rowProject: p.nameColumn("schedule.project", 24, 7, func(r *planning.ScheduleItem) *string { return &r.Project },
			func(text string) (string, error) { return text, nil }), // a new one comes with its row
		rowInvestor: p.nameColumn("schedule.investor", 16, 5, func(r *planning.ScheduleItem) *string { return &r.Investor }, p.investor),
		rowFund: {
			column: widgets.Column{Title: p.d.say("schedule.fund"), Width: 12, Least: 6, Kind: widgets.ChoiceColumn, Choices: p.funds.texts()},
			show:   func(r planning.ScheduleItem, _ aside) string { return p.funds.text(r.Fund, string(r.Fund)) },
			put: func(r *planning.ScheduleItem, text string) (err error) {
				r.Fund, err = chosen(p.funds, text, "schedule.fund_unknown")
				return err
			},
		},
	}
	if p.year < 0 {
		for y := range p.years {
			fields = append(fields, yearColumn(y))
		}
	} else {
		for q := range planning.Quarters {
			fields = append(fields, quarterColumn(p.year, q))
		}
		fields = append(fields, yearColumn(p.year))
	}
	return append(fields, field[planning.ScheduleItem]{
		column: widgets.Column{Kind: widgets.FixedNumberColumn},
		show:   func(r planning.ScheduleItem, _ aside) string { return wan(r.Total()) },
		sum:    func(_ workspace.View, a planning.Agreement) planning.Money { return a.Scheduled },
	})
}

// nameColumn is one of names of other parts of the plan.
func (p *schedule) nameColumn(
	title words.ID, most, least float32, of func(*planning.ScheduleItem) *string, read func(string) (string, error),
) field[planning.ScheduleItem] {
	open := p.d.say("schedule.open")
	return field[planning.ScheduleItem]{
		column: widgets.Column{Title: p.d.say(title), Width: most, Least: least},
		show: func(r planning.ScheduleItem, _ aside) string {
			if name := *of(&r); name != "" {
				return name
			}
			return open
		},
		put: func(r *planning.ScheduleItem, text string) (err error) {
			if text = strings.TrimSpace(text); text == open || text == "" {
				*of(r) = ""
				return nil
			}
			*of(r), err = read(text)
			return err
		},
	}
}

// investor is one of the plan's.
func (p *schedule) investor(text string) (string, error) {
	for _, o := range p.investors {
		if o.value == text {
			return text, nil
		}
	}
	return "", geo.BadInput(geo.At{}, "edit.no_investor", "name", text)
}

func yearColumn(y int) field[planning.ScheduleItem] {
	return field[planning.ScheduleItem]{
		column: widgets.Column{Kind: widgets.NumberColumn},
		show:   func(r planning.ScheduleItem, _ aside) string { return wan(r.Amounts[y]) },
		put: func(r *planning.ScheduleItem, text string) (err error) {
			r.Amounts[y], err = planning.ParseWan(text)
			return err
		},
		sum: func(_ workspace.View, a planning.Agreement) planning.Money { return a.Years[y] },
	}
}

func quarterColumn(y, q int) field[planning.ScheduleItem] {
	return field[planning.ScheduleItem]{
		column: widgets.Column{Kind: widgets.NumberColumn},
		show:   func(r planning.ScheduleItem, _ aside) string { return wan(r.Quarters[y][q]) },
		put: func(r *planning.ScheduleItem, text string) error {
			m, err := planning.ParseWan(text)
			if err == nil {
				*r = edit.WithQuarter(*r, y, q, m)
			}
			return err
		},
		sum: func(v workspace.View, _ planning.Agreement) planning.Money { return quarter(v.Plan.Schedule, y, q) },
	}
}

// quarter is the money of a quarter.
func quarter(s planning.Schedule, y, q int) planning.Money {
	var sum planning.Money
	for _, r := range s.Rows.All() {
		sum = sum.Plus(r.Quarters[y][q])
	}
	return sum
}
