package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning/edit"
	"zhenjie/planning/procedure"
)

// procedureEditor is the view in which an own copy of the procedure is edited:
// its stages, its steps, and one step closely. Each change is a step of the plan's
// history.
type procedureEditor struct {
	p           *procedurePage
	of          *procedure.Definition // as shown
	copy, reset *widget.Button
	said        *lines
	stages      *stageTable
	steps       *stepTable
	step        *stepCard
	own         *widgets.Form // what is hidden while there is no own copy
	form        *widgets.Form
	content     fyne.CanvasObject
}

func newProcedureEditor(p *procedurePage) *procedureEditor {
	d := p.d
	e := &procedureEditor{p: p, said: newLines(), own: widgets.NewForm(), form: widgets.NewForm()}
	e.copy = widget.NewButtonWithIcon(d.say("procedure.copy"), theme.ContentCopyIcon(), func() {
		e.do(e.taking(e.of, words.Say("procedure.edit.copy", "name", e.of.Name)), nil)
	})
	e.reset = widget.NewButtonWithIcon(d.say("procedure.editor.reset"), theme.ContentUndoIcon(), func() { e.do(edit.ResetProcedure{}, nil) })
	e.form.Section(d.say("procedure.editor"))
	e.form.Wide(widgets.NewHint(d.say("procedure.editor.hint")))
	e.form.Wide(container.NewHBox(e.copy, e.reset))
	e.form.Wide(e.said.form)
	e.stages, e.steps = newStageTable(e), newStepTable(e)
	e.own.Section(d.say("procedure.editor.stages"))
	e.own.Wide(container.New(modest{}, e.stages.table.sheet))
	e.own.Section(d.say("procedure.editor.steps"))
	e.own.Wide(widgets.NewHint(d.say("procedure.editor.steps.hint")))
	e.own.Wide(container.New(modest{}, e.steps.table.sheet))
	e.step = newStepCard(e)
	e.form.Wide(e.own)
	e.content = container.NewVScroll(container.NewPadded(e.form))
	return e
}

func (e *procedureEditor) show(d *procedure.Definition) {
	e.of = d
	own := e.p.state.Plan.Procedure.Own != ""
	setShown(e.copy, !own)
	setShown(e.reset, own)
	e.said.show(nil)
	setShown(e.own, own && e.p.followed.fault == nil)
	if e.own.Visible() {
		e.stages.show()
		e.steps.show()
		e.step.show()
	}
	e.form.Arrange()
}

// taking is the command that takes over the copy with a change.
func (e *procedureEditor) taking(next *procedure.Definition, what words.Text) edit.Command {
	return edit.TakeProcedure{Text: string(procedure.Format(next)), What: what}
}

// do does what concerns more than a cell, or says why not.
func (e *procedureEditor) do(c edit.Command, err error) {
	if err == nil {
		err = e.p.d.Do(c)
	}
	if err != nil {
		e.said.show([]line{{e.p.d.explain(err), theme.ColorNameError}})
		e.form.Arrange()
	}
}

// take does a change that may have been refused.
func (e *procedureEditor) take(next *procedure.Definition, err error, what words.Text) {
	if err != nil {
		e.do(nil, err)
		return
	}
	e.do(e.taking(next, what), nil)
}
