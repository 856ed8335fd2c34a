// Package wkt reads and writes well-known text, OGC 06-103r4 clause 7, and what
// people really send: EWKT with SRID=4490; in front, one geometry a line or
// broken over many, quotes round it, Z and M glued to the type or left out.
//
// A cutter knows only brackets and cuts the file into geometries; the batches
// parse them.
package wkt

import (
	"bytes"
	"path/filepath"
	"strings"

	"zhenjie/geo/feature"
)

var byteOrderMark = []byte("\xef\xbb\xbf")

// Sniff reports whether a file that begins with head looks like well-known text.
func Sniff(head []byte, name string) bool {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, byteOrderMark), separators)
	if !begins(text) {
		return false
	}
	return strings.EqualFold(filepath.Ext(name), ".wkt") || bytes.IndexByte(text, '(') > 0
}

// begins reports whether text begins as a geometry does: with SRID= or the name
// of a type.
func begins(text []byte) bool {
	if len(text) >= len(srid) && bytes.EqualFold(text[:len(srid)], []byte(srid)) {
		return true
	}
	word, _ := wordAt(text, 0)
	_, _, known := typeOf(word)
	return known
}

// Read cuts a file into batches of geometries.
func Read(src feature.Source) feature.Batches {
	return func(yield func(feature.Batch, error) bool) {
		c := cutter{in: src.Text, limits: src.Limits, given: src.CRSGiven, yield: yield}
		c.file()
	}
}
