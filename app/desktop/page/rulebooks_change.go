package page

import (
	"slices"

	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/look"
	"zhenjie/app/desktop/widgets"
	"zhenjie/planning/rulebook"
)

// write writes a rulebook of the user, and says what is wrong where it cannot be
// written.
func (p *rulebooks) write(b *rulebook.Rulebook) error {
	if p.d.SaveBook == nil {
		return nil
	}
	err := p.d.SaveBook(b)
	if err != nil {
		p.note(p.d.explain(err))
	}
	return err
}

// note says something below the buttons.
func (p *rulebooks) note(text string) {
	p.said.Set(text)
	p.said.SetColour(theme.ColorNameError)
}

// change makes the next rulebook of the one shown and writes it. What cannot be
// read again is refused, with the reason.
func (p *rulebooks) change(do func(*rulebook.Rulebook) error) error {
	b := clone(p.book)
	if err := do(b); err != nil {
		return err
	}
	next, err := rulebook.Parse(rulebook.Format(b))
	if err != nil {
		return err
	}
	p.note("")
	before, past := p.book, p.past
	p.past, p.future = append(slices.Clone(past), before), nil
	if err := p.write(next); err != nil {
		p.past = past
		return err
	}
	return nil
}

// try is change, of what has no field to tell the reason beside.
func (p *rulebooks) try(do func(*rulebook.Rulebook) error) {
	if err := p.change(do); err != nil {
		p.note(p.d.explain(err))
	}
}

// back takes the last change of the rulebook back, again does it once more.
func (p *rulebooks) back()  { p.travel(&p.past, &p.future) }
func (p *rulebooks) again() { p.travel(&p.future, &p.past) }

func (p *rulebooks) travel(from, to *[]*rulebook.Rulebook) {
	n := len(*from)
	if n == 0 {
		return
	}
	b := (*from)[n-1]
	*from, *to = (*from)[:n-1], append(*to, p.book)
	p.forget()
	if p.write(b) != nil {
		*from, *to = append(*from, b), (*to)[:len(*to)-1]
	}
}

// clone is a copy whose lists may be changed.
func clone(b *rulebook.Rulebook) *rulebook.Rulebook {
	next := *b
	next.Rules = slices.Clone(b.Rules)
	next.Industries, next.Declarations = slices.Clone(b.Industries), slices.Clone(b.Declarations)
	next.Materials, next.Indicators = slices.Clone(b.Materials), slices.Clone(b.Indicators)
	return &next
}

// entry makes a field of the rulebook shown.
func (p *rulebooks) entry(set func(b *rulebook.Rulebook, text string) error) *widgets.Entry {
	e := widgets.NewEntry()
	p.d.entries = append(p.d.entries, e)
	e.AutoCommit, e.OnUndo, e.OnRedo, e.Post = false, p.back, p.again, p.d.Post
	e.OnCommit = func(text string) {
		if err := p.change(func(b *rulebook.Rulebook) error { return set(b, text) }); err != nil {
			e.SetError(p.d.explain(err))
		}
	}
	return e
}

// table makes a table of the rulebook shown.
func (p *rulebooks) table(columns []widgets.Column, set func(b *rulebook.Rulebook, row, col int, text string) error) *table {
	t := newTable(p.d, columns)
	p.d.tables = append(p.d.tables, t)
	t.sheet.OnUndo, t.sheet.OnRedo, t.sheet.OnTyping = p.back, p.again, nil
	t.sheet.OnCommit = func(row, col int, text string) {
		at := place{row, col}
		held := t.rows[row][col]
		delete(t.refused, at)
		if err := p.change(func(b *rulebook.Rulebook) error { return set(b, row, col, text) }); err != nil {
			t.refused[at] = refusal{held, text, p.d.explain(err)}
		}
		t.display()
	}
	return t
}

// highlighted is the colour of what differs.
const highlighted = look.ColorBorderline
