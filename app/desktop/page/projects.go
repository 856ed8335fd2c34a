package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// projects is the page of what is built, when, and for how much.
type projects struct {
	*ledger[planning.Project]
	kinds   options[planning.ProjectKind]
	sums    *widgets.Prose
	said    *widgets.Prose
	sites   places
	content fyne.CanvasObject
}

func newProjects(d *Desk) *projects {
	p := &projects{ledger: newLedger[planning.Project](d), sums: widgets.NewProse(""), said: widgets.NewProse("")}
	p.kinds = options[planning.ProjectKind]{{"", d.say("projects.kind_open")}}
	for _, k := range planning.ProjectKinds {
		p.kinds = append(p.kinds, option[planning.ProjectKind]{k, d.say(words.ID("project.kind." + string(k)))})
	}
	p.list = func(plan planning.Plan) planning.List[planning.Project] { return plan.Projects }
	p.aside = func(a planning.Agreement, v planning.Project) aside {
		return aside{a.OfProject(v.Name), p.sites.of(v.Name)}
	}
	p.blanks = p.newcomers
	p.set = func(at int, to planning.Project) edit.Command { return edit.SetProject{At: at, To: to} }
	p.added = func(_ int, v planning.Project) edit.Command { return edit.AddProject{Project: v} }
	p.removed = func(at int, v planning.Project) edit.Command { return edit.RemoveProject{At: at, Title: v.Name} }
	p.pasting = func(n int) words.Text { return words.Say("projects.pasted", "n", n) }
	p.told, p.failed = p.tell, p.fail
	p.setFields(p.columnsOf())
	p.table.sheet.SetWords(d.say("projects.empty"), d.say("projects.add"))
	p.table.sheet.OnAction = p.place
	below := widgets.NewForm()
	below.Wide(p.sums)
	below.Wide(p.said)
	p.content = container.NewPadded(container.New(&tableBetween{}, container.NewStack(), p.object, below))
	return p
}

func (*projects) ID() string                   { return "projects" }
func (*projects) Title() words.ID              { return "page.projects" }
func (*projects) Icon() fyne.Resource          { return icon("projects") }
func (*projects) Wide() bool                   { return true }
func (p *projects) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *projects) Show(s workspace.State) {
	p.sites.read(s.Plan.Sites)
	p.show(s)
}

// place asks where the project of a row stands.
func (p *projects) place(row, _ int) {
	if all := p.table.state.Plan.Projects; p.d.PlaceSite != nil && row < all.Len() {
		p.d.PlaceSite(all.At(row).Name)
	}
}

// tell holds what the projects are to cost against what is scheduled.
func (p *projects) tell(v workspace.View, a planning.Agreement) {
	p.sums.Set(p.d.say("projects.sums", "n", v.Plan.Projects.Len(), "budget", a.Budgeted.Text(), "planned", a.Scheduled.Text()))
	remarks := remarksOf(a, planning.BudgetsDiffer, planning.ProjectDiffers, planning.ProjectUnscheduled, planning.ProjectUndated,
		planning.MoneyTooEarly, planning.MoneyTooLate, planning.RowsWithoutProject)
	p.said.Set(told(remarks, mostRemarks, p.d))
	p.said.SetColour(agreement(len(remarks) == 0))
}

// newcomers makes projects with names that no other has.
func (p *projects) newcomers(plan planning.Plan) func() planning.Project {
	taken := map[string]bool{}
	for _, v := range plan.Projects.All() {
		taken[v.Name] = true
	}
	name := numbered(taken, func(n int) string { return p.d.say("schedule.new", "n", n) })
	return func() planning.Project { return planning.Project{Name: name()} }
}

// fail says why nothing was done.
func (p *projects) fail(err error) {
	p.said.Set(p.d.explain(err))
	p.said.SetColour(theme.ColorNameError)
}
