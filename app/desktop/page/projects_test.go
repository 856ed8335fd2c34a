package page

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

func TestProjectsShowThePlan(t *testing.T) {
	o := open(t, words.Zh, newProjects, sampleState(t))
	p := o.state.Plan
	o.shows(fmt.Sprintf("共 %d 个项目", p.Projects.Len()), "2026-", "投资计划合计 38.95 亿元")
	empty := open(t, words.Zh, newProjects, stateOf(planning.Plan{}))
	empty.shows("还没有项目。添加一个，或从表格软件粘贴。")
}

func TestProjectCells(t *testing.T) {
	p := planning.Plan{Projects: planning.ListOf(planning.Project{Name: "茶园"}, planning.Project{Name: "道路"})}
	o := open(t, words.Zh, newProjects, stateOf(p))
	want := p.Projects.At(1)
	for _, c := range []struct {
		col  int
		text string
		of   func(*planning.Project)
	}{
		{projectName, "大道", func(v *planning.Project) { v.Name = "大道" }},
		{projectBudget, "1.2亿", func(v *planning.Project) { v.Budget = 12_000 * planning.Wan }},
		{projectStart, "2026年3月", func(v *planning.Project) { v.Start = "2026-03" }},
		{projectEnd, "2027/11", func(v *planning.Project) { v.End = "2027-11" }},
		{projectArea, "1.5公顷", func(v *planning.Project) { v.Area = 15_000 }},
		{projectLand, "道路用地", func(v *planning.Project) { v.LandUse = "道路用地" }},
		{projectRemark, "分期", func(v *planning.Project) { v.Remark = "分期" }},
	} {
		o.cell(o.page.table, 1, c.col, c.text)
		o.leave()
		c.of(&want)
		o.expect(edit.SetProject{At: 1, To: want})
	}
	o.choose(o.page.table, 1, projectKind, 4)
	want.Kind = planning.ProjectWorks
	o.expect(edit.SetProject{At: 1, To: want})
	o.page.table.sheet.OnCommit(1, projectLeading, widgets.CheckOn)
	want.Leading = true
	o.expect(edit.SetProject{At: 1, To: want})
	o.shows("22.5", "2027-11", "12,000")
	for col, c := range map[int][2]string{
		projectStart: {"明年", "“明年”不是年月"}, projectEnd: {"2026-02", "开工 2026-03 晚于竣工 2026-02"},
		projectName: {"茶园", "已经有名为“茶园”的项目"}, projectArea: {"一大块", "“一大块”不是面积"},
	} {
		o.cell(o.page.table, 1, col, c[0])
		o.leave()
		o.expect()
		o.shows(c[0], c[1])
	}
}

func TestPlacesOfProjects(t *testing.T) {
	p := planning.Plan{
		Projects: planning.ListOf(planning.Project{Name: "a"}, planning.Project{Name: "b"}, planning.Project{Name: "c"}),
		Sites: planning.ListOf(planning.Site{Project: "b", Point: geo.Point{120, 30}}, planning.Site{Project: "c", Shape: geo.Polygon([]geo.Point{
			{120, 30}, {120.1, 30}, {120.1, 30.1}, {120, 30},
		})}),
	}
	o := open(t, words.Zh, newProjects, stateOf(p))
	for i, want := range []string{"未标", "点", "面"} {
		if got := o.page.table.rows[i][projectPlace]; got != want {
			t.Errorf("project %d stands at %q, want %q", i, got, want)
		}
	}
	o.page.table.sheet.OnAction(1, projectPlace) // nothing without a map
	var asked []string
	o.page.d.PlaceSite = func(project string) { asked = append(asked, project) }
	o.page.table.sheet.OnAction(1, projectPlace)
	if len(asked) != 1 || asked[0] != "b" {
		t.Errorf("asked for the places of %q", asked)
	}
	p.Sites = planning.List[planning.Site]{}
	o.page.Show(stateOf(p))
	if got := o.page.table.rows[1][projectPlace]; got != "未标" {
		t.Errorf("taken off the map, it stands at %q", got)
	}
}

