package procedure

import (
	"cmp"
	"math"
	"slices"
	"time"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// Outcome is what the yearly assessments have led to.
type Outcome struct {
	Years     []Year       // in order
	Warnings  []words.Text // what is lost, or may be
	Exited    int          // the year whose miss led to exit; 0 for none
	Suspended []int        // years without support
}

// Year is one yearly assessment, judged.
type Year struct {
	planning.Assessment
	Outcome  planning.AssessmentResult // given, or what the money says; "" while open
	Computed bool                      // the outcome was not given
	Doubtful bool                      // the outcome that was given is not what the money says
	Reward   geo.Area                  // the land quota it earns
	Text     words.Text
}

// missed reports whether the year is known to have been missed.
func (y Year) missed() bool { return y.Outcome == planning.AssessmentMissed }

// judged are the assessments by year; of two of a year the first counts.
func judged(p planning.Procedure, today time.Time) []Year {
	var years []Year
	for _, a := range p.Assessments.All() {
		if !slices.ContainsFunc(years, func(y Year) bool { return y.Year == a.Year }) {
			years = append(years, judge(a, today))
		}
	}
	slices.SortFunc(years, func(a, b Year) int { return cmp.Compare(a.Year, b.Year) })
	return years
}

// judge holds the money against the target where no outcome is given. A target
// that is reached is passed at once; one that is not is missed when the year is
// over and an actual amount stands there: 0 is one not stated.
func judge(a planning.Assessment, today time.Time) Year {
	y := Year{Assessment: a, Outcome: a.Result}
	money := planning.AssessmentResult("")
	switch {
	case a.Target <= 0 || a.Actual <= 0:
	case a.Actual >= a.Target:
		money = planning.AssessmentPassed
	case a.Year < today.Year():
		money = planning.AssessmentMissed
	}
	switch {
	case a.Result == "":
		y.Outcome, y.Computed = money, money != ""
	case a.Actual > 0 && a.Target > 0:
		y.Doubtful = (a.Result == planning.AssessmentPassed) != (a.Actual >= a.Target)
	}
	y.Text = y.sentence()
	return y
}

func (y Year) sentence() words.Text {
	how := words.ID("procedure.year.open")
	switch {
	case y.Outcome == planning.AssessmentPassed && y.Computed:
		how = "procedure.year.passed_computed"
	case y.Outcome == planning.AssessmentPassed && y.Doubtful:
		how = "procedure.year.passed_doubtful"
	case y.Outcome == planning.AssessmentPassed:
		how = "procedure.year.passed"
	case y.missed() && y.Computed:
		how = "procedure.year.missed_computed"
	case y.missed() && y.Doubtful:
		how = "procedure.year.missed_doubtful"
	case y.missed():
		how = "procedure.year.missed"
	}
	if y.Target <= 0 || y.Actual <= 0 {
		return words.Say("procedure.year", "year", y.Year, "how", words.Say(how))
	}
	share := math.Floor(float64(y.Actual)/float64(y.Target)*1000) / 10 // never 100 % of a target that was missed
	return words.Say("procedure.year.money", "year", y.Year, "target", y.Target.Text(), "actual", y.Actual.Text(),
		"percent", geo.Decimal(share, 1), "how", words.Say(how))
}

func (d *Definition) outcome(p planning.Procedure, today time.Time) Outcome {
	out := Outcome{Years: judged(p, today)}
	if d.Exit.Misses == 0 {
		return out
	}
	count, last := 0, 0 // misses that count, and the last year that says anything
	for _, y := range out.Years {
		if y.Outcome == "" {
			continue
		}
		broken := y.Year != last+1 || !y.missed()
		if last = y.Year; d.Exit.Consecutive && broken {
			count = 0
		}
		if !y.missed() {
			continue
		}
		if count++; count < d.Exit.Misses {
			continue
		}
		if d.Exit.Effect == EffectExit {
			out.Exited = y.Year
			out.Warnings = append(out.Warnings, words.Say("procedure.warn.exit", "year", y.Year, "rule", d.Exit.Text()))
			return out
		}
		out.Suspended = append(out.Suspended, y.Year+1)
		out.Warnings = append(out.Warnings, words.Say("procedure.warn.suspended", "year", y.Year, "next", y.Year+1))
	}
	if count > 0 && d.Exit.Effect == EffectExit {
		out.Warnings = append(out.Warnings, d.Exit.nearer(count, last+1))
	}
	return out
}

// nearer says how far off an exit is after some misses; next is the year that
// will tell.
func (e Exit) nearer(misses, next int) words.Text {
	if left := e.Misses - misses; left > 1 {
		return words.Say("procedure.warn.more", "n", misses, "left", left)
	}
	return words.Say("procedure.warn.one_more", "next", next, "n", misses)
}

// startYear is the first year that counts: that in which the town was accepted,
// or the first one assessed; 0 when neither is known.
func startYear(p planning.Procedure, years []Year) int {
	if t, ok := date(p.Started); ok {
		return t.Year()
	}
	if len(years) > 0 {
		return years[0].Year
	}
	return 0
}
