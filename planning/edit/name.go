package edit

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// StepName is what the history list calls a command that is done on p. Where the
// command changes several fields at once and just one of them differs from what
// p says, that one and its new value are named. It is for commands that p does
// not block.
func StepName(c Command, p planning.Plan) words.Text {
	if detailed, ok := c.(interface{ change(planning.Plan) change }); ok {
		if ch := detailed.change(p); ch.fields == 1 {
			return ch.name
		}
	}
	return c.Name()
}

// change counts the fields that a command changes, and names the last of them.
type change struct {
	fields int
	name   words.Text
}

// note adds a field if it differs; to is its new value, nothing for an empty one.
func (ch *change) note(differs bool, field, to words.Text) {
	if differs {
		ch.fields++
		ch.name = words.Say("edit.set_text", "field", field, "to", orNone(to))
	}
}

// of says whose the fields are.
func (ch change) of(name string) change {
	ch.name = words.Say("edit.set_of", "name", orNone(words.Raw(short(name))), "what", ch.name)
	return ch
}

func orNone(t words.Text) words.Text {
	if t.In(words.Zh) == "" {
		return words.Say("edit.none")
	}
	return t
}

func text(s string) words.Text { return words.Raw(short(s)) }

func amount(m planning.Money) words.Text {
	if m == 0 {
		return words.Text{}
	}
	return m.Text()
}

func size(a geo.Area) words.Text {
	if a == 0 {
		return words.Text{}
	}
	return a.Text(geo.UnitKm2)
}

func (c SetClaims) change(p planning.Plan) (ch change) {
	from, to := p.Claims, c.To
	ch.note(from.Extent != to.Extent, words.Say("field.claim_extent"), size(to.Extent))
	ch.note(from.Core != to.Core, words.Say("field.claim_core"), size(to.Core))
	ch.note(from.Investment != to.Investment, words.Say("field.claim_investment"), amount(to.Investment))
	return ch
}
