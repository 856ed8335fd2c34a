package rulebook

import (
	"math"
	"strconv"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// Unit is a unit of a limit.
type Unit string

// The units limits are written in.
const (
	M2      Unit = "m2"
	Km2     Unit = "km2"
	Ha      Unit = "ha"
	Mu      Unit = "mu"
	Yi      Unit = "yi"  // 亿元
	Wan     Unit = "wan" // 万元
	Percent Unit = "percent"
)

// Limit is what a number may be: it holds inside [ExpectedMin, ExpectedMax],
// fails outside [Min, Max], and between the two asks for an explanation. All
// four are inclusive; an open side is infinite.
type Limit struct {
	Min, ExpectedMin, ExpectedMax, Max float64
	About                              float64 // the target, 0 for none
	Unit                               Unit
}

// Text is the limit as people write it: "3–5 km²", "约 1 km²（±10%）", "≥30 亿元".
func (l Limit) Text() words.Text {
	if l.About != 0 {
		n := words.Say(l.Unit.sentence(), "range", plain(l.About))
		return words.Say("limit.about", "n", n, "tolerance", plain(100*(l.ExpectedMax/l.About-1)))
	}
	return words.Say(l.Unit.sentence(), "range", l.Numbers())
}

// Numbers is the limit without its unit: "3–5", "≥30".
func (l Limit) Numbers() string {
	switch low, high := plain(l.ExpectedMin), plain(l.ExpectedMax); {
	case math.IsInf(l.ExpectedMin, -1):
		return "≤" + high
	case math.IsInf(l.ExpectedMax, 1):
		return "≥" + low
	default:
		return low + "–" + high
	}
}

// Quantity is a number of the unit.
func (u Unit) Quantity(x float64) words.Text { return u.Range(u.Number(x)) }

// Gap is a difference of the unit, a small area in m².
func (u Unit) Gap(x float64) words.Text {
	if u == Km2 && math.Abs(x) < 0.01 {
		return M2.Quantity(x * 1e6)
	}
	return u.Quantity(x)
}

// Range is Quantity with something else in the place of the number, such as
// "3.60 ± 0.01".
func (u Unit) Range(numbers string) words.Text { return words.Say(u.sentence(), "range", numbers) }

// Number prints a number of the unit: areas with the decimals of survey tables,
// money and shares, which are exact, without needless zeros.
func (u Unit) Number(x float64) string {
	s := geo.Decimal(x, decimals[u])
	switch u {
	case Yi, Wan, Percent:
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	return s
}

var decimals = map[Unit]int{M2: 2, Km2: 4, Ha: 4, Mu: 2, Yi: 10, Wan: 6, Percent: 4}

func (u Unit) sentence() words.ID { return words.ID("limit." + string(u)) }

// plain prints a number of a rulebook as it was written there.
func plain(x float64) string {
	return strconv.FormatFloat(math.Round(x*1e9)/1e9, 'f', -1, 64)
}
