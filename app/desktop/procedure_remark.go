package desktop

import (
	"time"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/procedure"
)

// dutyRow is the row above the findings that says what of the procedure is due
// soon, or overdue.
type dutyRow struct {
	lang  words.Lang
	now   func() time.Time
	of    planning.Plan // looked at last
	day   string        // on this day, "" before
	due   procedure.Reminder
	more  int // so many others are as urgent
	found bool
}

// row looks at a plan; ok is false while nothing is due soon. Nothing is computed
// while procedure and day are those looked at last: a plan is shown at every step
// of a point being dragged.
func (r *dutyRow) row(p planning.Plan) (f widgets.Finding, ok bool) {
	today := r.now()
	day := today.Format(time.DateOnly)
	if day != r.day || !p.Procedure.Equal(r.of.Procedure) || p.Positioning.Industry != r.of.Positioning.Industry {
		r.of, r.day = p, day
		r.look(p, today)
	}
	if !r.found {
		return f, false
	}
	return r.finding(), true
}

func (r *dutyRow) look(p planning.Plan, today time.Time) {
	r.found, r.more = false, 0
	d, _ := procedure.Of(p.Procedure) // its page says what is wrong with an own copy
	if d == nil {
		return
	}
	for _, due := range procedure.Look(d, p.Procedure, p.Positioning.Industry, today).Reminders {
		switch {
		case due.State == procedure.Later:
		case r.found:
			r.more++
		default:
			r.found, r.due = true, due
		}
	}
}

func (r *dutyRow) finding() widgets.Finding {
	say := func(id words.ID, args ...any) string { return words.Say(id, args...).In(r.lang) }
	f := widgets.Finding{Verdict: widgets.Borderline, Title: say("procedure.due"), Limit: r.due.Text.In(r.lang)}
	switch {
	case r.due.Days < 0:
		f.Verdict, f.Measured = widgets.Fail, say("procedure.days.overdue", "n", -r.due.Days)
	case r.due.Days == 0:
		f.Measured = say("procedure.days.today")
	default:
		f.Measured = say("procedure.days.left", "n", r.due.Days)
	}
	if r.more > 0 {
		f.Advice = say("procedure.days.more", "n", r.more)
	}
	return f
}
