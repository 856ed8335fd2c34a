package edit_test

import (
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

func TestAStepNamesTheOneFieldItChanges(t *testing.T) {
	p := town()
	claims := func(change func(*planning.Claims)) edit.Command {
		c := edit.SetClaims{To: p.Claims}
		change(&c.To)
		return c
	}
	investor := func(change func(*planning.Investor)) edit.Command {
		c := edit.SetInvestor{At: 0, To: p.Investors.At(0)}
		change(&c.To)
		return c
	}
	project := func(change func(*planning.ScheduleItem)) edit.Command {
		c := edit.SetRow{At: 0, To: p.Schedule.Rows.At(0)}
		change(&c.To)
		return c
	}
	for _, c := range []struct {
		command edit.Command
		zh, en  string
	}{
		{claims(func(c *planning.Claims) { c.Extent = 4e6 }), "申报规划面积：4.0000 km²", "Claimed extent: 4.0000 km²"},
		{claims(func(c *planning.Claims) { c.Core = 0 }), "申报核心区面积：（空）", "Claimed core: (none)"},
		{claims(func(c *planning.Claims) { c.Investment = 45 * planning.Yi }), "申报总投资：45 亿元", "Claimed investment: 4.5 billion yuan"},
		{claims(func(c *planning.Claims) { c.Core, c.Extent = 1, 2 }), "修改申报数", "change the claims"},
		{investor(func(v *planning.Investor) { v.Name = "甲方" }), "甲，名称：甲方", "甲, name: 甲方"},
		{investor(func(v *planning.Investor) { v.Kind = planning.KindForeign }), "甲，性质：外资", "甲, kind: foreign"},
		{investor(func(v *planning.Investor) { v.Kind = "" }), "甲，性质：（空）", "甲, kind: (none)"},
		{investor(func(v *planning.Investor) { v.Committed = 1200 * planning.Wan }), "甲，承诺出资：1200 万元", "甲, pledged: 12 million yuan"},
		{investor(func(v *planning.Investor) { v.Contact = strings.Repeat("9", 30) }), "甲，联系方式：" + strings.Repeat("9", 24) + "…", "甲, contact: " + strings.Repeat("9", 24) + "…"},
		{investor(func(v *planning.Investor) { v.Contact, v.Name = "王", "甲方" }), "修改投资主体 甲方", "change the investor 甲方"},
		{edit.SetInvestor{At: 2, To: planning.Investor{Name: "丁"}}, "（空），名称：丁", "(none), name: 丁"},
		{project(func(r *planning.ScheduleItem) { r.Project = "茶山" }), "茶园，项目：茶山", "茶园, project: 茶山"},
		{project(func(r *planning.ScheduleItem) { r.Investor = "" }), "茶园，投资主体：（空）", "茶园, investor: (none)"},
		{project(func(r *planning.ScheduleItem) { r.Amounts[2] = 2 * planning.Yi }), "茶园，2028 年投资：2 亿元", "茶园, investment of 2028: 0.2 billion yuan"},
		{project(func(r *planning.ScheduleItem) { r.Amounts = [planning.MaxYears]planning.Money{} }), "修改投资计划：茶园", "schedule: change the row of 茶园"},
		{edit.SetInvestor{At: 0, To: p.Investors.At(0)}, "修改投资主体 甲", "change the investor 甲"},
		{edit.SwapBoundary{}, "对调规划范围与核心区", "swap extent and core"},
		{edit.SetIndicator{To: planning.Indicator{Key: "share", Value: 72.5, Evidence: "县税务局"}, Title: tea}, "茶叶，数值：72.5", "Tea, value: 72.5"},
		{edit.SetIndicator{To: planning.Indicator{Key: "share", Value: 70.5}, Title: tea}, "茶叶，证明材料：（空）", "Tea, evidence: (none)"},
		{edit.SetIndicator{To: planning.Indicator{Key: "jobs"}, Title: tea}, "指标：茶叶", "figure: Tea"},
	} {
		if why := c.command.Blocked(p); !why.IsZero() {
			t.Fatalf("%+v is blocked: %s", c.command, why.In(words.En))
		}
		name := edit.StepName(c.command, p)
		if zh, en := name.In(words.Zh), name.In(words.En); zh != c.zh || en != c.en {
			t.Errorf("called %q and %q, want %q and %q", zh, en, c.zh, c.en)
		}
	}
	p.Schedule.FirstYear = 0
	name := edit.StepName(project(func(r *planning.ScheduleItem) { r.Amounts[0] = planning.Wan }), p)
	if zh := name.In(words.Zh); zh != "茶园，第 1 年投资：1 万元" {
		t.Errorf("without a first year it is called %q", zh)
	}
}

func TestANameThatProjectsKnowIsNotTakenAway(t *testing.T) {
	for name, c := range map[string]struct {
		at   int
		to   string
		want words.ID
	}{
		"emptied": {0, "", "edit.investor_in_use"}, "blanked": {1, "　 ", "edit.investor_in_use"},
		"renamed": {0, "甲方", ""}, "never had one": {2, "", ""},
	} {
		if why := (edit.SetInvestor{At: c.at, To: planning.Investor{Name: c.to}}).Blocked(town()); why.ID != c.want {
			t.Errorf("%s: blocked by %q, want %q", name, why.ID, c.want)
		}
	}
}
