package cli

import (
	"fmt"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/procedure"
)

// procedureList prints all procedures.
func (s *session) procedureList() error {
	var rows [][]string
	for _, d := range procedure.Builtin() {
		if s.json {
			if err := s.encode(s.procedureLine(d)); err != nil {
				return err
			}
			continue
		}
		var stages []string
		for _, g := range d.Stages {
			stages = append(stages, s.say(g.Name))
		}
		rows = append(rows, []string{d.ID, s.say(d.Name), s.say(d.Hint.Text()), strings.Join(stages, " → ")})
	}
	_, err := s.out.WriteString(grid(rows))
	return err
}

// procedureText tells a procedure step by step, and then the progress.
func (s *session) procedureText(t told) string {
	var b strings.Builder
	line := func(indent string, what words.Text) {
		if said := s.say(what); said != "" {
			b.WriteString(indent + said + "\n")
		}
	}
	line("", words.Say("procedures.head", "id", t.ID, "name", t.Name))
	line("  ", t.Hint.Text())
	line("  ", t.Note)
	for i, g := range t.Stages {
		every := s.say(g.Every.Text())
		if every != "" {
			every = "  " + every
		}
		fmt.Fprintf(&b, "\n%d  %s%s%s\n", i+1, s.say(g.Name), every, due(g.Due))
		for j := range g.Steps {
			step := &g.Steps[j]
			fmt.Fprintf(&b, "%d.%d%s %s%s\n", i+1, j+1, s.mark(t, step), s.say(step.Title), due(step.Due))
			line("      ", step.By)
			line("      ", step.Remarks())
			if step.Decision() {
				line("      ↩ ", words.Say("procedures.branch", "no", step.No.Text(), "to", target(t.Definition, step.No.To)))
			}
		}
	}
	s.block(&b, t.Exit.Text(), t.Reward.Text(), t.ClawBack.Text())
	if t.project {
		s.progress(&b, t)
	}
	return b.String()
}

// block prints lines behind an empty one, nothing when there are none.
func (s *session) block(b *strings.Builder, lines ...words.Text) {
	said := ""
	for _, l := range lines {
		if !l.IsZero() {
			said += s.say(l) + "\n"
		}
	}
	if said != "" {
		b.WriteString("\n" + said)
	}
}

// due lists dates behind a title.
func due(dates []string) string {
	if len(dates) == 0 {
		return ""
	}
	return "  ≤ " + strings.Join(dates, ", ")
}

func target(d *procedure.Definition, to string) words.Text {
	if p, ok := d.Find(to); ok {
		return p.Step.Title
	}
	return words.Say("procedure.chart.exit")
}

// mark stands in front of a step: done, sent back, at hand.
func (s *session) mark(t told, step *procedure.Step) string {
	switch state := t.State(step); {
	case state == planning.StepReturned:
		return " ↩"
	case step == t.Now.Step:
		return " →"
	case state == planning.StepDone:
		return " ✓"
	case t.project:
		return " ·"
	default:
		return ""
	}
}

func (s *session) progress(b *strings.Builder, t told) {
	line := func(mark string, what words.Text) {
		if said := s.say(what); said != "" {
			b.WriteString(mark + said + "\n")
		}
	}
	b.WriteByte('\n')
	line("→ ", t.Why)
	for _, p := range t.Skipped {
		line("… ", words.Say("procedures.skipped", "step", p.Step.Title))
	}
	for _, y := range t.Years {
		line("  ", y.Text)
	}
	for _, w := range t.Warnings {
		line("! ", w)
	}
	for _, r := range t.Rewards.Texts {
		line("  ", r)
	}
	line("  ", t.Rewards.ClawBack.Text)
	for _, r := range t.Reminders {
		line(reminderMarks[r.State], r.Text)
	}
}

var reminderMarks = map[procedure.ReminderState]string{procedure.Overdue: "! ", procedure.Soon: "≈ ", procedure.Later: "  "}
