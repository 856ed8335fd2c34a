package planning_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

const yi = planning.Yi

func money(years ...planning.Money) (m [planning.MaxYears]planning.Money) {
	copy(m[:], years)
	return m
}

// agreed is a plan in which everything agrees.
func agreed() planning.Plan {
	return planning.Plan{
		Claims: planning.Claims{Investment: 10 * yi},
		Investors: planning.ListOf(
			planning.Investor{Name: "甲", Share: 6000, Committed: 6 * yi}, planning.Investor{Name: "乙", Share: 4000, Committed: 4 * yi},
		),
		Projects: planning.ListOf(
			planning.Project{Name: "茶园", Leading: true, Start: "2026-01", End: "2028-12", Budget: 7 * yi},
			planning.Project{Name: "住宅", Kind: planning.ProjectHousing, Start: "2027-05", End: "2027-10", Budget: 2 * yi},
			planning.Project{Name: "商场", Kind: planning.ProjectComplex, Start: "2026-05", End: "2028-10", Budget: 1 * yi},
		),
		Schedule: planning.Schedule{FirstYear: 2026, Rows: planning.ListOf(
			planning.ScheduleItem{Project: "茶园", Investor: "甲", Fund: planning.FundOwn, Amounts: money(1*yi, 2*yi)},
			planning.ScheduleItem{Project: "茶园", Investor: "乙", Fund: planning.FundLoan, Amounts: money(0, 0, 4*yi)},
			planning.ScheduleItem{Project: "住宅", Investor: "甲", Amounts: money(0, 2*yi)},
			planning.ScheduleItem{Project: "商场", Investor: "甲", Amounts: money(0, 0, yi)},
		)},
	}
}

func TestAPlanThatAgrees(t *testing.T) {
	a := planning.Agree(agreed())
	if len(a.Remarks) != 0 {
		t.Errorf("remarked: %+v", a.Remarks)
	}
	got := []planning.Money{a.Claimed, a.Scheduled, a.Committed, a.Budgeted, a.Leading, a.Housing, a.Complex, a.OfInvestor("乙"), a.OfProject("茶园")}
	if want := []planning.Money{10 * yi, 10 * yi, 10 * yi, 10 * yi, 7 * yi, 2 * yi, yi, 4 * yi, 7 * yi}; !slices.Equal(got, want) {
		t.Errorf("the sums are %v, want %v", got, want)
	}
	if empty := planning.Agree(planning.Plan{}); len(empty.Remarks) != 0 {
		t.Errorf("an empty plan is remarked on: %+v", empty.Remarks)
	}
}

