package points

import (
	"math"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/coordtext"
)

// Northing reads an X in metres as people type it: "3350123.456",
// "3,350,123.456 m". An unreadable one gives "points.metres".
func (t Table) Northing(text string) (float64, error) { return metres(text) }

// Easting reads a Y in metres. With the number of the table's zone in front
// ("40512345.678") that is taken off; that of another zone gives
// "points.other_zone".
func (t Table) Easting(text string) (float64, error) {
	y, err := metres(text)
	if err != nil || y < 1e7 { // eastings alone stay below 1,000,000; zones of China are 25 to 45
		return y, err
	}
	zone := math.Floor(y / 1e6)
	if own := t.Zone().CentralMeridian() / 3; zone != own {
		return 0, geo.BadInput(geo.At{}, "points.other_zone", "text", text, "zone", geo.Decimal(own, 0))
	}
	return y - zone*1e6, nil
}

func metres(text string) (float64, error) {
	x, ok := coordtext.ParseMetres(text)
	if !ok {
		return 0, geo.BadInput(geo.At{}, "points.metres", "text", text)
	}
	return x, nil
}

// Longitude reads a longitude in degrees as people type it: "120.1234567",
// "120°07′24.44″E", "东经120度7分24.44秒", "120 7 24.44". An unreadable one gives
// "points.longitude".
func Longitude(text string) (float64, error) { return angle(text, "points.longitude", 'E', 180) }

// Latitude likewise reads a latitude; "points.latitude".
func Latitude(text string) (float64, error) { return angle(text, "points.latitude", 'N', 90) }

// angle reads degrees of an axis, with or without minutes and seconds.
func angle(text string, fault words.ID, axis byte, most float64) (float64, error) {
	a, ok := coordtext.ParseAngle(text)
	if !ok || a.Axis != 0 && a.Axis != axis || math.Abs(a.Degrees) > most {
		return 0, geo.BadInput(geo.At{}, fault, "text", text)
	}
	return a.Degrees, nil
}
