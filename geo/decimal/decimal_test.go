package decimal

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// checkNumber compares with the standard library: json.Valid for the grammar,
// strconv for the value, to the bit.
func checkNumber(t *testing.T, s string) {
	t.Helper()
	x, end := Number([]byte(s), 0)
	whole := end == len(s)
	if want := json.Valid([]byte(s)); whole != want {
		t.Errorf("Number(%q) ends at %d; a JSON number: %v", s, end, want)
	}
	if !whole {
		return
	}
	if want, _ := strconv.ParseFloat(s, 64); math.Float64bits(x) != math.Float64bits(want) {
		t.Errorf("Number(%q) = %v, want %v", s, x, want)
	}
}

func TestNumber(t *testing.T) {
	for _, s := range []string{
		"0", "-0", "-0.0", "1", "-1", "12", "00", "01", "-", "-01", "1.", ".5", "+1", "1e", "1e+", "1e5", "1E-5", "0e0",
		"1.e5", "0.1", "113.12345678", "113.1234567", "113.123456789", "30.123456789012345", "113.123456789012345",
		"9007199254740991", "9007199254740992", "9007199254740993", "9007199254740993.0", "9007199254740993.5",
		"18446744073709551615", "18446744073709551616", "9999999999999999999", "1844674407370955161.5",
		"0.0000000000000000001", "0.00000000000000000001", "1e22", "1e23", "1e308", "1e309", "-1e309", "1e-400",
		"2.2250738585072014e-308", "4.9406564584124654e-324", "0.30000000000000004", "8.5", "123456789.123456789",
		"40512345.67890123456", "1.7976931348623157e308", "0.000000000000000000000000000000000000001",
	} {
		checkNumber(t, s)
	}
}

// TestNumberHalfway takes decimals next to the middle between two floats,
// where a wrongly kept remainder shows.
func TestNumberHalfway(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		m := rng.Uint64() >> rng.IntN(64)
		checkScaled(t, m, rng.IntN(20))
		f := uint64(1)<<53 | rng.Uint64N(1<<53)
		for _, m := range []uint64{f<<1 - 1, f << 1, f<<1 | 1} { // 54 bits: the last decides
			checkScaled(t, m<<rng.IntN(10), rng.IntN(20))
		}
	}
}

func checkScaled(t *testing.T, m uint64, places int) {
	t.Helper()
	want, err := strconv.ParseFloat(strconv.FormatUint(m, 10)+"e-"+strconv.Itoa(places), 64)
	if got := scaled(m, places); err != nil || got != want {
		t.Fatalf("scaled(%d, %d) = %v, want %v (%v)", m, places, got, want, err)
	}
}

func FuzzNumber(f *testing.F) {
	for _, s := range []string{"113.123456789012345", "-0", "1e22", "9007199254740993", "0.1e-7", "01", "1844674407370955161.5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) == 0 || s[0] != '-' && (s[0] < '0' || s[0] > '9') {
			return // json.Valid takes other values too
		}
		for _, c := range s {
			if strings.ContainsRune(" \t\r\n", c) || c > 0x7f {
				return // and white space behind a number
			}
		}
		checkNumber(t, s)
	})
}

func BenchmarkNumber(b *testing.B) {
	for _, s := range []string{"113.1234567", "30.123456789012345", "113.123456789012345678901"} {
		b.Run(s, func(b *testing.B) {
			text := []byte(s + ",")
			for b.Loop() {
				Number(text, 0)
			}
		})
	}
}
