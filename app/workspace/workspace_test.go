package workspace

import (
	"encoding/json"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"zhenjie/assets/sample"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/check"
	"zhenjie/planning/edit"
)

// circle is a closed outline of n corners round a point; r is in degrees.
func circle(n int, x, y, r float64) geo.Shape {
	ring := make([]geo.Point, n, n+1)
	for i := range ring {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		ring[i] = geo.Point{x + r*cos, y + r*sin}
	}
	return geo.Polygon(append(ring, ring[0]))
}

func project(t testing.TB, p planning.Plan) *Workspace {
	t.Helper()
	w, err := Create(filepath.Join(t.TempDir(), "镇.gpkg"), words.Say("workspace.created"), p, Books{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() })
	return w
}

func do(t testing.TB, w *Workspace, c edit.Command) {
	t.Helper()
	if err := w.Do(c); err != nil {
		t.Fatalf("%+v: %v", c, err)
	}
}

func kind(err error) words.ID {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return bad.Kind
	}
	return ""
}

func name(to string) edit.Command { return edit.SetText{Field: edit.TownName, To: to} }

// sees fails unless the workspace shows a town of this name at a step of so many.
func sees(t *testing.T, w *Workspace, when, town string, current, steps int) {
	t.Helper()
	s := w.State()
	if s.Plan.Identity.Name != town || s.Current != current || len(s.Steps) != steps {
		t.Errorf("%s: the town is %q at step %d of %d; want %q at %d of %d",
			when, s.Plan.Identity.Name, s.Current, len(s.Steps), town, current, steps)
	}
	if s.CanUndo() != (current > 0) || s.CanRedo() != (current < steps-1) {
		t.Errorf("%s: at step %d of %d undo is %v and redo %v", when, current, steps, s.CanUndo(), s.CanRedo())
	}
	if len(s.Findings) != len(s.Book.Rules) {
		t.Errorf("%s: %d findings of %d rules", when, len(s.Findings), len(s.Book.Rules))
	}
}

func TestWorkIsUndoneAndDoneAgain(t *testing.T) {
	w := project(t, planning.Plan{})
	sees(t, w, "created", "", 0, 1)
	for _, step := range []struct {
		when    string
		do      func() error
		town    string
		current int
		steps   int
	}{
		{"undo of nothing", w.Undo, "", 0, 1},
		{"first edit", func() error { return w.Do(name("甲")) }, "甲", 1, 2},
		{"second edit", func() error { return w.Do(name("乙")) }, "乙", 2, 3},
		{"an edit that changes nothing", func() error { return w.Do(name("乙")) }, "乙", 2, 3},
		{"undo", w.Undo, "甲", 1, 3},
		{"redo", w.Redo, "乙", 2, 3},
		{"redo of nothing", w.Redo, "乙", 2, 3},
		{"back to the first", func() error { return w.GoTo(0) }, "", 0, 3},
		{"to a step that is not there", func() error { return w.GoTo(3) }, "", 0, 3},
		{"to step −1", func() error { return w.GoTo(-1) }, "", 0, 3},
		{"to the last", func() error { return w.GoTo(2) }, "乙", 2, 3},
		{"undo again", w.Undo, "甲", 1, 3},
		{"an edit after undo", func() error { return w.Do(name("丙")) }, "丙", 2, 3},
	} {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.when, err)
		}
		sees(t, w, step.when, step.town, step.current, step.steps)
	}
	path := w.State().Path
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(path, Books{})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	sees(t, again, "opened again", "丙", 2, 3)
	if got := again.State().Steps[2].Name.In(words.Zh); got != "小镇名称：丙" {
		t.Errorf("the last step is called %q", got)
	}
	if n := again.Notices(); len(n) != 0 {
		t.Errorf("notices of a file nobody touched: %v", n)
	}
}

func TestABlockedCommandLeavesEverything(t *testing.T) {
	w := project(t, planning.Plan{})
	do(t, w, name("甲"))
	if err := w.Undo(); err != nil {
		t.Fatal(err)
	}
	err := w.Do(edit.SwapBoundary{})
	if kind(err) != "edit.swap_needs_both" {
		t.Errorf("a blocked command gives %v", err)
	}
	sees(t, w, "after a blocked command", "", 0, 2)
}

