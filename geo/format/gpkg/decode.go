package gpkg

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/gpkg/container"
)

// row is a feature not yet decoded; its geometry ends at end in the block.
type row struct {
	end    int
	null   bool
	values []any // int64, float64, string, []byte or nil
}

// batch is a run of rows of one layer.
type batch struct {
	layer  layer
	block  []byte
	rows   []row
	first  int
	wanted bool // all attributes are
	notes  []words.Text
	limits feature.Limits
}

func (b *batch) decode(yield func(feature.Feature, error) bool) {
	from := 0
	for i, row := range b.rows {
		f, err := b.feature(i, row, b.block[from:row.end])
		from = row.end
		if !yield(f, err) || err != nil {
			return
		}
	}
}

func (b *batch) feature(i int, row row, blob []byte) (feature.Feature, error) {
	f := feature.Feature{Index: b.first + i, CRS: b.layer.crs, Layer: b.layer.table, Notes: b.notes}
	b.notes = nil
	if row.null {
		f.Notes = append(f.Notes, words.Say("gpkg.note.no_geometry"))
	} else {
		g, err := container.DecodeBlob(blob, &b.limits)
		if err != nil {
			return f, inFeature(err, f.Index+1)
		}
		f.Kind, f.Shape = g.Kind, g.Shape
		f.Notes = append(f.Notes, notesOn(g)...)
	}
	b.describe(&f, row.values)
	return f, nil
}

// inFeature places a fault in a feature; its byte counts within the geometry and
// says nothing about the file.
func inFeature(err error, number int) error {
	bad, ok := err.(*geo.InputError)
	if !ok {
		return err
	}
	placed := *bad
	placed.At = geo.At{Feature: number}
	return &placed
}

// describe reads the attributes, and out of them name and id.
func (b *batch) describe(f *feature.Feature, values []any) {
	nameRank, idRank := len(feature.NameKeys), len(feature.IDKeys)
	var blobs, broken bool
	for i, v := range values {
		c := b.layer.columns[i]
		if _, ok := v.([]byte); ok {
			blobs = true
			continue
		}
		a := attribute(c, v)
		if !utf8.ValidString(a.Text) {
			broken = true
			a.Text = strings.ToValidUTF8(a.Text, "\uFFFD")
		}
		if b.wanted {
			f.Attributes = append(f.Attributes, a)
		}
		said := strings.TrimSpace(a.Text)
		if said == "" || a.Kind == feature.Bool {
			continue
		}
		if c.nameRank < nameRank {
			f.Name, nameRank = said, c.nameRank
		}
		if c.idRank < idRank {
			f.ID, idRank = said, c.idRank
		}
	}
	if blobs && b.wanted {
		f.Notes = append(f.Notes, words.Say("gpkg.note.blobs"))
	}
	if broken {
		f.Notes = append(f.Notes, words.Say("gpkg.note.damaged_text"))
	}
}

func attribute(c column, v any) feature.Attribute {
	a := feature.Attribute{Key: strings.ToValidUTF8(c.Name, "\uFFFD")}
	switch v := v.(type) {
	case nil:
		a.Kind = feature.Null
	case string:
		a.Text = v
	case int64:
		a.Kind, a.Text = feature.Number, strconv.FormatInt(v, 10)
		if c.bool && (v == 0 || v == 1) {
			a.Kind, a.Text = feature.Bool, strconv.FormatBool(v == 1)
		}
	case float64:
		a.Text = strconv.FormatFloat(v, form(v), -1, 64)
		if !math.IsInf(v, 0) && !math.IsNaN(v) {
			a.Kind = feature.Number
		}
	}
	return a
}

// form is how a number is printed: with an exponent where there would be too
// many zeros.
func form(x float64) byte {
	if a := math.Abs(x); a != 0 && (a < 1e-7 || a >= 1e21) {
		return 'e'
	}
	return 'f'
}

func notesOn(g container.Geometry) (notes []words.Text) {
	note := func(id words.ID, args ...any) { notes = append(notes, words.Say(id, args...)) }
	if len(g.Curves) > 0 {
		note("gpkg.note.curves", "types", strings.Join(g.Curves, ", "))
	}
	if len(g.Others) > 0 && g.Kind == "GeometryCollection" {
		note("gpkg.note.collection_others", "types", strings.Join(g.Others, ", "))
	} else if len(g.Others) > 0 {
		note("gpkg.note.not_polygonal", "type", g.Kind)
	}
	switch {
	case g.Closed > 0 && g.Open > 0:
		note("gpkg.note.some_closed", "rings", g.Closed, "open", g.Open)
	case g.Closed > 0:
		note("gpkg.note.lines_closed")
	case g.Open > 0:
		note("gpkg.note.open_lines", "n", g.Open)
	}
	if g.Extra {
		note("gpkg.note.heights")
	}
	if g.EmptyRing {
		note("gpkg.note.empty_ring")
	}
	if g.Shape.IsEmpty() && len(notes) == 0 {
		note("gpkg.note.empty")
	}
	return notes
}

// excerpt keeps a text from a file short enough for a sentence.
func excerpt(s string) string {
	const most = 80
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
