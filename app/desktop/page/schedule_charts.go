package page

import (
	"math"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/chart"
	"zhenjie/planning/rulebook"
)

// mostBars is how many projects a chart shows; more could not be told apart.
const mostBars = 300

// gantt shows when the projects are built.
func gantt(p planning.Plan, d *Desk) chart.Gantt {
	g := chart.Gantt{Title: d.say("schedule.gantt"), NoDates: d.say("schedule.no_dates"), Lang: tag(d.Lang)}
	for i, v := range p.Projects.All() {
		if i == mostBars {
			g.Title = d.say("schedule.gantt_cut", "n", mostBars, "of", p.Projects.Len())
			break
		}
		g.Rows = append(g.Rows, chart.GanttRow{ID: v.Name, Name: v.Name, Start: month(v.Start), End: month(v.End), Highlight: v.Leading})
	}
	return g
}

// month is a month as charts count them; 0 is none.
func month(m planning.Month) chart.Month {
	year, n, ok := planning.YearAndMonth(m)
	if !ok {
		return 0
	}
	return chart.MonthOf(year, n)
}

func tag(l words.Lang) string {
	if l == words.En {
		return "en"
	}
	return "zh-CN"
}

// yearBars shows the money of each year by where it comes from.
func yearBars(v workspace.View, d *Desk) chart.Bars {
	s := v.Plan.Schedule
	unit := planning.Yi
	if d.Lang == words.En {
		unit *= 10 // billions
	}
	b := chart.Bars{
		Title: d.say("schedule.bars"), Unit: int64(unit), UnitIs: d.say("schedule.bars_unit"), Sum: d.say("schedule.total"), Lang: tag(d.Lang),
		Text: func(m int64) string { return rulebook.Yi.Number(float64(m) / float64(unit)) },
		Band: band(v, d),
	}
	for y := range s.Years() {
		name := words.Say("schedule.nth_year", "n", y+1)
		if s.FirstYear != 0 {
			name = words.Say("schedule.calendar_year", "year", s.FirstYear+y)
		}
		b.Years = append(b.Years, name.In(d.Lang))
	}
	for _, f := range append([]planning.Fund{""}, planning.Funds...) {
		if values, some := fundByYear(s, f); some {
			name := d.say("schedule.fund_open")
			if f != "" {
				name = d.say(words.ID("fund." + string(f)))
			}
			b.Series = append(b.Series, chart.Series{Name: name, Values: values})
		}
	}
	return b
}

// fundByYear is the money of one source by year.
func fundByYear(s planning.Schedule, f planning.Fund) (values []int64, some bool) {
	values = make([]int64, s.Years())
	for _, r := range s.Rows.All() {
		for y := range values {
			if r.Fund == f && r.Amounts[y] != 0 {
				values[y] = int64(planning.Money(values[y]).Plus(r.Amounts[y]))
				some = true
			}
		}
	}
	return values, some
}

// band is what the rulebook wants the sum to be.
func band(v workspace.View, d *Desk) chart.Band {
	units := map[rulebook.Unit]planning.Money{rulebook.Yi: planning.Yi, rulebook.Wan: planning.Wan}
	for _, r := range v.Book.Rules {
		if r.Measure != rulebook.Investment {
			continue
		}
		l := r.LimitFor(v.Plan)
		b := chart.Band{Name: d.say("schedule.band"), Low: int64(max(l.ExpectedMin, 0) * float64(units[l.Unit]))}
		if !math.IsInf(l.ExpectedMax, 1) {
			b.High = int64(l.ExpectedMax * float64(units[l.Unit]))
		}
		return b
	}
	return chart.Band{}
}
