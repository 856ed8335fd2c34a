package planning

import (
	"math/big"
	"strings"

	"zhenjie/geo"
)

// ParseShare reads a share in percent as people type it: "35", "35.25%",
// "３５％". The empty text is no share. A share is exact to a hundredth of a
// percent; what is finer is refused, not rounded.
func ParseShare(text string) (BasisPoints, error) {
	typed := strings.TrimSpace(strings.TrimSuffix(Plain(text), "%"))
	if typed == "" {
		return 0, nil
	}
	r, ok := exact(typed)
	if !ok {
		return 0, geo.BadInput(geo.At{}, "share.unreadable", "text", text)
	}
	r.Mul(r, big.NewRat(100, 1))
	switch {
	case r.Sign() < 0 || r.Cmp(big.NewRat(int64(Whole), 1)) > 0:
		return 0, geo.BadInput(geo.At{}, "share.out_of_range", "text", text)
	case !r.IsInt():
		return 0, geo.BadInput(geo.At{}, "share.too_fine", "text", text)
	}
	return BasisPoints(r.Num().Int64()), nil
}

// InPercent is the share in percent as a plain number without needless zeros.
func (b BasisPoints) InPercent() string {
	s := big.NewRat(int64(b), 100).FloatString(2)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
