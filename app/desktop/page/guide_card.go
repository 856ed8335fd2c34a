package page

import (
	"zhenjie/app/desktop/widgets"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// guideCard is where one point of the self-assessment is worked on.
type guideCard struct {
	page             *guide
	point            planning.GuidePoint
	form             *widgets.Form
	answer, evidence *widgets.Entry
	score            *scoreBar
	remark           *widgets.Prose
}

func newGuideCard(p *guide, point planning.GuidePoint) *guideCard {
	c := &guideCard{page: p, point: point, form: widgets.NewForm(), remark: newRemark()}
	c.answer = c.text(6, func(a *planning.GuideAnswer) *string { return &a.Text })
	c.evidence = c.text(3, func(a *planning.GuideAnswer) *string { return &a.Evidence })
	c.score = newScoreBar()
	c.score.OnScore = func(score int) { p.score(point, score) }
	d := p.d
	c.form.Section(point.Title().In(d.Lang))
	c.form.Wide(widgets.NewProse(point.Asks().In(d.Lang)))
	c.form.Row(d.say("guide.answer"), d.say("guide.answer.hint"), c.answer)
	c.form.Row(d.say("guide.evidence"), d.say("guide.evidence.hint"), c.evidence)
	c.form.Row(d.say("guide.score"), d.say("guide.score.hint"), c.score)
	c.form.Wide(c.remark)
	return c
}

// text is the field of one of the texts of the answer.
func (c *guideCard) text(rows int, of func(*planning.GuideAnswer) *string) *widgets.Entry {
	with := func(text string) planning.GuideAnswer {
		a := c.held()
		*of(&a) = text
		return a
	}
	e := widgets.NewMultiLine(rows)
	e.AutoCommit = true
	e.OnTyping = func(text string) { c.judge(with(text)) }
	return c.page.d.entry(e, func(text string) (edit.Command, error) { return edit.SetGuide{To: with(text)}, nil })
}

// held is the answer as the plan has it.
func (c *guideCard) held() planning.GuideAnswer {
	a, _ := c.page.state.Plan.GuideAnswer(c.point)
	return a
}

func (c *guideCard) show() {
	a := c.held()
	c.answer.Set(a.Text)
	c.evidence.Set(a.Evidence)
	c.score.Set(a.Score)
	c.judge(a)
}

// judge says what an answer with a high score lacks.
func (c *guideCard) judge(a planning.GuideAnswer) {
	setRemark(c.remark, c.page.state.Plan.GuideRemark(a).In(c.page.d.Lang))
	c.form.Arrange()
}

// focus goes to the field that is written first.
func (c *guideCard) focus() { focusOn(c.answer) }
