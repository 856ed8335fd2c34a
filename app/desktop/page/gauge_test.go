package page

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhenjie/app/desktop/look"
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
)

// findings lists the findings of a plan.
func findings(v workspace.View, lang words.Lang) *widgets.FindingList {
	var rows []widgets.Finding
	for _, f := range v.Findings {
		rows = append(rows, Finding(f, lang))
	}
	l := widgets.NewFindingList()
	l.Display(rows)
	return l
}

// What stands beside the map at all times must leave room for the rest of the
// window.
func TestGaugesAndFindingsAskForLittleRoom(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	for _, lang := range []words.Lang{words.Zh, words.En} {
		for _, s := range []fyne.CanvasObject{
			findings(stateOf(planning.Plan{}).View, lang), findings(sampleState(t).View, lang),
		} {
			if least := s.MinSize().Width; least > 220 {
				t.Errorf("in %s the findings are at least %.0f wide", lang, least)
			}
		}
		v := sampleState(t).View
		for _, r := range v.Book.Rules {
			g := widgets.NewGauge()
			state, _ := Gauge(v, r.Measure, lang)
			g.Display(state)
			if least := g.MinSize().Width; least > 200 {
				t.Errorf("in %s the gauge of %s is at least %.0f wide", lang, r.ID, least)
			}
		}
	}
}
