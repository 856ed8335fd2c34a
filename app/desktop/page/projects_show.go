package page

// ShowProject selects the row of a project, for the map.
func (p *projects) ShowProject(name string) {
	for i, v := range p.table.state.Plan.Projects.All() {
		if v.Name == name {
			p.table.sheet.Select(i, 0)
			return
		}
	}
}
