package widgets

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Kind is what a column of a Sheet holds.
type Kind int

// The kinds of columns.
const (
	TextColumn        Kind = iota
	NumberColumn           // a text aligned to the right
	ChoiceColumn           // one of Choices
	CheckColumn            // CheckOn or CheckOff
	FixedColumn            // shown, not edited
	FixedNumberColumn      // likewise, aligned to the right
	ActionColumn           // shown; Space, or a tap, asks for OnAction
)

func (k Kind) edited() bool { return k != FixedColumn && k != FixedNumberColumn }

func (k Kind) number() bool { return k == NumberColumn || k == FixedNumberColumn }

// What the cells of a CheckColumn hold.
const (
	CheckOn  = "1"
	CheckOff = ""
)

// Column is one column of a Sheet.
type Column struct {
	Title   string
	Width   float32 // in widths of a Han character; 0 takes a share of what the others leave
	Least   float32 // likewise, to which it shrinks where there is too little room; 0: not at all, or to leastColumn
	Kind    Kind
	Choices []string

	AutoCommit bool // as Entry's, for texts
}

// Sheet is a table to be filled in. One editor goes from cell to cell, so that
// a word can be composed anywhere: Tab goes right, Enter and the arrows down
// and up. The other cells are plain texts, and only those in view exist.
//
// A cell is told as an Entry is: OnTyping while it is typed, OnCommit when the
// person is done with it. With Shift, the keys and clicks that go from cell to
// cell select a block of them, which is copied as spreadsheets do.
type Sheet struct {
	widget.BaseWidget
	OnCommit func(row, col int, text string)
	OnTyping func(row, col int, text string)
	OnAdd    func()            // nil: rows are not added
	OnRemove func(row int)     // nil: rows are not removed
	OnMove   func(row, by int) // by −1 or 1; nil: rows are not moved
	OnSelect func(row int)     // the person has come to a row, or tapped the one they are in
	OnAction func(row, col int)
	OnPaste  func(row, col int, cells [][]string) // a block pasted with its first cell there; nil: one cell at a time
	OnUndo   func()                               // as Entry's
	OnRedo   func()
	Post     func(func()) // likewise

	// Tint is the colour of the theme a cell is written in, "" for the usual one;
	// nil for no tints.
	Tint func(row, col int) fyne.ThemeColorName

	// MostRows is how many rows the sheet asks room for; more are scrolled.
	MostRows int

	columns []Column
	rows    [][]string
	totals  []string
	faults  map[cell]string
	at      cell // of the editor; row −1 before anyone was there
	last    cell // committed last
	editing bool // an editor has the focus

	anchor   cell // the corner at which the block selected began
	reach    cell // the far one
	reaching bool
	across   *container.Scroll // in which the sheet lies; nil for none

	now       func() time.Time
	removedAt time.Time // when a row was removed last

	head, foot *sheetLine
	body       *sheetBody
	scroll     *container.Scroll
	empty      *Prose
	fault      *Prose
	add        *widget.Button
	rules      sheetRules
}

// cell is a place in a sheet.
type cell struct{ row, col int }

// NewSheet makes a table without rows.
func NewSheet(columns []Column) *Sheet {
	s := &Sheet{MostRows: 10, at: cell{row: -1}, last: cell{row: -1}, faults: map[cell]string{}, now: time.Now}
	s.empty = NewHint("")
	s.fault = newProse("", face{size: theme.SizeNameCaptionText, colour: theme.ColorNameError})
	s.add = widget.NewButtonWithIcon("", theme.ContentAddIcon(), s.added)
	s.add.Importance = widget.LowImportance
	s.body = newSheetBody(s)
	s.scroll = container.NewVScroll(s.body)
	s.scroll.OnScrolled = func(fyne.Position) { s.body.arrange() }
	s.SetColumns(columns)
	s.ExtendBaseWidget(s)
	return s
}

// SetWords gives what is said when there are no rows, and the words on the
// button that adds one.
func (s *Sheet) SetWords(empty, add string) {
	s.empty.Set(empty)
	if s.add.Text != add {
		s.add.SetText(add)
	}
}

// SetColumns replaces the columns, as when the language changes.
func (s *Sheet) SetColumns(columns []Column) {
	s.columns = slices.Clone(columns)
	s.at.col = min(s.at.col, len(columns)-1)
	s.head, s.foot = newSheetLine(s), newSheetLine(s)
	s.rules = newSheetRules(len(columns))
	s.body.rebuild()
	s.Refresh()
}

