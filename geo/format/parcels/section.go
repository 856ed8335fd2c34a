package parcels

import (
	"strconv"
	"strings"

	"zhenjie/geo/crs"
)

// section is what [属性描述] says of the parcels below it.
type section struct {
	declared   bool
	lines      int
	system     string // name of the datum, as it stands there
	projection string
	width      int     // degrees of the zones
	zone       int     // 0 for none
	meridian   float64 // 0 for none
}

// set takes a line of the section; false for one that is none.
func (s *section) set(line string) bool {
	key, value, ok := strings.Cut(line, "=")
	if !ok {
		return false
	}
	value = strings.TrimSpace(value)
	number, _ := strconv.ParseFloat(strings.TrimRight(value, "°度带号 "), 64)
	switch strings.TrimSpace(key) {
	case "坐标系":
		s.system = value
	case "投影类型":
		s.projection = value
	case "几度分带":
		s.width = int(number)
	case "带号":
		s.zone = int(number)
		if number > 60 { // people write the central meridian there too
			s.zone, s.meridian = 0, number
		}
	case "中央经线", "中央子午线":
		s.meridian = number
	}
	return true
}

// datums are words that tell the datum in the names people give it.
var datums = []struct {
	word  string
	datum crs.Datum
}{
	{"2000", crs.DatumCGCS2000}, {"CGCS", crs.DatumCGCS2000}, {"80", crs.DatumXian80}, {"西安", crs.DatumXian80},
	{"54", crs.DatumBeijing54}, {"WGS", crs.DatumWGS84}, {"84", crs.DatumWGS84},
}

func (s *section) datum() (crs.Datum, bool) {
	for _, d := range datums {
		if strings.Contains(strings.ToUpper(s.system), d.word) {
			return d.datum, true
		}
	}
	return 0, false
}

// geographic are the codes of the datums' degrees.
var geographic = map[crs.Datum]string{
	crs.DatumCGCS2000: "EPSG:4490", crs.DatumWGS84: "EPSG:4326", crs.DatumXian80: "EPSG:4610", crs.DatumBeijing54: "EPSG:4214",
}

// crs is the name of the system of coordinates whose eastings carry a zone number,
// or 0. It is "" where the section does not say enough, and what stands there where
// that is no system of the national ones. read is the zone number when only the
// eastings give it.
func (s *section) crs(zone int, degrees bool) (name string, read int) {
	if s.system == "" {
		return "", 0
	}
	datum, known := s.datum()
	if !known {
		return s.system, 0
	}
	if degrees {
		return geographic[datum], 0
	}
	if p := s.projection; p != "" && !strings.Contains(p, "高斯") && !strings.Contains(strings.ToUpper(p), "GAUSS") {
		return s.system + " " + p, 0
	}
	number := s.zone
	if number == 0 && s.meridian == 0 {
		number, read = zone, zone
	}
	width := s.width
	if width != 3 && width != 6 {
		if width = 3; number != 0 && number < 24 {
			width = 6
		}
	}
	meridian := s.meridian
	if number != 0 {
		meridian = float64(number * width)
		if width == 6 {
			meridian -= 3
		}
	}
	system, ok := crs.Zoned(datum, width, meridian, zone != 0)
	if !ok {
		return "", 0
	}
	return system.String(), read
}
