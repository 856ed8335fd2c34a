package page

import (
	"math"
	"reflect"
	"slices"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning/edit"
)

// table is a sheet whose rows stand in the plan. Each cell entered becomes a
// command. A text that cannot be used stays in its cell, with the reason,
// whatever else is edited meanwhile: it must not be lost unseen.
type table struct {
	d       *Desk
	sheet   *widgets.Sheet
	columns []widgets.Column
	state   workspace.State // as shown last
	rows    [][]string      // as the plan has them
	totals  []string
	refused map[place]refusal

	// command makes of the text of a cell what is to be done.
	command func(row, col int, text string) (edit.Command, error)
	// sum shows what follows from the rows: of the plan, or of what it would be
	// with the text being typed in a row. Nil where nothing follows.
	sum func(v workspace.View, row int)
}

// place is a cell.
type place struct{ row, col int }

// refusal is a text that could not be used, in a cell that held another.
type refusal struct{ held, text, why string }

func newTable(d *Desk, columns []widgets.Column) *table {
	t := &table{d: d, sheet: widgets.NewSheet(columns), columns: columns, refused: map[place]refusal{}}
	t.sheet.MostRows = math.MaxInt // the page says how much room there is
	t.sheet.OnCommit, t.sheet.OnTyping = t.commit, t.typing
	t.sheet.OnUndo, t.sheet.OnRedo, t.sheet.Post = d.Undo, d.Redo, d.Post
	return t
}

// setColumns replaces the columns where they are others.
func (t *table) setColumns(columns []widgets.Column) {
	if !reflect.DeepEqual(columns, t.columns) {
		t.columns = columns
		t.sheet.SetColumns(columns)
	}
}

// show displays the rows of a plan. Where rows have come or gone, refused texts
// go: nobody could say whose they are.
func (t *table) show(rows [][]string, totals []string) {
	if len(rows) != len(t.rows) {
		clear(t.refused)
	}
	t.rows, t.totals = rows, totals
	t.display()
}

func (t *table) display() {
	t.sheet.Display(t.withRefused(), t.totals)
	for at, r := range t.refused {
		t.sheet.SetError(at.row, at.col, r.why)
	}
}

// replace shows other texts in a row than the plan has.
func (t *table) replace(row int, cells []string) {
	t.rows = slices.Clone(t.rows)
	t.rows[row] = cells
	t.display()
}

// refuse keeps texts that could not be used in their cells, with the reasons.
func (t *table) refuse(faults map[place]refusal) {
	for at, r := range faults {
		r.held = t.rows[at.row][at.col]
		t.refused[at] = r
	}
	t.display()
}

// withRefused are the rows, with the refused texts in the cells that still hold
// what they held.
func (t *table) withRefused() [][]string {
	rows := slices.Clone(t.rows)
	for at, r := range t.refused {
		if rows[at.row][at.col] != r.held {
			delete(t.refused, at)
			continue
		}
		rows[at.row] = slices.Clone(rows[at.row])
		rows[at.row][at.col] = r.text
	}
	return rows
}

// commit does what a cell asks for. The rows are displayed even where the plan
// stays what it was: "1200" becomes "1,200".
func (t *table) commit(row, col int, text string) {
	delete(t.refused, place{row, col})
	c, err := t.command(row, col, text)
	if err == nil {
		err = t.d.Do(c)
	}
	if err != nil {
		t.refused[place{row, col}] = refusal{t.rows[row][col], text, t.d.explain(err)}
	}
	t.display()
	if t.sum != nil {
		t.sum(t.state.View, row)
	}
}

// typing shows what would follow from the text typed so far; from a text that
// cannot be used nothing does.
func (t *table) typing(row, col int, text string) {
	if t.sum == nil {
		return
	}
	view := t.state.View
	if c, err := t.command(row, col, text); err == nil {
		if trial, err := view.Try(c, t.state.Books); err == nil {
			view = trial.View
		}
	}
	t.sum(view, row)
}

// choiceArrow is the width of the sign of a choice, in Han characters.
const choiceArrow = 1.5

// choiceColumn is a column of choices that shows the longest of them.
func choiceColumn(d *Desk, title words.ID, choices []string) widgets.Column {
	said := d.say(title)
	return widgets.Column{
		Title: said, Width: max(columnFor(said), columnFor(choices...)+choiceArrow), Kind: widgets.ChoiceColumn, Choices: choices,
	}
}

// nameColumn lets a column of words shrink, and grow only so far that one long
// name does not take the room of all others.
func nameColumn(c widgets.Column, least float32) widgets.Column {
	const most = 20
	c.Width = max(min(c.Width, most), least)
	c.Least = least
	return c
}

// option is a value of a column of choices, in words.
type option[T comparable] struct {
	value T
	text  string
}

// options are the choices of a column.
type options[T comparable] []option[T]

func (o options[T]) texts() []string {
	texts := make([]string, len(o))
	for i, option := range o {
		texts[i] = option.text
	}
	return texts
}

// text is what stands for a value; a value that is no option stands for itself.
func (o options[T]) text(v T, other string) string {
	for _, option := range o {
		if option.value == v {
			return option.text
		}
	}
	return other
}

// value is what a text stands for.
func (o options[T]) value(text string, other T) T {
	for _, option := range o {
		if option.text == text {
			return option.value
		}
	}
	return other
}
