package page

import (
	"slices"

	"fyne.io/fyne/v2"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// ledger is a table of one of the plan's lists of money. What a row says is
// worked out anew only where its item is another, so that a step in a long list
// costs little.
type ledger[T comparable] struct {
	d      *Desk
	table  *table
	object fyne.CanvasObject // the table, scrolled sideways where it is narrow
	fields []field[T]
	lines  []entered[T]
	agreed agreed

	list    func(planning.Plan) planning.List[T]
	aside   func(planning.Agreement, T) aside
	blanks  func(planning.Plan) func() T // makes new items, one after the other
	set     func(at int, to T) edit.Command
	added   func(at int, v T) edit.Command
	removed func(at int, v T) edit.Command
	told    func(workspace.View, planning.Agreement) // shows what follows from the amounts
	failed  func(error)                              // says why nothing was done
	pasting func(n int) words.Text                   // the name of the step that pastes n rows
}

// field is a column of a ledger.
type field[T any] struct {
	column widgets.Column // its Width is the most it grows to; 0 for what its texts need
	show   func(T, aside) string
	put    func(v *T, text string) error                           // nil where nothing is entered
	sum    func(workspace.View, planning.Agreement) planning.Money // below the rows; nil for none
	widest estimate
}

// agreed is how a plan's amounts agree, worked out once for each plan.
type agreed struct {
	plan  planning.Plan
	sums  planning.Agreement
	known bool
}

func (a *agreed) of(p planning.Plan) planning.Agreement {
	old := a.plan
	same := a.known && p.Claims == old.Claims && p.Investors.Equal(old.Investors) && p.Projects.Equal(old.Projects) &&
		p.Schedule.Equal(old.Schedule)
	if !same {
		a.sums, a.known = planning.Agree(p), true
	}
	a.plan = p
	return a.sums
}

// aside is what a row shows of its item that stands in other parts of the plan.
type aside struct {
	scheduled planning.Money
	place     words.ID // what of it is on the map
}

// entered is a row, and what it was made of.
type entered[T comparable] struct {
	item  T
	aside aside
	cells []string
}

func newLedger[T comparable](d *Desk) *ledger[T] {
	l := &ledger[T]{d: d, table: newTable(d, nil)}
	l.object = widgets.NewWideSheet(l.table.sheet)
	l.table.command, l.table.sum = l.command, l.typing
	s := l.table.sheet
	s.OnAdd, s.OnRemove, s.OnPaste = l.add, l.remove, l.paste
	return l
}

// setFields replaces the columns; the rows are to be shown after it.
func (l *ledger[T]) setFields(fields []field[T]) { l.fields, l.lines = fields, nil }

// show displays a state.
func (l *ledger[T]) show(s workspace.State) {
	l.table.state = s
	sums := l.agreed.of(s.Plan)
	rows := l.write(l.list(s.Plan), sums)
	totals := l.totals(s.View, sums)
	l.table.setColumns(l.columns(totals))
	l.table.show(rows, totals)
	l.told(s.View, sums)
}

// write makes the rows of a list. Those before and behind what has changed stay.
func (l *ledger[T]) write(items planning.List[T], sums planning.Agreement) [][]string {
	next := make([]entered[T], items.Len())
	for i, v := range items.All() {
		next[i].item, next[i].aside = v, l.aside(sums, v)
	}
	same := func(i, was int) bool {
		return was >= 0 && was < len(l.lines) && next[i].item == l.lines[was].item && next[i].aside == l.lines[was].aside
	}
	first, last := 0, len(next)
	for first < last && same(first, first) {
		next[first].cells = l.lines[first].cells
		first++
	}
	for more := len(l.lines) - len(next); last > first && last+more > first && same(last-1, last-1+more); last-- {
		next[last-1].cells = l.lines[last-1+more].cells
	}
	if first == 0 && last == len(next) {
		for i := range l.fields {
			l.fields[i].widest = estimate{} // a text that has gone takes its width along
		}
	}
	for i := first; i < last; i++ {
		next[i].cells = l.cells(next[i].item, next[i].aside)
	}
	l.lines = next
	rows := make([][]string, len(next))
	for i, n := range next {
		rows[i] = n.cells
	}
	return rows
}

// cells are the texts of a row.
func (l *ledger[T]) cells(v T, a aside) []string {
	cells := make([]string, len(l.fields))
	for i := range l.fields {
		cells[i] = l.fields[i].show(v, a)
		l.fields[i].widest.see(cells[i])
	}
	return cells
}

// columns give the texts the room they need, as far as there is any.
func (l *ledger[T]) columns(totals []string) []widgets.Column {
	columns := make([]widgets.Column, len(l.fields))
	for i, f := range l.fields {
		c := f.column
		texts := []string{c.Title, f.widest.text}
		if totals != nil {
			texts = append(texts, totals[i])
		}
		if c.Kind == widgets.NumberColumn {
			texts = append(texts, amountTyped)
		}
		width := columnFor(texts...)
		if c.Kind == widgets.ChoiceColumn {
			width += choiceArrow
		}
		if c.Width > 0 {
			width = min(width, c.Width)
		}
		c.Width = max(width, c.Least)
		columns[i] = c
	}
	return columns
}

// totals is the line below the rows.
func (l *ledger[T]) totals(v workspace.View, sums planning.Agreement) []string {
	if l.list(v.Plan).Len() == 0 {
		return nil
	}
	totals := make([]string, len(l.fields))
	totals[0] = l.d.say("schedule.total_row") // the columns of years do not say their unit
	for i, f := range l.fields {
		if f.sum != nil {
			totals[i] = wan(f.sum(v, sums))
		}
	}
	return totals
}

// command changes one cell.
func (l *ledger[T]) command(row, col int, text string) (edit.Command, error) {
	items := l.list(l.table.state.Plan)
	var to T
	if row >= items.Len() {
		return l.set(row, to), nil // blocked: the row has gone
	}
	to = items.At(row)
	err := l.fields[col].put(&to, text)
	return l.set(row, to), err
}

// typing shows what would follow from the text being typed in a row: the cells
// that follow from others, and all sums.
func (l *ledger[T]) typing(v workspace.View, row int) {
	sums := l.agreed.of(v.Plan)
	l.table.totals = l.totals(v, sums)
	l.table.sheet.SetTotals(l.table.totals)
	if items := l.list(v.Plan); row >= 0 && row < items.Len() && row < len(l.table.rows) {
		shown := slices.Clone(l.table.rows[row])
		for i, f := range l.fields {
			if f.put == nil {
				shown[i] = f.show(items.At(row), l.aside(sums, items.At(row)))
			}
		}
		if !slices.Equal(shown, l.table.rows[row]) {
			l.table.replace(row, shown)
		}
	}
	l.told(v, sums)
}

func (l *ledger[T]) add() {
	p := l.table.state.Plan
	l.do(l.added(l.list(p).Len(), l.blanks(p)()))
}

func (l *ledger[T]) remove(row int) {
	l.do(l.removed(row, l.list(l.table.state.Plan).At(row)))
}

// do does what concerns whole rows.
func (l *ledger[T]) do(c edit.Command) {
	if err := l.d.Do(c); err != nil {
		l.failed(err)
	}
}
