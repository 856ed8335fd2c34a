package check_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/area"
	"zhenjie/planning"
	"zhenjie/planning/check"
	"zhenjie/planning/rulebook"
)

func parsed(t testing.TB, text string) *rulebook.Rulebook {
	t.Helper()
	b, err := rulebook.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// limited is a rulebook of one rule with a limit.
func limited(t testing.TB, measure, limit string) *rulebook.Rulebook {
	t.Helper()
	return parsed(t, "id: x\nrules:\n  - {id: r, measure: "+measure+", limit: {"+limit+"}}\n")
}

const between = "min: 3, expected_min: 3.2, expected_max: 4.5, max: 5, unit: km2"

// TestJudgingAtTheLimits: in m² every one of these numbers is exact in binary,
// so that "exactly on" means just that. Unit km² would round 3.2 to a neighbour.
func TestJudgingAtTheLimits(t *testing.T) {
	book := limited(t, "extent.area", "min: 3000, expected_min: 3200, expected_max: 4500, max: 5000, unit: m2")
	for _, c := range []struct {
		m2, sigma float64
		want      check.Verdict
		advice    words.ID
	}{
		{3000, 0, check.Borderline, "check.unusual_low"}, // on the bound: allowed, not what is expected
		{2999.99, 0, check.Fail, "check.low"},
		{3200, 0, check.Pass, ""},
		{3199.99, 0, check.Borderline, "check.unusual_low"},
		{4500, 0, check.Pass, ""},
		{4500.01, 0, check.Borderline, "check.unusual_high"},
		{5000, 0, check.Borderline, "check.unusual_high"},
		{5000.01, 0, check.Fail, "check.high"},
		{4000, 100, check.Pass, ""},
		{3300, 100, check.Pass, ""}, // the uncertainty ends on the bound
		{3299, 100, check.Borderline, "check.within_sigma"},
		{3200, 1, check.Borderline, "check.within_sigma"},
		{2990, 20, check.Borderline, "check.within_sigma"}, // fails by itself, but not for certain
		{2990, 10, check.Borderline, "check.within_sigma"},
		{2990, 9, check.Fail, "check.low"},
		{5010, 10, check.Borderline, "check.within_sigma"},
		{5010, 9, check.Fail, "check.high"},
		{4800, 1000, check.Borderline, "check.within_sigma"},
		{0, 0, check.Fail, "check.low"},
	} {
		facts := check.Facts{Extent: measured(geo.Area(c.m2), geo.Area(c.sigma))}
		f := check.Check(planning.Plan{}, facts, book)[0]
		if f.Verdict != c.want || f.Advice.ID != c.advice {
			t.Errorf("%v ± %v m² is %s (%s), want %s (%s)", c.m2, c.sigma, f.Verdict, f.Advice.ID, c.want, c.advice)
		}
		if !f.Number.Known || f.Number.Value != c.m2 || f.Number.Sigma != c.sigma || f.Number.Unit != "m2" {
			t.Errorf("%v ± %v m² is reported as %+v", c.m2, c.sigma, f.Number)
		}
	}
}

// TestAVerdictIsOneForTheWholeUncertainty: whatever value lies within ± sigma
// would be judged the same by itself, unless the verdict is borderline.
func TestAVerdictIsOneForTheWholeUncertainty(t *testing.T) {
	book := limited(t, "extent.area", between)
	judge := func(v, sigma float64) check.Verdict {
		facts := check.Facts{Extent: measured(geo.Area(v), geo.Area(sigma))}
		return check.Check(planning.Plan{}, facts, book)[0].Verdict
	}
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(2e6, 6e6).Draw(t, "m2")
		sigma := rapid.Float64Range(0, 5e5).Draw(t, "sigma")
		got := judge(v, sigma)
		if got == check.Borderline {
			return
		}
		inside := v + sigma*rapid.Float64Range(-0.999, 0.999).Draw(t, "within")
		if exact := judge(inside, 0); exact != got {
			t.Fatalf("%v ± %v m² is %s, but %v m² would be %s", v, sigma, got, inside, exact)
		}
	})
}

