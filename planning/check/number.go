package check

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/rulebook"
)

// reading is a numeric measure, read off a plan in the unit of its limit.
type reading struct {
	rule    rulebook.Rule
	known   bool
	drawn   bool // read off an outline that is there
	invalid bool // read off an outline that is not valid
	value   float64
	sigma   float64
	unit    rulebook.Unit
	area    geo.Area   // the value itself, of a measure that is one
	what    words.Text // is missing, of a number that is to be stated

	// Of the money of some years:
	short      int        // years that the rule counts and the schedule does not have
	firstYears int        // how many years were counted, where there are more; otherwise 0
	year       words.Text // the year with the least
	excluded   planning.Money
}

// units of area by those of rulebooks.
var areaUnits = map[rulebook.Unit]geo.Unit{
	rulebook.M2: geo.UnitM2, rulebook.Km2: geo.UnitKm2, rulebook.Ha: geo.UnitHa, rulebook.Mu: geo.UnitMu,
}

// units of money by those of rulebooks.
var moneyUnits = map[rulebook.Unit]planning.Money{rulebook.Yi: planning.Yi, rulebook.Wan: planning.Wan}

func (c checker) reading(rule rulebook.Rule, u rulebook.Unit) reading {
	r := reading{rule: rule, unit: u}
	switch rule.Measure {
	case rulebook.ExtentArea:
		r.outline(c.facts.Extent)
	case rulebook.CoreArea:
		r.outline(c.facts.Core)
	case rulebook.CoreOutside:
		out := c.facts.Outside
		r.set(out.Area, out.Sigma)
		r.invalid = !c.facts.Extent.Valid() || !c.facts.Core.Valid()
	case rulebook.Investment, rulebook.PerYear:
		r.byYear(c)
	case rulebook.LeadingShare:
		r.known = c.ledger.total > 0
		r.value = 100 * float64(c.ledger.leading) / float64(c.ledger.total)
	default:
		r.stated(c)
	}
	return r
}

// stated reads a number that the plan states.
func (r *reading) stated(c checker) {
	key, _ := r.rule.Measure.Indicator()
	it, _ := rulebook.Find(c.book.Indicators, key)
	r.what = it.Title
	v, ok := c.plan.Indicator(key)
	r.known, r.value = ok, v.Value
}

func (r *reading) outline(o Outline) {
	if o.Shape.IsEmpty() {
		return
	}
	r.drawn = true
	r.set(o.Areas.Survey, o.Areas.Sigma)
	r.invalid = !o.Valid()
}

func (r *reading) set(a, sigma geo.Area) {
	if r.known = a.Known() && sigma.Known(); r.known {
		r.area = a
		r.value, r.sigma = a.In(areaUnits[r.unit]), sigma.In(areaUnits[r.unit])
	}
}

// judge compares with a limit. Both ends of value ± sigma must lie on the same
// side of every bound for a verdict other than Borderline. A number that is not
// to be relied on decides nothing, however far it lies from the limit.
func (r reading) judge(f *Finding, l rulebook.Limit) {
	f.Limit, f.Bounds = l.Text(), l.Numbers()
	f.Number = Number{Known: r.known, Invalid: r.invalid, Value: r.value, Sigma: r.sigma, Unit: string(r.unit)}
	if !r.known {
		f.Measured = words.Say("check.not_measured")
		f.Verdict, f.Advice = Missing, r.missing()
		return
	}
	f.Measured = r.text()
	if r.invalid {
		f.Measured = words.Say("check.unreliable", "measured", f.Measured)
		f.Verdict, f.Advice = Borderline, words.Say("check.invalid")
		return
	}
	if r.unfinished(f, l) {
		return
	}
	low, high := r.value-r.sigma, r.value+r.sigma
	switch {
	case high < l.Min:
		f.Verdict, f.Advice = Fail, r.advice("low", l.ExpectedMin-r.value)
	case low > l.Max:
		f.Verdict, f.Advice = Fail, r.advice("high", r.value-l.ExpectedMax)
	case low >= l.ExpectedMin && high <= l.ExpectedMax:
		f.Verdict = Pass
	default:
		f.Verdict, f.Advice = Borderline, r.borderline(l)
	}
}

// borderline says why the verdict is neither yes nor no: a bound lies within
// the uncertainty, or the value is allowed but not what is expected.
func (r reading) borderline(l rulebook.Limit) words.Text {
	for _, bound := range []float64{l.Min, l.ExpectedMin, l.ExpectedMax, l.Max} {
		if r.sigma > 0 && r.value-r.sigma <= bound && bound <= r.value+r.sigma {
			return words.Say("check.within_sigma", "limit", r.unit.Quantity(bound), "sigma", r.unit.Gap(r.sigma))
		}
	}
	if r.value < l.ExpectedMin {
		return words.Say("check.unusual_low", "gap", r.unit.Gap(l.ExpectedMin-r.value))
	}
	return words.Say("check.unusual_high", "gap", r.unit.Gap(r.value-l.ExpectedMax))
}

func (r reading) missing() words.Text {
	switch {
	case r.invalid:
		return words.Say("check.invalid")
	case r.drawn:
		return words.Say("check.unmeasurable")
	case !r.what.IsZero():
		return words.Say("check.missing.stated", "what", r.what)
	}
	return words.Say(words.ID("check.missing." + string(r.rule.Measure)))
}

func (r reading) advice(side string, gap float64) words.Text {
	if r.rule.Measure == rulebook.CoreOutside {
		return words.Say("check.outside", "gap", r.unit.Gap(gap))
	}
	return words.Say(words.ID("check."+side), "gap", r.unit.Gap(gap))
}

// text is the value with its uncertainty; an area is followed by 亩, in which
// land is counted.
func (r reading) text() words.Text {
	t := r.unit.Quantity(r.value)
	if _, isArea := areaUnits[r.unit]; !isArea {
		return r.withYears(t)
	}
	if r.sigma > 0 {
		t = r.unit.Range(r.unit.Number(r.value) + " ± " + r.unit.Number(r.sigma))
	}
	if r.unit == rulebook.Km2 {
		t = words.Say("check.with_mu", "area", t, "mu", r.area.Text(geo.UnitMu))
	}
	return t
}
