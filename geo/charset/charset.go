// Package charset tells the encodings apart that Chinese texts come in.
package charset

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// LooksGB reports whether text, which is not all UTF-8, is better taken as
// GB 18030: read as UTF-8 it breaks more often than it holds characters of
// three bytes and more, as the Chinese ones are. A name that another program
// cut in the middle of a character leaves a file UTF-8. Text may begin and end
// within a character.
func LooksGB(text []byte) bool {
	if utf8.Valid(text) {
		return false
	}
	broken, whole := Count(text)
	return broken > whole
}

// Count reads text as UTF-8 and counts what belongs to no character, and the
// characters of three bytes and more. Text may begin and end within a character.
func Count(text []byte) (broken, whole int) {
	text = text[continuations(text):]
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
	return broken, whole
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

// GB is text in GB 18030, or in GBK and GB 2312, which it holds, turned into
// UTF-8. What belongs to no character becomes U+FFFD.
func GB(text []byte) []byte {
	utf, err := simplifiedchinese.GB18030.NewDecoder().Bytes(text)
	if err != nil {
		return text
	}
	return utf
}
