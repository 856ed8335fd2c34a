package kml

import (
	"bufio"
	"bytes"
	"io"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/charset"
)

var byteOrderMark = []byte("\xef\xbb\xbf")

// headSize is how much of a file its encoding is judged on.
const headSize = 64 << 10

// utf8Reader reads a file as UTF-8. The encoding is that of a byte order mark,
// or else the one declared, unless the texts cannot be in it. As is says that the
// bytes are the file's own.
func utf8Reader(in io.Reader) (out io.Reader, asIs bool, notes []words.Text, err error) {
	text := bufio.NewReaderSize(in, headSize)
	head, err := text.Peek(headSize)
	if err != nil && err != io.EOF && err != bufio.ErrBufferFull {
		return nil, false, nil, geo.BadInput(geo.At{}, "file.unreadable", "error", err.Error())
	}
	enc, skip, notes := encodingOf(head)
	_, _ = text.Discard(skip)
	if enc == nil {
		return text, skip == 0, notes, nil
	}
	return transform.NewReader(text, enc.NewDecoder()), false, notes, nil
}

// utf8Of is the beginning of a file in UTF-8, as far as it can be read.
func utf8Of(head []byte) []byte {
	enc, skip, _ := encodingOf(head)
	if enc == nil {
		return head[skip:]
	}
	text, _ := enc.NewDecoder().Bytes(head)
	return text
}

// encodingOf finds the encoding of a file that begins with head, nil for UTF-8,
// and how many bytes of it are a mark.
func encodingOf(head []byte) (enc encoding.Encoding, skip int, notes []words.Text) {
	switch {
	case bytes.HasPrefix(head, byteOrderMark):
		return nil, len(byteOrderMark), nil
	case bytes.HasPrefix(head, []byte("\xff\xfe")), len(head) > 1 && head[0] == '<' && head[1] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), 0, nil
	case bytes.HasPrefix(head, []byte("\xfe\xff")), len(head) > 1 && head[0] == 0 && head[1] == '<':
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), 0, nil
	}
	gb := charset.LooksGB(head)
	switch name := declaredEncoding(head); {
	case strings.HasPrefix(name, "gb") && (gb || !isUTF8Chinese(head)):
		return simplifiedchinese.GB18030, 0, nil
	case strings.HasPrefix(name, "gb"):
		return nil, 0, []words.Text{words.Say("kml.note.encoding_overruled", "declared", name, "encoding", "UTF-8")}
	case gb:
		return simplifiedchinese.GB18030, 0, []words.Text{words.Say("kml.note.gb18030")}
	}
	return nil, 0, nil
}

// isUTF8Chinese reports whether head holds characters of three bytes and more,
// and hardly anything that is not UTF-8.
func isUTF8Chinese(head []byte) bool {
	broken, whole := charset.Count(head)
	return whole > broken
}

// declaredEncoding is what the XML declaration names, in small letters.
func declaredEncoding(head []byte) string {
	if !bytes.HasPrefix(head, []byte("<?xml")) {
		return ""
	}
	end := bytes.Index(head, []byte("?>"))
	if end < 0 {
		return ""
	}
	return strings.ToLower(attribute(head[len("<?xml"):end], "encoding"))
}
