// Package rulebook holds what an application is judged by, as data: numeric
// limits, lists to choose from and to complete, each with its source.
//
// A rulebook is a YAML file. Those that come with the program are embedded;
// others are read from files. A rulebook that leaves out the lists of
// industries, declarations, materials or indicators has those of the default one.
package rulebook

import (
	"slices"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// Rulebook is one set of rules. It must not be changed once parsed.
type Rulebook struct {
	ID        string
	Title     words.Text
	Source    words.Text
	Confirmed Confirmation
	Rules     []Rule
	Lists
}

// Lists are what there is to choose from and to complete.
type Lists struct {
	Industries   []Item
	Declarations []Item
	Materials    []Item
	Indicators   []Item
}

// Rule is one question put to a plan.
type Rule struct {
	ID        string // stable: findings, JSON and old projects use it
	Title     words.Text
	Source    words.Text
	Confirmed Confirmation
	Measure   Measure
	Limit     Limit    // for numeric measures
	Relaxed   *Relaxed // another limit for some industries or kinds of towns; nil for none
	Years     int      // for money by year: how many years of the schedule count
	Excludes  []planning.ProjectKind
	Of        Whole    // for a share
	Items     []string // ids of declarations or materials, for those measures
	// Preferred says that a declaration answered with no asks for an
	// explanation and does not fail the rule.
	Preferred bool
	Examples  Examples
}

// Confirmation says how the numbers of a rule were confirmed.
type Confirmation string

// The ways to confirm a number; "" is not said.
const (
	Read      Confirmation = "read"      // in the text itself, or a page that quotes it
	Press     Confirmation = "press"     // in press reports of the text
	Secondary Confirmation = "secondary" // in a page that tells of the text at second hand
)

// Confirmations lists them, the best first.
var Confirmations = []Confirmation{Read, Press, Secondary}

// Text says how a number was confirmed, nothing where that is not said.
func (c Confirmation) Text() words.Text {
	if c == "" {
		return words.Text{}
	}
	return words.Say(words.ID("confirmed." + string(c)))
}

// Whole is what a share is taken of.
type Whole string

// OfTotal is the total of the schedule.
const OfTotal Whole = "total"

// Relaxed is a limit that holds instead for some towns.
type Relaxed struct {
	Limit Limit
	For   []string // ids of industries, and kinds of towns
}

// Item is something to choose, to complete or to state.
type Item struct {
	ID    string
	Group string // of an industry: "seven" or "classic"
	Unit  Unit   // of an indicator
	Title words.Text
}

// Examples are cases that a rule must judge so: they prove it in a test.
type Examples struct {
	Sigma float64        // uncertainty of the numbers, in the limit's unit
	Cases map[string]any // verdict → a value of the measure, nil for a missing one
	Never []string       // verdicts that the rule cannot give
}

// LimitFor returns the limit that holds for a plan: for its leading industry and
// the kind of its town.
func (r Rule) LimitFor(p planning.Plan) Limit {
	industry, kind := p.Positioning.Industry, string(p.Identity.Kind)
	if r.Relaxed != nil && (slices.Contains(r.Relaxed.For, industry) || slices.Contains(r.Relaxed.For, kind)) {
		return r.Relaxed.Limit
	}
	return r.Limit
}

// Find returns the item of an id.
func Find(items []Item, id string) (Item, bool) {
	for _, it := range items {
		if it.ID == id {
			return it, true
		}
	}
	return Item{}, false
}
