package boundary

import (
	"fmt"
	"math"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/crs"
	"zhenjie/geo/detect"
)

// detect finds out from the numbers how coordinates are counted that nobody names
// a system for. What fits several systems is refused, with their names. What fits
// none is refused too, unless some of it may be degrees: then it is not touched,
// and package topology shows where the rest stands.
func (l *locator) detect(box geo.Bound) (counting, CRSSource, []words.Text, error) {
	r := detect.Detect(detect.Input{Box: box, Near: l.near})
	switch {
	case r.Certain:
		c := r.Candidates[0]
		if !c.System.Metres() && !c.Swapped {
			return degrees, Assumed, nil, nil
		}
		counted, err := l.counting(c.System, c.Swapped)
		return counted, Detected, []words.Text{words.Say("boundary.detected", "name", c.System.Name(), "from", c.From(), "why", c.Why)}, err
	case len(r.Candidates) > 0:
		return counting{}, Detected, nil, geo.BadInput(geo.At{}, "boundary.ambiguous", "values", values(r.Candidates))
	case farFromDegrees(box):
		return counting{}, Detected, nil, geo.BadInput(geo.At{}, "boundary.no_system")
	}
	return degrees, Assumed, nil, nil
}

// farFromDegrees reports whether all numbers of a box are too large for degrees,
// those of a slip of the pen included.
func farFromDegrees(b geo.Bound) bool {
	const far = 1000
	return (b.Min[0] > far || b.Max[0] < -far) && (b.Min[1] > far || b.Max[1] < -far)
}

// swappedPerhaps says so when degrees that are taken in the usual order would lie
// in China in the other.
func swappedPerhaps(box geo.Bound, some bool) []words.Text {
	const north, west = 56, 70 // of all China
	if !some || box.Max[0] > north || box.Min[1] < west {
		return nil
	}
	r := detect.Detect(detect.Input{Box: box})
	if len(r.Candidates) == 0 || !r.Candidates[0].Swapped {
		return nil
	}
	return []words.Text{words.Say("boundary.swapped_perhaps", "from", r.Candidates[0].From())}
}

// values lists the names of candidates, as --from takes them, with the meridians
// people know the zones by.
func values(all []detect.Candidate) words.Text {
	if len(all) == 0 {
		return words.Say("boundary.no_value")
	}
	var b strings.Builder
	for i, c := range all {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(c.From())
		if c.System.Kind == crs.Projected {
			fmt.Fprintf(&b, " (%g°E)", c.System.CentralMeridian())
		}
	}
	return words.Raw(b.String())
}

// misfit refuses coordinates that cannot be in the system that the file or the
// user says they are in: degrees for metres and the other way round, another
// zone's number in front of the easting, northing and easting swapped. Turned
// into degrees they would give a sound shape in the wrong place.
func misfit(b geo.Bound, c counting) error {
	if c.swapped {
		b = detect.Swap(b)
	}
	others := func() words.Text {
		return values(detect.Detect(detect.Input{Box: b, Declared: c.system}).Candidates)
	}
	switch {
	case c.system.Kind == crs.Geographic && farFromDegrees(b):
		return geo.BadInput(geo.At{}, "boundary.metres_not_degrees", "system", c.system.String(), "values", others())
	case !c.system.Metres():
		return nil
	case detect.InDegrees(b):
		return geo.BadInput(geo.At{}, "boundary.degrees_not_metres", "system", c.system.String())
	case detect.InZone(c.system, b):
		return nil
	}
	easting := b.Min[0]
	if west := c.system.Projection().FalseEasting; math.Abs(b.Max[0]-west) > math.Abs(easting-west) {
		easting = b.Max[0]
	}
	return geo.BadInput(geo.At{}, "boundary.outside_zone", "easting", geo.Decimal(easting, 0), "system", c.system.String(), "values", others())
}
