package kml

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// batch is a run of Placemarks and the text they stand in.
type batch struct {
	text   []byte
	base   int64
	asIs   bool
	first  int
	spans  []span
	schema schema
	wanted bool // all attributes are
	limits feature.Limits
	notes  []words.Text
}

func (b *batch) decode(yield func(feature.Feature, error) bool) {
	for i, s := range b.spans {
		number := b.first + i
		d := decoder{
			b: b.text[s.from:s.to], place: geo.At{Feature: number + 1, Byte: b.base + int64(s.from)}, asIs: b.asIs,
			schema: b.schema, limits: &b.limits,
		}
		f := feature.Feature{Index: number, Layer: s.layer, Notes: b.notes}
		b.notes = nil
		if b.asIs {
			f.Byte = d.place.Byte
		}
		err := d.placemark(&f, b.wanted)
		if !yield(f, err) || err != nil {
			return
		}
	}
}

// decoder reads one Placemark.
type decoder struct {
	b      []byte
	place  geo.At // of b
	asIs   bool
	schema schema
	limits *feature.Limits

	open  []string // elements, the Placemark first
	key   string   // of the value being read
	value strings.Builder
	where int  // the value begins here
	said  bool // the open list of positions has had text

	id, name, description string
	attributes            []feature.Attribute
	bytes                 int // of all attributes
	outer                 [][]geo.Point
	holes                 [][]geo.Point
	builder               geo.Builder
	vertices              int
	rings                 int
	seen                  observations
}

func (d *decoder) placemark(f *feature.Feature, wanted bool) error {
	for i := 0; i < len(d.b); {
		t, end := scan(d.b, i, true)
		if end < 0 {
			return d.fault(i, "kml.truncated")
		}
		var err error
		switch t.sort {
		case startToken:
			err = d.start(t, end)
		case endToken:
			err = d.end()
		case textToken:
			err = d.text(t, i)
		}
		if err != nil {
			return err
		}
		i = end
	}
	d.describe(f, wanted)
	f.Shape = d.builder.Shape()
	f.Kind = d.seen.kind(f.Shape)
	f.Notes = append(f.Notes, d.seen.notes(f.Kind)...)
	return nil
}

// parent is the element n above the one that is open.
func (d *decoder) parent(n int) string {
	if i := len(d.open) - 1 - n; i >= 0 {
		return d.open[i]
	}
	return ""
}

func (d *decoder) start(t token, behind int) error {
	d.open = append(d.open, t.name)
	d.value.Reset()
	d.where, d.said = behind, false
	switch t.name {
	case "Placemark":
		d.id = attribute(t.attrs, "id")
	case "Data", "SimpleData":
		d.key = attribute(t.attrs, "name")
	case "Point", "Track", "MultiTrack", "Model":
		d.seen.others = addOnce(d.seen.others, t.name)
	case "MultiGeometry":
		d.seen.multi = true
	case "Polygon":
		d.outer, d.holes = nil, nil
	}
	if t.empty {
		return d.end()
	}
	return nil
}

// kept reports whether the text of the open element is read.
func (d *decoder) kept() bool {
	switch d.parent(0) {
	case "name", "description":
		return d.parent(1) == "Placemark"
	case "value":
		return d.parent(1) == "Data"
	case "SimpleData":
		return true
	}
	return false
}

func (d *decoder) text(t token, at int) error {
	if d.parent(0) == "coordinates" {
		return d.points(t.text, at)
	}
	if !d.kept() {
		return nil
	}
	if d.value.Len()+len(t.text) > d.limits.StringBytes {
		return d.fault(at, "kml.string_bytes", "limit", d.limits.StringBytes)
	}
	if t.plain {
		d.value.Write(t.text)
	} else {
		d.value.WriteString(unescape(t.text))
	}
	return nil
}

