package boundary

import (
	"sync"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/crs"
	"zhenjie/geo/detect"
	"zhenjie/geo/feature"
)

// locator brings features to degrees on CGCS2000. It may be used by any number
// of goroutines.
type locator struct {
	given    *counting // what the user says the coordinates are in
	near     *geo.Bound
	shift    *crs.Shift
	native   bool     // shapes stay in their own system
	lonLat   bool     // of the format: numbers that can be degrees are taken as such
	declared sync.Map // name → counting
}

// counting is the way coordinates are counted.
type counting struct {
	system  crs.System
	swapped bool // northing or latitude stands first
	// bring takes a point in the file's order to degrees on CGCS2000, or, where
	// shapes stay in their own system, to longitude or easting first; nil when it is
	// there.
	bring func(geo.Point) geo.Point
}

func newLocator(o Options, lonLat bool) (*locator, error) {
	l := &locator{near: o.Near, shift: o.Shift, native: o.Native, lonLat: lonLat}
	if o.From == "" {
		return l, nil
	}
	s, swapped, err := crs.LookupOrder(o.From)
	if err != nil {
		return nil, unknown(err, "boundary.from_unknown", o.From)
	}
	c, err := l.counting(s, swapped)
	if err != nil {
		return nil, err
	}
	l.given = &c
	return l, nil
}

// unknown says of a name that it is not known; what is wrong with a description
// of a system is said as it is.
func unknown(err error, kind words.ID, name string) error {
	if bad, ok := err.(*geo.InputError); ok && bad.Kind != "crs.unknown" {
		return err
	}
	return geo.BadInput(geo.At{}, kind, "name", shorten(name))
}

func (l *locator) counting(s crs.System, swapped bool) (counting, error) {
	if l.native {
		c := counting{s, swapped, nil}
		if swapped {
			c.bring = func(p geo.Point) geo.Point { return geo.Point{p[1], p[0]} }
		}
		return c, nil
	}
	toDegrees, err := crs.Transform(s, crs.Degrees(crs.DatumCGCS2000), l.shift)
	if err != nil {
		return counting{}, err
	}
	c := counting{s, swapped, toDegrees}
	switch {
	case swapped:
		c.bring = func(p geo.Point) geo.Point { return toDegrees(geo.Point{p[1], p[0]}) }
	case s.Kind == crs.Geographic && (s.Datum == crs.DatumCGCS2000 || s.Datum == crs.DatumWGS84):
		c.bring = nil
	case s.Usable() == nil:
		c.bring = s.ToDegrees
	}
	return c, nil
}

// locate finds a feature's coordinate system and brings its shape to degrees.
func (l *locator) locate(f feature.Feature) (Located, []words.Text, error) {
	box, some := f.Shape.Bound()
	out := Located{Feature: f, Box: box}
	c, source, notes, err := l.find(f, box, some)
	if err != nil {
		return out, nil, inFeature(err, f)
	}
	out.System, out.Swapped, out.Source = c.system, c.swapped, source
	if !some || c.bring == nil {
		return out, notes, nil
	}
	out.Feature.Shape = f.Shape.Map(c.bring)
	out.Box, _ = out.Feature.Shape.Bound()
	return out, notes, nil
}

// find tells how a feature's coordinates are counted, and how that is known.
func (l *locator) find(f feature.Feature, box geo.Bound, some bool) (counting, CRSSource, []words.Text, error) {
	switch {
	case l.given != nil:
		if !some {
			return *l.given, Given, nil, nil
		}
		return *l.given, Given, nil, misfit(box, *l.given)
	case f.CRS != "":
		c, err := l.lookup(f.CRS)
		if err != nil {
			return c, Declared, nil, err
		}
		var notes []words.Text
		if c.system.Kind == crs.Geographic && c.system.Datum == crs.DatumWGS84 {
			notes = []words.Text{words.Say("boundary.wgs84")}
		}
		if some {
			err = misfit(box, c)
		}
		return c, Declared, notes, err
	case !some || l.lonLat && detect.InDegrees(box):
		return degrees, Assumed, swappedPerhaps(box, some), nil
	}
	return l.detect(box)
}

// degrees is what coordinates are when nobody says otherwise.
var degrees = counting{system: crs.Degrees(crs.DatumCGCS2000)}

func (l *locator) lookup(name string) (counting, error) {
	if c, ok := l.declared.Load(name); ok {
		return c.(counting), nil
	}
	s, err := crs.Lookup(name)
	if err != nil {
		return counting{}, unknown(err, "boundary.crs_unknown", name)
	}
	c, err := l.counting(s, false)
	if err == nil { // a name that is not known ends the reading
		l.declared.Store(name, c)
	}
	return c, err
}

// inFeature adds the feature's place to a fault that has none.
func inFeature(err error, f feature.Feature) error {
	bad, ok := err.(*geo.InputError)
	if !ok {
		return err
	}
	placed := *bad
	placed.At = geo.At{Feature: f.Index + 1, Byte: f.Byte}
	return &placed
}

func shorten(name string) string {
	const most = 80
	if r := []rune(name); len(r) > most {
		return string(r[:most]) + "…"
	}
	return name
}
