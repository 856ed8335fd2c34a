package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/look"
	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/procedure"
)

// procedureSteps is the view of what became of each step: all in a table, and
// the one that one is at below it.
type procedureSteps struct {
	p              *procedurePage
	table          *table
	places         []procedure.Place // as shown
	at             int
	id             string // of the step one is at
	states         options[planning.StepState]
	why            *widgets.Prose
	heading        *widgets.Heading
	facts, papers  *lines
	result, remark *widgets.Entry
	toPapers       *widget.Button
	files          *attached
	form           *widgets.Form
	content        fyne.CanvasObject
}

// The columns of the table of steps.
const (
	stepStage = iota
	stepTitle
	stepState
	stepDate
	stepDocument
)

// mostSteps is how many rows the table asks room for; more are scrolled.
const mostSteps = 9

func newProcedureSteps(p *procedurePage) *procedureSteps {
	d := p.d
	s := &procedureSteps{p: p, why: widgets.NewProse(""), facts: newLines(), papers: newLines(), files: newAttached(d), form: widgets.NewForm()}
	for _, state := range []planning.StepState{"", planning.StepDoing, planning.StepDone, planning.StepReturned} {
		s.states = append(s.states, option[planning.StepState]{state, stateTitle(state).In(d.Lang)})
	}
	s.table = newTable(d, s.columns(nil))
	s.table.command = s.command
	s.table.sheet.MostRows = mostSteps
	s.table.sheet.OnSelect = s.choose
	s.table.sheet.Tint = s.tint
	s.result = s.entry(func(to *planning.StepProgress) *string { return &to.Result })
	s.remark = s.entry(func(to *planning.StepProgress) *string { return &to.Remark })
	s.toPapers = widget.NewButtonWithIcon(d.say("procedure.to_papers"), theme.MailAttachmentIcon(), func() { d.ShowPage("papers") })
	f := s.form
	f.Wide(s.why)
	f.Wide(container.New(modest{}, s.table.sheet))
	s.heading = f.Section("")
	f.Wide(s.facts.form)
	f.Wide(s.papers.form)
	f.Wide(container.NewHBox(s.toPapers))
	f.Row(d.sentence(words.Say("procedure.step.result")), "", s.result)
	f.Row(d.sentence(words.Say("procedure.step.remark")), "", s.remark)
	f.Wide(s.files.content)
	s.content = container.NewVScroll(container.NewPadded(f))
	return s
}

// stateTitle is what a state of a step is called.
func stateTitle(s planning.StepState) words.Text {
	if s == "" {
		return words.Say("procedure.step.open")
	}
	return words.Say(words.ID("procedure.step." + string(s)))
}

// entry is the field of a text of the step one is at.
func (s *procedureSteps) entry(of func(*planning.StepProgress) *string) *widgets.Entry {
	e := s.p.d.entry(widgets.NewMultiLine(2), func(text string) (edit.Command, error) {
		to, title := s.progress(s.at)
		*of(&to) = text
		return edit.SetStep{To: to, Title: title}, nil
	})
	e.AutoCommit = true
	return e
}

func (s *procedureSteps) columns(rows [][]string) []widgets.Column {
	d := s.p.d
	stages, titles := []string{d.say("procedure.stage")}, []string{d.say("procedure.step")}
	for _, r := range rows {
		stages, titles = append(stages, r[stepStage]), append(titles, r[stepTitle])
	}
	return []widgets.Column{
		stepStage:    {Title: stages[0], Width: min(columnFor(stages...), 8), Least: 4, Kind: widgets.FixedColumn},
		stepTitle:    {Title: titles[0], Width: min(columnFor(titles...), 15), Least: 6, Kind: widgets.FixedColumn},
		stepState:    choiceColumn(d, "procedure.head.state", s.states.texts()),
		stepDate:     {Title: d.sentence(words.Say("procedure.step.date")), Width: columnFor("2026-05-01")},
		stepDocument: {Title: d.sentence(words.Say("procedure.step.document")), Least: 5, AutoCommit: true},
	}
}

func (s *procedureSteps) show(d *procedure.Definition) {
	progress := s.p.progress(d)
	s.why.Set(s.p.d.sentence(progress.Why))
	s.table.state = s.p.state
	s.places = s.places[:0]
	var rows [][]string
	now := 0
	for at := range d.All() {
		if at.Step == progress.Now.Step {
			now = len(rows)
		}
		v, _ := s.p.state.Plan.Procedure.Progress(at.Stage.ID, at.Step.ID)
		rows = append(rows, []string{
			stepStage: at.Stage.Name.In(s.p.d.Lang), stepTitle: at.Step.Title.In(s.p.d.Lang),
			stepState: s.states.text(v.State, string(v.State)), stepDate: v.Date, stepDocument: v.Document,
		})
		s.places = append(s.places, at)
	}
	s.table.setColumns(s.columns(rows))
	s.table.show(rows, nil)
	if s.find(s.id) < 0 { // the step at hand, until the person chooses another
		s.id = s.places[now].Step.ID
	}
	s.card(s.find(s.id))
}

// find is the row of a step, −1 where there is none.
func (s *procedureSteps) find(id string) int {
	for i, at := range s.places {
		if at.Step.ID == id {
			return i
		}
	}
	return -1
}

// progress is what became of the step in a row, and what the step is called.
func (s *procedureSteps) progress(row int) (planning.StepProgress, words.Text) {
	at := s.places[row]
	v, _ := s.p.state.Plan.Procedure.Progress(at.Stage.ID, at.Step.ID)
	return v, at.Step.Title
}

func (s *procedureSteps) command(row, col int, text string) (edit.Command, error) {
	to, title := s.progress(row)
	switch col {
	case stepState:
		to.State = s.states.value(text, planning.StepState(text))
	case stepDate:
		to.Date = isoDate(text)
	case stepDocument:
		to.Document = text
	}
	return edit.SetStep{To: to, Title: title}, nil
}

// tint shows what is done, and what was sent back.
func (s *procedureSteps) tint(row, col int) fyne.ThemeColorName {
	if col != stepState || row >= len(s.places) {
		return ""
	}
	switch to, _ := s.progress(row); to.State {
	case planning.StepDone:
		return look.ColorPass
	case planning.StepReturned:
		return theme.ColorNameError
	case planning.StepDoing:
		return theme.ColorNamePrimary
	default:
		return ""
	}
}

// choose goes to a step.
func (s *procedureSteps) choose(row int) {
	if row >= 0 && row < len(s.places) && s.places[row].Step.ID != s.id {
		s.result.SetError("") // a text that was refused was of another step
		s.remark.SetError("")
		s.card(row)
	}
}

// goToStep shows a step in the view of the steps, with the focus on its state.
func (p *procedurePage) goToStep(id string) {
	p.steps.id = id
	p.views.turn(viewSteps)
	if row := p.steps.find(id); row >= 0 {
		p.steps.table.sheet.Select(row, stepState)
	}
}
