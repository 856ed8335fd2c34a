package procedure_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/procedure"
	"zhenjie/planning/rulebook"
)

func on(t testing.TB, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// states makes progress of "stage/step=state" words; a date may follow the state
// behind an @.
func states(list string) planning.List[planning.StepProgress] {
	var all planning.List[planning.StepProgress]
	for word := range strings.FieldsSeq(list) {
		place, state, _ := strings.Cut(word, "=")
		state, date, _ := strings.Cut(state, "@")
		stage, step, _ := strings.Cut(place, "/")
		all = all.Append(planning.StepProgress{Stage: stage, Step: step, State: planning.StepState(state), Date: date})
	}
	return all
}

func stepID(p procedure.Place) string {
	if p.Step == nil {
		return ""
	}
	return p.Step.ID
}

func TestWhereAPlanStands(t *testing.T) {
	const papers = "apply/creation_plan=done apply/concept_plan=done "
	for name, c := range map[string]struct {
		id, steps          string
		now, next, skipped string
		finished           bool
		zh                 string
	}{
		"nothing yet": {"p02", "", "creation_plan", "concept_plan", "", false, "还没有开始；先做“编制创建方案”"},
		"under way":   {"p02", "apply/creation_plan=doing", "creation_plan", "concept_plan", "", false, "正在进行“编制创建方案”；完成后是“编制概念性规划”"},
		"papers done": {"p02", papers, "first_review", "meeting_review", "", false, "“编制概念性规划”已完成，接下来是“初审”"},
		"in review": {"p02", papers + "review/first_review=doing", "first_review", "meeting_review", "", false,
			"正在等待“初审”；通过后是“会议审查”，否则退回修改（推断）"},
		"sent back": {"p02", papers + "review/first_review=done review/meeting_review=returned", "creation_plan", "meeting_review", "", false,
			"“会议审查”没有通过；请重做“编制创建方案”后再送审"},
		"paper sent back": {"p02", "apply/creation_plan=returned", "creation_plan", "concept_plan", "", false, "“编制创建方案”被退回；请修改后重新办理"},
		"left out": {"p02", "apply/creation_plan=done review/first_review=done", "meeting_review", "publish", "concept_plan", false,
			"“初审”已完成，接下来是“会议审查”"},
		"condition may be left out": {"p02", papers + "review/first_review=done review/meeting_review=done review/publish=done assessment/rules=done assessment/announce=done",
			"exit_rule", "guide", "", false, "“考核结果公布”已完成；连续两年未完成年度目标考核任务时，接下来是“退出机制”"},
		"after a year": {"p02", "assessment/exit_rule=done", "guide", "accept", "creation_plan concept_plan first_review meeting_review publish rules announce", false,
			"“年度考核”每年进行一次，本次已完成；下次到期前可以进入“制定省特色小城镇创建导则”"},
		"told to leave": {"p02", "assessment/exit_rule=returned", "exit_rule", "", "creation_plan concept_plan first_review meeting_review publish rules announce", false,
			"“退出机制”：已触发；流程到此结束"},
		"last step":            {"p11", "apply/creation_plan=doing", "creation_plan", "", "", false, "正在进行最后一步“编制创建方案”"},
		"all done":             {"p11", "apply/creation_plan=done", "", "", "", true, "所有步骤都已完成"},
		"of another procedure": {"p11", "survey/survey=done", "creation_plan", "", "", false, "还没有开始；先做“编制创建方案”"},
	} {
		p := planning.Procedure{ID: c.id, Steps: states(c.steps)}
		got := procedure.Look(byID(t, c.id), p, "", on(t, "2026-05-01"))
		var skipped []string
		for _, s := range got.Skipped {
			skipped = append(skipped, s.Step.ID)
		}
		if stepID(got.Now) != c.now || stepID(got.Next) != c.next || strings.Join(skipped, " ") != c.skipped || got.Finished != c.finished {
			t.Errorf("%s: now %s, next %s, skipped %v, finished %v", name, stepID(got.Now), stepID(got.Next), skipped, got.Finished)
		}
		if zh := got.Why.In(words.Zh); zh != c.zh {
			t.Errorf("%s: said %q, want %q", name, zh, c.zh)
		}
	}
}

// years makes assessments of words "2026=miss", or "2026:50/60" for 50 亿元 of 60.
func years(t testing.TB, list string) planning.List[planning.Assessment] {
	t.Helper()
	var all planning.List[planning.Assessment]
	for word := range strings.FieldsSeq(list) {
		a := planning.Assessment{}
		word, result, _ := strings.Cut(word, "=")
		a.Result = planning.AssessmentResult(result)
		year, money, isMoney := strings.Cut(word, ":")
		a.Year = on(t, year+"-01-01").Year()
		if isMoney {
			actual, target, _ := strings.Cut(money, "/")
			a.Actual, a.Target = yi(t, actual), yi(t, target)
		}
		all = all.Append(a)
	}
	return all
}

func yi(t testing.TB, s string) planning.Money {
	t.Helper()
	m, err := planning.ParseWan(s + "亿")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestWhatMissedYearsLeadTo(t *testing.T) {
	for name, c := range map[string]struct {
		id, years, outcomes string
		exited              int
		suspended           []int
		warnings            []string
	}{
		"none":                 {"p02", "", "", 0, nil, nil},
		"one miss":             {"p02", "2026=pass 2027=miss", "pass miss", 0, nil, []string{"years missed so far: 1; one more miss in 2028 leads to exit"}},
		"mended":               {"p02", "2026=miss 2027=pass", "miss pass", 0, nil, nil},
		"not in a row":         {"p02", "2026=miss 2027=pass 2028=miss", "miss pass miss", 0, nil, []string{"years missed so far: 1; one more miss in 2029 leads to exit"}},
		"a year between":       {"p02", "2026=miss 2028=miss", "miss miss", 0, nil, []string{"years missed so far: 1; one more miss in 2029 leads to exit"}},
		"an open year between": {"p02", "2026=miss 2027 2028=miss", "miss  miss", 0, nil, []string{"years missed so far: 1; one more miss in 2029 leads to exit"}},
		"an open year after":   {"p02", "2026=miss 2027", "miss ", 0, nil, []string{"years missed so far: 1; one more miss in 2027 leads to exit"}},
		"two in a row":         {"p02", "2026=pass 2027=miss 2028=miss", "pass miss miss", 2028, nil, []string{"the targets of 2028 were missed: 2 years of missed targets in a row lead to exit"}},
		"out of order":         {"p02", "2028=miss 2027=miss", "miss miss", 2028, nil, []string{"the targets of 2028 were missed: 2 years of missed targets in a row lead to exit"}},
		"said twice":           {"p02", "2027=miss 2027=miss", "miss", 0, nil, []string{"years missed so far: 1; one more miss in 2028 leads to exit"}},
		"by the money":         {"p02", "2026:10/10 2027:9.99/10 2028:5/6", "pass miss miss", 2028, nil, []string{"the targets of 2028 were missed: 2 years of missed targets in a row lead to exit"}},
		"not over yet":         {"p02", "2029:3/10 2030:11/10", " pass", 0, nil, nil},
		"nothing stated":       {"p02", "2026:0/10 2027:5/0", " ", 0, nil, nil},
		"one is enough": {"p07", "2026=miss 2027=pass 2028=miss", "miss pass miss", 0, []int{2027, 2029},
			[]string{"the targets of 2026 were missed: no support in 2027", "the targets of 2028 were missed: no support in 2029"}},
		"no rule": {"p05", "2026=miss 2027=miss 2028=miss", "miss miss miss", 0, nil, nil},
	} {
		p := planning.Procedure{ID: c.id, Assessments: years(t, c.years)}
		got := procedure.Look(byID(t, c.id), p, "", on(t, "2029-03-01"))
		var outcomes, warnings []string
		for _, y := range got.Years {
			outcomes = append(outcomes, string(y.Outcome))
		}
		for _, w := range got.Warnings {
			warnings = append(warnings, w.In(words.En))
		}
		if strings.Join(outcomes, " ") != c.outcomes || got.Exited != c.exited || !reflect.DeepEqual(got.Suspended, c.suspended) || !reflect.DeepEqual(warnings, c.warnings) {
			t.Errorf("%s: outcomes %q, exited %d, suspended %v, warnings %q", name, outcomes, got.Exited, got.Suspended, warnings)
		}
		if (got.Exited != 0) != (got.Now.Step == nil) {
			t.Errorf("%s: after the exit the step at hand is %s", name, stepID(got.Now))
		}
	}
}

func TestYearsInWords(t *testing.T) {
	for list, want := range map[string]string{
		"2026=pass":         "2026 年：合格",
		"2026":              "2026 年：尚无结果",
		"2026:9.9999/10":    "2026 年：目标 10 亿元，实际 9.9999 亿元，完成 99.9%，不合格（按投资额推算）",
		"2026:12.5/10=miss": "2026 年：目标 10 亿元，实际 12.5 亿元，完成 125.0%，不合格（但实际投资达到目标，请核对）",
		"2026:5/10=pass":    "2026 年：目标 10 亿元，实际 5 亿元，完成 50.0%，合格（但实际投资少于目标，请核对）",
		"2026:10/10":        "2026 年：目标 10 亿元，实际 10 亿元，完成 100.0%，合格（按投资额推算）",
	} {
		got := procedure.Look(byID(t, "p02"), planning.Procedure{Assessments: years(t, list)}, "", on(t, "2027-01-01"))
		if zh := got.Years[0].Text.In(words.Zh); zh != want {
			t.Errorf("%s: %s, want %s", list, zh, want)
		}
	}
}

// TestLandQuota holds rewards and claw-back against sums made by hand: 亩 × 50 %
// (60 % for an information town), taken back twice.
func TestLandQuota(t *testing.T) {
	for name, c := range map[string]struct {
		id, industry, started, years string
		quota                        []float64 // 亩 by assessment
		earned, claim                float64   // 亩
		state                        procedure.ClaimState
		zh                           string
	}{
		"one year": {"p02", "tea", "2026-03-01", "2026:10/10", []float64{200}, 100, 200, procedure.ClaimOpen,
			"到 2028 年底若未完成规划目标，已奖励的 100.00 亩要按 2 倍倒扣，即 200.00 亩"},
		"information": {"p02", "information", "2026-03-01", "2026:10/10", []float64{200}, 120, 240, procedure.ClaimOpen,
			"到 2028 年底若未完成规划目标，已奖励的 120.00 亩要按 2 倍倒扣，即 240.00 亩"},
		"met": {"p02", "tea", "", "2026:10/10 2027:9/10 2028:12/10", []float64{100, 50, 33.3}, 66.65, 0, procedure.ClaimMet,
			"2026–2028 年完成了规划目标，不倒扣奖励"},
		"missed": {"p02", "tea", "", "2026:10/10 2027:9/10 2028:10/10", []float64{100, 50, 40}, 70, 140, procedure.ClaimDue,
			"2026–2028 年目标合计 30 亿元，实际 29 亿元，没有完成规划目标；已奖励 70.00 亩，按 2 倍倒扣 140.00 亩（到 2028 年）"},
		"missed without money": {"p02", "tea", "", "2026=pass 2027=miss 2028=pass", []float64{100, 50, 40}, 70, 140, procedure.ClaimDue,
			"2026–2028 年没有完成规划目标；已奖励 70.00 亩，按 2 倍倒扣 140.00 亩（到 2028 年）"},
		"left": {"p02", "tea", "2025-12-31", "2025=pass 2026=miss 2027=miss", []float64{60, 0, 0}, 30, 60, procedure.ClaimDue,
			"2025–2027 年没有完成规划目标；已奖励 30.00 亩，按 2 倍倒扣 60.00 亩（到 2027 年）"},
		"rewards after the years are not counted": {"p02", "tea", "", "2026=pass 2027=pass 2028=pass 2029=pass", []float64{10, 10, 10, 100}, 65, 0, procedure.ClaimMet,
			"2026–2028 年完成了规划目标，不倒扣奖励"},
		"nothing earned": {"p02", "tea", "", "2026=miss 2027=pass 2028=miss", []float64{10, 0, 10}, 0, 0, procedure.ClaimDue,
			"2026–2028 年没有完成规划目标；没有奖励过用地指标，无可倒扣"},
		"share not known": {"p01", "tea", "", "2026=pass 2027=miss 2028=pass", []float64{100, 100, 100}, 0, 0, procedure.ClaimDue,
			"2026–2028 年没有完成规划目标；按奖励用地指标的 2 倍倒扣，奖励比例未列明，请按当地政策核算"},
		"no year known": {"p02", "tea", "", "", nil, 0, 0, procedure.ClaimOpen, "3 年内未完成规划目标的，按奖励用地指标的 2 倍倒扣"},
		"no rule":       {"p03", "tea", "", "2026=pass", []float64{100}, 0, 0, procedure.ClaimNone, ""},
	} {
		list := years(t, c.years)
		for i, mu := range c.quota {
			a := list.At(i)
			a.LandQuota = geo.Area(mu) * geo.Mu
			list = list.With(i, a)
		}
		p := planning.Procedure{ID: c.id, Started: c.started, Assessments: list}
		got := procedure.Look(byID(t, c.id), p, c.industry, on(t, "2030-01-01")).Rewards
		// 1e-9 亩 is far below the 0.01 that is printed
		if !near(got.Earned, c.earned) || !near(got.ClawBack.Area, c.claim) || got.ClawBack.State != c.state {
			t.Errorf("%s: earned %v 亩, taken back %v 亩, %s", name, got.Earned.Mu(), got.ClawBack.Area.Mu(), got.ClawBack.State)
		}
		if zh := got.ClawBack.Text.In(words.Zh); zh != c.zh {
			t.Errorf("%s: %s, want %s", name, zh, c.zh)
		}
	}
	d := byID(t, "p02")
	p := planning.Procedure{Assessments: planning.ListOf(planning.Assessment{Year: 2026, Result: planning.AssessmentPassed, LandQuota: 200 * geo.Mu})}
	texts := procedure.Look(d, p, "equipment", on(t, "2027-01-01")).Rewards.Texts
	if len(texts) != 1 || texts[0].In(words.Zh) != "2026 年考核合格，实际使用用地指标 200.00 亩，按 60% 奖励 120.00 亩" {
		t.Errorf("said %v", texts)
	}
	if rule := d.Reward.Text().In(words.Zh); rule != "考核合格的年度，按实际使用的用地指标奖励 50%，其中信息经济、环保、高端装备类按 60%；依据：浙政发〔2015〕8号（据《金华日报》2019-11-25 等报道）（据新闻报道）" {
		t.Errorf("the rule of rewards is %s", rule)
	}
	if rule := d.ClawBack.Text().In(words.Zh); rule != "3 年内未完成规划目标的，按奖励用地指标的 2 倍倒扣；依据：《特色小镇申请报告要点和流程图》 二、创建指南（已见原文）" {
		t.Errorf("the rule of claw-back is %s", rule)
	}
}

// TestAnAmountNotStatedIsNoShortfall: a year that was passed is passed, though
// nobody wrote down what was invested; one that was missed is missed.
func TestAnAmountNotStatedIsNoShortfall(t *testing.T) {
	year := func(n int, target, actual planning.Money, r planning.AssessmentResult) planning.Assessment {
		return planning.Assessment{Year: n, Target: target * planning.Yi, Actual: actual * planning.Yi, Result: r, LandQuota: geo.Mu}
	}
	const pass, miss = planning.AssessmentPassed, planning.AssessmentMissed
	for name, c := range map[string]struct {
		years []planning.Assessment
		want  procedure.ClaimState
	}{
		"passed":                {[]planning.Assessment{year(2026, 10, 0, pass), year(2027, 10, 0, pass), year(2028, 10, 0, pass)}, procedure.ClaimMet},
		"one not stated":        {[]planning.Assessment{year(2026, 10, 0, pass), year(2027, 10, 9, miss), year(2028, 10, 11, "")}, procedure.ClaimMet},
		"missed, not stated":    {[]planning.Assessment{year(2026, 10, 0, miss), year(2027, 10, 10, pass), year(2028, 10, 10, pass)}, procedure.ClaimDue},
		"missed, made up for":   {[]planning.Assessment{year(2026, 10, 0, miss), year(2027, 10, 20, pass), year(2028, 10, 10, pass)}, procedure.ClaimMet},
		"the others fall short": {[]planning.Assessment{year(2026, 10, 0, pass), year(2027, 10, 9, miss), year(2028, 10, 10, pass)}, procedure.ClaimDue},
	} {
		p := planning.Procedure{ID: "p02", Assessments: planning.ListOf(c.years...)}
		if got := procedure.Look(byID(t, "p02"), p, "tea", on(t, "2030-01-01")).Rewards.ClawBack; got.State != c.want {
			t.Errorf("%s: %q, %s", name, got.State, got.Text.In(words.En))
		}
	}
}

func near(a geo.Area, mu float64) bool { d := a.Mu() - mu; return -1e-9 < d && d < 1e-9 }

func TestReminders(t *testing.T) {
	for name, c := range map[string]struct {
		id, started, steps, years, today string
		want                             []string
	}{
		"nothing known": {"p02", "", "", "", "2026-05-01", nil},
		"first year":    {"p02", "2026-03-15", "", "", "2026-05-01", []string{"Annual assessment of 2026: due 2027-03-14, in 317 days"}},
		"by the year":   {"p02", "", "", "2026", "2026-12-01", []string{"Annual assessment of 2026: due 2026-12-31, in 30 days"}},
		"31 days":       {"p02", "", "", "2026", "2026-11-30", []string{"Annual assessment of 2026: due 2026-12-31, in 31 days"}},
		"today":         {"p02", "", "", "2026", "2026-12-31", []string{"Annual assessment of 2026: due today, 2026-12-31"}},
		"overdue":       {"p02", "", "", "2026", "2027-01-02", []string{"Annual assessment of 2026: due 2026-12-31, overdue by 2 days"}},
		"assessed":      {"p02", "2026-03-15", "", "2026=pass 2027:12/10", "2028-02-01", []string{"Annual assessment of 2028: due 2029-03-14, in 407 days"}},
		"a gap":         {"p02", "2026-03-15", "", "2026=pass 2028=pass", "2028-02-01", []string{"Annual assessment of 2027: due 2028-03-14, in 42 days"}},
		"finished":      {"p02", "2026-03-15", "acceptance/recognise=done", "", "2030-01-01", nil},
		"left":          {"p02", "2026-03-15", "", "2026=miss 2027=miss", "2030-01-01", nil},
		"quarters": {"p07", "2026-01-31", "", "", "2026-02-01", []string{
			"Report on planning and construction: due 2026-04-29, in 87 days", // a quarter from 31 January ends on 29 April
			"Annual assessment of 2026: due 2027-01-30, in 363 days"}},
		"reported": {"p07", "2026-01-01", "build/report=done@2026-04-02", "", "2026-05-01", []string{
			"Report on planning and construction: due 2026-09-30, in 152 days",
			"Annual assessment of 2026: due 2026-12-31, in 244 days"}},
		"reported on the last day": {"p07", "2026-01-01", "build/report=done@2026-03-31", "2026=pass", "2026-05-01", []string{
			"Report on planning and construction: due 2026-06-30, in 60 days",
			"Annual assessment of 2027: due 2027-12-31, in 609 days"}},
		"reported without a date": {"p07", "2026-01-01", "build/report=done", "2026=pass", "2026-05-01", []string{
			"Report on planning and construction: due 2026-09-30, in 152 days",
			"Annual assessment of 2027: due 2027-12-31, in 609 days"}},
		"half-years and dates": {"p08", "2018-05-01", "", "", "2018-06-01", []string{
			"Half-yearly report: due 2018-10-31, in 152 days",
			"Annual assessment of 2018: due 2019-04-30, in 333 days",
			"Final acceptance: due 2020-12-31, in 944 days"}},
		"when to apply":     {"p08", "", "", "", "2017-04-01", []string{"When to apply: due 2017-04-30, in 29 days", "Final acceptance: due 2020-12-31, in 1370 days"}},
		"the second chance": {"p08", "", "", "", "2017-05-01", []string{"When to apply: due 2018-04-30, in 364 days", "Final acceptance: due 2020-12-31, in 1340 days"}},
		"too late":          {"p08", "", "", "", "2021-01-10", []string{"When to apply: due 2018-04-30, overdue by 986 days", "Final acceptance: due 2020-12-31, overdue by 10 days"}},
		"applied":           {"p08", "", "apply/time=done", "", "2018-04-01", []string{"Final acceptance: due 2020-12-31, in 1005 days"}},
		"accepted later than the dates": {"p08", "2026-01-01", "monitoring/report=done@2026-05-01", "2026=pass", "2026-05-01", []string{
			"Half-yearly report: due 2026-12-31, in 244 days", "Annual assessment of 2027: due 2027-12-31, in 609 days"}},
		"no date at all": {"p04", "2026-01-01", "", "2026=miss", "2026-05-01", nil},
	} {
		p := planning.Procedure{ID: c.id, Started: c.started, Steps: states(c.steps), Assessments: years(t, c.years)}
		var got []string
		for _, r := range procedure.Look(byID(t, c.id), p, "", on(t, c.today)).Reminders {
			got = append(got, r.Text.In(words.En))
			want := procedure.Later
			switch {
			case r.Days < 0:
				want = procedure.Overdue
			case r.Days <= 30:
				want = procedure.Soon
			}
			if r.State != want {
				t.Errorf("%s: %d days are %s", name, r.Days, r.State)
			}
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// TestAnySequenceOfAssessments never panics, and knows of an exit just when the
// misses say so, counted here in another way.
func TestAnySequenceOfAssessments(t *testing.T) {
	d := byID(t, "p02")
	rapid.Check(t, func(t *rapid.T) {
		var list planning.List[planning.Assessment]
		missed := map[int]bool{}
		for _, a := range rapid.SliceOfN(rapid.Custom(anyAssessment), 0, 8).Draw(t, "assessments") {
			if _, twice := missed[a.Year]; !twice {
				missed[a.Year] = a.Result == planning.AssessmentMissed || a.Result == "" && a.Actual > 0 && a.Actual < a.Target && a.Year < 2028
			}
			list = list.Append(a)
		}
		exit := 0
		for y := 2035; y > 2019; y-- {
			if missed[y] && missed[y-1] {
				exit = y
			}
		}
		p := planning.Procedure{
			Started:     rapid.SampledFrom([]string{"", "2026-02-29", "2026-03-01", "x"}).Draw(t, "started"),
			Steps:       states(rapid.SampledFrom([]string{"", "review/first_review=returned", "acceptance/recognise=done"}).Draw(t, "steps")),
			Assessments: list,
		}
		for _, each := range procedure.Builtin() {
			procedure.Look(each, p, "tea", time.Date(2028, 6, 1, 12, 0, 0, 0, time.Local))
		}
		got := procedure.Look(d, p, "tea", time.Date(2028, 6, 1, 12, 0, 0, 0, time.Local))
		if got.Exited != exit {
			t.Fatalf("exited in %d, want %d", got.Exited, exit)
		}
		if (exit != 0) != (got.Now.Step == nil && !got.Finished) {
			t.Fatalf("exit %d, and the step at hand is %s", exit, stepID(got.Now))
		}
		if got.Rewards.Earned < got.Rewards.ClawBack.Earned {
			t.Fatalf("%v earned, %v of it within the years", got.Rewards.Earned, got.Rewards.ClawBack.Earned)
		}
	})
}

func anyAssessment(t *rapid.T) planning.Assessment {
	return planning.Assessment{
		Year:      rapid.IntRange(2022, 2032).Draw(t, "year"),
		Target:    planning.Money(rapid.Int64Range(-1, 3).Draw(t, "target")) * planning.MaxMoney,
		Actual:    planning.Money(rapid.Int64Range(-1, 3).Draw(t, "actual")) * planning.MaxMoney,
		Result:    rapid.SampledFrom([]planning.AssessmentResult{"", planning.AssessmentMissed, planning.AssessmentPassed}).Draw(t, "result"),
		LandQuota: geo.Area(rapid.Float64Range(-1, 1e7).Draw(t, "quota")),
	}
}

func TestThePapersOfBookAndProcedure(t *testing.T) {
	book := rulebook.Default()
	if got := procedure.Papers(book, nil); len(got) != len(book.Materials) {
		t.Errorf("without a procedure there are %d papers, the rulebook lists %d", len(got), len(book.Materials))
	}
	var got []string
	for _, p := range procedure.Papers(book, byID(t, "p07")) {
		mark := ""
		if p.InBook {
			mark += "+"
		}
		if p.Of.Step != nil {
			mark += p.Of.Step.ID
		}
		got = append(got, p.ID+":"+mark)
	}
	want := "base_table:+ work_report:+ master_plan:+ policy_papers:+ creation_plan:+creation_plan concept_plan:+creation_plan video:+ environment_plan:creation_plan"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("the papers are %s, want %s", s, want)
	}
}

func BenchmarkLook(b *testing.B) {
	d := byID(b, "p08")
	p := planning.Procedure{Started: "2020-01-01", Steps: states("monitoring/report=done@2026-01-01"), Assessments: years(b, "2020=pass 2021=pass 2022=miss")}
	for b.Loop() {
		procedure.Look(d, p, "tea", time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC))
	}
}
