package cli

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/procedure"
)

// projectInProcedure makes a project that has come some way through p02.
func projectInProcedure(t *testing.T) string {
	t.Helper()
	return projectOf(t, "way.gpkg", planning.Procedure{
		ID: "p02", Started: "2026-03-01",
		Steps: planning.ListOf(
			planning.StepProgress{Stage: "apply", Step: "creation_plan", State: planning.StepDone},
			planning.StepProgress{Stage: "review", Step: "first_review", State: planning.StepDoing},
		),
		Assessments: planning.ListOf(
			planning.Assessment{Year: 2026, Target: 10 * planning.Yi, Actual: 12 * planning.Yi, LandQuota: 200 * geo.Mu},
			planning.Assessment{Year: 2027, Target: 10 * planning.Yi, Actual: 8 * planning.Yi, Result: planning.AssessmentMissed},
		),
	})
}

func projectOf(t *testing.T, name string, p planning.Procedure) string {
	t.Helper()
	w, err := workspace.Create(name, words.Raw("x"), planning.Plan{Procedure: p}, workspace.Books{})
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func TestListOfProcedures(t *testing.T) {
	r := run("procedures")
	lines := strings.Split(strings.TrimSpace(r.out), "\n")
	if r.status != exitHolds || len(lines) != 11 {
		t.Fatalf("status %d:\n%s", r.status, r.out)
	}
	for i, d := range procedure.Builtin() {
		for _, part := range []string{d.ID, d.Name.In(words.Zh), d.Hint.Text().In(words.Zh), d.Stages[0].Name.In(words.Zh)} {
			if !strings.Contains(lines[i], part) {
				t.Errorf("line %d lacks %q: %s", i+1, part, lines[i])
			}
		}
	}
}

func TestProgressOfAProject(t *testing.T) {
	inFolder(t)
	file := projectInProcedure(t)
	r := run("procedures", "--project", file, "--date", "2028-02-01")
	if r.status != exitHolds || r.err != "" {
		t.Errorf("status %d, %s", r.status, r.err)
	}
	for _, want := range []string{
		"1.1 ✓ 编制创建方案", "1.2 · 编制概念性规划", "2.1 → 初审", "→ 正在等待“初审”；通过后是“会议审查”，否则退回修改（推断）",
		"… 前面的“编制概念性规划”还没有进度", "2026 年：目标 10 亿元，实际 12 亿元，完成 120.0%，合格（按投资额推算）",
		"! 已有 1 年未完成目标；2028 年再未完成，就要退出创建名单", "奖励 100.00 亩", "即 200.00 亩", "  2028 年年度考核：2029-02-28 到期，还有 393 天",
	} {
		if !strings.Contains(r.out, want) {
			t.Errorf("it does not say %q:\n%s", want, r.out)
		}
	}
	if r := run("procedures", "--project", file, "--date", "2029-03-02"); r.status != exitShort || !strings.Contains(r.out, "! 2028 年年度考核：应于 2029-02-28 前完成，已逾期 2 天") {
		t.Errorf("overdue: status %d\n%s", r.status, r.out)
	}
	lines := strings.Split(strings.TrimSpace(run("procedures", "--project", file, "--date", "2028-02-01", "--json").out), "\n")
	var last progressLine
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &last); err != nil {
		t.Fatal(err)
	}
	if !last.Summary || last.Now != "first_review" || last.Next != "meeting_review" || len(last.Years) != 2 || last.Reminders[0].Days != 393 ||
		last.ClawBack.State != "open" || last.Earned < 66666 || last.Earned > 66667 { // 100 亩 = 66 666.67 m²
		t.Errorf("%+v", last)
	}
	var step stepLine
	if err := json.Unmarshal([]byte(lines[2]), &step); err != nil || !step.Now || step.NoTo != "creation_plan" || !step.Inferred || step.State != "doing" {
		t.Errorf("%v %+v", err, step)
	}
}

func TestAProjectThatFallsShort(t *testing.T) {
	inFolder(t)
	missed := func(years ...int) (list planning.List[planning.Assessment]) {
		for _, y := range years {
			list = list.Append(planning.Assessment{Year: y, Result: planning.AssessmentMissed})
		}
		return list
	}
	for name, c := range map[string]struct {
		p    planning.Procedure
		want string
	}{
		"left": {planning.Procedure{ID: "p03", Assessments: missed(2026, 2027)}, "2027 年考核后已退出创建名单"},
		"sent_back": {planning.Procedure{ID: "p02", Steps: planning.ListOf(
			planning.StepProgress{Stage: "review", Step: "first_review", State: planning.StepReturned})}, "↩ 初审"},
		"claim": {planning.Procedure{ID: "p01", Started: "2030-01-01", Assessments: missed(2030, 2032).Append(
			planning.Assessment{Year: 2031, Result: planning.AssessmentPassed})}, "奖励比例未列明"},
	} {
		file := projectOf(t, name+".gpkg", c.p)
		if r := run("procedures", "--project", file, "--date", "2026-01-01"); r.status != exitShort || !strings.Contains(r.out, c.want) {
			t.Errorf("%s: status %d, %s\n%s", name, r.status, r.err, r.out)
		}
	}
}

func TestTheChartIsDrawn(t *testing.T) {
	inFolder(t)
	for file, begins := range map[string]string{"c.svg": "<?xml", "c.PDF": "%PDF-", "c.png": "\x89PNG"} {
		r := run("procedures", "p07", "--chart", file)
		data, err := os.ReadFile(file)
		if r.status != exitHolds || err != nil || !strings.HasPrefix(string(data), begins) && !strings.HasPrefix(string(data), "<svg") {
			t.Errorf("%s: status %d, %v, %.20q", file, r.status, err, data)
		}
	}
}

func TestWhatProceduresCannotDo(t *testing.T) {
	inFolder(t)
	bare := projectOf(t, "bare.gpkg", planning.Procedure{})
	fails(t, run("procedures", "p12"), "没有流程“p12”")
	fails(t, run("procedures", "--chart", "x.svg"), "请写明画哪个流程")
	fails(t, run("procedures", "p02", "--chart", "x.doc"), "x.doc: 流程图的扩展名是 .svg、.pdf 或 .png")
	fails(t, run("procedures", "p02", "--date", "tomorrow"), "“tomorrow”不是日期")
	fails(t, run("procedures", "--project", bare), "bare.gpkg: 项目还没有选择创建程序")
	fails(t, run("procedures", "--project", "nowhere.gpkg"), "nowhere.gpkg: 找不到这个文件")
	unknown := projectOf(t, "unknown.gpkg", planning.Procedure{ID: "mine", Own: "["})
	fails(t, run("procedures", "--project", unknown), "unknown.gpkg: ")
	damaged := run("procedures", "--project", projectOf(t, "damaged.gpkg", planning.Procedure{ID: "p02", Own: "id: &a p02"}))
	if damaged.status != exitHolds || !strings.Contains(damaged.err, "damaged.gpkg: 第 1 行：流程文件用了 YAML 锚点") || !strings.Contains(damaged.out, "省创建流程（2）") {
		t.Errorf("a damaged copy: status %d, %s", damaged.status, damaged.err)
	}
}
