package crs

import "math"

// mercatorRadius is the sphere of Web Mercator (EPSG:3857), metres.
const mercatorRadius = 6378137

// toWebMercator projects degrees to Web Mercator, which uses the formulas of
// the sphere on latitudes of the ellipsoid. The poles are at infinity.
func toWebMercator(lon, lat float64) (x, y float64) {
	if !(math.Abs(lat) <= 90) {
		return math.NaN(), math.NaN()
	}
	return mercatorRadius * lon * radian, mercatorRadius * math.Asinh(math.Tan(lat*radian))
}

func fromWebMercator(x, y float64) (lon, lat float64) {
	return x / mercatorRadius * degree, math.Atan(math.Sinh(y/mercatorRadius)) * degree
}
