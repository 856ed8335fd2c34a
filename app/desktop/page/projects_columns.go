package page

import (
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// The columns of the table of projects; what is looked at most stands first.
const (
	projectName = iota
	projectKind
	projectLeading
	projectBudget
	projectScheduled
	projectStart
	projectEnd
	projectPlace
	projectArea
	projectLand
	projectRemark
)

func (p *projects) columnsOf() []field[planning.Project] {
	type project = planning.Project
	fields := []field[project]{
		projectName:    p.text("projects.name", 24, 11, func(v *project) *string { return &v.Name }),
		projectKind:    p.kindColumn(),
		projectLeading: p.leadingColumn(),
		projectBudget: {
			column: widgets.Column{Title: p.d.say("projects.budget"), Kind: widgets.NumberColumn},
			show:   func(v project, _ aside) string { return wan(v.Budget) },
			put:    func(v *project, text string) (err error) { v.Budget, err = planning.ParseWan(text); return err },
			sum:    func(_ workspace.View, a planning.Agreement) planning.Money { return a.Budgeted },
		},
		projectScheduled: {
			column: widgets.Column{Title: p.d.say("projects.scheduled"), Kind: widgets.FixedNumberColumn},
			show:   func(_ project, a aside) string { return wan(a.scheduled) },
			sum:    func(_ workspace.View, a planning.Agreement) planning.Money { return a.Scheduled - a.OfProject("") },
		},
		projectStart: p.month("projects.start", func(v *project) *planning.Month { return &v.Start }),
		projectEnd:   p.month("projects.end", func(v *project) *planning.Month { return &v.End }),
		projectPlace: {
			column: widgets.Column{Title: p.d.say("projects.place"), Kind: widgets.ActionColumn, Least: 3},
			show:   func(_ project, a aside) string { return p.d.say(a.place) },
		},
		projectArea: {
			column: widgets.Column{Title: p.d.say("projects.area"), Kind: widgets.NumberColumn},
			show:   func(v project, _ aside) string { return mu(v.Area) },
			put: func(v *project, text string) (err error) {
				v.Area, err = planning.ParseArea(text, geo.UnitMu)
				return err
			},
		},
		projectLand:   p.text("projects.land_use", 12, 6, func(v *project) *string { return &v.LandUse }),
		projectRemark: p.text("projects.remark", 24, 8, func(v *project) *string { return &v.Remark }),
	}
	// A name that others know must not be taken half written.
	fields[projectLand].column.AutoCommit, fields[projectRemark].column.AutoCommit = true, true
	return fields
}

func (p *projects) text(title words.ID, most, least float32, of func(*planning.Project) *string) field[planning.Project] {
	return field[planning.Project]{
		column: widgets.Column{Title: p.d.say(title), Width: most, Least: least},
		show:   func(v planning.Project, _ aside) string { return *of(&v) },
		put:    func(v *planning.Project, text string) error { *of(v) = text; return nil },
	}
}

func (p *projects) month(title words.ID, of func(*planning.Project) *planning.Month) field[planning.Project] {
	f := p.text(title, 0, 4.5, of)
	f.put = func(v *planning.Project, text string) (err error) {
		*of(v), err = planning.ParseMonth(text)
		return err
	}
	return f
}

func (p *projects) kindColumn() field[planning.Project] {
	return field[planning.Project]{
		column: widgets.Column{
			Title: p.d.say("projects.kind"), Width: 12, Least: 5, Kind: widgets.ChoiceColumn, Choices: p.kinds.texts(),
		},
		show: func(v planning.Project, _ aside) string { return p.kinds.text(v.Kind, string(v.Kind)) },
		put: func(v *planning.Project, text string) (err error) {
			v.Kind, err = chosen(p.kinds, text, "project.kind_unknown")
			return err
		},
	}
}

func (p *projects) leadingColumn() field[planning.Project] {
	return field[planning.Project]{
		column: widgets.Column{Title: p.d.say("projects.leading"), Kind: widgets.CheckColumn, Least: 2},
		show:   func(v planning.Project, _ aside) string { return tick(v.Leading) },
		put:    func(v *planning.Project, text string) (err error) { v.Leading, err = ticked(text); return err },
	}
}

// places says what of each project is on the map.
type places struct {
	sites planning.List[planning.Site]
	words map[string]words.ID
}

func (p *places) read(sites planning.List[planning.Site]) {
	if p.words != nil && sites.Equal(p.sites) {
		return
	}
	p.sites, p.words = sites, make(map[string]words.ID, sites.Len())
	for _, s := range sites.All() {
		p.words[s.Project] = "projects.place.point"
		if !s.Shape.IsEmpty() {
			p.words[s.Project] = "projects.place.ground"
		}
	}
}

func (p *places) of(project string) words.ID {
	if id, placed := p.words[project]; placed {
		return id
	}
	return "projects.place.none"
}
