package page

import (
	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning/edit"
	"zhenjie/planning/procedure"
)

// stageTable is the table of the stages of an own procedure.
type stageTable struct {
	e     *procedureEditor
	table *table
}

// The columns of the table of stages.
const (
	stageName = iota
	stageEvery
	stageDue
)

func newStageTable(e *procedureEditor) *stageTable {
	d, t := e.p.d, &stageTable{e: e}
	every := d.say("procedure.editor.every")
	t.table = newTable(d, []widgets.Column{
		stageName:  {Title: d.say("procedure.stage"), Least: 8},
		stageEvery: {Title: every, Width: columnFor(every), Kind: widgets.NumberColumn},
		stageDue:   {Title: d.say("procedure.editor.due"), Width: 14, Least: 6},
	})
	t.table.command = t.command
	s := t.table.sheet
	s.MostRows = mostSteps
	s.SetWords("", d.say("procedure.editor.add_stage"))
	s.OnAdd, s.OnRemove, s.OnMove = t.add, t.remove, t.move
	return t
}

func (t *stageTable) show() {
	t.table.state = t.e.p.state
	var rows [][]string
	for _, s := range t.e.of.Stages {
		rows = append(rows, []string{stageName: s.Name.In(t.e.p.d.Lang), stageEvery: months(s.Every), stageDue: dates(t.e.p.d, s.Due)})
	}
	t.table.show(rows, nil)
}

func (t *stageTable) command(row, col int, text string) (edit.Command, error) {
	to := t.e.of.Stages[row]
	was, err := to.Name, error(nil)
	switch col {
	case stageName:
		to.Name, err = titled(text)
	case stageEvery:
		to.Every, err = parseEvery(text, to.Every)
	case stageDue:
		to.Due = parseDates(text)
	}
	if err != nil {
		return nil, err
	}
	return t.e.taking(t.e.of.WithStage(row, to), words.Say("procedure.edit.stage", "name", was)), nil
}

func (t *stageTable) add() {
	d, taken := t.e.p.d, map[string]bool{}
	for _, s := range t.e.of.Stages {
		taken[s.Name.In(d.Lang)] = true
	}
	name := written(fresh(taken, func(n int) string { return d.say("procedure.editor.new_stage", "n", n) }))
	next := t.e.of.AddStage(len(t.e.of.Stages), name, written(newStepTitle(t.e.of, d)))
	t.e.take(next, nil, words.Say("procedure.edit.stage_add", "name", name))
}

func (t *stageTable) remove(row int) {
	next, err := t.e.of.RemoveStage(row)
	t.e.take(next, err, words.Say("procedure.edit.stage_remove", "name", t.e.of.Stages[row].Name))
}

func (t *stageTable) move(row, by int) {
	t.e.take(t.e.of.MoveStage(row, by), nil, words.Say("procedure.edit.stage_move", "name", t.e.of.Stages[row].Name))
}

// newStepTitle is a title that no step has.
func newStepTitle(of *procedure.Definition, d *Desk) string {
	taken := map[string]bool{}
	for at := range of.All() {
		taken[at.Step.Title.In(d.Lang)] = true
	}
	return fresh(taken, func(n int) string { return d.say("procedure.editor.new_step", "n", n) })
}
