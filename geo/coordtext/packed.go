package coordtext

import "strings"

// ParsePacked reads degrees, minutes and seconds written as one number:
// 301520.5 and 1200724.44 are 30°15′20.5″ and 120°07′24.44″. Two digits are
// seconds, two minutes, and one to three degrees.
func ParsePacked(text string) (Angle, bool) {
	whole, fraction, _ := strings.Cut(text, ".")
	n := len(whole)
	if n < 5 || n > 7 || !allDigits(whole) || !allDigits(fraction) {
		return Angle{}, false
	}
	seconds := whole[n-2:]
	if fraction != "" {
		seconds += "." + fraction
	}
	return OfParts("", whole[:n-4], whole[n-4:n-2], seconds)
}

// ParsePointed reads degrees, minutes and seconds as survey instruments show
// them: 30.15205 is 30°15′20.5″, two digits behind the point being minutes, two
// seconds, and the rest decimals of a second.
func ParsePointed(text string) (Angle, bool) {
	degrees, fraction, _ := strings.Cut(text, ".")
	if len(degrees) < 1 || len(degrees) > 3 || !allDigits(degrees) || !allDigits(fraction) {
		return Angle{}, false
	}
	for len(fraction) < 4 {
		fraction += "0"
	}
	seconds := fraction[2:4]
	if len(fraction) > 4 {
		seconds += "." + fraction[4:]
	}
	return OfParts("", degrees, fraction[:2], seconds)
}

func allDigits(s string) bool {
	return len(s) <= 20 && strings.Trim(s, "0123456789") == ""
}
