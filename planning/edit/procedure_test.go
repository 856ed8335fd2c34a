package edit_test

import (
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/procedure"
)

func ownCopy(t *testing.T, id, old, new string) string {
	t.Helper()
	d, err := procedure.ByID(id)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(procedure.Format(d)), old, new)
	if old != "" && !strings.Contains(text, new) {
		t.Fatalf("%s has no %q", id, old)
	}
	return text
}

// ownProcedure is a copy of p11 that somebody has written anew.
const ownProcedure = `id: p11
name: {zh: 自拟流程, en: Made up}
source: {zh: 某文}
stages: [{id: apply, name: {zh: 申报}, steps: [{id: creation_plan, title: {zh: 方案}}]}]
`

// procedureSteps are the commands of the procedure, done on the town.
var procedureSteps = []step{
	{edit.ChooseProcedure{To: "p07"}, "procedure: Municipal procedure (7)", func(p *planning.Plan) { p.Procedure.ID, p.Procedure.Own = "p07", "" }},
	{edit.ChooseProcedure{}, "no procedure", func(p *planning.Plan) { p.Procedure.ID, p.Procedure.Own = "", "" }},
	{edit.TakeProcedure{Text: "\ufeff" + strings.ReplaceAll(ownProcedure, "p11", "p12")}, "take an own procedure: Made up", func(p *planning.Plan) {
		p.Procedure.ID, p.Procedure.Own = "p12", strings.ReplaceAll(ownProcedure, "p11", "p12")
	}},
	{edit.ResetProcedure{}, "go back to the program's procedure", func(p *planning.Plan) { p.Procedure.Own = "" }},
	{edit.SetRegion{To: "某省"}, "Region: 某省", func(p *planning.Plan) { p.Procedure.Region = "某省" }},
	{edit.SetStarted{To: "2026-03-01"}, "Accepted on: 2026-03-01", func(p *planning.Plan) { p.Procedure.Started = "2026-03-01" }},
	{edit.SetStep{To: done("apply", "creation_plan"), Title: tea}, "step: Tea", func(p *planning.Plan) {
		p.Procedure.Steps = planning.ListOf(done("apply", "creation_plan"))
	}},
	{edit.AddAssessment{Assessment: planning.Assessment{Year: 2025}}, "add the assessment of 2025", func(p *planning.Plan) {
		p.Procedure.Assessments = planning.ListOf(planning.Assessment{Year: 2025}, p.Procedure.Assessments.At(0))
	}},
	{edit.SetAssessment{To: planning.Assessment{Year: 2027}}, "change the assessment of 2027", func(p *planning.Plan) {
		p.Procedure.Assessments = planning.ListOf(planning.Assessment{Year: 2027})
	}},
	{edit.RemoveAssessment{Year: 2026}, "remove the assessment of 2026", func(p *planning.Plan) {
		p.Procedure.Assessments = planning.List[planning.Assessment]{}
	}},
}

// inProcedure is the town with a procedure and the progress of some steps.
func inProcedure(id string, steps ...planning.StepProgress) planning.Plan {
	p := town()
	p.Procedure.ID, p.Procedure.Own, p.Procedure.Region, p.Procedure.Started = id, "", "某省", "2026-03-01"
	p.Procedure.Steps = planning.ListOf(steps...)
	return p
}

func done(stage, step string) planning.StepProgress {
	return planning.StepProgress{Stage: stage, Step: step, State: planning.StepDone, Date: "2026-04-01"}
}

func stepIDs(p planning.Plan) string {
	var all []string
	for _, s := range p.Procedure.Steps.All() {
		all = append(all, s.Stage+"/"+s.Step)
	}
	return strings.Join(all, " ")
}

