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

	FunctionIndustry  Field = "function_industry"
	FunctionCulture   Field = "function_culture"
	FunctionTourism   Field = "function_tourism"
	FunctionCommunity Field = "function_community"
)

// Functions lists the texts of the four functions in the order they are told.
var Functions = []Field{FunctionIndustry, FunctionCulture, FunctionTourism, FunctionCommunity}

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
	case FunctionIndustry:
		return &p.Positioning.Functions.Industry
	case FunctionCulture:
		return &p.Positioning.Functions.Culture
	case FunctionTourism:
		return &p.Positioning.Functions.Tourism
	case FunctionCommunity:
		return &p.Positioning.Functions.Community
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
