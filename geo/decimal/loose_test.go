package decimal

import (
	"math"
	"strconv"
	"testing"
)

// TestLoose compares with strconv, which takes all of these.
func TestLoose(t *testing.T) {
	for s, length := range map[string]int{
		"1": 1, "-1.5": 4, "+1.5": 4, ".5": 2, "5.": 2, "-.5e3": 5, "007": 3, "00.25": 5, "1e5": 3, "1.e5": 4, "1E+05": 5,
		"113.123456789012345": 19, "1e": 1, "1.2.3": 3, "1-2": 1, "5.,": 2,
		"-": -1, "": -1, ".": -1, "+": -1, "e5": -1, "nan": -1, "Infinity": -1, "x": -1,
	} {
		x, end := Loose([]byte(s), 0)
		if end != length {
			t.Errorf("Loose(%q) ends at %d, want %d", s, end, length)
			continue
		}
		if length < 0 {
			continue
		}
		if want, _ := strconv.ParseFloat(s[:end], 64); math.Float64bits(x) != math.Float64bits(want) {
			t.Errorf("Loose(%q) = %v, want %v", s, x, want)
		}
	}
	if x, end := Loose([]byte("9e999"), 0); end != 5 || !math.IsInf(x, 1) {
		t.Errorf("beyond the range: %v, %d", x, end)
	}
}
