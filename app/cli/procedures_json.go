package cli

import (
	"time"

	"zhenjie/planning/procedure"
	"zhenjie/planning/rulebook"
)

// The lines of procedures as --json prints them; docs/cli.md describes them.

type procedureLine struct {
	Procedure  string      `json:"procedure"`
	Name       string      `json:"name"`
	Province   string      `json:"province"`
	Confidence string      `json:"confidence"`
	Truncated  bool        `json:"truncated"`
	Stages     []stageLine `json:"stages"`
}

type stageLine struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Steps int    `json:"steps"`
}

type stepLine struct {
	Procedure string     `json:"procedure"`
	Stage     string     `json:"stage"`
	Step      string     `json:"step"`
	Title     string     `json:"title"`
	By        string     `json:"by"`
	Papers    []itemLine `json:"papers"`
	Covers    []itemLine `json:"covers"`
	Result    string     `json:"result"`
	Note      string     `json:"note"`
	When      string     `json:"when"`
	Every     int        `json:"every_months"`
	Due       []string   `json:"due"`
	Decision  bool       `json:"decision"`
	No        string     `json:"no"`
	NoTo      string     `json:"no_to"`
	Inferred  bool       `json:"inferred"`
	State     string     `json:"state"`
	Now       bool       `json:"now"`
}

type itemLine struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

type progressLine struct {
	Procedure string         `json:"procedure"`
	Summary   bool           `json:"summary"`
	Now       string         `json:"now"`
	Next      string         `json:"next"`
	Why       string         `json:"why"`
	Skipped   []string       `json:"skipped"`
	Finished  bool           `json:"finished"`
	Exited    int            `json:"exited"`
	Suspended []int          `json:"suspended"`
	Warnings  []string       `json:"warnings"`
	Years     []yearLine     `json:"years"`
	Earned    float64        `json:"earned_m2"`
	ClawBack  clawBackLine   `json:"claw_back"`
	Reminders []reminderLine `json:"reminders"`
}

type yearLine struct {
	Year     int     `json:"year"`
	Outcome  string  `json:"outcome"`
	Computed bool    `json:"computed"`
	Earned   float64 `json:"earned_m2"`
	Text     string  `json:"text"`
}

type clawBackLine struct {
	State string  `json:"state"`
	From  int     `json:"from"`
	To    int     `json:"to"`
	Area  float64 `json:"area_m2"`
	Text  string  `json:"text"`
}

type reminderLine struct {
	Stage string `json:"stage"`
	Step  string `json:"step"`
	Due   string `json:"due"`
	Days  int    `json:"days"`
	State string `json:"state"`
	Text  string `json:"text"`
}

func (s *session) procedureLine(d *procedure.Definition) procedureLine {
	l := procedureLine{
		Procedure: d.ID, Name: s.say(d.Name), Province: s.say(d.Hint.Province), Confidence: string(d.Hint.Confidence), Truncated: d.Truncated,
	}
	for _, g := range d.Stages {
		l.Stages = append(l.Stages, stageLine{g.ID, s.say(g.Name), len(g.Steps)})
	}
	return l
}

// procedureLines prints a line a step, and one for the progress.
func (s *session) procedureLines(t told) error {
	for p := range t.All() {
		if err := s.encode(s.stepLine(t, p)); err != nil {
			return err
		}
	}
	if !t.project {
		return nil
	}
	return s.encode(s.progressLine(t))
}

func (s *session) stepLine(t told, p procedure.Place) stepLine {
	step := p.Step
	l := stepLine{
		Procedure: t.ID, Stage: p.Stage.ID, Step: step.ID, Title: s.say(step.Title), By: s.say(step.By),
		Papers: s.itemLines(step.Papers), Covers: s.itemLines(step.Covers), Result: s.say(step.Result),
		Note: s.say(step.Note), When: s.say(step.When), Every: step.Every.Months, Due: append([]string{}, step.Due...),
		Decision: step.Decision(), State: string(t.State(step)), Now: step == t.Now.Step,
	}
	if l.Decision {
		l.No, l.NoTo, l.Inferred = s.say(step.No.Text()), step.No.To, step.No.Inferred
	}
	return l
}

func (s *session) itemLines(items []rulebook.Item) []itemLine {
	lines := []itemLine{}
	for _, it := range items {
		lines = append(lines, itemLine{it.ID, s.say(it.Title)})
	}
	return lines
}

func (s *session) progressLine(t told) progressLine {
	claim := t.Rewards.ClawBack
	l := progressLine{
		Procedure: t.ID, Summary: true, Now: stepID(t.Now), Next: stepID(t.Next), Why: s.say(t.Why), Skipped: []string{},
		Finished: t.Finished, Exited: t.Exited, Suspended: append([]int{}, t.Suspended...), Warnings: []string{},
		Years: []yearLine{}, Earned: t.Rewards.Earned.M2(), Reminders: []reminderLine{},
		ClawBack: clawBackLine{string(claim.State), claim.From, claim.To, claim.Area.M2(), s.say(claim.Text)},
	}
	for _, p := range t.Skipped {
		l.Skipped = append(l.Skipped, p.Step.ID)
	}
	for _, w := range t.Warnings {
		l.Warnings = append(l.Warnings, s.say(w))
	}
	for _, y := range t.Years {
		l.Years = append(l.Years, yearLine{y.Year, string(y.Outcome), y.Computed, y.Reward.M2(), s.say(y.Text)})
	}
	for _, r := range t.Reminders {
		l.Reminders = append(l.Reminders, reminderLine{
			r.Stage.ID, stepID(r.Place), r.Due.Format(time.DateOnly), r.Days, string(r.State), s.say(r.Text),
		})
	}
	return l
}

func stepID(p procedure.Place) string {
	if p.Step == nil {
		return ""
	}
	return p.Step.ID
}
