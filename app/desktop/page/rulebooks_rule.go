package page

import (
	"strconv"
	"strings"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning/rulebook"
)

// bookRule is all of the rule gone to that the table of rules has no room for.
type bookRule struct {
	p         *rulebooks
	heading   *widgets.Heading
	said      *widgets.Prose
	texts     []textField
	confirmed *widgets.Choice
	unit      *widgets.Choice
	rows      [2]*widgets.Row // of the choices
	fields    []ruleField
}

// ruleField is a field of a rule that only some rules have.
type ruleField struct {
	entry *widgets.Entry
	row   *widgets.Row
	has   func(rulebook.Measure) bool
	text  func(*rulebook.Rule) string
}

func newBookRule(p *rulebooks, f *widgets.Form) *bookRule {
	r := &bookRule{p: p, said: widgets.NewHint(""), confirmed: widgets.NewChoice(), unit: widgets.NewChoice()}
	r.heading = f.Section("")
	f.Wide(r.said)
	title := func(b *rulebook.Rulebook) *words.Text { return &r.of(b).Title }
	source := func(b *rulebook.Rulebook) *words.Text { return &r.of(b).Source }
	r.texts = []textField{
		newTextField(p, f, "rulebooks.title.zh", words.Zh, title), newTextField(p, f, "rulebooks.title.en", words.En, title),
		newTextField(p, f, "rulebooks.source.zh", words.Zh, source), newTextField(p, f, "rulebooks.source.en", words.En, source),
	}
	r.confirmed.OnCommit = func(id string) {
		p.try(func(b *rulebook.Rulebook) error {
			r.of(b).Confirmed = rulebook.Confirmation(id)
			return nil
		})
	}
	r.unit.OnCommit = func(id string) {
		p.try(func(b *rulebook.Rulebook) error {
			rule := r.of(b)
			rule.Limit.Unit, rule.Examples = rulebook.Unit(id), rulebook.Examples{}
			if rule.Relaxed != nil {
				other := *rule.Relaxed
				other.Limit.Unit = rulebook.Unit(id)
				rule.Relaxed = &other
			}
			return nil
		})
	}
	r.rows = [2]*widgets.Row{f.Row(p.d.say("rulebooks.confirmed_by"), "", r.confirmed), f.Row(p.d.say("rulebooks.unit"), "", r.unit)}
	numeric := rulebook.Measure.Numeric
	r.field(f, "rulebooks.about", numeric, aboutText, setAbout)
	r.field(f, "rulebooks.tolerance", numeric, toleranceText, setTolerance)
	r.field(f, "rulebooks.failure", numeric, failureText, setFailure)
	r.field(f, "rulebooks.years", rulebook.Measure.ByYear, func(rule *rulebook.Rule) string { return strconv.Itoa(rule.Years) }, setYears)
	r.field(f, "rulebooks.excludes", rulebook.Measure.ByYear, r.excludesText, setExcludes)
	r.field(f, "rulebooks.relaxed_min", numeric, relaxedText, setRelaxed)
	r.field(f, "rulebooks.relaxed_for", numeric, r.relaxedForText, r.setRelaxedFor)
	r.field(f, "rulebooks.items", rulebook.Measure.Several, r.itemsText, r.setItems)
	return r
}

// forget drops the texts of another rule that could not be used.
func (r *bookRule) forget() {
	for _, t := range r.texts {
		t.entry.SetError("")
	}
	for _, f := range r.fields {
		f.entry.SetError("")
	}
}

// of is the rule gone to.
func (r *bookRule) of(b *rulebook.Rulebook) *rulebook.Rule { return &b.Rules[r.p.rules.at] }

// field adds a field; its hint is the caption's id with .hint behind it.
func (r *bookRule) field(f *widgets.Form, caption words.ID, has func(rulebook.Measure) bool, text func(*rulebook.Rule) string, set func(*rulebook.Rule, string) error) {
	entry := r.p.entry(func(b *rulebook.Rulebook, text string) error {
		rule := r.of(b)
		rule.Examples = rulebook.Examples{} // they prove another rule
		return set(rule, text)
	})
	r.fields = append(r.fields, ruleField{entry, f.Row(r.p.d.say(caption), r.p.d.say(caption+".hint"), entry), has, text})
}

func (r *bookRule) show(own bool) {
	rule := r.of(r.p.book)
	r.heading.Set(r.p.d.say("rulebooks.of_rule", "rule", rule.Title))
	said := rule.Measure.Title(r.p.book.Indicators).In(r.p.d.Lang) + "：" + rule.Asks(r.p.book.Lists).In(r.p.d.Lang)
	if r.p.d.Lang == words.En {
		said = strings.Replace(said, "：", ": ", 1)
	}
	if !rule.Source.IsZero() {
		said += "\n" + r.p.d.say("checks.rulebook.source", "source", sourceOf(rule.Source, rule.Confirmed))
	}
	r.said.Set(said)
	for i, t := range []words.Text{rule.Title, rule.Title, rule.Source, rule.Source} {
		r.texts[i].show(t, own)
	}
	r.confirmed.SetOptions(r.p.confirmations())
	r.confirmed.Set(string(rule.Confirmed))
	r.rows[0].SetVisible(own)
	var units []widgets.Option
	for _, u := range rule.Measure.Units() {
		units = append(units, widgets.Option{ID: string(u), Text: unitTitle(u).In(r.p.d.Lang)})
	}
	r.unit.SetOptions(units)
	r.unit.Set(string(rule.Limit.Unit))
	_, stated := rule.Measure.Indicator() // whose unit stands in its list
	r.rows[1].SetVisible(own && rule.Measure.Numeric() && !stated)
	for _, f := range r.fields {
		has := f.has(rule.Measure)
		if has {
			f.entry.Set(f.text(rule))
		}
		f.row.SetVisible(own && has)
	}
}
