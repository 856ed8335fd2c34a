package rulebook

import (
	"math"
	"regexp"
	"slices"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning/datafile"
)

// MaxBytes bounds the text of a rulebook.
const MaxBytes = 1 << 20

// Bounds on what a rulebook holds.
const (
	maxRules = 200
	maxItems = 500
)

// file is a rulebook as it is written.
type file struct {
	ID           string     `yaml:"id"`
	Title        title      `yaml:"title"`
	Source       string     `yaml:"source"`
	Rules        []fileRule `yaml:"rules"`
	Industries   []fileItem `yaml:"industries"`
	Declarations []fileItem `yaml:"declarations"`
	Materials    []fileItem `yaml:"materials"`
}

type title struct {
	Zh string `yaml:"zh"`
	En string `yaml:"en"`
}

type fileRule struct {
	ID        string         `yaml:"id"`
	Title     title          `yaml:"title"`
	Source    string         `yaml:"source"`
	Measure   string         `yaml:"measure"`
	Limit     *fileLimit     `yaml:"limit"`
	Relaxed   *fileRelaxed   `yaml:"relaxed"`
	Items     []string       `yaml:"items"`
	Preferred bool           `yaml:"preferred"`
	Examples  map[string]any `yaml:"examples"`
	Never     []string       `yaml:"never"`
}

type fileRelaxed struct {
	Limit *fileLimit `yaml:"limit"`
	For   []string   `yaml:"for"`
}

type fileLimit struct {
	Min         *float64 `yaml:"min"`
	Max         *float64 `yaml:"max"`
	ExpectedMin *float64 `yaml:"expected_min"`
	ExpectedMax *float64 `yaml:"expected_max"`
	About       *float64 `yaml:"about"`
	Tolerance   float64  `yaml:"tolerance"`
	Failure     *float64 `yaml:"failure"`
	Unit        string   `yaml:"unit"`
}

type fileItem struct {
	ID    string `yaml:"id"`
	Group string `yaml:"group"`
	Title title  `yaml:"title"`
}

// Parse reads a rulebook. The errors are InputErrors that name the rule at
// fault; they do not name the file.
func Parse(data []byte) (*Rulebook, error) { return parse(data, Default()) }

// parse reads a rulebook that takes the lists it does not give from base.
func parse(data []byte, base *Rulebook) (*Rulebook, error) {
	var f file
	if err := kind.Read(data, &f); err != nil {
		return nil, err
	}
	return f.rulebook(base)
}

// kind is what any file may be refused for.
var kind = datafile.Kind{
	MaxBytes: MaxBytes, TooLarge: "rulebook.too_large", Anchor: "rulebook.anchor", Unreadable: "rulebook.unreadable", TooMany: tooMany,
}

func tooMany() error {
	return geo.BadInput(geo.At{}, "rulebook.too_many", "rules", maxRules, "items", maxItems)
}

var goodID = regexp.MustCompile(`^[a-z0-9][a-z0-9_.-]{0,63}$`)

func (f file) rulebook(base *Rulebook) (*Rulebook, error) {
	switch {
	case !goodID.MatchString(f.ID):
		return nil, geo.BadInput(geo.At{}, "rulebook.bad_id", "id", f.ID)
	case len(f.Rules) == 0:
		return nil, geo.BadInput(geo.At{}, "rulebook.no_rules")
	case len(f.Rules) > maxRules || len(f.Industries)+len(f.Declarations)+len(f.Materials) > maxItems:
		return nil, tooMany()
	}
	b := &Rulebook{ID: f.ID, Title: f.Title.text(f.ID), Source: f.Source}
	for _, list := range []struct {
		from []fileItem
		to   *[]Item
	}{{f.Industries, &b.Industries}, {f.Declarations, &b.Declarations}, {f.Materials, &b.Materials}} {
		items, err := itemsOf(list.from)
		if err != nil {
			return nil, err
		}
		*list.to = items
	}
	if base != nil {
		b.inherit(base)
	}
	for _, r := range f.Rules {
		rule, err := r.rule(b)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(b.Rules, func(o Rule) bool { return o.ID == rule.ID }) {
			return nil, geo.BadInput(geo.At{}, "rulebook.twice", "id", rule.ID)
		}
		b.Rules = append(b.Rules, rule)
	}
	return b, nil
}

// inherit takes the lists that the rulebook does not give from another one.
func (b *Rulebook) inherit(from *Rulebook) {
	for _, list := range []struct{ to, from *[]Item }{
		{&b.Industries, &from.Industries}, {&b.Declarations, &from.Declarations}, {&b.Materials, &from.Materials},
	} {
		if len(*list.to) == 0 {
			*list.to = *list.from
		}
	}
}

func (t title) text(id string) words.Text {
	if t.Zh == "" && t.En == "" {
		return words.Raw(id)
	}
	return words.Both(t.Zh, t.En)
}

func itemsOf(from []fileItem) ([]Item, error) {
	var items []Item
	for _, it := range from {
		if !goodID.MatchString(it.ID) {
			return nil, geo.BadInput(geo.At{}, "rulebook.bad_id", "id", it.ID)
		}
		if _, twice := Find(items, it.ID); twice {
			return nil, geo.BadInput(geo.At{}, "rulebook.twice", "id", it.ID)
		}
		items = append(items, Item{ID: it.ID, Group: it.Group, Title: it.Title.text(it.ID)})
	}
	return items, nil
}

