// Package figure makes the charts of a plan, for the window and the dossier.
package figure

import (
	"strconv"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/chart"
)

// Guide is the chart of the scores of the self-assessment, in the guide's order.
func Guide(p planning.Plan, l words.Lang) chart.Radar {
	r := chart.Radar{Title: words.Say("page.guide").In(l), Rings: planning.MaxScore / 2, Lang: l.String()}
	for _, point := range planning.GuidePoints {
		a, _ := p.GuideAnswer(point)
		axis := chart.Axis{Name: point.Title().In(l), Max: planning.MaxScore, Text: words.Say("guide.unscored").In(l)}
		if a.Score > 0 {
			axis.Value, axis.Known, axis.Text = float64(a.Score), true, strconv.Itoa(a.Score)
		}
		r.Axes = append(r.Axes, axis)
	}
	return r
}
