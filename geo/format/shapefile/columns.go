package shapefile

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"zhenjie/geo/feature"
	"zhenjie/geo/format/shapefile/internal/dbf"
)

// column is what the values of one key have in common.
type column struct {
	key             string
	values          int // that are not null
	texts           int
	numbers, bools  int
	dates           int
	bytes, decimals int // of the longest
	exponent        bool
	feature         int // the last that had a value here
	next            int // column for the same key's next value, 0 for none
}

// mostDigits is the longest number that becomes a number in the table.
const mostDigits = 32

func (c *column) add(a feature.Attribute) {
	if a.Kind == feature.Null {
		return
	}
	c.values++
	c.bytes = max(c.bytes, len(a.Text))
	switch a.Kind {
	case feature.Number:
		c.numbers++
		mantissa, exponent, has := strings.Cut(strings.ToLower(a.Text), "e")
		c.exponent = c.exponent || has
		_, fraction, _ := strings.Cut(mantissa, ".")
		power, _ := strconv.Atoi(exponent) // 0 where there is none
		c.decimals = max(c.decimals, min(len(fraction)-power, mostDigits-2))
	case feature.Bool:
		c.bools++
	case feature.Text:
		if _, err := time.Parse(time.DateOnly, a.Text); err == nil {
			c.dates++
		}
	}
}

// field is the field that holds all values of the column, digit by digit.
func (c *column) field(name string) dbf.Field {
	f := dbf.Field{Name: []byte(name), Type: 'C', Width: max(min(c.bytes, dbf.MaxText), 1)}
	switch {
	case c.values == 0:
	case c.numbers == c.values && c.bytes <= mostDigits:
		f.Type, f.Decimals = 'N', c.decimals
		if c.exponent { // without decimals some programs would take it for an integer
			f.Type, f.Decimals = 'F', max(c.decimals, 1)
		}
		if f.Decimals > 0 {
			f.Width = max(f.Width, f.Decimals+2)
		}
	case c.bools == c.values:
		f.Type, f.Width = 'L', 1
	case c.dates == c.values:
		f.Type, f.Width = 'D', 8
	}
	return f
}

// columns are the columns of a table by key, in the order they are met. A key
// that a feature has twice has two.
type columns struct {
	list []column
	at   map[string]int
}

// place is the number of the column that a value of a feature goes into.
func (c *columns) place(key string, feature int) int {
	if c.at == nil {
		c.at = map[string]int{}
	}
	i, ok := c.at[key]
	if !ok {
		i = c.another(key)
		c.at[key] = i
	}
	for c.list[i].feature == feature {
		if c.list[i].next == 0 {
			another := c.another(key) // never the first of the list
			c.list[i].next = another
		}
		i = c.list[i].next
	}
	c.list[i].feature = feature
	return i
}

func (c *columns) another(key string) int {
	c.list = append(c.list, column{key: key, feature: -1})
	return len(c.list) - 1
}

// rewind makes ready to go through the features again.
func (c *columns) rewind() {
	for i := range c.list {
		c.list[i].feature = -1
	}
}

// fields names the fields; a table has at least one.
func (c *columns) fields() []dbf.Field {
	if len(c.list) == 0 {
		c.another("name")
	}
	used := map[string]bool{}
	fields := make([]dbf.Field, len(c.list))
	for i := range c.list {
		fields[i] = c.list[i].field(fieldName(c.list[i].key, used))
	}
	return fields
}

// fieldName is the key as far as a field's name has room for it, in whole
// characters and unlike all others, whose letters may differ in case alone.
func fieldName(key string, used map[string]bool) string {
	key = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(key, "_"))
	if strings.TrimSpace(key) == "" {
		key = "field"
	}
	name := strings.TrimSpace(dbf.Cut(key, dbf.MaxName))
	for n := 2; used[strings.ToLower(name)]; n++ {
		suffix := fmt.Sprint("_", n)
		name = strings.TrimSpace(dbf.Cut(key, dbf.MaxName-len(suffix))) + suffix
	}
	used[strings.ToLower(name)] = true
	return name
}

// attributesOf are the values of a feature: its attributes or else its name,
// and its id where no attribute holds it.
func attributesOf(f feature.Feature, layers bool) []feature.Attribute {
	all := f.Attributes
	if len(all) == 0 && f.Name != "" {
		all = []feature.Attribute{{Key: "name", Text: f.Name}}
	}
	all = all[:len(all):len(all)]
	if f.ID != "" && !holds(all, f.ID) {
		all = append(all, feature.Attribute{Key: "id", Text: f.ID})
	}
	if layers {
		all = append(all, feature.Attribute{Key: "layer", Text: f.Layer})
	}
	return all
}

func holds(all []feature.Attribute, id string) bool {
	for _, a := range all {
		if a.Text == id && feature.IDKeys.Rank([]byte(a.Key)) < len(feature.IDKeys) {
			return true
		}
	}
	return false
}
