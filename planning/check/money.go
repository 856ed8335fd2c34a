package check

import (
	"math"
	"slices"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/rulebook"
)

// ledger is the money of a schedule by year and kind of project, added up once
// for all rules.
type ledger struct {
	byKind         map[planning.ProjectKind]*[planning.MaxYears]planning.Money
	total, leading planning.Money
}

// purpose is what of a project decides whether its money counts.
type purpose struct {
	kind    planning.ProjectKind
	leading bool
}

func newLedger(p planning.Plan) ledger {
	l := ledger{byKind: map[planning.ProjectKind]*[planning.MaxYears]planning.Money{}}
	purposes := make(map[string]purpose, p.Projects.Len())
	for _, v := range p.Projects.All() {
		purposes[v.Name] = purpose{v.Kind, v.Leading}
	}
	for _, r := range p.Schedule.Rows.All() {
		v := purposes[r.Project] // of no kind where it is not listed
		years := l.byKind[v.kind]
		if years == nil {
			years = new([planning.MaxYears]planning.Money)
			l.byKind[v.kind] = years
		}
		row := sum(r.Amounts)
		for i, m := range r.Amounts {
			years[i] = years[i].Plus(m)
		}
		l.total = l.total.Plus(row)
		if v.leading {
			l.leading = l.leading.Plus(row)
		}
	}
	return l
}

// count is the money of the first years: of the kinds that a rule excludes, and
// of the others.
func (l ledger) count(r rulebook.Rule, first int) (counted, excluded [planning.MaxYears]planning.Money) {
	for kind, years := range l.byKind {
		into := &counted
		if slices.Contains(r.Excludes, kind) {
			into = &excluded
		}
		for i := range first {
			into[i] = into[i].Plus(years[i])
		}
	}
	return counted, excluded
}

// byYear reads a measure of the money of some years. Where the schedule has
// fewer years than the rule counts, the missing ones are unknown, not empty: a
// number that is reached holds, one that is not may still be reached.
func (r *reading) byYear(c checker) {
	s := c.plan.Schedule
	r.short = max(r.rule.Years-s.Years(), 0)
	if r.known = c.ledger.total > 0; !r.known {
		return
	}
	first := min(r.rule.Years, s.Years())
	counted, excluded := c.ledger.count(r.rule, first)
	if r.rule.Measure == rulebook.Investment {
		r.money(sum(counted))
	} else {
		at := worst(counted[:first])
		r.money(counted[at])
		r.year = year(s.FirstYear, at)
	}
	if r.rule.Years < s.Years() {
		r.firstYears = r.rule.Years
	}
	r.excluded = sum(excluded)
}

func (r *reading) money(m planning.Money) {
	r.value = float64(m) / float64(moneyUnits[r.unit])
}

func sum(years [planning.MaxYears]planning.Money) (total planning.Money) {
	for _, m := range years {
		total = total.Plus(m)
	}
	return total
}

// worst is the first of the years with the least money.
func worst(years []planning.Money) int {
	at := 0
	for i, m := range years {
		if m < years[at] {
			at = i
		}
	}
	return at
}

// year is year i of a schedule.
func year(first, i int) words.Text {
	if first == 0 {
		return words.Say("check.nth_year", "n", i+1)
	}
	return words.Say("check.year", "year", first+i)
}

// withYears says of money which years and what kinds were counted.
func (r reading) withYears(t words.Text) words.Text {
	if !r.year.IsZero() {
		t = words.Say("check.worst_year", "money", t, "year", r.year)
	}
	if r.firstYears > 0 {
		t = words.Say("check.first_years", "money", t, "n", r.firstYears)
	}
	if r.excluded > 0 {
		var kinds []words.Text
		for _, k := range r.rule.Excludes {
			kinds = append(kinds, rulebook.KindTitle(k))
		}
		t = words.Say("check.excluded", "money", t, "what", rulebook.Listed(kinds), "excluded", r.excluded.Text())
	}
	return t
}

// unfinished says that years are missing that may bring what a number lacks.
func (r reading) unfinished(f *Finding, l rulebook.Limit) bool {
	if r.short == 0 {
		return false
	}
	gap := l.ExpectedMin - r.value
	switch {
	case r.rule.Measure == rulebook.Investment && gap > 0 && !math.IsInf(gap, 0):
		f.Advice = words.Say("check.years_short", "years", r.rule.Years, "short", r.short, "gap", r.unit.Gap(gap))
	case r.rule.Measure == rulebook.PerYear && r.value >= l.ExpectedMin:
		f.Advice = words.Say("check.years_open", "years", r.rule.Years, "short", r.short)
	default:
		return false
	}
	f.Verdict = Missing
	return true
}
