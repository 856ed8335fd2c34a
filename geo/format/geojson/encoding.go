package geojson

import (
	"bytes"
	"unicode/utf8"
)

var (
	byteOrderMark = []byte("\xef\xbb\xbf")
	utf16Little   = []byte("\xff\xfe")
	utf16Big      = []byte("\xfe\xff")
)

// isUTF16 reports whether a file that begins with head is in UTF-16, with a
// byte order mark or without.
func isUTF16(head []byte) bool {
	if bytes.HasPrefix(head, utf16Little) || bytes.HasPrefix(head, utf16Big) {
		return true
	}
	return len(head) > 1 && (head[0] == 0) != (head[1] == 0)
}

// looksGB reports whether text, which is not all UTF-8, is better taken as
// GB 18030: read as UTF-8 it breaks more often than it holds characters of
// three bytes and more, as the Chinese ones are. A name that another program
// cut in the middle of a character leaves a file UTF-8. Text may begin and end
// within a character.
func looksGB(text []byte) bool {
	if utf8.Valid(text) {
		return false
	}
	text = text[continuations(text):]
	broken, whole := 0, 0
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		switch {
		case r != utf8.RuneError || n > 1:
			if n > 2 {
				whole++
			}
		case utf8.FullRune(text):
			broken++
			n += continuations(text[n:])
		}
		text = text[n:]
	}
	return broken > whole
}

// continuations is how many bytes at the beginning of text, three at most, can
// only go on a character in UTF-8.
func continuations(text []byte) int {
	n := 0
	for n < min(len(text), 3) && !utf8.RuneStart(text[n]) {
		n++
	}
	return n
}
