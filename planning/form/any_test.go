package form_test

import (
	"fmt"
	"time"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/form"
)

// choices are those of the tests.
var choices = form.Choices{
	Industries:   []form.Option{{ID: "tea", Title: words.Both("茶叶", "Tea")}, {ID: "silk", Title: words.Both("丝绸", "Silk")}},
	Declarations: []form.Option{{ID: "pollution", Title: words.Both("无重大污染", "No pollution")}, {ID: "heritage", Title: words.Both("无破坏", "No harm")}},
	Materials:    []form.Option{{ID: "video", Title: words.Both("视频", "Video")}, {ID: "plan", Title: words.Both("创建方案", "Plan")}},
	Indicators:   []form.Option{{ID: "jobs", Title: words.Both("就业", "Jobs"), Note: words.Both("人", "people")}, {ID: "tax", Title: words.Both("税收", "Tax")}},
	Procedures:   []form.Option{{ID: "p01", Title: words.Both("通用", "General")}, {ID: "p02", Title: words.Both("通用", "Common")}},
	Steps: []form.Step{
		{Stage: "apply", Step: "plan", StageTitle: words.Both("申报", "Apply"), Title: words.Both("编制方案", "Write the plan")},
		{Stage: "apply", Step: "review", StageTitle: words.Both("申报", "Apply"), Title: words.Both("初审", "Review")},
	},
}

// odd are texts that spreadsheets like to take for something else.
var odd = []string{
	"", "甲", "=1+1", "1e5", "00123", "2026-05-01", "2026/5/1", " 前面有空格", "后面也有 ", "两\n行", "\t", "𠮷野家 𫚭", "👩‍🌾茶", "_x0041_", "_x005F_x0041_",
	"TRUE", "是", "否", "#REF!", "'单引号", `"引号"`, "<a&b>", "-", "+1", "@x", "1,200", "100%", "id:tea", "茶叶", "tea", "通用", "#head", "zhenjie:town", "　全角　",
}

var anyText = rapid.OneOf(rapid.SampledFrom(odd), rapid.Custom(func(t *rapid.T) string {
	return form.Clean(rapid.StringN(0, 30, -1).Draw(t, "text"))
}))

var anyMoney = rapid.Custom(func(t *rapid.T) planning.Money {
	return planning.Money(rapid.OneOf(rapid.Int64Range(0, 300), rapid.Int64Range(0, int64(planning.MaxMoney))).Draw(t, "fen"))
})

var anyArea = rapid.Custom(func(t *rapid.T) geo.Area {
	return geo.Area(rapid.OneOf(rapid.Just(0.0), rapid.Float64Range(1e-3, 9e12), rapid.Map(rapid.Int64Range(1, 1e7), func(n int64) float64 { return float64(n) / 10 })).Draw(t, "m2"))
})

var anyDay = rapid.Custom(func(t *rapid.T) string {
	if rapid.Bool().Draw(t, "no day") {
		return ""
	}
	return time.Date(1895, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 100_000).Draw(t, "day")).Format(time.DateOnly)
})

