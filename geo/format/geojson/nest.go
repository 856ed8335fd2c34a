package geojson

import "bytes"

// nest finds the end of an object or a list by its brackets and strings alone.
// Only brackets of its own kind are counted: in text that is well formed that
// is enough, and the rest is refused by the decoder. Text without such
// brackets, as coordinates are to an object, is passed over at the speed of
// bytes.IndexByte.
type nest struct {
	open, end byte
	depth     int
}

// run goes on through b and returns how far it came; done says that the
// bracket that ends the value is the last byte passed. When b ends within a
// string, it stops before the string. Strings and opening brackets are looked
// for only as far as the next closing one, so that no byte is searched again
// and again.
func (n *nest) run(b []byte, gb bool) (passed int, done bool) {
	for from := 0; ; {
		end := index(b, from, n.end)
		behind, ok := n.before(b, from, end, gb)
		switch {
		case !ok:
			return behind, false
		case behind > end: // that one stands in a string
			from = behind
			continue
		case end == len(b):
			return end, false
		}
		if n.depth--; n.depth == 0 {
			return end + 1, true
		}
		from = end + 1
	}
}

// before counts the opening brackets in b[from:end]. It returns end, or the
// place behind a string that reaches over it, or, with false, the place of a
// string that does not end in b.
func (n *nest) before(b []byte, from, end int, gb bool) (behind int, ok bool) {
	part := b[:end]
	quote, open := index(part, from, '"'), index(part, from, n.open)
	for quote < end || open < end {
		if open < quote {
			n.depth++
			open = index(part, open+1, n.open)
			continue
		}
		after := stringEnd(b, quote, gb)
		if after < 0 {
			return quote, false
		}
		if after > end {
			return after, true
		}
		quote = index(part, after, '"')
		if open < after {
			open = index(part, after, n.open)
		}
	}
	return end, true
}

// index is the place of the first c in b at or after i, or len(b).
func index(b []byte, i int, c byte) int {
	if j := bytes.IndexByte(b[i:], c); j >= 0 {
		return i + j
	}
	return len(b)
}

// stringEnd returns the place behind the string that begins with the quote at
// b[i], or -1 when b ends before the string does.
func stringEnd(b []byte, i int, gb bool) int {
	if gb {
		return stringEndGB(b, i)
	}
	for j := i + 1; ; j++ {
		j = index(b, j, '"')
		if j == len(b) {
			return -1
		}
		back := j
		for b[back-1] == '\\' { // stops at the opening quote
			back--
		}
		if (j-back)%2 == 0 {
			return j + 1
		}
	}
}

// stringEndGB is stringEnd for GB 18030, in which a backslash may be the
// second half of a character.
func stringEndGB(b []byte, i int) int {
	for j := i + 1; j < len(b); j++ {
		switch c := b[j]; {
		case c == '"':
			return j + 1
		case c == '\\', isLeadGB(c):
			j++
		}
	}
	return -1
}

// isLeadGB reports whether c begins a character of several bytes. Those of
// four are two pairs to whoever only looks for quotes and backslashes.
func isLeadGB(c byte) bool { return c >= 0x81 && c <= 0xfe }
