package boundary

import (
	"math"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// looksProjected says so when coordinates cannot be degrees but could be
// metres of a Gauss–Krüger zone or of Web Mercator, and names the systems they
// would fit.
func looksProjected(b geo.Bound) []words.Text {
	if math.Abs(b.Min[0]) <= 1000 || math.Abs(b.Min[1]) <= 1000 || b.Max[0] > 1e9 {
		return nil
	}
	east := b.Min[0]
	if b.Min[1] > 1e7 { // northing and easting the other way round
		east = b.Min[1]
	}
	return []words.Text{words.Say("boundary.from_projected", "codes", fitting(east))}
}

// fitting names the systems that an easting in metres may belong to. The zone
// number stands in front of six digits: 13–23 number 6° zones, 25–45 3° zones.
func fitting(easting float64) words.Text {
	zone, width := int(math.Floor(easting/1e6)), 3
	meridian := float64(3 * zone)
	if zone >= 13 && zone <= 23 {
		width, meridian = 6, float64(6*zone-3)
	}
	code := func(d crs.Datum) (int, bool) {
		s, ok := crs.Zoned(d, width, meridian, true)
		return s.EPSG, ok
	}
	now, ok := code(crs.DatumCGCS2000)
	if !ok {
		return words.Say("boundary.codes_no_zone")
	}
	xian, _ := code(crs.DatumXian80)
	beijing, _ := code(crs.DatumBeijing54)
	codes := words.Say("boundary.codes_of_zone", "width", width, "zone", zone, "cgcs2000", now, "xian80", xian, "beijing54", beijing)
	if easting < 15.1e6 { // Web Mercator's easting of 135°E: China's lie below
		codes = words.Say("boundary.codes_or_mercator", "codes", codes)
	}
	return codes
}

// misfit refuses coordinates that cannot be in the metres that the file or the
// user says they are in: degrees, another zone's number in front of the
// easting, northing and easting the other way round. Turned into degrees they
// would give a sound shape in the wrong place.
func misfit(b geo.Bound, system crs.System) error {
	if !system.Metres() {
		return nil
	}
	if inDegrees(b) {
		return geo.BadInput(geo.At{}, "boundary.degrees_not_metres", "system", system.String())
	}
	if system.Kind != crs.Projected {
		return nil
	}
	// Half a million metres either side of the meridian hold every zone; a zone
	// number leaves no more room than that, and without one there is more.
	least, most := float64(system.Zone)*1e6, float64(system.Zone+1)*1e6
	if system.Zone == 0 {
		least, most = -0.5e6, 1.5e6
	}
	for _, easting := range [...]float64{b.Min[0], b.Max[0]} {
		if easting < least || easting >= most {
			return geo.BadInput(geo.At{}, "boundary.outside_zone", "easting", geo.Decimal(easting, 0), "system", system.String(), "codes", fitting(easting))
		}
	}
	return nil
}

func inDegrees(b geo.Bound) bool {
	return b.Min[0] >= -180 && b.Max[0] <= 180 && b.Min[1] >= -90 && b.Max[1] <= 90
}
