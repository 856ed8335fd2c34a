package sample

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// codeLetters are those of GB 32100-2015, in the order of their values.
const codeLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// codeSigns are the two check characters that a 统一社会信用代码 ought to have:
// that of the organisation in it, by GB 11714-1997, and its own, by GB 32100-2015.
func codeSigns(code string) string {
	weights, body := []int{3, 7, 9, 10, 5, 8, 4, 2}, 0
	for i, w := range weights {
		body += w * strings.IndexByte("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", code[8+i])
	}
	own, weight := 0, 1
	for i := range 17 {
		own += weight * strings.IndexByte(codeLetters, code[i])
		weight = weight * 3 % 31
	}
	return string("0123456789X0"[11-body%11]) + string(codeLetters[(31-own%31)%31])
}

func TestCodesOfTheInvestorsHold(t *testing.T) {
	// The code of 华为技术有限公司, as its public company record gives it.
	if got := codeSigns("914403001922038216"); got != "16" {
		t.Fatalf("the checks of a real code are %q", got)
	}
	seen := map[string]bool{}
	var shares int64
	for _, v := range readPlan(t).Investors {
		shares += v.Share
		if len(v.Code) != 18 || seen[v.Code] || codeSigns(v.Code) != v.Code[16:] {
			t.Errorf("%s has the code %q", v.Name, v.Code)
		}
		seen[v.Code] = true
		if !strings.HasPrefix(v.Code, "91990000XXXX") { // no place has this number, and no body these letters
			t.Errorf("the code %q of %s might be that of a real company", v.Code, v.Name)
		}
		if !strings.HasPrefix(v.Phone, "0000-") {
			t.Errorf("%s might be reached by %q", v.Name, v.Phone)
		}
	}
	if shares != 10_000 {
		t.Errorf("the shares sum up to %d hundredths of a percent", shares)
	}
}

func TestQuartersOfTheTownLieWithinTheirYear(t *testing.T) {
	p := readPlan(t)
	starts, funds := map[string]string{}, map[string]bool{}
	scheduled := map[string]int64{}
	for _, v := range p.Projects {
		starts[v.Name] = v.Start
	}
	for _, r := range p.Schedule.Rows {
		funds[r.Fund] = true
		scheduled[r.Project] += r.Amounts[0] + r.Amounts[1] + r.Amounts[2]
		var sum int64
		for q, m := range r.Quarters[0] {
			sum += m
			ends := []string{"2026-03", "2026-06", "2026-09", "2026-12"}[q]
			if m < 0 || m > 0 && starts[r.Project] > ends {
				t.Errorf("%s has %d 分 in quarter %d and starts in %s", r.Project, m, q+1, starts[r.Project])
			}
		}
		if sum == 0 || sum > r.Amounts[0] {
			t.Errorf("%s: %d 分 in the quarters of a year of %d", r.Project, sum, r.Amounts[0])
		}
	}
	if len(funds) < 4 || funds[""] {
		t.Errorf("the money comes from %v, want four sources or more", funds)
	}
	for _, v := range p.Projects {
		if v.Budget != scheduled[v.Name] || v.Start >= v.End {
			t.Errorf("%s costs %d 分 from %s to %s; %d are scheduled", v.Name, v.Budget, v.Start, v.End, scheduled[v.Name])
		}
	}
}

// inside reports whether a place lies within polygons of degrees: its ray to the
// east crosses their rings an odd number of times.
func inside(polygons [][][][2]float64, at [2]float64) bool {
	in := false
	for _, rings := range polygons {
		for _, ring := range rings {
			for i := 1; i < len(ring); i++ {
				a, b := ring[i-1], ring[i]
				if (a[1] > at[1]) != (b[1] > at[1]) && at[0] < a[0]+(at[1]-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
					in = !in
				}
			}
		}
	}
	return in
}

func TestSitesOfTheTownLieInIt(t *testing.T) {
	p := readPlan(t)
	extent, _ := outlines(t, "extent.geojson", Extent)
	core, _ := outlines(t, "core.geojson", Core)
	var names []string
	for _, v := range p.Projects {
		names = append(names, v.Name)
	}
	placed, grounds := map[string]bool{}, 0
	for _, s := range p.Sites {
		if placed[s.Project] || !slices.Contains(names, s.Project) {
			t.Errorf("%q has two sites, or is no project", s.Project)
		}
		placed[s.Project] = true
		if len(s.Parts) == 0 {
			if !inside(extent, s.Point) {
				t.Errorf("%s lies outside the extent", s.Project)
			}
			continue
		}
		grounds++
		checkRings(t, s.Project, s.Parts)
		for _, corner := range s.Parts[0][0] {
			if !inside(core, corner) {
				t.Errorf("%s: the corner %v lies outside the core", s.Project, corner)
			}
		}
	}
	if len(placed) < 6 || grounds < 2 {
		t.Errorf("%d sites, %d of them with their ground", len(placed), grounds)
	}
}

func TestPositioningOfTheTownIsComplete(t *testing.T) {
	p := readPlan(t)
	if len(p.Positioning.Functions) != 4 || len(p.Positioning.Competitors) != 3 || len(p.Positioning.Teams) != 3 {
		t.Errorf("the positioning holds %+v", p.Positioning)
	}
	for name, text := range p.Positioning.Functions {
		if !strings.Contains(text, "茶") {
			t.Errorf("%s does not grow out of tea: %q", name, text)
		}
	}
	for _, v := range p.Positioning.Competitors {
		if !strings.Contains(v.Name, "虚构") || v.Place == "" || v.Strength == "" || v.Difference == "" {
			t.Errorf("%+v is not complete", v)
		}
	}
	for _, v := range p.Positioning.Teams {
		if !strings.Contains(v.Name, "虚构") || v.Leader == "" || v.Field == "" || v.Remark == "" {
			t.Errorf("%+v is not complete", v)
		}
	}
	want := []string{"government", "core", "industry", "mechanism", "community", "customers", "benefit"}
	for i, a := range p.Guide {
		if i >= len(want) || a.Point != want[i] || a.Score < 6 || a.Score > 9 || a.Text == "" || a.Evidence == "" {
			t.Errorf("answer %d is %+v", i, a)
		}
	}
	if len(p.Guide) != len(want) {
		t.Errorf("%d answers, want %d", len(p.Guide), len(want))
	}
}

func TestProcedureOfTheTownFollowsItsSchedule(t *testing.T) {
	p := readPlan(t)
	last := ""
	for _, s := range p.Procedure.Steps {
		if s.State != "done" {
			continue
		}
		if _, err := time.Parse(time.DateOnly, s.Date); err != nil || s.Date < last {
			t.Errorf("%s/%s was done on %q, the step before on %q", s.Stage, s.Step, s.Date, last)
		}
		last = s.Date
	}
	for i, a := range p.Procedure.Assessments {
		var planned int64
		for _, r := range p.Schedule.Rows {
			planned += r.Amounts[i]
		}
		if a.Year != p.Schedule.FirstYear+i || a.Target != planned || (a.Result == "pass") != (a.Actual >= a.Target) {
			t.Errorf("assessment %+v, scheduled are %d 分", a, planned)
		}
	}
	if len(p.Procedure.Assessments) != 2 || p.Procedure.Started == "" || len(p.Procedure.Steps) < 5 {
		t.Errorf("the procedure has come to %+v", p.Procedure)
	}
}
