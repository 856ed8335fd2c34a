package crs

import (
	"math"

	"zhenjie/geo"
)

// Shift takes geocentric coordinates of one datum to another by 3 or 7 parameters
// (Bursa–Wolf). Those between 西安80 or 北京54 and CGCS2000 are local and
// restricted: they come from the user, and hold for one county or so.
type Shift struct {
	DX, DY, DZ float64 // metres
	RX, RY, RZ float64 // seconds of arc
	PPM        float64 // scale, parts per million
	// CoordinateFrame says that the rotations turn the axes (EPSG 9607, the
	// 布尔莎模型 of Chinese textbooks); without it they turn the position (EPSG
	// 9606, PROJ's +towgs84). The two differ in the sign of the rotations.
	CoordinateFrame bool
}

// Limits of parameters, far beyond those of any survey.
const (
	mostShift    = 10_000 // metres
	mostRotation = 3600   // seconds of arc
	mostPPM      = 10_000
)

// Check is nil for parameters that can be meant, else an InputError of kind
// "crs.shift_range": between the datums of China they are hundreds of metres, a
// few seconds and a few parts per million.
func (f Shift) Check() error {
	good := true
	for _, d := range [...]float64{f.DX, f.DY, f.DZ} {
		good = good && math.Abs(d) <= mostShift
	}
	for _, r := range [...]float64{f.RX, f.RY, f.RZ} {
		good = good && math.Abs(r) <= mostRotation
	}
	if !good || !(math.Abs(f.PPM) <= mostPPM) {
		return geo.BadInput(geo.At{}, "crs.shift_range", "metres", mostShift, "seconds", mostRotation, "ppm", mostPPM)
	}
	return nil
}

// Forward takes degrees on the ellipsoid from to degrees on the ellipsoid to. The
// point is taken to lie on the ellipsoid, as boundaries have no heights: a height
// of 1 km moves the result by centimetres. Rotations are taken as small, as in
// PROJ; what that leaves out is below 1 mm for 2″.
func (f Shift) Forward(from, to Ellipsoid, lon, lat float64) (float64, float64) {
	x, y, z := geocentric(from, lon, lat)
	const second = radian / 3600
	rx, ry, rz := f.RX*second, f.RY*second, f.RZ*second
	if f.CoordinateFrame {
		rx, ry, rz = -rx, -ry, -rz
	}
	m := 1 + f.PPM*1e-6
	return geodetic(to,
		f.DX+m*(x-rz*y+ry*z),
		f.DY+m*(rz*x+y-rx*z),
		f.DZ+m*(-ry*x+rx*y+z))
}

// Inverse undoes Forward to better than 1e-11°: degrees on the ellipsoid to become
// degrees on the ellipsoid from.
func (f Shift) Inverse(from, to Ellipsoid, lon, lat float64) (float64, float64) {
	forward := func(lon, lat float64) (float64, float64) { return f.Forward(from, to, lon, lat) }
	return undo(forward, lon, lat, lon, lat)
}

// geocentric returns the point at height 0 over a place, metres.
func geocentric(e Ellipsoid, lon, lat float64) (x, y, z float64) {
	sphi, cphi := math.Sincos(lat * radian)
	slam, clam := math.Sincos(lon * radian)
	n := e.A / math.Sqrt(1-e.E2()*sphi*sphi) // radius of curvature in the prime vertical
	return n * cphi * clam, n * cphi * slam, n * (1 - e.E2()) * sphi
}

// geodetic returns the place over which a point lies, degrees. Bowring's formula
// (1976), improved once: exact to 1e-13° for points within 10 km of the ellipsoid.
func geodetic(e Ellipsoid, x, y, z float64) (lon, lat float64) {
	p, b := math.Hypot(x, y), e.B()
	second := e.E2() / (1 - e.E2()) // second eccentricity squared
	u := math.Atan2(z*e.A, p*b)
	for range 2 {
		su, cu := math.Sincos(u)
		lat = math.Atan2(z+second*b*su*su*su, p-e.E2()*e.A*cu*cu*cu)
		u = math.Atan2((1-e.F)*math.Sin(lat), math.Cos(lat))
	}
	return math.Atan2(y, x) * degree, lat * degree
}

// modern reports whether the datum counts as CGCS2000: it, or WGS 84.
func (d Datum) modern() bool { return d == DatumCGCS2000 || d == DatumWGS84 }

// Transform returns what takes points of one system to another. shift takes the
// older of their datums to CGCS2000; nil where the user has named none. Without it
// datums are never changed: the error is that of Usable. Between 西安80 and 北京54
// there is no way, which is "crs.two_datums".
func Transform(from, to System, shift *Shift) (func(geo.Point) geo.Point, error) {
	switch {
	case from.IsZero():
		return nil, from.Usable()
	case to.IsZero():
		return nil, to.Usable()
	case from == to:
		return func(p geo.Point) geo.Point { return p }, nil
	case from.Datum == to.Datum || from.Datum.modern() && to.Datum.modern():
		return func(p geo.Point) geo.Point { return to.FromDegrees(from.ToDegrees(p)) }, nil
	case !from.Datum.modern() && !to.Datum.modern():
		return nil, geo.BadInput(geo.At{}, "crs.two_datums", "from", from.Datum.Name(), "to", to.Datum.Name())
	case shift == nil && !from.Datum.modern():
		return nil, from.Usable()
	case shift == nil:
		return nil, to.Usable()
	}
	if err := shift.Check(); err != nil {
		return nil, err
	}
	return func(p geo.Point) geo.Point {
		return to.FromDegrees(shift.change(from.Datum, to.Datum, from.ToDegrees(p)))
	}, nil
}

// change takes degrees between an old datum and a modern one, whichever way.
func (f Shift) change(from, to Datum, p geo.Point) geo.Point {
	var lon, lat float64
	if to.modern() {
		lon, lat = f.Forward(from.Ellipsoid(), CGCS2000, p[0], p[1])
	} else {
		lon, lat = f.Inverse(to.Ellipsoid(), CGCS2000, p[0], p[1])
	}
	return geo.Point{lon, lat}
}
