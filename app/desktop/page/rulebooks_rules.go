package page

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/rulebook"
)

// bookRules is the table of the rules of a rulebook.
type bookRules struct {
	p       *rulebooks
	table   *table
	measure *widgets.Choice
	adding  fyne.CanvasObject
	at      int // the rule gone to
	own     bool
}

// The columns of the table of rules.
const (
	ruleTitle = iota
	ruleMin
	ruleExpectedMin
	ruleExpectedMax
	ruleMax
	ruleUnit
)

// The columns of the rules of a rulebook that is not edited.
const ruleAsks = 1

func newBookRules(p *rulebooks, f *widgets.Form) *bookRules {
	r := &bookRules{p: p, measure: widgets.NewChoice()}
	r.table = p.table(r.columns(), r.set)
	r.table.sheet.OnSelect = func(row int) {
		r.at = row
		p.rule.forget()
		p.rule.show(r.own)
		p.form.Arrange()
	}
	f.Wide(container.New(modest{}, r.table.sheet))
	add := widget.NewButtonWithIcon(p.d.say("rulebooks.add_rule"), theme.ContentAddIcon(), r.add)
	r.adding = container.NewBorder(nil, nil, nil, add, r.measure)
	f.Wide(r.adding)
	return r
}

func (r *bookRules) columns() []widgets.Column {
	d := r.p.d
	if !r.own {
		return []widgets.Column{
			ruleTitle: {Title: d.say("rulebooks.rule"), Width: 10, Least: 6, Kind: widgets.FixedColumn},
			ruleAsks:  {Title: d.say("rulebooks.asks"), Kind: widgets.FixedColumn},
		}
	}
	units := []string{d.say("rulebooks.unit")}
	for _, rule := range r.p.book.Rules {
		if rule.Measure.Numeric() {
			units = append(units, unitTitle(rule.Limit.Unit).In(d.Lang))
		}
	}
	bound := func(title words.ID) widgets.Column {
		return widgets.Column{Title: d.say(title), Width: max(columnFor(d.say(title)), 3.5), Kind: widgets.NumberColumn}
	}
	return []widgets.Column{
		ruleTitle: {Title: d.say("rulebooks.rule"), Least: 6},
		ruleMin:   bound("rulebooks.min"), ruleExpectedMin: bound("rulebooks.expected_min"),
		ruleExpectedMax: bound("rulebooks.expected_max"), ruleMax: bound("rulebooks.max"),
		ruleUnit: {Title: units[0], Width: columnFor(units...), Kind: widgets.FixedColumn},
	}
}

func (r *bookRules) show(own bool) {
	r.own = own
	book := r.p.book
	r.at = min(r.at, len(book.Rules)-1)
	r.table.setColumns(r.columns())
	r.table.sheet.OnRemove = nil
	if own {
		r.table.sheet.OnRemove = r.remove
	}
	rows := make([][]string, len(book.Rules))
	for i := range book.Rules {
		rows[i] = r.row(&book.Rules[i])
	}
	r.table.show(rows, nil)
	setShown(r.adding, own)
	r.measure.SetOptions(r.measures())
	if r.measure.Chosen() == "" {
		r.measure.Set(string(rulebook.ExtentArea))
	}
}

func (r *bookRules) row(rule *rulebook.Rule) []string {
	title := rule.Title.In(r.p.d.Lang)
	if !r.own {
		return []string{ruleTitle: title, ruleAsks: rule.Asks(r.p.book.Lists).In(r.p.d.Lang)}
	}
	cells := []string{ruleTitle: title, ruleUnit: ""}
	if l := rule.Limit; rule.Measure.Numeric() {
		cells[ruleMin], cells[ruleMax] = boundText(l.Min, math.Inf(-1)), boundText(l.Max, math.Inf(1))
		cells[ruleExpectedMin], cells[ruleExpectedMax] = boundText(l.ExpectedMin, l.Min), boundText(l.ExpectedMax, l.Max)
		cells[ruleUnit] = unitTitle(l.Unit).In(r.p.d.Lang)
	}
	return cells
}

// boundText is a bound, nothing for what is left out.
func boundText(x, otherwise float64) string {
	if x == otherwise || math.IsInf(x, 0) {
		return ""
	}
	return strconv.FormatFloat(math.Round(x*1e9)/1e9, 'f', -1, 64)
}

