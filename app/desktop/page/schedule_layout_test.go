package page

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"zhenjie/assets/words"
)

// parts are the three objects of a page with a table in the middle.
func parts(page fyne.CanvasObject) (above, table, below fyne.CanvasObject) {
	o := page.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	return o[0], o[1], o[2]
}

// frame is what the window does before it paints: it asks for the least sizes.
func (o *office[P]) frame() { o.page.Content().MinSize() }

func TestNoGapStaysWhereRowsWereRemoved(t *testing.T) {
	o := open(t, words.Zh, newInvestors, sampleState(t))
	_, table, below := parts(o.page.Content())
	gap := func() float32 { return below.Position().Y - table.Position().Y - table.MinSize().Height }
	before, at := gap(), below.Position().Y
	for range 3 {
		o.page.remove(0)
		o.frame()
		if gap() != before || below.Position().Y >= at {
			t.Fatalf("with a row less the sums stand at %.0f, %.0f below the table; before at %.0f, %.0f below", below.Position().Y, gap(), at, before)
		}
		at = below.Position().Y
	}
}

func TestAnErrorAboveTheTableMovesItDownAndUpAgain(t *testing.T) {
	o := open(t, words.Zh, newSchedule, sampleState(t))
	above, table, _ := parts(o.page.Content())
	at := table.Position().Y
	for _, c := range []struct {
		text  string
		moves bool
	}{{"明年", true}, {"2027", false}} {
		o.write(o.page.firstYear, c.text)
		o.leave()
		o.frame()
		if moved := table.Position().Y - at; (moved >= theme.CaptionTextSize()) != c.moves || !c.moves && moved != 0 {
			t.Errorf("with the year %q the table moved by %.0f", c.text, moved)
		}
		if above.Size().Height != above.MinSize().Height {
			t.Errorf("with the year %q the form is %.0f high and needs %.0f", c.text, above.Size().Height, above.MinSize().Height)
		}
	}
}