func TestNumbersInWords(t *testing.T) {
	book := limited(t, "extent.area", between)
	facts := check.Facts{Extent: measured(3_603_216.67, 586.25)}
	got := check.Check(planning.Plan{}, facts, book)[0].Measured
	if zh := got.In(words.Zh); zh != "3.6032 ± 0.0006 km²（5404.83 亩）" {
		t.Errorf("said %q", zh)
	}
	if en := got.In(words.En); en != "3.6032 ± 0.0006 km² (5404.83 mu)" {
		t.Errorf("said %q", en)
	}
}

// TestMuOfAFindingAreThoseOfTheArea: a survey area is a whole number of 0.01
// m², so that one in two thousand lies half-way between two numbers of 亩.
func TestMuOfAFindingAreThoseOfTheArea(t *testing.T) {
	book := limited(t, "extent.area", between)
	rapid.Check(t, func(t *rapid.T) {
		hundredths := rapid.Int64Range(100_000, 500_000).Draw(t, "n")*2000 + 1000 // the half-way ones
		size := geo.Area(float64(hundredths) / 100)
		said := check.Check(planning.Plan{}, check.Facts{Extent: measured(size, 0)}, book)[0].Measured.In(words.En)
		if mu := size.Text(geo.UnitMu).In(words.En); !strings.Contains(said, mu) {
			t.Fatalf("%v m² is %s, the finding says %s", size.M2(), mu, said)
		}
	})
}

// bowTie crosses itself in its middle.
var bowTie = geo.Polygon([]geo.Point{{120, 30}, {120.02, 30.02}, {120.02, 30}, {120, 30.021}, {120, 30}})

func TestAnInvalidOutlineNeverPasses(t *testing.T) {
	good := square(120, 30, 0.02)
	open := parsed(t, `id: x
rules:
  - {id: extent, measure: extent.area, limit: {min: 0, unit: m2}}
  - {id: core, measure: core.area, limit: {min: 0, unit: m2}}
  - {id: outside, measure: core.outside, limit: {min: 0, unit: m2}}
`)
	for name, c := range map[string]struct {
		extent, core geo.Shape
		invalid      []string
	}{
		"the extent": {bowTie, good, []string{"extent", "outside"}},
		"the core":   {good, bowTie, []string{"core", "outside"}},
		"both":       {bowTie, bowTie, []string{"extent", "core", "outside"}},
		"neither":    {good, good, nil},
	} {
		p := planning.Plan{Extent: c.extent, Core: c.core}
		findings := check.Check(p, check.Measure(p, check.Facts{}), open)
		invalid := 0
		for _, f := range findings {
			if f.Verdict != check.Pass && f.Advice.ID == "check.invalid" {
				invalid++
			}
		}
		for _, rule := range c.invalid {
			if f := finding(t, findings, rule); f.Verdict == check.Pass || f.Advice.ID != "check.invalid" {
				t.Errorf("%s crosses itself: %s is %s with the advice %s", name, rule, f.Verdict, f.Advice.ID)
			}
		}
		if invalid != len(c.invalid) {
			t.Errorf("%s crosses itself: %d findings say so, want %v", name, invalid, c.invalid)
		}
	}
	// However far the number lies from the limit, it is not to be relied on.
	p := planning.Plan{Extent: bowTie}
	for _, limit := range []string{"max: 1, unit: m2", "min: 0, unit: m2", "min: 3, max: 5, unit: km2"} {
		f := check.Check(p, check.Measure(p, check.Facts{}), limited(t, "extent.area", limit))[0]
		if f.Verdict != check.Borderline || f.Advice.ID != "check.invalid" || !f.Number.Invalid || f.Measured.ID != "check.unreliable" {
			t.Errorf("%s: an invalid outline is %s with the advice %s: %s", limit, f.Verdict, f.Advice.ID, f.Measured.In(words.En))
		}
	}
}

