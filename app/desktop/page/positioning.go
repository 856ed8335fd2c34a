package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning/edit"
	"zhenjie/planning/rulebook"
)

// positioning is the page that says which town it is, and in what industry it
// is strong.
type positioning struct {
	d        *Desk
	state    workspace.State
	texts    map[edit.Field]*widgets.Entry
	industry *picker
	content  fyne.CanvasObject
}

func newPositioning(d *Desk) *positioning {
	p := &positioning{d: d, texts: map[edit.Field]*widgets.Entry{}}
	f := widgets.NewForm()
	f.Section(d.say("positioning.town"))
	p.field(f, edit.TownName, widgets.NewEntry())
	p.field(f, edit.TownPlace, widgets.NewEntry())
	f.Section(d.say("positioning.strong"))
	f.Wide(widgets.NewHint(d.say("positioning.asks")))
	p.industry = newPicker(d, f, "field.industry", p.chosen)
	p.field(f, edit.SubField, widgets.NewEntry())
	p.field(f, edit.Distinction, widgets.NewMultiLine(5))
	p.field(f, edit.Customers, widgets.NewMultiLine(4))
	p.content = container.NewVScroll(container.NewPadded(f))
	return p
}

func (p *positioning) field(f *widgets.Form, field edit.Field, e *widgets.Entry) {
	e.AutoCommit = true
	p.texts[field] = p.d.entry(e, func(text string) (edit.Command, error) {
		return edit.SetText{Field: field, To: text}, nil
	})
	f.Row(field.Caption().In(p.d.Lang), p.d.say(words.ID("positioning.hint."+string(field))), e)
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
func (*positioning) Wide() bool                   { return false }
func (p *positioning) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *positioning) Show(s workspace.State) {
	p.state = s
	for field, e := range p.texts {
		e.Set(field.Get(s.Plan))
	}
	p.industry.show(p.industries(s.Book), s.Plan.Positioning.Industry, p.d.say("positioning.hint.industry"))
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

// picker is a choice in a form. Where the command of another option cannot be
// done, it goes back, and says why below.
type picker struct {
	choice *widgets.Choice
	row    *widgets.Row
	id     string // as the plan has it
}

func newPicker(d *Desk, f *widgets.Form, caption words.ID, command func(id string) edit.Command) *picker {
	p := &picker{choice: widgets.NewChoice()}
	p.row = f.Row(d.say(caption), "", p.choice)
	p.choice.OnCommit = func(id string) {
		if err := d.Do(command(id)); err != nil {
			p.choice.Set(p.id)
			p.row.SetHint(d.explain(err))
		}
	}
	return p
}

func (p *picker) show(options []widgets.Option, id, hint string) {
	p.id = id
	p.choice.SetOptions(options)
	p.choice.Set(id)
	p.row.SetHint(hint)
}
