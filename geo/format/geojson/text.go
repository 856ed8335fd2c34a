package geojson

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"zhenjie/geo/charset"
)

// escape is the length of the escape sequence that begins with the backslash
// at b[0], 0 when it is none.
func escape(b []byte) int {
	if len(b) < 2 {
		return 0
	}
	if strings.IndexByte(`"\/bfnrt`, b[1]) >= 0 {
		return 2
	}
	if _, ok := hex4(b); ok {
		return 6
	}
	return 0
}

// hex4 reads \uXXXX.
func hex4(b []byte) (r rune, ok bool) {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return 0, false
	}
	for _, d := range b[2:6] {
		switch {
		case d >= '0' && d <= '9':
			d -= '0'
		case d|0x20 >= 'a' && d|0x20 <= 'f':
			d = d | 0x20 - 'a' + 10
		default:
			return 0, false
		}
		r = r<<4 | rune(d)
	}
	return r, true
}

// text is the string that raw, found between quotes, stands for. Bytes that
// belong to no character become U+FFFD.
func (c *cursor) text(raw []byte) string {
	raw = c.utf8(raw) // before the escapes: in GB 18030 a backslash may be half a character
	if bytes.IndexByte(raw, '\\') < 0 && utf8.Valid(raw) {
		return string(raw)
	}
	var s strings.Builder
	s.Grow(len(raw))
	for len(raw) > 0 {
		if raw[0] != '\\' {
			r, n := utf8.DecodeRune(raw)
			s.WriteRune(r)
			raw = raw[n:]
			continue
		}
		r, n := unescape(raw)
		s.WriteRune(r)
		raw = raw[n:]
	}
	return s.String()
}

// utf8 is text of the file in UTF-8, if it can be had.
func (c *cursor) utf8(raw []byte) []byte {
	if c.gb {
		return charset.GB(raw)
	}
	return raw
}

// unescape reads one escape sequence that str has found sound, or the two that
// make a surrogate pair.
func unescape(raw []byte) (r rune, n int) {
	if r, ok := hex4(raw); ok {
		low, _ := hex4(raw[6:])
		if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
			return pair, 12
		}
		return r, 6 // WriteRune writes half a pair as U+FFFD
	}
	switch raw[1] {
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	}
	return rune(raw[1]), 2
}
