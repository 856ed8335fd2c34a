package page

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/rulebook"
)

func TestScheduleShowsThePlan(t *testing.T) {
	o := open(t, words.Zh, newSchedule, sampleState(t))
	// The sums are those of assets/sample/town/plan.json, added up outside the program.
	o.shows("2026", "2027", "2028", "茶叶检测与研发中心", "27,000", "108,600", "171,900", "109,000", "389,500",
		"合计（万元）", "3 年合计 38.95 亿元，其中主导产业 28.4 亿元，占 72.914%", "三年总投资", "与投资计划合计一致")
	o.hides("与投资主体的承诺不一致")
	empty := open(t, words.Zh, newSchedule, stateOf(planning.Plan{}))
	empty.shows("还没有投资计划。", "第 1 年", "第 3 年", "还没有金额。")
}

func TestScheduleSumsWhileTyping(t *testing.T) {
	o := open(t, words.Zh, newSchedule, sampleState(t))
	o.cell(o.page.table, 2, rowYears+1, "2500") // was 12,500
	o.expect()
	o.shows("17,000", "161,900", "379,500", "3 年合计 37.95 亿元", "27.4 亿元，占 72.2003%", "比投资计划合计多 1 亿元",
		"省茶业集团龙溪分公司（虚构）：承诺 8.75 亿元，计划 7.75 亿元，承诺多 1 亿元")
	o.rewrite("2500x")
	o.shows("27,000", "389,500", "与投资计划合计一致")
	o.hides("379,500", "承诺多")
	o.rewrite("2500")
	o.leave()
	o.expect(edit.SetRow{At: 2, To: o.state.Plan.Schedule.Rows.At(2)})
	if got := o.state.Plan.Schedule.Rows.At(2).Amounts; got != [planning.MaxYears]planning.Money{6000 * planning.Wan, 2500 * planning.Wan, 8500 * planning.Wan} {
		t.Errorf("the amounts are %v", got)
	}
	o.shows("17,000", "2,500", "379,500")
}

func TestScheduleCells(t *testing.T) {
	o := open(t, words.Zh, newSchedule, sampleState(t))
	row := o.state.Plan.Schedule.Rows.At(0)
	o.choose(o.page.table, 0, rowProject, 3)
	row.Project = o.state.Plan.Projects.At(2).Name
	o.expect(edit.SetRow{At: 0, To: row})
	o.choose(o.page.table, 0, rowFund, 2)
	row.Fund = planning.FundLoan
	o.expect(edit.SetRow{At: 0, To: row})
	o.choose(o.page.table, 0, rowInvestor, 2)
	row.Investor = "省茶业集团龙溪分公司（虚构）"
	o.expect(edit.SetRow{At: 0, To: row})
	o.choose(o.page.table, 0, rowInvestor, 0)
	row.Investor = ""
	o.expect(edit.SetRow{At: 0, To: row})
	o.shows("未定", "投资主体未定的资金共 5.8 亿元")
}

func TestColumnsGrowWithTheirSums(t *testing.T) {
	o := open(t, words.Zh, newSchedule, sampleState(t))
	o.cell(o.page.table, 1, rowYears, "1234567.25")
	o.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	o.shows("1,234,567.25", "1,334,167.25", "1,615,067.25") // 1,234,567.25 in place of 9,000
	e, ok := o.window.Canvas().Focused().(*widgets.Entry)
	if !ok || e.Text != "6,000" {
		t.Errorf("return went to %T", o.window.Canvas().Focused())
	}
}

func TestScheduleRefusesAnAmountAtItsCell(t *testing.T) {
	o := open(t, words.Zh, newSchedule, sampleState(t))
	o.cell(o.page.table, 2, rowYears+1, "一千二")
	o.leave()
	o.expect()
	o.shows("一千二", "不是金额；请填写数字")
	o.cell(o.page.table, 2, rowYears+2, "1")
	o.leave()
	o.shows("一千二", "不是金额")
	o.cell(o.page.table, 2, rowYears+1, "1200")
	o.leave()
	o.hides("一千二", "不是金额")
	o.shows("1,200")
}

func TestFirstYear(t *testing.T) {
	o := open(t, words.Zh, newSchedule, sampleState(t))
	o.write(o.page.firstYear, " ２０２７")
	o.leave()
	o.expect(edit.SetFirstYear{To: 2027})
	o.shows("2029")
	o.hides("2026")
	for text, why := range map[string]string{"明年": "“明年”不是年份", "1999": "年份要在 2000 到 2100 之间"} {
		o.write(o.page.firstYear, text)
		o.leave()
		o.expect()
		o.shows(why)
	}
	o.write(o.page.firstYear, "")
	o.leave()
	o.expect(edit.SetFirstYear{})
}

