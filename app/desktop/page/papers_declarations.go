package page

import (
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/rulebook"
)

// declarations is the table of what the applicant declares.
type declarations struct {
	d       *Desk
	table   *table
	items   []rulebook.Item // as shown
	answers options[planning.Answer]
}

// The columns of the table of declarations.
const (
	declarationTitle = iota
	declarationAnswer
	declarationBody
	declarationDate
	declarationEvidence
	declarationFiles
)

func newDeclarations(d *Desk) *declarations {
	t := &declarations{d: d}
	for _, a := range []planning.Answer{planning.Unanswered, planning.Holds, planning.Fails} {
		t.answers = append(t.answers, option[planning.Answer]{a, edit.AnswerName(a).In(d.Lang)})
	}
	t.table = newItems(d, t.columns(nil, nil))
	t.table.command = t.command
	return t
}

func (t *declarations) columns(titles []words.Text, sums []string) []widgets.Column {
	d := t.d
	return []widgets.Column{
		declarationTitle:    titleColumn(d, "papers.declaration", titles, 14),
		declarationAnswer:   choiceColumn(d, "papers.answer", t.answers.texts()),
		declarationBody:     {Title: d.say("papers.body"), AutoCommit: true},
		declarationDate:     {Title: d.say("papers.date"), Width: columnFor("2026-05-01")},
		declarationEvidence: {Title: d.say("papers.evidence"), AutoCommit: true},
		declarationFiles:    filesColumn(d, sums...),
	}
}

func (t *declarations) show(s workspace.State) {
	t.table.state, t.items = s, s.Book.Declarations
	rows := make([][]string, len(t.items))
	titles, sums := make([]words.Text, len(rows)), make([]string, len(rows))
	for i, it := range t.items {
		v, _ := s.Plan.Declaration(it.ID)
		titles[i], sums[i] = it.Title, filesSum(s.Plan.Files(planning.OfDeclaration(it.ID)))
		rows[i] = []string{
			declarationTitle: it.Title.In(t.d.Lang), declarationAnswer: t.answers.text(v.Answer, string(v.Answer)),
			declarationBody: v.Body, declarationDate: v.Date, declarationEvidence: v.Evidence, declarationFiles: sums[i],
		}
	}
	t.table.setColumns(t.columns(titles, sums))
	t.table.show(rows, nil)
}

func (t *declarations) command(row, col int, text string) (edit.Command, error) {
	it := t.items[row]
	to, _ := t.table.state.Plan.Declaration(it.ID)
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

// owner is whose files those of a row are, and what the row is called.
func (t *declarations) owner(row int) (planning.Owner, string) {
	if row < 0 || row >= len(t.items) {
		return "", ""
	}
	return planning.OfDeclaration(t.items[row].ID), t.items[row].Title.In(t.d.Lang)
}
