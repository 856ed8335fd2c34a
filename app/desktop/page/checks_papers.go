package page

import (
	"time"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/rulebook"
)

// titleColumn is the column of the titles of items, at most so many Han
// characters wide and shrinking where there is less room; they are not edited.
func titleColumn(d *Desk, title words.ID, items []rulebook.Item, most float32) widgets.Column {
	texts := []string{d.say(title)}
	for _, it := range items {
		texts = append(texts, it.Title.In(d.Lang))
	}
	return widgets.Column{Title: texts[0], Width: min(columnFor(texts...), most), Least: 6, Kind: widgets.FixedColumn}
}

// newItems makes the table of a rulebook's items.
func newItems(d *Desk, columns []widgets.Column) *table {
	t := newTable(d, columns)
	t.sheet.SetWords(d.say("checks.none"), "")
	return t
}

// declarations is the table of what the applicant declares.
type declarations struct {
	d       *Desk
	table   *table
	answers options[planning.Answer]
}

// The columns of the table of declarations.
const (
	declarationTitle = iota
	declarationAnswer
	declarationBody
	declarationDate
	declarationEvidence
)

func newDeclarations(d *Desk) *declarations {
	t := &declarations{d: d, answers: options[planning.Answer]{
		{planning.Unanswered, d.say("checks.answer.open")},
		{planning.Holds, d.say("checks.answer.yes")},
		{planning.Fails, d.say("checks.answer.no")},
	}}
	t.table = newItems(d, t.columns(nil))
	t.table.command = t.command
	return t
}

func (t *declarations) columns(items []rulebook.Item) []widgets.Column {
	d := t.d
	return []widgets.Column{
		declarationTitle:    titleColumn(d, "checks.declaration", items, 16),
		declarationAnswer:   choiceColumn(d, "checks.answer", t.answers.texts()),
		declarationBody:     {Title: d.say("checks.body"), AutoCommit: true},
		declarationDate:     {Title: d.say("checks.date"), Width: columnFor("2026-05-01")},
		declarationEvidence: {Title: d.say("checks.evidence"), AutoCommit: true},
	}
}

func (t *declarations) show(s workspace.State) {
	t.table.state = s
	t.table.setColumns(t.columns(s.Book.Declarations))
	rows := make([][]string, len(s.Book.Declarations))
	for i, it := range s.Book.Declarations {
		v, _ := s.Plan.Declaration(it.ID)
		rows[i] = []string{
			declarationTitle: it.Title.In(t.d.Lang), declarationAnswer: t.answers.text(v.Answer, string(v.Answer)),
			declarationBody: v.Body, declarationDate: v.Date, declarationEvidence: v.Evidence,
		}
	}
	t.table.show(rows, nil)
}

func (t *declarations) command(row, col int, text string) (edit.Command, error) {
	s := t.table.state
	it := s.Book.Declarations[row]
	to, _ := s.Plan.Declaration(it.ID)
	switch col {
	case declarationAnswer:
		to.Answer = t.answers.value(text, planning.Answer(text))
	case declarationBody:
		to.Body = text
	case declarationDate:
		to.Date = isoDate(text)
	case declarationEvidence:
		to.Evidence = text
	}
	return edit.SetDeclaration{To: to, Title: it.Title}, nil
}

// isoDate writes a date as the plan does, whichever of the usual ways it was
// typed in; what is no date is left as it is, to be told of.
func isoDate(text string) string {
	typed := narrow(text)
	for _, layout := range []string{"2006-1-2", "2006/1/2", "2006.1.2", "2006年1月2日"} {
		if t, err := time.Parse(layout, typed); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return typed
}

// materials is the table of the papers of an application.
type materials struct {
	d      *Desk
	table  *table
	states options[planning.MaterialState]
}

// The columns of the table of papers.
const (
	materialTitle = iota
	materialState
	materialRemark
)

func newMaterials(d *Desk) *materials {
	t := &materials{d: d}
	for _, s := range []planning.MaterialState{planning.Missing, planning.Draft, planning.Final} {
		t.states = append(t.states, option[planning.MaterialState]{s, d.say(words.ID("material." + string(s)))})
	}
	t.table = newItems(d, t.columns(nil))
	t.table.command = t.command
	return t
}

func (t *materials) columns(items []rulebook.Item) []widgets.Column {
	d := t.d
	return []widgets.Column{
		materialTitle:  titleColumn(d, "checks.material", items, 20),
		materialState:  choiceColumn(d, "checks.state", t.states.texts()),
		materialRemark: {Title: d.say("checks.remark"), AutoCommit: true},
	}
}

func (t *materials) show(s workspace.State) {
	t.table.state = s
	t.table.setColumns(t.columns(s.Book.Materials))
	rows := make([][]string, len(s.Book.Materials))
	for i, it := range s.Book.Materials {
		v, _ := s.Plan.Material(it.ID)
		rows[i] = []string{
			materialTitle: it.Title.In(t.d.Lang), materialState: t.states.text(v.State, string(v.State)), materialRemark: v.Remark,
		}
	}
	t.table.show(rows, nil)
}

func (t *materials) command(row, col int, text string) (edit.Command, error) {
	s := t.table.state
	it := s.Book.Materials[row]
	to, _ := s.Plan.Material(it.ID)
	switch col {
	case materialState:
		to.State = t.states.value(text, planning.MaterialState(text))
	case materialRemark:
		to.Remark = text
	}
	return edit.SetMaterial{To: to, Title: it.Title}, nil
}
