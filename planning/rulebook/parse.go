package rulebook

import (
	"math"
	"slices"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/datafile"
)

// MaxBytes bounds the text of a rulebook.
const MaxBytes = 1 << 20

// Bounds on what a rulebook holds.
const (
	maxRules = 200
	maxItems = 500
)

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

var goodID = datafile.GoodID

func (f file) rulebook(base *Rulebook) (*Rulebook, error) {
	switch {
	case !goodID.MatchString(f.ID):
		return nil, geo.BadInput(geo.At{}, "rulebook.bad_id", "id", f.ID)
	case len(f.Rules) == 0:
		return nil, geo.BadInput(geo.At{}, "rulebook.no_rules")
	case len(f.Rules) > maxRules || f.items() > maxItems:
		return nil, tooMany()
	}
	b := &Rulebook{ID: f.ID, Title: f.Title.text(words.Raw(f.ID)), Source: f.Source.text(words.Text{})}
	var err error
	if b.Confirmed, err = confirmation(f.ID, f.Confirmed, ""); err != nil {
		return nil, err
	}
	if b.Lists, err = f.lists(); err != nil {
		return nil, err
	}
	if base != nil {
		b.inherit(base.Lists)
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

// lists are those that the file gives.
func (f file) lists() (l Lists, err error) {
	for _, list := range []struct {
		from []fileItem
		to   *[]Item
	}{
		{f.Industries, &l.Industries}, {f.Declarations, &l.Declarations},
		{f.Materials, &l.Materials}, {f.Indicators, &l.Indicators},
	} {
		if *list.to, err = itemsOf(list.from); err != nil {
			return l, err
		}
	}
	for _, it := range l.Industries {
		if slices.Contains(townKinds, it.ID) {
			return l, geo.BadInput(geo.At{}, "rulebook.reserved", "id", it.ID)
		}
	}
	for _, it := range l.Indicators {
		if !slices.Contains(IndicatorUnits, it.Unit) {
			return l, geo.BadInput(geo.At{}, "rulebook.indicator_unit", "id", it.ID, "unit", string(it.Unit))
		}
	}
	return l, nil
}

// inherit takes the lists that the rulebook does not give from others.
func (l *Lists) inherit(from Lists) {
	for i, list := range l.each() {
		if len(*list) == 0 {
			*list = *from.each()[i]
		}
	}
}

func (l *Lists) each() [4]*[]Item {
	return [4]*[]Item{&l.Industries, &l.Declarations, &l.Materials, &l.Indicators}
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
		items = append(items, Item{ID: it.ID, Group: it.Group, Unit: Unit(it.Unit), Title: it.Title.text(words.Raw(it.ID))})
	}
	return items, nil
}

// confirmation reads how a number was confirmed, otherwise where that is not said.
func confirmation(of, written string, otherwise Confirmation) (Confirmation, error) {
	if written == "" {
		return otherwise, nil
	}
	if !slices.Contains(Confirmations, Confirmation(written)) {
		return "", geo.BadInput(geo.At{}, "rulebook.confirmed", "of", of, "confirmed", written)
	}
	return Confirmation(written), nil
}

func (r fileRule) rule(b *Rulebook) (Rule, error) {
	out := Rule{
		ID: r.ID, Title: r.Title.text(words.Raw(r.ID)), Source: r.Source.text(b.Source),
		Measure: Measure(r.Measure), Preferred: r.Preferred, Items: some(r.Items),
	}
	if !goodID.MatchString(r.ID) {
		return out, geo.BadInput(geo.At{}, "rulebook.bad_id", "id", r.ID)
	}
	var err error
	if out.Confirmed, err = confirmation(r.ID, r.Confirmed, b.Confirmed); err != nil {
		return out, err
	}
	if out.Examples, err = r.examples(); err != nil {
		return out, err
	}
	if err = r.options(&out); err != nil {
		return out, err
	}
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

// some is a list, nil for an empty one.
func some(list []string) []string {
	if len(list) == 0 {
		return nil
	}
	return list
}

// examples are plain values by their verdicts.
func (r fileRule) examples() (Examples, error) {
	out := Examples{Cases: map[string]any{}, Never: some(r.Never)}
	for verdict, v := range r.Examples {
		n, isNumber := number(v)
		switch {
		case verdict == "sigma":
			out.Sigma = n
		case isNumber && (math.IsInf(n, 0) || math.IsNaN(n)), !isNumber && !plainValue(v):
			return out, geo.BadInput(geo.At{}, "rulebook.example", "rule", r.ID, "verdict", verdict)
		default:
			out.Cases[verdict] = v
		}
	}
	if !(out.Sigma >= 0) || math.IsInf(out.Sigma, 1) {
		return out, geo.BadInput(geo.At{}, "rulebook.example", "rule", r.ID, "verdict", "sigma")
	}
	return out, nil
}

func plainValue(v any) bool {
	switch v.(type) {
	case nil, bool, string:
		return true
	}
	return false
}

// number is a number of a file, in whichever type the YAML reader has it.
func number(v any) (float64, bool) {
	switch v := v.(type) {
	case float64:
		return v, true
	case uint64:
		return float64(v), true
	case int64:
		return float64(v), true
	}
	return 0, false
}

// options reads what only some measures have.
func (r fileRule) options(out *Rule) error {
	m := out.Measure
	switch {
	case r.Years != nil && !m.ByYear():
		return r.noOption("years")
	case len(r.Excludes) > 0 && !m.ByYear():
		return r.noOption("excludes")
	case r.Of != "" && m != LeadingShare:
		return r.noOption("of")
	case r.Of != "" && Whole(r.Of) != OfTotal:
		return geo.BadInput(geo.At{}, "rulebook.of", "rule", r.ID, "of", r.Of)
	case r.Years != nil && (*r.Years < 1 || *r.Years > planning.MaxYears):
		return geo.BadInput(geo.At{}, "rulebook.years", "rule", r.ID, "max", planning.MaxYears)
	}
	for _, id := range r.Excludes {
		kind := planning.ProjectKind(id)
		if !slices.Contains(planning.ProjectKinds, kind) {
			return geo.BadInput(geo.At{}, "rulebook.excludes", "rule", r.ID, "kind", id)
		}
		if slices.Contains(out.Excludes, kind) {
			return geo.BadInput(geo.At{}, "rulebook.twice", "id", id)
		}
		out.Excludes = append(out.Excludes, kind)
	}
	switch {
	case m == LeadingShare:
		out.Of = OfTotal
	case m.ByYear():
		out.Years = or(r.Years, planning.DefaultYears)
	}
	return nil
}

func (r fileRule) noOption(key string) error {
	return geo.BadInput(geo.At{}, "rulebook.option", "rule", r.ID, "key", key, "measure", r.Measure)
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
