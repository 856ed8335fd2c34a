package edit

import (
	"math"
	"strconv"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// MaxIndicator bounds a stated number, in whichever unit, far above any town.
const MaxIndicator = 1e9

// SetIndicator states a number that a rulebook asks for.
type SetIndicator struct {
	To    planning.Indicator
	Title words.Text
}

// Name implements Command.
func (c SetIndicator) Name() words.Text { return words.Say("edit.set_indicator", "what", c.Title) }

// Blocked implements Command.
func (c SetIndicator) Blocked(p planning.Plan) words.Text {
	if v := c.To.Value; math.IsNaN(v) || v < 0 || v > MaxIndicator {
		return words.Say("edit.indicator_range")
	}
	if _, stated := p.Indicator(c.To.Key); !stated && p.Indicators.Len() >= maxRows {
		return words.Say("edit.full", "max", maxRows)
	}
	return tooLong(c.To.Key, c.To.Evidence)
}

// Apply implements Command.
func (c SetIndicator) Apply(p planning.Plan) planning.Plan {
	p.Indicators = p.Indicators.Put(c.To, func(v planning.Indicator) bool { return v.Key == c.To.Key })
	return p
}

// change names the value or the evidence, where just one of them differs.
func (c SetIndicator) change(p planning.Plan) (ch change) {
	from, stated := p.Indicator(c.To.Key)
	if !stated {
		return ch
	}
	ch.note(from.Value != c.To.Value, words.Say("field.indicator_value"), words.Raw(strconv.FormatFloat(c.To.Value, 'f', -1, 64)))
	ch.note(from.Evidence != c.To.Evidence, words.Say("field.evidence"), text(c.To.Evidence))
	ch.name = words.Say("edit.set_of", "name", c.Title, "what", ch.name)
	return ch
}

// ClearIndicator takes a stated number back, with its evidence; where none is
// stated it changes nothing.
type ClearIndicator struct {
	Key   string
	Title words.Text
}

// Name implements Command.
func (c ClearIndicator) Name() words.Text { return words.Say("edit.clear_indicator", "what", c.Title) }

// Blocked implements Command.
func (ClearIndicator) Blocked(planning.Plan) words.Text { return words.Text{} }

// Apply implements Command.
func (c ClearIndicator) Apply(p planning.Plan) planning.Plan {
	p.Indicators = p.Indicators.Kept(func(v planning.Indicator) bool { return v.Key != c.Key })
	return p
}
