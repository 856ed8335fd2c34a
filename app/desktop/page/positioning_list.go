package page

import (
	"strings"

	"fyne.io/fyne/v2/container"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// roster is a table, in a form, of things that have texts alone, the first of
// which is their name. The row one is in is written out below: its texts may be
// longer than their cells.
type roster[T comparable] struct {
	d     *Desk
	table *table
	form  *widgets.Form
	full  *widgets.Prose
	items planning.List[T]
	at    int // the row one is in, −1 before

	texts  func(*T) []*string
	fresh  words.ID // the name of a new one, numbered n
	added  func(name string) edit.Command
	set    func(at int, to T) edit.Command
	remove func(at int, title string) edit.Command
}

func newCompetitors(d *Desk) *roster[planning.Competitor] {
	l := &roster[planning.Competitor]{
		texts: func(c *planning.Competitor) []*string {
			return []*string{&c.Name, &c.Place, &c.Strength, &c.Difference}
		},
		fresh: "positioning.competitors.new",
		added: func(name string) edit.Command {
			return edit.AddCompetitor{Competitor: planning.Competitor{Name: name}}
		},
		set:    func(at int, to planning.Competitor) edit.Command { return edit.SetCompetitor{At: at, To: to} },
		remove: func(at int, title string) edit.Command { return edit.RemoveCompetitor{At: at, Title: title} },
	}
	l.init(d, []widgets.Column{
		{Title: d.say("positioning.competitor.name"), Width: 11, Least: 6},
		{Title: d.say("positioning.competitor.place"), Width: 7, Least: 4, AutoCommit: true},
		{Title: d.say("positioning.competitor.strength"), AutoCommit: true},
		{Title: d.say("positioning.competitor.difference"), AutoCommit: true},
	})
	l.table.sheet.SetWords(d.say("positioning.competitors.empty"), d.say("positioning.competitors.add"))
	return l
}

func newTeams(d *Desk) *roster[planning.Team] {
	l := &roster[planning.Team]{
		texts:  func(t *planning.Team) []*string { return []*string{&t.Name, &t.Leader, &t.Field, &t.Remark} },
		fresh:  "positioning.teams.new",
		added:  func(name string) edit.Command { return edit.AddTeam{Team: planning.Team{Name: name}} },
		set:    func(at int, to planning.Team) edit.Command { return edit.SetTeam{At: at, To: to} },
		remove: func(at int, title string) edit.Command { return edit.RemoveTeam{At: at, Title: title} },
	}
	l.init(d, []widgets.Column{
		{Title: d.say("positioning.team.name"), Width: 10, Least: 6},
		{Title: d.say("positioning.team.leader"), Width: 6, Least: 4, AutoCommit: true},
		{Title: d.say("positioning.team.field"), AutoCommit: true},
		{Title: d.say("positioning.team.remark"), AutoCommit: true},
	})
	l.table.sheet.SetWords(d.say("positioning.teams.empty"), d.say("positioning.teams.add"))
	return l
}

func (l *roster[T]) init(d *Desk, columns []widgets.Column) {
	l.d, l.at, l.full = d, -1, widgets.NewHint("")
	l.table = newTable(d, columns)
	l.table.command = l.command
	l.table.sheet.OnAdd, l.table.sheet.OnRemove, l.table.sheet.OnSelect = l.add, l.removed, l.choose
}

// fill puts the table into a form.
func (l *roster[T]) fill(f *widgets.Form, title string) {
	l.form = f
	f.Section(title)
	f.Wide(container.New(modest{}, l.table.sheet))
	f.Wide(l.full)
}

// show displays the items of a state.
func (l *roster[T]) show(s workspace.State, items planning.List[T]) {
	l.table.state = s
	if l.table.rows == nil || !items.Equal(l.items) {
		l.items = items
		rows := make([][]string, items.Len())
		for i, v := range items.All() {
			for _, text := range l.texts(&v) {
				rows[i] = append(rows[i], *text)
			}
		}
		l.table.show(rows, nil)
	}
	l.choose(min(l.at, items.Len()-1))
}

// choose writes a row out below the table.
func (l *roster[T]) choose(row int) {
	l.at = row
	var said []string
	if row >= 0 {
		v := l.items.At(row)
		for col, text := range l.texts(&v) {
			if *text != "" {
				column := l.table.columns[col].Title
				said = append(said, l.d.say("positioning.cell", "column", column, "text", *text))
			}
		}
	}
	l.say(strings.Join(said, "\n"))
}

func (l *roster[T]) say(text string) {
	l.full.Set(text)
	l.form.Arrange()
}

func (l *roster[T]) command(row, col int, text string) (edit.Command, error) {
	var to T
	if row < l.items.Len() { // else the command is blocked: the row has gone
		to = l.items.At(row)
	}
	*l.texts(&to)[col] = text
	return l.set(row, to), nil
}

func (l *roster[T]) add() {
	taken := map[string]bool{}
	for _, v := range l.items.All() {
		taken[*l.texts(&v)[0]] = true
	}
	l.do(l.added(fresh(taken, func(n int) string { return l.d.say(l.fresh, "n", n) })))
}

func (l *roster[T]) removed(row int) {
	v := l.items.At(row)
	l.do(l.remove(row, *l.texts(&v)[0]))
}

// do does what concerns a whole row.
func (l *roster[T]) do(c edit.Command) {
	if err := l.d.Do(c); err != nil {
		l.say(l.d.explain(err))
	}
}
