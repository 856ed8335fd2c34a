package page

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/chart"
	"zhenjie/planning/edit"
	"zhenjie/planning/procedure"
)

// council is the page of the procedure on a fixed day, with a window that notes
// what it is asked for.
func council(t *testing.T, s workspace.State) (*office[*procedurePage], *[]string) {
	var asked []string
	o := open(t, words.Zh, func(d *Desk) *procedurePage {
		d.ShowPage = func(id string) { asked = append(asked, "page "+id) }
		d.SaveChart = func(_ chart.Chart, title string, f chart.Format) {
			asked = append(asked, fmt.Sprint("save ", title, " ", f))
		}
		d.EnlargeChart = func(_ chart.Chart, title string) { asked = append(asked, "enlarge "+title) }
		d.Attach = func(owner planning.Owner, paths []string) {
			asked = append(asked, "attach "+string(owner)+" "+strings.Join(paths, " "))
		}
		p := newProcedure(d)
		p.now = func() time.Time { return time.Date(2028, 6, 1, 9, 0, 0, 0, time.UTC) }
		return p
	}, s)
	return o, &asked
}

func inProcedure(id string) workspace.State {
	return stateOf(planning.Plan{Procedure: planning.Procedure{ID: id}})
}

func TestAProcedureIsChosen(t *testing.T) {
	o, _ := council(t, stateOf(planning.Plan{}))
	o.shows("还没有选择创建程序", "请选择当地适用的程序")
	for _, b := range o.page.views.buttons[1:] {
		if !b.Disabled() {
			t.Errorf("“%s” can be turned to before a procedure is chosen", b.Text)
		}
	}
	o.page.choice.which.choice.SetSelectedIndex(2)
	o.expect(edit.ChooseProcedure{To: "p02"})
	o.shows("似为浙江省", "还没有开始；先做“编制创建方案”", "连续 2 年未完成年度目标，退出创建名单", "来源：")
	o.write(o.page.choice.region, "浙江省")
	o.leave()
	o.expect(edit.SetRegion{To: "浙江省"})
	o.write(o.page.choice.started, "2026.6.18")
	o.leave()
	o.expect(edit.SetStarted{To: "2026-06-18"})
	o.shows("2026 年年度考核：应于 2027-06-17 前完成，已逾期 350 天")
	o.write(o.page.choice.started, "春天")
	o.leave()
	o.expect()
	o.shows("“春天”不是日期")
	o.page.views.turn(viewSteps)
	o.page.Show(stateOf(planning.Plan{}))
	o.shows("还没有选择创建程序")
}

func TestTheChartGoesToItsSteps(t *testing.T) {
	o, asked := council(t, sampleState(t))
	tap(o, "流程图")
	c := o.page.chart
	if c.drawn.Title != "省创建流程（2）" || len(c.drawn.Lanes) != 4 {
		t.Fatalf("the chart shows %q with %d stages", c.drawn.Title, len(c.drawn.Lanes))
	}
	c.chart.OnEnlarge(c.drawn, c.drawn.Title)
	c.chart.OnSave(c.drawn, c.drawn.Title, chart.PDF)
	if got := strings.Join(*asked, "; "); got != "enlarge 省创建流程（2）; save 省创建流程（2） pdf" {
		t.Errorf("asked for %s", got)
	}
	c.chart.OnSpot("first_review")
	if o.page.views.at != viewSteps {
		t.Fatalf("a click on a step shows view %d", o.page.views.at)
	}
	if _, ok := o.window.Canvas().Focused().(*widgets.Choice); !ok {
		t.Errorf("the focus is on %T, not on the state of the step", o.window.Canvas().Focused())
	}
	o.shows("审批单位：", "退回修改（推断）：转到“编制创建方案”", "4月2日曾退回，补正四至坐标后再报")
}

