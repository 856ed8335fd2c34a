package dbf

import (
	"encoding/binary"
	"io"
	"strings"
	"unicode/utf8"

	"zhenjie/geo/feature"
)

// What a table can hold.
const (
	MaxName   = nameSize - 1
	MaxText   = 254
	MaxFields = 255
	maxRow    = 1<<16 - 1
)

// New is a table of fields, whose names must be MaxName bytes at most and whose
// widths MaxText; ok is false when it would be too wide.
func New(fields []Field, rows int) (t Table, ok bool) {
	t = Table{Rows: rows, RowBytes: 1, Fields: fields}
	for i := range fields {
		fields[i].from = t.RowBytes
		t.RowBytes += fields[i].Width
	}
	return t, len(fields) <= MaxFields && t.RowBytes <= maxRow
}

// WriteHeader writes the header. It bears the same date whenever it is written,
// so that the same features give the same bytes.
func (t Table) WriteHeader(w io.Writer) error {
	head := make([]byte, prefixSize, prefixSize+fieldSize*len(t.Fields)+1)
	head[0] = fileVersion
	copy(head[1:], []byte{95, 7, 26}) // the day GDAL writes too
	binary.LittleEndian.PutUint32(head[4:], uint32(t.Rows))
	binary.LittleEndian.PutUint16(head[8:], uint16(cap(head)))
	binary.LittleEndian.PutUint16(head[10:], uint16(t.RowBytes))
	head[29] = t.Language
	for _, f := range t.Fields {
		one := make([]byte, fieldSize)
		copy(one[:MaxName], f.Name)
		one[11], one[16], one[17] = f.Type, byte(f.Width), byte(f.Decimals)
		head = append(head, one...)
	}
	_, err := w.Write(append(head, fieldsEnd))
	return err
}

// EmptyRow fills a row with blanks.
func (t Table) EmptyRow(row []byte) {
	for i := range row {
		row[i] = rowPresent
	}
	for _, f := range t.Fields {
		if f.Type == 'L' {
			row[f.from] = '?'
		}
	}
}

// Put writes a value into a row of blanks. The field must be of a type and
// width for it; text is cut where it does not fit, between two characters.
func (f Field) Put(row []byte, kind feature.Kind, text string) {
	into := f.Raw(row)
	switch {
	case kind == feature.Null:
	case f.Type == 'L':
		into[0] = map[string]byte{"true": 'T', "false": 'F'}[text]
	case f.Type == 'D':
		copy(into, strings.ReplaceAll(text, "-", ""))
	case f.Type == 'N' || f.Type == 'F':
		copy(into[f.Width-len(text):], text)
	default:
		copy(into, Cut(text, f.Width))
	}
}

// Cut shortens text to a number of bytes, between two characters.
func Cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}

// End is what stands behind the last row.
const End = "\x1a"
