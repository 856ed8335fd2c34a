package form

import (
	"fmt"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// Compare lists what a form says otherwise than a plan. Rows are matched by the
// names they go by and, where these were changed, by the keys they carry. The
// order of rows is no difference.
func Compare(p planning.Plan, f Form) []Difference {
	var all, renames []Difference
	for _, s := range sheets {
		in := f.sheets[s.id]
		if in == nil {
			continue
		}
		before := p
		if s.id == Schedule { // which goes by the new names, whichever stand in its rows
			before, _ = Merge(p, renames)
			in = f.renamed()
		}
		c := comparer{sheet: s, in: in, x: terms{Choices: f.choices}, rows: s.load(before)}
		c.compare()
		all = append(all, c.all...)
		for _, d := range c.all {
			if d.Kind == Changed && (s.id == Investors || s.id == Projects) && d.field == 0 {
				renames = append(renames, d)
			}
		}
	}
	return all
}

// comparer compares one sheet.
type comparer struct {
	sheet *sheet
	in    *content
	x     terms
	rows  []any // of the plan
	all   []Difference
}

func (c *comparer) compare() {
	if c.sheet.layout == oneRow {
		c.changed(0, c.rows[0], c.in.records[0])
		return
	}
	matched := c.match()
	taken := make([]bool, len(c.rows))
	after := -1
	for i, rec := range c.in.records {
		switch old := matched[i]; old {
		case nobody: // the fault of its cell is told already
		case added:
			c.added(rec, after)
		default:
			taken[old], after = true, old
			c.changed(old, c.rows[old], rec)
		}
	}
	if c.sheet.layout != rows || c.in.partial {
		return // a row that is not there is not asked, or was not read
	}
	for old, row := range c.rows {
		if !taken[old] && !c.silent(row) {
			c.all = append(c.all, Difference{
				Sheet: c.sheet.id, Kind: Removed, Where: c.name(row), Old: c.sum(row), old: old, name: c.goesBy(row),
			})
		}
	}
}

// What a record is about, if no row of the plan.
const (
	added  = -1 // a row that the plan does not have
	nobody = -2 // nobody knows: the name could not be read, and the key is gone
)

// match finds the rows of the plan that the records are about.
func (c *comparer) match() []int {
	byKey, byMark := map[string]int{}, map[string]int{}
	seen := counter{}
	for i, row := range c.rows {
		key := c.sheet.key(row)
		n := seen.next(key)
		byKey[numbered(key, n)] = i
		byMark[markOf(key, n)] = i
	}
	matched := make([]int, len(c.in.records))
	taken := make([]bool, len(c.rows))
	seen = counter{}
	for i, rec := range c.in.records {
		matched[i] = added
		key, ok := c.keyOf(rec)
		if !ok {
			matched[i] = nobody
			continue
		}
		if old, ok := byKey[numbered(key, seen.next(key))]; ok {
			matched[i], taken[old] = old, true
		}
	}
	for i, rec := range c.in.records {
		if old, ok := byMark[rec.mark]; ok && matched[i] < 0 && !taken[old] {
			matched[i], taken[old] = old, true
		}
		c.in.partial = c.in.partial || matched[i] == nobody
	}
	return matched
}

// keyOf is what a record goes by; ok is false when that could not be read.
func (c *comparer) keyOf(rec record) (key []string, ok bool) {
	if c.sheet.layout == given {
		return rec.key, true
	}
	row := c.sheet.fresh(nil)
	c.sheet.apply(row, rec)
	key = c.sheet.key(row)
	for i := range key { // the first fields are the key; a column may not be there
		if !rec.given[i] && (i == 0 || rec.cells[i] != "") {
			return key, false
		}
	}
	return key, true
}

// changed compares a record with a row of the plan.
func (c *comparer) changed(old int, row any, rec record) {
	next := c.sheet.fresh(rec.key)
	for i := range c.sheet.fields {
		f := &c.sheet.fields[i]
		f.set(next, f.get(row))
	}
	c.sheet.apply(next, rec)
	if c.sheet.settle != nil {
		c.sheet.settle(next)
	}
	if old < 0 && !c.holds(next) {
		return
	}
	for i := range c.sheet.fields {
		f := &c.sheet.fields[i]
		was, is := f.get(row), f.get(next)
		if alike(was, is) {
			continue
		}
		c.all = append(c.all, Difference{
			Sheet: c.sheet.id, Where: c.name(row), Field: c.sheet.bare(f),
			Old: f.kind.show(was, c.x), New: f.kind.show(is, c.x), Cell: c.cell(rec, i),
			old: old, key: rec.key, name: c.goesBy(row), field: i, value: is,
		})
	}
}

func (c *comparer) holds(row any) bool { return c.sheet.holds == nil || c.sheet.holds(row) }

// added tells of a record that the plan has no row for. Of a row that is asked,
// each field is told.
func (c *comparer) added(rec record, after int) {
	if c.sheet.layout == given {
		c.changed(-1, c.sheet.fresh(rec.key), rec)
		return
	}
	row := c.sheet.fresh(rec.key)
	c.sheet.apply(row, rec)
	if c.sheet.settle != nil {
		c.sheet.settle(row)
	}
	c.all = append(c.all, Difference{
		Sheet: c.sheet.id, Kind: Added, Where: c.name(row), New: c.sum(row), Cell: c.cell(rec, 0),
		old: -1, row: row, after: after, name: c.goesBy(row),
	})
}

// cell is where a record has a field; a column that is not there is told by the
// row.
func (c *comparer) cell(rec record, field int) string {
	if rec.cells[field] == "" {
		return c.in.name
	}
	return c.in.name + "!" + rec.cells[field]
}

// silent reports whether a row says nothing at all: a workbook cannot tell it
// from no row.
func (c *comparer) silent(row any) bool {
	for i := range c.sheet.fields {
		f := &c.sheet.fields[i]
		if !alike(f.get(row), f.kind.blank()) {
			return false
		}
	}
	return true
}

// alike compares two values as a workbook can tell them apart.
func alike(a, b any) bool {
	if a == b {
		return true
	}
	s, ok := a.(string)
	t, also := b.(string)
	return ok && also && Clean(s) == Clean(t)
}

// name is what a row goes by.
func (c *comparer) name(row any) words.Text {
	switch c.sheet.layout {
	case oneRow:
		return words.Text{}
	case given:
		key := c.sheet.key(row)
		for _, o := range c.sheet.offer(c.x.Choices) {
			if fmt.Sprint(o.key) == fmt.Sprint(key) {
				return o.title
			}
		}
		return words.Raw(key[len(key)-1])
	}
	var name words.Text
	for i := range c.sheet.key(row) {
		f := &c.sheet.fields[i]
		name = joined(name, f.kind.show(f.get(row), c.x))
	}
	if name.IsZero() {
		return words.Say("form.unnamed")
	}
	return name
}

// goesBy is the text that a row of a list goes by.
func (c *comparer) goesBy(row any) string {
	if c.sheet.layout != rows {
		return ""
	}
	s, _ := c.sheet.fields[0].get(row).(string)
	return s
}

// sum tells a row in a line: its fields that say something.
func (c *comparer) sum(row any) words.Text {
	var sum words.Text
	for i := len(c.sheet.key(row)); i < len(c.sheet.fields); i++ {
		f := &c.sheet.fields[i]
		v := f.get(row)
		if alike(v, f.kind.blank()) {
			continue
		}
		sum = joined(sum, words.Say("form.value", "field", c.sheet.bare(f), "value", f.kind.show(v, c.x)))
	}
	return sum
}

func joined(before, next words.Text) words.Text {
	switch {
	case next.In(words.Zh) == "":
		return before
	case before.IsZero():
		return next
	}
	return words.Say("form.joined", "list", before, "next", next)
}
