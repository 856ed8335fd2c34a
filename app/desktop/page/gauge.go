package page

import (
	"math"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning/check"
	"zhenjie/planning/rulebook"
)

// verdicts are the signs of the verdicts.
var verdicts = map[check.Verdict]widgets.Verdict{
	check.Pass: widgets.Pass, check.Fail: widgets.Fail, check.Borderline: widgets.Borderline, check.Missing: widgets.Missing,
}

// Gauge is how a measure of the plan stands against its limit; ok is false
// where the rulebook has no rule of that measure.
func Gauge(v workspace.View, m rulebook.Measure, lang words.Lang) (g widgets.GaugeState, ok bool) {
	for i, r := range v.Book.Rules {
		if r.Measure == m {
			return gauge(v.Findings[i], r.LimitFor(v.Plan), lang), true
		}
	}
	return g, false
}

func gauge(f check.Finding, l rulebook.Limit, lang words.Lang) widgets.GaugeState {
	g := widgets.GaugeState{
		Caption: f.Title.In(lang), Value: brief(f, l.Unit).In(lang),
		Now: f.Number.Value, Sigma: f.Number.Sigma, Known: f.Number.Known,
		Low: math.Max(l.ExpectedMin, 0), High: l.ExpectedMax, Verdict: verdicts[f.Verdict],
	}
	if l.Min < l.ExpectedMin || l.Max > l.ExpectedMax {
		g.WarnLow, g.WarnHigh = math.Max(l.Min, 0), l.Max
	}
	top := g.Low
	for _, bound := range []float64{l.ExpectedMax, l.Max} {
		if !math.IsInf(bound, 1) {
			top = math.Max(top, bound)
		}
	}
	g.Max = 1.4 * top
	if g.Low > 0 {
		g.LowLabel = limitLabel(g.Low, l.Unit, lang)
	}
	if !math.IsInf(g.High, 1) {
		g.HighLabel = limitLabel(g.High, l.Unit, lang)
	}
	return g
}

// limitLabel is a limit as the gauge's value is written: in English, money is
// told in billions.
func limitLabel(x float64, u rulebook.Unit, lang words.Lang) string {
	if u == rulebook.Yi && lang == words.En {
		x /= 10
	}
	return label(x)
}

// brief is the measured value in the limit's unit alone.
func brief(f check.Finding, u rulebook.Unit) words.Text {
	if !f.Number.Known {
		return f.Measured
	}
	if f.Number.Sigma == 0 {
		return u.Quantity(f.Number.Value)
	}
	return u.Range(u.Number(f.Number.Value) + " ± " + u.Number(f.Number.Sigma))
}

// Finding is a finding in the words of a language.
func Finding(f check.Finding, lang words.Lang) widgets.Finding {
	return widgets.Finding{
		Verdict: verdicts[f.Verdict], Title: f.Title.In(lang), Measured: f.Measured.In(lang),
		Limit:  words.Say("window.verdict", "verdict", f.Verdict.Title(), "limit", f.Limit).In(lang),
		Advice: f.Advice.In(lang), Source: f.Source.In(lang),
	}
}