func TestWhatBecameOfTheSteps(t *testing.T) {
	o, asked := council(t, inProcedure("p02"))
	o.page.views.turn(viewSteps)
	steps := o.page.steps
	o.shows("还没有开始；先做“编制创建方案”", "材料：创建方案，未准备，附件 0 个")
	to := planning.StepProgress{Stage: "apply", Step: "creation_plan", State: planning.StepDone}
	title := steps.places[0].Step.Title
	o.choose(steps.table, 0, stepState, 2)
	o.expect(edit.SetStep{To: to, Title: title})
	o.shows("接下来是“编制概念性规划”")
	for _, c := range []struct {
		write func(string)
		text  string
		of    func()
	}{
		{func(s string) { o.cell(steps.table, 0, stepDate, s) }, "2026/3/12", func() { to.Date = "2026-03-12" }},
		{func(s string) { o.cell(steps.table, 0, stepDocument, s) }, "11号", func() { to.Document = "11号" }},
		{func(s string) { o.write(steps.result, s) }, "已报送", func() { to.Result = "已报送" }},
		{func(s string) { o.write(steps.remark, s) }, "附件齐", func() { to.Remark = "附件齐" }},
	} {
		c.write(c.text)
		o.leave()
		c.of()
		o.expect(edit.SetStep{To: to, Title: title})
	}
	o.cell(steps.table, 0, stepDate, "春天")
	o.leave()
	o.expect()
	o.shows("“春天”不是日期")
	tap(o, "到“材料与资格”")
	steps.table.sheet.Select(1, stepState)
	o.shows("附件：编制概念性规划")
	steps.files.table.sheet.OnAdd()
	if got := strings.Join(*asked, "; "); got != "page papers; attach step/apply/concept_plan " {
		t.Errorf("asked for %s", got)
	}
	if colour := steps.tint(0, stepState); colour == "" {
		t.Error("a step that is done looks like any other")
	}
}

func TestYearsAreAssessed(t *testing.T) {
	s := stateOf(planning.Plan{Procedure: planning.Procedure{ID: "p02", Started: "2026-06-18"}})
	o, _ := council(t, s)
	o.page.views.turn(viewYears)
	years := o.page.years
	o.shows("还没有年度考核", "还没有考核结果")
	tap(o, "添加一年")
	to := planning.Assessment{Year: 2026}
	o.expect(edit.AddAssessment{Assessment: to})
	for _, c := range []struct {
		col  int
		text string
		of   func()
	}{
		{assessedTarget, "10,000", func() { to.Target = planning.Yi }},
		{assessedActual, "12000", func() { to.Actual = planning.Yi + 2000*planning.Wan }},
		{assessedQuota, "200", func() { to.LandQuota, _ = planning.ParseArea("200", geo.UnitMu) }},
		{assessedTargets, "税收", func() { to.TargetText = "税收" }},
		{assessedActuals, "达到", func() { to.ActualText = "达到" }},
		{assessedAnnouncement, "日报", func() { to.Announcement = "日报" }},
	} {
		o.cell(years.table, 0, c.col, c.text)
		o.leave()
		c.of()
		o.expect(edit.SetAssessment{To: to})
	}
	o.shows("完成 120.0%，合格（按投资额推算）", "按 50% 奖励 100.00 亩", "即 200.00 亩", "（据新闻报道）")
	o.choose(years.table, 0, assessedResult, 2)
	to.Result = planning.AssessmentMissed
	o.expect(edit.SetAssessment{To: to})
	o.shows("不合格（但实际投资达到目标，请核对）", "2027 年再未完成，就要退出创建名单")
	o.cell(years.table, 0, assessedYear, "去年")
	o.leave()
	o.expect()
	o.shows("“去年”不是年份")
	o.cell(years.table, 0, assessedYear, "2026")
	o.leave()
	o.take()
	years.add()
	o.expect(edit.AddAssessment{Assessment: planning.Assessment{Year: 2027}})
	years.remove(1)
	o.expect(edit.RemoveAssessment{At: 1, Year: 2027})
}

// ownCopy is the page at an own copy of p02.
func ownCopy(t *testing.T) *office[*procedurePage] {
	o, _ := council(t, inProcedure("p02"))
	o.page.views.turn(viewEditor)
	o.hides("添加步骤")
	tap(o, "复制并修改")
	o.takes("复制流程“省创建流程（2）”来修改")
	return o
}

