package procedure

import (
	"slices"
	"time"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// Reminder is a duty that is still to be done, with the day it is due.
type Reminder struct {
	Place           // Step is nil for a duty of the stage
	Year  int       // that is to be assessed, 0 for other duties
	Due   time.Time // the last day, at midnight UTC
	Days  int       // from today until then; less than 0 when overdue
	State ReminderState
	Text  words.Text
}

// ReminderState says how urgent a duty is.
type ReminderState string

// The states of reminders.
const (
	Overdue ReminderState = "overdue"
	Soon    ReminderState = "soon" // due within SoonDays
	Later   ReminderState = "later"
)

// SoonDays is how many days ahead a duty is due soon.
const SoonDays = 30

// duty is what may fall due: a stage, or a step of it.
type duty struct {
	Place
	every Every
	dates []string
}

func (d *Definition) duties() (all []duty) {
	add := func(t duty) {
		if t.every.Months > 0 || len(t.dates) > 0 {
			all = append(all, t)
		}
	}
	for i := range d.Stages {
		s := &d.Stages[i]
		add(duty{Place{Stage: s}, s.Every, s.Due})
		for j := range s.Steps {
			add(duty{Place{s, &s.Steps[j]}, s.Steps[j].Every, s.Steps[j].Due})
		}
	}
	return all
}

// reminders lists, for each duty, the first day by which it was to be done and
// is not. What comes again and again is counted from the day the town was
// accepted, or else from the beginning of the first year assessed; while
// neither is known it is not reminded of.
func (d *Definition) reminders(p planning.Procedure, years []Year, today time.Time) []Reminder {
	var all []Reminder
	start, known := date(p.Started)
	if first := startYear(p, years); !known && first > 0 {
		start, known = time.Date(first, 1, 1, 0, 0, 0, 0, time.UTC), true
	}
	for _, t := range d.duties() {
		if due, ok := t.dated(p, today); ok {
			all = append(all, t.reminder(due, 0, today))
		}
		switch {
		case t.every.Months == 0 || !known:
		case t.every.Assessed:
			all = append(all, t.assessment(start, years, today))
		default:
			all = append(all, t.reminder(t.again(p, start, today), 0, today))
		}
	}
	slices.SortStableFunc(all, func(a, b Reminder) int { return a.Due.Compare(b.Due) })
	return all
}

// end is the last day of period k of a duty, the first being 1.
func (t duty) end(start time.Time, k int) time.Time {
	return addMonths(start, k*t.every.Months).AddDate(0, 0, -1)
}

// addMonths keeps to the end of a month that is shorter: a month after 31 January
// is 28 or 29 February.
func addMonths(t time.Time, n int) time.Time {
	first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
	length := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), length)-1)
}

// assessment is the first year that has no outcome yet.
func (t duty) assessment(start time.Time, years []Year, today time.Time) Reminder {
	for k := 1; ; k++ {
		year := start.Year() + (k*t.every.Months-1)/12
		if !slices.ContainsFunc(years, func(y Year) bool { return y.Year == year && y.Outcome != "" }) {
			return t.reminder(t.end(start, k), year, today)
		}
	}
}

// again is the end of the first period after the one in which the duty was last
// done. A duty done without a date counts as done in the period that runs.
func (t duty) again(p planning.Procedure, start, today time.Time) time.Time {
	done, ok := t.done(p, today)
	for k := 1; ; k++ {
		if end := t.end(start, k-1); !ok || !end.Before(done) {
			return t.end(start, k)
		}
	}
}

// done is the last day on which the duty was done; ok is false when it never
// was.
func (t duty) done(p planning.Procedure, today time.Time) (last time.Time, ok bool) {
	for _, s := range t.steps() {
		is, _ := p.Progress(t.Stage.ID, s.ID)
		if is.State != planning.StepDone {
			continue
		}
		on, dated := date(is.Date)
		if !dated {
			on = today
		}
		if !ok || on.After(last) {
			last, ok = on, true
		}
	}
	return last, ok
}

// steps are those that the duty consists of.
func (t duty) steps() []Step {
	if t.Step != nil {
		return []Step{*t.Step}
	}
	return t.Stage.Steps
}

// dated is the date by which a duty is to be done: the first that is not past,
// or the last one. Dates before the town was accepted are those of others.
func (t duty) dated(p planning.Procedure, today time.Time) (due time.Time, ok bool) {
	steps := t.steps()
	if s, _ := p.Progress(t.Stage.ID, steps[len(steps)-1].ID); s.State == planning.StepDone {
		return due, false
	}
	for _, s := range t.dates {
		on, _ := date(s)
		if s < p.Started { // dates in this form sort as text
			continue
		}
		if due, ok = on, true; !on.Before(today) {
			break
		}
	}
	return due, ok
}

func (t duty) reminder(due time.Time, year int, today time.Time) Reminder {
	r := Reminder{Place: t.Place, Year: year, Due: due, Days: int(due.Sub(today).Hours() / 24)}
	what := t.Stage.Name
	if t.Step != nil {
		what = t.Step.Title
	}
	if year > 0 {
		what = words.Say("procedure.due.year", "year", year, "what", what)
	}
	on := due.Format(time.DateOnly)
	switch {
	case r.Days < 0:
		r.State, r.Text = Overdue, words.Say("procedure.due.overdue", "what", what, "date", on, "n", -r.Days)
	case r.Days == 0:
		r.State, r.Text = Soon, words.Say("procedure.due.today", "what", what, "date", on)
	case r.Days <= SoonDays:
		r.State, r.Text = Soon, words.Say("procedure.due.soon", "what", what, "date", on, "n", r.Days)
	default:
		r.State, r.Text = Later, words.Say("procedure.due.later", "what", what, "date", on, "n", r.Days)
	}
	return r
}
