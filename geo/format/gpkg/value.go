package gpkg

import (
	"math/big"
	"strconv"

	"zhenjie/geo/feature"
)

// sort is what the values of a column have in common.
type sort int

const (
	unknown sort = iota // nothing but NULL
	boolean
	integer
	long // an integer that a float64 does not hold
	real
	text
)

// sortOf is the narrowest sort that keeps a value as it is.
func sortOf(a feature.Attribute) sort {
	switch a.Kind {
	case feature.Null:
		return unknown
	case feature.Bool:
		return boolean
	case feature.Number:
		if n, err := strconv.ParseInt(a.Text, 10, 64); err == nil && strconv.FormatInt(n, 10) == a.Text {
			if n > 1<<53 || n < -1<<53 {
				return long
			}
			return integer
		}
		if exact(a.Text) {
			return real
		}
	}
	return text
}

// exact reports whether a decimal comes back from a float64 with the same value.
func exact(s string) bool {
	const most = 40 // characters: an exponent could make a rational number huge
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || len(s) > most || x != 0 && (x < 1e-99 && x > -1e-99 || x > 1e99 || x < -1e99) {
		return false
	}
	was, ok := new(big.Rat).SetString(s)
	back, ok2 := new(big.Rat).SetString(strconv.FormatFloat(x, 'g', -1, 64))
	return ok && ok2 && was.Cmp(back) == 0
}

// with is the sort for values of both.
func (s sort) with(o sort) sort {
	switch {
	case s == unknown || s == o:
		return o
	case o == unknown:
		return s
	case min(s, o) == integer && max(s, o) != text:
		return max(s, o)
	}
	return text
}

// declared is the type of a column, OGC 12-128r18 table 1.
func (s sort) declared() string {
	switch s {
	case boolean:
		return "BOOLEAN"
	case integer, long:
		return "INTEGER"
	case real:
		return "REAL"
	}
	return "TEXT"
}

// valueOf is an attribute as a column of a type holds it.
func valueOf(a feature.Attribute, declared string) any {
	if a.Kind == feature.Null || a.Key == "" && a.Text == "" {
		return nil
	}
	switch declared {
	case "BOOLEAN":
		if a.Text == "true" {
			return 1
		}
		return 0
	case "INTEGER":
		if n, err := strconv.ParseInt(a.Text, 10, 64); err == nil {
			return n
		}
	case "REAL":
		if x, err := strconv.ParseFloat(a.Text, 64); err == nil {
			return x
		}
	}
	return a.Text
}
