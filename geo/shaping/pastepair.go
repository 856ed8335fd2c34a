package shaping

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"zhenjie/geo/coordtext"
)

// pair are the two coordinates found on a line.
type pair struct {
	line        int
	notation    Notation
	first, next value
	numbers     []value // of a line of columns, all of them
}

// value is one coordinate; axis is 'E', 'N' or 0 where nothing says which it is.
type value struct {
	number float64
	axis   byte
	whole  bool // written without a decimal point
}

// angle is an angle with its signs: degrees, minutes, seconds. What stands without a
// sign behind the minutes is seconds when it ends there. decimal is one of mere
// digits, and letter the side of the earth.
const (
	angle   = `([+-]?\d{1,3}(?:\.\d{1,15})?)\s*°\s*(?:(\d{1,2}(?:\.\d{1,15})?)\s*'\s*(?:(\d{1,2}(?:\.\d{1,15})?)(?:\s*"|[\s,)]|$)\s*)?)?`
	decimal = `([+-]?\d{1,3}\.\d{1,15})`
	letter  = `([EWNS])`
	is      = `[\s:=]*`
)

// written are the ways to write an angle with signs or letters, and where in a
// match its parts are: letter, degrees, minutes, seconds; 0 for none.
var written = []struct {
	pair  *regexp.Regexp
	a, b  [4]int
	signs bool // the line has degree signs
}{
	{regexp.MustCompile(`\b` + letter + is + angle + `[\s,]*` + letter + is + angle), [4]int{1, 2, 3, 4}, [4]int{5, 6, 7, 8}, true},
	{regexp.MustCompile(angle + letter + `?[\s,]*` + angle + letter + `?`), [4]int{4, 1, 2, 3}, [4]int{8, 5, 6, 7}, true},
	{regexp.MustCompile(`(?:^|[\s,(\[])` + letter + is + decimal + `[\s,]+` + letter + is + decimal), [4]int{1, 2}, [4]int{3, 4}, false},
	{regexp.MustCompile(`(?:^|[\s,(\[])` + decimal + `\s*` + letter + `[\s,]+` + decimal + `\s*` + letter), [4]int{2, 1}, [4]int{4, 3}, false},
}

// besides is a letter right behind a number.
var besides = regexp.MustCompile(`(\d)([EWNS])`)

// numeric is a number of a column, perhaps with the axis before and the unit behind.
var numeric = regexp.MustCompile(`^(?:[XYBLNEH]|东|北)?[:=]?([+-]?\d{1,9}(?:\.\d{0,15})?)(?:M|米)?$`)

// readPair finds the two coordinates of a line made plain; none in one that is too
// long.
func readPair(line string, number int) (p pair, ok bool) {
	if len(line) > mostLine {
		return pair{}, false
	}
	signs := strings.Contains(line, "°")
	if signs || strings.ContainsAny(line, "EWNS") {
		p, ok = readLetters(line, signs)
	}
	if !ok && !signs {
		p, ok = columns(line)
	}
	p.line = number
	return p, ok
}

// readLetters finds two coordinates with degree signs or letters.
func readLetters(line string, signs bool) (pair, bool) {
	if !signs {
		line = strings.ReplaceAll(line, `"`, " ") // JSON's
	}
	line = besides.ReplaceAllString(line, "$1 $2")
	for _, w := range written {
		if w.signs != signs {
			continue
		}
		if m := w.pair.FindStringSubmatch(line); m != nil {
			return lettered(m, w.a, w.b)
		}
	}
	return pair{}, false
}

// lettered makes a pair of a match; the places of its parts are those of written.
func lettered(m []string, first, next [4]int) (pair, bool) {
	m[0] = ""
	part := func(at [4]int) (value, bool) { return angleOf(m[at[0]], m[at[1]], m[at[2]], m[at[3]]) }
	a, okA := part(first)
	b, okB := part(next)
	p := pair{notation: DecimalDegrees, first: a, next: b}
	if m[first[2]] != "" || m[next[2]] != "" {
		p.notation = Sexagesimal
	}
	return p, okA && okB && (a.axis == 0 || a.axis != b.axis)
}

// angleOf is a coordinate of the parts of an angle.
func angleOf(letter, degrees, minutes, seconds string) (value, bool) {
	a, ok := coordtext.OfParts(letter, degrees, minutes, seconds)
	return value{number: a.Degrees, axis: a.Axis}, ok
}

// columns reads a line of bare numbers: the first two neighbours that can be the
// coordinates of a point in China, or the only two if they can be degrees.
func columns(line string) (pair, bool) {
	numbers := numbersOf(line)
	for i := range numbers {
		if p, ok := pairAt(numbers, i); ok {
			return p, true
		}
	}
	if len(numbers) == 2 && math.Abs(numbers[0].number) <= 180 && math.Abs(numbers[1].number) <= 180 {
		return pair{notation: DecimalDegrees, first: numbers[0], next: numbers[1], numbers: numbers}, true
	}
	return pair{}, false
}

// pairAt is the pair that begins with number i of a line, if it is one.
func pairAt(numbers []value, i int) (pair, bool) {
	if i+1 >= len(numbers) {
		return pair{}, false
	}
	n, ok := notationOf(numbers[i].number, numbers[i+1].number)
	return pair{notation: n, first: numbers[i], next: numbers[i+1], numbers: numbers}, ok
}

// all are the points of a line on which nothing but points stand, one after the
// other; of any other the one.
func (p pair) all() []pair {
	n := len(p.numbers)
	if n < 4 || n%2 != 0 {
		return []pair{p}
	}
	var out []pair
	first, _ := p.northFirst()
	for i := 0; i < n; i += 2 {
		next, ok := pairAt(p.numbers, i)
		if order, _ := next.northFirst(); !ok || next.notation != p.notation || order != first {
			return []pair{p}
		}
		next.line, next.numbers = p.line, nil
		out = append(out, next)
	}
	return out
}

// numbersOf returns the first run of numbers among the fields of a line. Text before them is a name, text behind them no matter.
func numbersOf(line string) []value {
	var numbers []value
	fields := strings.FieldsFunc(glued.Replace(line), func(r rune) bool { return strings.ContainsRune(" ,()[]{}", r) })
	for i, f := range fields {
		m := numeric.FindStringSubmatch(f)
		switch {
		case m == nil && len(numbers) > 0:
			return numbers
		case m == nil, i == 0 && isName(f, m[1]):
			continue
		}
		x, _ := strconv.ParseFloat(m[1], 64)
		numbers = append(numbers, value{number: x, whole: !strings.Contains(m[1], ".")})
	}
	return numbers
}

// isName tells a point's name from a number with its letter: N1 and 1. are names,
// X=3342512 and N30.2 are not.
func isName(field, digits string) bool {
	return strings.HasSuffix(digits, ".") || field != digits && !strings.ContainsAny(field, ":=.米")
}

// glued joins what people put spaces into.
var glued = strings.NewReplacer(" :", ":", ": ", ":", " =", "=", "= ", "=")

// hasNumbers reports whether a line that is no point looks as if it should be one.
func hasNumbers(line string) bool {
	return len(numbersOf(line)) >= 2 || strings.Count(line, "°") >= 2
}

// notationOf tells what two numbers in either order can be: degrees in China or
// metres of one of its zones.
func notationOf(a, b float64) (Notation, bool) {
	switch {
	case coordtext.InChina(a, b) || coordtext.InChina(b, a):
		return DecimalDegrees, true
	case coordtext.IsNorthing(a) && coordtext.IsEasting(b) || coordtext.IsNorthing(b) && coordtext.IsEasting(a):
		return Metres, true
	}
	return 0, false
}
