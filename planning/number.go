package planning

import (
	"math/big"
	"regexp"
	"strings"

	"golang.org/x/text/width"

	"zhenjie/geo"
)

// Plain is what was typed with an input method, without its full-width digits,
// letters and signs and without spaces round it; 。 is the decimal point of
// numbers typed in Chinese.
func Plain(text string) string {
	return strings.NewReplacer("。", ".", "\u00a0", " ").Replace(strings.TrimSpace(width.Fold.String(text)))
}

// ParseNumber reads a decimal number as people type it: "0.5", "1,003.5",
// "１２。５". It takes no exponents, and commas only between thousands.
func ParseNumber(text string) (float64, error) {
	r, ok := exact(Plain(text))
	if !ok {
		return 0, geo.BadInput(geo.At{}, "number.unreadable", "text", text)
	}
	x, _ := r.Float64()
	return x, nil
}

// thousands is a number whose thousands are set apart. A comma anywhere else is a
// slip, or a decimal comma: "3,6" must not become 36.
var thousands = regexp.MustCompile(`^[+-]?\d{1,3}([, ]\d{3})+(\.\d*)?$`)

// exact reads a plain decimal number. Rat by itself reads exponents and
// fractions too, and 1e999999999 would never end.
func exact(number string) (*big.Rat, bool) {
	number = strings.TrimSpace(number)
	if thousands.MatchString(number) {
		number = strings.NewReplacer(",", "", " ", "").Replace(number)
	}
	if len(number) > 40 || strings.Trim(number, "+-.0123456789") != "" {
		return nil, false
	}
	return new(big.Rat).SetString(number)
}
