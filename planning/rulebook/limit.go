package rulebook

import (
	"math"
	"strconv"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
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
	Persons Unit = "persons"
	Grade   Unit = "grade" // of scenic areas: the number of A
)

// Limit is what a number may be: it holds inside [ExpectedMin, ExpectedMax],
// fails outside [Min, Max], and between the two asks for an explanation. All
// four are inclusive; an open side is infinite.
type Limit struct {
	Min, ExpectedMin, ExpectedMax, Max float64
	About                              float64 // the target, 0 for none
	Tolerance, Failure                 float64 // of a target: the shares of it at which the expected and the allowed end
	Unit                               Unit
}

// Target is the limit of a number that should be about so much.
func Target(about, tolerance, failure float64, u Unit) Limit {
	l := Limit{
		ExpectedMin: about * (1 - tolerance), ExpectedMax: about * (1 + tolerance),
		Min: about * (1 - failure), Max: about * (1 + failure), About: about, Unit: u,
	}
	if about != 0 {
		l.Tolerance, l.Failure = tolerance, failure
	}
	return l
}

// sound reports whether the four numbers stand in order and say something.
func (l Limit) sound() bool {
	open := math.IsInf(l.ExpectedMin, -1) && math.IsInf(l.ExpectedMax, 1)
	return !open && l.Min <= l.ExpectedMin && l.ExpectedMin <= l.ExpectedMax && l.ExpectedMax <= l.Max
}

// Text is the limit as people write it: "3–5 km²", "约 1 km²（±10%）", "≥30 亿元".
func (l Limit) Text() words.Text {
	if l.About != 0 {
		n := l.Unit.say(func(per float64) string { return plain(l.About / per) })
		return words.Say("limit.about", "n", n, "tolerance", plain(100*l.Tolerance))
	}
	return l.Unit.say(l.numbers)
}

// Numbers is the limit without its unit: "3–5", "≥30".
func (l Limit) Numbers() string { return l.numbers(1) }

// numbers is Numbers in a unit that holds per of the limit's.
func (l Limit) numbers(per float64) string {
	switch low, high := plain(l.ExpectedMin/per), plain(l.ExpectedMax/per); {
	case math.IsInf(l.ExpectedMin, -1):
		return "≤" + high
	case math.IsInf(l.ExpectedMax, 1):
		return "≥" + low
	default:
		return low + "–" + high
	}
}

// Quantity is a number of the unit.
func (u Unit) Quantity(x float64) words.Text {
	return u.say(func(per float64) string { return u.in(x, per) })
}

// Gap is a difference of the unit: a small area in m², money in the unit that
// suits it.
func (u Unit) Gap(x float64) words.Text {
	switch u {
	case Km2:
		if math.Abs(x) < 0.01 {
			return M2.Quantity(x * 1e6)
		}
	case Yi, Wan:
		return planning.Money(math.Round(x * float64(money[u]))).Text()
	}
	return u.Quantity(x)
}

// Range is Quantity with something else in the place of the number of an area,
// such as "3.60 ± 0.01".
func (u Unit) Range(numbers string) words.Text { return words.Say(u.sentence(), "range", numbers) }

// english holds how many of a unit of money the one English has for it holds:
// billions for 亿, millions for 万.
var english = map[Unit]float64{Yi: 10, Wan: 100}

// say says numbers of the unit, which are given by how many of it the unit of the
// language holds.
func (u Unit) say(numbers func(per float64) string) words.Text {
	if per := english[u]; per != 0 {
		return words.Say(u.sentence(), "range", words.Both(numbers(1), numbers(per)))
	}
	return u.Range(numbers(1))
}

// Number prints a number of the unit: areas with the decimals of survey tables,
// money and shares, which are exact, without needless zeros.
func (u Unit) Number(x float64) string { return u.in(x, 1) }

// in is Number in a unit that holds per of this one.
func (u Unit) in(x, per float64) string {
	if places, short := trimmed[u]; short {
		return strings.TrimSuffix(strings.TrimRight(geo.Decimal(x/per, places), "0"), ".")
	}
	return geo.Decimal(x/per, decimals[u])
}

// money are the units of money.
var money = map[Unit]planning.Money{Yi: planning.Yi, Wan: planning.Wan}

// decimals of the units of area; trimmed are those of the exact units, down to a
// 分 in English too.
var (
	decimals = map[Unit]int{M2: 2, Km2: 4, Ha: 4, Mu: 2}
	trimmed  = map[Unit]int{Yi: 11, Wan: 8, Percent: 4, Persons: 4, Grade: 4}
)

func (u Unit) sentence() words.ID { return words.ID("limit." + string(u)) }

// plain prints a number of a rulebook as it was written there.
func plain(x float64) string {
	return strconv.FormatFloat(math.Round(x*1e9)/1e9, 'f', -1, 64)
}
