package edit

import (
	"slices"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// SetGuide says what the self-assessment is of one point.
type SetGuide struct{ To planning.GuideAnswer }

// Name implements Command.
func (c SetGuide) Name() words.Text { return words.Say("edit.set_guide", "point", c.To.Point.Title()) }

// Blocked implements Command.
func (c SetGuide) Blocked(planning.Plan) words.Text {
	switch {
	case !slices.Contains(planning.GuidePoints, c.To.Point):
		return words.Say("edit.guide_point")
	case c.To.Score < 0 || c.To.Score > planning.MaxScore:
		return words.Say("edit.guide_score", "max", planning.MaxScore)
	}
	return tooLong(c.To.Text, c.To.Evidence)
}

// Apply implements Command.
func (c SetGuide) Apply(p planning.Plan) planning.Plan {
	p.Guide = p.Guide.Put(c.To, func(a planning.GuideAnswer) bool { return a.Point == c.To.Point })
	return p
}

func (c SetGuide) change(p planning.Plan) (ch change) {
	from, _ := p.GuideAnswer(c.To.Point)
	score := words.Text{}
	if c.To.Score != 0 {
		score = words.Say("edit.score", "n", c.To.Score)
	}
	ch.note(from.Text != c.To.Text, words.Say("field.guide_answer"), text(c.To.Text))
	ch.note(from.Evidence != c.To.Evidence, words.Say("field.guide_evidence"), text(c.To.Evidence))
	ch.note(from.Score != c.To.Score, words.Say("field.guide_score"), score)
	ch.name = words.Say("edit.set_of", "name", c.To.Point.Title(), "what", ch.name)
	return ch
}
