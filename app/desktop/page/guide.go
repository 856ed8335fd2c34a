package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/figure"
)

// guide is the page of the self-assessment: the seven points of the creation
// guide with their scores, the point being worked on, and what it all comes to.
type guide struct {
	d       *Desk
	state   workspace.State
	list    *guideList
	cards   map[planning.GuidePoint]*guideCard // of the points one has been at
	holder  *fyne.Container                    // of the cards; the one shown is that of the point one is at
	files   *attached                          // that prove it
	summary *widgets.Prose
	radar   *widgets.Chart
	content fyne.CanvasObject
}

func newGuide(d *Desk) *guide {
	p := &guide{d: d, cards: map[planning.GuidePoint]*guideCard{}, holder: container.New(stacked{}), summary: widgets.NewProse("")}
	p.files = newAttached(d)
	var names []string
	for _, point := range planning.GuidePoints {
		names = append(names, point.Title().In(d.Lang))
	}
	p.list = newGuideList(names, d.say("guide.unscored"))
	p.list.OnChoose = p.turn
	p.list.OnScore = func(row, score int) { p.score(planning.GuidePoints[row], score) }
	p.list.OnEnter = func() { p.card().focus() }
	p.radar = newChart(d)
	p.radar.Height = guideRadarHeight * theme.TextSize()
	list := container.New(stacked{}, p.list, widgets.NewHint(d.say("guide.list.hint")))
	p.content = container.NewVScroll(container.NewPadded(container.New(&guideLayout{}, list, p.holder, p.files.content, p.summary, p.radar)))
	p.card()
	return p
}

func (*guide) ID() string                   { return "guide" }
func (*guide) Title() words.ID              { return "page.guide" }
func (*guide) Icon() fyne.Resource          { return icon("guide") }
func (*guide) Wide() bool                   { return true } // the points, and the one worked on beside them
func (p *guide) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *guide) Show(s workspace.State) {
	p.state = s
	rows := make([]guideRow, len(planning.GuidePoints))
	for i, point := range planning.GuidePoints {
		a, _ := s.Plan.GuideAnswer(point)
		rows[i] = guideRow{score: a.Score, doubted: !s.Plan.GuideRemark(a).IsZero()}
	}
	p.list.Set(rows)
	for _, c := range p.cards {
		c.show()
	}
	p.showFiles()
	p.summary.Set(s.Plan.GuideSummary().Text().In(p.d.Lang))
	p.radar.Display(figure.Guide(s.Plan, p.d.Lang))
}

// card is that of the point one is at.
func (p *guide) card() *guideCard {
	point := planning.GuidePoints[p.list.at]
	if p.cards[point] == nil {
		c := newGuideCard(p, point)
		p.cards[point] = c
		p.holder.Add(c.form)
		c.show()
	}
	return p.cards[point]
}

// turn goes to another point. Each has fields of its own, so that a text that was
// refused stays with its point.
func (p *guide) turn(row int) {
	p.list.Choose(row)
	shown := p.card()
	for _, c := range p.cards {
		if c == shown {
			c.form.Show()
		} else {
			c.form.Hide()
		}
	}
	p.holder.Refresh()
	p.showFiles()
}

// showFiles lists the files of the point one is at.
func (p *guide) showFiles() {
	point := planning.GuidePoints[p.list.at]
	p.files.show(p.state, planning.OfGuide(point), point.Title().In(p.d.Lang))
}

// Drop attaches files dropped onto those of the point one is at.
func (p *guide) Drop(at fyne.Position, paths []string) bool { return p.files.drop(at, paths) }

// score scores a point. A score between those there are is never refused.
func (p *guide) score(point planning.GuidePoint, score int) {
	to, _ := p.state.Plan.GuideAnswer(point)
	to.Score = score
	_ = p.d.Do(edit.SetGuide{To: to})
}
