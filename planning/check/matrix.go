package check

import (
	"zhenjie/planning"
	"zhenjie/planning/rulebook"
)

// Table is a plan held against several rulebooks.
type Table struct {
	Books []Column
	Rows  []Row
}

// Column is what one rulebook finds.
type Column struct {
	Book     *rulebook.Rulebook
	Findings []Finding // in the order of its rules
}

// Row is one topic, with what each rulebook finds of it; nil where a rulebook
// does not ask.
type Row struct {
	rulebook.Topic
	Cells []*Finding
}

// Matrix holds a plan against several rulebooks, side by side.
func Matrix(p planning.Plan, f Facts, books []*rulebook.Rulebook) Table {
	money := newLedger(p)
	t := Table{Books: make([]Column, len(books))}
	found := map[*rulebook.Rule]*Finding{}
	for i, b := range books {
		c := Column{b, checker{plan: p, facts: f, book: b, ledger: money}.findings()}
		t.Books[i] = c
		for j := range c.Findings {
			found[&b.Rules[j]] = &c.Findings[j]
		}
	}
	for _, topic := range rulebook.Align(books...) {
		row := Row{topic, make([]*Finding, len(books))}
		for i, r := range topic.Rules {
			if r != nil {
				row.Cells[i] = found[r]
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// Holds reports whether the plan meets one of the rulebooks in full: a town is
// judged by one, and which one is for the office to say.
func (t Table) Holds() bool {
	for _, c := range t.Books {
		if Holds(c.Findings) {
			return true
		}
	}
	return false
}
