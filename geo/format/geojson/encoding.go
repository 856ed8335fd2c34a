package geojson

import "bytes"

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