var anyMonth = rapid.Custom(func(t *rapid.T) string {
	if rapid.Bool().Draw(t, "no month") {
		return ""
	}
	return planning.MonthOf(rapid.IntRange(2000, 2105).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"))
})

func one[T any](t *rapid.T, name string, of ...T) T { return rapid.SampledFrom(of).Draw(t, name) }

// listOf draws a list whose rows all say something: a workbook cannot tell a
// blank row from none. Names differ where they must.
func listOf[T comparable](t *rapid.T, name string, most int, draw func(*rapid.T, int) T) planning.List[T] {
	var all []T
	var nothing T
	for i := range rapid.IntRange(0, most).Draw(t, name) {
		if v := draw(t, i); v != nothing {
			all = append(all, v)
		}
	}
	return planning.ListOf(all...)
}

var anyPlan = rapid.Custom(func(t *rapid.T) planning.Plan {
	text := func(of string) string { return anyText.Draw(t, of) }
	var p planning.Plan
	p.Identity = planning.Identity{Name: text("name"), Place: text("place"), Kind: one(t, "kind", "", planning.TownNew, planning.TownUpgrade)}
	p.Claims = planning.Claims{Extent: anyArea.Draw(t, "extent"), Core: anyArea.Draw(t, "core"), Investment: anyMoney.Draw(t, "investment")}
	p.Sides.SideTexts = planning.SideTexts{East: text("east"), South: text("south"), West: text("west"), North: text("north")}
	p.Positioning = planning.Positioning{
		Industry: rapid.OneOf(rapid.SampledFrom([]string{"", "tea", "silk"}), anyText).Draw(t, "industry"), SubField: text("field"), Distinction: text("distinction"), Customers: text("customers"),
		Functions: planning.Functions{Industry: text("f1"), Culture: text("f2"), Tourism: text("f3"), Community: text("f4")},
		Competitors: listOf(t, "competitors", 3, func(*rapid.T, int) planning.Competitor {
			return planning.Competitor{Name: text("competitor"), Place: text("at"), Strength: text("strength"), Difference: text("difference")}
		}),
		Teams: listOf(t, "teams", 2, func(*rapid.T, int) planning.Team {
			return planning.Team{Name: text("team"), Leader: text("leader"), Field: text("field"), Remark: text("remark")}
		}),
	}
	for _, point := range planning.GuidePoints[:rapid.IntRange(0, 7).Draw(t, "points")] {
		p.Guide = p.Guide.Append(planning.GuideAnswer{Point: point, Text: text("answer"), Score: rapid.IntRange(0, 10).Draw(t, "score"), Evidence: text("evidence")})
	}
	p.Investors = listOf(t, "investors", 4, func(t *rapid.T, i int) planning.Investor {
		return planning.Investor{
			Name: text("investor"), Kind: rapid.SampledFrom(append(planning.InvestorKinds, "")).Draw(t, "kind"), Code: text("code"),
			Share: planning.BasisPoints(rapid.IntRange(0, 10_000).Draw(t, "share")), Committed: anyMoney.Draw(t, "committed"), Contact: text("contact"), Phone: text("phone"),
		}
	})
	p.Projects = listOf(t, "projects", 4, func(t *rapid.T, i int) planning.Project {
		return planning.Project{
			Name: text("project"), Kind: rapid.SampledFrom(append(planning.ProjectKinds, "")).Draw(t, "kind"), Leading: rapid.Bool().Draw(t, "leading"), LandUse: text("land use"),
			Area: anyArea.Draw(t, "area"), Start: anyMonth.Draw(t, "start"), End: anyMonth.Draw(t, "end"), Budget: anyMoney.Draw(t, "budget"), Remark: text("remark"),
		}
	})
	p.Schedule = anySchedule(t, p)
	for _, key := range []string{"jobs", "tax", "other"}[:rapid.IntRange(0, 3).Draw(t, "indicators")] {
		p.Indicators = p.Indicators.Append(planning.Indicator{Key: key, Value: rapid.OneOf(rapid.Just(0.0), rapid.Float64Range(0, 1e9)).Draw(t, "value"), Evidence: text("evidence")})
	}
	for _, key := range []string{"pollution", "heritage", "其他"}[:rapid.IntRange(0, 3).Draw(t, "declarations")] {
		p.Eligibility = p.Eligibility.Append(planning.Declaration{Key: key, Answer: one(t, "answer", "", planning.Holds, planning.Fails), Body: text("body"), Date: anyDay.Draw(t, "date"), Evidence: text("evidence")})
	}
	for _, key := range []string{"video", "plan", "x"}[:rapid.IntRange(0, 3).Draw(t, "materials")] {
		p.Materials = p.Materials.Append(planning.Material{Key: key, State: one(t, "state", planning.Missing, planning.Draft, planning.Final), Due: anyDay.Draw(t, "due"), Remark: text("remark")})
	}
	p.Procedure = planning.Procedure{ID: one(t, "procedure", "", "p01", "p02", "p99"), Region: text("region"), Started: anyDay.Draw(t, "started")}
	for _, key := range []string{"plan", "review", "gone"}[:rapid.IntRange(0, 3).Draw(t, "steps")] {
		p.Procedure.Steps = p.Procedure.Steps.Append(planning.StepProgress{
			Stage: "apply", Step: key, State: one(t, "state", "", planning.StepDoing, planning.StepDone, planning.StepReturned), Date: anyDay.Draw(t, "date"), Document: text("document"), Result: text("result"), Remark: text("remark"),
		})
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "years") {
		p.Procedure.Assessments = p.Procedure.Assessments.Append(planning.Assessment{
			Year: 2026 + i, Target: anyMoney.Draw(t, "target"), Actual: anyMoney.Draw(t, "actual"), TargetText: text("target"), ActualText: text("actual"),
			Result: one(t, "result", "", planning.AssessmentPassed, planning.AssessmentMissed), LandQuota: anyArea.Draw(t, "quota"), Announcement: text("in"),
		})
	}
	return p
})

// anySchedule draws rows that name projects of the plan, which taking the form
// would add otherwise.
func anySchedule(t *rapid.T, p planning.Plan) planning.Schedule {
	names := []string{""}
	for _, v := range p.Projects.All() {
		names = append(names, v.Name)
	}
	s := planning.Schedule{FirstYear: one(t, "first", 0, 2026, 2031), Span: one(t, "span", 0, 3, 4, 5)}
	s.Rows = listOf(t, "rows", 5, func(t *rapid.T, i int) planning.ScheduleItem {
		r := planning.ScheduleItem{
			Project: rapid.SampledFrom(names).Draw(t, "project"), Investor: anyText.Draw(t, "investor"),
			Fund: rapid.SampledFrom(append(planning.Funds, "")).Draw(t, "fund"),
		}
		for y := range planning.MaxYears {
			r.Amounts[y] = anyMoney.Draw(t, fmt.Sprint("year ", y))
			if rapid.Bool().Draw(t, "quarters") {
				r.Quarters[y][1], r.Quarters[y][3] = r.Amounts[y]/3, r.Amounts[y]/7
			}
		}
		return r
	})
	return s
}
