package table

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

// sheetName makes a name for the sheet of a layer that no other has, which Excel
// compares without regard to capitals.
func sheetName(layer string, taken map[string]bool) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`:\/?*[]`, r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(layer, "_"))
	if name = strings.Trim(name, "' "); name == "" {
		name = "界址点"
	}
	for n := 1; ; n++ {
		suffix := ""
		if n > 1 {
			suffix = " " + strconv.Itoa(n)
		}
		one := cut(name, 31-len(suffix)) + suffix
		if key := strings.ToLower(one); !taken[key] {
			taken[key] = true
			return one
		}
	}
}

// cut is the beginning of a text, of at most that many units of UTF-16.
func cut(text string, most int) string {
	n := 0
	for i, r := range text {
		if n += utf16.RuneLen(r); n > most {
			return text[:i]
		}
	}
	return text
}
