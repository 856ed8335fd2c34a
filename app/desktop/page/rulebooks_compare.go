package page

import (
	"fyne.io/fyne/v2"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning/rulebook"
)

// comparison holds the rulebook of one choice against that of another.
type comparison struct {
	p    *rulebooks
	a, b *widgets.Choice
	sum  *widgets.Prose
	grid *grid
}

func newComparison(p *rulebooks, f *widgets.Form) *comparison {
	c := &comparison{p: p, a: widgets.NewChoice(), b: widgets.NewChoice(), sum: widgets.NewHint("")}
	c.grid = newGrid(4, 1, 2, 2)
	f.Section(p.d.say("rulebooks.compare"))
	changed := func(string) {
		c.show()
		p.form.Arrange()
	}
	c.a.OnCommit, c.b.OnCommit = changed, changed
	f.Row(p.d.say("rulebooks.compare_a"), "", c.a)
	f.Row(p.d.say("rulebooks.compare_b"), "", c.b)
	f.Wide(c.sum)
	f.Wide(c.grid.box)
	return c
}

// chosen is the rulebook of a choice; otherwise where it is not there.
func (c *comparison) chosen(choice *widgets.Choice, otherwise *rulebook.Rulebook) *rulebook.Rulebook {
	if b, ok := c.p.state.Books.Find(choice.Chosen()); ok && choice.Chosen() != "" {
		return b
	}
	choice.Set(otherwise.ID)
	return otherwise
}

func (c *comparison) show() {
	all := c.p.state.Books.All()
	var options []widgets.Option
	for _, b := range all {
		options = append(options, widgets.Option{ID: b.ID, Text: b.Title.In(c.p.d.Lang)})
	}
	c.a.SetOptions(options)
	c.b.SetOptions(options)
	a, b := c.chosen(c.a, all[0]), c.chosen(c.b, all[len(all)-1])
	lang := c.p.d.Lang
	cells := []fyne.CanvasObject{
		widgets.NewHint(c.p.d.say("rulebooks.rule")), widgets.NewHint(a.Title.In(lang)), widgets.NewHint(b.Title.In(lang)),
	}
	differ := 0
	for _, row := range rulebook.Compare(a, b) {
		title := row.Title.In(lang)
		if row.Difference != rulebook.Same {
			differ++
			title = "≠ " + title
		}
		for _, text := range []string{title, asksOr(row.A, lang), asksOr(row.B, lang)} {
			cell := widgets.NewProse(text)
			if row.Difference != rulebook.Same {
				cell.SetColour(highlighted)
			}
			cells = append(cells, cell)
		}
	}
	c.sum.Set(c.p.d.say("rulebooks.differ", "n", differ))
	c.grid.display([]float32{1, 2, 2}, cells)
}

// asksOr is what a rule asks, a dash where there is none.
func asksOr(t words.Text, lang words.Lang) string {
	if t.IsZero() {
		return "—"
	}
	return t.In(lang)
}
