package edit_test

import (
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// works is the town with evidence of an investor, and a project on the map.
func works() planning.Plan {
	p := town()
	p.Attachments = planning.ListOf(
		planning.Attachment{Owner: planning.OfInvestor("甲"), Name: "承诺函.pdf", Hash: "a"},
		planning.Attachment{Owner: planning.OfMaterial("甲"), Name: "甲.pdf", Hash: "b"},
		planning.Attachment{Owner: planning.OfInvestor("乙"), Name: "承诺函.pdf", Hash: "a"},
	)
	p.Sites = planning.ListOf(
		planning.Site{Project: "道路", Point: geo.Point{120.01, 30.01}},
		planning.Site{Project: "茶园", Point: geo.Point{120.01, 30.01}},
	)
	return p
}

func init() {
	steps = append(steps,
		step{edit.AddProject{Project: planning.Project{Name: "码头"}}, "add a project 码头", func(p *planning.Plan) {
			v := p.Projects
			p.Projects = planning.ListOf(v.At(0), v.At(1), v.At(2), v.At(3), planning.Project{Name: "码头"})
		}},
		step{edit.SetProject{At: 0, To: planning.Project{Name: "茶山", Kind: planning.ProjectTourism}}, "change the project 茶山", func(p *planning.Plan) {
			v, rows := p.Projects, p.Schedule.Rows
			p.Projects = planning.ListOf(planning.Project{Name: "茶山", Kind: planning.ProjectTourism}, v.At(1), v.At(2), v.At(3))
			first := rows.At(0)
			first.Project = "茶山"
			site := p.Sites.At(0)
			site.Project = "茶山"
			p.Sites = planning.ListOf(site)
			p.Schedule.Rows = planning.ListOf(first, rows.At(1), rows.At(2), rows.At(3))
		}},
		step{edit.RemoveProject{At: 1, Title: "道路"}, "remove the project 道路", func(p *planning.Plan) {
			v, rows := p.Projects, p.Schedule.Rows
			p.Projects = planning.ListOf(v.At(0), v.At(2), v.At(3))
			p.Schedule.Rows = planning.ListOf(rows.At(0), rows.At(2), rows.At(3))
		}},
		step{edit.SetSpan{To: 5}, "years of the schedule: 5", func(p *planning.Plan) { p.Schedule.Span = 5 }},
		step{edit.Together{Commands: []edit.Command{
			edit.AddInvestor{Investor: planning.Investor{Name: "丙"}}, edit.SetRow{At: 1, To: planning.ScheduleItem{Project: "道路", Investor: "丙"}},
		}, Step: tea}, "Tea", func(p *planning.Plan) {
			p.Investors = planning.ListOf(p.Investors.At(0), p.Investors.At(1), planning.Investor{}, planning.Investor{Name: "丙"})
			rows := p.Schedule.Rows
			p.Schedule.Rows = planning.ListOf(rows.At(0), planning.ScheduleItem{Project: "道路", Investor: "丙"}, rows.At(2), rows.At(3))
		}},
	)
}

func TestProjectsBlocked(t *testing.T) {
	full := planning.Plan{Projects: planning.ListOf(make([]planning.Project, 10_000)...)}
	set := func(v planning.Project) edit.Command { v.Name = "茶园"; return edit.SetProject{At: 0, To: v} }
	row := func(r planning.ScheduleItem) edit.Command { return edit.SetRow{At: 0, To: r} }
	investor := func(v planning.Investor) edit.Command { return edit.SetInvestor{At: 0, To: v} }
	for name, c := range map[string]struct {
		plan    planning.Plan
		command edit.Command
		want    words.ID
	}{
		"no name":             {town(), edit.AddProject{}, "project.unnamed"},
		"blanked":             {town(), edit.SetProject{At: 0, To: planning.Project{Name: "\u3000"}}, "project.unnamed"},
		"twice":               {town(), edit.AddProject{Project: planning.Project{Name: "道路"}}, "project.twice"},
		"renamed to another":  {town(), edit.SetProject{At: 0, To: planning.Project{Name: "道路"}}, "project.twice"},
		"its own name":        {town(), set(planning.Project{Start: "2026-03", End: "2026-03"}), ""},
		"unknown kind":        {town(), set(planning.Project{Kind: "tower"}), "project.kind_unknown"},
		"negative area":       {town(), set(planning.Project{Area: -1}), "project.area_range"},
		"area not a number":   {town(), set(planning.Project{Area: geo.Unknown}), "project.area_range"},
		"area of a continent": {town(), set(planning.Project{Area: 1e13}), "project.area_range"},
		"negative budget":     {town(), set(planning.Project{Budget: -1}), "money.out_of_range"},
		"ends before start":   {town(), set(planning.Project{Start: "2026-03", End: "2026-02"}), "project.months_reversed"},
		"no month":            {town(), set(planning.Project{Start: "2026-3"}), "month.unreadable"},
		"month 13":            {town(), set(planning.Project{End: "2026-13"}), "month.unreadable"},
		"long remark":         {town(), set(planning.Project{Remark: strings.Repeat("字", 20_001)}), "edit.too_long"},
		"full":                {full, edit.AddProject{Project: planning.Project{Name: "x"}}, "edit.full"},
		"full of projects":    {full, edit.AddRow{Row: planning.ScheduleItem{Project: "x"}}, "edit.full"},
		"project gone":        {town(), edit.SetProject{At: 4, To: planning.Project{Name: "x"}}, "edit.gone"},
		"project −1":          {town(), edit.RemoveProject{At: -1}, "edit.gone"},
		"two years":           {town(), edit.SetSpan{To: 2}, "schedule.span_range"},
		"six years":           {town(), edit.SetSpan{To: 6}, "schedule.span_range"},
		"unknown fund":        {town(), row(planning.ScheduleItem{Fund: "gift"}), "schedule.fund_unknown"},
		"year below quarters": {town(), row(planning.ScheduleItem{Quarters: [planning.MaxYears][4]planning.Money{{1}}}), "schedule.below_quarters"},
		"negative quarter":    {town(), row(planning.ScheduleItem{Quarters: [planning.MaxYears][4]planning.Money{{-1}}}), "money.out_of_range"},
		"a fourth year":       {town(), row(planning.ScheduleItem{Amounts: [planning.MaxYears]planning.Money{3: 1}}), "schedule.beyond_span"},
		"wrong code":          {town(), investor(planning.Investor{Name: "甲", Code: "91110108551385082R"}), "code.check"},
		"small code":          {town(), investor(planning.Investor{Name: "甲", Code: "91110108551385082q"}), "code.not_normal"},
		"right code":          {town(), investor(planning.Investor{Name: "甲", Code: "91110108551385082Q"}), ""},
		"wrong code added":    {town(), edit.AddInvestor{Investor: planning.Investor{Code: "1"}}, "code.length"},
		"share over all":      {town(), investor(planning.Investor{Name: "甲", Share: planning.Whole + 1}), "share.out_of_range"},
		"negative share":      {town(), investor(planning.Investor{Name: "甲", Share: -1}), "share.out_of_range"},
		"evidence orphaned":   {withoutRows(works()), investor(planning.Investor{}), "investors.has_files"},
		"second of two":       {town(), edit.Together{Commands: []edit.Command{edit.SetSpan{To: 4}, edit.SetSpan{To: 6}}}, "schedule.span_range"},
		"first makes room":    {town(), edit.Together{Commands: []edit.Command{edit.SetSpan{To: 4}, row(planning.ScheduleItem{Amounts: [planning.MaxYears]planning.Money{3: 1}})}}, ""},
		"too many":            {town(), edit.Together{Commands: make([]edit.Command, edit.MaxTogether+1)}, "edit.too_many"},
	} {
		why := c.command.Blocked(c.plan)
		if why.ID != c.want {
			t.Errorf("%s: blocked by %q (%s), want %q", name, why.ID, why.In(words.En), c.want)
		}
		if zh, en := why.In(words.Zh), why.In(words.En); strings.ContainsAny(zh+en, "{}") {
			t.Errorf("%s: said %q and %q", name, zh, en)
		}
	}
}

func withoutRows(p planning.Plan) planning.Plan {
	p.Schedule.Rows = planning.List[planning.ScheduleItem]{}
	return p
}

// A code that a file brought and that is wrong blocks none of the other fields.
func TestAWrongCodeDoesNotBlockOtherFields(t *testing.T) {
	p := planning.Plan{Investors: planning.ListOf(planning.Investor{Name: "甲", Code: "123"})}
	if why := (edit.SetInvestor{At: 0, To: planning.Investor{Name: "甲", Code: "123", Phone: "0571"}}).Blocked(p); !why.IsZero() {
		t.Errorf("blocked: %s", why.In(words.En))
	}
}

func TestEvidenceFollowsItsInvestor(t *testing.T) {
	p := works()
	renamed := edit.SetInvestor{At: 0, To: planning.Investor{Name: "甲方"}}.Apply(p).Attachments
	for i, want := range []planning.Owner{"investor/甲方", "material/甲", "investor/乙"} {
		if got := renamed.At(i).Owner; got != want {
			t.Errorf("file %d belongs to %s, want %s", i, got, want)
		}
	}
	left := edit.RemoveInvestor{At: 0}.Apply(p).Attachments
	if want := planning.ListOf(p.Attachments.At(1), p.Attachments.At(2)); !left.Equal(want) {
		t.Errorf("with its investor gone, %v is left", left)
	}
}

func TestPlacesFollowTheirProject(t *testing.T) {
	p := works()
	if got := (edit.SetProject{At: 1, To: planning.Project{Name: "大道"}}).Apply(p).Sites; got.Len() != 2 || got.At(0).Project != "大道" || got.At(1).Project != "茶园" {
		t.Errorf("renamed, the places are %v", got)
	}
	c := edit.RemoveProject{At: 1, Title: "道路"}
	if got := c.Apply(p).Sites; got.Len() != 1 || got.At(0).Project != "茶园" {
		t.Errorf("removed, the places are %v", got)
	}
	for at, want := range []string{"删除项目 茶园 及其 1 行投资计划和位置", "删除项目 道路 及其 1 行投资计划和位置", "删除项目 客栈 及其 1 行投资计划"} {
		c := edit.RemoveProject{At: at, Title: p.Projects.At(at).Name}
		if got := edit.StepName(c, p).In(words.Zh); got != want {
			t.Errorf("called %q, want %q", got, want)
		}
	}
	bare := withoutRows(p)
	if got := edit.StepName(c, bare).In(words.Zh); got != "删除项目 道路 及其位置" {
		t.Errorf("without rows it is called %q", got)
	}
	bare.Sites = planning.List[planning.Site]{}
	if got := edit.StepName(c, bare).In(words.Zh); got != "删除项目 道路" {
		t.Errorf("alone it is called %q", got)
	}
}

func TestASpanWithMoneyIsNotCutOff(t *testing.T) {
	p := edit.SetSpan{To: 5}.Apply(town())
	row := p.Schedule.Rows.At(0)
	row.Amounts[3] = 3 * planning.Yi
	p = edit.SetRow{At: 0, To: row}.Apply(p)
	if why := (edit.SetSpan{To: 4}).Blocked(p); !why.IsZero() {
		t.Errorf("the empty year 5 is held: %s", why.In(words.En))
	}
	if why := (edit.SetSpan{To: 3}).Blocked(p); why.In(words.Zh) != "2029 年还有 3 亿元，不能缩短；请先清空那一年" {
		t.Errorf("said %q", why.In(words.Zh))
	}
}

func TestQuartersRaiseTheirYear(t *testing.T) {
	r := planning.ScheduleItem{Amounts: [planning.MaxYears]planning.Money{100, 200}}
	for _, c := range []struct {
		quarter    int
		to, wanted planning.Money // the amount, and the year after it
	}{{0, 30, 100}, {1, 60, 100}, {2, 20, 110}, {0, 0, 110}, {3, 30, 110}, {3, 31, 111}} {
		r = edit.WithQuarter(r, 0, c.quarter, c.to)
		if r.Amounts[0] != c.wanted || r.Amounts[1] != 200 || r.Quarters[0][c.quarter] != c.to {
			t.Fatalf("quarter %d = %d makes %+v, want the year at %d", c.quarter, c.to, r, c.wanted)
		}
	}
	r.Amounts[0] = 110
	if why := (edit.SetRow{At: 0, To: r}).Blocked(town()); why.In(words.En) != "the quarters of 2026 sum up to 1.11 yuan, and the year cannot be less; change the quarters first" {
		t.Errorf("said %q", why.In(words.En))
	}
}

func TestNamesOfOneField(t *testing.T) {
	p := works()
	project := func(change func(*planning.Project)) edit.Command {
		c := edit.SetProject{At: 0, To: p.Projects.At(0)}
		change(&c.To)
		return c
	}
	investor := func(change func(*planning.Investor)) edit.Command {
		c := edit.SetInvestor{At: 0, To: p.Investors.At(0)}
		change(&c.To)
		return c
	}
	row := func(change func(*planning.ScheduleItem)) edit.Command {
		c := edit.SetRow{At: 0, To: p.Schedule.Rows.At(0)}
		change(&c.To)
		return c
	}
	for _, c := range []struct {
		command edit.Command
		want    string
	}{
		{project(func(v *planning.Project) { v.Name = "茶山" }), "茶园，名称：茶山"},
		{project(func(v *planning.Project) { v.Kind = planning.ProjectHousing }), "茶园，类型：商品住宅"},
		{project(func(v *planning.Project) { v.Leading = false }), "茶园，属于主导产业：否"},
		{project(func(v *planning.Project) { v.LandUse = "工业" }), "茶园，用地性质：工业"},
		{project(func(v *planning.Project) { v.Area = 2e4 }), "茶园，用地面积：30.00 亩"},
		{project(func(v *planning.Project) { v.Start = "2026-03" }), "茶园，开工：2026-03"},
		{project(func(v *planning.Project) { v.End = "2026-03" }), "茶园，竣工：2026-03"},
		{project(func(v *planning.Project) { v.Budget = planning.Yi }), "茶园，总投资：1 亿元"},
		{project(func(v *planning.Project) { v.Remark = "分期" }), "茶园，备注：分期"},
		{project(func(v *planning.Project) { v.Remark, v.End = "分期", "2027-01" }), "修改项目 茶园"},
		{investor(func(v *planning.Investor) { v.Code = "91110108551385082Q" }), "甲，统一社会信用代码：91110108551385082Q"},
		{investor(func(v *planning.Investor) { v.Share = 3525 }), "甲，股权占比：35.25%"},
		{investor(func(v *planning.Investor) { v.Phone = "0571" }), "甲，电话：0571"},
		{row(func(r *planning.ScheduleItem) { r.Fund = planning.FundLoan }), "茶园，资金来源：银行贷款"},
		{row(func(r *planning.ScheduleItem) { *r = edit.WithQuarter(*r, 1, 2, planning.Wan) }), "茶园，2027 年第 3 季度投资：1 万元"},
	} {
		if got := edit.StepName(c.command, p).In(words.Zh); got != c.want {
			t.Errorf("called %q, want %q", got, c.want)
		}
	}
}
