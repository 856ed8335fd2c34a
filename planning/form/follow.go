package form

import "zhenjie/planning"

// followed gives what goes by the names of a sheet's rows to their new names, and
// drops the sites and files of those that are gone.
func followed(p planning.Plan, id ID, n names) planning.Plan {
	switch id {
	case Investors:
		for _, v := range p.Investors.All() {
			n.still(v.Name) // another has taken the name, or shared it
		}
		p.Schedule.Rows = p.Schedule.Rows.Changed(func(r *planning.ScheduleItem) bool { return follows(&r.Investor, n.to) })
		to, gone := owners(n)
		p.Attachments = p.Attachments.Changed(func(a *planning.Attachment) bool { return follows(&a.Owner, to) })
		p.Attachments = p.Attachments.Kept(func(a planning.Attachment) bool { return !gone[a.Owner] })
	case Projects:
		for _, v := range p.Projects.All() {
			n.still(v.Name)
		}
		p.Schedule.Rows = p.Schedule.Rows.Changed(func(r *planning.ScheduleItem) bool { return follows(&r.Project, n.to) })
		p.Sites = p.Sites.Changed(func(s *planning.Site) bool { return follows(&s.Project, n.to) })
		p.Sites = p.Sites.Kept(func(s planning.Site) bool { return !n.gone[s.Project] })
	case Schedule:
		return withProjects(p)
	}
	return p
}

// owners are the names as those of investors own files.
func owners(n names) (to map[planning.Owner]planning.Owner, gone map[planning.Owner]bool) {
	to, gone = map[planning.Owner]planning.Owner{}, map[planning.Owner]bool{}
	for old, next := range n.to {
		to[planning.OfInvestor(old)] = planning.OfInvestor(next)
	}
	for name := range n.gone {
		gone[planning.OfInvestor(name)] = true
	}
	return to, gone
}

// follows gives a name that was changed its new one.
func follows[T ~string](name *T, to map[T]T) bool {
	next, ok := to[*name]
	if ok {
		*name = next
	}
	return ok
}

// withProjects adds the projects that rows of the schedule name and that are not
// in the list yet.
func withProjects(p planning.Plan) planning.Plan {
	known := map[string]bool{"": true}
	for _, v := range p.Projects.All() {
		known[v.Name] = true
	}
	var missing []planning.Project
	for _, r := range p.Schedule.Rows.All() {
		if !known[r.Project] {
			known[r.Project] = true
			missing = append(missing, planning.Project{Name: r.Project})
		}
	}
	p.Projects = p.Projects.Append(missing...)
	return p
}
