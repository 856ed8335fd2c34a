package drawing

import (
	"math"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/shaping"
	"zhenjie/planning/edit"
)

// editCommand is a step on the plan.
type editCommand = edit.Command

// lengthText is a length as the map writes it.
func lengthText(metres float64, lang words.Lang) string {
	if metres >= 10_000 {
		return words.Say("tool.km", "n", geo.Decimal(metres/1000, 3)).In(lang)
	}
	return words.Say("tool.m", "n", geo.Decimal(metres, 2)).In(lang)
}

// areaText is an area as the map writes it.
func areaText(a geo.Area, lang words.Lang) string {
	return words.Say("tool.area", "km2", a.Text(geo.UnitKm2), "mu", a.Text(geo.UnitMu)).In(lang)
}

// angle is the smaller angle at b between a and c, in degrees.
func angle(plane shaping.Plane, a, b, c geo.Point) float64 {
	turn := math.Abs(plane.Between(b, a).Bearing - plane.Between(b, c).Bearing)
	return math.Min(turn, 360-turn)
}
