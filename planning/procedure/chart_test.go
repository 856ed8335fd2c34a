package procedure_test

import (
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/chart"
	"zhenjie/planning/procedure"
)

func TestChartOfEveryProcedure(t *testing.T) {
	for _, d := range procedure.Builtin() {
		for _, lang := range []words.Lang{words.Zh, words.En} {
			f := procedure.Chart(d, procedure.Progress{}, lang)
			ids := map[string]bool{chart.FlowExit: true}
			for p := range d.All() {
				ids[p.Step.ID] = true
			}
			if len(f.Lanes) != len(d.Stages) || f.Title != d.Name.In(lang) {
				t.Errorf("%s: %d lanes of %q", d.ID, len(f.Lanes), f.Title)
			}
			for _, l := range f.Lanes {
				for _, s := range l.Steps {
					if s.Title == "" || s.State != chart.FlowOpen || strings.Contains(s.Note, "{") {
						t.Errorf("%s: %+v", d.ID, s)
					}
					if s.Decision != (s.NoTo != "") || s.Decision && (s.Yes == "" || s.No == "" || !ids[s.NoTo]) {
						t.Errorf("%s: the decision %+v", d.ID, s)
					}
				}
			}
			var svg strings.Builder
			if err := chart.Write(&svg, f, chart.SVG); err != nil || !strings.Contains(svg.String(), "<svg") {
				t.Errorf("%s is not drawn: %v", d.ID, err)
			}
		}
	}
}

func TestChartMarksTheProgress(t *testing.T) {
	d := byID(t, "p02")
	p := planning.Procedure{Steps: states("apply/creation_plan=done apply/concept_plan=done review/first_review=returned")}
	f := procedure.Chart(d, procedure.Look(d, p, "", on(t, "2026-05-01")), words.Zh)
	got := []chart.FlowState{f.Lanes[0].Steps[0].State, f.Lanes[0].Steps[1].State, f.Lanes[1].Steps[0].State, f.Lanes[1].Steps[1].State}
	want := []chart.FlowState{chart.FlowCurrent, chart.FlowDone, chart.FlowReturned, chart.FlowOpen}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("the states are %v, want %v", got, want)
			break
		}
	}
	if loop := f.Lanes[2].Loop; loop != "每年" {
		t.Errorf("the assessment comes %q", loop)
	}
	exit := f.Lanes[2].Steps[3]
	if exit.NoTo != chart.FlowExit || exit.No != "已触发" || exit.Yes != "未触发" {
		t.Errorf("the exit is %+v", exit)
	}
	if note := f.Lanes[0].Steps[0].Note; note != "包括：区域范围、产业定位、投资主体、投资规模、建设计划" {
		t.Errorf("the creation plan: %s", note)
	}
}
