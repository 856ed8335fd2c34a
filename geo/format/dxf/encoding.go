package dxf

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/traditionalchinese"

	"zhenjie/geo/charset"
)

// encoding is the one of a file's texts.
type encoding int

const (
	utf8Texts encoding = iota
	gbTexts
	big5Texts
)

// encoding finds out how the file's texts are encoded; assumed says that the
// file says something else, or nothing.
func (d *drawing) encoding() (e encoding, assumed bool) {
	declared, known := d.header.encoding()
	broken, whole := charset.Count(d.texts)
	switch {
	case len(d.texts) == 0 || d.header.ours:
		return declared, false
	case broken == 0 && whole > 0: // no other encoding looks like that by chance
		return utf8Texts, known && declared != utf8Texts
	case known && declared != utf8Texts:
		return declared, false
	case charset.LooksGB(d.texts):
		return gbTexts, true
	}
	return utf8Texts, false
}

func (h header) encoding() (e encoding, known bool) {
	const utf8Since = "AC1021" // of AutoCAD 2007
	if strings.HasPrefix(h.version, "AC") && h.version >= utf8Since {
		return utf8Texts, true
	}
	switch strings.ToUpper(h.codePage) {
	case "ANSI_936", "GB2312", "GBK":
		return gbTexts, true
	case "ANSI_950", "BIG5":
		return big5Texts, true
	case "UTF-8", "UTF8":
		return utf8Texts, true
	}
	return utf8Texts, false
}

// decode is a text of the file in UTF-8, its escapes resolved.
func (e encoding) decode(raw []byte) string {
	s := string(raw)
	switch e {
	case gbTexts:
		s = string(charset.GB(raw))
	case big5Texts:
		if b, err := traditionalchinese.Big5.NewDecoder().Bytes(raw); err == nil {
			s = string(b)
		}
	}
	return unescape(strings.ToValidUTF8(s, string(utf8.RuneError)))
}

// unescape resolves \U+XXXX, a character of UTF-16, and \M+nXXXX, a character
// of an Asian encoding; of those only the Chinese ones, 2 and 5.
func unescape(s string) string {
	if !strings.Contains(s, `\U+`) && !strings.Contains(s, `\M+`) {
		return s
	}
	var out strings.Builder
	for len(s) > 0 {
		if r, n := escaped(s); n > 0 {
			out.WriteString(r)
			s = s[n:]
			continue
		}
		out.WriteByte(s[0])
		s = s[1:]
	}
	return out.String()
}

// escaped is the character that an escape at the beginning of s stands for, and
// the escape's length; 0 when there is none.
func escaped(s string) (string, int) {
	if r, ok := hexAfter(s, `\U+`); ok {
		if utf16.IsSurrogate(rune(r)) && len(s) > 7 {
			if low, ok := hexAfter(s[7:], `\U+`); ok {
				return string(utf16.DecodeRune(rune(r), rune(low))), 14
			}
		}
		return string(rune(r)), 7
	}
	for prefix, e := range map[string]encoding{`\M+5`: gbTexts, `\M+2`: big5Texts} {
		if n, ok := hexAfter(s, prefix); ok {
			return e.decode([]byte{byte(n >> 8), byte(n)}), 8
		}
	}
	return "", 0
}

// hexAfter is the number of four hexadecimal digits behind a prefix.
func hexAfter(s, prefix string) (uint64, bool) {
	if !strings.HasPrefix(s, prefix) || len(s) < len(prefix)+4 {
		return 0, false
	}
	n, err := strconv.ParseUint(s[len(prefix):len(prefix)+4], 16, 16)
	return n, err == nil
}
