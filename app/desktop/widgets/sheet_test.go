package widgets

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// people is a small sheet that writes down what it calls back.
type people struct {
	*Sheet
	calls
	window        fyne.Window
	before, after *Entry
}

func newPeople(t testing.TB, rows ...[]string) *people {
	p := &people{Sheet: NewSheet([]Column{
		{Title: "姓名"},
		{Title: "单位", Width: 6, Kind: ChoiceColumn, Choices: []string{"规划院", "县局"}},
		{Title: "在", Width: 3, Kind: CheckColumn},
		{Title: "合计", Width: 4, Kind: FixedNumberColumn},
		{Title: "金额", Width: 6, Kind: NumberColumn},
	})}
	p.OnCommit = func(row, col int, text string) { p.calls.add(fmt.Sprintf("commit %d,%d %s", row, col, text)) }
	p.OnTyping = func(row, col int, text string) { p.calls.add(fmt.Sprintf("typing %d,%d %s", row, col, text)) }
	p.OnRemove = func(row int) { p.calls.add(fmt.Sprintf("remove %d", row)) }
	p.OnMove = func(row, by int) { p.calls.add(fmt.Sprintf("move %d by %d", row, by)) }
	p.OnAdd = func() { p.calls.add("add") }
	p.SetWords("还没有人", "添加")
	p.Display(rows, nil)
	p.before, p.after = NewEntry(), NewEntry()
	p.window = inWindow(t, container.NewVBox(p.before, p.Sheet, p.after), 600, 460)
	return p
}

func (p *people) expect(t *testing.T, step string, want ...string) {
	t.Helper()
	if got := p.take(); !slices.Equal(got, want) {
		t.Errorf("%s called %q, want %q", step, got, want)
	}
}

// press sends keys to whatever has the focus.
func (p *people) press(names ...fyne.KeyName) {
	for _, n := range names {
		key(p.window.Canvas().Focused(), n)
	}
}

// tab is the Tab key as the window treats it.
func (p *people) tab() {
	focused := p.window.Canvas().Focused()
	if tabs, ok := focused.(fyne.Tabbable); ok && tabs.AcceptsTab() {
		key(focused, fyne.KeyTab)
		return
	}
	p.window.Canvas().FocusNext()
}

func (p *people) click(row, col int) {
	b := p.body
	click(p.window, fyne.CurrentApp().Driver().AbsolutePositionForObject(b).
		Add(fyne.NewPos(b.edges[col]+5, (float32(row)+0.5)*b.rowHeight())))
}

var two = [][]string{{"张", "规划院", CheckOn, "3", "1,200"}, {"李", "县局", CheckOff, "4", ""}}

func TestTabGoesThroughTheCellsAndOut(t *testing.T) {
	p := newPeople(t, two...)
	p.window.Canvas().Focus(p.before)
	p.window.Canvas().FocusNext()
	var went []cell
	for range 8 {
		went = append(went, p.at)
		p.tab()
	}
	want := []cell{{0, 0}, {0, 1}, {0, 2}, {0, 4}, {1, 0}, {1, 1}, {1, 2}, {1, 4}}
	if !slices.Equal(went, want) {
		t.Errorf("went through %v, want %v", went, want)
	}
	for range 4 { // the tools of the row and the button that adds
		if p.editing {
			t.Fatal("still editing after the last cell")
		}
		p.tab()
	}
	if p.window.Canvas().Focused() != fyne.Focusable(p.after) {
		t.Errorf("after the sheet the focus is on %T", p.window.Canvas().Focused())
	}
	p.expect(t, "going through")
}

func TestShiftTabGoesBackAndOut(t *testing.T) {
	p := newPeople(t, two...)
	p.Select(1, 0)
	p.body.entry.modifiers = func() fyne.KeyModifier { return fyne.KeyModifierShift }
	var went []cell
	for range 5 {
		went = append(went, p.at)
		p.tab()
	}
	if want := []cell{{1, 0}, {0, 4}, {0, 2}, {0, 1}, {0, 0}}; !slices.Equal(went, want) {
		t.Errorf("went through %v, want %v", went, want)
	}
	if p.window.Canvas().Focused() != fyne.Focusable(p.before) {
		t.Errorf("before the sheet the focus is on %T", p.window.Canvas().Focused())
	}
}

