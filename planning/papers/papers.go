// Package papers holds a plan against the papers and declarations that an
// application has to bring: what is there, what is due, and what is missing
// before it can be handed in. It is pure: today is given.
package papers

import (
	"time"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/procedure"
	"zhenjie/planning/rulebook"
)

// Paper is one paper of the checklist, with what the plan says of it.
type Paper struct {
	Item     rulebook.Item
	Needed   bool // by a rule, or by the procedure alone
	Beyond   bool // neither rulebook nor procedure knows it: another rulebook did
	Material planning.Material
	Files    planning.Filed
	Due      Due
}

// Urgency is how near a date is.
type Urgency int

// The urgencies.
const (
	NotDue  Urgency = iota // no date, far off, or final already
	DueSoon                // within SoonDays
	Overdue
)

// SoonDays is how many days ahead a paper is said to be due.
const SoonDays = 14

// Due is how a paper stands to its date.
type Due struct {
	Urgency Urgency
	Days    int // until the date; negative after it
}

// Checklist lists the papers: those of the rulebook, those of the procedure, and
// others that the plan says something of. d may be nil.
func Checklist(p planning.Plan, book *rulebook.Rulebook, d *procedure.Definition, today time.Time) []Paper {
	needed := itemsOf(book, rulebook.Materials)
	var all []Paper
	listed := map[string]bool{}
	for _, paper := range procedure.Papers(book, d) {
		listed[paper.ID] = true
		all = append(all, lookAt(p, Paper{Item: paper.Item, Needed: needed[paper.ID] || !paper.InBook}, today))
	}
	for _, key := range beyond(p, listed) {
		item := rulebook.Item{ID: key, Title: words.Raw(key)}
		all = append(all, lookAt(p, Paper{Item: item, Beyond: true}, today))
	}
	return all
}

// lookAt adds what the plan says of a paper.
func lookAt(p planning.Plan, paper Paper, today time.Time) Paper {
	paper.Material, _ = p.Material(paper.Item.ID)
	paper.Files = p.Files(planning.OfMaterial(paper.Item.ID))
	paper.Due = dueOf(paper.Material, today)
	return paper
}

// beyond lists the papers that no list knows but that have got somewhere.
func beyond(p planning.Plan, listed map[string]bool) (keys []string) {
	add := func(key string) {
		if !listed[key] {
			listed[key] = true
			keys = append(keys, key)
		}
	}
	for _, m := range p.Materials.All() {
		if m.State != planning.Missing {
			add(m.Key)
		}
	}
	for _, a := range p.Attachments.All() {
		if kind, key := a.Owner.Split(); kind == "material" {
			add(key)
		}
	}
	return keys
}

// dueOf compares a paper's date with today. One that is final is due no more.
func dueOf(m planning.Material, today time.Time) Due {
	date, err := time.Parse(time.DateOnly, m.Due)
	if err != nil || m.State == planning.Final {
		return Due{}
	}
	y, month, day := today.Date() // of the place where the program runs
	days := int(date.Sub(time.Date(y, month, day, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	switch {
	case days < 0:
		return Due{Overdue, days}
	case days <= SoonDays:
		return Due{DueSoon, days}
	default:
		return Due{NotDue, days}
	}
}

// itemsOf are the items that the rules of a measure ask for.
func itemsOf(book *rulebook.Rulebook, m rulebook.Measure) map[string]bool {
	items := map[string]bool{}
	for _, r := range book.Rules {
		if r.Measure == m {
			for _, id := range r.Items {
				items[id] = true
			}
		}
	}
	return items
}
