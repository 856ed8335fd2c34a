package carto

import (
	"math"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/coordtext"
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
		return words.Say("map.west", "dms", coordtext.DMS(-deg, places))
	}
	return words.Say("map.east", "dms", coordtext.DMS(deg, places))
}

// Latitude prints a latitude in degrees with some decimals of a second.
func Latitude(deg float64, places int) words.Text {
	if deg < 0 {
		return words.Say("map.south", "dms", coordtext.DMS(-deg, places))
	}
	return words.Say("map.north", "dms", coordtext.DMS(deg, places))
}

// short leaves out the seconds and minutes of a round value: 120°06′, 120°.
func short(dms string) string {
	dms = strings.TrimSuffix(dms, "00″")
	if !strings.HasSuffix(dms, "″") {
		dms = strings.TrimSuffix(dms, "00′")
	}
	return dms
}
