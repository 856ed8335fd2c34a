package widgets

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

func TestComingToARowSelectsIt(t *testing.T) {
	p := newPeople(t, two...)
	p.OnSelect = func(row int) { p.calls.add(fmt.Sprint("select ", row)) }
	p.Select(0, 0)
	p.expect(t, "going to the first row", "select 0")
	p.tab()
	p.expect(t, "another cell of the row")
	p.press(fyne.KeyDown)
	p.expect(t, "down", "select 1")
	p.press(fyne.KeyDown)
	p.expect(t, "down at the end")
	p.Select(1, 4)
	plain(p.body.entry, "7")
	p.take()
	p.press(fyne.KeyUp)
	p.expect(t, "up with something typed", "commit 1,4 7", "select 0")
	p.click(0, 0)
	p.expect(t, "a tap on the row one is in", "select 0")
	p.click(1, 3)
	p.expect(t, "a tap on a cell that is not edited", "select 1")
	p.Display(two[:1], nil)
	p.expect(t, "rows that go away")
}

// elsewhere is a click on something that is no part of the sheet.
func (p *people) elsewhere() {
	click(p.window, fyne.CurrentApp().Driver().AbsolutePositionForObject(p.before).Add(fyne.NewPos(5, 5)))
}

func TestTheCellLeftLastCanBeEnteredAgain(t *testing.T) {
	p := newPeople(t, two...)
	leave := map[string]func(){
		"a click elsewhere": p.elsewhere,
		"the focus lost":    func() { p.window.Canvas().Unfocus() },
		"Escape":            func() { p.press(fyne.KeyEscape); p.elsewhere() },
	}
	for how, left := range leave {
		for _, col := range []int{0, 4} {
			p.click(0, col)
			left()
			p.click(0, col)
			if p.window.Canvas().Focused() != fyne.Focusable(p.body.entry) || !p.body.entry.Visible() {
				t.Fatalf("after %s, a click on column %d gives the focus to %T", how, col, p.window.Canvas().Focused())
			}
			plain(p.body.entry, "8")
			p.press(fyne.KeyEscape)
			p.take()
			left()
			p.window.Canvas().Focus(p.before)
			p.tab()
			if p.window.Canvas().Focused() != fyne.Focusable(p.body.entry) || !p.body.entry.Visible() {
				t.Errorf("after %s, Tab to column %d gives the focus to %T", how, col, p.window.Canvas().Focused())
			}
		}
		p.click(0, 2)
		left()
		p.click(0, 2)
		p.click(0, 2)
		p.expect(t, "three clicks on a check, after "+how, "commit 0,2 ", "commit 0,2 1", "commit 0,2 ")
		p.Display(two, nil)
		p.click(1, 1)
		menus := p.window.Canvas().Overlays()
		menus.Remove(menus.Top())
		left()
		p.click(1, 1)
		if menus.Top() == nil {
			t.Fatalf("after %s, a click on the choice opens no list", how)
		}
		menus.Remove(menus.Top())
	}
}

func TestEachRefusedCellSaysItsOwnReason(t *testing.T) {
	p := newPeople(t, two...)
	p.OnCommit = func(row, col int, text string) { p.SetError(row, col, "不要"+text) }
	for row := range 2 {
		p.click(row, 0)
		plain(p.body.entry, string(rune('A'+row)))
		p.tab()
		if want := "不要" + string(rune('A'+row)); p.fault.text != want {
			t.Errorf("after %s was refused, the sheet says %q", want, p.fault.text)
		}
	}
	for _, row := range []int{0, 1, 0} {
		p.click(row, 0)
		if want := "不要" + string(rune('A'+row)); p.fault.text != want || p.body.entry.fault != want {
			t.Errorf("in row %d the sheet says %q, the cell %q", row, p.fault.text, p.body.entry.fault)
		}
		p.elsewhere()
		if want := "不要" + string(rune('A'+row)); p.fault.text != want {
			t.Errorf("after leaving row %d the sheet says %q", row, p.fault.text)
		}
	}
	p.SetError(0, 0, "")
	if p.fault.text != "不要B" {
		t.Errorf("with one cell put right, the sheet says %q", p.fault.text)
	}
}

func TestADoubleClickRemovesOneRow(t *testing.T) {
	p := newPeople(t, []string{"甲"}, []string{"乙"}, []string{"丙"})
	at := time.Unix(1e9, 0)
	p.now = func() time.Time { return at }
	p.OnRemove = func(row int) {
		p.calls.add("remove " + p.rows[row][0])
		p.Display(slices.Delete(slices.Clone(p.rows), row, row+1), nil)
	}
	p.click(0, 0)
	bin := p.body.tools[2]
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject(bin).Add(fyne.NewPos(5, 5))
	click(p.window, place)
	at = at.Add(removalPause - time.Millisecond)
	click(p.window, place)
	p.expect(t, "a double click", "remove 甲")
	at = at.Add(time.Millisecond)
	click(p.window, place)
	p.expect(t, "a click after it", "remove 乙")
}
