package table

import (
	"bytes"
	"strings"

	"zhenjie/geo/format/internal/lines"
)

const quote = '"'

// split takes one row off a text, into fields, which are used again. A field may
// be within quotes and then hold anything. whole is false when the text ends
// before the quotes do.
func split(text []byte, comma byte, fields [][]byte) (row [][]byte, rest []byte, whole bool) {
	fields = fields[:0]
	line := text
	if end := bytes.IndexByte(text, '\n'); end >= 0 {
		line, rest = text[:end], text[end+1:]
	}
	if bytes.IndexByte(line, quote) >= 0 {
		return splitQuoted(text, comma, fields)
	}
	line = bytes.TrimSuffix(line, []byte("\r"))
	for {
		i := bytes.IndexByte(line, comma)
		if i < 0 {
			return append(fields, trim(line)), rest, true
		}
		fields = append(fields, trim(line[:i]))
		line = line[i+1:]
	}
}

// splitQuoted is split for a row that has quotes somewhere.
func splitQuoted(text []byte, comma byte, fields [][]byte) (row [][]byte, rest []byte, whole bool) {
	for {
		var field []byte
		i := 0
		if len(text) > 0 && text[0] == quote {
			n := lines.Quoted(text, quote)
			if n < 0 {
				return append(fields, text[1:]), nil, false
			}
			field = bytes.ReplaceAll(text[1:n-1], []byte(`""`), []byte(`"`))
			i = n
		}
		from := i
		for i < len(text) && text[i] != comma && text[i] != '\n' {
			i++
		}
		field = append(field[:len(field):len(field)], bytes.TrimSuffix(text[from:i], []byte("\r"))...)
		fields = append(fields, trim(field))
		if i == len(text) {
			return fields, nil, true
		}
		end := text[i] == '\n'
		if text = text[i+1:]; end {
			return fields, text, true
		}
	}
}

func trim(field []byte) []byte {
	if n := len(field); n == 0 || field[0] > ' ' && field[0] < 0x80 && field[n-1] > ' ' && field[n-1] < 0x80 {
		return field
	}
	return bytes.TrimSpace(field)
}

// commas are what may stand between columns.
const commas = ",;\t"

// commaOf finds what stands between the columns: that of which the lines have the
// same number, the most of it, and before all one that stands in the first line,
// for texts may hold any.
func commaOf(text []byte) byte {
	best, most := byte(','), 0
	first, _, _ := bytes.Cut(bytes.TrimLeft(text, " \r\n"), []byte("\n"))
	for _, comma := range []byte(commas) {
		n := columns(text, comma)
		if bytes.IndexByte(first, comma) >= 0 {
			n += len(text)
		}
		if n > most {
			best, most = comma, n
		}
	}
	return best
}

// columns is how well a text divides into columns: the number of commas that the
// larger part of the lines has, times those lines.
func columns(text []byte, comma byte) (best int) {
	const enough = 50
	lines := map[int]int{}
	n := 0
	for line := range bytes.Lines(text) {
		if n++; n > enough {
			break
		}
		if k := bytes.Count(line, []byte{comma}); k > 0 {
			lines[k]++
			best = max(best, k*lines[k])
		}
	}
	return best
}

// sample is the beginning of a table.
type sample struct {
	comma byte
	rows  [][]string
	line  []int // number of each row's first line
}

// sampleOf divides the beginning of a text; over is positive when a line may be
// cut at its end.
func sampleOf(text []byte, over int) sample {
	s := sample{comma: commaOf(text)}
	line := 1
	for len(text) > 0 && len(s.rows) < headRows {
		row, rest, whole := split(text, s.comma, nil)
		if len(rest) == 0 && (over >= 0 && !bytes.HasSuffix(text, []byte("\n"))) && len(s.rows) > 0 || !whole {
			break
		}
		fields := make([]string, len(row))
		for i, f := range row {
			fields[i] = strings.ToValidUTF8(string(f), "\uFFFD")
		}
		s.rows = append(s.rows, fields)
		s.line = append(s.line, line)
		line += bytes.Count(text[:len(text)-len(rest)], []byte("\n"))
		text = rest
	}
	return s
}
