package workbook

import (
	"context"
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// readStrings reads the texts that cells share.
func (b *Book) readStrings(part string) error {
	return b.with(context.Background(), part, func(r io.Reader) error {
		d := xml.NewDecoder(r)
		for {
			t, err := d.Token()
			if err == io.EOF {
				return nil
			}
			if err != nil {
				return err
			}
			if e, ok := t.(xml.StartElement); ok && e.Name.Local == "si" {
				text, err := richText(d)
				if err != nil {
					return err
				}
				b.strings = append(b.strings, text)
			}
		}
	})
}

// richText reads the inside of an element that holds text in runs, up to its
// end, without the phonetic signs above.
func richText(d *xml.Decoder) (string, error) {
	var b strings.Builder
	depth, within, phonetic := 1, false, 0
	for depth > 0 {
		t, err := d.Token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			within = t.Name.Local == "t"
			if t.Name.Local == "rPh" && phonetic == 0 {
				phonetic = depth
			}
		case xml.EndElement:
			if depth == phonetic {
				phonetic = 0
			}
			depth--
			within = false
		case xml.CharData:
			if within && phonetic == 0 {
				b.Write(t)
			}
		}
	}
	return unescape(b.String()), nil
}

// escaped is a character that XML cannot hold as it is (ECMA-376 part 1,
// 22.9.2.19, ST_Xstring).
var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescape reads such characters; two that are halves of one are joined.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	var half []uint16
	flush := func() {
		b.WriteString(string(utf16.Decode(half)))
		half = half[:0]
	}
	at := 0
	for _, m := range escaped.FindAllStringIndex(s, -1) {
		if m[0] > at {
			flush()
			b.WriteString(s[at:m[0]])
		}
		code, _ := strconv.ParseUint(s[m[0]+2:m[1]-1], 16, 16)
		half = append(half, uint16(code))
		at = m[1]
	}
	flush()
	return b.String() + s[at:]
}
