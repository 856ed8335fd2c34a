package check

import (
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/rulebook"
)

// Verdict is the answer to a rule.
type Verdict string

// The verdicts.
const (
	Pass       Verdict = "pass"       // 达标
	Fail       Verdict = "fail"       // 不达标
	Borderline Verdict = "borderline" // 临界: the limit lies within the uncertainty, or an explanation is asked for
	Missing    Verdict = "missing"    // 待补
)

// Verdicts lists the verdicts, the gravest first.
var Verdicts = []Verdict{Fail, Borderline, Missing, Pass}

// Title is the verdict in words.
func (v Verdict) Title() words.Text { return words.Say(words.ID("verdict." + string(v))) }

// Finding is what became of one rule.
type Finding struct {
	Rule     string // the rule's id
	Title    words.Text
	Verdict  Verdict
	Measured words.Text // with its uncertainty
	Number   Number
	Limit    words.Text
	Bounds   string // the limit without its unit
	Source   words.Text
	Advice   words.Text // what to do next; nothing for a rule that holds
}

// Number is a measured value.
type Number struct {
	Known        bool
	Invalid      bool    // read off an outline that is not valid, and not to be relied on
	Value, Sigma float64 // in Unit
	Unit         string  // a rulebook.Unit, "items", or "" where nothing is counted
}

// Check holds a plan against a rulebook, in the order of its rules.
func Check(p planning.Plan, f Facts, b *rulebook.Rulebook) []Finding {
	return checker{plan: p, facts: f, book: b, ledger: newLedger(p)}.findings()
}

// findings are those of all rules.
func (c checker) findings() []Finding {
	findings := make([]Finding, 0, len(c.book.Rules))
	for _, r := range c.book.Rules {
		findings = append(findings, c.rule(r))
	}
	return findings
}

// Holds reports whether every rule is met.
func Holds(findings []Finding) bool {
	for _, f := range findings {
		if f.Verdict != Pass {
			return false
		}
	}
	return true
}

// Count counts the findings of a verdict.
func Count(findings []Finding, v Verdict) int {
	n := 0
	for _, f := range findings {
		if f.Verdict == v {
			n++
		}
	}
	return n
}

type checker struct {
	plan   planning.Plan
	facts  Facts
	book   *rulebook.Rulebook
	ledger ledger
}

func (c checker) rule(r rulebook.Rule) Finding {
	f := Finding{Rule: r.ID, Title: r.Title, Source: r.Source}
	switch r.Measure {
	case rulebook.Industry:
		c.industry(&f)
	case rulebook.Declarations:
		c.declarations(&f, r)
	case rulebook.Materials:
		c.materials(&f, r)
	default:
		limit := r.LimitFor(c.plan)
		c.reading(r, limit.Unit).judge(&f, limit)
	}
	return f
}
