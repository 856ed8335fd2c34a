package rulebook

import (
	"math"
	"slices"
	"strconv"

	"zhenjie/assets/words"
)

// Topic is one question that several rulebooks may put.
type Topic struct {
	Title words.Text
	Rules []*Rule // by rulebook; nil where a rulebook does not put it
}

// Align finds the rules of several rulebooks that ask the same: those of one
// measure and one id, and else those of one measure, unless a rulebook may well
// have several of it. The topics stand in the order of the measures.
func Align(books ...*Rulebook) []Topic {
	var topics []Topic
	for at, b := range books {
		rest := make([]*Rule, 0, len(b.Rules))
		for i := range b.Rules {
			if r := &b.Rules[i]; !put(topics, at, r, sameID) {
				rest = append(rest, r)
			}
		}
		for _, r := range rest {
			if !put(topics, at, r, sameSubject) {
				rules := make([]*Rule, len(books))
				rules[at] = r
				topics = append(topics, Topic{r.Title, rules})
			}
		}
	}
	for i, t := range topics {
		if t.years() {
			topics[i].Title = t.some().Measure.Title(nil)
		}
	}
	slices.SortStableFunc(topics, func(a, b Topic) int { return a.some().Measure.rank() - b.some().Measure.rank() })
	return topics
}

func sameID(a, b *Rule) bool { return a.ID == b.ID && a.Measure == b.Measure }

func sameSubject(a, b *Rule) bool { return a.Measure == b.Measure && !a.Measure.Several() }

// put gives a rule of rulebook at its place in the first topic that is the same,
// if there is one.
func put(topics []Topic, at int, r *Rule, same func(a, b *Rule) bool) bool {
	for _, t := range topics {
		if t.Rules[at] == nil && same(t.some(), r) {
			t.Rules[at] = r
			return true
		}
	}
	return false
}

// years reports whether the rules count different years, so that the title of one
// would not do for the others.
func (t Topic) years() bool {
	return slices.ContainsFunc(t.Rules, func(r *Rule) bool { return r != nil && r.Years != t.some().Years })
}

// some is the first of the rules that there is.
func (t Topic) some() *Rule {
	return t.Rules[slices.IndexFunc(t.Rules, func(r *Rule) bool { return r != nil })]
}

// Difference is how a rule of one rulebook stands to that of another.
type Difference string

// The differences.
const (
	Same  Difference = "same"
	Other Difference = "other" // both ask, but not the same
	OnlyA Difference = "only_a"
	OnlyB Difference = "only_b"
)

// Row is one line of a comparison.
type Row struct {
	Title      words.Text
	A, B       words.Text // what each asks; nothing where it does not
	Difference Difference
}

// Compare holds two rulebooks against each other, rule by rule. Titles and
// sources make no difference, and neither do the units of equal limits.
func Compare(a, b *Rulebook) []Row {
	topics := Align(a, b)
	rows := make([]Row, len(topics))
	for i, t := range topics {
		row := Row{Title: t.Title, Difference: Same}
		ra, rb := t.Rules[0], t.Rules[1]
		if ra != nil {
			row.A = ra.Asks(a.Lists)
		}
		if rb != nil {
			row.B = rb.Asks(b.Lists)
		}
		switch {
		case rb == nil:
			row.Difference = OnlyA
		case ra == nil:
			row.Difference = OnlyB
		case !ra.asksSame(rb, a.Lists, b.Lists):
			row.Difference = Other
		}
		rows[i] = row
	}
	return rows
}

func (r *Rule) asksSame(o *Rule, a, b Lists) bool {
	relaxed := (r.Relaxed == nil) == (o.Relaxed == nil)
	if relaxed && r.Relaxed != nil {
		relaxed = r.Relaxed.Limit.equals(o.Relaxed.Limit) && sameSet(r.Relaxed.For, o.Relaxed.For)
	}
	if r.Measure == Industry && !sameSet(ids(a.Industries), ids(b.Industries)) {
		return false
	}
	return relaxed && (!r.Measure.Numeric() || r.Limit.equals(o.Limit)) && r.Years == o.Years && sameSet(r.Excludes, o.Excludes) &&
		sameSet(r.Items, o.Items) && (r.Preferred == o.Preferred || r.Measure != Declarations)
}

func ids(items []Item) (all []string) {
	for _, it := range items {
		all = append(all, it.ID)
	}
	return all
}

// sameSet reports whether both hold the same, in whichever order.
func sameSet[S ~string](a, b []S) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(a, b)
}

// equals reports whether the bounds of two limits are the same, to 1e-9 of them:
// 4500 亩 are 3 km².
func (l Limit) equals(o Limit) bool {
	size, other := sizes[l.Unit], sizes[o.Unit]
	for _, pair := range [][2]float64{{l.Min, o.Min}, {l.ExpectedMin, o.ExpectedMin}, {l.ExpectedMax, o.ExpectedMax}, {l.Max, o.Max}} {
		x, y := pair[0]*size, pair[1]*other
		if x != y && !(math.Abs(x-y) <= 1e-9*math.Min(math.Abs(x), math.Abs(y))) { // an open side equals an open one alone
			return false
		}
	}
	return true
}

// sizes are those of units in the least of their kind.
var sizes = map[Unit]float64{
	M2: 1, Ha: 1e4, Km2: 1e6, Mu: 2000.0 / 3, Yi: 1e4, Wan: 1, Percent: 1, Persons: 1, Grade: 1,
}

// Asks is all that a rule asks for, in words.
func (r *Rule) Asks(l Lists) words.Text {
	switch {
	case r.Measure == Industry:
		return words.Say("rulebook.asks.industry", "n", strconv.Itoa(len(l.Industries)))
	case r.Measure == Declarations:
		return r.asksItems(l.Declarations)
	case r.Measure == Materials:
		return r.asksItems(l.Materials)
	}
	t := r.Limit.Text()
	if r.Relaxed != nil && len(r.Relaxed.For) > 0 {
		var towns []words.Text
		for _, id := range r.Relaxed.For {
			towns = append(towns, l.TownTitle(id))
		}
		t = words.Say("rulebook.asks.relaxed", "limit", t, "other", r.Relaxed.Limit.Text(), "towns", Listed(towns))
	}
	if r.Measure.ByYear() {
		t = words.Say("rulebook.asks.years", "limit", t, "n", r.Years)
	}
	if len(r.Excludes) > 0 {
		var kinds []words.Text
		for _, k := range r.Excludes {
			kinds = append(kinds, KindTitle(k))
		}
		t = words.Say("rulebook.asks.excludes", "limit", t, "kinds", Listed(kinds))
	}
	return t
}

func (r *Rule) asksItems(items []Item) words.Text {
	var titles []words.Text
	for _, id := range r.Items {
		it, _ := Find(items, id)
		titles = append(titles, it.Title)
	}
	t := Listed(titles)
	if r.Preferred {
		t = words.Say("rulebook.asks.preferred", "what", t)
	}
	return t
}
