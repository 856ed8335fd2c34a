package workbook

import (
	"strconv"
	"strings"
)

// The size of a sheet in every program that writes one.
const (
	lastRow    = 1 << 20
	lastColumn = 1 << 14
)

// Ref is the name of a cell, such as D7, of a row from 1 and a column from 0.
func Ref(row, column int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name + strconv.Itoa(row)
}

// parseRef reads what Ref writes, dollars or not.
func parseRef(s string) (row, column int, ok bool) {
	s = strings.ReplaceAll(s, "$", "")
	letters := strings.TrimRight(s, "0123456789")
	if letters == "" || len(letters) > 3 {
		return 0, 0, false
	}
	for _, r := range strings.ToUpper(letters) {
		if r < 'A' || r > 'Z' {
			return 0, 0, false
		}
		column = column*26 + int(r-'A') + 1
	}
	row, err := strconv.Atoi(s[len(letters):])
	return row, column - 1, err == nil && row >= 1 && row <= lastRow && column <= lastColumn
}

func parseRange(s string) (r Range, ok bool) {
	from, to, found := strings.Cut(s, ":")
	if !found {
		return r, false
	}
	var a, b bool
	r.Top, r.Left, a = parseRef(from)
	r.Bottom, r.Right, b = parseRef(to)
	return r, a && b && r.Top <= r.Bottom && r.Left <= r.Right
}
