package cli

import (
	"bytes"
	"path/filepath"
	"strings"
	"time"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/chart"
	"zhenjie/planning/procedure"
	"zhenjie/storage"
)

// proceduresCmd lists the procedures, or tells one step by step with the progress
// of a project.
type proceduresCmd struct {
	ID      string `arg:"" optional:"" name:"id"`
	Chart   string `placeholder:"OUT.svg|pdf|png" help:"procedures.help.chart"`
	Project string `placeholder:"FILE" help:"procedures.help.project"`
	Date    string `placeholder:"YYYY-MM-DD" help:"procedures.help.date"`
}

func (c *proceduresCmd) run(s *session) (short bool, err error) {
	if c.ID == "" && c.Project == "" {
		if c.Chart != "" {
			return false, geo.BadInput(geo.At{}, "procedures.which")
		}
		return false, s.procedureList()
	}
	told, err := c.told(s)
	if err != nil {
		return false, err
	}
	if c.Chart != "" {
		if err := c.draw(told, s.lang); err != nil {
			return false, err
		}
	}
	if s.json {
		err = s.procedureLines(told)
	} else {
		text := s.procedureText(told)
		if c.Chart != "" {
			text += s.say(words.Say("procedures.drawn", "file", c.Chart)) + "\n"
		}
		_, err = s.out.WriteString(text)
	}
	return told.short(), err
}

// told is a procedure, with the progress of a project when one is given.
type told struct {
	*procedure.Definition
	procedure.Progress
	project bool
}

func (c *proceduresCmd) told(s *session) (told, error) {
	today, err := c.today()
	if err != nil {
		return told{}, err
	}
	if c.Project == "" {
		d, err := procedure.ByID(c.ID)
		return told{Definition: d}, err
	}
	p, err := storage.Read(c.Project)
	if err != nil {
		return told{}, geo.InFile(err, c.Project)
	}
	d, err := c.definition(s, p)
	if err != nil {
		return told{}, err
	}
	return told{d, procedure.Look(d, p.Procedure, p.Positioning.Industry, today), true}, nil
}

// definition is the procedure asked for, and otherwise the project's. The
// project's own copy counts wherever its id is asked for.
func (c *proceduresCmd) definition(s *session, p planning.Plan) (*procedure.Definition, error) {
	if c.ID != "" && c.ID != p.Procedure.ID {
		return procedure.ByID(c.ID)
	}
	d, err := procedure.Of(p.Procedure)
	switch {
	case d == nil && err == nil:
		return nil, geo.InFile(geo.BadInput(geo.At{}, "procedures.none_chosen"), c.Project)
	case d == nil:
		return nil, geo.InFile(err, c.Project)
	case err != nil: // the own copy is damaged
		s.complain(geo.InFile(err, c.Project))
	}
	return d, nil
}

func (c *proceduresCmd) today() (time.Time, error) {
	if c.Date == "" {
		return time.Now(), nil
	}
	t, err := time.Parse(time.DateOnly, c.Date)
	if err != nil {
		return t, geo.BadInput(geo.At{}, "edit.date", "text", c.Date)
	}
	return t, nil
}

// draw writes the flow chart; the file's extension says how.
func (c *proceduresCmd) draw(t told, lang words.Lang) error {
	format := chart.Format(strings.TrimPrefix(strings.ToLower(filepath.Ext(c.Chart)), "."))
	switch format {
	case chart.SVG, chart.PDF, chart.PNG:
	default:
		return geo.InFile(geo.BadInput(geo.At{}, "procedures.chart_extension"), c.Chart)
	}
	var b bytes.Buffer
	if err := chart.Write(&b, procedure.Chart(t.Definition, t.Progress, lang), format); err != nil {
		return err
	}
	return geo.WriteFile(c.Chart, b.Bytes())
}

// short reports whether the project falls short: it had to leave, lost rewards,
// was sent back, or is late.
func (t told) short() bool {
	if t.Exited != 0 || t.Rewards.ClawBack.State == procedure.ClaimDue {
		return true
	}
	for p := range t.All() {
		if t.State(p.Step) == planning.StepReturned {
			return true
		}
	}
	for _, r := range t.Reminders {
		if r.State == procedure.Overdue {
			return true
		}
	}
	return false
}
