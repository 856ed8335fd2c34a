package table

import (
	"bytes"

	"zhenjie/geo"
	"zhenjie/geo/decimal"
	"zhenjie/geo/feature"
)

// names takes the id, the name and the attributes of a feature from a row.
func (d *decoder) names(fields [][]byte) error {
	if id := field(fields, d.ID); len(id) > 0 && d.f.ID == "" {
		d.f.ID = d.text(id)
	}
	if name := field(fields, d.Name); len(name) > 0 && d.f.Name == "" {
		d.f.Name = d.text(name)
	}
	if !d.wanted {
		return nil
	}
	const mostColumns = 1000
	for len(d.values) < min(len(fields), mostColumns) {
		d.values, d.differ = append(d.values, nil), append(d.differ, false)
	}
	for i := range d.values {
		v := field(fields, i+1)
		switch {
		case len(v) == 0 || d.role(i+1):
		case d.values[i] == nil:
			if d.bytes += len(v); d.bytes > d.limits.AttributeBytes {
				return geo.BadInput(d.at(), "table.attribute_bytes", "limit", d.limits.AttributeBytes>>20)
			}
			d.values[i] = bytes.Clone(v)
		case !bytes.Equal(v, d.values[i]):
			d.differ[i] = true
		}
	}
	return nil
}

// role reports whether a column is no attribute.
func (d *decoder) role(column int) bool {
	return column == d.East || column == d.North || column == d.Ring || column == d.Point || column == d.WKT
}

// attributes are the columns that have one value on all rows of the feature; those
// that say something of its points are passed over.
func (d *decoder) attributes() {
	for i, v := range d.values {
		if v == nil || d.differ[i] {
			continue
		}
		key := letter(i + 1)
		if i < len(d.titles) && d.titles[i] != "" {
			key = d.titles[i]
		}
		a := feature.Attribute{Key: key, Text: d.text(v)}
		if _, end := decimal.Number(v, 0); end == len(v) {
			a.Kind = feature.Number
		}
		d.f.Attributes = append(d.f.Attributes, a)
	}
}
