package edit

import (
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/form"
)

// TakeForm takes differences that a form was found to have, as one step. They
// are judged as the single commands judge, on the plan they make together.
type TakeForm struct {
	From planning.Plan // with which the form was compared
	Take []form.Difference
}

// Refusal is a difference that cannot be taken.
type Refusal struct {
	form.Difference
	Why    words.Text
	number int // in the list
}

// Say is the reason with its place in the form.
func (r Refusal) Say() words.Text {
	if r.Cell == "" {
		return words.Say("form.at_sheet", "sheet", r.Sheet.Title(), "what", r.Why)
	}
	return words.Say("form.at_sheet", "sheet", r.Cell, "what", r.Why)
}

// Name implements Command.
func (c TakeForm) Name() words.Text { return words.Say("form.take", "n", len(c.Take)) }

// change names the one difference that is taken alone.
func (c TakeForm) change(planning.Plan) (ch change) {
	for _, d := range c.Take {
		ch.note(true, d.What(), brief(d.New))
		if !d.Where.IsZero() {
			ch.name = words.Say("edit.set_of", "name", brief(d.Where), "what", ch.name)
		}
	}
	ch.name = words.Say("form.take_one", "what", ch.name)
	return ch
}

// brief is a text cut down for the history list.
func brief(t words.Text) words.Text { return words.Both(short(t.In(words.Zh)), short(t.In(words.En))) }

// Blocked implements Command.
func (c TakeForm) Blocked(p planning.Plan) words.Text {
	switch {
	case len(c.Take) == 0:
		return words.Say("form.nothing_new")
	case !c.From.Equal(p):
		return words.Say("form.moved_on")
	}
	if refused := c.refused(); len(refused) > 0 {
		return refused[0].Say()
	}
	return words.Text{}
}

// Apply implements Command.
func (c TakeForm) Apply(planning.Plan) planning.Plan {
	next, _ := c.merged()
	return next
}

// merged is the plan with the differences taken, and the rows they have come to
// stand in. Another procedure is chosen as ChooseProcedure does.
func (c TakeForm) merged() (next planning.Plan, at []int) {
	p := c.From
	for _, d := range c.Take {
		if to, ok := d.Procedure(); ok {
			p = ChooseProcedure{To: to}.Apply(p)
		}
	}
	return form.Merge(p, c.Take)
}

// Possible leaves out what cannot be taken, and what cannot without that.
func (c TakeForm) Possible() (TakeForm, []Refusal) {
	var all []Refusal
	for {
		refused := c.refused()
		if len(refused) == 0 {
			return c, all
		}
		all = append(all, refused...)
		c.Take = without(c.Take, refused)
	}
}

// without leaves the refused ones out; they come in the order of the list.
func without(take []form.Difference, refused []Refusal) []form.Difference {
	var left []form.Difference
	for i, at := 0, 0; i < len(take); i++ {
		if at < len(refused) && refused[at].number == i {
			at++
			continue
		}
		left = append(left, take[i])
	}
	return left
}

// refused are the differences that cannot be taken together with the others.
func (c TakeForm) refused() (all []Refusal) {
	next, at := c.merged()
	j := judge{plan: next, rows: map[formRow]words.Text{}}
	for i, d := range c.Take {
		if why := j.difference(d, at[i]); !why.IsZero() {
			all = append(all, Refusal{d, why, i})
		}
	}
	return all
}