func TestTypingIntoACell(t *testing.T) {
	p := newPeople(t, two...)
	p.Select(0, 0)
	e := p.body.entry
	if e.SelectedText() != "张" {
		t.Errorf("the cell is entered with %q selected", e.SelectedText())
	}
	spell(e, "wang")
	p.press(fyne.KeySpace)
	runes(e, "王")
	p.expect(t, "composing", "typing 0,0 王")
	p.press(fyne.KeyReturn)
	p.expect(t, "return", "commit 0,0 王")
	if p.at != (cell{1, 0}) || !p.editing {
		t.Errorf("after return the editor stands at %v", p.at)
	}
	plain(e, "x")
	p.press(fyne.KeyEscape)
	p.expect(t, "escape", "typing 1,0 x", "typing 1,0 李")
	p.press(fyne.KeyUp)
	p.expect(t, "up")
	if p.at != (cell{0, 0}) || e.Text != "王" {
		t.Errorf("after up the editor stands at %v with %q", p.at, e.Text)
	}
	plain(e, "z")
	p.window.Canvas().Unfocus()
	p.expect(t, "leaving", "typing 0,0 z", "commit 0,0 z")
	if e.Visible() {
		t.Error("without the focus the editor is still there")
	}
}

func TestComposingInACellKeepsItsKeys(t *testing.T) {
	p := newPeople(t, two...)
	p.Select(0, 0)
	spell(p.body.entry, "wang")
	p.press(fyne.KeyReturn, fyne.KeyTab, fyne.KeyDown)
	if p.at != (cell{0, 0}) {
		t.Errorf("a key of the input method moved the editor to %v", p.at)
	}
	p.expect(t, "composing")
}

func TestChecksAndChoices(t *testing.T) {
	p := newPeople(t, two...)
	p.click(0, 2)
	p.expect(t, "clicking a check", "commit 0,2 ")
	p.press(fyne.KeySpace)
	p.expect(t, "space on a check", "commit 0,2 1")
	p.press(fyne.KeyDown, fyne.KeyLeft)
	if p.at != (cell{1, 1}) {
		t.Fatalf("arrows from a check went to %v", p.at)
	}
	if p.body.choice.Chosen() != "县局" {
		t.Errorf("the choice shows %q", p.body.choice.Chosen())
	}
	p.press(fyne.KeySpace)
	menus := p.window.Canvas().Overlays().List()
	if len(menus) != 1 {
		t.Fatal("space opened no list of options")
	}
	p.body.choice.SetSelectedIndex(0)
	p.expect(t, "choosing", "commit 1,1 规划院")
	p.window.Canvas().Overlays().Remove(menus[0])
	p.press(fyne.KeyReturn, fyne.KeyUp)
	if p.at != (cell{0, 1}) {
		t.Errorf("from a choice, return at the end and up went to %v", p.at)
	}
	p.click(1, 1)
	if len(p.window.Canvas().Overlays().List()) != 1 {
		t.Error("a click opened no list of options")
	}
}

func TestRowsAreAddedRemovedAndMoved(t *testing.T) {
	p := newPeople(t, two...)
	p.OnAdd = func() {
		p.calls.add("add")
		p.Display(append(slices.Clone(two), []string{"", "", "", "", ""}), nil)
	}
	test.Tap(p.Sheet.add)
	p.expect(t, "the button", "add")
	if p.at != (cell{2, 0}) || p.window.Canvas().Focused() != fyne.Focusable(p.body.entry) {
		t.Errorf("after adding, the editor stands at %v, the focus on %T", p.at, p.window.Canvas().Focused())
	}
	p.Select(1, 4)
	test.Tap(p.body.tools[2])
	p.expect(t, "the bin", "remove 1")
	p.Select(1, 0)
	p.body.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	p.expect(t, "Alt+Up", "move 1 by -1")
	if p.at.row != 0 {
		t.Errorf("the editor did not go with its row, but stands in %d", p.at.row)
	}
	p.body.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	p.expect(t, "Alt+Up in the first row")
	p.Display(nil, nil)
	if p.at.row != -1 || !p.empty.Visible() || p.body.entry.Visible() {
		t.Errorf("without rows: editor at %v, empty text shown %v", p.at, p.empty.Visible())
	}
}

func TestDisplayLeavesTheCellBeingTyped(t *testing.T) {
	p := newPeople(t, two...)
	p.Select(0, 4)
	plain(p.body.entry, "5")
	p.take()
	p.Display(two, nil)
	if p.body.entry.Text != "5" {
		t.Errorf("shown the same rows, the cell holds %q", p.body.entry.Text)
	}
	p.press(fyne.KeyReturn)
	p.expect(t, "return", "commit 0,4 5")
	p.SetError(0, 4, "太少了")
	p.Select(0, 4)
	if p.fault.text != "太少了" || p.body.entry.fault == "" {
		t.Errorf("the sheet says %q, the cell %q", p.fault.text, p.body.entry.fault)
	}
	p.Display(two, nil)
	if p.fault.text != "" || p.body.entry.fault != "" || p.body.entry.Text != "1,200" {
		t.Errorf("shown anew, the sheet says %q, the cell %q with %q", p.fault.text, p.body.entry.fault, p.body.entry.Text)
	}
}

// shown is the texts of the lines in view.
func shown(s *Sheet) []string {
	var out []string
	for _, l := range s.body.lines {
		if l.texts[0].Visible() {
			out = append(out, l.texts[0].Text)
		}
	}
	return out
}

