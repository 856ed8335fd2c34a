package crs

import "slices"

// falseEasting keeps the eastings of a zone positive, metres.
const falseEasting = 500000

// family is a run of consecutive EPSG codes, one a zone.
type family struct {
	first int // code of the first zone
	zone  int // its number
	count int
	width int // degrees
	datum Datum
	named bool // the easting has the zone number in front
}

// families are the Gauss–Krüger codes of China in the EPSG registry. A 3° zone
// n has its central meridian at 3n°, a 6° zone n at 6n−3°.
var families = [...]family{
	{4513, 25, 21, 3, DatumCGCS2000, true},
	{4534, 25, 21, 3, DatumCGCS2000, false},
	{4491, 13, 11, 6, DatumCGCS2000, true},
	{4502, 13, 11, 6, DatumCGCS2000, false},
	{2349, 25, 21, 3, DatumXian80, true},
	{2370, 25, 21, 3, DatumXian80, false},
	{2327, 13, 11, 6, DatumXian80, true},
	{2338, 13, 11, 6, DatumXian80, false},
	{2401, 25, 21, 3, DatumBeijing54, true},
	{2422, 25, 21, 3, DatumBeijing54, false},
	{21413, 13, 11, 6, DatumBeijing54, true},
	{21453, 13, 11, 6, DatumBeijing54, false},
}

// single are the codes outside the families.
var single = [...]System{
	{EPSG: Degrees4490, Datum: DatumCGCS2000, Kind: Geographic},
	{EPSG: Degrees4326, Datum: DatumWGS84, Kind: Geographic},
	{EPSG: 4610, Datum: DatumXian80, Kind: Geographic},
	{EPSG: 4214, Datum: DatumBeijing54, Kind: Geographic},
	{EPSG: Mercator, Datum: DatumWGS84, Kind: WebMercator},
}

// Degrees returns the system of longitude and latitude on a datum.
func Degrees(d Datum) System {
	i := slices.IndexFunc(single[:], func(s System) bool { return s.Kind == Geographic && s.Datum == d })
	return single[i]
}

// ByEPSG returns the system of a code; ok is false for one the program does not
// know.
func ByEPSG(code int) (s System, ok bool) {
	for _, s := range single {
		if s.EPSG == code {
			return s, true
		}
	}
	for _, f := range families {
		if i := code - f.first; i >= 0 && i < f.count {
			return f.system(i), true
		}
	}
	if zone := code - utmNorth; zone >= 1 && zone <= 60 {
		return UTM(zone, false), true
	}
	if zone := code - utmSouth; zone >= 1 && zone <= 60 {
		return UTM(zone, true), true
	}
	return System{}, false
}

// The EPSG codes of the UTM zones on WGS 84 are these and the zone's number.
const (
	utmNorth = 32600
	utmSouth = 32700
)

const (
	utmScale  = 0.9996
	utmSouth0 = 1e7 // northing of the equator in the south, metres
)

// UTM returns a zone of the Universal Transverse Mercator on WGS 84, 1 to 60;
// its central meridian is 6·zone−183°.
func UTM(zone int, south bool) System {
	s := System{EPSG: utmNorth + zone, Datum: DatumWGS84, Kind: Projected, Width: 6}
	s.projection = NewGaussKruger(WGS84, float64(6*zone-183), falseEasting)
	s.projection.Scale = utmScale
	if south {
		s.EPSG = utmSouth + zone
		s.projection.FalseNorthing = utmSouth0
	}
	return s
}

// utm returns the number of a UTM zone; ok is false for another system.
func (s System) utm() (zone int, south, ok bool) {
	switch {
	case s.EPSG > utmNorth && s.EPSG <= utmNorth+60:
		return s.EPSG - utmNorth, false, true
	case s.EPSG > utmSouth && s.EPSG <= utmSouth+60:
		return s.EPSG - utmSouth, true, true
	}
	return 0, false, false
}

func (f family) system(i int) System {
	zone := f.zone + i
	s := System{EPSG: f.first + i, Datum: f.datum, Kind: Projected, Width: f.width}
	cm, easting := float64(3*zone), float64(falseEasting)
	if f.width == 6 {
		cm = float64(6*zone - 3)
	}
	if f.named {
		s.Zone = zone
		easting += float64(zone) * 1e6
	}
	s.projection = NewGaussKruger(f.datum.Ellipsoid(), cm, easting)
	return s
}

// Zoned returns the Gauss–Krüger system of a datum by its central meridian in
// degrees and the width of its zone, 3 or 6; named says whether eastings carry
// the zone number. ok is false when no such zone of China exists.
func Zoned(d Datum, width int, centralMeridian float64, named bool) (s System, ok bool) {
	for _, f := range families {
		if f.datum != d || f.width != width || f.named != named {
			continue
		}
		for i := range f.count {
			if s := f.system(i); s.CentralMeridian() == centralMeridian {
				return s, true
			}
		}
	}
	return System{}, false
}

// All returns the systems of Chinese practice: the geographic ones, Web
// Mercator, the shifted ones, then the Gauss–Krüger zones. UTM zones and systems
// without a code are known besides.
func All() []System {
	all := append([]System{}, single[:]...)
	all = append(all, gcj02, bd09)
	for _, f := range families {
		for i := range f.count {
			all = append(all, f.system(i))
		}
	}
	return all
}
