package cli

import (
	"fmt"
	"strconv"
	"strings"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning/check"
)

// allRules asks for every rulebook that there is.
const allRules = "all"

// runAll holds the plan against all rulebooks, side by side. Something falls
// short unless one of them is met in full.
func (c *checkCmd) runAll(s *session, books workspace.Books) (short bool, err error) {
	p, notes, err := c.plan(s)
	if err != nil {
		return false, err
	}
	if p, err = withSigma(p, c.Sigma); err != nil {
		return false, err
	}
	v := workspace.Look(p, books, workspace.View{})
	table := check.Matrix(p, v.Facts, books.All())
	if s.json {
		s.warn(c.File, notes)
		for _, column := range table.Books {
			if err := s.columnLines(c.File, column); err != nil {
				return false, err
			}
		}
		return !table.Holds(), nil
	}
	_, err = s.out.WriteString(s.matrix(v, table, notes))
	return !table.Holds(), err
}

// matrix is a plan under all rulebooks as a person reads it: how many rules of
// each rulebook are met, then a row for each topic with a mark for each
// rulebook, which is known by its number.
func (s *session) matrix(v workspace.View, t check.Table, notes []words.Text) string {
	var b strings.Builder
	line := func(indent string, t words.Text) { b.WriteString(indent + s.say(t) + "\n") }
	line("", words.Say("cli.check.all", "name", townName(v), "n", len(t.Books)))
	for _, n := range notes {
		line("  ", n)
	}
	b.WriteString("\n" + grid(s.matrixBooks(t)) + "\n" + grid(s.matrixRows(t)))
	for _, p := range problems(v.Facts) {
		line("! ", p)
	}
	b.WriteByte('\n')
	line("", words.Say("cli.check.marks", "pass", marks[check.Pass], "borderline", marks[check.Borderline],
		"fail", marks[check.Fail], "missing", marks[check.Missing], "none", unasked))
	var met []words.Text
	for _, column := range t.Books {
		if check.Holds(column.Findings) {
			met = append(met, column.Book.Title)
		}
	}
	if len(met) == 0 {
		line("", words.Say("cli.check.none_met"))
	}
	for _, title := range met {
		line("", words.Say("cli.check.met", "rulebook", title))
	}
	return b.String()
}

// unasked stands where a rulebook does not ask.
const unasked = "·"

// matrixBooks counts the verdicts of each rulebook.
func (s *session) matrixBooks(t check.Table) [][]string {
	head := []string{"", s.say(words.Say("cli.check.rulebook"))}
	columns := []check.Verdict{check.Pass, check.Borderline, check.Fail, check.Missing}
	for _, v := range columns {
		head = append(head, s.say(v.Title()))
	}
	rows := [][]string{head}
	for i, column := range t.Books {
		row := []string{strconv.Itoa(i + 1), s.say(column.Book.Title)}
		for _, v := range columns {
			row = append(row, fmt.Sprint(check.Count(column.Findings, v)))
		}
		rows = append(rows, row)
	}
	return rows
}

func (s *session) matrixRows(t check.Table) [][]string {
	head := []string{s.say(words.Say("cli.check.topic"))}
	for i := range t.Books {
		head = append(head, strconv.Itoa(i+1))
	}
	rows := [][]string{head}
	for _, r := range t.Rows {
		row := []string{s.say(r.Title)}
		for _, f := range r.Cells {
			if f == nil {
				row = append(row, unasked)
			} else {
				row = append(row, marks[f.Verdict])
			}
		}
		rows = append(rows, row)
	}
	return rows
}
