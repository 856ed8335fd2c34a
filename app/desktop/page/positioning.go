package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/rulebook"
)

// positioning is the page that says which town it is, in what industry it is
// strong, and how all it does grows out of that.
type positioning struct {
	d              *Desk
	state          workspace.State
	texts          map[edit.Field]*widgets.Entry
	remarks        map[edit.Field]*widgets.Prose // of the four functions
	kind, industry *picker
	competitors    *roster[planning.Competitor]
	teams          *roster[planning.Team]
	content        fyne.CanvasObject
}

func newPositioning(d *Desk) *positioning {
	p := &positioning{d: d, texts: map[edit.Field]*widgets.Entry{}, remarks: map[edit.Field]*widgets.Prose{}}
	p.competitors, p.teams = newCompetitors(d), newTeams(d)
	f := widgets.NewForm()
	f.Section(d.say("positioning.town"))
	p.field(f, edit.TownName, widgets.NewEntry())
	p.field(f, edit.TownPlace, widgets.NewEntry())
	p.kind = newPicker(d, f, "field.town_kind", func(id string) edit.Command { return edit.SetTownKind{To: planning.TownKind(id)} })
	f.Section(d.say("positioning.strong"))
	f.Wide(widgets.NewHint(d.say("positioning.asks")))
	p.industry = newPicker(d, f, "field.industry", p.chosen)
	p.field(f, edit.SubField, widgets.NewEntry())
	p.field(f, edit.Distinction, widgets.NewMultiLine(5))
	p.field(f, edit.Customers, widgets.NewMultiLine(4))
	p.competitors.fill(f, d.say("positioning.competitors"))
	p.teams.fill(f, d.say("positioning.teams"))
	f.Section(d.say("positioning.functions"))
	f.Wide(widgets.NewHint(d.say("positioning.functions.asks")))
	for _, field := range edit.Functions {
		p.function(f, field)
	}
	p.content = container.NewVScroll(container.NewPadded(f))
	return p
}

// entry is the field of a text, committed while it is typed.
func (p *positioning) entry(field edit.Field, e *widgets.Entry) *widgets.Entry {
	e.AutoCommit = true
	p.texts[field] = p.d.entry(e, func(text string) (edit.Command, error) {
		return edit.SetText{Field: field, To: text}, nil
	})
	return e
}

func (p *positioning) row(f *widgets.Form, field edit.Field, o fyne.CanvasObject) {
	f.Row(field.Caption().In(p.d.Lang), p.d.say(words.ID("positioning.hint."+string(field))), o)
}

func (p *positioning) field(f *widgets.Form, field edit.Field, e *widgets.Entry) {
	p.row(f, field, p.entry(field, e))
}

// function is the field of one of the four functions, with a remark below it on
// what its text lacks.
func (p *positioning) function(f *widgets.Form, field edit.Field) {
	e, remark := p.entry(field, widgets.NewMultiLine(3)), newRemark()
	p.remarks[field] = remark
	e.OnTyping = func(text string) { p.remark(field, text) }
	p.row(f, field, container.New(stacked{}, e, remark))
}

// remark says what the text of a function lacks.
func (p *positioning) remark(field edit.Field, text string) {
	at := p.state.Plan.Positioning
	names := []string{at.SubField}
	if item, ok := rulebook.Find(p.state.Book.Industries, at.Industry); ok {
		names = append(names, item.Title.In(words.Zh), item.Title.In(words.En))
	} else {
		names = append(names, at.Industry)
	}
	setRemark(p.remarks[field], planning.FunctionRemark(text, names...).In(p.d.Lang))
}

// chosen chooses the leading industry.
func (p *positioning) chosen(id string) edit.Command {
	if item, ok := rulebook.Find(p.state.Book.Industries, id); ok {
		return edit.SetIndustry{To: id, Title: item.Title}
	}
	return edit.SetIndustry{To: id, Title: words.Say("check.not_chosen")}
}

func (*positioning) ID() string                   { return "positioning" }
func (*positioning) Title() words.ID              { return "page.positioning" }
func (*positioning) Icon() fyne.Resource          { return theme.HomeIcon() }
func (*positioning) Wide() bool                   { return true } // for the towns and teams
func (p *positioning) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *positioning) Show(s workspace.State) {
	p.state = s
	for field, e := range p.texts {
		e.Set(field.Get(s.Plan))
	}
	for field := range p.remarks {
		p.remark(field, p.texts[field].Text)
	}
	p.kind.show(p.kinds(), string(s.Plan.Identity.Kind), p.d.say("positioning.hint.town_kind"))
	p.industry.show(p.industries(s.Book), s.Plan.Positioning.Industry, p.d.say("positioning.hint.industry"))
	p.competitors.show(s, s.Plan.Positioning.Competitors)
	p.teams.show(s, s.Plan.Positioning.Teams)
}

// kinds are the kinds of towns.
func (p *positioning) kinds() []widgets.Option {
	all := []widgets.Option{{ID: "", Text: planning.TownKind("").Title().In(p.d.Lang)}}
	for _, k := range planning.TownKinds {
		all = append(all, widgets.Option{ID: string(k), Text: k.Title().In(p.d.Lang)})
	}
	return all
}

// industries are those of a rulebook, each behind the name of its group.
func (p *positioning) industries(b *rulebook.Rulebook) []widgets.Option {
	all := []widgets.Option{{ID: "", Text: p.d.say("check.not_chosen")}}
	for _, it := range b.Industries {
		text := it.Title.In(p.d.Lang)
		if group := words.ID("industry." + it.Group); words.Known(group) {
			text = p.d.say("positioning.option", "group", words.Say(group), "industry", it.Title)
		}
		all = append(all, widgets.Option{ID: it.ID, Text: text})
	}
	return all
}
