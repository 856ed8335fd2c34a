package page

import (
	"fmt"
	"slices"

	"zhenjie/app/desktop/widgets"
	"zhenjie/planning/edit"
	"zhenjie/planning/procedure"
	"zhenjie/planning/rulebook"
)

// showKnown offers the papers that the rulebook or another step asks for: asked
// for by the same id, a paper is brought once.
func (c *stepCard) showKnown(s procedure.Step) {
	d := c.e.p.d
	c.knownPapers = nil
	options := []widgets.Option{{ID: "", Text: d.say("procedure.editor.choose_paper")}}
	for _, paper := range procedure.Papers(c.e.p.state.Book, c.e.of) {
		c.knownPapers = append(c.knownPapers, paper.Item)
		if _, has := rulebook.Find(s.Papers, paper.ID); !has {
			options = append(options, widgets.Option{ID: paper.ID, Text: paper.Title.In(d.Lang)})
		}
	}
	c.known.show(options, "", d.say("procedure.editor.known_paper.hint"))
}

func (c *stepCard) addKnown(id string) edit.Command {
	row, s := c.step()
	it, _ := rulebook.Find(c.knownPapers, id)
	s.Papers = append(s.Papers, it)
	return c.changed(row, s)
}

// add adds a paper of the user's own.
func (c *stepCard) add() {
	d := c.e.p.d
	taken, titles := map[string]bool{}, map[string]bool{}
	for _, it := range c.knownPapers {
		taken[it.ID], titles[it.Title.In(d.Lang)] = true, true
	}
	it := rulebook.Item{
		ID:    fresh(taken, func(n int) string { return fmt.Sprintf("paper_%d", n) }),
		Title: written(fresh(titles, func(n int) string { return d.say("procedure.editor.new_paper", "n", n) })),
	}
	row, s := c.step()
	s.Papers = append(s.Papers, it)
	c.e.do(c.changed(row, s), nil)
}

// rename gives a paper another title.
func (c *stepCard) rename(at, _ int, text string) (edit.Command, error) {
	row, s := c.step()
	var err error
	s.Papers[at].Title, err = titled(text)
	return c.changed(row, s), err
}

func (c *stepCard) remove(at int) {
	row, s := c.step()
	s.Papers = slices.Delete(s.Papers, at, at+1)
	c.e.do(c.changed(row, s), nil)
}
