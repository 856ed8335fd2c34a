package cli

import (
	"os"
	"strings"
	"testing"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/storage"
)

// filledIn writes the form of a plan, as somebody may have filled it in.
func filledIn(t *testing.T, name string, p planning.Plan) {
	t.Helper()
	if err := workspace.WriteForm(name, p, workspace.FormChoices(p, workspace.Books{}), words.Zh); err != nil {
		t.Fatal(err)
	}
}

func planOf(t *testing.T, project string) planning.Plan {
	t.Helper()
	p, err := storage.Read(project)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// faulty is a plan that no command would make: a date that is none, and two
// investors of one name.
var faulty = planning.Plan{
	Identity:  planning.Identity{Name: "上村"},
	Investors: planning.ListOf(planning.Investor{Name: "甲"}, planning.Investor{Name: "甲"}, planning.Investor{Name: "乙"}),
	Procedure: planning.Procedure{Started: "明年"},
}

func TestAFormGoesOutAndComesBack(t *testing.T) {
	inFolder(t)
	if r := run("sample", "out"); r.status != exitHolds {
		t.Fatal(r)
	}
	sample := planOf(t, "out/sample.gpkg")
	for _, lang := range []string{"zh", "en"} {
		file := lang + ".xlsx"
		if r := run("form", "out/sample.gpkg", file, "--lang", lang); r.status != exitHolds || !strings.Contains(r.out, file) {
			t.Fatalf("form: %+v", r)
		}
		if r := run("fill", "out/sample.gpkg", file); r.status != exitHolds || !strings.Contains(r.out, "没有可采用的改动") {
			t.Errorf("the form says otherwise than its project: %+v", r)
		}
	}
	if r := run("new", "typed.gpkg", "--from", "en.xlsx", "--extent", "extent.geojson", "--from", "EPSG:4490"); r.status != exitHolds {
		t.Fatalf("new: %+v", r)
	}
	typed := planOf(t, "typed.gpkg")
	for _, part := range sample.Changed(typed) {
		switch part {
		case planning.PartExtent, planning.PartCore, planning.PartSides, planning.PartSites, planning.PartAttachments, planning.PartSettings:
			continue // of the boundaries, or no part of the form
		case planning.PartIndicators, planning.PartEligibility, planning.PartMaterials, planning.PartGuide, planning.PartProcedure:
			continue // in the order of the rulebook; fill finds no other difference
		}
		t.Errorf("%s is another after it was typed in", part)
	}
	if r := run("fill", "typed.gpkg", "zh.xlsx"); r.status != exitHolds || !strings.Contains(r.out, "没有可采用的改动") {
		t.Errorf("what was typed in differs from the form: %+v", r)
	}
	if typed.Sides.SideTexts != sample.Sides.SideTexts || typed.Extent.IsEmpty() {
		t.Errorf("sides %+v, extent %v", typed.Sides, typed.Extent)
	}
}

func TestFillTakesWhatCanBeTakenAndTellsTheRest(t *testing.T) {
	inFolder(t)
	run("new", "p.gpkg")
	filledIn(t, "f.xlsx", faulty)
	if r := run("fill", "p.gpkg", "f.xlsx", "--dry-run"); r.status != exitShort {
		t.Errorf("a dry run: %+v", r)
	}
	if p := planOf(t, "p.gpkg"); p.Investors.Len() != 0 {
		t.Error("a dry run has taken something")
	}
	r := run("fill", "p.gpkg", "f.xlsx")
	if r.status != exitShort {
		t.Errorf("status %d", r.status)
	}
	for _, want := range []string{"! 基本信息!C26：“明年”不是日期", "✗ 投资主体!B5：已经有名为“甲”的投资主体", "✗ 投资主体!B6：", "（空） → 上村", "已采用 2 处改动"} {
		if !strings.Contains(r.out, want) {
			t.Errorf("it does not say %q:\n%s", want, r.out)
		}
	}
	p := planOf(t, "p.gpkg")
	if p.Identity.Name != "上村" || p.Investors.Len() != 1 || p.Investors.At(0).Name != "乙" {
		t.Errorf("taken: %+v, %+v", p.Identity, p.Investors)
	}
}

func TestFillTellsAsJSON(t *testing.T) {
	inFolder(t)
	run("new", "p.gpkg")
	filledIn(t, "f.xlsx", faulty)
	r := run("fill", "p.gpkg", "f.xlsx", "--json")
	counts := map[string]int{}
	var sum fillSummary
	for line := range strings.Lines(r.out) {
		var l fillLine
		if strings.Contains(line, `"summary"`) {
			decode(t, line, &sum)
			continue
		}
		decode(t, line, &l)
		counts[l.Kind]++
	}
	if counts["problem"] != 1 || counts["refused"] != 2 || counts["changed"] != 1 || counts["added"] != 1 {
		t.Errorf("lines %v", counts)
	}
	if want := (fillSummary{"f.xlsx", true, 2, 2, 1, true}); sum != want {
		t.Errorf("summary %+v, want %+v", sum, want)
	}
}

func TestNewTellsWhatAFormHasThatCannotBeTaken(t *testing.T) {
	inFolder(t)
	filledIn(t, "f.xlsx", faulty)
	r := run("new", "p.gpkg", "--from", "f.xlsx", "--name", "下村")
	if r.status != exitShort || !strings.Contains(r.out, "明年") {
		t.Errorf("%+v", r)
	}
	if name := planOf(t, "p.gpkg").Identity.Name; name != "下村" {
		t.Errorf("it is called %q, and --name stands above the form", name)
	}
}

func TestFormsThatCannotBe(t *testing.T) {
	inFolder(t)
	run("new", "p.gpkg")
	run("form", "-", "there.xlsx")
	write(t, "text.xlsx", []byte("名称"))
	for _, c := range [][]string{
		{"form", "p.gpkg", "out.xls"}, {"form", "none.gpkg", "out.xlsx"}, {"form", "-", "there.xlsx"}, {"form", "-", "no/folder.xlsx"},
		{"fill", "p.gpkg", "none.xlsx"}, {"fill", "p.gpkg", "text.xlsx"}, {"fill", "none.gpkg", "there.xlsx"},
		{"new", "q.gpkg", "--from", "text.xlsx"}, {"new", "q.gpkg", "--from", "there.xlsx", "--from", "there.xlsx"},
		{"new", "q.gpkg", "--from", "there.xlsx", "--from", "EPSG:4490"},
	} {
		r := run(c...)
		if r.status != exitFailed || strings.Count(r.err, "\n") != 1 {
			t.Errorf("%q: %+v", c, r)
		}
	}
	for _, name := range []string{"out.xls", "out.xlsx", "q.gpkg"} {
		if _, err := os.Stat(name); err == nil {
			t.Errorf("%s was written all the same", name)
		}
	}
	if r := run("form", "-", "there.xlsx", "--force"); r.status != exitHolds {
		t.Errorf("--force: %+v", r)
	}
}