// set writes a cell of the table.
func (r *bookRules) set(b *rulebook.Rulebook, row, col int, text string) error {
	rule := &b.Rules[row]
	if col == ruleTitle {
		rule.Title = inLang(rule.Title, r.p.d.Lang, text)
		return nil
	}
	if !rule.Measure.Numeric() {
		return noLimit(rule, text)
	}
	l, err := withBound(rule.Limit, col, text)
	rule.Limit = l
	rule.Examples = rulebook.Examples{} // they prove another limit
	return err
}

// withBound replaces a bound of a limit, which then is no longer a target. What is
// expected goes with what is allowed, unless it was said.
func withBound(l rulebook.Limit, col int, text string) (rulebook.Limit, error) {
	l.About, l.Tolerance, l.Failure = 0, 0, 0
	sides := map[int]struct {
		to        *float64
		otherwise float64
		follows   *float64
	}{
		ruleMin:         {&l.Min, math.Inf(-1), &l.ExpectedMin},
		ruleExpectedMin: {&l.ExpectedMin, l.Min, nil},
		ruleExpectedMax: {&l.ExpectedMax, l.Max, nil},
		ruleMax:         {&l.Max, math.Inf(1), &l.ExpectedMax},
	}
	side := sides[col]
	x := side.otherwise
	if planning.Plain(text) != "" {
		var err error
		if x, err = planning.ParseNumber(text); err != nil {
			return l, err
		}
	}
	if side.follows != nil && *side.follows == *side.to {
		*side.follows = x
	}
	*side.to = x
	return l, nil
}

func (r *bookRules) remove(row int) {
	r.p.try(func(b *rulebook.Rulebook) error {
		b.Rules = append(b.Rules[:row], b.Rules[row+1:]...)
		return nil
	})
}

// measures are the choices of what a new rule measures.
func (r *bookRules) measures() []widgets.Option {
	indicators := r.p.book.Indicators
	var options []widgets.Option
	for _, m := range rulebook.Measures {
		options = append(options, widgets.Option{ID: string(m), Text: m.Title(nil).In(r.p.d.Lang)})
	}
	for _, it := range indicators {
		m := rulebook.Stated(it.ID)
		options = append(options, widgets.Option{ID: string(m), Text: m.Title(indicators).In(r.p.d.Lang)})
	}
	return options
}

// add adds a rule of the chosen measure at the end, and goes to it.
func (r *bookRules) add() {
	m := rulebook.Measure(r.measure.Chosen())
	r.p.try(func(b *rulebook.Rulebook) error {
		b.Rules = append(b.Rules, newRule(b, m))
		return nil
	})
	r.table.sheet.Select(len(r.p.book.Rules)-1, ruleTitle)
}

// newRule is a rule of a measure to begin with.
func newRule(b *rulebook.Rulebook, m rulebook.Measure) rulebook.Rule {
	title := m.Title(b.Indicators)
	rule := rulebook.Rule{
		ID: freshID(strings.ReplaceAll(string(m), ".", "_"), func(id string) bool { return ruleOf(b, id) != nil }), Measure: m,
		Title: words.Both(title.In(words.Zh), title.In(words.En)), Source: b.Source, Confirmed: b.Confirmed,
	}
	switch {
	case m.Numeric():
		unit := m.Units()[0]
		if key, ok := m.Indicator(); ok {
			it, _ := rulebook.Find(b.Indicators, key)
			unit = it.Unit
		}
		rule.Limit = rulebook.Limit{Min: 0, ExpectedMin: 0, ExpectedMax: math.Inf(1), Max: math.Inf(1), Unit: unit}
	case m == rulebook.Declarations:
		rule.Items = []string{b.Declarations[0].ID}
	case m == rulebook.Materials:
		rule.Items = []string{b.Materials[0].ID}
	}
	if m.ByYear() {
		rule.Years = planning.DefaultYears
	}
	if m == rulebook.LeadingShare {
		rule.Of = rulebook.OfTotal
	}
	return rule
}

func ruleOf(b *rulebook.Rulebook, id string) *rulebook.Rule {
	for i := range b.Rules {
		if b.Rules[i].ID == id {
			return &b.Rules[i]
		}
	}
	return nil
}

// freshID is an id that is not taken: the base, with a number where it is.
func freshID(base string, taken func(string) bool) string {
	base = base[:min(len(base), 50)]
	id := base
	for n := 2; taken(id); n++ {
		id = fmt.Sprintf("%s_%d", base, n)
	}
	return id
}
