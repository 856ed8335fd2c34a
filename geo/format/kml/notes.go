package kml

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// observations are what is worth a note once a Placemark is read.
type observations struct {
	multi        bool
	others       []string // types of geometry that have no area
	heights      bool
	emptyRing    bool
	closed, open int // lines
	damaged      bool
}

// kind is the type of geometry as GeoJSON calls it.
func (o *observations) kind(s geo.Shape) string {
	switch {
	case s.Parts() > 0 && (len(o.others) > 0 || o.open > 0):
		return "GeometryCollection"
	case s.Parts() > 1:
		return "MultiPolygon"
	case s.Parts() == 1 || o.emptyRing:
		return "Polygon"
	case o.open > 1 || o.multi && o.open == 1:
		return "MultiLineString"
	case o.open == 1:
		return "LineString"
	case len(o.others) == 1 && o.multi:
		return "Multi" + o.others[0]
	case len(o.others) == 1:
		return o.others[0]
	case len(o.others) > 1 || o.multi:
		return "GeometryCollection"
	}
	return ""
}

func (o *observations) notes(kind string) (notes []words.Text) {
	note := func(id words.ID, args ...any) { notes = append(notes, words.Say(id, args...)) }
	switch {
	case kind == "":
		note("kml.note.no_geometry")
	case len(o.others) > 0 && kind == "GeometryCollection":
		note("kml.note.collection_others", "types", strings.Join(o.others, ", "))
	case len(o.others) > 0:
		note("kml.note.not_polygonal", "type", kind)
	}
	switch {
	case o.open > 0 && (o.closed > 0 || kind == "GeometryCollection"):
		note("kml.note.some_open", "open", o.open)
	case o.open > 0:
		note("kml.note.open_lines", "n", o.open)
	}
	if o.closed > 0 {
		note("kml.note.lines_closed")
	}
	if o.heights {
		note("kml.note.heights")
	}
	if o.emptyRing {
		note("kml.note.empty_ring")
	}
	if o.damaged {
		note("kml.note.damaged_text")
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
	const most = 24
	end := bytes.IndexAny(b, " \t\r\n<")
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
	return excerpt(string(b[:end])) + more
}

// excerpt keeps a text from the file short enough for a sentence.
func excerpt(s string) string {
	const most = 40
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
