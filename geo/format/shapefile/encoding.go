package shapefile

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"zhenjie/geo/charset"
	"zhenjie/geo/format/shapefile/internal/dbf"
)

// textEncoding is how a table's texts are written; the zero value takes each
// text by itself as UTF-8 if it is, as GB 18030 if not.
type textEncoding struct {
	name string
	enc  encoding.Encoding
}

var (
	inUTF8 = textEncoding{"UTF-8", unicode.UTF8}
	inGB   = textEncoding{"GB 18030", simplifiedchinese.GB18030} // GBK and GB 2312 are part of it
)

// codePages are encodings by the numbers that Windows and .cpg files have for
// them.
var codePages = map[string]textEncoding{
	"65001": inUTF8, "936": inGB, "54936": inGB, "20936": inGB, "950": {"Big5", traditionalchinese.Big5},
	"932": {"Shift JIS", japanese.ShiftJIS}, "949": {"EUC-KR", korean.EUCKR},
	"437": {"CP437", charmap.CodePage437}, "850": {"CP850", charmap.CodePage850}, "852": {"CP852", charmap.CodePage852},
	"866": {"CP866", charmap.CodePage866}, "1250": {"Windows-1250", charmap.Windows1250}, "1251": {"Windows-1251", charmap.Windows1251},
	"1252": {"Windows-1252", charmap.Windows1252}, "28591": {"ISO 8859-1", charmap.ISO8859_1}, "88591": {"ISO 8859-1", charmap.ISO8859_1},
}

// languages are the code pages that the language byte of a dBase header stands
// for. 0x57, Windows-1252, is left out: programs write it whatever the text is in.
var languages = map[byte]string{
	0x4d: "936", 0x7a: "936", 0x4f: "950", 0x78: "950", 0x13: "932", 0x7b: "932", 0x4e: "949", 0x79: "949",
	0x01: "437", 0x02: "850", 0x64: "852", 0x65: "866", 0xc8: "1250", 0xc9: "1251",
}

// byName finds the encoding that a .cpg names.
func byName(name string) (textEncoding, bool) {
	name = strings.ToLower(strings.Trim(name, "\ufeff\x00 \t\r\n"))
	number := strings.TrimLeft(name, "abcdefghijklmnopqrstuvwxyz -_:")
	if e, ok := codePages[strings.ReplaceAll(number, "-", "")]; ok {
		return e, true
	}
	if strings.HasPrefix(name, "gb") {
		return inGB, true
	}
	if strings.ReplaceAll(name, "-", "") == "utf8" {
		return inUTF8, true
	}
	if enc, err := htmlindex.Get(name); err == nil && name != "" {
		return textEncoding{strings.ToUpper(name), enc}, true
	}
	return textEncoding{}, false
}

// declaredEncoding is what the .cpg, or else the .dbf itself, says.
func (l *layer) declaredEncoding(cpg *member) (e textEncoding, by string, err error) {
	if cpg != nil {
		text, err := cpg.small()
		if err != nil {
			return e, "", err
		}
		if e, ok := byName(string(text)); ok {
			return e, ".cpg", nil
		}
		l.note("shapefile.note.cpg_unknown", "name", shorten(string(text)))
	}
	return codePages[languages[l.table.Language]], ".dbf", nil
}

// heard is what the texts of a table tell of their encoding.
type heard struct {
	other         bool // anything but ASCII
	broken, whole int  // as charset.Count has it
}

// hear reads the beginning of a table for it.
func hear(m *member) (h heard, err error) {
	in, err := m.open()
	if err != nil {
		return h, err
	}
	defer in.Close()
	r := bufio.NewReaderSize(in, 1<<18)
	t, err := dbf.ReadHeader(r)
	if err != nil {
		return h, err
	}
	for _, f := range t.Fields {
		h.add(f.Name)
	}
	const most = 4 << 20
	row := make([]byte, t.RowBytes)
	for n := 0; n < t.Rows && n*t.RowBytes < most; n++ {
		if _, err := io.ReadFull(r, row); err != nil {
			break // told of when that row's turn comes
		}
		for _, f := range t.Fields {
			if f.IsText() {
				h.add(f.Trimmed(row))
			}
		}
	}
	return h, nil
}

func (h *heard) add(text []byte) {
	if isASCII(text) {
		return
	}
	h.other = true
	// A field begins with a whole character: behind a space no beginning is lost.
	broken, whole := charset.Count(append([]byte{' '}, text...))
	h.broken += broken
	h.whole += whole
}

func isASCII(text []byte) bool {
	for _, b := range text {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// chooseEncoding weighs what is declared against what the texts are. So many
// Chinese characters without a fault are UTF-8, whatever is declared.
func (l *layer) chooseEncoding(declared textEncoding, by string, h heard) textEncoding {
	const enough = 4
	found := inUTF8
	if h.broken > h.whole {
		found = inGB
	}
	switch {
	case !h.other:
		return declared
	case declared.enc == nil:
		l.note("shapefile.note.encoding_detected", "encoding", found.name)
		return found
	case declared.name == inUTF8.name && found == inGB,
		declared.name != inUTF8.name && h.broken == 0 && h.whole >= enough:
		l.note("shapefile.note.encoding_overruled", "declared", declared.name, "file", by, "encoding", found.name)
		return found
	}
	l.note("shapefile.note.encoding_declared", "encoding", declared.name, "file", by)
	return declared
}

// say turns text of the table into UTF-8; whole is false when something in it
// belonged to no character. A character cut at the end of a field is dropped.
func (e textEncoding) say(raw []byte) (text string, whole bool) {
	if isASCII(raw) {
		return string(raw), true
	}
	switch {
	case e.enc == nil && !utf8.Valid(raw), e == inGB:
		raw = charset.GB(raw)
	case e.enc != nil && e != inUTF8:
		if utf, err := e.enc.NewDecoder().Bytes(raw); err == nil {
			raw = utf
		}
	}
	raw = bytes.ToValidUTF8(raw, []byte("\uFFFD"))
	text = strings.TrimSuffix(string(raw), "\uFFFD")
	return text, !strings.Contains(text, "\uFFFD")
}

// shorten keeps a text from a file short enough for a sentence.
func shorten(s string) string {
	const most = 40
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