func TestClaimedInvestment(t *testing.T) {
	o := open(t, words.Zh, newSchedule, sampleState(t))
	o.write(o.page.sums.claim, "40亿元")
	o.leave()
	claims := o.state.Plan.Claims
	if claims.Investment != 40*planning.Yi || claims.Extent != 3.6e6 {
		t.Errorf("the claims are %+v", claims)
	}
	o.expect(edit.SetClaims{To: claims})
	o.shows("400,000", "比投资计划合计多 1.05 亿元")
	o.write(o.page.sums.claim, "约40亿")
	o.leave()
	o.expect()
	o.shows("“约40亿”不是金额")
}

func TestNewRows(t *testing.T) {
	empty := open(t, words.En, newSchedule, stateOf(planning.Plan{}))
	empty.page.add()
	empty.expect(edit.AddRow{Row: planning.ScheduleItem{Project: "New project 1"}})
	some := stateOf(planning.Plan{Projects: planning.ListOf(planning.Project{Name: "a"}, planning.Project{Name: "b"}, planning.Project{Name: "c"})})
	o := open(t, words.En, newSchedule, some)
	for i, project := range []string{"a", "b", "c", ""} {
		o.page.add()
		o.expect(edit.AddRow{At: i, Row: planning.ScheduleItem{Project: project}})
	}
	o.page.remove(1)
	o.expect(edit.RemoveRow{At: 1, Title: "b"})
	o.page.add()
	o.expect(edit.AddRow{At: 3, Row: planning.ScheduleItem{Project: "b"}})
}

func TestFewRemarksAreToldOneByOne(t *testing.T) {
	s := sampleState(t)
	for i, v := range s.Plan.Investors.All() {
		v.Committed += planning.Money(i+1) * planning.Yi
		s.Plan.Investors = s.Plan.Investors.With(i, v)
	}
	o := open(t, words.Zh, newSchedule, stateOf(s.Plan))
	o.shows("承诺多 1 亿元", "还有", "见“核对清单”")
	o.hides("承诺多 6 亿元")
	o.page.below.choice.SetSelectedIndex(1)
	o.shows("承诺多 1 亿元", "承诺多 5 亿元", "承诺多 6 亿元")
}

func TestTheSpan(t *testing.T) {
	o := open(t, words.Zh, newSchedule, sampleState(t))
	o.page.span.SetSelectedIndex(2)
	o.expect(edit.SetSpan{To: 5})
	o.shows("2029", "2030", "5 年合计")
	o.cell(o.page.table, 2, rowYears+4, "7")
	o.leave()
	o.take()
	o.page.span.SetSelectedIndex(0)
	o.expect()
	o.shows("2030 年还有 7 万元，不能缩短")
	if o.page.span.Chosen() != "5" {
		t.Errorf("the choice says %s", o.page.span.Chosen())
	}
}

func TestQuarters(t *testing.T) {
	p := planning.Plan{Schedule: planning.Schedule{FirstYear: 2026, Rows: planning.ListOf(planning.ScheduleItem{
		Project: "茶园", Amounts: [planning.MaxYears]planning.Money{100 * planning.Wan, 5 * planning.Wan},
	})}}
	p.Projects = planning.ListOf(planning.Project{Name: "茶园"})
	o := open(t, words.Zh, newSchedule, stateOf(p))
	o.page.split.SetSelectedIndex(1)
	o.shows("第 1 季度", "第 4 季度", "2026", "105")
	o.hides("2027")
	o.cell(o.page.table, 0, rowYears+1, "30")
	o.leave()
	o.cell(o.page.table, 0, rowYears+2, "90")
	o.leave()
	row := o.state.Plan.Schedule.Rows.At(0)
	if row.Amounts[0] != 120*planning.Wan || row.Quarters[0] != [4]planning.Money{0, 30 * planning.Wan, 90 * planning.Wan, 0} {
		t.Errorf("the row became %+v", row)
	}
	o.shows("120", "125") // the year, and with 2027 the total
	o.cell(o.page.table, 0, rowYears+4, "119")
	o.leave()
	o.shows("2026 年各季度合计 120 万元，全年不能更少")
	o.page.split.SetSelectedIndex(0)
	o.shows("2027")
	o.hides("全年不能更少")
}

