package lines

import (
	"bytes"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// UTF8 is text as it is, or turned into UTF-8 where it begins with the byte order
// mark of UTF-16. The mark of UTF-8 is taken off. changed says that places in the
// text are not those of the file.
func UTF8(in io.Reader) (text io.Reader, changed bool) {
	var head [3]byte
	n, _ := io.ReadFull(in, head[:])
	begin := head[:n]
	whole := io.MultiReader(bytes.NewReader(begin), in)
	switch {
	case bytes.Equal(begin, []byte("\xef\xbb\xbf")):
		return in, true
	case bytes.HasPrefix(begin, []byte("\xff\xfe")), bytes.HasPrefix(begin, []byte("\xfe\xff")):
		return transform.NewReader(whole, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()), true
	}
	return whole, false
}