// TestGroundOfTheCoreOutsideTheExtent holds the overlay against the survey
// area of the box that is known to stick out.
func TestGroundOfTheCoreOutsideTheExtent(t *testing.T) {
	extent := box(120, 30, 120.02, 30.02)
	for name, c := range map[string]struct {
		core, out geo.Shape
	}{
		"half of it":     {box(120.015, 30.005, 120.025, 30.015), box(120.02, 30.005, 120.025, 30.015)},
		"all of it":      {box(120.03, 30.005, 120.04, 30.015), box(120.03, 30.005, 120.04, 30.015)},
		"nothing":        {box(120.005, 30.005, 120.015, 30.015), geo.Shape{}},
		"the same edges": {extent, geo.Shape{}},
		"one of two parts": {
			geo.Join(box(120.005, 30.005, 120.01, 30.01), box(120.03, 30, 120.031, 30.001)), box(120.03, 30, 120.031, 30.001),
		},
	} {
		p := planning.Plan{Extent: extent, Core: c.core}
		facts := check.Measure(p, check.Facts{})
		want := area.Of(c.out, area.Survey, p.Settings.Sigma())
		// 0.05 m²: the new corners are rounded to doubles, the survey area to
		// 0.0001 m and 0.01 m².
		if got := facts.Outside.Area; math.Abs(float64(got-want.Survey)) > 0.05 {
			t.Errorf("%s outside: %v m², want %v", name, got.M2(), want.Survey.M2())
		}
		if got := facts.Outside.Sigma; math.Abs(float64(got-want.Sigma)) > 0.01 {
			t.Errorf("%s outside: ± %v m², want %v", name, got.M2(), want.Sigma.M2())
		}
		f := finding(t, check.Check(p, facts, rulebook.Default()), "core_inside")
		if inside := want.Survey == 0; (f.Verdict == check.Pass) != inside || (f.Verdict == check.Fail) == inside {
			t.Errorf("%s outside is judged %s", name, f.Verdict)
		}
	}
}

func TestAnEmptyPlanMissesEverythingAndFailsNothing(t *testing.T) {
	for _, b := range rulebook.Builtin() {
		var p planning.Plan
		findings := check.Check(p, check.Measure(p, check.Facts{}), b)
		if len(findings) != len(b.Rules) || check.Holds(findings) {
			t.Errorf("%s: %d findings of %d rules, holds %v", b.ID, len(findings), len(b.Rules), check.Holds(findings))
		}
		for i, f := range findings {
			if f.Rule != b.Rules[i].ID || f.Verdict != check.Missing || f.Source.IsZero() {
				t.Errorf("%s: finding %d is %s of %s, source %q", b.ID, i, f.Verdict, f.Rule, f.Source.In(words.En))
			}
			for _, text := range []words.Text{f.Title, f.Measured, f.Limit, f.Advice, f.Verdict.Title()} {
				zh, en := text.In(words.Zh), text.In(words.En)
				if zh == "" || en == "" || zh == string(text.ID) || strings.ContainsAny(zh+en, "{}") {
					t.Errorf("%s: %s says %q and %q", b.ID, f.Rule, zh, en)
				}
			}
		}
		if n := check.Count(findings, check.Missing); n != len(b.Rules) {
			t.Errorf("%s: %d missing, want %d", b.ID, n, len(b.Rules))
		}
	}
}

// TestALowerBoundForSomeIndustries: 浙特镇办〔2015〕9号 asks for 50 亿元, and for 30 of
// information, finance, tourism and the classic industries.
func TestALowerBoundForSomeIndustries(t *testing.T) {
	var zhejiang *rulebook.Rulebook
	for _, b := range rulebook.Builtin() {
		if b.ID == "zhejiang-2015" {
			zhejiang = b
		}
	}
	for industry, want := range map[string]check.Verdict{
		"tea": check.Pass, "tourism": check.Pass, "finance": check.Pass, "information": check.Pass,
		"health": check.Fail, "equipment": check.Fail, "": check.Fail,
	} {
		p := invested(40*planning.Yi, 0)
		p.Positioning.Industry = industry
		if f := finding(t, check.Check(p, check.Facts{}, zhejiang), "investment"); f.Verdict != want {
			t.Errorf("40 亿元 for %q is %s, want %s", industry, f.Verdict, want)
		}
	}
}

