package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning/edit"
	"zhenjie/planning/rulebook"
)

// rulebooks is the page of the rulebooks: which there are, what they ask, how two
// of them differ. Those of the user are edited here. A rulebook is a file of its
// own and no part of the plan: its steps are taken back here and not in the
// plan's history.
type rulebooks struct {
	d     *Desk
	state workspace.State
	id    string // of the rulebook shown
	book  *rulebook.Rulebook

	past, future []*rulebook.Rulebook // of the rulebook shown

	form                     *widgets.Form
	books                    *table
	copy, remove, undo, redo *widget.Button
	said                     *widgets.Prose // what went wrong, or is to be known
	heading                  *widgets.Heading
	about                    *widgets.Prose
	head                     *bookHead
	rules                    *bookRules
	rule                     *bookRule
	lists                    *bookLists
	compare                  *comparison
	content                  fyne.CanvasObject
}

// The columns of the table of rulebooks.
const (
	bookUsed = iota
	bookTitle
	bookKind
	bookSource
)

func newRulebooks(d *Desk) *rulebooks {
	p := &rulebooks{d: d, said: widgets.NewProse(""), about: widgets.NewHint("")}
	f := widgets.NewForm()
	p.form = f
	f.Section(d.say("page.rulebooks"))
	p.books = newTable(d, p.bookColumns(nil))
	p.books.command = p.use
	p.books.sheet.OnSelect = p.select_
	f.Wide(container.New(modest{}, p.books.sheet))
	p.copy = widget.NewButtonWithIcon(d.say("rulebooks.copy"), theme.ContentCopyIcon(), p.copyBook)
	p.remove = widget.NewButtonWithIcon(d.say("rulebooks.remove"), theme.DeleteIcon(), p.removeBook)
	p.undo = widget.NewButtonWithIcon(d.say("toolkit.undo"), theme.ContentUndoIcon(), p.back)
	p.redo = widget.NewButtonWithIcon(d.say("toolkit.redo"), theme.ContentRedoIcon(), p.again)
	f.Wide(container.NewHBox(p.copy, p.remove, p.undo, p.redo))
	f.Wide(p.said)
	p.heading = f.Section("")
	f.Wide(p.about)
	p.head = newBookHead(p, f)
	p.rules = newBookRules(p, f)
	p.rule = newBookRule(p, f)
	p.lists = newBookLists(p, f)
	p.compare = newComparison(p, f)
	p.content = container.NewVScroll(container.NewPadded(f))
	return p
}

func (*rulebooks) ID() string                   { return "rulebooks" }
func (*rulebooks) Title() words.ID              { return "page.rulebooks" }
func (*rulebooks) Icon() fyne.Resource          { return icon("rulebooks") }
func (*rulebooks) Wide() bool                   { return true }
func (p *rulebooks) Content() fyne.CanvasObject { return p.content }

// Show implements Page. Files that were put into the folder meanwhile are seen.
func (p *rulebooks) Show(s workspace.State) {
	p.state = s
	if p.d.ReadBooks != nil {
		p.d.ReadBooks() // shows the page again where there is something new
	}
	p.show()
}

// show shows the rulebook of the id, or the one in use.
func (p *rulebooks) show() {
	book, ok := p.state.Books.Find(p.id)
	if p.id == "" || !ok {
		book = p.state.Book
		p.past, p.future = nil, nil
	}
	p.id, p.book = book.ID, book
	p.showBooks()
	own := p.own()
	setShown(p.remove, own)
	setShown(p.undo, own)
	setShown(p.redo, own)
	enable(p.undo, len(p.past) > 0)
	enable(p.redo, len(p.future) > 0)
	p.heading.Set(book.Title.In(p.d.Lang))
	p.about.Set(p.tell(own))
	p.head.show(own)
	p.rules.show(own)
	p.rule.show(own)
	p.lists.show(own)
	p.compare.show()
	p.form.Arrange()
}

func (p *rulebooks) own() bool { return p.state.Books.Own(p.id) }