func TestChoosingAProcedureKeepsWhatIsTheSameStep(t *testing.T) {
	p := inProcedure("p02", done("apply", "creation_plan"), done("review", "first_review"), done("review", "publish"), done("acceptance", "guide"))
	for id, want := range map[string]string{
		"p01": "apply/creation_plan review/publish acceptance/guide", // published by the provincial government in both
		"p03": "apply/creation_plan acceptance/guide",
		"p09": "",
		"p02": "apply/creation_plan review/first_review review/publish acceptance/guide",
		"":    "apply/creation_plan review/first_review review/publish acceptance/guide",
	} {
		got := edit.ChooseProcedure{To: id}.Apply(p)
		if got.Procedure.ID != id || stepIDs(got) != want {
			t.Errorf("under %q what became of %s is known, want %s", id, stepIDs(got), want)
		}
		if got.Procedure.Region != "某省" || got.Procedure.Started != "2026-03-01" || !got.Procedure.Assessments.Equal(p.Procedure.Assessments) {
			t.Errorf("under %q region, start or assessments have changed", id)
		}
	}
	if why := (edit.ChooseProcedure{To: "p12"}).Blocked(p); why.In(words.En) == "" {
		t.Error("an unknown procedure is taken")
	}
}

func TestAnOwnProcedure(t *testing.T) {
	p := inProcedure("p02", done("apply", "creation_plan"), done("apply", "concept_plan"))
	own := edit.TakeProcedure{Text: ownCopy(t, "p02", `"concept_plan"`, `"sketch"`)}
	if why := own.Blocked(p); !why.IsZero() {
		t.Fatal(why.In(words.En))
	}
	p = own.Apply(p)
	if stepIDs(p) != "apply/creation_plan" || p.Procedure.Own == "" {
		t.Errorf("the copy knows what became of %q", stepIDs(p))
	}
	if why := (edit.SetStep{To: done("apply", "sketch")}).Blocked(p); !why.IsZero() {
		t.Errorf("a step of the copy is refused: %s", why.In(words.En))
	}
	p = edit.SetStep{To: done("apply", "sketch")}.Apply(p)
	if why := (edit.ResetProcedure{}).Blocked(p); !why.IsZero() {
		t.Errorf("the copy cannot be dropped: %s", why.In(words.En))
	}
	back := edit.ResetProcedure{}.Apply(p)
	if back.Procedure.Own != "" || back.Procedure.ID != "p02" || stepIDs(back) != "apply/creation_plan" {
		t.Errorf("without the copy: %+v", back.Procedure)
	}
	if why := (edit.ResetProcedure{}).Blocked(back); why.ID != "procedure.no_own" {
		t.Errorf("dropping no copy says %s", why.In(words.En))
	}
	mine := edit.TakeProcedure{Text: ownCopy(t, "p02", `id: "p02"`, `id: "mine"`)}.Apply(back)
	if why := (edit.ResetProcedure{}).Blocked(mine); why.IsZero() {
		t.Error("there is no procedure of the program to go back to, and nothing is said")
	}
	if why := (edit.TakeProcedure{Text: "id: &a x"}).Blocked(p); !strings.Contains(why.In(words.En), "anchors") {
		t.Errorf("a copy that cannot be read says %q", why.In(words.En))
	}
}

// TestAStepMovesToAnotherStage: what is known of it, and its files, go along.
func TestAStepMovesToAnotherStage(t *testing.T) {
	p := inProcedure("p02", done("apply", "creation_plan"), done("apply", "concept_plan"))
	file := func(owner planning.Owner) planning.Attachment {
		return planning.Attachment{Owner: owner, Name: "a.pdf"}
	}
	p.Attachments = planning.ListOf(file(planning.OfStep("apply", "concept_plan")), file(planning.OfMaterial("concept_plan")))
	d, err := procedure.ByID("p02")
	if err != nil {
		t.Fatal(err)
	}
	moved, err := d.ToStage(1, 1)
	if err != nil {
		t.Fatal(err)
	}
	c := edit.TakeProcedure{Text: string(procedure.Format(moved)), What: tea}
	next := c.Apply(p)
	if stepIDs(next) != "apply/creation_plan review/concept_plan" {
		t.Errorf("it is known of %q", stepIDs(next))
	}
	for i, want := range []planning.Owner{"step/review/concept_plan", "material/concept_plan"} {
		if got := next.Attachments.At(i).Owner; got != want {
			t.Errorf("file %d is %s's, want %s", i, got, want)
		}
	}
	back := edit.ResetProcedure{}.Apply(next)
	if stepIDs(back) != "apply/creation_plan apply/concept_plan" || !back.Attachments.Equal(p.Attachments) {
		t.Errorf("under the program's procedure again: %q and the files %v", stepIDs(back), back.Attachments)
	}
	if c.Name().In(words.En) != "Tea" {
		t.Errorf("called %q", c.Name().In(words.En))
	}
}

