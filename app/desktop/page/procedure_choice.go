package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/look"
	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning/edit"
	"zhenjie/planning/procedure"
)

// procedureChoice is the first view: which procedure it is, what is to be done
// now, and what falls due.
type procedureChoice struct {
	p               *procedurePage
	which           *picker
	region, started *widgets.Entry
	fault, about    *lines
	now, due        *lines
	content         fyne.CanvasObject
}

func newProcedureChoice(p *procedurePage) *procedureChoice {
	d := p.d
	c := &procedureChoice{p: p, fault: newLines(), about: newLines(), now: newLines(), due: newLines()}
	f := widgets.NewForm()
	f.Section(d.say("procedure.which"))
	c.which = newPicker(d, f, "page.procedure", func(id string) edit.Command { return edit.ChooseProcedure{To: id} })
	c.region = d.entry(widgets.NewEntry(), func(text string) (edit.Command, error) { return edit.SetRegion{To: text}, nil })
	c.region.AutoCommit = true
	c.started = d.entry(widgets.NewEntry(), func(text string) (edit.Command, error) {
		return edit.SetStarted{To: isoDate(text)}, nil
	})
	f.Row(d.say("field.procedure_region"), d.say("procedure.region.hint"), c.region)
	f.Row(d.say("field.procedure_started"), d.say("procedure.started.hint"), short(c.started))
	f.Wide(c.fault.form)
	f.Section(d.say("procedure.now"))
	f.Wide(c.now.form)
	f.Section(d.say("procedure.due"))
	f.Wide(c.due.form)
	f.Section(d.say("procedure.about"))
	f.Wide(c.about.form)
	c.content = container.NewVScroll(container.NewPadded(f))
	return c
}

func (c *procedureChoice) show() {
	d, at := c.p.d, c.p.state.Plan.Procedure
	c.region.Set(at.Region)
	c.started.Set(at.Started)
	followed := c.p.followed.Definition
	c.which.show(c.options(followed), at.ID, c.hint(followed))
	c.fault.show(c.faults())
	if followed == nil {
		c.now.show([]line{{d.say("procedure.empty"), theme.ColorNameForeground}})
		c.due.show([]line{{d.say("procedure.due.empty"), theme.ColorNamePlaceHolder}})
		c.about.show([]line{{d.say("procedure.about.empty"), theme.ColorNamePlaceHolder}})
		return
	}
	progress := c.p.progress(followed)
	c.now.show(c.standing(progress))
	c.due.show(c.reminders(progress))
	c.about.show(c.told(followed))
}

// options are the program's procedures, and the one of the plan where it is none
// of them.
func (c *procedureChoice) options(followed *procedure.Definition) []widgets.Option {
	all := []widgets.Option{{ID: "", Text: c.p.d.say("check.not_chosen")}}
	listed := false
	for _, d := range procedure.Builtin() {
		all = append(all, widgets.Option{ID: d.ID, Text: d.Name.In(c.p.d.Lang)})
		listed = listed || followed != nil && d.ID == followed.ID
	}
	if followed != nil && !listed {
		all = append(all, widgets.Option{ID: followed.ID, Text: followed.Name.In(c.p.d.Lang)})
	}
	return all
}

// hint says which province's policy the procedure resembles.
func (c *procedureChoice) hint(followed *procedure.Definition) string {
	if followed == nil {
		return c.p.d.say("procedure.which.hint")
	}
	return c.p.d.sentence(followed.Hint.Text())
}

// faults says that the procedure is an own copy, and what is wrong with it.
func (c *procedureChoice) faults() []line {
	switch {
	case c.p.followed.fault != nil:
		return []line{
			{c.p.d.explain(c.p.followed.fault), theme.ColorNameError},
			{c.p.d.say("procedure.damaged"), theme.ColorNameError},
		}
	case c.p.state.Plan.Procedure.Own != "":
		return []line{{c.p.d.say("procedure.own"), theme.ColorNamePlaceHolder}}
	default:
		return nil
	}
}

// standing says what is to be done now, what was left out, and what the missed
// years lead to.
func (c *procedureChoice) standing(at procedure.Progress) []line {
	all := []line{{c.p.d.sentence(at.Why), theme.ColorNameForeground}}
	for _, s := range at.Skipped {
		all = append(all, line{c.p.d.sentence(words.Say("procedures.skipped", "step", s.Step.Title)), look.ColorBorderline})
	}
	for _, w := range at.Warnings {
		all = append(all, line{c.p.d.sentence(w), theme.ColorNameError})
	}
	return all
}

// urgencies are the colours of reminders.
var urgencies = map[procedure.ReminderState]fyne.ThemeColorName{
	procedure.Overdue: theme.ColorNameError, procedure.Soon: theme.ColorNameWarning, procedure.Later: theme.ColorNameForeground,
}

func (c *procedureChoice) reminders(progress procedure.Progress) (all []line) {
	for _, r := range progress.Reminders {
		all = append(all, line{c.p.d.sentence(r.Text), urgencies[r.State]})
	}
	none := words.ID("procedure.due.none")
	if c.p.state.Plan.Procedure.Started == "" {
		none = "procedure.due.no_start"
	}
	if len(all) == 0 {
		all = append(all, line{c.p.d.say(none), theme.ColorNamePlaceHolder})
	}
	return all
}

// told says where the procedure comes from.
func (c *procedureChoice) told(followed *procedure.Definition) []line {
	all := []line{{c.p.d.say("procedure.source", "source", followed.Source), theme.ColorNameForeground}}
	if !followed.Note.IsZero() {
		all = append(all, line{c.p.d.sentence(followed.Note), theme.ColorNameForeground})
	}
	if followed.Truncated {
		all = append(all, line{c.p.d.say("procedure.truncated"), look.ColorBorderline})
	}
	return append(all, c.p.d.rules(followed.Exit.Text(), followed.Reward.Text(), followed.ClawBack.Text())...)
}

// rules are rules as they stand back behind what follows from them.
func (d *Desk) rules(of ...words.Text) (all []line) {
	for _, t := range of {
		if !t.IsZero() {
			all = append(all, line{d.sentence(t), theme.ColorNamePlaceHolder})
		}
	}
	return all
}
