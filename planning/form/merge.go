package form

import (
	"slices"

	"zhenjie/planning"
)

// Merge returns the plan with differences taken, which Compare has found on it.
// at says of each difference in which row of its list it has come to stand, −1
// for a row that is gone. Names that were changed are followed: by the schedule,
// the sites and the files of what goes by them. Nothing is judged here.
func Merge(p planning.Plan, take []Difference) (next planning.Plan, at []int) {
	at = make([]int, len(take))
	for _, s := range sheets {
		m := merger{sheet: s, take: take, at: at}
		for i, d := range take {
			if d.Sheet == s.id {
				m.mine = append(m.mine, i)
			}
		}
		if len(m.mine) == 0 {
			continue
		}
		m.merge(&p)
		p = followed(p, s.id, m.renamed())
	}
	return p, at
}

// merger takes the differences of one sheet.
type merger struct {
	sheet *sheet
	take  []Difference
	mine  []int // those of the sheet
	at    []int // where they have come to stand
}

func (m *merger) merge(p *planning.Plan) {
	list := m.sheet.load(*p)
	gone := map[int]bool{}
	added := map[int][]int{} // by the row they stand behind
	home := map[int]any{}    // the row of a difference
	asked := m.byKey(list)
	for _, i := range m.mine {
		switch d := m.take[i]; d.Kind {
		case Removed:
			gone[d.old] = true
		case Added:
			added[d.after] = append(added[d.after], i)
		default:
			if m.sheet.layout == given {
				list, home[i] = m.asked(list, asked, d.key)
			} else {
				home[i] = list[d.old]
			}
			m.sheet.fields[d.field].set(home[i], d.value)
		}
	}
	var next []any
	for after := -1; after < len(list); after++ {
		if after >= 0 && !gone[after] && m.kept(list[after]) {
			next = append(next, list[after])
		}
		for _, i := range added[after] {
			home[i] = m.copied(m.take[i].row)
			next = append(next, home[i])
		}
	}
	if m.sheet.order != nil {
		slices.SortStableFunc(next, m.sheet.order)
	}
	m.sheet.store(p, next)
	m.place(next, home)
}

// byKey are the rows that are asked, by their keys.
func (m *merger) byKey(list []any) map[string]any {
	rows := map[string]any{}
	if m.sheet.layout == given {
		for _, row := range list {
			rows[keyText(m.sheet.key(row))] = row
		}
	}
	return rows
}

// asked is the row of a key, which comes to the list if it is not there yet.
func (m *merger) asked(list []any, rows map[string]any, key []string) ([]any, any) {
	k := keyText(key)
	if rows[k] == nil {
		rows[k] = m.sheet.fresh(key)
		list = append(list, rows[k])
	}
	return list, rows[k]
}

// kept reports whether a row may stay in the list.
func (m *merger) kept(row any) bool { return m.sheet.holds == nil || m.sheet.holds(row) }

func (m *merger) copied(row any) any {
	c := m.sheet.fresh(m.sheet.key(row))
	for i := range m.sheet.fields {
		f := &m.sheet.fields[i]
		f.set(c, f.get(row))
	}
	return c
}

// place notes where the rows have come to stand.
func (m *merger) place(next []any, home map[int]any) {
	number := make(map[any]int, len(next))
	for i, row := range next {
		number[row] = i
	}
	for _, i := range m.mine {
		m.at[i] = -1
		if n, ok := number[home[i]]; ok {
			m.at[i] = n
		}
	}
}

// names are what has become of the names of rows.
type names struct {
	to   map[string]string // new ones, by the old ones
	gone map[string]bool   // of rows that are gone
}

// renamed finds out what the differences make of the names of rows.
func (m *merger) renamed() names {
	n := names{map[string]string{}, map[string]bool{}}
	for _, i := range m.mine {
		d := m.take[i]
		switch {
		case d.name == "":
		case d.Kind == Removed:
			n.gone[d.name] = true
		case d.Kind == Changed && d.field == 0:
			if next, ok := d.value.(string); ok && next != "" {
				n.to[d.name] = next
			}
		}
	}
	return n
}

// still leaves out the names that rows go by all the same.
func (n names) still(name string) {
	delete(n.to, name)
	delete(n.gone, name)
}
