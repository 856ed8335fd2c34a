package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// page is how many rows PageUp and PageDown go.
const page = 10

// editor is what edits the current cell: the entry, the choice, or for checks
// the stop, which just has the focus.
func (b *sheetBody) editor() fyne.CanvasObject {
	switch b.sheet.kind(b.sheet.at.col) {
	case TextColumn, NumberColumn:
		return b.entry
	case ChoiceColumn:
		return b.choice
	default:
		return b.stop
	}
}

// showEditor puts the editor over the current cell if it has the focus, and
// the tools behind its row. Without the focus the stop is there to receive it.
func (b *sheetBody) showEditor() {
	s := b.sheet
	if len(b.edges) != len(s.columns)+1 {
		return // not laid out yet
	}
	current := fyne.CanvasObject(b.stop)
	if s.editing {
		current = b.editor()
	}
	at := cell{max(s.at.row, 0), max(s.at.col, 0)}
	some := len(s.rows) > 0 && len(s.columns) > 0
	h := b.rowHeight()
	for _, o := range []fyne.CanvasObject{b.stop, b.entry, b.choice} {
		show(o, o == current && some)
	}
	b.load()
	if some {
		left := b.edges[at.col]
		place(current, left, float32(at.row)*h, b.edges[at.col+1]-left, h)
	}
	x := b.Size().Width - b.toolsWidth()
	for i, t := range b.tools {
		show(t, s.at.row >= 0 && b.hasTool(i))
		if t.Visible() {
			place(t, x, float32(s.at.row)*h, t.MinSize().Width, h)
			x += t.MinSize().Width
		}
	}
}

// load gives the editor the text of its cell.
func (b *sheetBody) load() {
	s := b.sheet
	if !s.editing || s.at.row < 0 {
		return
	}
	text := s.text(s.at)
	switch b.editor() {
	case b.entry:
		b.entry.Set(text)
		b.entry.SetError(s.faults[s.at])
		b.entry.OnUndo, b.entry.OnRedo = s.OnUndo, s.OnRedo
		b.entry.AutoCommit, b.entry.Post = s.columns[s.at.col].AutoCommit, s.Post
	case b.choice:
		b.choice.SetOptions(choices(s.columns[s.at.col].Choices))
		b.choice.Set(text)
	}
}

// choices are options whose ids are their words.
func choices(texts []string) []Option {
	options := make([]Option, len(texts))
	for i, t := range texts {
		options[i] = Option{t, t}
	}
	return options
}

// enter commits the cell of the editor and goes to another, with the focus.
func (b *sheetBody) enter(to cell) {
	s := b.sheet
	b.entry.Commit()
	if to.row = min(to.row, len(s.rows)-1); to.row < 0 {
		return
	}
	s.unreach()
	changed, other := to != s.at, to.row != s.at.row
	s.at = to
	s.editing = true
	b.reveal()
	b.arrange()
	b.showEditor()
	b.focus(b.editor())
	if changed && b.editor() == fyne.CanvasObject(b.entry) {
		b.entry.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) // of the text, not of the table
	}
	b.tell()
	if other {
		s.selected()
	}
}

// tell writes out what is wrong in the current cell.
func (b *sheetBody) tell() {
	if s := b.sheet; s.fault.text != s.faultText() {
		s.Refresh()
	}
}

func (b *sheetBody) focus(o fyne.CanvasObject) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Focus(o.(fyne.Focusable))
	}
}

// reveal scrolls the current cell into view.
func (b *sheetBody) reveal() { b.revealCell(b.sheet.at) }

func (b *sheetBody) revealCell(c cell) {
	s := b.sheet
	if c.row < 0 {
		return
	}
	if b.scrolls {
		h := b.rowHeight()
		y := s.scroll.Offset.Y
		scrollTo(s.scroll, fyne.NewPos(s.scroll.Offset.X, min(max(y, float32(c.row+1)*h-s.scroll.Size().Height), float32(c.row)*h)))
	}
	if s.across != nil && c.col+1 < len(b.edges) {
		x := s.across.Offset.X
		scrollTo(s.across, fyne.NewPos(min(max(x, b.edges[c.col+1]-s.across.Size().Width), b.edges[c.col]), s.across.Offset.Y))
		s.followView(s.across.Offset)
	}
}

func scrollTo(s *container.Scroll, at fyne.Position) {
	if at != s.Offset {
		s.ScrollToOffset(at)
	}
}

