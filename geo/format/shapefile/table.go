package shapefile

import (
	"io"
	"slices"
	"strings"

	"zhenjie/geo/feature"
	"zhenjie/geo/format/shapefile/internal/dbf"
)

// table is the .dbf of a layer.
type table struct {
	dbf.Table
	member   *member
	encoding textEncoding
	wanted   bool     // all attributes are
	keys     []string // names of the fields in UTF-8
	names    []int    // fields a name is looked for in, best first
	ids      []int
	passed   bool // there are fields of types that cannot be read
}

func openTable(m *member, r io.Reader) (*table, error) {
	head, err := dbf.ReadHeader(r)
	if err != nil {
		return nil, err
	}
	return &table{Table: head, member: m}, nil
}

// nameFields finds out what the fields are called and good for.
func (t *table) nameFields() {
	ranked := func(keys feature.Keys) (fields []int) {
		rank := func(i int) int { return keys.Rank([]byte(t.keys[i])) }
		for i, f := range t.Fields {
			if f.Known() && rank(i) < len(keys) {
				fields = append(fields, i)
			}
		}
		slices.SortStableFunc(fields, func(a, b int) int { return rank(a) - rank(b) })
		return fields
	}
	for _, f := range t.Fields {
		key, _ := t.encoding.say(f.Name)
		t.keys = append(t.keys, key)
		t.passed = t.passed || !f.Known()
	}
	t.names, t.ids = ranked(feature.NameKeys), ranked(feature.IDKeys)
}

// describe gives a feature what its row says of it; damaged reports that some
// text was.
func (t *table) describe(f *feature.Feature, row []byte) (damaged bool) {
	said := func(raw []byte) string {
		text, whole := t.encoding.say(raw)
		damaged = damaged || !whole
		return text
	}
	first := func(fields []int) string {
		for _, i := range fields {
			if _, text := t.Fields[i].Value(row, said); strings.TrimSpace(text) != "" {
				return strings.TrimSpace(text)
			}
		}
		return ""
	}
	f.Name, f.ID = first(t.names), first(t.ids)
	if !t.wanted {
		return damaged
	}
	f.Attributes = make([]feature.Attribute, 0, len(t.Fields))
	for i, field := range t.Fields {
		if field.Known() {
			kind, text := field.Value(row, said)
			f.Attributes = append(f.Attributes, feature.Attribute{Key: t.keys[i], Kind: kind, Text: text})
		}
	}
	return damaged
}
