package edit

import (
	"zhenjie/assets/words"
	"zhenjie/planning"
)

func (c SetDeclaration) change(p planning.Plan) (ch change) {
	from, _ := p.Declaration(c.To.Key)
	ch.note(from.Answer != c.To.Answer, words.Say("papers.answer"), AnswerName(c.To.Answer))
	ch.note(from.Body != c.To.Body, words.Say("papers.body"), text(c.To.Body))
	ch.note(from.Date != c.To.Date, words.Say("papers.date"), text(c.To.Date))
	ch.note(from.Evidence != c.To.Evidence, words.Say("papers.evidence"), text(c.To.Evidence))
	ch.name = words.Say("edit.set_of", "name", c.Title, "what", ch.name)
	return ch
}

func (c SetMaterial) change(p planning.Plan) (ch change) {
	from, _ := p.Material(c.To.Key)
	ch.note(from.State != c.To.State, words.Say("papers.state"), words.Say(words.ID("material."+c.To.State)))
	ch.note(from.Due != c.To.Due, words.Say("papers.due"), text(c.To.Due))
	ch.note(from.Remark != c.To.Remark, words.Say("papers.remark"), text(c.To.Remark))
	ch.name = words.Say("edit.set_of", "name", c.Title, "what", ch.name)
	return ch
}

// AnswerName is what an answer is called; one that is not known is not yet given.
func AnswerName(a planning.Answer) words.Text {
	switch a {
	case planning.Holds:
		return words.Say("papers.answer.yes")
	case planning.Fails:
		return words.Say("papers.answer.no")
	default:
		return words.Say("papers.answer.open")
	}
}
