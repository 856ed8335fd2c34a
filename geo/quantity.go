package geo

import (
	"math"
	"math/big"
	"strings"

	"zhenjie/assets/words"
)

// Area is an area in square metres. It is rounded once, when it is printed.
type Area float64

// The units areas are printed and written in. One 亩 is exactly 2000/3 m².
const (
	SquareMetre     Area = 1
	Mu              Area = 2000.0 / 3
	Hectare         Area = 1e4
	SquareKilometre Area = 1e6
)

// M2 returns the area in square metres.
func (a Area) M2() float64 { return float64(a) }

// Km2 returns the area in square kilometres.
func (a Area) Km2() float64 { return float64(a) / 1e6 }

// Hectares returns the area in 公顷.
func (a Area) Hectares() float64 { return float64(a) / 1e4 }

// Mu returns the area in 亩.
func (a Area) Mu() float64 { return float64(a) * 3 / 2000 }

// Known reports whether the area could be computed at all.
func (a Area) Known() bool { return !math.IsNaN(float64(a)) && !math.IsInf(float64(a), 0) }

// Unknown is the area that could not be computed.
var Unknown = Area(math.NaN())

// Unit is a unit of area as people write it.
type Unit string

// The units of area of Chinese land practice.
const (
	UnitM2  Unit = "m2"
	UnitKm2 Unit = "km2"
	UnitHa  Unit = "ha"
	UnitMu  Unit = "mu"
)

// In returns the area as a number of units.
func (a Area) In(u Unit) float64 {
	switch u {
	case UnitKm2:
		return a.Km2()
	case UnitHa:
		return a.Hectares()
	case UnitMu:
		return a.Mu()
	default:
		return a.M2()
	}
}

// decimals are the places survey tables print each unit with.
var decimals = map[Unit]int{UnitM2: 2, UnitKm2: 4, UnitHa: 4, UnitMu: 2}

// Text is the area in a unit, with the decimals survey tables use and the
// unit's sign: "3.6021 km²", "5403.20 亩".
func (a Area) Text(u Unit) words.Text {
	if !a.Known() {
		return words.Say("quantity.unknown")
	}
	return words.Say(words.ID("quantity."+string(u)), "n", Decimal(a.In(u), decimals[u]))
}

// Decimal prints x with a fixed number of decimals, rounded half away from
// zero on its shortest decimal form, as a person reading 2.675 expects.
func Decimal(x float64, places int) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "–"
	}
	r, ok := new(big.Rat).SetString(shortest(x))
	if !ok {
		return "–"
	}
	s := r.FloatString(places) // FloatString rounds half away from zero
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return s
}

// Signed is Decimal with a sign in front of positive numbers too, as a
// difference is printed.
func Signed(x float64, places int) string {
	s := Decimal(x, places)
	if x > 0 && strings.Trim(s, "0.") != "" {
		return "+" + s
	}
	return s
}
