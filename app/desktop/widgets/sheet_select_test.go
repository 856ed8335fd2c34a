package widgets

import (
	"fmt"
	"testing"

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
