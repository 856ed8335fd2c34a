package rulebook

import (
	"slices"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// Measure names what of a plan a rule looks at.
type Measure string

// The measures. Areas are judged with their uncertainty, the others are exact.
// Besides them there is a measure Stated(key) for each indicator.
const (
	ExtentArea   Measure = "extent.area"
	CoreArea     Measure = "core.area"
	CoreOutside  Measure = "core.outside" // area of the core outside the extent
	Investment   Measure = "investment.total"
	PerYear      Measure = "investment.per_year" // the year with the least investment
	LeadingShare Measure = "investment.leading_share"
	Industry     Measure = "industry"
	Declarations Measure = "declarations"
	Materials    Measure = "materials"
)

// Measures lists the measures in the order in which they are shown; the stated
// ones stand before Industry.
var Measures = []Measure{
	ExtentArea, CoreArea, CoreOutside, Investment, PerYear, LeadingShare, Industry, Declarations, Materials,
}

// stated begins the measures of indicators.
const stated = "stated."

// Stated is the measure of an indicator: a number that the plan states.
func Stated(key string) Measure { return Measure(stated + key) }

// Indicator is the key of the indicator that the measure reads; ok is false for
// other measures.
func (m Measure) Indicator() (key string, ok bool) { return strings.CutPrefix(string(m), stated) }

// units are those of the limit of a measure; it has none where it has no limit.
var units = map[Measure][]Unit{
	ExtentArea:   {Km2, Ha, Mu, M2},
	CoreArea:     {Km2, Ha, Mu, M2},
	CoreOutside:  {M2, Km2, Ha, Mu},
	Investment:   {Yi, Wan},
	PerYear:      {Yi, Wan},
	LeadingShare: {Percent},
}

// IndicatorUnits are the units that an indicator may have.
var IndicatorUnits = []Unit{Persons, Percent, Grade}

// Units are the units that the limit of the measure may have, the usual one
// first; nil for a measure without a limit.
func (m Measure) Units() []Unit {
	if _, ok := m.Indicator(); ok {
		return IndicatorUnits
	}
	return units[m]
}

// Numeric reports whether the measure is a number with a limit.
func (m Measure) Numeric() bool { return m.Units() != nil }

// ByYear reports whether the measure counts the money of some years, of which
// projects may be left out.
func (m Measure) ByYear() bool { return m == Investment || m == PerYear }

// Several reports whether a rulebook may well have several rules of the measure,
// which then have not the same subject.
func (m Measure) Several() bool { return m == Declarations || m == Materials }

// Title is what is measured, in words.
func (m Measure) Title(indicators []Item) words.Text {
	key, ok := m.Indicator()
	if !ok {
		return words.Say(words.ID("measure." + string(m)))
	}
	it, listed := Find(indicators, key)
	if !listed {
		it.Title = words.Raw(key)
	}
	return words.Say("measure.stated", "what", it.Title)
}

// rank is the place of the measure in the order in which measures are shown.
func (m Measure) rank() int {
	if _, ok := m.Indicator(); ok {
		m = Industry
		return 2*slices.Index(Measures, m) - 1
	}
	return 2 * slices.Index(Measures, m)
}

// KindTitle is what a kind of projects is called.
func KindTitle(k planning.ProjectKind) words.Text {
	return words.Say(words.ID("rulebook.kind." + string(k)))
}

// townKinds are the kinds of towns that another limit may be for.
var townKinds = []string{string(planning.TownNew), string(planning.TownUpgrade)}

// TownTitle is what a kind of towns, or an industry of the lists, is called.
func (l Lists) TownTitle(id string) words.Text {
	if slices.Contains(townKinds, id) {
		return words.Say(words.ID("rulebook.town." + id))
	}
	if it, ok := Find(l.Industries, id); ok {
		return it.Title
	}
	return words.Raw(id)
}

// Listed joins titles, at least one, into one text.
func Listed(titles []words.Text) words.Text {
	all := titles[0]
	for _, t := range titles[1:] {
		all = words.Say("check.list", "first", all, "next", t)
	}
	return all
}
