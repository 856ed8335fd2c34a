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

// schedule is the page of the investment plan by years and quarters.
type schedule struct {
	*ledger[planning.ScheduleItem]
	projects  options[string]
	investors options[string]
	funds     options[planning.Fund]
	firstYear *widgets.Entry
	span      *widgets.Choice
	split     *widgets.Choice // what the columns are: years, or the quarters of one
	years     int
	shape     shape
	year      int // whose quarters are shown, −1 for the years
	sums      *scheduleSums
	below     *scheduleBelow
	content   fyne.CanvasObject
}

func newSchedule(d *Desk) *schedule {
	p := &schedule{ledger: newLedger[planning.ScheduleItem](d), years: planning.DefaultYears, year: -1}
	p.funds = options[planning.Fund]{{"", d.say("schedule.open")}}
	for _, f := range planning.Funds {
		p.funds = append(p.funds, option[planning.Fund]{f, d.say(words.ID("fund." + string(f)))})
	}
	p.list = func(plan planning.Plan) planning.List[planning.ScheduleItem] { return plan.Schedule.Rows }
	p.aside = func(planning.Agreement, planning.ScheduleItem) aside { return aside{} }
	p.blanks = p.newcomers
	p.set = func(at int, to planning.ScheduleItem) edit.Command { return edit.SetRow{At: at, To: to} }
	p.added = func(at int, r planning.ScheduleItem) edit.Command { return edit.AddRow{At: at, Row: r} }
	p.removed = func(at int, r planning.ScheduleItem) edit.Command {
		return edit.RemoveRow{At: at, Title: r.Project}
	}
	p.pasting = func(n int) words.Text { return words.Say("schedule.pasted", "n", n) }
	p.sums = newScheduleSums(d)
	p.told, p.failed = p.tell, p.sums.fail
	p.table.sheet.SetWords(d.say("schedule.empty"), d.say("schedule.add"))
	p.below = newScheduleBelow(d, p.sums.box)
	p.content = container.NewPadded(container.New(&tableBetween{}, p.above(), p.object, p.below.box))
	return p
}

func (*schedule) ID() string                   { return "schedule" }
func (*schedule) Title() words.ID              { return "page.schedule" }
func (*schedule) Icon() fyne.Resource          { return theme.CalendarIcon() }
func (*schedule) Wide() bool                   { return true }
func (p *schedule) Content() fyne.CanvasObject { return p.content }

// above are the fields above the table.
func (p *schedule) above() fyne.CanvasObject {
	p.firstYear = p.d.entry(widgets.NewEntry(), func(text string) (edit.Command, error) {
		year, err := parseYear(text)
		return edit.SetFirstYear{To: year}, err
	})
	p.span, p.split = widgets.NewChoice(), widgets.NewChoice()
	var spans []widgets.Option
	for n := planning.DefaultYears; n <= planning.MaxYears; n++ {
		spans = append(spans, widgets.Option{ID: strconv.Itoa(n), Text: p.d.say("schedule.span_of", "n", n)})
	}
	p.span.SetOptions(spans)
	p.span.OnCommit = func(id string) {
		n, _ := strconv.Atoi(id)
		if err := p.d.Do(edit.SetSpan{To: n}); err != nil {
			p.span.Set(strconv.Itoa(p.years))
			p.sums.fail(err)
		}
	}
	p.split.OnCommit = func(id string) {
		p.year, _ = strconv.Atoi(id)
		p.Show(p.table.state)
	}
	return container.NewGridWithColumns(4,
		captioned(p.d.say("schedule.first_year"), p.firstYear), captioned(p.d.say("schedule.span"), p.span),
		captioned(p.d.say("schedule.columns"), p.split), captioned(p.d.say("schedule.below"), p.below.choice))
}

// captioned is a field with its caption above it.
func captioned(caption string, field fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVBox(widgets.NewHint(caption), field)
}

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

// Show implements Page.
func (p *schedule) Show(s workspace.State) {
	p.choices(s.Plan)
	p.frame(s.Plan.Schedule)
	p.show(s)
}

// tell shows what follows from the amounts.
func (p *schedule) tell(v workspace.View, a planning.Agreement) {
	p.sums.show(v, a)
	p.below.show(v, a)
}

// newcomers makes rows: of the projects that have none yet, then of none.
// Without any project one begins with a row, a project of its own comes with it.
func (p *schedule) newcomers(plan planning.Plan) func() planning.ScheduleItem {
	i, has := 0, map[string]bool{}
	for _, r := range plan.Schedule.Rows.All() {
		has[r.Project] = true
	}
	if plan.Projects.Len() == 0 {
		name := numbered(has, func(n int) string { return p.d.say("schedule.new", "n", n) })
		return func() planning.ScheduleItem { return planning.ScheduleItem{Project: name()} }
	}
	return func() (r planning.ScheduleItem) {
		for ; i < plan.Projects.Len() && r.Project == ""; i++ {
			if name := plan.Projects.At(i).Name; !has[name] {
				r.Project = name
			}
		}
		return r
	}
}
