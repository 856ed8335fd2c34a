package table

import (
	"math"

	"zhenjie/geo/coordtext"
	"zhenjie/geo/decimal"
	"zhenjie/geo/feature"
)

// number reads a coordinate, as degrees or metres.
func number(text string, angles feature.Angles) (float64, bool) {
	return numberIn([]byte(text), angles)
}

// numberIn is number for a field of UTF-8 text.
func numberIn(field []byte, angles feature.Angles) (float64, bool) {
	if angles == feature.Signed {
		if x, end := decimal.Number(field, 0); end == len(field) {
			return x, !math.IsInf(x, 0)
		}
	}
	const most = 64 // bytes of any spelling
	if len(field) == 0 || len(field) > most {
		return 0, false
	}
	text := string(field)
	a, ok := coordtext.Angle{}, false
	switch angles {
	case feature.Packed:
		a, ok = coordtext.ParsePacked(text)
	case feature.Pointed:
		a, ok = coordtext.ParsePointed(text)
	}
	if !ok {
		a, ok = coordtext.ParseAngle(text)
	}
	if ok {
		return a.Degrees, true
	}
	x, ok := coordtext.ParseMetres(text)
	return x, ok && !math.IsInf(x, 0)
}
