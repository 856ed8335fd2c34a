package edit

import (
	"slices"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

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

// SetTownKind says whether the town is built or rebuilt.
type SetTownKind struct{ To planning.TownKind }

// Name implements Command.
func (c SetTownKind) Name() words.Text {
	return words.Say("edit.set_text", "field", words.Say("field.town_kind"), "to", c.To.Title())
}

// Blocked implements Command.
func (c SetTownKind) Blocked(planning.Plan) words.Text {
	if c.To != "" && !slices.Contains(planning.TownKinds, c.To) {
		return words.Say("edit.town_kind")
	}
	return words.Text{}
}

// Apply implements Command.
func (c SetTownKind) Apply(p planning.Plan) planning.Plan {
	p.Identity.Kind = c.To
	return p
}

// maxNamed bounds the lists of a positioning: more are no longer told one by one.
const maxNamed = 200

// crowded says so of a list that takes no more.
func crowded(n int) words.Text {
	if n >= maxNamed {
		return words.Say("edit.full", "max", maxNamed)
	}
	return words.Text{}
}

// AddCompetitor adds a town in the same field at the end.
type AddCompetitor struct{ Competitor planning.Competitor }

// Name implements Command.
func (c AddCompetitor) Name() words.Text {
	return words.Say("edit.add_competitor", "name", short(c.Competitor.Name))
}

// Blocked implements Command.
func (c AddCompetitor) Blocked(p planning.Plan) words.Text {
	return first(crowded(p.Positioning.Competitors.Len()), competitor(c.Competitor))
}

// Apply implements Command.
func (c AddCompetitor) Apply(p planning.Plan) planning.Plan {
	p.Positioning.Competitors = p.Positioning.Competitors.Append(c.Competitor)
	return p
}

// SetCompetitor changes competitor At.
type SetCompetitor struct {
	At int
	To planning.Competitor
}

// Name implements Command.
func (c SetCompetitor) Name() words.Text {
	return words.Say("edit.set_competitor", "name", short(c.To.Name))
}

// Blocked implements Command.
func (c SetCompetitor) Blocked(p planning.Plan) words.Text {
	return first(gone(c.At, p.Positioning.Competitors.Len()), competitor(c.To))
}

// Apply implements Command.
func (c SetCompetitor) Apply(p planning.Plan) planning.Plan {
	p.Positioning.Competitors = p.Positioning.Competitors.With(c.At, c.To)
	return p
}

func (c SetCompetitor) change(p planning.Plan) (ch change) {
	from, to := p.Positioning.Competitors.At(c.At), c.To
	ch.note(from.Name != to.Name, words.Say("field.name"), text(to.Name))
	ch.note(from.Place != to.Place, words.Say("field.competitor_place"), text(to.Place))
	ch.note(from.Strength != to.Strength, words.Say("field.strength"), text(to.Strength))
	ch.note(from.Difference != to.Difference, words.Say("field.difference"), text(to.Difference))
	return ch.of(from.Name)
}

// RemoveCompetitor removes competitor At.
type RemoveCompetitor struct {
	At    int
	Title string // its name, for the history list
}

// Name implements Command.
func (c RemoveCompetitor) Name() words.Text {
	return words.Say("edit.remove_competitor", "name", short(c.Title))
}

// Blocked implements Command.
func (c RemoveCompetitor) Blocked(p planning.Plan) words.Text {
	return gone(c.At, p.Positioning.Competitors.Len())
}

// Apply implements Command.
func (c RemoveCompetitor) Apply(p planning.Plan) planning.Plan {
	p.Positioning.Competitors = p.Positioning.Competitors.Without(c.At)
	return p
}

func competitor(v planning.Competitor) words.Text {
	return tooLong(v.Name, v.Place, v.Strength, v.Difference)
}
