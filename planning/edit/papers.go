package edit

import (
	"slices"
	"time"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// SetDeclaration says what the applicant declares of one key.
type SetDeclaration struct {
	To    planning.Declaration
	Title words.Text
}

// Name implements Command.
func (c SetDeclaration) Name() words.Text { return words.Say("edit.declare", "what", c.Title) }

// Blocked implements Command.
func (c SetDeclaration) Blocked(planning.Plan) words.Text {
	if !slices.Contains([]planning.Answer{planning.Unanswered, planning.Holds, planning.Fails}, c.To.Answer) {
		return words.Say("papers.unknown_answer")
	}
	return first(date(c.To.Date), tooLong(c.To.Body, c.To.Evidence))
}

// date says that a text is no date; none is said of an empty one.
func date(text string) words.Text {
	if text != "" {
		if _, err := time.Parse(time.DateOnly, text); err != nil {
			return words.Say("edit.date", "text", short(text))
		}
	}
	return words.Text{}
}

// Apply implements Command.
func (c SetDeclaration) Apply(p planning.Plan) planning.Plan {
	p.Eligibility = p.Eligibility.Put(c.To, func(d planning.Declaration) bool { return d.Key == c.To.Key })
	return p
}

// SetMaterial says how far one paper of the application has come.
type SetMaterial struct {
	To    planning.Material
	Title words.Text
}

// Name implements Command.
func (c SetMaterial) Name() words.Text { return words.Say("edit.set_material", "what", c.Title) }

// Blocked implements Command.
func (c SetMaterial) Blocked(planning.Plan) words.Text {
	switch c.To.State {
	case planning.Missing, planning.Draft, planning.Final:
		return first(date(c.To.Due), tooLong(c.To.Remark))
	}
	return words.Say("edit.material_state")
}

// Apply implements Command.
func (c SetMaterial) Apply(p planning.Plan) planning.Plan {
	p.Materials = p.Materials.Put(c.To, func(m planning.Material) bool { return m.Key == c.To.Key })
	return p
}
