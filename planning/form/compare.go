package form

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// Kind says what a difference does.
type Kind int

// The kinds of differences.
const (
	Changed Kind = iota // a field of a row that is there
	Added               // a row
	Removed
)

// Difference is one thing that the form says otherwise than the plan.
type Difference struct {
	Sheet ID
	Kind  Kind
	Where words.Text // the row by its name; says nothing on the sheet of the town
	Field words.Text // says nothing for a whole row
	Old   words.Text // says nothing for an empty field
	New   words.Text
	Cell  string // where the form says so: 投资计划!D7; "" for a row that is gone

	old   int      // the row in the plan, −1 for one that is not there yet
	key   []string // of a row that is asked
	field int
	value any    // of the field
	row   any    // that is added
	name  string // the text that the row goes by in the plan, or in the form when it is added
	after int    // the row of the plan behind which it is added, −1 for the front
}

// Key is the field that differs, "" for a whole row.
func (d Difference) Key() string {
	if d.Kind != Changed {
		return ""
	}
	return sheetOf(d.Sheet).fields[d.field].key
}

// What is the field that differs or, of a whole row, what became of it.
func (d Difference) What() words.Text {
	switch d.Kind {
	case Added:
		return words.Say("form.added")
	case Removed:
		return words.Say("form.removed")
	}
	return d.Field
}

// Change is the old value and the new one in a line.
func (d Difference) Change() words.Text {
	switch d.Kind {
	case Added:
		return d.New
	case Removed:
		return d.Old
	}
	return words.Say("form.change", "old", orEmpty(d.Old), "new", orEmpty(d.New))
}

func orEmpty(t words.Text) words.Text {
	if t.In(words.Zh) == "" {
		return words.Say("form.empty")
	}
	return t
}

// Name is the text that the row goes by in the plan or, when it is added, in the
// form; "" for rows that go by something else.
func (d Difference) Name() string { return d.name }

// Procedure is the id of the procedure that the form chooses; ok is false for
// any other difference.
func (d Difference) Procedure() (id string, ok bool) {
	if d.Sheet != Town || d.Key() != "procedure" {
		return "", false
	}
	return d.value.(string), true
}

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
		if old := matched[i]; old >= 0 {
			taken[old], after = true, old
			c.changed(old, c.rows[old], rec)
		} else {
			c.added(rec, after)
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

// match finds the rows of the plan that the records are about, −1 for none.
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
		matched[i] = -1
		key, ok := c.keyOf(rec)
		if !ok {
			c.in.partial = c.in.partial || rec.mark == ""
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
	return c.sheet.key(row), rec.given[0]
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
			Sheet: c.sheet.id, Where: c.name(row), Field: c.sheet.caption(f),
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
		sum = joined(sum, words.Say("form.value", "field", c.sheet.caption(f), "value", f.kind.show(v, c.x)))
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

// counter numbers rows of the same key.
type counter map[string]int

func (c counter) next(key []string) int {
	k := keyText(key)
	c[k]++
	return c[k]
}

// keyText is a key as one text, other for every other key.
func keyText(key []string) string {
	clean := make([]string, len(key))
	for i, k := range key {
		clean[i] = Clean(k)
	}
	data, _ := json.Marshal(clean) // of strings, which never fails
	return string(data)
}

func numbered(key []string, n int) string { return fmt.Sprint(keyText(key), n) }

// markOf is what a row of a list carries so that it is known again whatever is
// written over it.
func markOf(key []string, n int) string {
	sum := sha256.Sum256([]byte(keyText(key)))
	return fmt.Sprint(hex.EncodeToString(sum[:8]), ".", n)
}
