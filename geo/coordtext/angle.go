package coordtext

import (
	"math"
	"strconv"
	"strings"
)

// Angle is a longitude or latitude as read from text.
type Angle struct {
	Degrees float64
	Axis    byte // 'E' or 'N' where a letter says which it is, 0 otherwise
	Minutes bool // written with minutes
}

// ParseAngle reads a text that is one angle and nothing else: degrees, with or
// without minutes and seconds, a sign or the side of the earth before or behind:
//
//	120.1234567   −33.5   30.5°N   北纬30.5度
//	30°15′20.5″   30º15.5'   30 15 20.5   30-15-20.5   30:15:20.5
//	N30 15 20.5   东经120度7分24.44秒   120°07'24.44''E
//
// Only the last part may have a fraction; sixty minutes or seconds are a slip of
// the pen. ok is false for everything else.
func ParseAngle(text string) (a Angle, ok bool) {
	rest := strings.TrimSpace(Plain(text))
	letter, rest := side(rest)
	minus := strings.HasPrefix(rest, "-")
	if minus || strings.HasPrefix(rest, "+") {
		rest = rest[1:]
	}
	var parts [3]string
	for i := range parts {
		parts[i], rest = digits(rest)
		if parts[i] == "" {
			return Angle{}, false
		}
		var more bool
		if rest, more = behind(rest, i); !more {
			break
		}
	}
	if rest != "" {
		return Angle{}, false
	}
	if minus {
		parts[0] = "-" + parts[0]
	}
	return OfParts(letter, parts[0], parts[1], parts[2])
}

// side takes the letter of a side of the earth off the beginning or the end.
func side(text string) (letter, rest string) {
	const letters, between = "EWNS", " :="
	switch {
	case text == "":
		return "", ""
	case strings.ContainsRune(letters, rune(text[0])):
		return text[:1], strings.TrimLeft(text[1:], between)
	case strings.ContainsRune(letters, rune(text[len(text)-1])):
		return text[len(text)-1:], strings.TrimRight(text[:len(text)-1], " ")
	}
	return "", text
}

// digits takes a decimal number without a sign off the beginning of a text.
func digits(text string) (number, rest string) {
	const most = 24 // bytes
	i, points := 0, 0
	for i < len(text) && (text[i] >= '0' && text[i] <= '9' || text[i] == '.') {
		if text[i] == '.' {
			points++
		}
		i++
	}
	if i == 0 || i > most || points > 1 || text[0] == '.' {
		return "", text
	}
	return text[:i], text[i:]
}

// behind takes the sign of part i off the beginning of a text; more says that
// another part follows.
func behind(text string, i int) (rest string, more bool) {
	trimmed := strings.TrimLeft(text, " ")
	sign := [...]string{"°", "'", `"`}[i]
	rest, signed := strings.CutPrefix(trimmed, sign)
	if !signed {
		rest = strings.TrimLeft(trimmed, ":-")
		signed = len(trimmed)-len(rest) == 1 && rest != "" && len(trimmed) == len(text)
		if !signed {
			rest = trimmed
		}
	}
	apart := signed || len(trimmed) < len(text)
	rest = strings.TrimLeft(rest, " ")
	return rest, apart && rest != "" && i < 2
}

// OfParts is an angle of degrees, minutes and seconds, "" where there are none,
// with the letter of its side of the earth, E, W, N, S or "". They are decimal
// numbers, the degrees perhaps with a sign; only the last may have decimals.
func OfParts(letter, degrees, minutes, seconds string) (a Angle, ok bool) {
	if minutes != "" && strings.Contains(degrees, ".") || seconds != "" && strings.Contains(minutes, ".") {
		return Angle{}, false
	}
	d, err := strconv.ParseFloat(degrees, 64)
	m, _ := strconv.ParseFloat("0"+minutes, 64)
	s, _ := strconv.ParseFloat("0"+seconds, 64)
	if err != nil || m >= 60 || s >= 60 {
		return Angle{}, false
	}
	a = Angle{Degrees: math.Copysign(math.Abs(d)+(m+s/60)/60, d), Minutes: minutes != ""}
	switch letter {
	case "E", "W":
		a.Axis = 'E'
	case "N", "S":
		a.Axis = 'N'
	}
	if letter == "W" || letter == "S" {
		if math.Signbit(d) {
			return Angle{}, false // −120° W says two things
		}
		a.Degrees = -a.Degrees
	}
	return a, true
}