// points takes a list of positions for what it is the outline of.
func (d *decoder) points(text []byte, at int) error {
	geometry := d.parent(1)
	if geometry != "LinearRing" && geometry != "LineString" || len(bytes.TrimSpace(text)) == 0 {
		return nil
	}
	if d.said { // in two pieces: nobody knows whether a number was cut
		return d.fault(at, "kml.coordinates", "got", snippet(text))
	}
	d.said = true
	if d.rings++; d.rings > d.limits.Rings {
		return d.fault(at, "kml.rings", "limit", d.limits.Rings)
	}
	pts, err := d.coordinates(text, at)
	if err != nil {
		return err
	}
	switch {
	case geometry == "LineString" && (len(pts) < 4 || pts[0] != pts[len(pts)-1]):
		d.seen.open++
	case geometry == "LineString":
		d.seen.closed++
		d.add(pts)
	case d.parent(2) == "innerBoundaryIs":
		d.holes = append(d.holes, pts)
	case d.parent(2) == "outerBoundaryIs" || d.parent(2) == "Polygon":
		d.outer = append(d.outer, pts)
	default:
		d.add(pts)
	}
	return nil
}

func (d *decoder) add(pts []geo.Point) {
	d.builder.Part()
	d.builder.Ring(pts)
}

func (d *decoder) end() error {
	if d.kept() {
		if err := d.keep(); err != nil {
			return err
		}
	}
	if d.parent(0) == "Polygon" {
		if err := d.polygon(); err != nil {
			return err
		}
	}
	if len(d.open) > 0 {
		d.open = d.open[:len(d.open)-1]
	}
	return nil
}

// polygon ends a Polygon.
func (d *decoder) polygon() error {
	switch {
	case len(d.outer) == 0 && len(d.holes) > 0:
		return d.fault(d.where, "kml.no_outer_ring")
	case len(d.outer) == 0:
		d.seen.emptyRing = true
	}
	for _, pts := range d.outer {
		d.add(pts)
	}
	for _, pts := range d.holes { // of the last outer ring: there should be one
		d.builder.Ring(pts)
	}
	d.outer, d.holes = nil, nil
	return nil
}

// keep takes a text that has ended.
func (d *decoder) keep() error {
	text := strings.TrimSpace(d.value.String())
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		d.seen.damaged = true
	}
	if d.bytes += len(text) + len(d.key); d.bytes > d.limits.AttributeBytes {
		return d.fault(d.where, "kml.attribute_bytes", "limit", d.limits.AttributeBytes>>20)
	}
	switch d.parent(0) {
	case "name":
		d.name = text
	case "description":
		d.description = text
	case "value":
		d.attributes = append(d.attributes, feature.Attribute{Key: d.key, Text: text})
	default:
		d.attributes = append(d.attributes, typed(d.key, text, d.schema[d.key]))
	}
	return nil
}

// describe gives the feature its id, its name and its attributes.
func (d *decoder) describe(f *feature.Feature, wanted bool) {
	all := d.attributes
	if table := tableOf(d.description); len(table) > 0 {
		all = append(all, table...)
	} else if d.description != "" {
		all = append(all, feature.Attribute{Key: "description", Text: d.description})
	}
	if d.name != "" && !slices.ContainsFunc(all, func(a feature.Attribute) bool { return strings.EqualFold(a.Key, "name") }) {
		all = slices.Insert(all, 0, feature.Attribute{Key: "name", Text: d.name})
	}
	f.Name = d.name
	nameRank, idRank := len(feature.NameKeys), len(feature.IDKeys)
	for _, a := range all {
		if a.Text == "" || a.Kind == feature.Bool {
			continue
		}
		if r := feature.NameKeys.Rank([]byte(a.Key)); d.name == "" && r < nameRank {
			f.Name, nameRank = a.Text, r
		}
		if r := feature.IDKeys.Rank([]byte(a.Key)); r < idRank {
			f.ID, idRank = a.Text, r
		}
	}
	if f.ID == "" {
		f.ID = d.id
	}
	if wanted {
		f.Attributes = all
	}
}
