package edit

import (
	"slices"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// AddProject adds a project at the end.
type AddProject struct{ Project planning.Project }

// Name implements Command.
func (c AddProject) Name() words.Text {
	return words.Say("edit.add_project", "name", short(c.Project.Name))
}

// Blocked implements Command.
func (c AddProject) Blocked(p planning.Plan) words.Text {
	if p.Projects.Len() >= maxRows {
		return words.Say("edit.full", "max", maxRows)
	}
	return project(p, -1, c.Project)
}

// Apply implements Command.
func (c AddProject) Apply(p planning.Plan) planning.Plan {
	p.Projects = p.Projects.Append(c.Project)
	return p
}

// SetProject changes project At; its rows of the schedule and its place follow a
// new name.
type SetProject struct {
	At int
	To planning.Project
}

// Name implements Command.
func (c SetProject) Name() words.Text {
	return words.Say("edit.set_project", "name", short(c.To.Name))
}

// Blocked implements Command.
func (c SetProject) Blocked(p planning.Plan) words.Text {
	return first(gone(c.At, p.Projects.Len()), project(p, c.At, c.To))
}

// Apply implements Command.
func (c SetProject) Apply(p planning.Plan) planning.Plan {
	old := p.Projects.At(c.At).Name
	p.Projects = p.Projects.With(c.At, c.To)
	if old == c.To.Name || old == "" {
		return p
	}
	p.Schedule.Rows = p.Schedule.Rows.Changed(func(r *planning.ScheduleItem) bool {
		return follow(&r.Project, old, c.To.Name)
	})
	p.Sites = p.Sites.Changed(func(s *planning.Site) bool { return follow(&s.Project, old, c.To.Name) })
	return p
}

// RemoveProject removes project At, with its rows of the schedule and its place.
type RemoveProject struct {
	At    int
	Title string // its name, for the history list
}

// Name implements Command.
func (c RemoveProject) Name() words.Text {
	return words.Say("edit.remove_project", "name", short(c.Title))
}

// Blocked implements Command.
func (c RemoveProject) Blocked(p planning.Plan) words.Text { return gone(c.At, p.Projects.Len()) }

// Apply implements Command.
func (c RemoveProject) Apply(p planning.Plan) planning.Plan {
	old := p.Projects.At(c.At).Name
	p.Projects = p.Projects.Without(c.At)
	if old == "" {
		return p
	}
	p.Schedule.Rows = p.Schedule.Rows.Kept(func(r planning.ScheduleItem) bool { return r.Project != old })
	p.Sites = p.Sites.Kept(func(s planning.Site) bool { return s.Project != old })
	return p
}

// maxProjectArea is that of the country, in m².
const maxProjectArea = 9.6e12

// project says what is wrong with a project that is to stand at place at.
func project(p planning.Plan, at int, v planning.Project) words.Text {
	if strings.TrimSpace(v.Name) == "" {
		return words.Say("project.unnamed")
	}
	for i, other := range p.Projects.All() {
		if i != at && other.Name == v.Name {
			return words.Say("project.twice", "name", short(v.Name))
		}
	}
	switch {
	case v.Kind != "" && !slices.Contains(planning.ProjectKinds, v.Kind):
		return words.Say("project.kind_unknown")
	case !(v.Area >= 0 && v.Area <= maxProjectArea):
		return words.Say("project.area_range")
	case v.Budget < 0 || v.Budget > planning.MaxMoney:
		return words.Say("money.out_of_range", "text", v.Budget.InWan())
	case v.Start != "" && v.End != "" && v.Start > v.End:
		return words.Say("project.months_reversed", "start", v.Start, "end", v.End)
	}
	return first(month(v.Start), month(v.End), tooLong(v.Name, v.LandUse, v.Remark))
}

func month(m planning.Month) words.Text {
	if m != "" && !planning.KnownMonth(m) {
		return words.Say("month.unreadable", "text", short(m))
	}
	return words.Text{}
}

// follow gives a name that was old the new one.
func follow[T ~string](name *T, old, to T) bool {
	if *name != old {
		return false
	}
	*name = to
	return true
}
