package figure_test

import (
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/chart"
	"zhenjie/planning/figure"
)

func TestGuide(t *testing.T) {
	p := planning.Plan{Guide: planning.ListOf(
		planning.GuideAnswer{Point: planning.GuideBenefit, Score: 10}, planning.GuideAnswer{Point: planning.GuideCore, Text: "x"},
		planning.GuideAnswer{Point: planning.GuideGovernment, Score: 7},
	)}
	r := figure.Guide(p, words.Zh)
	want := map[int]chart.Axis{
		0: {Name: "服务政府", Text: "7", Value: 7, Max: 10, Known: true},
		1: {Name: "核心特色", Text: "未评", Max: 10},
		6: {Name: "利益分配", Text: "10", Value: 10, Max: 10, Known: true},
	}
	if len(r.Axes) != len(planning.GuidePoints) || r.Title != "七项自评" || r.Lang != "zh" {
		t.Fatalf("the chart is %+v", r)
	}
	for i, axis := range want {
		if r.Axes[i] != axis {
			t.Errorf("axis %d is %+v, want %+v", i, r.Axes[i], axis)
		}
	}
	if en := figure.Guide(p, words.En).Axes[1]; en.Name != "Character" || en.Text != "none" {
		t.Errorf("in English axis 1 is %+v", en)
	}
}
