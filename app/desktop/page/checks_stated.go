package page

import (
	"math"
	"strconv"
	"strings"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/rulebook"
)

// stated is the table of the numbers that the chosen rulebook wants stated.
type stated struct {
	d     *Desk
	table *table
	items []rulebook.Item // as shown
}

// The columns of the table of stated numbers.
const (
	statedTitle = iota
	statedValue
	statedUnit
	statedEvidence
)

func newStated(d *Desk) *stated {
	t := &stated{d: d}
	t.table = newTable(d, t.columns())
	t.table.sheet.SetWords(d.say("rulebooks.none_stated"), "")
	t.table.command = t.command
	return t
}

func (t *stated) columns() []widgets.Column {
	titles, units := []string{t.d.say("rulebooks.indicator")}, []string{t.d.say("rulebooks.unit")}
	for _, it := range t.items {
		titles = append(titles, it.Title.In(t.d.Lang))
		units = append(units, unitTitle(it.Unit).In(t.d.Lang))
	}
	return []widgets.Column{
		statedTitle:    {Title: titles[0], Width: min(columnFor(titles...), 16), Least: 6, Kind: widgets.FixedColumn},
		statedValue:    {Title: t.d.say("rulebooks.value"), Width: 6, Kind: widgets.NumberColumn},
		statedUnit:     {Title: units[0], Width: columnFor(units...), Kind: widgets.FixedColumn},
		statedEvidence: {Title: t.d.say("rulebooks.evidence"), AutoCommit: true},
	}
}

// asked are the indicators that the rules of a rulebook read.
func asked(b *rulebook.Rulebook) (items []rulebook.Item) {
	for _, r := range b.Rules {
		key, ok := r.Measure.Indicator()
		it, listed := rulebook.Find(b.Indicators, key)
		if _, twice := rulebook.Find(items, key); ok && listed && !twice {
			items = append(items, it)
		}
	}
	return items
}

func (t *stated) show(s workspace.State) {
	t.table.state, t.items = s, asked(s.Book)
	t.table.setColumns(t.columns())
	rows := make([][]string, len(t.items))
	for i, it := range t.items {
		v, ok := s.Plan.Indicator(it.ID)
		value := ""
		if ok {
			value = strconv.FormatFloat(v.Value, 'f', -1, 64)
		}
		rows[i] = []string{
			statedTitle: it.Title.In(t.d.Lang), statedValue: value, statedUnit: unitTitle(it.Unit).In(t.d.Lang), statedEvidence: v.Evidence,
		}
	}
	t.table.show(rows, nil)
}

func (t *stated) command(row, col int, text string) (edit.Command, error) {
	it := t.items[row]
	to, ok := t.table.state.Plan.Indicator(it.ID)
	if col == statedEvidence {
		if !ok && text != "" {
			return nil, geo.BadInput(geo.At{}, "rulebooks.value_first", "what", it.Title)
		}
		to.Evidence = text
		return edit.SetIndicator{To: to, Title: it.Title}, nil
	}
	if planning.Plain(text) == "" {
		return edit.ClearIndicator{Key: it.ID, Title: it.Title}, nil
	}
	var err error
	to.Value, err = parseStated(text, it.Unit)
	return edit.SetIndicator{To: to, Title: it.Title}, err
}

// parseStated reads a number in a unit as people write it: "2,200 人", "40%",
// "AAAA", "4A 级".
func parseStated(text string, u rulebook.Unit) (float64, error) {
	number := planning.Plain(text)
	switch u {
	case rulebook.Percent:
		number = strings.TrimSuffix(number, "%")
	case rulebook.Persons:
		number = strings.TrimSuffix(number, "人")
	case rulebook.Grade:
		return parseGrade(text)
	}
	x, err := planning.ParseNumber(number)
	switch {
	case err != nil:
		return 0, err
	case u == rulebook.Percent && (x < 0 || x > 100):
		return 0, geo.BadInput(geo.At{}, "rulebooks.percent_range", "text", text)
	case u == rulebook.Persons && x != math.Trunc(x):
		return 0, geo.BadInput(geo.At{}, "rulebooks.persons_whole", "text", text)
	}
	return x, nil
}

func parseGrade(text string) (float64, error) {
	grade := strings.TrimSpace(strings.TrimSuffix(strings.ToUpper(planning.Plain(text)), "级"))
	if a := strings.Trim(grade, "A"); a == "" && grade != "" && len(grade) <= 5 {
		return float64(len(grade)), nil
	}
	n, err := strconv.Atoi(strings.TrimSuffix(grade, "A"))
	if err != nil || n < 0 || n > 5 {
		return 0, geo.BadInput(geo.At{}, "rulebooks.grade", "text", text)
	}
	return float64(n), nil
}

func unitTitle(u rulebook.Unit) words.Text { return words.Say(words.ID("unit." + string(u))) }