func TestDeclarations(t *testing.T) {
	book := parsed(t, `id: x
declarations: [{id: a, title: {zh: 甲, en: alpha}}, {id: b, title: {zh: 乙, en: beta}}]
rules:
  - {id: must, measure: declarations, items: [a, b]}
  - {id: preferred, measure: declarations, items: [a, b], preferred: true}
`)
	for name, c := range map[string]struct {
		a, b            planning.Answer
		must, preferred check.Verdict
		yes             float64
	}{
		"both yes":    {planning.Holds, planning.Holds, check.Pass, check.Pass, 2},
		"one no":      {planning.Holds, planning.Fails, check.Fail, check.Borderline, 1},
		"both no":     {planning.Fails, planning.Fails, check.Fail, check.Borderline, 0},
		"no and open": {planning.Fails, planning.Unanswered, check.Fail, check.Borderline, 0},
		"one open":    {planning.Holds, planning.Unanswered, check.Missing, check.Missing, 1},
	} {
		p := planning.Plan{Eligibility: planning.ListOf(
			planning.Declaration{Key: "a", Answer: c.a}, planning.Declaration{Key: "b", Answer: c.b},
		)}
		findings := check.Check(p, check.Facts{}, book)
		must, preferred := finding(t, findings, "must"), finding(t, findings, "preferred")
		if must.Verdict != c.must || preferred.Verdict != c.preferred {
			t.Errorf("%s: %s and %s, want %s and %s", name, must.Verdict, preferred.Verdict, c.must, c.preferred)
		}
		if must.Number != (check.Number{Known: true, Value: c.yes, Unit: "items"}) || must.Bounds != "2" {
			t.Errorf("%s: counted %+v of %s", name, must.Number, must.Bounds)
		}
	}
	p := planning.Plan{Eligibility: planning.ListOf(planning.Declaration{Key: "a", Answer: planning.Fails}, planning.Declaration{Key: "b", Answer: planning.Fails})}
	if advice := finding(t, check.Check(p, check.Facts{}, book), "must").Advice.In(words.Zh); !strings.Contains(advice, "甲、乙") {
		t.Errorf("the advice names not what was denied: %s", advice)
	}
}

func TestAnIndustryNeedsItsSubField(t *testing.T) {
	for _, c := range []struct {
		industry, field string
		want            check.Verdict
	}{
		{"", "", check.Missing}, {"", "龙井茶", check.Missing}, {"tea", "", check.Missing}, {"tea", "  ", check.Missing},
		{"tea", "龙井茶", check.Pass}, {"steel", "龙井茶", check.Fail},
	} {
		p := planning.Plan{Positioning: planning.Positioning{Industry: c.industry, SubField: c.field}}
		if f := finding(t, check.Check(p, check.Facts{}, rulebook.Default()), "industry"); f.Verdict != c.want {
			t.Errorf("industry %q with sub-field %q is %s, want %s", c.industry, c.field, f.Verdict, c.want)
		}
	}
}

func TestMoneyIsJudgedInTheUnitOfTheLimit(t *testing.T) {
	for limit, want := range map[string]check.Number{
		"min: 30, unit: yi":      {Known: true, Value: 38.95, Unit: "yi"},
		"min: 300000, unit: wan": {Known: true, Value: 389_500, Unit: "wan"},
	} {
		p := invested(30*planning.Yi, 895*planning.Yi/100)
		f := check.Check(p, check.Facts{}, limited(t, "investment.total", limit))[0]
		if f.Number != want || f.Verdict != check.Pass {
			t.Errorf("%s: %+v is %s, want %+v", limit, f.Number, f.Verdict, want)
		}
	}
}