// tell says where the numbers of the rulebook are from, and whether it is edited.
func (p *rulebooks) tell(own bool) string {
	hint := p.d.say("rulebooks.builtin")
	if own {
		hint = p.d.say("rulebooks.own", "file", p.state.Books.File(p.id))
	}
	if p.book.Source.IsZero() {
		return hint
	}
	return p.d.say("checks.rulebook.source", "source", sourceOf(p.book.Source, p.book.Confirmed)) + "\n" + hint
}

// sourceOf is a source, and how its numbers were confirmed.
func sourceOf(source words.Text, c rulebook.Confirmation) words.Text {
	if c == "" {
		return source
	}
	return words.Say("rulebooks.confirmed", "source", source, "how", c.Text())
}

func (p *rulebooks) bookColumns(books []*rulebook.Rulebook) []widgets.Column {
	d := p.d
	titles := []string{d.say("checks.rulebook")}
	for _, b := range books {
		titles = append(titles, b.Title.In(d.Lang))
	}
	return []widgets.Column{
		bookUsed:   {Title: d.say("rulebooks.used"), Width: columnFor(d.say("rulebooks.used")), Kind: widgets.CheckColumn},
		bookTitle:  {Title: titles[0], Width: min(columnFor(titles...), 22), Least: 10, Kind: widgets.FixedColumn},
		bookKind:   {Title: d.say("rulebooks.kind"), Width: columnFor(d.say("rulebooks.kind.builtin"), d.say("rulebooks.kind.own")), Kind: widgets.FixedColumn},
		bookSource: {Title: d.say("rulebooks.source"), Kind: widgets.FixedColumn},
	}
}

func (p *rulebooks) showBooks() {
	all := p.state.Books.All()
	p.books.state = p.state
	p.books.setColumns(p.bookColumns(all))
	rows := make([][]string, len(all))
	for i, b := range all {
		used, kind := widgets.CheckOff, words.ID("rulebooks.kind.builtin")
		if b == p.state.Book && p.state.BookMissing == "" {
			used = widgets.CheckOn
		}
		if p.state.Books.Own(b.ID) {
			kind = "rulebooks.kind.own"
		}
		rows[i] = []string{bookUsed: used, bookTitle: b.Title.In(p.d.Lang), bookKind: p.d.say(kind), bookSource: b.Source.In(p.d.Lang)}
	}
	p.books.show(rows, nil)
}

// use chooses the rulebook of a row for the plan; taking the mark away leaves it.
func (p *rulebooks) use(row, _ int, _ string) (edit.Command, error) {
	b := p.state.Books.All()[row]
	return edit.SetRulebook{ID: b.ID, Title: b.Title}, nil
}

func (p *rulebooks) select_(row int) {
	if all := p.state.Books.All(); row >= 0 && row < len(all) {
		p.turn(all[row].ID)
	}
}

// turn shows another rulebook.
func (p *rulebooks) turn(id string) {
	if id == p.id {
		return
	}
	p.id, p.past, p.future = id, nil, nil
	p.rules.at = 0
	p.forget()
	p.show()
}

// forget drops what could not be used, and why: it was of another rulebook, or of
// what it was before.
func (p *rulebooks) forget() {
	p.note("")
	p.rule.forget()
	for _, f := range p.head.fields {
		f.entry.SetError("")
	}
	clear(p.rules.table.refused)
	clear(p.lists.table.refused)
}

// copyBook makes a copy of the rulebook shown that is the user's own.
func (p *rulebooks) copyBook() {
	b := clone(p.book)
	b.ID = p.state.Books.FreeID(p.book.ID)
	zh, en := words.Say("rulebooks.copied", "title", p.book.Title).In(words.Zh), words.Say("rulebooks.copied", "title", p.book.Title).In(words.En)
	b.Title = words.Both(zh, en)
	if p.write(b) == nil {
		p.turn(b.ID)
		p.mark()
	}
}

// mark goes to the row of the rulebook shown.
func (p *rulebooks) mark() {
	for row, b := range p.state.Books.All() {
		if b.ID == p.id {
			p.books.sheet.Select(row, 0)
		}
	}
}

func (p *rulebooks) removeBook() {
	if p.d.RemoveBook != nil && p.own() {
		p.d.RemoveBook(p.book)
	}
}