func TestOnlyTheRowsInViewExist(t *testing.T) {
	rows := make([][]string, 300)
	for i := range rows {
		rows[i] = []string{fmt.Sprint("r", i), "", "", "", ""}
	}
	p := newPeople(t, rows...)
	if n := len(p.body.lines); n > 12 {
		t.Errorf("%d lines for a window of 300 units", n)
	}
	p.Select(299, 0)
	p.window.Canvas().Unfocus()
	if got := shown(p.Sheet); got[len(got)-1] != "r299" || slices.Contains(got, "r0") {
		t.Errorf("at the end, shown: %v", got)
	}
	if p.head.texts[0].Text != "姓名" || p.head.texts[0].Position().Y > 30 {
		t.Error("the titles scrolled away")
	}
	p.Select(0, 0)
	p.window.Canvas().Unfocus()
	if got := shown(p.Sheet); got[0] != "r0" {
		t.Errorf("back at the top, shown: %v", got)
	}
}

func TestTotalsAlone(t *testing.T) {
	p := newPeople(t, two...)
	p.Display(two, []string{"合计", "", "", "7", "1,200"})
	row := p.body.lines[0].texts[4]
	p.SetTotals([]string{"合计", "", "", "8", "1,300"})
	if p.foot.texts[3].Text != "8" || row.Text != "1,200" {
		t.Errorf("totals show %q, the row %q", p.foot.texts[3].Text, row.Text)
	}
	if right := p.foot.texts[4].Position().X + p.foot.texts[4].Size().Width; right > p.body.edges[5]-4 || right < p.body.edges[5]-6 {
		t.Errorf("the total ends at %.1f, the column at %.1f", right, p.body.edges[5])
	}
}

func TestARowIsAsHighAsTheEntry(t *testing.T) {
	p := newPeople(t, two...)
	p.Select(0, 0)
	if least := p.body.entry.MinSize().Height; p.body.rowHeight() != whole(least) {
		t.Errorf("a row is %.1f high, the entry needs %.1f", p.body.rowHeight(), least)
	}
}

func TestFit(t *testing.T) {
	one := func(s string) float32 { return float32(len([]rune(s))) }
	for _, c := range []struct {
		text  string
		width float32
		want  string
	}{
		{"", 0, ""}, {"一二三", 3, "一二三"}, {"一二三四", 3, "一二…"}, {"一二三", 1, "…"}, {"一二三", 0, ""},
	} {
		if got := fit(c.text, c.width, one); got != c.want {
			t.Errorf("fit(%q, %v) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestColumnsShrinkWhereItIsNarrow(t *testing.T) {
	p := newPeople(t, two...)
	p.Resize(fyne.NewSize(120, 200))
	e := p.body.edges
	if !slices.IsSorted(e) || e[len(e)-1] > 120 {
		t.Errorf("columns at 120 units: %v", e)
	}
}

func BenchmarkSheetDisplay200(b *testing.B) {
	rows := sampleRows(200)
	s := NewSheet(sampleColumns())
	inWindow(b, s, 900, 420)
	totals := []string{"合计", "", "", "1", "2", "3", "6"}
	s.Display(rows, totals)
	for i := 0; b.Loop(); i++ {
		rows[1][3] = fmt.Sprint(i % 1000)
		s.Display(rows, totals)
	}
}

func BenchmarkSheetTotals(b *testing.B) {
	s := NewSheet(sampleColumns())
	inWindow(b, s, 900, 420)
	s.Display(sampleRows(200), []string{"合计", "", "", "1", "2", "3", "6"})
	for i := 0; b.Loop(); i++ {
		s.SetTotals([]string{"合计", "", "", fmt.Sprint(i % 1000), "2", "3", "6"})
	}
}

// The number of objects decides what a frame costs: Fyne walks all of them.
func TestASheetOf200RowsIsFewObjects(t *testing.T) {
	s := NewSheet(sampleColumns())
	inWindow(t, s, 900, 420)
	s.Display(sampleRows(200), nil)
	n := 0
	for _, o := range test.WidgetRenderer(s.body).Objects() {
		if _, ok := o.(*canvas.Text); ok {
			n++
		}
	}
	if n > 16*len(sampleColumns()) {
		t.Errorf("%d texts", n)
	}
}

func TestSheetWordsFit(t *testing.T) {
	s := NewSheet(sampleColumns())
	w := inWindow(t, s, 1000, 420)
	s.Display(sampleRows(3), []string{"合计", "", "", "12,345.00", "6,789.00", "1.00", "19,135.00"})
	for _, l := range append([]*sheetLine{s.head, s.foot}, s.body.lines...) {
		for col, text := range l.texts {
			if col > 0 && strings.Contains(text.Text, "…") {
				t.Errorf("at %.0f units %q is cut", w.Canvas().Size().Width, text.Text)
			}
		}
	}
}
