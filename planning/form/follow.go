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
		p.Schedule.Rows = each(p.Schedule.Rows, n.to, func(r *planning.ScheduleItem) *string { return &r.Investor })
		files := n.owners()
		p.Attachments = each(p.Attachments, files.to, owner)
		p.Attachments = without(p.Attachments, files.gone, owner)
	case Projects:
		for _, v := range p.Projects.All() {
			n.still(v.Name)
		}
		p.Schedule.Rows = each(p.Schedule.Rows, n.to, func(r *planning.ScheduleItem) *string { return &r.Project })
		p.Sites = each(p.Sites, n.to, project)
		p.Sites = without(p.Sites, n.gone, project)
	case Schedule:
		return withProjects(p)
	}
	return p
}

func owner(a *planning.Attachment) *string { return (*string)(&a.Owner) }

func project(s *planning.Site) *string { return &s.Project }

// owners are the names as those of investors own files.
func (n names) owners() names {
	files := names{map[string]string{}, map[string]bool{}}
	for old, next := range n.to {
		files.to[string(planning.OfInvestor(old))] = string(planning.OfInvestor(next))
	}
	for name := range n.gone {
		files.gone[string(planning.OfInvestor(name))] = true
	}
	return files
}

// each renames in all items of a list; one in which nothing is renamed stays.
func each[T any](list planning.List[T], to map[string]string, at func(*T) *string) planning.List[T] {
	if len(to) == 0 {
		return list
	}
	items := make([]T, list.Len())
	for i, v := range list.All() {
		if next, ok := to[*at(&v)]; ok {
			*at(&v) = next
		}
		items[i] = v
	}
	return planning.ListOf(items...)
}

// without drops the items that are gone; a list that loses none stays.
func without[T any](list planning.List[T], gone map[string]bool, at func(*T) *string) planning.List[T] {
	var left []T
	for _, v := range list.All() {
		if !gone[*at(&v)] {
			left = append(left, v)
		}
	}
	if len(left) == list.Len() {
		return list
	}
	return planning.ListOf(left...)
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
	if len(missing) == 0 {
		return p
	}
	items := make([]planning.Project, 0, p.Projects.Len()+len(missing))
	for _, v := range p.Projects.All() {
		items = append(items, v)
	}
	p.Projects = planning.ListOf(append(items, missing...)...)
	return p
}
