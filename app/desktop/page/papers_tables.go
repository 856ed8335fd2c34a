package page

import (
	"strconv"
	"time"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning"
)

// leastTitle tells five declarations apart that all begin with 近五年无.
const leastTitle = 10

// titleColumn is the column of the titles of items, at most so many Han
// characters wide and shrinking where there is less room; they are not edited.
func titleColumn(d *Desk, title words.ID, items []words.Text, most float32) widgets.Column {
	texts := []string{d.say(title)}
	for _, it := range items {
		texts = append(texts, it.In(d.Lang))
	}
	return widgets.Column{Title: texts[0], Width: min(columnFor(texts...), most), Least: leastTitle, Kind: widgets.FixedColumn}
}

// filesColumn is the column of how many files an item has.
func filesColumn(d *Desk, sums ...string) widgets.Column {
	return widgets.Column{Title: d.say("papers.files"), Width: columnFor(append(sums, d.say("papers.files"))...), Kind: widgets.FixedColumn}
}

// filesSum is how many files an item has. How large they are is said where they
// are listed: here it would take the room of the titles.
func filesSum(f planning.Filed) string {
	if len(f.Files) == 0 {
		return ""
	}
	return strconv.Itoa(len(f.Files))
}

// newItems makes the table of a rulebook's items.
func newItems(d *Desk, columns []widgets.Column) *table {
	t := newTable(d, columns)
	t.sheet.SetWords(d.say("papers.none"), "")
	return t
}

// isoDate writes a date as the plan does, whichever of the usual ways it was
// typed in; what is no date is left as it is, to be told of.
func isoDate(text string) string {
	typed := narrow(text)
	for _, layout := range []string{"2006-1-2", "2006/1/2", "2006.1.2", "2006年1月2日"} {
		if t, err := time.Parse(layout, typed); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return typed
}
