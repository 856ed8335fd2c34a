package crs

import "math"

// GCJ-02 and BD-09 are WGS 84 with a shift of 100–700 m that has no published
// definition; the formulas are those every open implementation agrees on.
const (
	gcjA  = 6378245.0
	gcjE2 = 0.00669342162296594323
	bdPi  = math.Pi * 3000 / 180
)

// Shifted reports whether the shift of GCJ-02 and BD-09 applies at a place: the
// box round mainland China of the published transform. Outside it both systems
// are WGS 84.
func Shifted(lon, lat float64) bool {
	return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271
}

// WGS84ToGCJ02 shifts degrees on WGS 84 to GCJ-02.
func WGS84ToGCJ02(lon, lat float64) (float64, float64) {
	if !Shifted(lon, lat) {
		return lon, lat
	}
	return gcjForward(lon, lat)
}

// GCJ02ToWGS84 undoes WGS84ToGCJ02 to better than 1e-9°. Within a shift's
// length of the edge of the box of Shifted, where the transform has no inverse,
// the box is applied to the shifted point.
func GCJ02ToWGS84(lon, lat float64) (float64, float64) {
	if !Shifted(lon, lat) {
		return lon, lat
	}
	return undo(gcjForward, lon, lat, lon, lat)
}

// WGS84ToBD09 shifts degrees on WGS 84 to BD-09.
func WGS84ToBD09(lon, lat float64) (float64, float64) {
	if !Shifted(lon, lat) {
		return lon, lat
	}
	return bdForward(gcjForward(lon, lat))
}

// BD09ToWGS84 undoes WGS84ToBD09 to better than 1e-9°, with the same remark on
// the edge of the box as GCJ02ToWGS84.
func BD09ToWGS84(lon, lat float64) (float64, float64) {
	if !Shifted(lon, lat) {
		return lon, lat
	}
	glon, glat := undo(bdForward, lon, lat, lon-0.0065, lat-0.006)
	return undo(gcjForward, glon, glat, glon, glat)
}

// undo finds the point that f takes to (x, y), starting from a guess: the step
// that is missing is added until it vanishes. f is the identity plus a slowly
// varying shift, so that each round wins two to three digits.
func undo(f func(x, y float64) (float64, float64), x, y, gx, gy float64) (float64, float64) {
	const enough, rounds = 1e-12, 20 // degrees; six rounds are what it takes
	for range rounds {
		fx, fy := f(gx, gy)
		dx, dy := x-fx, y-fy
		gx, gy = gx+dx, gy+dy
		if math.Abs(dx) < enough && math.Abs(dy) < enough {
			break
		}
	}
	return gx, gy
}

func gcjForward(lon, lat float64) (float64, float64) {
	east, north := gcjShift(lon-105, lat-35)
	sin, cos := math.Sincos(lat * radian)
	w2 := 1 - gcjE2*sin*sin
	w := math.Sqrt(w2)
	meridian := gcjA * (1 - gcjE2) / (w2 * w)
	parallel := gcjA / w * cos
	return lon + east/parallel*degree, lat + north/meridian*degree
}

// gcjShift returns the shift in metres at a place counted in degrees from
// 105°E 35°N.
func gcjShift(x, y float64) (east, north float64) {
	root := math.Sqrt(math.Abs(x))
	ripple := 20*math.Sin(6*math.Pi*x) + 20*math.Sin(2*math.Pi*x)

	north = -100 + 2*x + 3*y + 0.2*y*y + 0.1*x*y + 0.2*root
	north += 2.0 / 3 * (ripple + 20*math.Sin(math.Pi*y) + 40*math.Sin(math.Pi/3*y) +
		160*math.Sin(math.Pi/12*y) + 320*math.Sin(math.Pi/30*y))

	east = 300 + x + 2*y + 0.1*x*x + 0.1*x*y + 0.1*root
	east += 2.0 / 3 * (ripple + 20*math.Sin(math.Pi*x) + 40*math.Sin(math.Pi/3*x) +
		150*math.Sin(math.Pi/12*x) + 300*math.Sin(math.Pi/30*x))
	return east, north
}

// bdForward is the twist that BD-09 adds to GCJ-02.
func bdForward(lon, lat float64) (float64, float64) {
	r := math.Sqrt(lon*lon+lat*lat) + 0.00002*math.Sin(lat*bdPi)
	sin, cos := math.Sincos(math.Atan2(lat, lon) + 0.000003*math.Cos(lon*bdPi))
	return r*cos + 0.0065, r*sin + 0.006
}
