package table

import (
	"bytes"
	"io"

	"zhenjie/assets/words"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/internal/lines"
)

// layout is what the rows of a sheet are read by.
type layout struct {
	feature.Roles
	layer  string
	comma  byte
	titles []string // of all columns
	notes  []words.Text
}

// reader cuts one sheet after the other.
type reader struct {
	lines.Cutter[*layout]
	src     feature.Source
	layout  *layout
	changed bool // places in the text are not those of the file
	fields  [][]byte
	key     []byte // of the feature begun last
}

func newReader(src feature.Source, layer string, text io.Reader, yield func(feature.Batch, error) bool) *reader {
	r := &reader{src: src, layout: &layout{layer: layer}}
	r.Cutter = lines.Cutter[*layout]{In: text, Quote: quote, Most: src.Limits.StringBytes, Whole: src.Limits.FeatureBytes}
	r.Hand = func(b lines.Batch[*layout]) bool { return yield(r.batch(b), nil) }
	return r
}

// sheet reads one sheet to its end; notes go with each of its features.
func (r *reader) sheet(notes []words.Text) error {
	head, err := r.Head(headBytes)
	if err != nil {
		return err
	}
	if err := r.arrange(head, notes); err != nil {
		return err
	}
	err = r.rows()
	// What was cut before the fault comes first: it may hold an earlier one.
	if flushed := r.Flush(); flushed != nil {
		return flushed
	}
	return err
}

// arrange finds the layout.
func (r *reader) arrange(head []byte, notes []words.Text) error {
	s := sampleOf(utf8Text(head, r.GB), len(head)-headBytes)
	l := r.layout
	l.comma, r.Split = s.comma, s.comma
	var given bool
	if l.Roles, given = r.src.Roles[l.layer]; !given {
		var err error
		if l.Roles, err = rolesOf(s); err != nil {
			return err
		}
	}
	for i, row := range s.rows {
		if s.line[i] == l.Heading {
			l.titles = row
		}
	}
	l.notes = append(notes[:len(notes):len(notes)], l.Why...)
	return nil
}

// rows cuts the rows below the headings into features.
func (r *reader) rows() error {
	for {
		line, number, err := r.Next()
		if line == nil || err != nil {
			return err
		}
		if number > r.layout.Heading {
			r.row(line)
		}
	}
}

// row begins a feature with a row, or takes it into the one begun.
func (r *reader) row(line []byte) {
	l := r.layout
	if isEmpty(line, l.comma) {
		if l.ID == 0 && l.Name == 0 {
			r.End()
		}
		return
	}
	if r.another(line) || !r.Open() || l.WKT != 0 {
		r.Begin(l)
	} else {
		r.Keep()
	}
}

func isEmpty(line []byte, comma byte) bool {
	for _, b := range line {
		if b != comma && b != ' ' && b != '\t' && b != quote {
			return false
		}
	}
	return true
}

// another reports whether a row belongs to another feature than the one before. An
// empty id or name goes on with it, as merged cells leave them.
func (r *reader) another(line []byte) bool {
	l := r.layout
	if l.ID == 0 && l.Name == 0 {
		return r.isTitle(line)
	}
	column := l.ID
	if column == 0 {
		column = l.Name
	}
	key := r.column(line, column)
	if len(key) == 0 || bytes.Equal(key, r.key) {
		return false
	}
	r.key = append(r.key[:0], key...)
	return true
}

// column is one field of a row.
func (r *reader) column(line []byte, column int) []byte {
	if bytes.IndexByte(line, quote) < 0 {
		for ; column > 1; column-- {
			i := bytes.IndexByte(line, r.layout.comma)
			if i < 0 {
				return nil
			}
			line = line[i+1:]
		}
		if i := bytes.IndexByte(line, r.layout.comma); i >= 0 {
			line = line[:i]
		}
		return trim(line)
	}
	r.fields, _, _ = split(line, r.layout.comma, r.fields)
	if column > len(r.fields) {
		return nil
	}
	return r.fields[column-1]
}

// isTitle reports whether a row holds one text and no coordinates: the name of the
// feature below it.
func (r *reader) isTitle(line []byte) bool {
	r.fields, _, _ = split(line, r.layout.comma, r.fields)
	_, ok := r.layout.title(r.fields)
	return ok
}

// title is the one text of a row that holds nothing else.
func (l *layout) title(fields [][]byte) (title []byte, ok bool) {
	if l.ID != 0 || l.Name != 0 || l.WKT != 0 {
		return nil, false
	}
	for i, f := range fields {
		switch {
		case len(f) == 0:
		case title != nil || i+1 == l.East || i+1 == l.North:
			return nil, false
		default:
			title = f
		}
	}
	return title, title != nil
}
