package page

import (
	"strconv"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning/edit"
	"zhenjie/planning/procedure"
)

// stepTable is the table of the steps of an own procedure, those of all stages one
// below the other.
type stepTable struct {
	e      *procedureEditor
	table  *table
	places []procedure.Place
	stages options[int]
	id     string // of the step one is at
}

// The columns of the table of steps.
const (
	editedStage = iota
	editedTitle
	editedBy
	editedEvery
	editedDue
)

func newStepTable(e *procedureEditor) *stepTable {
	t := &stepTable{e: e}
	t.table = newTable(e.p.d, t.columns())
	t.table.command = t.command
	s := t.table.sheet
	s.MostRows = mostSteps
	s.SetWords("", e.p.d.say("procedure.editor.add_step"))
	s.OnAdd, s.OnRemove, s.OnMove, s.OnSelect = t.add, t.remove, t.move, t.choose
	return t
}

func (t *stepTable) columns() []widgets.Column {
	d := t.e.p.d
	every := d.say("procedure.editor.every")
	return []widgets.Column{
		editedStage: nameColumn(choiceColumn(d, "procedure.stage", t.stages.texts()), 5),
		editedTitle: {Title: d.say("procedure.step"), Least: 8},
		editedBy:    {Title: d.say("procedure.editor.by"), Width: 9, Least: 5},
		editedEvery: {Title: every, Width: columnFor(every), Kind: widgets.NumberColumn},
		editedDue:   {Title: d.say("procedure.editor.due"), Width: 5.5, Least: 4},
	}
}

func (t *stepTable) show() {
	lang := t.e.p.d.Lang
	t.table.state = t.e.p.state
	t.stages = t.stages[:0]
	for i, s := range t.e.of.Stages { // two stages may have one name
		t.stages = append(t.stages, option[int]{i, t.e.p.d.say("procedure.editor.nth", "n", i+1, "name", s.Name.In(lang))})
	}
	t.places = t.places[:0]
	var rows [][]string
	stage := -1
	for at := range t.e.of.All() {
		if stage < 0 || at.Stage != &t.e.of.Stages[stage] {
			stage++
		}
		rows = append(rows, []string{
			editedStage: t.stages.text(stage, ""), editedTitle: at.Step.Title.In(lang), editedBy: at.Step.By.In(lang),
			editedEvery: months(at.Step.Every), editedDue: dates(t.e.p.d, at.Step.Due),
		})
		t.places = append(t.places, at)
	}
	t.table.setColumns(t.columns())
	t.table.show(rows, nil)
	if t.row() < 0 {
		t.id = t.places[0].Step.ID
	}
}

// row is that of the step one is at, −1 where it has gone.
func (t *stepTable) row() int {
	for i, at := range t.places {
		if at.Step.ID == t.id {
			return i
		}
	}
	return -1
}

func (t *stepTable) choose(row int) {
	if row >= 0 && row < len(t.places) && t.places[row].Step.ID != t.id {
		t.id = t.places[row].Step.ID
		t.e.step.turn()
	}
}

func (t *stepTable) command(row, col int, text string) (edit.Command, error) {
	to := *t.places[row].Step
	was, err := to.Title, error(nil)
	switch col {
	case editedStage:
		return t.toStage(row, t.stages.value(text, -1))
	case editedTitle:
		to.Title, err = titled(text)
	case editedBy:
		to.By = written(text)
	case editedEvery:
		to.Every, err = parseEvery(text, to.Every)
	case editedDue:
		to.Due = parseDates(text)
	}
	if err != nil {
		return nil, err
	}
	return t.e.taking(t.e.of.WithStep(row, to), words.Say("procedure.edit.step", "name", was)), nil
}

func (t *stepTable) toStage(row, stage int) (edit.Command, error) {
	next, err := t.e.of.ToStage(row, stage)
	if err != nil {
		return nil, err
	}
	return t.e.taking(next, words.Say("procedure.edit.step_move", "name", t.places[row].Step.Title)), nil
}

// add adds a step behind the one that one is at.
func (t *stepTable) add() {
	title := written(newStepTitle(t.e.of, t.e.p.d))
	t.e.take(t.e.of.AddStep(t.row(), title), nil, words.Say("procedure.edit.step_add", "name", title))
}

func (t *stepTable) remove(row int) {
	next, err := t.e.of.RemoveStep(row)
	t.e.take(next, err, words.Say("procedure.edit.step_remove", "name", t.places[row].Step.Title))
}

func (t *stepTable) move(row, by int) {
	next, err := t.e.of.MoveStep(row, by)
	t.e.take(next, err, words.Say("procedure.edit.step_move", "name", t.places[row].Step.Title))
}

// numbered tells steps of one title apart.
func (t *stepTable) numbered(row int) string {
	return t.e.p.d.say("procedure.editor.nth", "n", strconv.Itoa(row+1), "name", t.places[row].Step.Title)
}