func TestATrialOfAnOlderPlanIsRefused(t *testing.T) {
	w := project(t, planning.Plan{})
	state := w.State()
	stale, err := state.Try(name("旧"), state.Books)
	if err != nil {
		t.Fatal(err)
	}
	if stale.View.Plan.Identity.Name != "旧" || w.State().Plan.Identity.Name != "" {
		t.Error("a trial shows its plan and leaves the workspace's")
	}
	do(t, w, name("新"))
	if err := w.Commit(stale); kind(err) != "workspace.moved_on" {
		t.Errorf("committing it gives %v", err)
	}
	sees(t, w, "after the stale trial", "新", 1, 2)
	// A trial counts again once the plan it was tried on is back.
	if err := errors.Join(w.Undo(), w.Commit(stale)); err != nil {
		t.Error(err)
	}
	sees(t, w, "after undo and commit", "旧", 1, 2)
}

func TestWhatCannotBeWrittenIsNotShown(t *testing.T) {
	w := project(t, planning.Plan{})
	if err := w.file.Close(); err != nil { // from here on every write fails
		t.Fatal(err)
	}
	if err := w.Do(name("甲")); err == nil {
		t.Error("a step that was not written gives no error")
	}
	sees(t, w, "after a failed write", "", 0, 1)
}

func TestCreateAndOpenSayWhatIsWrong(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "边界.gpkg")
	if err := os.WriteFile(file, []byte("no database"), 0o666); err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]struct {
		do   func() (*Workspace, error)
		kind words.ID
	}{
		"create over a file": {func() (*Workspace, error) { return Create(file, words.Text{}, planning.Plan{}, Books{}) }, "storage.exists"},
		"open no project":    {func() (*Workspace, error) { return Open(file, Books{}) }, "storage.not_project"},
		"open nothing":       {func() (*Workspace, error) { return Open(filepath.Join(folder, "x.gpkg"), Books{}) }, "file.missing"},
	} {
		w, err := c.do()
		var bad *geo.InputError
		if w != nil || !errors.As(err, &bad) || bad.Kind != c.kind || bad.File == "" {
			t.Errorf("%s: %v and %v, want %s of the file", what, w, err, c.kind)
		}
	}
	if data, err := os.ReadFile(file); string(data) != "no database" {
		t.Errorf("the file that was there became %q, %v", data, err)
	}
}

func TestFindingsFollowTheEdits(t *testing.T) {
	extent := circle(60, 120, 30, 0.01) // some 3.35 km²
	w := project(t, planning.Plan{})
	verdict := func(rule string) check.Verdict {
		for _, f := range w.State().Findings {
			if f.Rule == rule {
				return f.Verdict
			}
		}
		t.Fatalf("no finding of %s", rule)
		return ""
	}
	if v := verdict("extent_area"); v != check.Missing {
		t.Errorf("without an extent: %s", v)
	}
	do(t, w, edit.SetBoundary{Extent: &extent, Source: "a.geojson"})
	if v := verdict("extent_area"); v != check.Pass {
		t.Errorf("with an extent of %v km²: %s", w.State().Facts.Extent.Areas.Survey.Km2(), v)
	}
	do(t, w, edit.SetRulebook{ID: "zhejiang-2015"})
	if s := w.State(); s.Book.ID != "zhejiang-2015" || s.BookMissing != "" || verdict("extent_area") != check.Borderline {
		t.Errorf("by %s (missing %q) it is %s", s.Book.ID, s.BookMissing, verdict("extent_area"))
	}
	do(t, w, edit.SetRulebook{ID: "nowhere"})
	if s := w.State(); s.Book.ID != "guide-2017" || s.BookMissing != "nowhere" {
		t.Errorf("by a rulebook that is not here: %s (missing %q)", s.Book.ID, s.BookMissing)
	}
	if err := w.GoTo(0); err != nil {
		t.Fatal(err)
	}
	if v := verdict("extent_area"); v != check.Missing {
		t.Errorf("back at the beginning: %s", v)
	}
}