func TestWhatBecameOfAStep(t *testing.T) {
	p := inProcedure("p02")
	for name, c := range map[string]struct {
		to   planning.StepProgress
		want words.ID
	}{
		"done": {done("review", "publish"), ""}, "of another stage": {done("apply", "publish"), "procedure.no_step"},
		"unknown":       {done("apply", "dance"), "procedure.no_step"},
		"unknown state": {planning.StepProgress{Stage: "apply", Step: "creation_plan", State: "lost"}, "procedure.step_state"},
		"no date":       {planning.StepProgress{Stage: "apply", Step: "creation_plan", Date: "2026-02-30"}, "edit.date"},
	} {
		if why := (edit.SetStep{To: c.to}).Blocked(p); why.ID != c.want {
			t.Errorf("%s: %q, want %q", name, why.ID, c.want)
		}
	}
	if why := (edit.SetStep{To: done("apply", "creation_plan")}).Blocked(planning.Plan{}); why.ID != "procedure.none_chosen" {
		t.Errorf("without a procedure: %q", why.ID)
	}
	p = edit.SetStep{To: done("review", "publish")}.Apply(p)
	p = edit.SetStep{To: planning.StepProgress{Stage: "review", Step: "publish", State: planning.StepReturned}}.Apply(p)
	if s, _ := p.Procedure.Progress("review", "publish"); s.State != planning.StepReturned || p.Procedure.Steps.Len() != 1 {
		t.Errorf("the step is %+v", p.Procedure.Steps)
	}
	p = edit.SetStep{To: planning.StepProgress{Stage: "review", Step: "publish"}}.Apply(p)
	if p.Procedure.Steps.Len() != 0 {
		t.Error("a step of which nothing is said is kept")
	}
}

func TestAssessmentsStandByTheirYears(t *testing.T) {
	p := inProcedure("p02")
	p.Procedure.Assessments = planning.List[planning.Assessment]{}
	for _, y := range []int{2027, 2026, 2029} {
		p = edit.AddAssessment{Assessment: planning.Assessment{Year: y}}.Apply(p)
	}
	p = edit.SetAssessment{At: 0, To: planning.Assessment{Year: 2028}}.Apply(p)
	got := []int{}
	for _, a := range p.Procedure.Assessments.All() {
		got = append(got, a.Year)
	}
	if len(got) != 3 || got[0] != 2027 || got[1] != 2028 || got[2] != 2029 {
		t.Errorf("the years are %v", got)
	}
	for name, c := range map[string]struct {
		command edit.Command
		want    words.ID
	}{
		"another year":  {edit.AddAssessment{Assessment: planning.Assessment{Year: 2026}}, ""},
		"twice":         {edit.AddAssessment{Assessment: planning.Assessment{Year: 2028}}, "procedure.year_twice"},
		"itself":        {edit.SetAssessment{At: 1, To: planning.Assessment{Year: 2028, Target: planning.Yi}}, ""},
		"over another":  {edit.SetAssessment{At: 1, To: planning.Assessment{Year: 2027}}, "procedure.year_twice"},
		"gone":          {edit.SetAssessment{At: 3, To: planning.Assessment{Year: 2030}}, "edit.gone"},
		"gone too":      {edit.RemoveAssessment{At: 3}, "edit.gone"},
		"no year":       {edit.AddAssessment{}, "edit.year_range"},
		"too much land": {edit.AddAssessment{Assessment: planning.Assessment{Year: 2026, LandQuota: 2e12}}, "procedure.quota_range"},
		"no land":       {edit.AddAssessment{Assessment: planning.Assessment{Year: 2026, LandQuota: geo.Unknown}}, "procedure.quota_range"},
		"result":        {edit.AddAssessment{Assessment: planning.Assessment{Year: 2026, Result: "so-so"}}, "procedure.result_unknown"},
		"money":         {edit.AddAssessment{Assessment: planning.Assessment{Year: 2026, Actual: -1}}, "money.out_of_range"},
		"long":          {edit.AddAssessment{Assessment: planning.Assessment{Year: 2026, Announcement: strings.Repeat("报", 20_001)}}, "edit.too_long"},
	} {
		if why := c.command.Blocked(p); why.ID != c.want {
			t.Errorf("%s: %q, want %q", name, why.ID, c.want)
		}
	}
}

