package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/widgets"
	"zhenjie/planning/edit"
	"zhenjie/planning/procedure"
)

// procedureEditor is the view of the own copy of a procedure.
type procedureEditor struct {
	p       *procedurePage
	of      *procedure.Definition // as shown
	copy    *widget.Button
	reset   *widget.Button
	said    *lines
	content fyne.CanvasObject
}

func newProcedureEditor(p *procedurePage) *procedureEditor {
	d := p.d
	e := &procedureEditor{p: p, said: newLines()}
	e.copy = widget.NewButtonWithIcon(d.say("procedure.copy"), theme.ContentCopyIcon(), func() {
		e.do(edit.TakeProcedure{Text: string(procedure.Format(e.of))})
	})
	e.reset = widget.NewButtonWithIcon(d.say("procedure.editor.reset"), theme.ContentUndoIcon(), func() { e.do(edit.ResetProcedure{}) })
	f := widgets.NewForm()
	f.Section(d.say("procedure.editor"))
	f.Wide(widgets.NewHint(d.say("procedure.editor.hint")))
	f.Wide(container.NewHBox(e.copy, e.reset))
	f.Wide(e.said.form)
	e.content = container.NewVScroll(container.NewPadded(f))
	return e
}

func (e *procedureEditor) show(d *procedure.Definition) {
	e.of = d
	own := e.p.state.Plan.Procedure.Own != ""
	setShown(e.copy, !own)
	setShown(e.reset, own)
	e.said.show(nil)
}

// do does what concerns more than a cell.
func (e *procedureEditor) do(c edit.Command) {
	if err := e.p.d.Do(c); err != nil {
		e.said.show([]line{{e.p.d.explain(err), theme.ColorNameError}})
	}
}