// takes expects one command that takes an own copy, and its name in the history.
func (o *office[P]) takes(name string) {
	o.t.Helper()
	did := o.take()
	if len(did) != 1 || did[0].Name().In(words.Zh) != name {
		o.t.Errorf("did %d commands, the first %v; want %s", len(did), did, name)
	}
}

func TestAnOwnCopyIsEdited(t *testing.T) {
	o := ownCopy(t)
	e := o.page.editor
	o.shows("恢复原程序", "添加阶段", "步骤“编制创建方案”")
	first := func() *procedure.Step { return &e.of.Stages[0].Steps[0] }
	o.cell(e.stages.table, 0, stageName, "申报")
	o.leave()
	o.takes("流程：修改阶段“自愿申报”")
	o.cell(e.stages.table, 0, stageName, "")
	o.leave()
	o.expect()
	o.shows("名称不能空")
	o.cell(e.stages.table, 0, stageEvery, "6")
	o.leave()
	o.takes("流程：修改阶段“申报”")
	o.cell(e.steps.table, 0, editedTitle, "写方案")
	o.leave()
	o.takes("流程：修改步骤“编制创建方案”")
	o.cell(e.steps.table, 0, editedBy, "县政府")
	o.leave()
	o.takes("流程：修改步骤“写方案”")
	o.cell(e.steps.table, 0, editedDue, "2027-12-31，2026.12.31")
	o.leave()
	o.takes("流程：修改步骤“写方案”")
	o.cell(e.steps.table, 0, editedEvery, "很久")
	o.leave()
	o.expect()
	o.shows("“很久”不是月数")
	e.steps.table.sheet.OnMove(0, 1)
	o.takes("流程：移动步骤“写方案”")
	e.steps.table.sheet.OnMove(1, -1)
	o.takes("流程：移动步骤“写方案”")
	if s := first(); s.Title.In(words.Zh) != "写方案" || s.By.In(words.En) != "县政府" || strings.Join(s.Due, " ") != "2026-12-31 2027-12-31" ||
		s.ID != "creation_plan" || e.of.Stages[0].Every.Months != 6 {
		t.Errorf("the first step is %+v, its stage %+v", s, e.of.Stages[0].Every)
	}
	o.choose(e.steps.table, 1, editedStage, 2)
	o.takes("流程：移动步骤“编制概念性规划”")
	e.steps.table.sheet.OnRemove(0)
	o.expect()
	o.shows("“初审”会转到“写方案”")
	tap(o, "恢复原程序")
	o.expect(edit.ResetProcedure{})
	o.hides("写方案")
}

func TestStagesAndStepsComeAndGo(t *testing.T) {
	o := ownCopy(t)
	e := o.page.editor
	tap(o, "添加阶段")
	o.takes("流程：增加阶段“新阶段 1”")
	e.stages.table.sheet.OnMove(4, -1)
	o.takes("流程：移动阶段“新阶段 1”")
	e.stages.table.sheet.OnRemove(3)
	o.takes("流程：删除阶段“新阶段 1”")
	tap(o, "添加步骤")
	o.takes("流程：增加步骤“新步骤 1”")
	if got := e.of.Stages[0].Steps[1].Title.In(words.Zh); got != "新步骤 1" {
		t.Errorf("the step came behind %q", got)
	}
	e.steps.table.sheet.OnRemove(1)
	o.takes("流程：删除步骤“新步骤 1”")
}

