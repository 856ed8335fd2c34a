package wkt

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"zhenjie/assets/words"
)

// observations are what is worth a note once a geometry is read.
type observations struct {
	empty        bool
	others       []string // types of geometry that have no area
	curves       []string
	extra        bool // heights or measures
	emptyRing    bool
	closed, open int // lines
}

func (o *observations) notes(g Geometry) (notes []words.Text) {
	note := func(id words.ID, args ...any) { notes = append(notes, words.Say(id, args...)) }
	if len(o.curves) > 0 {
		note("wkt.note.curves", "types", strings.Join(o.curves, ", "))
	}
	if len(o.others) > 0 && g.Kind == "GeometryCollection" {
		note("wkt.note.collection_others", "types", strings.Join(o.others, ", "))
	} else if len(o.others) > 0 {
		note("wkt.note.not_polygonal", "type", g.Kind)
	}
	switch {
	case o.closed > 0 && o.open > 0:
		note("wkt.note.some_closed", "rings", o.closed, "open", o.open)
	case o.closed > 0:
		note("wkt.note.lines_closed")
	case o.open > 0:
		note("wkt.note.open_lines", "n", o.open)
	}
	if o.extra {
		note("wkt.note.heights")
	}
	if o.emptyRing {
		note("wkt.note.empty_ring")
	}
	if o.empty && g.Shape.IsEmpty() {
		note("wkt.note.empty")
	}
	return notes
}

// addOnce adds s to a list that holds everything once.
func addOnce(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// snippet is what b begins with, short enough for a sentence.
func snippet(b []byte) string {
	const most = 16
	end := bytes.IndexAny(b, ",() \t\r\n")
	if end <= 0 {
		end = min(1, len(b))
	}
	more := ""
	if end > most {
		end, more = most, "…"
		for end > most-utf8.UTFMax && !utf8.RuneStart(b[end]) {
			end--
		}
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(string(b[:end]), "\uFFFD")) + more
}
