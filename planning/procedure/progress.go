package procedure

import (
	"time"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// Progress is what a plan has made of its procedure.
type Progress struct {
	Position
	Outcome
	Rewards   Rewards
	Reminders []Reminder // the earliest first
}

// Look computes a plan's progress. industry is the id of its leading industry.
func Look(d *Definition, p planning.Procedure, industry string, today time.Time) Progress {
	today = day(today)
	out := Progress{Outcome: d.outcome(p, today)}
	out.Position = d.position(p, out.Exited)
	out.Rewards = d.rewards(p, out.Outcome, industry)
	if !out.Finished && out.Exited == 0 {
		out.Reminders = d.reminders(p, out.Years, today)
	}
	return out
}

// day is the date of a moment, by the clock it is told by.
func day(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }

// date reads a YYYY-MM-DD; ok is false for anything else.
func date(s string) (t time.Time, ok bool) {
	t, err := time.Parse(time.DateOnly, s)
	return t, err == nil
}

// Position says where a plan stands.
type Position struct {
	Now      Place      // the step at hand; empty at the end
	Next     Place      // what follows it; empty at the end
	Why      words.Text // what to do now, and why
	Skipped  []Place    // steps before Now that were never done
	Finished bool
	states   map[string]planning.StepState // by the ids of steps
}

// State is how far a step has come.
func (p Position) State(s *Step) planning.StepState { return p.states[s.ID] }

// position finds the step at hand: that of the last state a step was given, or
// the one that follows it. exited is the year in which the town left, 0 if it
// did not.
func (d *Definition) position(p planning.Procedure, exited int) Position {
	out := Position{states: map[string]planning.StepState{}}
	steps, last := []Place{}, -1
	for at := range d.All() {
		s, _ := p.Progress(at.Stage.ID, at.Step.ID)
		if out.states[at.Step.ID] = s.State; s.State != "" {
			last = len(steps)
		}
		steps = append(steps, at)
	}
	if exited != 0 {
		out.Why = words.Say("procedure.why.exited", "year", exited)
		return out
	}
	if last < 0 {
		out.Now, out.Next = steps[0], d.after(steps[0])
		out.Why = words.Say("procedure.why.first", "step", steps[0].Step.Title)
		return out
	}
	d.at(&out, steps[last])
	out.Skipped = skipped(steps, out)
	return out
}

// at fills in the position of a plan that has come as far as last.
func (d *Definition) at(out *Position, last Place) {
	switch out.states[last.Step.ID] {
	case planning.StepDoing:
		out.Now, out.Next = last, d.after(last)
		out.Why = doing(last, out.Next)
	case planning.StepReturned:
		out.returned(d, last)
	default:
		out.Now = d.after(last)
		if out.Now.Step == nil {
			out.Finished = true
			out.Why = words.Say("procedure.why.finished")
			return
		}
		out.Next = d.after(out.Now)
		out.Why = begin(last, out.Now)
	}
}

// returned fills in the position of a plan whose last step was not passed: the
// work is where that leads back to.
func (p *Position) returned(d *Definition, last Place) {
	back, ok := d.Find(last.Step.No.To)
	switch title := last.Step.Title; {
	case ok:
		p.Now, p.Next = back, last
		p.Why = words.Say("procedure.why.returned", "step", title, "mend", back.Step.Title)
	case last.Step.No.To == ToExit:
		p.Now = last
		p.Why = words.Say("procedure.why.refused", "step", title, "no", last.Step.No.Text())
	default:
		p.Now, p.Next = last, d.after(last)
		p.Why = words.Say("procedure.why.redo", "step", title)
	}
}

// doing says what follows a step that is being done.
func doing(now, next Place) words.Text {
	switch {
	case next.Step == nil:
		return words.Say("procedure.why.last", "step", now.Step.Title)
	case now.Step.Decision():
		return words.Say("procedure.why.decision", "step", now.Step.Title, "next", next.Step.Title, "no", now.Step.No.Text())
	default:
		return words.Say("procedure.why.doing", "step", now.Step.Title, "next", next.Step.Title)
	}
}

// begin says why a step is to be begun.
func begin(last, now Place) words.Text {
	switch {
	case last.Stage.Every.Months > 0 && now.Stage != last.Stage:
		return words.Say("procedure.why.after_loop", "stage", last.Stage.Name, "every", last.Stage.Every.Text(), "next", now.Step.Title)
	case !now.Step.When.IsZero():
		return words.Say("procedure.why.when", "last", last.Step.Title, "next", now.Step.Title, "when", now.Step.When)
	default:
		return words.Say("procedure.why.begin", "last", last.Step.Title, "next", now.Step.Title)
	}
}

// Text says how often something is done, nothing for once.
func (e Every) Text() words.Text {
	switch e.Months {
	case 0:
		return words.Text{}
	case 3:
		return words.Say("procedure.every.quarter")
	case 6:
		return words.Say("procedure.every.half")
	case 12:
		return words.Say("procedure.every.year")
	default:
		return words.Say("procedure.every.months", "n", e.Months)
	}
}

// Text is what a refusal is called; what the source does not say is marked.
func (b Branch) Text() words.Text {
	label := b.Label
	if label.IsZero() {
		label = words.Say("procedure.no")
	}
	if b.Inferred {
		return words.Say("procedure.inferred", "what", label)
	}
	return label
}

// after is the step that follows another when all goes well.
func (d *Definition) after(p Place) Place {
	if to := p.Step.Yes.To; to != "" {
		next, _ := d.Find(to) // none for an exit
		return next
	}
	found := false
	for at := range d.All() {
		if found {
			return at
		}
		found = at.Step == p.Step
	}
	return Place{}
}

// skipped are the steps before the one at hand that nothing was said of. What
// is done under a condition only may be left out.
func skipped(steps []Place, at Position) (all []Place) {
	for _, p := range steps {
		if p.Step == at.Now.Step {
			return all
		}
		if at.states[p.Step.ID] == "" && p.Step.When.IsZero() {
			all = append(all, p)
		}
	}
	return all
}
