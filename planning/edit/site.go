package edit

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// PlaceSite puts a project on the map as a point. A project stands in one place:
// an earlier point or ground is replaced.
type PlaceSite struct {
	Project string
	Point   geo.Point // degrees on CGCS2000
}

// Name implements Command.
func (c PlaceSite) Name() words.Text { return words.Say("site.placed", "name", short(c.Project)) }

// Blocked implements Command.
func (c PlaceSite) Blocked(p planning.Plan) words.Text {
	if !onEarth(c.Point) {
		return words.Say("edit.point_range")
	}
	return noProject(p, c.Project)
}

// Apply implements Command.
func (c PlaceSite) Apply(p planning.Plan) planning.Plan {
	return withSite(p, planning.Site{Project: c.Project, Point: c.Point})
}

func (c PlaceSite) change(p planning.Plan) change { return moved(p, c.Project) }

// DrawSite gives a project its ground on the map, instead of an earlier one or
// of a point. The ground may be wrong in itself: package sites says so.
type DrawSite struct {
	Project string
	Shape   geo.Shape // degrees on CGCS2000
}

// Name implements Command.
func (c DrawSite) Name() words.Text { return words.Say("site.drawn", "name", short(c.Project)) }

// Blocked implements Command.
func (c DrawSite) Blocked(p planning.Plan) words.Text {
	if c.Shape.Vertices() == 0 {
		return words.Say("site.no_ground")
	}
	if n := c.Shape.Vertices(); n > maxSiteVertices {
		return words.Say("edit.too_many_vertices", "n", n, "max", maxSiteVertices)
	}
	for _, r := range c.Shape.All() {
		for i := range r.Len() {
			if !onEarth(r.At(i)) {
				return words.Say("edit.point_range")
			}
		}
	}
	return noProject(p, c.Project)
}

// maxSiteVertices bounds the ground of a project: all of them are shown at once.
const maxSiteVertices = 100_000

// Apply implements Command.
func (c DrawSite) Apply(p planning.Plan) planning.Plan {
	return withSite(p, planning.Site{Project: c.Project, Shape: c.Shape})
}

func (c DrawSite) change(p planning.Plan) change {
	if i := siteAt(p, c.Project); i < 0 || p.Sites.At(i).Shape.Vertices() != c.Shape.Vertices() {
		return change{} // drawn anew
	}
	return moved(p, c.Project)
}

// RemoveSite takes a project off the map.
type RemoveSite struct{ Project string }

// Name implements Command.
func (c RemoveSite) Name() words.Text { return words.Say("site.removed", "name", short(c.Project)) }

// Blocked implements Command.
func (c RemoveSite) Blocked(p planning.Plan) words.Text {
	if siteAt(p, c.Project) < 0 {
		return words.Say("site.none", "name", short(c.Project))
	}
	return words.Text{}
}

// Apply implements Command.
func (c RemoveSite) Apply(p planning.Plan) planning.Plan {
	p.Sites = p.Sites.Without(siteAt(p, c.Project))
	return p
}

// moved names the step of a project that stands somewhere already.
func moved(p planning.Plan, project string) change {
	if siteAt(p, project) < 0 {
		return change{}
	}
	return change{fields: 1, name: words.Say("site.moved", "name", short(project))}
}

func withSite(p planning.Plan, s planning.Site) planning.Plan {
	p.Sites = p.Sites.Put(s, func(o planning.Site) bool { return o.Project == s.Project })
	return p
}

// siteAt is the number of a project's site, -1 where it has none.
func siteAt(p planning.Plan, project string) int {
	for i, s := range p.Sites.All() {
		if s.Project == project {
			return i
		}
	}
	return -1
}

func noProject(p planning.Plan, name string) words.Text {
	if _, known := p.Project(name); !known || name == "" {
		return words.Say("site.no_project", "name", short(name))
	}
	return words.Text{}
}
