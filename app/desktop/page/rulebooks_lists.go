package page

import (
	"fyne.io/fyne/v2/container"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning/rulebook"
)

// bookLists are the lists of a rulebook, one at a time.
type bookLists struct {
	p      *rulebooks
	choice *widgets.Choice
	table  *table
	groups options[string]
	units  options[rulebook.Unit]
	own    bool
}

// The columns of the table of a list.
const (
	itemID = iota
	itemZh
	itemEn
	itemSort // the group of an industry, the unit of an indicator
)

// The lists that are chosen from.
const (
	listIndustries   = "industries"
	listDeclarations = "declarations"
	listMaterials    = "materials"
	listIndicators   = "indicators"
)

func newBookLists(p *rulebooks, f *widgets.Form) *bookLists {
	l := &bookLists{p: p, choice: widgets.NewChoice()}
	l.groups = options[string]{{"", p.d.say("edit.none")}, {"seven", p.d.say("industry.seven")}, {"classic", p.d.say("industry.classic")}}
	for _, u := range rulebook.IndicatorUnits {
		l.units = append(l.units, option[rulebook.Unit]{u, unitTitle(u).In(p.d.Lang)})
	}
	f.Section(p.d.say("rulebooks.lists"))
	var lists []widgets.Option
	for _, id := range []string{listIndustries, listDeclarations, listMaterials, listIndicators} {
		lists = append(lists, widgets.Option{ID: id, Text: p.d.say(words.ID("rulebooks.list." + id))})
	}
	l.choice.SetOptions(lists)
	l.choice.Set(listIndustries)
	l.choice.OnCommit = func(string) {
		l.table.rows = nil // of another list
		clear(l.table.refused)
		p.show()
	}
	f.Row(p.d.say("rulebooks.list"), "", l.choice)
	l.table = p.table(l.columns(), l.set)
	f.Wide(container.New(modest{}, l.table.sheet))
	return l
}

// of is the list chosen, of a rulebook.
func (l *bookLists) of(b *rulebook.Rulebook) *[]rulebook.Item {
	switch l.choice.Chosen() {
	case listDeclarations:
		return &b.Declarations
	case listMaterials:
		return &b.Materials
	case listIndicators:
		return &b.Indicators
	default:
		return &b.Industries
	}
}

func (l *bookLists) columns() []widgets.Column {
	d := l.p.d
	columns := []widgets.Column{
		itemID: {Title: d.say("rulebooks.id"), Width: 8, Least: 5},
		itemZh: {Title: d.say("rulebooks.title.zh"), Least: 6},
		itemEn: {Title: d.say("rulebooks.title.en"), Least: 6},
	}
	switch l.choice.Chosen() {
	case listIndustries:
		columns = append(columns, nameColumn(choiceColumn(d, "rulebooks.group", l.groups.texts()), 5))
	case listIndicators:
		columns = append(columns, nameColumn(choiceColumn(d, "rulebooks.unit", l.units.texts()), 5))
	}
	if !l.own {
		for i := range columns {
			columns[i].Kind, columns[i].Choices = widgets.FixedColumn, nil
		}
	}
	return columns
}

func (l *bookLists) show(own bool) {
	l.own = own
	l.table.setColumns(l.columns())
	l.table.sheet.OnAdd, l.table.sheet.OnRemove = nil, nil
	if own {
		l.table.sheet.OnAdd, l.table.sheet.OnRemove = l.add, l.remove
	}
	l.table.sheet.SetWords("", l.p.d.say("rulebooks.add_item"))
	items := *l.of(l.p.book)
	rows := make([][]string, len(items))
	for i, it := range items {
		rows[i] = []string{itemID: it.ID, itemZh: it.Title.In(words.Zh), itemEn: it.Title.In(words.En)}
		switch l.choice.Chosen() {
		case listIndustries:
			rows[i] = append(rows[i], l.groups.text(it.Group, it.Group))
		case listIndicators:
			rows[i] = append(rows[i], l.units.text(it.Unit, string(it.Unit)))
		}
	}
	l.table.show(rows, nil)
}

func (l *bookLists) set(b *rulebook.Rulebook, row, col int, text string) error {
	items := *l.of(b)
	it := &items[row]
	switch {
	case col == itemID:
		l.rename(b, it.ID, text)
		it.ID = text
	case col == itemZh:
		it.Title = inLang(it.Title, words.Zh, text)
	case col == itemEn:
		it.Title = inLang(it.Title, words.En, text)
	case l.choice.Chosen() == listIndicators:
		it.Unit = l.units.value(text, rulebook.Unit(text))
	default:
		it.Group = l.groups.value(text, text)
	}
	return nil
}

// rename lets the rules follow an item whose id becomes another.
func (l *bookLists) rename(b *rulebook.Rulebook, from, to string) {
	renamed := func(ids []string) []string {
		next := make([]string, len(ids))
		for i, id := range ids {
			next[i] = id
			if id == from {
				next[i] = to
			}
		}
		return next
	}
	for i := range b.Rules {
		rule := &b.Rules[i]
		switch l.choice.Chosen() {
		case listIndicators:
			if rule.Measure == rulebook.Stated(from) {
				rule.Measure = rulebook.Stated(to)
			}
		case listIndustries:
			if rule.Relaxed != nil {
				other := *rule.Relaxed
				other.For = renamed(other.For)
				rule.Relaxed = &other
			}
		default:
			of := rulebook.Declarations
			if l.choice.Chosen() == listMaterials {
				of = rulebook.Materials
			}
			if rule.Measure == of {
				rule.Items = renamed(rule.Items)
			}
		}
	}
}

func (l *bookLists) add() {
	l.p.try(func(b *rulebook.Rulebook) error {
		list := l.of(b)
		id := freshID("item", func(id string) bool { _, taken := rulebook.Find(*list, id); return taken })
		it := rulebook.Item{ID: id, Title: words.Both(words.Say("rulebooks.new_item").In(words.Zh), words.Say("rulebooks.new_item").In(words.En))}
		if l.choice.Chosen() == listIndicators {
			it.Unit = rulebook.Persons
		}
		*list = append(*list, it)
		return nil
	})
}

func (l *bookLists) remove(row int) {
	l.p.try(func(b *rulebook.Rulebook) error {
		list := l.of(b)
		*list = append((*list)[:row], (*list)[row+1:]...)
		return nil
	})
}