func TestAStepOfACopyIsLookedAt(t *testing.T) {
	o := ownCopy(t)
	c := o.page.editor.step
	step := func() procedure.Step { return *o.page.editor.steps.places[0].Step }
	const changed = "流程：修改步骤“编制创建方案”"
	c.refused.choice.SetSelectedIndex(1)
	o.takes(changed)
	c.assessed.choice.SetSelectedIndex(1)
	o.takes(changed)
	if s := step(); s.No.To != procedure.ToExit || !s.Every.Assessed || s.Every.Months != 12 {
		t.Errorf("the step became %+v", s)
	}
	c.refused.choice.SetSelectedIndex(0)
	o.takes(changed)
	o.write(c.when, "有历史街区时")
	o.leave()
	o.takes(changed)
	o.write(c.note, "一式三份")
	o.leave()
	o.takes(changed)
	tap(o, "添加材料")
	o.takes(changed)
	o.cell(c.papers, 1, 0, "会议纪要")
	o.leave()
	o.takes(changed)
	c.known.choice.SetSelectedIndex(1)
	o.takes(changed)
	s := step()
	if s.Decision() || s.When.In(words.Zh) != "有历史街区时" || s.Note.In(words.Zh) != "一式三份" || len(s.Papers) != 3 ||
		s.Papers[1].Title.In(words.Zh) != "会议纪要" || s.Papers[2].ID != o.state.Book.Materials[0].ID {
		t.Errorf("the step became %+v", s)
	}
	c.papers.sheet.OnRemove(1)
	o.takes(changed)
	if len(step().Papers) != 2 {
		t.Errorf("the step asks for %d papers", len(step().Papers))
	}
}

func TestADamagedCopyIsToldOf(t *testing.T) {
	s := stateOf(planning.Plan{Procedure: planning.Procedure{ID: "p02", Own: "id: p02"}})
	o, _ := council(t, s)
	o.shows("自己的流程读不出来")
	o.page.views.turn(viewEditor)
	o.hides("添加步骤")
	tap(o, "恢复原程序")
	o.expect(edit.ResetProcedure{})
	o.page.views.turn(viewChoice)
	o.hides("自己的流程读不出来")
}

// TestViewsFitANarrowPage: 480 units are what a screen of 1024 pixels leaves.
func TestViewsFitANarrowPage(t *testing.T) {
	for _, lang := range []words.Lang{words.Zh, words.En} {
		o := open(t, lang, newProcedure, sampleState(t))
		o.window.Resize(fyne.NewSize(480, 600))
		for v := range o.page.views.objects {
			o.page.views.turn(v)
			if v == viewEditor {
				o.page.editor.copy.OnTapped()
			}
			for _, text := range o.reads() {
				if unsaid.MatchString(text) {
					t.Errorf("view %d in %s reads %q", v, lang, text)
				}
			}
			if least := o.page.Content().MinSize(); least.Width > 300 || least.Height > 450 {
				t.Errorf("view %d in %s needs %v", v, lang, least)
			}
		}
		for _, b := range o.page.views.buttons {
			if b.Position().X+b.Size().Width > 480 {
				t.Errorf("the button %q is cut off in %s", b.Text, lang)
			}
		}
	}
}

func TestFilesAreDroppedOntoTheStep(t *testing.T) {
	o, asked := council(t, inProcedure("p02"))
	o.window.Resize(fyne.NewSize(700, 1600))
	at := func() fyne.Position {
		o.frame()
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(o.page.steps.files.content).AddXY(5, 5)
	}
	if o.page.Drop(at(), []string{"/a.pdf"}) {
		t.Error("a file is taken where no step is shown")
	}
	o.page.views.turn(viewSteps)
	if !o.page.Drop(at(), []string{"/a.pdf"}) || strings.Join(*asked, "; ") != "attach step/apply/creation_plan /a.pdf" {
		t.Errorf("asked for %v", *asked)
	}
}

// BenchmarkStep is a step of an own procedure being written.
func BenchmarkStep(b *testing.B) {
	d, err := procedure.ByID("p08")
	if err != nil {
		b.Fatal(err)
	}
	p := newProcedure(&Desk{Post: func(func()) {}})
	p.views.at = viewEditor
	s := stateOf(planning.Plan{})
	for i := range b.N {
		next := d.AddStep(0, words.Raw(fmt.Sprint(i)))
		s.Plan = edit.TakeProcedure{Text: string(procedure.Format(next))}.Apply(s.Plan)
		p.Show(s)
	}
}
