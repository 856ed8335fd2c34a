package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// block is a rectangle of cells; both corners lie in it.
type block struct{ from, to cell }

// block is the one selected: from the cell of the editor to where the person
// went on with Shift, or all; ok is false while that is one cell.
func (s *Sheet) block() (b block, ok bool) {
	if !s.reaching || s.at.row < 0 {
		return block{s.at, s.at}, false
	}
	return block{
		cell{min(s.anchor.row, s.reach.row), min(s.anchor.col, s.reach.col)},
		cell{max(s.anchor.row, s.reach.row), max(s.anchor.col, s.reach.col)},
	}, s.reach != s.anchor
}

// reachTo selects the cells from that of the editor to another.
func (s *Sheet) reachTo(to cell) {
	if s.at.row < 0 {
		return
	}
	s.body.entry.Commit()
	s.reach = cell{min(max(to.row, 0), len(s.rows)-1), min(max(to.col, 0), len(s.columns)-1)}
	s.anchor, s.reaching = s.at, true
	s.body.revealCell(s.reach)
	s.body.arrange()
}

// extend moves the far corner of the block.
func (s *Sheet) extend(rows, cols int) {
	from := s.at
	if s.reaching && s.anchor == s.at {
		from = s.reach
	}
	s.reachTo(cell{from.row + rows, from.col + cols})
}

// unreach goes back to one cell.
func (s *Sheet) unreach() {
	if s.reaching {
		s.reaching = false
		s.body.arrange()
	}
}

// picked is the range of columns of a row that lie in the block.
func (s *Sheet) picked(row int) (from, to int, ok bool) {
	b, ok := s.block()
	if !ok || row < b.from.row || row > b.to.row {
		return 0, 0, false
	}
	return b.from.col, b.to.col, true
}

// clip handles copying, pasting and selecting all: of a block always, of one
// cell where it is no text that the entry has a use for.
func (s *Sheet) clip(short fyne.Shortcut) bool {
	_, several := s.block()
	typing := s.body.editor() == fyne.CanvasObject(s.body.entry)
	switch short := short.(type) {
	case *fyne.ShortcutCopy:
		if typing && !several {
			return false
		}
		short.Clipboard.SetContent(s.copied())
	case *fyne.ShortcutPaste:
		return s.paste(short.Clipboard.Content(), typing)
	case *fyne.ShortcutSelectAll:
		if e := s.body.entry; typing && e.SelectedText() != e.Text {
			return false
		}
		s.selectAll()
	default:
		return false
	}
	return true
}

// selectAll selects all cells; the editor stays where it is.
func (s *Sheet) selectAll() {
	s.anchor, s.reach, s.reaching = cell{}, cell{len(s.rows) - 1, len(s.columns) - 1}, len(s.rows) > 0
	s.body.arrange()
}

// copied is the block as spreadsheets exchange it: cells apart by tabs, rows by
// line ends.
func (s *Sheet) copied() string {
	b, _ := s.block()
	var out strings.Builder
	for row := b.from.row; row <= b.to.row; row++ {
		for col := b.from.col; col <= b.to.col; col++ {
			if col > b.from.col {
				out.WriteByte('\t')
			}
			out.WriteString(quoted(s.text(cell{row, col})))
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// quoted is a cell as spreadsheets write it where it holds what parts cells.
func quoted(text string) string {
	if !strings.ContainsAny(text, "\t\n\r\"") {
		return text
	}
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

// paste hands on a block of cells, to be put where the selected one begins. One
// cell is the entry's where that has the focus.
func (s *Sheet) paste(content string, typing bool) bool {
	cells := Cells(content)
	several := len(cells) > 1 || len(cells) == 1 && len(cells[0]) > 1
	if s.OnPaste == nil || s.at.row < 0 || len(cells) == 0 || typing && !several {
		return false
	}
	b, _ := s.block()
	s.unreach()
	s.body.entry.Set(s.text(s.at)) // what was typed there is pasted over
	s.OnPaste(b.from.row, b.from.col, cells)
	s.body.arrange()
	return true
}

// Cells reads what a spreadsheet copied: rows apart by line ends, cells by tabs.
// A cell in quotes may hold both; a quote inside is doubled.
func Cells(content string) [][]string {
	content = strings.ReplaceAll(strings.ReplaceAll(content, "\r\n", "\n"), "\r", "\n")
	content = strings.TrimRight(content, "\n")
	if content == "" {
		return nil
	}
	var rows [][]string
	row := []string{}
	for rest, more := content, true; more; {
		var text string
		var end byte
		text, end, rest = nextCell(rest)
		row = append(row, text)
		if end != '\t' {
			rows, row = append(rows, row), []string{}
		}
		more = end != 0
	}
	return rows
}

// nextCell takes a cell off a text, and what ended it: a tab, a line end, or 0.
func nextCell(s string) (text string, end byte, rest string) {
	if strings.HasPrefix(s, `"`) {
		for i := 1; i < len(s); i++ {
			if s[i] != '"' {
				continue
			}
			if i+1 < len(s) && s[i+1] == '"' {
				i++
				continue
			}
			if i+1 == len(s) {
				return strings.ReplaceAll(s[1:i], `""`, `"`), 0, ""
			}
			if s[i+1] == '\t' || s[i+1] == '\n' {
				return strings.ReplaceAll(s[1:i], `""`, `"`), s[i+1], s[i+2:]
			}
			break // a quote like any other character
		}
	}
	if i := strings.IndexAny(s, "\t\n"); i >= 0 {
		return s[:i], s[i], s[i+1:]
	}
	return s, 0, ""
}

// NewWideSheet lets a sheet scroll sideways where its columns have less than
// their least widths; the cell one goes to is brought into view.
func NewWideSheet(s *Sheet) fyne.CanvasObject {
	s.across = container.NewHScroll(container.New(lowly{}, s))
	s.across.OnScrolled = s.followView
	return container.New(&asHigh{s}, s.across)
}

// lowly lets what is in it ask for no height: Fyne's scroll would give it that,
// and cut off below what does not fit.
type lowly struct{}

func (lowly) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (lowly) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, 0)
}

// asHigh asks for the height of a sheet that lies in a scroll.
type asHigh struct{ sheet *Sheet }

func (*asHigh) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (l *asHigh) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, l.sheet.MinSize().Height)
}

// setText puts a text into a cell. The rows are those of who displayed them.
func (s *Sheet) setText(at cell, text string) {
	s.rows = slices.Clone(s.rows)
	s.rows[at.row] = slices.Clone(s.rows[at.row])
	s.rows[at.row][at.col] = text
}