// Display shows other rows, and below them the totals; totals nil shows none.
// The texts of a row stand in the order of the columns; the rows are kept, and
// not to be changed afterwards. Errors are cleared. A text being typed stays if
// its cell is told the text it had before.
func (s *Sheet) Display(rows [][]string, totals []string) {
	resized := len(rows) != len(s.rows) || (totals == nil) != (s.totals == nil) || len(s.faults) > 0
	s.rows = rows
	if resized {
		s.unreach()
	}
	s.totals = slices.Clone(totals)
	clear(s.faults)
	s.at.row = min(s.at.row, len(rows)-1)
	if resized {
		s.Refresh()
		return
	}
	s.body.arrange()
	s.body.showEditor()
	s.SetTotals(totals)
}

// SetTotals shows other totals; the rows are left alone.
func (s *Sheet) SetTotals(totals []string) {
	s.totals = slices.Clone(totals)
	s.foot.fill(skinOf(s), totals, true)
}

// SetError marks a cell whose text cannot be used, and writes out below the
// rows what is wrong and what to do; "" clears it.
func (s *Sheet) SetError(row, col int, text string) {
	at := cell{row, col}
	if s.faults[at] == text {
		return
	}
	if text == "" {
		delete(s.faults, at)
	} else {
		s.faults[at] = text
	}
	s.Refresh()
}

// Select goes to a cell and gives it the focus.
func (s *Sheet) Select(row, col int) {
	if row >= 0 && row < len(s.rows) && col >= 0 && col < len(s.columns) {
		s.body.enter(cell{row, col})
	}
}

// text is what a cell holds.
func (s *Sheet) text(at cell) string {
	if at.row < 0 || at.row >= len(s.rows) || at.col >= len(s.rows[at.row]) {
		return ""
	}
	return s.rows[at.row][at.col]
}

func (s *Sheet) kind(col int) Kind {
	if col < 0 || col >= len(s.columns) {
		return FixedColumn
	}
	return s.columns[col].Kind
}

// commit takes what was entered into the cell of the editor.
func (s *Sheet) commit(text string) {
	at := s.at
	if at.row < 0 || at.row >= len(s.rows) || at.col >= len(s.rows[at.row]) {
		return
	}
	s.setText(at, text)
	s.last = at
	s.SetError(at.row, at.col, "")
	s.body.arrange()
	if s.OnCommit != nil {
		s.OnCommit(at.row, at.col, text)
	}
}

func (s *Sheet) selected() {
	if s.OnSelect != nil {
		s.OnSelect(s.at.row)
	}
}

// acted asks for the action of the current cell.
func (s *Sheet) acted() {
	if s.OnAction != nil && s.at.row >= 0 && s.at.row < len(s.rows) {
		s.OnAction(s.at.row, s.at.col)
	}
}

func (s *Sheet) typed(text string) {
	s.unreach()
	if s.OnTyping != nil && s.at.row >= 0 {
		s.OnTyping(s.at.row, s.at.col, text)
	}
}

// added asks for a row, and goes to it if it has come.
func (s *Sheet) added() {
	before := len(s.rows)
	s.OnAdd()
	if len(s.rows) > before {
		s.Select(len(s.rows)-1, max(s.next(-1, 1), 0))
	}
}

// removalPause is how long the button that removes a row does nothing after it did:
// it then stands at the next row, which a double click must not take along.
const removalPause = 400 * time.Millisecond

func (s *Sheet) removed() {
	if s.OnRemove == nil || s.at.row < 0 || s.now().Sub(s.removedAt) < removalPause {
		return
	}
	s.removedAt = s.now()
	s.OnRemove(s.at.row)
}

// moved moves the row of the editor, and the editor with it.
func (s *Sheet) moved(by int) {
	to := s.at.row + by
	if s.OnMove == nil || s.at.row < 0 || to < 0 || to >= len(s.rows) {
		return
	}
	s.body.entry.Commit()
	from := s.at.row
	s.at.row = to // before the rows are displayed anew
	s.OnMove(from, by)
	s.body.reveal()
	s.Refresh()
}

// next is the next column from col that can be edited, −1 if there is none.
func (s *Sheet) next(col, by int) int {
	for col += by; col >= 0 && col < len(s.columns); col += by {
		if s.columns[col].Kind.edited() {
			return col
		}
	}
	return -1
}

// faultText is what is wrong: in the cell of the editor, or else in the one
// committed last, or else in the first one marked.
func (s *Sheet) faultText() string {
	for _, at := range []cell{s.at, s.last} {
		if f := s.faults[at]; f != "" {
			return f
		}
	}
	first, text := cell{row: len(s.rows)}, ""
	for at, f := range s.faults {
		if at.row < first.row || at.row == first.row && at.col < first.col {
			first, text = at, f
		}
	}
	return text
}