func TestABlockIsPastedAsOneStep(t *testing.T) {
	p := planning.Plan{
		Investors: planning.ListOf(planning.Investor{Name: "甲"}),
		Projects:  planning.ListOf(planning.Project{Name: "茶园"}),
		Schedule:  planning.Schedule{Rows: planning.ListOf(planning.ScheduleItem{Project: "茶园"})},
	}
	o := open(t, words.Zh, newSchedule, stateOf(p))
	o.page.table.sheet.OnPaste(0, rowProject, [][]string{
		{"茶园", "甲", "自有资金", "1,200", "２", "", "ignored"}, {"码头", "未定", "银行贷款", "很多", "3"}, {"", "", "", "4"},
	})
	if did := o.take(); len(did) != 1 {
		t.Fatalf("did %+v", did)
	}
	want := []planning.ScheduleItem{
		{Project: "茶园", Investor: "甲", Fund: planning.FundOwn, Amounts: [planning.MaxYears]planning.Money{1200 * planning.Wan, 2 * planning.Wan}},
		{Project: "码头", Fund: planning.FundLoan, Amounts: [planning.MaxYears]planning.Money{0, 3 * planning.Wan}},
		{Amounts: [planning.MaxYears]planning.Money{4 * planning.Wan}},
	}
	if rows := o.state.Plan.Schedule.Rows; !rows.Equal(planning.ListOf(want...)) {
		t.Errorf("the rows are %+v", rows)
	}
	if _, known := o.state.Plan.Project("码头"); !known {
		t.Error("the project pasted is none of the plan's")
	}
	o.shows("很多", "“很多”不是金额")
	o.page.table.sheet.OnPaste(0, rowInvestor, [][]string{{"丙"}})
	o.shows("没有名为“丙”的投资主体")
}

func TestChartsBelow(t *testing.T) {
	for _, lang := range []words.Lang{words.Zh, words.En} {
		for _, s := range []workspace.State{sampleState(t), stateOf(planning.Plan{})} {
			o := open(t, lang, newSchedule, s)
			for i, c := range []*widgets.Chart{o.page.below.gantt, o.page.below.bars} {
				o.page.below.choice.SetSelectedIndex(2 + i)
				o.frame()
				if !c.Visible() || unsaid.MatchString(c.Describe()) || s.Plan.Projects.Len() > 0 && c.Describe() == "" {
					t.Errorf("chart %d in %s reads %q", i, lang, c.Describe())
				}
			}
		}
	}
}

func TestTheGaugeFollowsTheRulebook(t *testing.T) {
	s := sampleState(t)
	o := open(t, words.Zh, newSchedule, s)
	o.hides("主导产业投资占比")
	s.Plan.Settings.Rulebook = "zhejiang-2015"
	o.page.Show(stateOf(s.Plan))
	o.shows("三年总投资", "主导产业投资占比")
}

func TestTheShareReadsAsInTheFindings(t *testing.T) {
	s := sampleState(t)
	s.Plan.Settings.Rulebook = "zhejiang-2015"
	s = stateOf(s.Plan)
	o := open(t, words.Zh, newSchedule, s)
	for i, r := range s.Book.Rules {
		if r.Measure == rulebook.LeadingShare {
			o.shows("占 " + s.Findings[i].Measured.In(words.Zh))
			return
		}
	}
	t.Error("the rulebook does not limit the share")
}

func long(n int) workspace.State {
	rows := make([]planning.ScheduleItem, n)
	for i := range rows {
		rows[i] = planning.ScheduleItem{Project: fmt.Sprint("项目 ", i), Amounts: [planning.MaxYears]planning.Money{planning.Wan, planning.Yi, 0}}
	}
	return stateOf(planning.Plan{Schedule: planning.Schedule{Rows: planning.ListOf(rows...)}})
}

// A keystroke in a schedule of 200 projects, with all that follows from it.
func BenchmarkScheduleTyping(b *testing.B) {
	o := open(b, words.Zh, newSchedule, long(200))
	for i := 0; b.Loop(); i++ {
		o.page.table.typing(3, rowYears, fmt.Sprint(i%1000))
	}
}

// What each edit elsewhere costs while the page shows 200 projects.
func BenchmarkScheduleShow(b *testing.B) {
	s := long(200)
	o := open(b, words.Zh, newSchedule, s)
	for b.Loop() {
		o.page.Show(s)
	}
}
