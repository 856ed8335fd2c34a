package page

import (
	"slices"

	"fyne.io/fyne/v2/container"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning/edit"
	"zhenjie/planning/procedure"
	"zhenjie/planning/rulebook"
)

// stepCard is the one step of an own procedure that is looked at closely: whether
// it decides, under which condition it is done, and the papers it asks for.
type stepCard struct {
	e           *procedureEditor
	heading     *widgets.Heading
	refused     *picker // where a refusal leads
	assessed    *picker // whether its outcomes are the yearly assessments
	when, note  *widgets.Entry
	papers      *table
	known       *picker // papers to be added
	knownPapers []rulebook.Item
}

func newStepCard(e *procedureEditor) *stepCard {
	d, c := e.p.d, &stepCard{e: e}
	f := e.own
	c.heading = f.Section("")
	c.refused = newPicker(d, f, "procedure.editor.refused", c.decide)
	c.assessed = newPicker(d, f, "procedure.editor.assessed", c.assess)
	c.when = c.entry(func(s *procedure.Step) *words.Text { return &s.When })
	c.note = c.entry(func(s *procedure.Step) *words.Text { return &s.Note })
	f.Row(d.say("procedure.editor.when"), d.say("procedure.editor.when.hint"), c.when)
	f.Row(d.say("procedure.editor.note"), "", c.note)
	c.papers = newTable(d, []widgets.Column{{Title: d.say("procedure.editor.paper")}})
	c.papers.command = c.rename
	c.papers.sheet.MostRows = mostSteps
	c.papers.sheet.SetWords(d.say("procedure.editor.no_papers"), d.say("procedure.editor.add_paper"))
	c.papers.sheet.OnAdd, c.papers.sheet.OnRemove = c.add, c.remove
	f.Wide(container.New(modest{}, c.papers.sheet))
	c.known = newPicker(d, f, "procedure.editor.known_paper", c.addKnown)
	return c
}

// step is a copy of the step one is at, whose papers may be changed.
func (c *stepCard) step() (row int, s procedure.Step) {
	row = c.e.steps.row()
	s = *c.e.steps.places[row].Step
	s.Papers = slices.Clone(s.Papers)
	return row, s
}

// changed is the command that takes over the step with a change.
func (c *stepCard) changed(row int, to procedure.Step) edit.Command {
	return c.e.taking(c.e.of.WithStep(row, to), words.Say("procedure.edit.step", "name", to.Title))
}

func (c *stepCard) entry(of func(*procedure.Step) *words.Text) *widgets.Entry {
	return c.e.p.d.entry(widgets.NewEntry(), func(text string) (edit.Command, error) {
		row, to := c.step()
		*of(&to) = written(text)
		return c.changed(row, to), nil
	})
}

// turn shows another step; a text that was refused was of the one before.
func (c *stepCard) turn() {
	c.when.SetError("")
	c.note.SetError("")
	clear(c.papers.refused)
	c.show()
}

func (c *stepCard) show() {
	d := c.e.p.d
	_, s := c.step()
	c.heading.Set(d.say("procedure.editor.step", "name", s.Title))
	c.refused.show(c.targets(s), s.No.To, d.say("procedure.editor.refused.hint"))
	yes := ""
	if s.Every.Assessed {
		yes = "yes"
	}
	c.assessed.show([]widgets.Option{{ID: "", Text: d.say("procedure.editor.no")}, {ID: "yes", Text: d.say("procedure.editor.yes")}}, yes, d.say("procedure.editor.assessed.hint"))
	c.when.Set(s.When.In(d.Lang))
	c.note.Set(s.Note.In(d.Lang))
	c.papers.state = c.e.p.state
	var rows [][]string
	for _, it := range s.Papers {
		rows = append(rows, []string{it.Title.In(d.Lang)})
	}
	c.papers.show(rows, nil)
	c.showKnown(s)
	c.e.own.Arrange()
}

// targets are the steps that a refusal may lead back to.
func (c *stepCard) targets(s procedure.Step) []widgets.Option {
	all := []widgets.Option{
		{ID: "", Text: c.e.p.d.say("procedure.editor.undecided")}, {ID: procedure.ToExit, Text: c.e.p.d.say("procedure.chart.exit")},
	}
	for row, at := range c.e.steps.places {
		if at.Step.ID != s.ID {
			all = append(all, widgets.Option{ID: at.Step.ID, Text: c.e.steps.numbered(row)})
		}
	}
	return all
}

func (c *stepCard) decide(to string) edit.Command {
	row, s := c.step()
	if to == "" {
		s.No = procedure.Branch{}
	} else {
		s.No = procedure.Branch{To: to, Label: s.No.Label}
	}
	return c.changed(row, s)
}

func (c *stepCard) assess(yes string) edit.Command {
	row, s := c.step()
	if s.Every.Assessed = yes != ""; s.Every.Assessed && s.Every.Months == 0 {
		s.Every.Months = 12
	}
	return c.changed(row, s)
}
