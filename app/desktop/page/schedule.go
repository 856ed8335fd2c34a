package page

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// schedule is the page of the three-year investment plan.
type schedule struct {
	d         *Desk
	table     *table
	investors options[string]
	firstYear *widgets.Entry
	sums      *scheduleSums
	content   fyne.CanvasObject
}

// The columns of the table of projects.
const (
	projectName = iota
	projectInvestor
	projectYears // the first of them
	projectTotal = projectYears + planning.DefaultYears
)

func newSchedule(d *Desk) *schedule {
	p := &schedule{d: d}
	p.table = newTable(d, p.columns(planning.Schedule{}))
	p.table.command, p.table.sum = p.command, p.sum
	p.table.sheet.OnAdd, p.table.sheet.OnRemove = p.add, p.remove
	p.table.sheet.SetWords(d.say("schedule.empty"), d.say("schedule.add"))
	p.firstYear = d.entry(widgets.NewEntry(), func(text string) (edit.Command, error) {
		year, err := parseYear(text)
		return edit.SetFirstYear{To: year}, err
	})
	above := widgets.NewForm()
	above.Row(d.say("schedule.first_year"), d.say("schedule.years"), short(p.firstYear))
	p.sums = newScheduleSums(d)
	p.content = container.NewPadded(container.New(&tableBetween{}, above, p.table.sheet, p.sums.box))
	return p
}

func (*schedule) ID() string                   { return "schedule" }
func (*schedule) Title() words.ID              { return "page.schedule" }
func (*schedule) Icon() fyne.Resource          { return theme.CalendarIcon() }
func (*schedule) Wide() bool                   { return true }
func (p *schedule) Content() fyne.CanvasObject { return p.content }

// parseYear reads a year; the empty text is none.
func parseYear(text string) (int, error) {
	digits := narrow(text)
	if digits == "" {
		return 0, nil
	}
	year, err := strconv.Atoi(digits)
	if err != nil {
		return 0, geo.BadInput(geo.At{}, "schedule.year_unknown", "text", text)
	}
	return year, nil
}

// choices are the investors of a plan to choose from, and none of them.
func (p *schedule) choices(all planning.List[planning.Investor]) options[string] {
	choices := options[string]{{"", p.d.say("schedule.open")}}
	for _, v := range all.All() {
		if v.Name != "" {
			choices = append(choices, option[string]{v.Name, v.Name})
		}
	}
	return choices
}

// columns are those of a schedule's years: the numbers have the room they need,
// the names what is left, that of the project first.
func (p *schedule) columns(s planning.Schedule) []widgets.Column {
	project, investor := p.d.say("schedule.project"), p.d.say("schedule.investor")
	total := []string{p.d.say("schedule.total"), wan(s.Total())}
	projects, years := []string{project}, [planning.DefaultYears][]string{}
	for _, r := range s.Rows.All() {
		projects = append(projects, r.Project)
		total = append(total, wan(r.Total()))
		for i, m := range r.Amounts[:planning.DefaultYears] {
			years[i] = append(years[i], wan(m))
		}
	}
	columns := []widgets.Column{
		projectName:     {Title: project, Width: min(columnFor(projects...), 30), Least: 8, AutoCommit: true},
		projectInvestor: nameColumn(choiceColumn(p.d, "schedule.investor", p.investors.texts()), max(5, columnFor(investor))),
		projectTotal:    {Title: total[0], Width: columnFor(total...), Kind: widgets.FixedNumberColumn},
	}
	for i := range planning.DefaultYears {
		title := p.d.say("schedule.year", "n", i+1)
		if s.FirstYear != 0 {
			title = strconv.Itoa(s.FirstYear + i)
		}
		width := columnFor(append(years[i], title, wan(s.Year(i)), amountTyped)...)
		columns[projectYears+i] = widgets.Column{Title: title, Width: width, Kind: widgets.NumberColumn}
	}
	return columns
}

// amountTyped is an amount that a column of amounts has room for even while it
// holds none.
const amountTyped = "10,000"

// Show implements Page.
func (p *schedule) Show(s workspace.State) {
	old, first := p.table.state.Plan, p.table.rows == nil
	p.table.state = s
	p.investors = p.choices(s.Plan.Investors)
	p.table.setColumns(p.columns(s.Plan.Schedule))
	year := ""
	if s.Plan.Schedule.FirstYear != 0 {
		year = strconv.Itoa(s.Plan.Schedule.FirstYear)
	}
	p.firstYear.Set(year)
	if first || !s.Plan.Schedule.Rows.Equal(old.Schedule.Rows) {
		p.table.show(p.rows(s.Plan.Schedule), p.totals(s.Plan.Schedule))
	}
	p.sum(s.View, -1)
}

func (p *schedule) rows(s planning.Schedule) [][]string {
	rows := make([][]string, s.Rows.Len())
	for i, r := range s.Rows.All() {
		rows[i] = []string{
			projectName: r.Project, projectInvestor: p.investors.text(r.Investor, r.Investor),
			projectTotal: wan(r.Total()),
		}
		for y, m := range r.Amounts[:planning.DefaultYears] {
			rows[i][projectYears+y] = wan(m)
		}
	}
	return rows
}

func (p *schedule) totals(s planning.Schedule) []string {
	if s.Rows.Len() == 0 {
		return nil
	}
	totals := []string{projectName: p.d.say("schedule.total"), projectTotal: wan(s.Total())}
	for y := range planning.DefaultYears {
		totals[projectYears+y] = wan(s.Year(y))
	}
	return totals
}

// sum shows the sums of a plan; one row of the table may be other than the plan
// has it.
func (p *schedule) sum(v workspace.View, row int) {
	p.table.totals = p.totals(v.Plan.Schedule)
	if row >= 0 && row < len(p.table.rows) {
		p.table.rows[row][projectTotal] = wan(v.Plan.Schedule.Rows.At(row).Total())
		p.table.display()
	} else {
		p.table.sheet.SetTotals(p.table.totals)
	}
	p.sums.show(v)
}

// command changes one cell of a project.
func (p *schedule) command(row, col int, text string) (edit.Command, error) {
	all := p.table.state.Plan.Schedule.Rows
	if row >= all.Len() {
		return edit.SetRow{At: row}, nil // blocked: the row has gone
	}
	to, err := all.At(row), error(nil)
	switch col {
	case projectName:
		to.Project = text
	case projectInvestor:
		to.Investor = p.investors.value(text, text)
	default:
		to.Amounts[col-projectYears], err = planning.ParseWan(text)
	}
	return edit.SetRow{At: row, To: to}, err
}

func (p *schedule) add() {
	all, taken := p.table.state.Plan.Schedule.Rows, map[string]bool{}
	for _, r := range all.All() {
		taken[r.Project] = true
	}
	name := fresh(taken, func(n int) string { return p.d.say("schedule.new", "n", n) })
	p.sums.fail(p.d.Do(edit.AddRow{At: all.Len(), Row: planning.ScheduleItem{Project: name}}))
}

func (p *schedule) remove(row int) {
	title := p.table.state.Plan.Schedule.Rows.At(row).Project
	p.sums.fail(p.d.Do(edit.RemoveRow{At: row, Title: title}))
}