func TestRemarks(t *testing.T) {
	row := func(p *planning.Plan, i int, change func(*planning.ScheduleItem)) {
		r := p.Schedule.Rows.At(i)
		change(&r)
		p.Schedule.Rows = p.Schedule.Rows.With(i, r)
	}
	project := func(p *planning.Plan, i int, change func(*planning.Project)) {
		v := p.Projects.At(i)
		change(&v)
		p.Projects = p.Projects.With(i, v)
	}
	investor := func(p *planning.Plan, i int, change func(*planning.Investor)) {
		v := p.Investors.At(i)
		change(&v)
		p.Investors = p.Investors.With(i, v)
	}
	for name, c := range map[string]struct {
		change func(*planning.Plan)
		want   []string // what is said, in any order
	}{
		"claimed less": {func(p *planning.Plan) { p.Claims.Investment = 9 * yi }, []string{"申报总投资 9 亿元，比投资计划合计 10 亿元 少 1 亿元"}},
		"not claimed":  {func(p *planning.Plan) { p.Claims.Investment = 0 }, nil},
		"a 分 more pledged": {func(p *planning.Plan) { investor(p, 0, func(v *planning.Investor) { v.Committed++ }) }, []string{
			"承诺出资合计 10.0000000001 亿元，比投资计划合计 10 亿元 多 0.01 元", "甲：承诺 6.0000000001 亿元，计划 6 亿元，承诺多 0.01 元",
		}},
		"shares":           {func(p *planning.Plan) { investor(p, 1, func(v *planning.Investor) { v.Share = 3999 }) }, []string{"股权占比合计 99.99%"}},
		"no shares at all": {func(p *planning.Plan) { p.Investors = planning.ListOf(shareless(p)...) }, nil},
		"budget less": {func(p *planning.Plan) { project(p, 0, func(v *planning.Project) { v.Budget = 5 * yi }) }, []string{
			"茶园：总投资 5 亿元，计划 7 亿元，计划多 2 亿元", "项目总投资合计 8 亿元，比投资计划合计 10 亿元 少 2 亿元",
		}},
		"no budget": {func(p *planning.Plan) { project(p, 0, func(v *planning.Project) { v.Budget = 0 }) }, nil},
		"no rows": {func(p *planning.Plan) {
			p.Projects = p.Projects.Append(planning.Project{Name: "码头", Start: "2026-01", End: "2026-02"})
		}, []string{"码头：投资计划里没有它的资金"}},
		"no dates":    {func(p *planning.Plan) { project(p, 0, func(v *planning.Project) { v.Start = "" }) }, []string{"缺开工或竣工年月的项目有 1 个，如 茶园"}},
		"no investor": {func(p *planning.Plan) { row(p, 3, func(r *planning.ScheduleItem) { r.Investor = "" }) }, []string{"投资主体未定的资金共 1 亿元", "甲：承诺 6 亿元，计划 5 亿元，承诺多 1 亿元"}},
		"no project": {func(p *planning.Plan) { row(p, 2, func(r *planning.ScheduleItem) { r.Project = "" }) }, []string{
			"没有写明项目的资金共 2 亿元", "住宅：投资计划里没有它的资金",
		}},
		"years early and late": {func(p *planning.Plan) {
			row(p, 2, func(r *planning.ScheduleItem) { r.Amounts = money(yi/2, yi, yi/2) })
		}, []string{"住宅：2026 年的 5000 万元 在开工之前", "住宅：2028 年的 5000 万元 在竣工之后"}},
		"quarters early and late": {func(p *planning.Plan) { // 2027-05 to 2027-10
			row(p, 2, func(r *planning.ScheduleItem) { r.Quarters[1] = [4]planning.Money{1, 10, 100, 1000} })
		}, []string{"住宅：2027 年的 0.01 元 在开工之前"}},
		"without a first year": {func(p *planning.Plan) {
			p.Schedule.FirstYear = 0
			row(p, 2, func(r *planning.ScheduleItem) { r.Amounts = money(2 * yi) })
		}, nil},
	} {
		p := agreed()
		c.change(&p)
		said := []string{}
		for _, r := range planning.Agree(p).Remarks {
			said = append(said, r.Text().In(words.Zh))
			if en := r.Text().In(words.En); strings.ContainsAny(en, "{}") || en == said[len(said)-1] {
				t.Errorf("%s: in English %q", name, en)
			}
		}
		if len(said) != len(c.want) {
			t.Errorf("%s: said %q, want %q", name, said, c.want)
			continue
		}
		for _, want := range c.want {
			if !slices.ContainsFunc(said, func(s string) bool { return strings.HasPrefix(s, want) }) {
				t.Errorf("%s: %q is not among %q", name, want, said)
			}
		}
	}
}

func shareless(p *planning.Plan) (all []planning.Investor) {
	for _, v := range p.Investors.All() {
		v.Share = 0
		all = append(all, v)
	}
	return all
}

// TestSumsAgree: however rows are spread, what is scheduled by project and by
// investor sums up to what is scheduled in all.
func TestSumsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SampledFrom([]string{"", "a", "b", "c"})
		var rows []planning.ScheduleItem
		for range rapid.IntRange(0, 20).Draw(t, "rows") {
			rows = append(rows, planning.ScheduleItem{
				Project: names.Draw(t, "project"), Investor: names.Draw(t, "investor"),
				Amounts: money(planning.Money(rapid.Int64Range(0, int64(planning.MaxMoney)).Draw(t, "money"))),
			})
		}
		s := planning.Schedule{Rows: planning.ListOf(rows...)}
		a := planning.Agree(planning.Plan{Schedule: s})
		var projects, investors planning.Money
		for _, n := range []string{"", "a", "b", "c"} {
			projects, investors = projects+a.OfProject(n), investors+a.OfInvestor(n)
		}
		if projects != s.Total() || investors != s.Total() || a.Scheduled != s.Total() {
			t.Fatalf("by project %d, by investor %d, in all %d of %d", projects, investors, a.Scheduled, s.Total())
		}
	})
}

func BenchmarkAgree10000(b *testing.B) {
	var rows []planning.ScheduleItem
	var projects []planning.Project
	for i := range 10_000 {
		rows = append(rows, planning.ScheduleItem{Project: fmt.Sprint("项目", i), Investor: fmt.Sprint(i % 50), Amounts: money(1, 2, 3)})
		projects = append(projects, planning.Project{Name: fmt.Sprint("项目", i), Start: "2027-01", End: "2028-12"})
	}
	p := planning.Plan{Projects: planning.ListOf(projects...), Schedule: planning.Schedule{FirstYear: 2026, Rows: planning.ListOf(rows...)}}
	for b.Loop() {
		planning.Agree(p)
	}
}
