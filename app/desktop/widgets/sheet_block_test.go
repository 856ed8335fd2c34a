package widgets

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

func (p *people) hold(modifier fyne.KeyModifier) {
	p.body.entry.modifiers = func() fyne.KeyModifier { return modifier }
}

func (p *people) shortcut(s fyne.Shortcut) {
	p.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(s)
}

func (p *people) copy() string {
	board := test.NewClipboard()
	p.shortcut(&fyne.ShortcutCopy{Clipboard: board})
	return board.Content()
}

func (p *people) paste(text string) {
	board := test.NewClipboard()
	board.SetContent(text)
	p.shortcut(&fyne.ShortcutPaste{Clipboard: board})
}

func TestShiftSelectsABlockThatIsCopied(t *testing.T) {
	p := newPeople(t, two...)
	p.Select(0, 0)
	p.hold(fyne.KeyModifierShift)
	p.press(fyne.KeyDown, fyne.KeyRight, fyne.KeyRight)
	if got, want := p.copy(), "张\t规划院\t1\n李\t县局\t\n"; got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	for row, want := range []bool{true, true} {
		if l := p.body.lines[row]; l.picked.Visible() != want || l.picked.Size().Width != p.body.edges[3] {
			t.Errorf("row %d is marked: %v, over %.0f units", row, l.picked.Visible(), l.picked.Size().Width)
		}
	}
	p.press(fyne.KeyUp, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	if b, several := p.block(); several {
		t.Errorf("gone back, %v is selected", b)
	}
	p.press(fyne.KeyPageDown)
	p.hold(0)
	p.press(fyne.KeyDown)
	if _, several := p.block(); several || p.body.lines[0].picked.Visible() {
		t.Error("a key without Shift keeps the block")
	}
	p.hold(fyne.KeyModifierShift)
	p.click(0, 3)
	if got, want := p.copy(), "张\t规划院\t1\t3\n李\t县局\t\t4\n"; got != want {
		t.Errorf("after a click with Shift copied %q, want %q", got, want)
	}
	p.expect(t, "selecting")
}

func TestOneCellIsCopied(t *testing.T) {
	p := newPeople(t, two...)
	p.Select(0, 0)
	if got := p.copy(); got != "张" {
		t.Errorf("of a text %q is copied", got)
	}
	p.Select(1, 1)
	if got := p.copy(); got != "县局\n" {
		t.Errorf("of a choice %q is copied", got)
	}
	p.Select(0, 2)
	if got := p.copy(); got != "1\n" {
		t.Errorf("of a check %q is copied", got)
	}
}

func TestSelectAllTwiceSelectsTheTable(t *testing.T) {
	p := newPeople(t, two...)
	p.Select(1, 0)
	p.shortcut(&fyne.ShortcutSelectAll{}) // the text is selected as one comes to the cell
	if got, want := p.copy(), "张\t规划院\t1\t3\t1,200\n李\t县局\t\t4\t\n"; got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	plain(p.body.entry, "ab")
	if _, several := p.block(); several || p.at != (cell{1, 0}) {
		t.Errorf("typing goes to %v", p.at)
	}
	p.shortcut(&fyne.ShortcutSelectAll{})
	if _, several := p.block(); several || p.body.entry.SelectedText() != "ab" {
		t.Errorf("while a text is typed, select all selects %q", p.body.entry.SelectedText())
	}
}

func TestABlockIsPasted(t *testing.T) {
	p := newPeople(t, two...)
	p.OnPaste = func(row, col int, cells [][]string) { p.calls.add(fmt.Sprintf("paste %d,%d %q", row, col, cells)) }
	p.Select(1, 0)
	p.paste("王\t县局\r\n赵\t\r\n")
	p.expect(t, "pasting", `paste 1,0 [["王" "县局"] ["赵" ""]]`)
	plain(p.body.entry, "x")
	p.take()
	p.paste("one cell")
	p.expect(t, "one cell into a text", "typing 1,0 xone cell")
	p.press(fyne.KeyEscape)
	p.take()
	p.Select(0, 1)
	p.paste("县局")
	p.expect(t, "one cell onto a choice", `paste 0,1 [["县局"]]`)
	p.hold(fyne.KeyModifierShift)
	p.Select(1, 1)
	p.press(fyne.KeyUp)
	p.paste("县局\n规划院\n")
	p.expect(t, "onto a block selected upwards", `paste 0,1 [["县局"] ["规划院"]]`)
	p.OnPaste = nil
	p.Select(0, 0)
	p.paste("a\tb")
	if !strings.Contains(p.body.entry.Text, "a") {
		t.Error("a sheet that takes no blocks does not paste into its text")
	}
}

func TestCells(t *testing.T) {
	for content, want := range map[string][][]string{
		"": nil, "\n\n": nil, "a": {{"a"}}, "a\tb\n": {{"a", "b"}}, "a\r\nb": {{"a"}, {"b"}}, "a\n\nb\n": {{"a"}, {""}, {"b"}},
		"\ta": {{"", "a"}}, "a\t\n": {{"a", ""}},
		"\"a\nb\"\tc\n": {{"a\nb", "c"}}, "\"say \"\"hi\"\"\"": {{`say "hi"`}}, "\"open\tb": {{`"open`, "b"}}, "5\" pipe\tb": {{`5" pipe`, "b"}},
	} {
		if got := Cells(content); !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("Cells(%q) = %q, want %q", content, got, want)
		}
	}
}

func TestWhatIsCopiedIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a"\t\n 国]{0,6}`)
		cols := rapid.IntRange(1, 4).Draw(t, "columns")
		rows := rapid.SliceOfN(rapid.SliceOfN(text, cols, cols), 1, 4).Draw(t, "rows")
		rows[len(rows)-1][cols-1] = "end" // line ends at the end are the clipboard's
		s := &Sheet{rows: rows, columns: make([]Column, cols), reach: cell{len(rows) - 1, cols - 1}, reaching: true}
		if got := Cells(s.copied()); !slices.EqualFunc(got, rows, slices.Equal) {
			t.Fatalf("%q came back as %q", rows, got)
		}
	})
}

func TestAnActionIsAskedFor(t *testing.T) {
	p := newPeople(t, two...)
	p.SetColumns([]Column{{Title: "姓名"}, {Title: "位置", Width: 4, Kind: ActionColumn}})
	p.OnAction = func(row, col int) { p.calls.add(fmt.Sprintf("act %d,%d", row, col)) }
	p.Display([][]string{{"张", "未标"}, {"李", "点"}}, nil)
	p.Select(0, 0)
	p.tab()
	p.press(fyne.KeySpace)
	p.expect(t, "space", "act 0,1")
	p.click(1, 1)
	p.expect(t, "a click", "act 1,1")
	if text := p.body.lines[1].texts[1]; text.Text != "点" {
		t.Errorf("the action reads %q", text.Text)
	}
}

func TestAWideSheetScrollsSideways(t *testing.T) {
	s := NewSheet([]Column{{Title: "a", Width: 20}, {Title: "b", Width: 20}, {Title: "c", Width: 20}})
	wide := NewWideSheet(s)
	inWindow(t, wide, 400, 200)
	s.Display([][]string{{"1", "2", "3"}}, nil)
	if s.Size().Width <= 400 {
		t.Fatalf("the sheet is %.0f wide", s.Size().Width)
	}
	for col, want := range []bool{false, true, true} {
		s.Select(0, col)
		left, right := s.body.edges[col]-s.across.Offset.X, s.body.edges[col+1]-s.across.Offset.X
		if (s.across.Offset.X > 0) != want || left < 0 || right > 400 {
			t.Errorf("cell %d is seen from %.0f to %.0f", col, left, right)
		}
	}
	s.OnAdd = func() {}
	s.SetError(0, 1, "no number")
	for _, col := range []int{2, 0} { // also where the cell at fault is out of view
		s.Select(0, col)
		if at := s.add.Position().X; at != s.across.Offset.X {
			t.Errorf("in column %d the sheet begins at %.0f and what stands below it at %.0f", col, s.across.Offset.X, at)
		}
		if right := s.fault.Position().X + s.fault.Size().Width - s.across.Offset.X; right > 400 {
			t.Errorf("in column %d the reason ends at %.0f of 400", col, right)
		}
	}
	s.Select(0, 0)
	if s.across.Offset.X != 0 {
		t.Errorf("back at the first cell the sheet is %.0f to the left", s.across.Offset.X)
	}
}

func TestAWideSheetScrollsItsRows(t *testing.T) {
	s := NewSheet([]Column{{Title: "a", Width: 20}, {Title: "b", Width: 20}, {Title: "c", Width: 20}})
	s.MostRows = 1000
	inWindow(t, container.New(lowly{}, NewWideSheet(s)), 400, 300)
	s.Display(make100(), nil)
	for _, row := range []int{99, 0} {
		s.Select(row, 0)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.body.entry)
		if at.Y < 0 || at.Y+s.body.entry.Size().Height > 300 {
			t.Errorf("row %d is edited at %.0f of 300", row, at.Y)
		}
	}
}

func make100() [][]string {
	rows := make([][]string, 100)
	for i := range rows {
		rows[i] = []string{"1", "2", "3"}
	}
	return rows
}

// What a frame costs while a long list is scrolled: the rows in view are filled
// anew.
func BenchmarkSheetScroll10000(b *testing.B) {
	s := NewSheet(sampleColumns())
	inWindow(b, s, 900, 700)
	s.Display(sampleRows(10_000), nil)
	for i := 0; b.Loop(); i++ {
		by := float32(-120) // one notch of the wheel
		if i/2_000%2 == 1 {
			by = 120
		}
		s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, by)})
	}
	if s.scroll.Offset.Y == 0 {
		b.Error("nothing was scrolled")
	}
}

func BenchmarkSheetDisplay10000(b *testing.B) {
	rows := sampleRows(10_000)
	s := NewSheet(sampleColumns())
	inWindow(b, s, 900, 700)
	for b.Loop() {
		s.Display(rows, nil)
	}
}
