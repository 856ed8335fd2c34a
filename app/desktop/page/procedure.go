package page

import (
	"time"

	"fyne.io/fyne/v2"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/procedure"
)

// procedurePage is the page of the way an application takes: which one it is,
// its flow chart, how far each step has come, the yearly assessments, and an own
// copy of the procedure that is edited.
type procedurePage struct {
	d        *Desk
	now      func() time.Time
	state    workspace.State
	followed followed
	views    *views
	choice   *procedureChoice
	chart    *procedureChart
	steps    *procedureSteps
	years    *procedureYears
	editor   *procedureEditor
}

// The views of the page.
const (
	viewChoice = iota
	viewChart
	viewSteps
	viewYears
	viewEditor
)

// followed is the procedure of a plan, read anew only where it is another one: an
// own copy is a file that takes a while.
type followed struct {
	of   planning.Procedure
	read bool
	*procedure.Definition
	fault error // of the own copy
}

func (f *followed) follow(p planning.Procedure) {
	if !f.read || p.ID != f.of.ID || p.Own != f.of.Own {
		f.Definition, f.fault = procedure.Of(p)
	}
	f.of, f.read = p, true
}

func newProcedure(d *Desk) *procedurePage {
	p := &procedurePage{d: d, now: time.Now}
	p.views = newViews(p.fill)
	p.choice, p.chart, p.steps = newProcedureChoice(p), newProcedureChart(p), newProcedureSteps(p)
	p.years, p.editor = newProcedureYears(p), newProcedureEditor(p)
	p.views.add(d.say("procedure.view.choice"), p.choice.content)
	p.views.add(d.say("procedure.view.chart"), p.chart.content)
	p.views.add(d.say("procedure.view.steps"), p.steps.content)
	p.views.add(d.say("procedure.view.years"), p.years.content)
	p.views.add(d.say("procedure.view.editor"), p.editor.content)
	return p
}

func (*procedurePage) ID() string                   { return "procedure" }
func (*procedurePage) Title() words.ID              { return "page.procedure" }
func (*procedurePage) Icon() fyne.Resource          { return icon("procedure") }
func (*procedurePage) Wide() bool                   { return true } // for the chart, and the years
func (p *procedurePage) Content() fyne.CanvasObject { return p.views.box }

// Show implements Page.
func (p *procedurePage) Show(s workspace.State) {
	p.state = s
	p.followed.follow(s.Plan.Procedure)
	p.views.enable(p.followed.Definition != nil)
	p.fill()
}

// fill writes the view one is at; the others are written when they are turned to.
func (p *procedurePage) fill() {
	if p.views.at == viewChoice {
		p.choice.show()
	}
	d := p.followed.Definition
	if d == nil {
		return
	}
	switch p.views.at {
	case viewChart:
		p.chart.show(d)
	case viewSteps:
		p.steps.show(d)
	case viewYears:
		p.years.show(d)
	case viewEditor:
		p.editor.show(d)
	}
}

// progress is how far the plan has come on the procedure.
func (p *procedurePage) progress(d *procedure.Definition) procedure.Progress {
	plan := p.state.Plan
	return procedure.Look(d, plan.Procedure, plan.Positioning.Industry, p.now())
}

// Drop implements Dropper: files belong to the step one is at.
func (p *procedurePage) Drop(at fyne.Position, paths []string) bool {
	return p.views.at == viewSteps && p.steps.files.drop(at, paths)
}
