package page

import (
	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning/rulebook"
)

// textField is one language of a text, in a field.
type textField struct {
	entry *widgets.Entry
	row   *widgets.Row
	lang  words.Lang
}

// newTextField makes a field of one language of a text.
func newTextField(p *rulebooks, f *widgets.Form, caption words.ID, lang words.Lang, of func(*rulebook.Rulebook) *words.Text) textField {
	t := textField{lang: lang}
	t.entry = p.entry(func(b *rulebook.Rulebook, text string) error {
		if to := of(b); to != nil {
			*to = inLang(*to, lang, text)
		}
		return nil
	})
	t.row = f.Row(p.d.say(caption), "", t.entry)
	return t
}

// inLang replaces one language of a text.
func inLang(t words.Text, lang words.Lang, text string) words.Text {
	zh, en := t.In(words.Zh), t.In(words.En)
	if lang == words.Zh {
		zh = text
	} else {
		en = text
	}
	if zh == "" && en == "" {
		return words.Text{}
	}
	return words.Both(zh, en)
}

func (t textField) show(text words.Text, visible bool) {
	t.entry.Set(text.In(t.lang))
	t.row.SetVisible(visible)
}

// confirmations are the choices of how numbers were confirmed.
func (p *rulebooks) confirmations() []widgets.Option {
	options := []widgets.Option{{ID: "", Text: p.d.say("confirmed.unsaid")}}
	for _, c := range rulebook.Confirmations {
		options = append(options, widgets.Option{ID: string(c), Text: c.Text().In(p.d.Lang)})
	}
	return options
}

// bookHead are the fields of the rulebook as a whole.
type bookHead struct {
	fields    []textField
	confirmed *widgets.Choice
	row       *widgets.Row
	p         *rulebooks
}

func newBookHead(p *rulebooks, f *widgets.Form) *bookHead {
	h := &bookHead{p: p, confirmed: widgets.NewChoice()}
	title := func(b *rulebook.Rulebook) *words.Text { return &b.Title }
	source := func(b *rulebook.Rulebook) *words.Text { return &b.Source }
	h.fields = []textField{
		newTextField(p, f, "rulebooks.title.zh", words.Zh, title), newTextField(p, f, "rulebooks.title.en", words.En, title),
		newTextField(p, f, "rulebooks.source.zh", words.Zh, source), newTextField(p, f, "rulebooks.source.en", words.En, source),
	}
	h.confirmed.OnCommit = func(id string) {
		p.try(func(b *rulebook.Rulebook) error {
			b.Confirmed = rulebook.Confirmation(id)
			return nil
		})
	}
	h.row = f.Row(p.d.say("rulebooks.confirmed_by"), "", h.confirmed)
	return h
}

func (h *bookHead) show(own bool) {
	b := h.p.book
	for i, t := range []words.Text{b.Title, b.Title, b.Source, b.Source} {
		h.fields[i].show(t, own)
	}
	h.confirmed.SetOptions(h.p.confirmations())
	h.confirmed.Set(string(b.Confirmed))
	h.row.SetVisible(own)
}