func (r fileRule) rule(b *Rulebook) (Rule, error) {
	out := Rule{
		ID: r.ID, Title: r.Title.text(r.ID), Source: r.Source, Measure: Measure(r.Measure),
		Items: r.Items, Preferred: r.Preferred,
	}
	if out.Source == "" {
		out.Source = b.Source
	}
	if !goodID.MatchString(r.ID) {
		return out, geo.BadInput(geo.At{}, "rulebook.bad_id", "id", r.ID)
	}
	out.Examples = Examples{Cases: map[string]any{}, Never: r.Never}
	for verdict, v := range r.Examples {
		if verdict == "sigma" {
			out.Examples.Sigma, _ = v.(float64)
			if n, whole := v.(uint64); whole {
				out.Examples.Sigma = float64(n)
			}
			continue
		}
		out.Examples.Cases[verdict] = v
	}
	var err error
	switch {
	case out.Measure.Numeric():
		err = r.numeric(&out, b)
	case out.Measure == Declarations:
		err = known(r, b.Declarations)
	case out.Measure == Materials:
		err = known(r, b.Materials)
	case out.Measure != Industry:
		err = geo.BadInput(geo.At{}, "rulebook.measure", "rule", r.ID, "measure", r.Measure)
	}
	return out, err
}

// known refuses a rule over items that its rulebook does not list.
func known(r fileRule, items []Item) error {
	if len(r.Items) == 0 {
		return geo.BadInput(geo.At{}, "rulebook.no_items", "rule", r.ID)
	}
	for i, id := range r.Items {
		if slices.Contains(r.Items[:i], id) {
			return geo.BadInput(geo.At{}, "rulebook.twice", "id", id)
		}
	}
	return listed(r.ID, r.Items, items)
}

// listed refuses ids that a list does not hold: a slip of the pen would make
// them count for nothing, in silence.
func listed(rule string, ids []string, items []Item) error {
	for _, id := range ids {
		if _, ok := Find(items, id); !ok {
			return geo.BadInput(geo.At{}, "rulebook.no_item", "rule", rule, "item", id)
		}
	}
	return nil
}

func (r fileRule) numeric(out *Rule, b *Rulebook) (err error) {
	if out.Limit, err = r.Limit.limit(r.ID, out.Measure); err != nil {
		return err
	}
	if r.Relaxed == nil {
		return nil
	}
	relaxed, err := r.Relaxed.Limit.limit(r.ID, out.Measure)
	if err != nil {
		return err
	}
	out.Relaxed = &Relaxed{relaxed, r.Relaxed.For}
	return listed(r.ID, r.Relaxed.For, b.Industries)
}

func (l *fileLimit) limit(rule string, m Measure) (Limit, error) {
	if l == nil {
		return Limit{}, geo.BadInput(geo.At{}, "rulebook.no_limit", "rule", rule)
	}
	if !slices.Contains(numeric[m], Unit(l.Unit)) {
		return Limit{}, geo.BadInput(geo.At{}, "rulebook.unit", "rule", rule, "unit", l.Unit)
	}
	out := Limit{Unit: Unit(l.Unit)}
	if l.About != nil {
		out.About = *l.About
		failure := or(l.Failure, l.Tolerance)
		out.ExpectedMin, out.ExpectedMax = out.About*(1-l.Tolerance), out.About*(1+l.Tolerance)
		out.Min, out.Max = out.About*(1-failure), out.About*(1+failure)
	} else {
		out.Min, out.Max = or(l.Min, math.Inf(-1)), or(l.Max, math.Inf(1))
		out.ExpectedMin, out.ExpectedMax = or(l.ExpectedMin, out.Min), or(l.ExpectedMax, out.Max)
	}
	if !l.plain() || !out.sound() {
		return out, geo.BadInput(geo.At{}, "rulebook.limit", "rule", rule)
	}
	return out, nil
}

// plain reports whether all numbers that are written are finite, and the limit
// is either bounds or a target.
func (l *fileLimit) plain() bool {
	bounds := []*float64{l.Min, l.Max, l.ExpectedMin, l.ExpectedMax}
	for _, v := range append(bounds, l.About, &l.Tolerance, l.Failure) {
		if v != nil && (math.IsInf(*v, 0) || math.IsNaN(*v)) {
			return false
		}
	}
	isBounds := slices.ContainsFunc(bounds, func(v *float64) bool { return v != nil })
	isTarget := l.About != nil || l.Tolerance != 0 || l.Failure != nil
	return isBounds != isTarget
}

func or(v *float64, otherwise float64) float64 {
	if v == nil {
		return otherwise
	}
	return *v
}

// sound reports whether the four numbers stand in order and say something.
func (l Limit) sound() bool {
	open := math.IsInf(l.ExpectedMin, -1) && math.IsInf(l.ExpectedMax, 1)
	return !open && l.Min <= l.ExpectedMin && l.ExpectedMin <= l.ExpectedMax && l.ExpectedMax <= l.Max
}
