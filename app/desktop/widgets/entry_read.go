package widgets

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// A field of many lines shows its text as Prose does while nobody edits it. Fyne's
// own lines begin with a comma where one happens to fall there, and break English
// within words.

// wrapping is how Fyne breaks a text that is being edited: at blanks, but Chinese
// anywhere, because one blank in a long sentence would leave a line half empty.
func wrapping(text string) fyne.TextWrap {
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		return fyne.TextWrapBreak
	}
	return fyne.TextWrapWord
}

// showText puts the text to be read in place of Fyne's, which is edited, or takes
// it away. A text higher than the field stays Fyne's: that can be scrolled.
func (r *entryRenderer) showText(field []fyne.CanvasObject) []fyne.CanvasObject {
	e := r.entry
	f := face{size: theme.SizeNameText, colour: theme.ColorNameForeground}
	if e.Disabled() {
		f.colour = theme.ColorNameDisabled
	}
	if e.MultiLine {
		e.text.set(e.Text, f)
	}
	at, room := r.textPlace(e.Size())
	e.reading = e.MultiLine && !e.focused && room.Width > 0 && e.text.height(room.Width) <= room.Height
	show(e.text, e.reading)
	if !e.MultiLine {
		return r.clipped(field)
	}
	if !e.reading {
		return field
	}
	place(e.text, at.X, at.Y, room.Width, room.Height)
	var shown []fyne.CanvasObject
	for _, o := range field {
		if _, edited := o.(*container.Scroll); !edited {
			shown = append(shown, o)
		}
	}
	return append(shown, e.text)
}

// clipped shows the one line of a field without the scroll Fyne has round it, which
// moves it sideways as the cursor goes: a scroll would keep the wheel from the page.
func (r *entryRenderer) clipped(field []fyne.CanvasObject) []fyne.CanvasObject {
	shown := slices.Clone(field)
	for i, o := range field {
		if line, ok := o.(*container.Scroll); ok && line.Content != nil {
			if r.line == nil {
				r.line = container.NewClip(line.Content)
			}
			r.line.Content = line.Content
			place(r.line, line.Position().X, line.Position().Y, line.Size().Width, line.Size().Height)
			shown[i] = r.line
		}
	}
	return shown
}

// textPlace is where Fyne has the text.
func (r *entryRenderer) textPlace(size fyne.Size) (fyne.Position, fyne.Size) {
	inset := skinOf(r.entry).size(theme.SizeNameInnerPadding)
	return fyne.NewSquareOffsetPos(inset), size.SubtractWidthHeight(2*inset, 2*inset+r.height(size.Width))
}

// MouseDown puts the cursor where the person points at the text they read, which
// may be in another place of Fyne's lines.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	at := -1
	if e.reading {
		inset := skinOf(e).size(theme.SizeNameInnerPadding)
		at = e.text.offset(m.Position.SubtractXY(inset, inset))
	}
	e.Entry.MouseDown(m)
	if at >= 0 && m.Button == desktop.MouseButtonPrimary {
		e.moveCursor(at)
	}
}

// moveCursor puts the cursor behind a number of characters.
func (e *Entry) moveCursor(to int) {
	row, begin := 0, 0
	for r := 0; r < utf8.RuneCountInString(e.Text); r++ {
		e.CursorRow, e.CursorColumn = r, 0
		at := e.CursorTextOffset()
		if at > to || at < begin || r > 0 && at == begin {
			break
		}
		row, begin = r, at
	}
	e.CursorRow, e.CursorColumn = row, to-begin
	e.Refresh()
}

// offset is how many characters of the text stand before a place in it.
func (p *Prose) offset(at fyne.Position) int {
	s := skinOf(p)
	if len(p.lines) == 0 {
		return 0
	}
	i := min(max(int(at.Y/p.face.lineHeight(s)), 0), len(p.lines)-1)
	line := []rune(p.lines[i])
	column, left := 0, float32(0)
	for column < len(line) {
		right := p.face.measure(s, string(line[:column+1])).Width
		if at.X < (left+right)/2 {
			break
		}
		column, left = column+1, right
	}
	return utf8.RuneCountInString(p.text[:p.lineStarts()[i]]) + column
}

// lineStarts are where the lines begin, in bytes of the text: between them, only
// blanks and line breaks are left out.
func (p *Prose) lineStarts() []int {
	starts, at := make([]int, len(p.lines)), 0
	for i, l := range p.lines {
		if i > 0 && l == "" {
			at += strings.IndexByte(p.text[at:], '\n') + 1
		} else {
			at += max(strings.Index(p.text[at:], l), 0)
		}
		starts[i] = at
		at += len(l)
	}
	return starts
}
