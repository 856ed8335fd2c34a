package rulebook

import (
	"math"
	"strconv"

	"zhenjie/assets/words"
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

// Text is the limit as people write it: "3–5 km²", "约 1 km²（±10%）", "≥ 30 亿元".
func (l Limit) Text() words.Text {
	return words.Say(words.ID("limit."+string(l.Unit)), "range", l.numbers())
}

// Numbers is the limit without its unit, for JSON: "3–5".
func (l Limit) Numbers() string { return l.numbers().In(words.Zh) }

func (l Limit) numbers() words.Text {
	switch {
	case l.About != 0:
		return words.Say("limit.about", "n", plain(l.About), "tolerance", plain(100*(l.ExpectedMax/l.About-1)))
	case !math.IsInf(l.ExpectedMin, -1) && !math.IsInf(l.ExpectedMax, 1):
		return words.Say("limit.range", "min", plain(l.ExpectedMin), "max", plain(l.ExpectedMax))
	case !math.IsInf(l.ExpectedMin, -1):
		return words.Say("limit.min", "n", plain(l.ExpectedMin))
	default:
		return words.Say("limit.max", "n", plain(l.ExpectedMax))
	}
}

// plain prints a number of a rulebook as it was written there.
func plain(x float64) string {
	return strconv.FormatFloat(math.Round(x*1e9)/1e9, 'f', -1, 64)
}
