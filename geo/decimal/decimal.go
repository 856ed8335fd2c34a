// Package decimal reads numbers out of the text of files, many millions of them.
package decimal

import (
	"encoding/binary"
	"math"
	"math/bits"
	"strconv"
)

// Number reads the JSON number at b[i:], correctly rounded, as strconv does.
// It returns the place behind it, -1 when there is no number, and an infinity
// for one beyond the range of float64.
func Number(b []byte, i int) (x float64, end int) {
	start := i
	if i < len(b) && b[i] == '-' {
		i++
	}
	first := i
	var m uint64 // all digits as one integer; means nothing from 20 digits on
	for i < len(b) && b[i]-'0' <= 9 {
		m = m*10 + uint64(b[i]-'0')
		i++
	}
	digits := i - first
	if digits == 0 || digits > 1 && b[first] == '0' {
		return 0, -1
	}
	places := 0
	if i < len(b) && b[i] == '.' {
		point := i
		m, i = fraction(b, i+1, m)
		if places = i - point - 1; places == 0 {
			return 0, -1
		}
	}
	if i < len(b) && b[i]|0x20 == 'e' {
		if i = exponent(b, i+1); i < 0 {
			return 0, -1
		}
		return slow(b[start:i]), i
	}
	if digits+places > 19 {
		return slow(b[start:i]), i
	}
	x = scaled(m, places)
	if b[start] == '-' {
		x = -x
	}
	return x, i
}

// fraction reads the digits behind the point onto m, eight at a time.
func fraction(b []byte, i int, m uint64) (uint64, int) {
	for i+8 <= len(b) {
		w := binary.LittleEndian.Uint64(b[i:])
		if !eightDigits(w) {
			break
		}
		m = m*1e8 + eight(w)
		i += 8
	}
	for i < len(b) && b[i]-'0' <= 9 {
		m = m*10 + uint64(b[i]-'0')
		i++
	}
	return m, i
}

// eightDigits reports whether each byte of w is one of '0' … '9'.
func eightDigits(w uint64) bool {
	const high, low = 0xf0f0f0f0f0f0f0f0, 0x3030303030303030
	return w&high == low && (w+0x0606060606060606)&high == low
}

// eight is the value of eight digits, the first in the lowest byte: pairs,
// then fours, then all are summed within the word.
// D. Lemire, Number Parsing at a Gigabyte per Second (2021), section 6.
func eight(w uint64) uint64 {
	w -= 0x3030303030303030
	w = w*10 + w>>8
	const mask = 0x000000ff000000ff
	return (w&mask*(100+1000000<<32) + w>>16&mask*(1+10000<<32)) >> 32
}

func exponent(b []byte, i int) (end int) {
	if i < len(b) && (b[i] == '+' || b[i] == '-') {
		i++
	}
	first := i
	for i < len(b) && b[i]-'0' <= 9 {
		i++
	}
	if i == first {
		return -1
	}
	return i
}

// slow parses what Number has found to be a number.
func slow(b []byte) float64 {
	x, _ := strconv.ParseFloat(string(b), 64) // out of range: an infinity
	return x
}

var tens = [20]uint64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
}

// floatTens are the same as float64, which holds powers of ten up to 22 exactly.
var floatTens = [20]float64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
}

// scaled returns m / 10^places, correctly rounded; 0 ≤ places ≤ 19. Up to m = 2^53
// both are exact as float64 and one division rounds once.
func scaled(m uint64, places int) float64 {
	if m <= 1<<53 {
		return float64(int64(m)) / floatTens[places] // from int64 it is one instruction
	}
	return scaledLong(m, places)
}

// scaledLong is scaled for m > 2^53. Both are shifted to 64 bits, the quotient of
// integers has at least 62 bits, and a remainder is kept as its lowest bit, below
// every bit that rounding to 53 looks at but for being zero or not.
func scaledLong(m uint64, places int) float64 {
	d := tens[places]
	up, down := bits.LeadingZeros64(m), bits.LeadingZeros64(d)
	n := m << up
	q, rest := bits.Div64(n>>1, n<<63, d<<down)
	if rest != 0 {
		q |= 1
	}
	return math.Ldexp(float64(q), down-up-63)
}
