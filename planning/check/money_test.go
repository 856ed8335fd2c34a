package check_test

import (
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/check"
	"zhenjie/planning/rulebook"
)

// scheduled is a plan of so many years; each project is of a kind and has so many
// 亿元 in each year.
func scheduled(span int, kinds map[planning.ProjectKind][]float64) planning.Plan {
	p := planning.Plan{Schedule: planning.Schedule{FirstYear: 2026, Span: span}}
	for kind, years := range kinds {
		row := planning.ScheduleItem{Project: string(kind)}
		for i, yi := range years {
			row.Amounts[i] = planning.Money(yi * float64(planning.Yi))
		}
		p.Projects = p.Projects.Append(planning.Project{Name: string(kind), Kind: kind})
		p.Schedule.Rows = p.Schedule.Rows.Append(row)
	}
	return p
}

func judged(t *testing.T, p planning.Plan, rule string) check.Finding {
	t.Helper()
	return check.Check(p, check.Facts{}, parsed(t, "id: x\nrules:\n  - {id: r, "+rule+"}\n"))[0]
}

// TestYearsThatAreNotPlannedAreNotEmpty: with years missing a number that is
// reached holds, and one that is not is open; a schedule that has all years, be
// they empty, falls short.
func TestYearsThatAreNotPlannedAreNotEmpty(t *testing.T) {
	type kinds = map[planning.ProjectKind][]float64
	const total5 = "measure: investment.total, years: 5, limit: {min: 30, unit: yi}"
	const total3 = "measure: investment.total, limit: {min: 30, expected_max: 40, unit: yi}"
	const each5 = "measure: investment.per_year, years: 5, limit: {min: 6, unit: yi}"
	for _, c := range []struct {
		name   string
		span   int
		years  []float64
		rule   string
		want   check.Verdict
		value  float64
		advice words.ID
	}{
		{"all years, enough", 5, []float64{6, 6, 6, 6, 6}, total5, check.Pass, 30, ""},
		{"all years, too little", 5, []float64{6, 6, 6, 6, 5}, total5, check.Fail, 29, "check.low"},
		{"all years, the last empty", 5, []float64{6, 6, 6}, total5, check.Fail, 18, "check.low"},
		{"three of five years, enough already", 3, []float64{10, 10, 10}, total5, check.Pass, 30, ""},
		{"three of five years, open", 3, []float64{6, 6, 6}, total5, check.Missing, 18, "check.years_short"},
		{"the usual three of five years", 0, []float64{6, 6, 6}, total5, check.Missing, 18, "check.years_short"},
		{"no money", 3, []float64{0}, total5, check.Missing, 0, "check.missing.investment.total"},
		{"only the first three of five", 5, []float64{9, 9, 9, 20, 20}, total3, check.Fail, 27, "check.low"},
		{"two of three years, too much already", 2, []float64{30, 20}, total3, check.Borderline, 50, "check.unusual_high"},
		{"what is beyond the span does not count", 2, []float64{10, 10, 20}, total3, check.Missing, 20, "check.years_short"},
		{"each year enough", 5, []float64{6, 7, 6, 9, 6}, each5, check.Pass, 6, ""},
		{"one year too little", 5, []float64{6, 7, 5.5, 9, 6}, each5, check.Fail, 5.5, "check.low"},
		{"one year empty", 5, []float64{6, 7, 0, 9, 6}, each5, check.Fail, 0, "check.low"},
		{"three years enough, two open", 3, []float64{6, 7, 8}, each5, check.Missing, 6, "check.years_open"},
		{"three years, one too little", 3, []float64{6, 1, 8}, each5, check.Fail, 1, "check.low"},
	} {
		f := judged(t, scheduled(c.span, kinds{planning.ProjectIndustry: c.years}), c.rule)
		if f.Verdict != c.want || f.Number.Value != c.value || f.Advice.ID != c.advice {
			t.Errorf("%s: %v is %s (%s), want %v, %s (%s)", c.name, f.Number.Value, f.Verdict, f.Advice.ID, c.value, c.want, c.advice)
		}
	}
}

func TestMoneyOfSomeKindsDoesNotCount(t *testing.T) {
	p := scheduled(3, map[planning.ProjectKind][]float64{
		planning.ProjectIndustry: {10, 10, 10}, planning.ProjectHousing: {1, 2, 3}, planning.ProjectComplex: {0, 4}, "": {2},
	})
	p.Schedule.Rows = p.Schedule.Rows.Append(planning.ScheduleItem{
		Project: "not listed", Amounts: [planning.MaxYears]planning.Money{planning.Yi},
	})
	for _, c := range []struct {
		excludes string
		want     float64
	}{{"", 43}, {"housing", 37}, {"complex, housing", 33}, {"tourism", 43}} {
		f := judged(t, p, "measure: investment.total, excludes: ["+c.excludes+"], limit: {min: 33, unit: yi}")
		if f.Number.Value != c.want || f.Verdict != check.Pass {
			t.Errorf("without [%s]: %v (%s), want %v", c.excludes, f.Number.Value, f.Verdict, c.want)
		}
	}
	f := judged(t, p, "measure: investment.total, excludes: [housing, complex], limit: {min: 34, unit: yi}")
	if zh := f.Measured.In(words.Zh); f.Verdict != check.Fail || zh != "33 亿元（不计商品住宅、商业综合体 10 亿元）" {
		t.Errorf("%s: %s", f.Verdict, zh)
	}
}

