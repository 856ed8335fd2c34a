package carto

import (
	"fmt"
	"math"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// DMS prints a position in degrees, minutes and seconds to 0.01″ (about
// 0.3 m), longitude first: 东经120°06′12.34″ 北纬30°18′05.60″.
func DMS(p geo.Point) words.Text {
	return words.Say("map.position", "lon", Longitude(p[0], 2), "lat", Latitude(p[1], 2))
}

// Longitude prints a longitude in degrees with some decimals of a second.
func Longitude(deg float64, places int) words.Text {
	deg = math.Remainder(deg, 360)
	if deg < 0 {
		return words.Say("map.west", "dms", sexagesimal(-deg, places))
	}
	return words.Say("map.east", "dms", sexagesimal(deg, places))
}

// Latitude prints a latitude in degrees with some decimals of a second.
func Latitude(deg float64, places int) words.Text {
	if deg < 0 {
		return words.Say("map.south", "dms", sexagesimal(-deg, places))
	}
	return words.Say("map.north", "dms", sexagesimal(deg, places))
}

// sexagesimal prints degrees, minutes and seconds; it rounds once, so that
// there are never sixty of either.
func sexagesimal(deg float64, places int) string {
	if math.IsNaN(deg) || math.IsInf(deg, 0) {
		return "–"
	}
	unit := math.Pow10(places)
	n := math.Round(deg * 3600 * unit)
	whole := math.Floor(n / unit)
	seconds := fmt.Sprintf("%02.0f", math.Mod(whole, 60))
	if places > 0 {
		seconds += fmt.Sprintf(".%0*.0f", places, n-whole*unit)
	}
	return fmt.Sprintf("%.0f°%02.0f′%s″", math.Floor(whole/3600), math.Mod(math.Floor(whole/60), 60), seconds)
}

// short leaves out the seconds and minutes of a round value: 120°06′, 120°.
func short(dms string) string {
	dms = strings.TrimSuffix(dms, "00″")
	if !strings.HasSuffix(dms, "″") {
		dms = strings.TrimSuffix(dms, "00′")
	}
	return dms
}
