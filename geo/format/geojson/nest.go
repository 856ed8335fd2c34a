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
// string, it stops before the string.
func (n *nest) run(b []byte, gb bool) (passed int, done bool) {
	quote, open, end := index(b, 0, '"'), index(b, 0, n.open), index(b, 0, n.end)
	for {
		switch {
		case quote < open && quote < end:
			after := stringEnd(b, quote, gb)
			if after < 0 {
				return quote, false
			}
			quote = index(b, after, '"')
			if open < after {
				open = index(b, after, n.open)
			}
			if end < after {
				end = index(b, after, n.end)
			}
		case open < end:
			n.depth++
			open = index(b, open+1, n.open)
		case end < len(b):
			if n.depth--; n.depth == 0 {
				return end + 1, true
			}
			end = index(b, end+1, n.end)
		default:
			return len(b), false
		}
	}
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
