package form

import "zhenjie/planning"

// followed gives what goes by the names of a sheet's rows to their new names.
func followed(p planning.Plan, id ID, to map[string]string) planning.Plan {
	switch id {
	case Investors:
		for _, v := range p.Investors.All() {
			delete(to, v.Name) // another has taken the name, or shared it
		}
		p.Schedule.Rows = each(p.Schedule.Rows, to, func(r *planning.ScheduleItem) *string { return &r.Investor })
		p.Attachments = owned(p.Attachments, to)
	case Projects:
		for _, v := range p.Projects.All() {
			delete(to, v.Name)
		}
		p.Schedule.Rows = each(p.Schedule.Rows, to, func(r *planning.ScheduleItem) *string { return &r.Project })
		p.Sites = each(p.Sites, to, func(s *planning.Site) *string { return &s.Project })
	case Schedule:
		return withProjects(p)
	}
	return p
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

// owned gives the files of investors to their new names.
func owned(list planning.List[planning.Attachment], to map[string]string) planning.List[planning.Attachment] {
	owners := map[string]string{}
	for old, next := range to {
		owners[string(planning.OfInvestor(old))] = string(planning.OfInvestor(next))
	}
	return each(list, owners, func(a *planning.Attachment) *string { return (*string)(&a.Owner) })
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
