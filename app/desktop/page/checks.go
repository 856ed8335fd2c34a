package page

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning/edit"
)

// checks is the page of what an application is judged by.
type checks struct {
	d        *Desk
	state    workspace.State
	rulebook *picker
	sigma    *widgets.Entry
	stated   *stated
	matrix   *matrix
	content  fyne.CanvasObject
}

func newChecks(d *Desk) *checks {
	p := &checks{d: d}
	f := widgets.NewForm()
	f.Section(d.say("checks.basis"))
	p.rulebook = newPicker(d, f, "checks.rulebook", p.chosen)
	p.sigma = d.entry(widgets.NewEntry(), func(text string) (edit.Command, error) {
		metres, err := parseMetres(text)
		return edit.SetSigma{Metres: metres}, err
	})
	f.Row(d.say("checks.sigma"), d.say("checks.sigma.hint"), short(p.sigma))
	f.Section(d.say("rulebooks.stated"))
	p.stated = newStated(d)
	f.Wide(container.New(modest{}, p.stated.table.sheet))
	f.Section(d.say("rulebooks.side_by_side"))
	p.matrix = newMatrix(d)
	f.Wide(p.matrix.content)
	p.content = container.NewVScroll(container.NewPadded(f))
	return p
}

func (*checks) ID() string                   { return "checks" }
func (*checks) Title() words.ID              { return "page.checks" }
func (*checks) Icon() fyne.Resource          { return theme.DocumentIcon() }
func (*checks) Wide() bool                   { return true } // a column for each rulebook
func (p *checks) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *checks) Show(s workspace.State) {
	p.state = s
	if p.d.ReadBooks != nil {
		p.d.ReadBooks() // shows the page again where there is something new
		s = p.state
	}
	p.showRulebook(s)
	p.sigma.Set(label(s.Plan.Settings.Sigma()))
	p.stated.show(s)
	p.matrix.show(s)
}

func (p *checks) showRulebook(s workspace.State) {
	var books []widgets.Option
	for _, b := range s.Books.All() {
		books = append(books, widgets.Option{ID: b.ID, Text: b.Title.In(p.d.Lang)})
	}
	id, hint := s.Book.ID, ""
	if !s.Book.Source.IsZero() {
		hint = p.d.say("checks.rulebook.source", "source", sourceOf(s.Book.Source, s.Book.Confirmed))
	}
	if s.BookMissing != "" {
		id, hint = s.BookMissing, p.d.say("rulebook.missing", "id", s.BookMissing)
	}
	p.rulebook.show(books, id, hint)
}

// chosen chooses a rulebook.
func (p *checks) chosen(id string) edit.Command {
	c := edit.SetRulebook{ID: id, Title: words.Raw(id)}
	if b, ok := p.state.Books.Find(id); ok {
		c.Title = b.Title
	}
	return c
}

// parseMetres reads a length.
func parseMetres(text string) (float64, error) {
	metres, err := strconv.ParseFloat(narrow(text), 64)
	if err != nil {
		return 0, geo.BadInput(geo.At{}, "checks.sigma.unreadable", "text", text)
	}
	return metres, nil
}