// press sends keys to whatever has the focus, as the window does.
func press[P Page](o *office[P], names ...fyne.KeyName) {
	for _, n := range names {
		focused := o.window.Canvas().Focused()
		if tabs, ok := focused.(fyne.Tabbable); n == fyne.KeyTab && (!ok || !tabs.AcceptsTab()) {
			o.window.Canvas().FocusNext()
			continue
		}
		focused.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func typeIn[P Page](o *office[P], text string) {
	for _, r := range text {
		o.window.Canvas().Focused().TypedRune(r)
	}
}

// A project and its money, by the keyboard alone.
func TestAProjectByTheKeyboard(t *testing.T) {
	o := open(t, words.Zh, newProjects, stateOf(planning.Plan{}))
	o.window.Canvas().FocusNext() // the button that adds
	for n := 0; o.state.Plan.Projects.Len() == 0 && n < 5; n++ {
		press(o, fyne.KeySpace)
		if o.state.Plan.Projects.Len() == 0 {
			o.window.Canvas().FocusNext()
		}
	}
	typeIn(o, "茶园")
	press(o, fyne.KeyTab, fyne.KeyTab, fyne.KeySpace, fyne.KeyTab) // over the kind; leading; to the budget
	typeIn(o, "300")
	press(o, fyne.KeyTab)
	typeIn(o, "2026-3")
	press(o, fyne.KeyTab)
	typeIn(o, "2027-12")
	press(o, fyne.KeyReturn)
	want := planning.Project{Name: "茶园", Leading: true, Budget: 300 * planning.Wan, Start: "2026-03", End: "2027-12"}
	if all := o.state.Plan.Projects; all.Len() != 1 || all.At(0) != want {
		t.Fatalf("the projects are %+v", all)
	}
	s := open(t, words.Zh, newSchedule, workspace.State{View: o.state.View, Steps: o.state.Steps})
	s.page.table.sheet.OnAdd()
	s.page.table.sheet.Select(0, rowFund)
	press(s, fyne.KeyTab)
	typeIn(s, "100")
	press(s, fyne.KeyTab)
	typeIn(s, "200")
	press(s, fyne.KeyReturn)
	if rows := s.state.Plan.Schedule.Rows; rows.Len() != 1 || rows.At(0).Project != "茶园" || rows.At(0).Total() != 300*planning.Wan {
		t.Errorf("the schedule is %+v", rows)
	}
}

func TestRowsBeforeAndBehindAChangeStay(t *testing.T) {
	names := func(names ...string) planning.Plan {
		var all []planning.Project
		for _, n := range names {
			all = append(all, planning.Project{Name: n})
		}
		return planning.Plan{Projects: planning.ListOf(all...)}
	}
	o := open(t, words.Zh, newProjects, stateOf(names("a", "b", "c", "d")))
	for _, next := range [][]string{
		{"a", "b", "x", "d"}, {"a", "x", "d"}, {"a", "a2", "x", "d"}, {"n", "a", "a2", "x", "d"}, {"d"}, {}, {"p", "q"}, {"q", "p"}, {"q", "q2", "p"},
	} {
		o.page.Show(stateOf(names(next...)))
		if len(o.page.table.rows) != len(next) {
			t.Fatalf("%v shows %d rows", next, len(o.page.table.rows))
		}
		for i, n := range next {
			if got := o.page.table.rows[i][projectName]; got != n {
				t.Errorf("%v shows %q in row %d", next, got, i)
			}
		}
	}
}

// full is a plan with 10,000 projects and as many rows.
func full() workspace.State {
	projects, rows := make([]planning.Project, 10_000), make([]planning.ScheduleItem, 10_000)
	for i := range projects {
		name := fmt.Sprint("建设项目第 ", i, " 号")
		projects[i] = planning.Project{Name: name, Start: "2026-03", End: "2028-12", Budget: 3 * planning.Yi}
		rows[i] = planning.ScheduleItem{Project: name, Amounts: [planning.MaxYears]planning.Money{planning.Wan * planning.Money(i+1), planning.Yi, 0}}
	}
	return stateOf(planning.Plan{
		Projects: planning.ListOf(projects...), Schedule: planning.Schedule{FirstYear: 2026, Rows: planning.ListOf(rows...)},
	})
}

// A keystroke among 10,000 projects, with all that follows from it.
func BenchmarkProjectsTyping10000(b *testing.B) {
	o := open(b, words.Zh, newProjects, full())
	for i := 0; b.Loop(); i++ {
		o.page.table.typing(3, projectBudget, fmt.Sprint(i%1000))
	}
}

// One edit among 10,000 projects.
func BenchmarkProjectsCommit10000(b *testing.B) {
	o := open(b, words.Zh, newProjects, full())
	for i := 0; b.Loop(); i++ {
		o.page.table.commit(3, projectBudget, fmt.Sprint(i%1000))
	}
}

// One edit among 10,000 rows of the schedule.
func BenchmarkScheduleCommit10000(b *testing.B) {
	o := open(b, words.Zh, newSchedule, full())
	for i := 0; b.Loop(); i++ {
		o.page.table.commit(3, rowYears, fmt.Sprint(i%1000))
	}
}

func BenchmarkScheduleTyping10000(b *testing.B) {
	o := open(b, words.Zh, newSchedule, full())
	for i := 0; b.Loop(); i++ {
		o.page.table.typing(3, rowYears, fmt.Sprint(i%1000))
	}
}
