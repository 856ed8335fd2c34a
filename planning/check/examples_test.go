package check_test

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/check"
	"zhenjie/planning/rulebook"
)

// TestEveryRuleProvesItself runs the examples that the rules of the embedded
// rulebooks, and of the one in docs/rulebooks.md, carry: each verdict has one,
// or is said never to be given.
func TestEveryRuleProvesItself(t *testing.T) {
	for _, b := range slices.Concat(rulebook.Builtin(), []*rulebook.Rulebook{documented(t)}) {
		for _, r := range b.Rules {
			t.Run(b.ID+"/"+r.ID, func(t *testing.T) {
				for _, v := range check.Verdicts {
					value, given := r.Examples.Cases[string(v)]
					if never := slices.Contains(r.Examples.Never, string(v)); given == never {
						t.Errorf("%s: want either an example or a place under never", v)
					} else if given {
						example(t, b, r, v, value)
					}
				}
				known := len(r.Examples.Cases) + len(r.Examples.Never)
				if known != len(check.Verdicts) {
					t.Errorf("%d examples and %d under never: one of them is of no verdict", len(r.Examples.Cases), len(r.Examples.Never))
				}
			})
		}
	}
}

// documented is the complete example of docs/rulebooks.md.
func documented(t *testing.T) *rulebook.Rulebook {
	t.Helper()
	doc, err := os.ReadFile("../../docs/rulebooks.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(strings.ReplaceAll(string(doc), "\r\n", "\n"), "```yaml\n")
	text, _, _ = strings.Cut(text, "```\n")
	return parsed(t, text)
}

func example(t *testing.T, b *rulebook.Rulebook, r rulebook.Rule, want check.Verdict, value any) {
	t.Helper()
	p, facts, err := staged(r, value)
	if err != nil {
		t.Errorf("%s: %v", want, err)
		return
	}
	f := finding(t, check.Check(p, facts, b), r.ID)
	if f.Verdict != want {
		t.Errorf("the example %v of %s is judged %s (measured %+v, limit %s)", value, want, f.Verdict, f.Number, f.Bounds)
	}
	if said := !f.Advice.IsZero(); said == (want == check.Pass) {
		t.Errorf("the example %v of %s advises %v", value, want, f.Advice)
	}
}

func finding(t *testing.T, all []check.Finding, rule string) check.Finding {
	t.Helper()
	for _, f := range all {
		if f.Rule == rule {
			return f
		}
	}
	t.Fatalf("no finding of rule %s", rule)
	return check.Finding{}
}

// m2 and fen are the sizes of the units of limits: 1 亩 is 2000/3 m².
var (
	m2  = map[rulebook.Unit]float64{rulebook.M2: 1, rulebook.Ha: 1e4, rulebook.Km2: 1e6, rulebook.Mu: 2000.0 / 3}
	fen = map[rulebook.Unit]float64{rulebook.Yi: 1e10, rulebook.Wan: 1e6}
)

// staged makes a plan and facts in which what a rule measures has a value.
func staged(r rulebook.Rule, value any) (p planning.Plan, f check.Facts, err error) {
	if !r.Measure.Numeric() {
		text, ok := value.(string)
		if !ok {
			return p, f, fmt.Errorf("the example %v is no text", value)
		}
		return stagedText(r, text), f, nil
	}
	p.Schedule.Span = r.Years
	if value == nil {
		f.Outside = check.Outside{Area: geo.Unknown, Sigma: geo.Unknown}
		return p, f, nil
	}
	x, err := number(value)
	unit := r.Limit.Unit
	size, sigma := geo.Area(x*m2[unit]), geo.Area(r.Examples.Sigma*m2[unit])
	switch r.Measure {
	case rulebook.ExtentArea:
		f.Extent = measured(size, sigma)
	case rulebook.CoreArea:
		f.Core = measured(size, sigma)
	case rulebook.CoreOutside:
		f.Outside = check.Outside{Area: size, Sigma: sigma}
		if size == 0 { // where nothing sticks out there are no corners to be uncertain
			f.Outside.Sigma = 0
		}
	case rulebook.Investment:
		p = invested(planning.Money(math.Round(x*fen[unit])), 0)
		p.Schedule.Span = r.Years
	case rulebook.PerYear:
		p = everyYear(planning.Money(math.Round(x*fen[unit])), r.Years)
	case rulebook.LeadingShare:
		leading := planning.Money(math.Round(x * 1e8))
		p = invested(leading, 100e8-leading)
	default:
		key, ok := r.Measure.Indicator()
		if !ok {
			return p, f, fmt.Errorf("no plan is staged for the measure %s", r.Measure)
		}
		p.Indicators = planning.ListOf(planning.Indicator{Key: key, Value: x})
	}
	return p, f, err
}

func number(value any) (float64, error) {
	switch v := value.(type) {
	case uint64:
		return float64(v), nil
	case float64:
		return v, nil
	}
	return 0, fmt.Errorf("the example %v (%T) is no number", value, value)
}

// stagedText makes a plan that says text where a rule looks.
func stagedText(r rulebook.Rule, text string) (p planning.Plan) {
	if r.Measure == rulebook.Industry {
		p.Positioning = planning.Positioning{Industry: text, SubField: "x"}
	}
	for _, id := range r.Items {
		if r.Measure == rulebook.Declarations {
			p.Eligibility = p.Eligibility.Append(planning.Declaration{Key: id, Answer: planning.Answer(text)})
		} else {
			p.Materials = p.Materials.Append(planning.Material{Key: id, State: planning.MaterialState(text)})
		}
	}
	return p
}

func measured(size, sigma geo.Area) check.Outline {
	o := check.Outline{Shape: square(120, 30, 0.01)}
	o.Areas.Survey, o.Areas.Sigma = size, sigma
	return o
}

// invested is a plan whose schedule gives so much to the leading industry and to
// others.
func invested(leading, other planning.Money) planning.Plan {
	p := planning.Plan{Projects: planning.ListOf(planning.Project{Name: "leading", Leading: true}, planning.Project{Name: "other"})}
	p.Schedule = planning.Schedule{Rows: planning.ListOf(
		planning.ScheduleItem{Project: "leading", Amounts: [planning.MaxYears]planning.Money{leading, 0, 0}},
		planning.ScheduleItem{Project: "other", Amounts: [planning.MaxYears]planning.Money{0, 0, other}},
	)}
	return p
}

// everyYear is a plan with so much in the year with the least of a schedule, and
// more in the others.
func everyYear(least planning.Money, years int) planning.Plan {
	row := planning.ScheduleItem{Project: "leading"}
	for i := range years {
		row.Amounts[i] = least + planning.Money(i)*planning.Yi
	}
	return planning.Plan{
		Projects: planning.ListOf(planning.Project{Name: "leading"}),
		Schedule: planning.Schedule{Span: years, Rows: planning.ListOf(row)},
	}
}

// square is a square of longitudes and latitudes, in degrees.
func square(west, south, side float64) geo.Shape { return box(west, south, west+side, south+side) }

func box(west, south, east, north float64) geo.Shape {
	return geo.Polygon([]geo.Point{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}})
}