func TestStartAndRegion(t *testing.T) {
	for to, want := range map[string]words.ID{"": "", "2026-03-01": "", "2026-3-1": "edit.date", "1999-12-31": "edit.year_range", "2101-01-01": "edit.year_range"} {
		if why := (edit.SetStarted{To: to}).Blocked(town()); why.ID != want {
			t.Errorf("accepted on %q: %q, want %q", to, why.ID, want)
		}
	}
	p := edit.SetRegion{To: "某市"}.Apply(edit.SetStarted{To: "2026-03-01"}.Apply(town()))
	if p.Procedure.Region != "某市" || p.Procedure.Started != "2026-03-01" {
		t.Errorf("%+v", p.Procedure)
	}
}

func TestStepsOfTheProcedureAreNamed(t *testing.T) {
	p := inProcedure("p02", done("apply", "creation_plan"))
	p.Procedure.Assessments = planning.ListOf(planning.Assessment{Year: 2026, Target: 10 * planning.Yi})
	title := words.Both("编制创建方案", "Write the creation plan")
	step := func(change func(*planning.StepProgress)) edit.Command {
		c := edit.SetStep{To: p.Procedure.Steps.At(0), Title: title}
		change(&c.To)
		return c
	}
	year := func(change func(*planning.Assessment)) edit.Command {
		c := edit.SetAssessment{To: p.Procedure.Assessments.At(0)}
		change(&c.To)
		return c
	}
	for _, c := range []struct {
		command edit.Command
		zh      string
	}{
		{step(func(s *planning.StepProgress) { s.State = planning.StepReturned }), "编制创建方案，进度：退回修改"},
		{step(func(s *planning.StepProgress) { s.Document = "某发〔2026〕1号" }), "编制创建方案，文号：某发〔2026〕1号"},
		{step(func(s *planning.StepProgress) { s.Date = "" }), "编制创建方案，日期：（空）"},
		{step(func(s *planning.StepProgress) { s.Date, s.State = "", "" }), "步骤：编制创建方案"},
		{year(func(a *planning.Assessment) { a.Actual = 12 * planning.Yi }), "2026 年考核，实际投资：12 亿元"},
		{year(func(a *planning.Assessment) { a.Result = planning.AssessmentPassed }), "2026 年考核，考核结果：合格"},
		{year(func(a *planning.Assessment) { a.LandQuota = 200 * geo.Mu }), "2026 年考核，使用的用地指标：200.00 亩"},
		{year(func(a *planning.Assessment) { a.Year = 2027 }), "2026 年考核，年份：2027"},
		{year(func(a *planning.Assessment) { a.Year, a.Target = 2027, 0 }), "修改 2027 年考核"},
		{edit.AddAssessment{Assessment: planning.Assessment{Year: 2028}}, "增加 2028 年考核"},
		{edit.RemoveAssessment{Year: 2026}, "删除 2026 年考核"},
		{edit.ChooseProcedure{To: "p07"}, "创建程序：市创建流程（7）"},
		{edit.ChooseProcedure{}, "不选创建程序"},
		{edit.TakeProcedure{Text: ownCopy(t, "p07", "", "")}, "采用自己的流程：市创建流程（7）"},
		{edit.SetRegion{To: "某省"}, "适用地区：某省"},
		{edit.SetStarted{}, "列入创建日期：（空）"},
	} {
		if zh := edit.StepName(c.command, p).In(words.Zh); zh != c.zh {
			t.Errorf("called %q, want %q", zh, c.zh)
		}
	}
}
