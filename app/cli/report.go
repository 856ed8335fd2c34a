package cli

import (
	"strings"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning/check"
)

// marks stand in front of findings, for eyes that run down a column.
var marks = map[check.Verdict]string{check.Pass: "✓", check.Fail: "✗", check.Borderline: "≈", check.Missing: "…"}

// report is a checked plan as a person reads it: a row a finding, with what to
// do below it, then what is wrong with the outlines.
func (s *session) report(v workspace.View, notes []words.Text) string {
	var b strings.Builder
	line := func(indent string, t words.Text) { b.WriteString(indent + s.say(t) + "\n") }
	line("", words.Say("cli.check.town", "name", townName(v), "rulebook", v.Book.Title))
	if v.BookMissing != "" {
		line("  ", words.Say("rulebook.missing", "id", v.BookMissing))
	}
	for _, n := range notes {
		line("  ", n)
	}
	b.WriteByte('\n')
	s.findingRows(&b, v.Findings)
	for _, p := range problems(v.Facts) {
		line("! ", p)
	}
	b.WriteByte('\n')
	line("", words.Say("cli.check.counts",
		"pass", check.Count(v.Findings, check.Pass), "borderline", check.Count(v.Findings, check.Borderline),
		"fail", check.Count(v.Findings, check.Fail), "missing", check.Count(v.Findings, check.Missing)))
	return b.String()
}

// problems are what is wrong with the outlines.
func problems(f check.Facts) (all []words.Text) {
	for _, o := range []struct {
		what    words.ID
		outline check.Outline
	}{{"cli.check.extent", f.Extent}, {"cli.check.core", f.Core}} {
		for _, p := range o.outline.Problems {
			all = append(all, words.Say("cli.check.problem", "what", words.Say(o.what), "problem", p.Text))
		}
	}
	return all
}

func townName(v workspace.View) words.Text {
	if v.Plan.Identity.Name == "" {
		return words.Say("cli.check.unnamed")
	}
	return words.Raw(v.Plan.Identity.Name)
}

func (s *session) findingRows(b *strings.Builder, findings []check.Finding) {
	rows := make([][]string, len(findings))
	for i, f := range findings {
		rows[i] = []string{
			marks[f.Verdict] + " " + s.say(f.Verdict.Title()), s.say(f.Title), s.say(f.Measured), s.say(f.Limit),
		}
	}
	lines := strings.Split(strings.TrimSuffix(grid(rows), "\n"), "\n")
	for i, f := range findings {
		b.WriteString(lines[i] + "\n")
		if advice := s.say(f.Advice); advice != "" {
			b.WriteString("      → " + advice + "\n")
		}
	}
}