func TestTheWorstYearIsNamed(t *testing.T) {
	p := scheduled(5, map[planning.ProjectKind][]float64{planning.ProjectIndustry: {6, 5, 7, 8, 1}})
	const rule = "measure: investment.per_year, limit: {min: 6, unit: yi}"
	if zh := judged(t, p, rule).Measured.In(words.Zh); zh != "5 亿元（2027 年，各年中最少）（前 3 年）" {
		t.Errorf("said %q", zh)
	}
	p.Schedule.FirstYear, p.Schedule.Span = 0, 3
	if en := judged(t, p, rule).Measured.In(words.En); en != "0.5 billion yuan (year 2, the least of all years)" {
		t.Errorf("said %q", en)
	}
}

func TestStatedNumbers(t *testing.T) {
	const jobs = "measure: stated.jobs, limit: {min: 2200, unit: persons}"
	if f := judged(t, planning.Plan{}, jobs); f.Verdict != check.Missing || !strings.Contains(f.Advice.In(words.Zh), "“吸纳就业”") {
		t.Errorf("nothing stated is %s: %s", f.Verdict, f.Advice.In(words.Zh))
	}
	for value, want := range map[float64]check.Verdict{0: check.Fail, 2199: check.Fail, 2200: check.Pass, 9000: check.Pass} {
		p := planning.Plan{Indicators: planning.ListOf(planning.Indicator{Key: "other", Value: 5000}, planning.Indicator{Key: "jobs", Value: value})}
		if f := judged(t, p, jobs); f.Verdict != want || f.Number.Unit != string(rulebook.Persons) {
			t.Errorf("%v jobs are %s in %s, want %s", value, f.Verdict, f.Number.Unit, want)
		}
	}
	p := planning.Plan{Indicators: planning.ListOf(planning.Indicator{Key: "scenic_grade", Value: 4})}
	f := judged(t, p, "measure: stated.scenic_grade, limit: {min: 5, unit: grade}")
	if said := f.Measured.In(words.Zh) + " " + f.Limit.In(words.Zh) + " " + f.Advice.In(words.Zh); !strings.HasPrefix(said, "4A ≥5A 比下限少 1A") {
		t.Errorf("said %q", said)
	}
}

// TestHubeiAsksLessOfUpgradedTowns: 20 亿元, and 10 of 改造提升类.
func TestHubeiAsksLessOfUpgradedTowns(t *testing.T) {
	p := scheduled(3, map[planning.ProjectKind][]float64{planning.ProjectIndustry: {5, 5, 5}})
	var hubei *rulebook.Rulebook
	for _, b := range rulebook.Builtin() {
		if b.ID == "hubei-2017" {
			hubei = b
		}
	}
	for kind, want := range map[planning.TownKind]check.Verdict{planning.TownUpgrade: check.Pass, planning.TownNew: check.Fail, "": check.Fail} {
		p.Identity.Kind = kind
		if f := finding(t, check.Check(p, check.Facts{}, hubei), "investment"); f.Verdict != want {
			t.Errorf("15 亿元 of a town that is %q are %s, want %s", kind, f.Verdict, want)
		}
	}
}

// BenchmarkCheck holds a plan of 5000 projects and rows, as many as there can be,
// against the default rulebook, and against all.
func BenchmarkCheck(b *testing.B) {
	var p planning.Plan
	var projects []planning.Project
	var rows []planning.ScheduleItem
	for i := range 5000 {
		name := strings.Repeat("x", 1+i%7) + string(rune('a'+i%26)) + string(rune(0x4e00+i))
		projects = append(projects, planning.Project{Name: name, Kind: planning.ProjectKinds[i%7]})
		rows = append(rows, planning.ScheduleItem{Project: name, Amounts: [planning.MaxYears]planning.Money{1, 2, 3}})
	}
	p.Projects, p.Schedule.Rows = planning.ListOf(projects...), planning.ListOf(rows...)
	books := rulebook.Builtin()
	b.Run("one", func(b *testing.B) {
		for b.Loop() {
			check.Check(p, check.Facts{}, books[0])
		}
	})
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			check.Matrix(p, check.Facts{}, books)
		}
	})
}
