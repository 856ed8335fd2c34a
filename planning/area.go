package planning

import (
	"math/big"
	"strings"

	"zhenjie/geo"
)

// areaSigns are the units people write behind an area, longer signs first.
var areaSigns = []struct {
	sign string
	unit geo.Unit
}{
	{"平方公里", geo.UnitKm2}, {"平方千米", geo.UnitKm2}, {"km2", geo.UnitKm2},
	{"平方米", geo.UnitM2}, {"m2", geo.UnitM2},
	{"公顷", geo.UnitHa}, {"ha", geo.UnitHa},
	{"市亩", geo.UnitMu}, {"亩", geo.UnitMu}, {"mu", geo.UnitMu},
}

// squared turns the ways to write a square, and the single signs that input
// methods offer, into one.
var squared = strings.NewReplacer("㎡", "m2", "㎢", "km2", "㎞", "km", "²", "2", "^2", "2")

// squareMetres are the exact sizes of the units.
var squareMetres = map[geo.Unit]*big.Rat{
	geo.UnitM2: big.NewRat(1, 1), geo.UnitHa: big.NewRat(10_000, 1),
	geo.UnitKm2: big.NewRat(1_000_000, 1), geo.UnitMu: big.NewRat(2000, 3),
}

// ParseArea reads an area as people type it: "3.6", "3.9平方公里", "360万㎡",
// "1,003.5 亩". unit counts where none is written. The empty string is zero.
func ParseArea(s string, unit geo.Unit) (geo.Area, error) {
	number := squared.Replace(strings.ToLower(Plain(s)))
	if number == "" {
		return 0, nil
	}
	size := squareMetres[unit]
	for _, a := range areaSigns {
		if n, ok := strings.CutSuffix(number, a.sign); ok {
			number, size = n, squareMetres[a.unit]
			if n, ok := strings.CutSuffix(n, "万"); ok {
				number, size = n, new(big.Rat).Mul(size, big.NewRat(10_000, 1))
			}
			break
		}
	}
	r, ok := exact(number)
	if !ok || r.Sign() < 0 {
		return 0, geo.BadInput(geo.At{}, "area.unreadable", "text", s)
	}
	m2, _ := r.Mul(r, size).Float64()
	return geo.Area(m2), nil
}
