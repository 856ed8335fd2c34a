package page

import (
	"regexp"
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

func TestNoGapStaysWhereRowsWereRemoved(t *testing.T) {
	o := open(t, words.Zh, newInvestors, sampleState(t))
	o.frame()
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
	o.frame()
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

var cutNumber = regexp.MustCompile(`^[-\d][\d,.\-]*…$`)

// The page has 480 units on a screen of 1024 pixels, and 600 on one of 1280.
func TestNumbersAndTitlesAreNotCut(t *testing.T) {
	for _, lang := range []words.Lang{words.Zh, words.En} {
		for _, width := range []float32{480, 600} {
			schedule := open(t, lang, newSchedule, sampleState(t))
			schedule.window.Resize(fyne.NewSize(width, 700))
			schedule.shows("389,500", "58,000")
			papers := open(t, lang, newPapers, sampleState(t))
			papers.window.Resize(fyne.NewSize(width, 700))
			papers.shows(papers.page.d.say("papers.answer"), "2026-03-02")
			for _, text := range append(schedule.reads(), papers.reads()...) {
				if cutNumber.MatchString(text) {
					t.Errorf("in %s at %.0f units %q is cut", lang, width, text)
				}
			}
		}
		investors := open(t, lang, newInvestors, sampleState(t))
		investors.window.Resize(fyne.NewSize(480, 700))
		investors.shows("龙溪茶镇建设", "省茶业集团龙", "389,500")
		schedule := open(t, lang, newSchedule, sampleState(t))
		schedule.window.Resize(fyne.NewSize(600, 700))
		for i, r := range schedule.state.Plan.Schedule.Rows.All() {
			name := []rune(r.Project)
			schedule.shows(string(name[:min(len(name), 7)]))
			if i == 5 {
				break
			}
		}
	}
}
