package geojson

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// properties reads a Feature's attributes for its id and its name.
func (d *decoder) properties() error {
	if d.peek() == 'n' {
		return d.skip()
	}
	from := d.i
	err := d.members(func(key []byte) error {
		if d.wanted {
			if err := d.attribute(key); err != nil {
				return err
			}
		}
		if r := feature.NameKeys.Rank(key); r < d.nameRank {
			return d.scalar(&d.f.Name, &d.nameRank, r)
		}
		// An id of the Feature itself ranks 0 and an attribute from 1 on.
		if r := feature.IDKeys.Rank(key) + 1; r < d.idRank || d.f.ID == "" && r <= len(feature.IDKeys) {
			return d.scalar(&d.f.ID, &d.idRank, r)
		}
		return d.skip()
	})
	if err == nil && d.i-from > d.limits.AttributeBytes {
		return geo.BadInput(d.at(from), "geojson.attribute_bytes", "limit", d.limits.AttributeBytes>>20)
	}
	return err
}

// attribute keeps the member at the cursor, and stays in front of it.
func (d *decoder) attribute(key []byte) error {
	from := d.i
	if err := d.skip(); err != nil {
		return err
	}
	text := bytes.TrimSpace(d.b[from:d.i])
	d.i = from
	a := feature.Attribute{Key: string(key), Text: string(text)}
	switch c := text[0]; {
	case c == '"':
		raw, plain, err := d.str()
		if err != nil {
			return err
		}
		a.Text, d.i = d.said(raw, plain), from
	case c == 'n':
		a.Kind, a.Text = feature.Null, ""
	case c == 't' || c == 'f':
		a.Kind = feature.Bool
	case c == '{' || c == '[':
		a.Kind, a.Text = feature.Nested, strings.ToValidUTF8(string(d.utf8(text)), "\uFFFD")
	default:
		a.Kind = feature.Number
	}
	d.f.Attributes = append(d.f.Attributes, a)
	return nil
}

// scalar reads a text or a number into a value, and passes over all else; an
// empty text says nothing either.
func (d *decoder) scalar(into *string, have *int, r int) error {
	from := d.i
	if c := d.peek(); c == '-' || c >= '0' && c <= '9' {
		if err := d.skip(); err != nil {
			return err
		}
		*into, *have = string(d.b[from:d.i]), r
		return nil
	}
	if d.peek() != '"' {
		return d.skip()
	}
	raw, plain, err := d.str()
	if err != nil {
		return err
	}
	if s := strings.TrimSpace(d.said(raw, plain)); s != "" {
		*into, *have = s, r
	}
	return nil
}

// said is the text of a string that is kept, with notes on its encoding.
func (d *decoder) said(raw []byte, plain bool) string {
	if plain {
		return string(raw)
	}
	if d.gb {
		d.seen.gb = true
	} else if !utf8.Valid(raw) {
		d.seen.damaged = true
	}
	return d.text(raw)
}
