package dbf

import (
	"bytes"
	"encoding/binary"
	"math"
	"strconv"

	"zhenjie/geo/feature"
)

// Known reports whether values of the field's type can be read. Memos stand in
// a file of their own, and are not.
func (f Field) Known() bool {
	switch f.Type {
	case 'C', 'N', 'F', 'D', 'L':
		return true
	case 'I':
		return f.Width == 4
	case 'O', 'B':
		return f.Width == 8
	}
	return false
}

// IsText reports whether the field holds text in the table's encoding.
func (f Field) IsText() bool { return f.Type == 'C' }

// Trimmed is a field's bytes without the filling.
func (f Field) Trimmed(row []byte) []byte {
	return bytes.TrimRight(f.Raw(row), " \x00")
}

// Value reads a field; said turns text of the table's encoding into UTF-8. A
// number keeps its digits, a date becomes 2017-08-01.
func (f Field) Value(row []byte, said func([]byte) string) (feature.Kind, string) {
	raw := f.Raw(row)
	switch f.Type {
	case 'I':
		return feature.Number, strconv.Itoa(int(int32(binary.LittleEndian.Uint32(raw))))
	case 'O', 'B':
		return double(binary.LittleEndian.Uint64(raw))
	}
	raw = bytes.Trim(f.Trimmed(row), "\x00")
	if f.Type == 'C' {
		if len(raw) == 0 {
			return feature.Null, ""
		}
		return feature.Text, said(raw)
	}
	raw = bytes.TrimSpace(raw)
	switch f.Type {
	case 'L':
		return logical(raw)
	case 'D':
		return date(raw)
	}
	return number(raw)
}

func double(bits uint64) (feature.Kind, string) {
	x := math.Float64frombits(bits)
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return feature.Null, ""
	}
	return feature.Number, strconv.FormatFloat(x, 'g', -1, 64)
}

func logical(raw []byte) (feature.Kind, string) {
	switch string(raw) {
	case "T", "t", "Y", "y":
		return feature.Bool, "true"
	case "F", "f", "N", "n":
		return feature.Bool, "false"
	}
	return feature.Null, ""
}

func date(raw []byte) (feature.Kind, string) {
	s := string(raw)
	switch {
	case s == "" || s == "00000000" || s == "0":
		return feature.Null, ""
	case len(s) == 8 && digits(s):
		return feature.Text, s[:4] + "-" + s[4:6] + "-" + s[6:]
	}
	return feature.Text, printable(raw)
}

// number keeps the digits; stars are what is written for a number too wide.
func number(raw []byte) (feature.Kind, string) {
	if len(bytes.Trim(raw, "*")) == 0 {
		return feature.Null, ""
	}
	x, err := strconv.ParseFloat(string(raw), 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) || bytes.ContainsAny(raw, "_xX") {
		return feature.Text, printable(raw)
	}
	return feature.Number, string(raw)
}

func digits(s string) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// printable shows what should have been ASCII.
func printable(raw []byte) string {
	return string(bytes.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '?'
		}
		return r
	}, raw))
}