// focused follows the focus as it comes to an editor and goes.
func (b *sheetBody) focused(gained bool) {
	b.sheet.editing = gained
	b.arrange()
	b.showEditor()
}

// arrive is the Tab key coming to the sheet.
func (b *sheetBody) arrive() {
	s := b.sheet
	at := cell{max(s.at.row, 0), s.at.col}
	if s.at.row < 0 || !s.kind(at.col).edited() {
		at.col = max(s.next(-1, 1), 0)
	}
	b.enter(at)
}

// key handles the keys that go from cell to cell, whichever editor has them.
func (b *sheetBody) key(key *fyne.KeyEvent) bool {
	step := 1
	if b.shift() {
		if b.extend(key.Name) {
			return true
		}
		step = -1
	}
	switch key.Name {
	case fyne.KeyTab:
		b.tab(step)
	case fyne.KeyReturn, fyne.KeyEnter:
		b.down(step)
	case fyne.KeyDown:
		b.down(1)
	case fyne.KeyUp:
		b.down(-1)
	case fyne.KeyPageDown:
		b.down(page)
	case fyne.KeyPageUp:
		b.down(-page)
	case fyne.KeyLeft, fyne.KeyRight:
		return b.sideways(key.Name)
	default:
		return false
	}
	return true
}

func (b *sheetBody) shift() bool { return b.entry.modifiers()&fyne.KeyModifierShift != 0 }

// extend takes the keys that select a block with Shift. Left and Right do while
// there is one: before, they select in the text.
func (b *sheetBody) extend(key fyne.KeyName) bool {
	s := b.sheet
	sideways := s.reaching || b.editor() != fyne.CanvasObject(b.entry)
	switch {
	case key == fyne.KeyDown:
		s.extend(1, 0)
	case key == fyne.KeyUp:
		s.extend(-1, 0)
	case key == fyne.KeyPageDown:
		s.extend(page, 0)
	case key == fyne.KeyPageUp:
		s.extend(-page, 0)
	case key == fyne.KeyRight && sideways:
		s.extend(0, 1)
	case key == fyne.KeyLeft && sideways:
		s.extend(0, -1)
	default:
		return false
	}
	return true
}

// sideways goes to the next cell, where the arrows have no text to move in.
func (b *sheetBody) sideways(key fyne.KeyName) bool {
	if b.editor() == fyne.CanvasObject(b.entry) {
		return false
	}
	by := 1
	if key == fyne.KeyLeft {
		by = -1
	}
	if col := b.sheet.next(b.sheet.at.col, by); col >= 0 {
		b.enter(cell{b.sheet.at.row, col})
	}
	return true
}

// down goes some rows down, or up, as far as there are any; at the end it just
// commits.
func (b *sheetBody) down(by int) {
	s := b.sheet
	row := min(max(s.at.row+by, 0), len(s.rows)-1)
	b.enter(cell{row, s.at.col})
}

// tab goes to the next cell that can be edited, or the one before; beyond the
// last it leaves the sheet.
func (b *sheetBody) tab(by int) {
	s := b.sheet
	to := cell{s.at.row, s.next(s.at.col, by)}
	if to.col < 0 {
		to.row += by
		to.col = s.next(-1, 1)
		if by < 0 {
			to.col = s.next(len(s.columns), -1)
		}
	}
	if to.row >= 0 && to.row < len(s.rows) && to.col >= 0 {
		b.enter(to)
		return
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(b)
	switch {
	case c == nil:
	case by > 0:
		c.FocusNext()
	default:
		c.FocusPrevious()
	}
}

// turn changes the check of the current cell.
func (b *sheetBody) turn() {
	if b.sheet.text(b.sheet.at) == CheckOff {
		b.sheet.commit(CheckOn)
	} else {
		b.sheet.commit(CheckOff)
	}
}

// shortcut copies and pastes blocks, and moves the row with Alt and an arrow.
func (b *sheetBody) shortcut(s fyne.Shortcut) bool {
	if b.sheet.clip(s) {
		return true
	}
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierAlt || b.sheet.OnMove == nil {
		return false
	}
	switch c.KeyName {
	case fyne.KeyUp:
		b.sheet.moved(-1)
	case fyne.KeyDown:
		b.sheet.moved(1)
	default:
		return false
	}
	return true
}
