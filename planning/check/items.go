package check

import (
	"fmt"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/rulebook"
)

// industry asks for one leading industry of the rulebook's list, and a field
// within it.
func (c checker) industry(f *Finding) {
	p := c.plan.Positioning
	f.Limit = words.Say("check.one_industry")
	f.Measured = words.Say("check.not_chosen")
	chosen, listed := rulebook.Find(c.book.Industries, p.Industry)
	switch {
	case p.Industry == "":
		f.Verdict, f.Advice = Missing, words.Say("check.industry.missing")
	case !listed:
		f.Measured = words.Raw(p.Industry)
		f.Verdict, f.Advice = Fail, words.Say("check.industry.unlisted")
	case strings.TrimSpace(p.SubField) == "":
		f.Measured = chosen.Title
		f.Verdict, f.Advice = Missing, words.Say("check.industry.sub_field")
	default:
		f.Measured = words.Say("check.industry.chosen", "industry", chosen.Title, "field", p.SubField)
		f.Verdict = Pass
	}
}

// declarations asks for a yes to every item of the rule.
func (c checker) declarations(f *Finding, r rulebook.Rule) {
	var yes, no, open []words.Text
	for _, id := range r.Items {
		item, _ := rulebook.Find(c.book.Declarations, id)
		switch c.answer(id) {
		case planning.Holds:
			yes = append(yes, item.Title)
		case planning.Fails:
			no = append(no, item.Title)
		default:
			open = append(open, item.Title)
		}
	}
	f.count(len(yes), len(r.Items))
	f.Limit = words.Say("check.declared")
	if n := len(r.Items); n > 1 {
		f.Limit = words.Say("check.all_declared", "n", n)
	}
	switch {
	case len(no) > 0 && r.Preferred:
		f.Verdict, f.Advice = Borderline, words.Say("check.declared_no_preferred", "what", rulebook.Listed(no))
	case len(no) > 0:
		f.Verdict, f.Advice = Fail, words.Say("check.declared_no", "what", rulebook.Listed(no))
	case len(open) > 0:
		f.Verdict, f.Advice = Missing, words.Say("check.undeclared", "what", rulebook.Listed(open))
	default:
		f.Verdict = Pass
	}
}

func (c checker) answer(id string) planning.Answer {
	d, _ := c.plan.Declaration(id)
	return d.Answer
}

// materials asks for the final form of every item of the rule.
func (c checker) materials(f *Finding, r rulebook.Rule) {
	var open []words.Text
	for _, id := range r.Items {
		if m, _ := c.plan.Material(id); m.State != planning.Final {
			item, _ := rulebook.Find(c.book.Materials, id)
			open = append(open, item.Title)
		}
	}
	f.count(len(r.Items)-len(open), len(r.Items))
	f.Limit = words.Say("check.final")
	if n := len(r.Items); n > 1 {
		f.Limit = words.Say("check.all_final", "n", n)
	}
	f.Verdict = Pass
	if len(open) > 0 {
		f.Verdict, f.Advice = Missing, words.Say("check.not_final", "what", rulebook.Listed(open))
	}
}

func (f *Finding) count(n, of int) {
	f.Number = Number{Known: true, Value: float64(n), Unit: "items"}
	f.Measured = words.Say("check.count", "n", n, "of", of)
	f.Bounds = fmt.Sprint(of)
}
