// Package rulebook holds what an application is judged by, as data: numeric
// limits, lists to choose from and to complete, each with its source.
//
// A rulebook is a YAML file. Those that come with the program are embedded;
// others are read from files. A rulebook that leaves out the lists of
// industries, declarations or materials has those of the default one.
package rulebook

import (
	"zhenjie/assets/words"
)

// Rulebook is one set of rules. It must not be changed once parsed.
type Rulebook struct {
	ID           string
	Title        words.Text
	Source       string
	Rules        []Rule
	Industries   []Item
	Declarations []Item
	Materials    []Item
}

// Rule is one question put to a plan.
type Rule struct {
	ID      string // stable: findings, JSON and old projects use it
	Title   words.Text
	Source  string
	Measure Measure
	Limit   Limit    // for numeric measures
	Relaxed *Relaxed // another limit for some industries; nil for none
	Items   []string // ids of declarations or materials, for those measures
	// Preferred says that a declaration answered with no asks for an
	// explanation and does not fail the rule.
	Preferred bool
	Examples  Examples
}

// Measure names what of a plan a rule looks at.
type Measure string

// The measures. Areas are judged with their uncertainty, the others are exact.
const (
	ExtentArea   Measure = "extent.area"
	CoreArea     Measure = "core.area"
	CoreOutside  Measure = "core.outside" // area of the core outside the extent
	Investment   Measure = "investment.total"
	LeadingShare Measure = "investment.leading_share"
	Industry     Measure = "industry"
	Declarations Measure = "declarations"
	Materials    Measure = "materials"
)

// numeric measures have a limit in a unit of the right kind.
var numeric = map[Measure][]Unit{
	ExtentArea:   {Km2, Ha, Mu, M2},
	CoreArea:     {Km2, Ha, Mu, M2},
	CoreOutside:  {M2, Km2, Ha, Mu},
	Investment:   {Yi, Wan},
	LeadingShare: {Percent},
}

// Numeric reports whether the measure is a number with a limit.
func (m Measure) Numeric() bool { return numeric[m] != nil }

// Relaxed is a limit that holds instead for some industries.
type Relaxed struct {
	Limit Limit
	For   []string // ids of industries
}

// Item is something to choose or to complete.
type Item struct {
	ID    string
	Group string // of an industry: "seven" or "classic"
	Title words.Text
}

// Examples are cases that a rule must judge so: they prove it in a test.
type Examples struct {
	Sigma float64        // uncertainty of the numbers, in the limit's unit
	Cases map[string]any // verdict → a value of the measure, nil for a missing one
	Never []string       // verdicts that the rule cannot give
}

// LimitFor returns the limit that holds for a leading industry.
func (r Rule) LimitFor(industry string) Limit {
	if r.Relaxed != nil {
		for _, id := range r.Relaxed.For {
			if id == industry {
				return r.Relaxed.Limit
			}
		}
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
