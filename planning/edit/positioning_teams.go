package edit

import (
	"zhenjie/assets/words"
	"zhenjie/planning"
)

// AddTeam adds a team that leads the industry at the end.
type AddTeam struct{ Team planning.Team }

// Name implements Command.
func (c AddTeam) Name() words.Text {
	return words.Say("edit.add_team", "name", short(c.Team.Name))
}

// Blocked implements Command.
func (c AddTeam) Blocked(p planning.Plan) words.Text {
	return first(crowded(p.Positioning.Teams.Len()), team(c.Team))
}

// Apply implements Command.
func (c AddTeam) Apply(p planning.Plan) planning.Plan {
	p.Positioning.Teams = p.Positioning.Teams.Append(c.Team)
	return p
}

// SetTeam changes team At.
type SetTeam struct {
	At int
	To planning.Team
}

// Name implements Command.
func (c SetTeam) Name() words.Text {
	return words.Say("edit.set_team", "name", short(c.To.Name))
}

// Blocked implements Command.
func (c SetTeam) Blocked(p planning.Plan) words.Text {
	return first(gone(c.At, p.Positioning.Teams.Len()), team(c.To))
}

// Apply implements Command.
func (c SetTeam) Apply(p planning.Plan) planning.Plan {
	p.Positioning.Teams = p.Positioning.Teams.With(c.At, c.To)
	return p
}

func (c SetTeam) change(p planning.Plan) (ch change) {
	from, to := p.Positioning.Teams.At(c.At), c.To
	ch.note(from.Name != to.Name, words.Say("field.name"), text(to.Name))
	ch.note(from.Leader != to.Leader, words.Say("field.team_leader"), text(to.Leader))
	ch.note(from.Field != to.Field, words.Say("field.team_field"), text(to.Field))
	ch.note(from.Remark != to.Remark, words.Say("field.team_remark"), text(to.Remark))
	return ch.of(from.Name)
}

// RemoveTeam removes team At.
type RemoveTeam struct {
	At    int
	Title string // its name, for the history list
}

// Name implements Command.
func (c RemoveTeam) Name() words.Text {
	return words.Say("edit.remove_team", "name", short(c.Title))
}

// Blocked implements Command.
func (c RemoveTeam) Blocked(p planning.Plan) words.Text {
	return gone(c.At, p.Positioning.Teams.Len())
}

// Apply implements Command.
func (c RemoveTeam) Apply(p planning.Plan) planning.Plan {
	p.Positioning.Teams = p.Positioning.Teams.Without(c.At)
	return p
}

func team(v planning.Team) words.Text {
	return tooLong(v.Name, v.Leader, v.Field, v.Remark)
}
