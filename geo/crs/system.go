package crs

import (
	"fmt"
	"math"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// Datum says which realisation of the earth degrees are counted on.
type Datum int

// The datums a Chinese boundary may stand on.
const (
	DatumCGCS2000 Datum = iota
	DatumWGS84
	DatumXian80
	DatumBeijing54
)

// Ellipsoid returns the datum's ellipsoid.
func (d Datum) Ellipsoid() Ellipsoid {
	return [...]Ellipsoid{CGCS2000, WGS84, Xian80, Beijing54}[d]
}

// english is the datum's name in the names of systems.
func (d Datum) english() string { return d.Name().In(words.En) }

// Name returns what people call the datum.
func (d Datum) Name() words.Text {
	return words.Say([...]words.ID{"crs.cgcs2000", "crs.wgs84", "crs.xian80", "crs.beijing54"}[d])
}

// Kind says what a system's numbers are.
type Kind int

// The kinds of systems.
const (
	Unknown     Kind = iota
	Geographic       // degrees
	Projected        // metres of a Gauss–Krüger or another transverse Mercator plane
	WebMercator      // metres of EPSG:3857
	GCJ02            // shifted degrees of 高德 and 腾讯
	BD09             // shifted degrees of 百度
)

// System is a coordinate system the program knows. It is a value: two systems
// are the same when == says so. The zero System is unknown.
type System struct {
	EPSG  int // 0 when the system has no code
	Datum Datum
	Kind  Kind
	Zone  int // zone number in front of the easting, 0 when none is written
	Width int // degrees of a projected zone, 3 or 6; 0 when it is no such zone

	projection GaussKruger
}

// Codes of the systems used most; Lookup and ByEPSG know all.
const (
	Degrees4490 = 4490 // CGCS2000 longitude and latitude
	Degrees4326 = 4326 // WGS 84 longitude and latitude
	Mercator    = 3857 // Web Mercator
)

// IsZero reports whether the system is unknown.
func (s System) IsZero() bool { return s.Kind == Unknown }

// Metres reports whether the system's numbers are metres and not degrees.
func (s System) Metres() bool { return s.Kind == Projected || s.Kind == WebMercator }

// CentralMeridian returns the central meridian of a projected system, degrees.
func (s System) CentralMeridian() float64 { return s.projection.CentralMeridian }

// Projection returns the projection of a projected system.
func (s System) Projection() GaussKruger { return s.projection }

// String is the system's code, "EPSG:4549"; a system without one says what it
// is: "GCJ-02", "CGCS2000 / 3-degree Gauss-Kruger CM 63E",
// "CGCS2000 / TM lon_0=120.5 x_0=500000 y_0=0 k=1". "" for unknown.
func (s System) String() string {
	switch {
	case s.EPSG != 0:
		return fmt.Sprintf("EPSG:%d", s.EPSG)
	case s.Kind == GCJ02:
		return "GCJ-02"
	case s.Kind == BD09:
		return "BD-09"
	case s.Kind == Projected && s.Width == 0:
		return s.parameters()
	case s.Kind == Projected:
		return fmt.Sprintf("%s / %d-degree Gauss-Kruger CM %s", s.Datum.english(), s.Width, s.meridian())
	}
	return ""
}

// Name says what the system is in words.
func (s System) Name() words.Text {
	switch s.Kind {
	case Geographic:
		return words.Say("crs.geographic", "datum", s.Datum.Name())
	case Projected:
		return s.zoneName()
	case WebMercator:
		return words.Say("crs.mercator")
	case GCJ02:
		return words.Say("crs.gcj02")
	case BD09:
		return words.Say("crs.bd09")
	}
	return words.Say("crs.none")
}

func (s System) zoneName() words.Text {
	if zone, south, ok := s.utm(); ok {
		return words.Say("crs.utm", "zone", fmt.Sprintf("%d%s", zone, half(south)), "meridian", s.meridian())
	}
	switch {
	case s.Width == 0:
		g := s.projection
		return words.Say("crs.custom", "datum", s.Datum.Name(), "meridian", s.meridian(), "easting", shortest(g.FalseEasting),
			"northing", shortest(g.FalseNorthing), "scale", shortest(g.Scale))
	case s.Zone != 0:
		return words.Say("crs.zone", "datum", s.Datum.Name(), "width", s.Width, "zone", s.Zone, "meridian", s.meridian())
	}
	return words.Say("crs.meridian", "datum", s.Datum.Name(), "width", s.Width, "meridian", s.meridian())
}

func (s System) meridian() string {
	m := s.CentralMeridian()
	if m < 0 {
		return fmt.Sprintf("%gW", -m)
	}
	return fmt.Sprintf("%gE", m)
}

// Usable is nil when points of the system can be brought to CGCS2000. WGS 84
// counts as CGCS2000: they differ by centimetres. 西安80 and 北京54 need local,
// restricted parameters, and the refusal says so.
func (s System) Usable() error {
	switch {
	case s.IsZero():
		return geo.BadInput(geo.At{}, "crs.unusable_unknown")
	case s.Datum == DatumXian80 || s.Datum == DatumBeijing54:
		return geo.BadInput(geo.At{}, "crs.unusable_datum", "system", s.String(), "datum", s.Datum.Name())
	}
	return nil
}

// ToDegrees returns longitude and latitude of a point of the system, on the
// system's own datum: for a Usable system these are degrees on CGCS2000. An
// unknown system leaves the point as it is.
func (s System) ToDegrees(p geo.Point) geo.Point {
	var lon, lat float64
	switch s.Kind {
	case Projected:
		lon, lat = s.projection.Inverse(p[0], p[1])
	case WebMercator:
		lon, lat = fromWebMercator(p[0], p[1])
	case GCJ02:
		lon, lat = GCJ02ToWGS84(p[0], p[1])
	case BD09:
		lon, lat = BD09ToWGS84(p[0], p[1])
	default:
		return p
	}
	return geo.Point{lon, lat}
}

// FromDegrees is the inverse of ToDegrees.
func (s System) FromDegrees(p geo.Point) geo.Point {
	var x, y float64
	switch s.Kind {
	case Projected:
		x, y = s.projection.Forward(p[0], p[1])
	case WebMercator:
		x, y = toWebMercator(p[0], p[1])
	case GCJ02:
		x, y = WGS84ToGCJ02(p[0], p[1])
	case BD09:
		x, y = WGS84ToBD09(p[0], p[1])
	default:
		return p
	}
	return geo.Point{x, y}
}

// Zone3 returns the 3° zone on CGCS2000, eastings without zone number, whose
// central meridian is nearest to a longitude: 3·round(lon/3). Between 75°E and
// 135°E it has a code (EPSG 4534–4554), elsewhere none, but works the same.
func Zone3(lon float64) System {
	if math.IsNaN(lon) || math.IsInf(lon, 0) {
		return System{}
	}
	cm := 3*math.Round(lon/3) + 0 // not −0
	s := System{Kind: Projected, Width: 3, projection: NewGaussKruger(CGCS2000, cm, falseEasting)}
	if cm >= 75 && cm <= 135 {
		s.EPSG = 4534 + int(cm-75)/3
	}
	return s
}
