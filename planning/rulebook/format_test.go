package rulebook_test

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/rulebook"
)

// again reads what Format writes of a rulebook.
func again(t interface{ Fatalf(string, ...any) }, b *rulebook.Rulebook) {
	text := rulebook.Format(b)
	got, err := rulebook.Parse(text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	if !reflect.DeepEqual(got, b) {
		t.Fatalf("%+v was written as\n%s\nand read as\n%+v", b, text, got)
	}
}

func TestRulebooksAreReadBack(t *testing.T) {
	for _, b := range rulebook.Builtin() {
		again(t, b)
	}
}

// TestFormatIsWhatAPersonWouldWrite: the lists of the default stay out, and so
// does what a rule has from its rulebook.
func TestFormatIsWhatAPersonWouldWrite(t *testing.T) {
	const text = `id: county
title: {zh: 县标准, en: Standard of a county}
source: 示例县发改局〔2026〕1号
confirmed: press

rules:
  - id: extent_area
    title: 规划面积
    source: "第 3 条: \"面积\""
    confirmed: read
    measure: extent.area
    limit: {about: 3, tolerance: 0.1, failure: 0.3, unit: km2}
    examples: {sigma: 0.001, fail: 4.2, missing: null, pass: 3}
    never: [borderline]

  - id: money
    measure: investment.total
    years: 5
    excludes: [housing, complex]
    limit: {min: 30, expected_max: 50, unit: yi}
    relaxed: {limit: {min: 20, unit: yi}, for: [tea, upgrade]}

  - id: share
    measure: investment.leading_share
    of: total
    limit: {min: 70, unit: percent}

  - id: town
    measure: declarations
    items: [designated_town]
    preferred: true

industries:
  - {id: tea, group: classic, title: {zh: 茶叶, en: Tea}}
`
	b, err := rulebook.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(rulebook.Format(b)); got != text {
		t.Errorf("written as\n%s\nwant\n%s", got, text)
	}
}

var (
	anyID   = rapid.StringMatching(`[a-z0-9][a-z0-9_.-]{0,8}`)
	anyText = rapid.OneOf(
		rapid.SampledFrom([]string{"茶叶", "yes", "no", "null", "~", "1", "1e3", "0x10", "2026-05-01", "a: b", "a #b", "- a", "[a]", "{a", "&a", "*a", "!a", "|", ">", "'", `"`, `\`, "a\nb", " a ", "\ttab", "\u00a0", "\ufeff", "%a", "@a", "`a", "?", ":", "a:", "-", "---", "...", "<<", "=", "𠮷", "\u2028", "\u0085", "\x00", "\x7f", "《要点》（一）、“五无”"}),
		rapid.StringN(1, 12, -1).Filter(func(s string) bool { return strings.ToValidUTF8(s, "") == s }),
	)
	anyNumber = rapid.OneOf(rapid.Float64Range(-1e6, 1e6), rapid.Float64().Filter(func(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }), rapid.Just(3.0))
)

func title(t *rapid.T, id string) words.Text {
	if rapid.Bool().Draw(t, "untitled") {
		return words.Raw(id)
	}
	return words.Both(anyText.Draw(t, "zh"), anyText.Draw(t, "en"))
}

func items(t *rapid.T, name string) []rulebook.Item {
	ids := rapid.SliceOfNDistinct(anyID, 1, 4, rapid.ID[string]).Filter(func(ids []string) bool {
		for _, id := range ids {
			if id == "new" || id == "upgrade" {
				return false
			}
		}
		return true
	}).Draw(t, name)
	all := make([]rulebook.Item, len(ids))
	for i, id := range ids {
		all[i] = rulebook.Item{ID: id, Title: title(t, id)}
		switch name {
		case "industries":
			all[i].Group = rapid.SampledFrom([]string{"", "seven", "其他: x"}).Draw(t, "group")
		case "indicators":
			all[i].Unit = rapid.SampledFrom(rulebook.IndicatorUnits).Draw(t, "unit")
		}
	}
	return all
}

func limits(t *rapid.T, unit rulebook.Unit) rulebook.Limit {
	if rapid.Bool().Draw(t, "target") {
		failure := rapid.Float64Range(0, 2).Draw(t, "failure")
		return rulebook.Target(rapid.Float64Range(0.01, 1e4).Draw(t, "about"), rapid.Float64Range(0, failure).Draw(t, "tolerance"), failure, unit)
	}
	x := anyNumber.Draw(t, "bound")
	l := rulebook.Limit{Min: x, ExpectedMin: x, ExpectedMax: math.Inf(1), Max: math.Inf(1), Unit: unit}
	switch rapid.IntRange(0, 3).Draw(t, "sides") {
	case 0:
		l.Min = math.Inf(-1)
	case 1:
		l.ExpectedMax, l.Max = x, math.Max(x, anyNumber.Draw(t, "max"))
	case 2:
		l = rulebook.Limit{Min: math.Inf(-1), ExpectedMin: math.Inf(-1), ExpectedMax: x, Max: x, Unit: unit}
	}
	return l
}

// anyRule draws a rule over the lists of a rulebook.
func anyRule(t *rapid.T, b *rulebook.Rulebook, i int) rulebook.Rule {
	id := fmt.Sprint("r", i)
	measures := append([]rulebook.Measure{rulebook.Stated(b.Indicators[0].ID)}, rulebook.Measures...)
	r := rulebook.Rule{ID: id, Title: title(t, id), Source: b.Source, Confirmed: b.Confirmed, Measure: rapid.SampledFrom(measures).Draw(t, "measure")}
	if rapid.Bool().Draw(t, "own source") {
		r.Source, r.Confirmed = words.Both(anyText.Draw(t, "source"), ""), rulebook.Secondary
	}
	r.Preferred = rapid.Bool().Draw(t, "preferred")
	r.Examples.Cases = map[string]any{}
	for _, v := range rapid.SliceOfDistinct(anyText, rapid.ID[string]).Draw(t, "verdicts") {
		if v != "sigma" && v != "<<" {
			r.Examples.Cases[v] = rapid.OneOf(rapid.Just[any](nil), rapid.Just[any](true), anyText.AsAny(), anyNumber.AsAny(), rapid.Uint64().AsAny(), rapid.Int64Max(-1).AsAny()).Draw(t, "case")
		}
	}
	if rapid.Bool().Draw(t, "never") {
		r.Examples.Never, r.Examples.Sigma = []string{anyText.Draw(t, "never")}, math.Abs(anyNumber.Draw(t, "sigma"))
	}
	switch {
	case r.Measure == rulebook.Declarations:
		r.Items = []string{b.Declarations[0].ID}
	case r.Measure == rulebook.Materials:
		r.Items = []string{b.Materials[0].ID}
	case r.Measure.ByYear():
		r.Years = rapid.IntRange(1, planning.MaxYears).Draw(t, "years")
		r.Excludes = rapid.SampledFrom([][]planning.ProjectKind{nil, {planning.ProjectHousing}, {planning.ProjectComplex, planning.ProjectOther}}).Draw(t, "excludes")
	case r.Measure == rulebook.LeadingShare:
		r.Of = rulebook.OfTotal
	}
	if r.Measure.Numeric() {
		unit := rapid.SampledFrom(r.Measure.Units()).Draw(t, "unit")
		if _, stated := r.Measure.Indicator(); stated {
			unit = b.Indicators[0].Unit
		}
		r.Limit = limits(t, unit)
		if rapid.Bool().Draw(t, "relaxed") {
			r.Relaxed = &rulebook.Relaxed{Limit: limits(t, unit), For: rapid.SampledFrom([][]string{nil, {"upgrade", b.Industries[0].ID}}).Draw(t, "for")}
		}
	}
	return r
}

func TestAnyRulebookIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := anyID.Draw(t, "id")
		b := &rulebook.Rulebook{ID: id, Title: title(t, id), Confirmed: rapid.SampledFrom([]rulebook.Confirmation{"", rulebook.Press}).Draw(t, "confirmed")}
		if rapid.Bool().Draw(t, "sourced") {
			b.Source = words.Both(anyText.Draw(t, "source"), anyText.Draw(t, "source in English"))
		}
		b.Lists = rulebook.Default().Lists
		if rapid.Bool().Draw(t, "own lists") {
			b.Lists = rulebook.Lists{Industries: items(t, "industries"), Declarations: items(t, "declarations"), Materials: items(t, "materials"), Indicators: items(t, "indicators")}
		}
		for i := range rapid.IntRange(1, 3).Draw(t, "rules") {
			b.Rules = append(b.Rules, anyRule(t, b, i))
		}
		again(t, b)
	})
}
