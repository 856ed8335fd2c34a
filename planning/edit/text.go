package edit

import (
	"zhenjie/assets/words"
	"zhenjie/planning"
)

// Field names a text of the plan that a form edits. The strings end the ids of
// the fields' captions.
type Field string

// The texts of a plan that stand by themselves.
const (
	TownName    Field = "town_name"
	TownPlace   Field = "town_place"
	SubField    Field = "sub_field"
	Distinction Field = "distinction"
	Customers   Field = "customers"
)

// Caption is what the forms call the field.
func (f Field) Caption() words.Text { return words.Say(words.ID("field." + string(f))) }

// Get returns the field's text in a plan.
func (f Field) Get(p planning.Plan) string { return *f.of(&p) }

func (f Field) of(p *planning.Plan) *string {
	switch f {
	case TownName:
		return &p.Identity.Name
	case TownPlace:
		return &p.Identity.Place
	case SubField:
		return &p.Positioning.SubField
	case Distinction:
		return &p.Positioning.Distinction
	default:
		return &p.Positioning.Customers
	}
}

// SetText changes one text.
type SetText struct {
	Field Field
	To    string
}

// Name implements Command.
func (c SetText) Name() words.Text {
	return words.Say("edit.set_text", "field", c.Field.Caption(), "to", short(c.To))
}

// Blocked implements Command.
func (c SetText) Blocked(planning.Plan) words.Text { return tooLong(c.To) }

// Apply implements Command.
func (c SetText) Apply(p planning.Plan) planning.Plan {
	*c.Field.of(&p) = c.To
	return p
}

// SetIndustry chooses the leading industry.
type SetIndustry struct {
	To    string // id in the rulebook, "" for none
	Title words.Text
}

// Name implements Command.
func (c SetIndustry) Name() words.Text {
	return words.Say("edit.set_text", "field", words.Say("field.industry"), "to", c.Title)
}

// Blocked implements Command.
func (c SetIndustry) Blocked(planning.Plan) words.Text { return tooLong(c.To) }

// Apply implements Command.
func (c SetIndustry) Apply(p planning.Plan) planning.Plan {
	p.Positioning.Industry = c.To
	return p
}
