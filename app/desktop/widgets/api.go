package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Entry is the text field of the window; it knows about input methods.
type Entry struct {
	widget.Entry
	OnTyping       func(text string) // each change by the user
	OnCommit       func(text string) // Enter in a single line, or focus lost, when the text differs from the last Set or committed
	OnUndo, OnRedo func()            // the shortcut, when the entry has nothing of its own; nil hands it to the window's canvas
	OnEscape       func()            // Escape with nothing to restore
}

// NewEntry makes a field of one line.
func NewEntry() *Entry { e := &Entry{}; e.ExtendBaseWidget(e); return e }

// NewMultiLine makes a field that shows a number of rows.
func NewMultiLine(rows int) *Entry {
	e := NewEntry()
	e.MultiLine = true
	e.SetMinRowsVisible(rows)
	return e
}

// Set shows a text without calling back.
func (e *Entry) Set(text string) { e.SetText(text) }

// SetError shows what is wrong with the text; "" for nothing.
func (e *Entry) SetError(text string) {}

// Commit calls OnCommit with a text not yet committed, as losing the focus does.
func (e *Entry) Commit() {}

// UndoTyping undoes the last typing that is not yet committed, and reports whether there was any; RedoTyping redoes it.
func (e *Entry) UndoTyping() bool { return false }
func (e *Entry) RedoTyping() bool { return false }

// Option is one item of a Choice.
type Option struct{ ID, Text string }

// Choice lets people choose one of a few options.
type Choice struct {
	widget.Select
	OnCommit func(id string)
}

func NewChoice() *Choice                      { c := &Choice{}; c.ExtendBaseWidget(c); return c }
func (c *Choice) SetOptions(options []Option) {}
func (c *Choice) Set(id string)               {}

// Gauge shows a number on a scale with its limits.
type Gauge struct{ widget.BaseWidget }

// GaugeState is what a gauge shows. NaN or a Low ≥ High where there is no limit.
type GaugeState struct {
	Caption, Value      string
	Now, Sigma          float64
	Low, High           float64 // accepted, inclusive
	WarnLow, WarnHigh   float64 // outer tolerance round Low…High; equal to them when there is none
	Max                 float64 // right end of the scale; the left is 0
	Known               bool    // Now is known
	Verdict             Verdict
	LowLabel, HighLabel string // at the limits
}

func NewGauge() *Gauge                { g := &Gauge{}; g.ExtendBaseWidget(g); return g }
func (g *Gauge) Display(s GaugeState) {}
func (g *Gauge) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack())
}

// Finding is one row of a FindingList.
type Finding struct {
	Verdict                                Verdict
	Title, Measured, Limit, Advice, Source string
}

// FindingList shows findings, one below the other.
type FindingList struct {
	widget.BaseWidget
	OnSelected func(i int)
}

func NewFindingList() *FindingList                { f := &FindingList{}; f.ExtendBaseWidget(f); return f }
func (f *FindingList) Display(findings []Finding) {}
func (f *FindingList) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack())
}

// Kind is what a column of a Sheet holds.
type Kind int

const (
	TextColumn Kind = iota
	NumberColumn
	ChoiceColumn // one of Choices, by its text
	CheckColumn  // CheckOn or CheckOff
	FixedColumn  // shown, not edited
)

// What the cells of a Check column hold.
const CheckOn, CheckOff = "1", ""

// Column is one column of a Sheet. Width is in widths of a Han character; 0 takes a share of the rest.
type Column struct {
	Title   string
	Width   float32
	Kind    Kind
	Choices []string
}

// Sheet is an editable table.
type Sheet struct {
	widget.BaseWidget
	OnCommit       func(row, col int, text string)
	OnTyping       func(row, col int, text string)
	OnAdd          func()            // nil: rows are not added
	OnRemove       func(row int)     // nil: rows are not removed
	OnMove         func(row, by int) // nil: rows are not moved; by is −1 or 1 (Alt+Up, Alt+Down)
	OnUndo, OnRedo func()            // as Entry's
}

// NewSheet makes a table.
func NewSheet(columns []Column) *Sheet                    { s := &Sheet{}; s.ExtendBaseWidget(s); return s }
func (s *Sheet) SetWords(empty, add string)               {} // empty is said when there are no rows, add stands on the button that adds one
func (s *Sheet) SetColumns(columns []Column)              {} // other titles, choices or kinds (language)
func (s *Sheet) Display(rows [][]string, totals []string) {} // totals nil: no totals row
func (s *Sheet) SetTotals(totals []string)                {}
func (s *Sheet) SetError(row, col int, text string)       {} // "" clears; cleared by Display too
func (s *Sheet) Select(row, col int)                      {} // go to a cell, e.g. after OnAdd
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack())
}

// Form lays out captions and fields. Row and Heading change their words live.
type Form struct{ widget.BaseWidget }
type Row struct{}
type Heading struct{}

func NewForm() *Form                                                   { f := &Form{}; f.ExtendBaseWidget(f); return f }
func (f *Form) Section(title string) *Heading                          { return &Heading{} }
func (f *Form) Row(caption, hint string, field fyne.CanvasObject) *Row { return &Row{} }
func (f *Form) Wide(object fyne.CanvasObject)                          {} // over the whole width: a table
func (h *Heading) Set(title string)                                    {}
func (r *Row) SetCaption(text string)                                  {}
func (r *Row) SetHint(text string)                                     {}
func (f *Form) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack())
}

// NoticeKind is how urgent a notice is.
type NoticeKind int

const (
	Info NoticeKind = iota
	Warning
	Problem
)

// Action is a button of a notice.
type Action struct {
	Text string
	Do   func()
}

// Notice is a bar with a message; it starts hidden, and its own close button hides it.
type Notice struct {
	widget.BaseWidget
	OnClosed func()
}

func NewNotice() *Notice                                                  { n := &Notice{}; n.ExtendBaseWidget(n); return n }
func (n *Notice) Display(kind NoticeKind, text string, actions ...Action) {}
func (n *Notice) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack())
}