func TestSamplePlanMeetsEveryRule(t *testing.T) {
	p, err := SamplePlan()
	if err != nil {
		t.Fatal(err)
	}
	v := Look(p, Books{}, View{})
	if v.Book.ID != "guide-2017" || v.BookMissing != "" {
		t.Errorf("judged by %s (missing %q)", v.Book.ID, v.BookMissing)
	}
	for _, f := range v.Findings {
		if f.Verdict != check.Pass {
			t.Errorf("%s is %s: %s", f.Rule, f.Verdict, f.Advice.In(words.En))
		}
	}
	if !v.Facts.Extent.Valid() || !v.Facts.Core.Valid() || !v.Facts.Outside.Shape.IsEmpty() {
		t.Errorf("problems %v and %v, outside %v m²", v.Facts.Extent.Problems, v.Facts.Core.Problems, v.Facts.Outside.Area.M2())
	}
	if a := v.Facts.Extent.Areas.Survey.Km2(); a < 3.55 || a > 3.65 {
		t.Errorf("the extent has %v km², want 3.55 to 3.65", a)
	}
	if a := v.Facts.Core.Areas.Survey.Km2(); a < 0.98 || a > 1.02 {
		t.Errorf("the core has %v km², want 0.98 to 1.02", a)
	}
	if p.Schedule.Total() != p.Claims.Investment || p.Investors.Len() == 0 {
		t.Errorf("the schedule sums up to %d 分, claimed are %d", p.Schedule.Total(), p.Claims.Investment)
	}
}

// TestSamplePlanTakesAllOfItsFile writes the plan's parts again, which must
// give what assets/sample/town/plan.json says, every key of it.
func TestSamplePlanTakesAllOfItsFile(t *testing.T) {
	p, err := SamplePlan()
	if err != nil {
		t.Fatal(err)
	}
	written, err := json.Marshal(map[planning.Part]any{
		planning.PartIdentity: p.Identity, planning.PartSides: p.Sides, planning.PartClaims: p.Claims, planning.PartPositioning: p.Positioning,
		planning.PartIndicators: p.Indicators, planning.PartGuide: p.Guide, planning.PartProjects: p.Projects, planning.PartSites: p.Sites,
		planning.PartProcedure: p.Procedure,
		planning.PartInvestors: p.Investors, planning.PartSchedule: p.Schedule, planning.PartEligibility: p.Eligibility,
		planning.PartMaterials: p.Materials, planning.PartSettings: p.Settings,
	})
	if err != nil {
		t.Fatal(err)
	}
	var got, want map[string]any
	if err := errors.Join(json.Unmarshal(written, &got), json.Unmarshal(sample.Plan, &want)); err != nil {
		t.Fatal(err)
	}
	for part, says := range want {
		if !holds(got[part], says) {
			t.Errorf("%s is\n%v\nthe file says\n%v", part, got[part], says)
		}
	}
}

// holds reports whether a JSON value says all that another does; it may say more
// under other keys, and nothing behind the items of a list.
func holds(got, want any) bool {
	switch want := want.(type) {
	case map[string]any:
		for key, v := range want {
			if of, ok := got.(map[string]any); !ok || !holds(of[key], v) {
				return false
			}
		}
		return true
	case []any:
		list, ok := got.([]any)
		if !ok || len(list) < len(want) {
			return false
		}
		for i, v := range list {
			if i < len(want) && !holds(v, want[i]) || i >= len(want) && !nothing(v) {
				return false
			}
		}
		return true
	}
	return got == want
}

// nothing reports whether a JSON value is zero, or a list of nothing else.
func nothing(v any) bool {
	list, ok := v.([]any)
	if !ok {
		return v == 0.0
	}
	return !slices.ContainsFunc(list, func(v any) bool { return !nothing(v) })
}

func TestASamplePlanSurvivesItsProject(t *testing.T) {
	p, err := SamplePlan()
	if err != nil {
		t.Fatal(err)
	}
	w := project(t, p)
	path := w.State().Path
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(path, Books{})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if changed := p.Changed(again.State().Plan); len(changed) != 0 {
		want, _ := json.Marshal(p)
		got, _ := json.Marshal(again.State().Plan)
		t.Errorf("%v came back changed:\n%s\nwant\n%s", changed, got, want)
	}
}

// BenchmarkEdit moves one corner of an extent of 1,000: plan, areas, validity,
// overlay with the core, findings and the journal on the disk. The goal is
// 20 ms.
func BenchmarkEdit(b *testing.B) {
	extent := circle(1000, 120, 30, 0.011)
	w := project(b, planning.Plan{Extent: extent, Core: circle(300, 120, 30, 0.005)})
	k := 0
	for b.Loop() {
		k++
		pts := extent.Ring(0, 0).Points()
		pts[1+k%990][0] += 1e-7 * float64(k%100+1)
		moved := extent.WithRing(geo.RingRef{}, pts)
		do(b, w, edit.SetBoundary{Extent: &moved})
	}
	if n := len(w.State().Steps); n != k+1 {
		b.Errorf("%d edits made %d steps", k, n-1)
	}
}
