package page

import (
	"math"
	"slices"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/rulebook"
)

// noLimit refuses a number where a rule has no limit.
func noLimit(rule *rulebook.Rule, text string) error {
	if planning.Plain(text) == "" {
		return nil
	}
	return geo.BadInput(geo.At{}, "rulebooks.no_limit", "rule", rule.Title)
}

func aboutText(rule *rulebook.Rule) string { return boundText(rule.Limit.About, 0) }

func toleranceText(rule *rulebook.Rule) string {
	if rule.Limit.About == 0 {
		return ""
	}
	return boundText(100*rule.Limit.Tolerance, math.NaN())
}

func failureText(rule *rulebook.Rule) string {
	if rule.Limit.About == 0 {
		return ""
	}
	return boundText(100*rule.Limit.Failure, math.NaN())
}

// setAbout makes the limit a target; without one the bounds stay as they are.
func setAbout(rule *rulebook.Rule, text string) error {
	l := rule.Limit
	if planning.Plain(text) == "" {
		l.About, l.Tolerance, l.Failure = 0, 0, 0
		rule.Limit = l
		return nil
	}
	about, err := planning.ParseNumber(text)
	if err != nil {
		return err
	}
	if l.About == 0 {
		l.Tolerance, l.Failure = 0.1, 0.3 // those of the application guide
	}
	rule.Limit = rulebook.Target(about, l.Tolerance, l.Failure, l.Unit)
	return nil
}

func setTolerance(rule *rulebook.Rule, text string) error {
	share, err := shareOf(rule, text)
	if err != nil {
		return err
	}
	l := rule.Limit
	rule.Limit = rulebook.Target(l.About, share, max(l.Failure, share), l.Unit)
	return nil
}

func setFailure(rule *rulebook.Rule, text string) error {
	share, err := shareOf(rule, text)
	if err != nil {
		return err
	}
	l := rule.Limit
	rule.Limit = rulebook.Target(l.About, l.Tolerance, share, l.Unit)
	return nil
}

// shareOf reads a percentage of a target.
func shareOf(rule *rulebook.Rule, text string) (float64, error) {
	if rule.Limit.About == 0 {
		return 0, geo.BadInput(geo.At{}, "rulebooks.no_target")
	}
	x, err := planning.ParseNumber(strings.TrimSuffix(planning.Plain(text), "%"))
	return x / 100, err
}

func setYears(rule *rulebook.Rule, text string) error {
	x, err := planning.ParseNumber(text)
	if err != nil {
		return err
	}
	if x != math.Trunc(x) {
		x = 0 // refused as what is no number of years
	}
	rule.Years = int(x)
	return nil
}

func (r *bookRule) excludesText(rule *rulebook.Rule) string {
	var titles []string
	for _, k := range rule.Excludes {
		titles = append(titles, rulebook.KindTitle(k).In(r.p.d.Lang))
	}
	return strings.Join(titles, r.separator())
}

func (r *bookRule) separator() string {
	if r.p.d.Lang == words.En {
		return "; "
	}
	return "、"
}

func setExcludes(rule *rulebook.Rule, text string) error {
	rule.Excludes = nil
	for _, name := range split(text) {
		at := slices.IndexFunc(planning.ProjectKinds, func(k planning.ProjectKind) bool {
			return string(k) == name || named(rulebook.KindTitle(k), name)
		})
		if at < 0 {
			return unknownName(name, titlesOf(planning.ProjectKinds, rulebook.KindTitle))
		}
		rule.Excludes = append(rule.Excludes, planning.ProjectKinds[at])
	}
	return nil
}

func relaxedText(rule *rulebook.Rule) string {
	if rule.Relaxed == nil {
		return ""
	}
	return boundText(rule.Relaxed.Limit.ExpectedMin, math.NaN())
}

// setRelaxed gives another lower bound; the upper ones are those of the limit.
func setRelaxed(rule *rulebook.Rule, text string) error {
	if planning.Plain(text) == "" {
		rule.Relaxed = nil
		return nil
	}
	x, err := planning.ParseNumber(text)
	if err != nil {
		return err
	}
	other := rulebook.Relaxed{Limit: rule.Limit}
	if rule.Relaxed != nil {
		other = *rule.Relaxed
	}
	l := other.Limit
	l.About, l.Tolerance, l.Failure, l.Min, l.ExpectedMin = 0, 0, 0, x, x
	other.Limit = l
	rule.Relaxed = &other
	return nil
}

func (r *bookRule) relaxedForText(rule *rulebook.Rule) string {
	if rule.Relaxed == nil {
		return ""
	}
	var titles []string
	for _, id := range rule.Relaxed.For {
		titles = append(titles, r.p.book.TownTitle(id).In(r.p.d.Lang))
	}
	return strings.Join(titles, r.separator())
}

func (r *bookRule) setRelaxedFor(rule *rulebook.Rule, text string) error {
	if rule.Relaxed == nil {
		if planning.Plain(text) == "" {
			return nil
		}
		return geo.BadInput(geo.At{}, "rulebooks.no_relaxed")
	}
	ids := []string{string(planning.TownNew), string(planning.TownUpgrade)}
	for _, it := range r.p.book.Industries {
		ids = append(ids, it.ID)
	}
	other := *rule.Relaxed
	var err error
	other.For, err = idsOf(text, ids, r.p.book.TownTitle)
	rule.Relaxed = &other
	return err
}

// items is the list that the items of a rule are of.
func (r *bookRule) items(rule *rulebook.Rule) []rulebook.Item {
	if rule.Measure == rulebook.Materials {
		return r.p.book.Materials
	}
	return r.p.book.Declarations
}

func (r *bookRule) itemsText(rule *rulebook.Rule) string {
	var titles []string
	for _, id := range rule.Items {
		it, _ := rulebook.Find(r.items(rule), id)
		titles = append(titles, it.Title.In(r.p.d.Lang))
	}
	return strings.Join(titles, r.separator())
}

func (r *bookRule) setItems(rule *rulebook.Rule, text string) error {
	all := r.items(rule)
	var ids []string
	for _, it := range all {
		ids = append(ids, it.ID)
	}
	var err error
	rule.Items, err = idsOf(text, ids, func(id string) words.Text {
		it, _ := rulebook.Find(all, id)
		return it.Title
	})
	return err
}

// idsOf finds ids by what people call them, or by themselves.
func idsOf(text string, ids []string, title func(string) words.Text) (found []string, err error) {
	for _, name := range split(text) {
		at := slices.IndexFunc(ids, func(id string) bool { return id == name || named(title(id), name) })
		if at < 0 {
			return nil, unknownName(name, titlesOf(ids, title))
		}
		found = append(found, ids[at])
	}
	return found, nil
}

// split takes apart what is listed in one field.
func split(text string) (names []string) {
	for _, name := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、，；;\n", r) }) {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

func named(t words.Text, name string) bool {
	return t.In(words.Zh) == name || strings.EqualFold(t.In(words.En), name)
}

func titlesOf[T any](all []T, title func(T) words.Text) []words.Text {
	var titles []words.Text
	for _, v := range all {
		titles = append(titles, title(v))
	}
	return titles
}

func unknownName(name string, all []words.Text) error {
	return geo.BadInput(geo.At{}, "rulebooks.unknown_name", "name", name, "names", rulebook.Listed(all))
}
