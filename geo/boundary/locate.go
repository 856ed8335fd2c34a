package boundary

import (
	"math"
	"sync"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/crs"
	"zhenjie/geo/feature"
)

// locator brings features to degrees on CGCS2000. It may be used by any number
// of goroutines.
type locator struct {
	given    *crs.System // what the user says the coordinates are in
	declared sync.Map    // name → resolved
}

type resolved struct {
	system crs.System
	err    error
}

func newLocator(from string) (*locator, error) {
	if from == "" {
		return &locator{}, nil
	}
	s, err := crs.Lookup(from)
	if err != nil {
		return nil, geo.BadInput(geo.At{}, "boundary.from_unknown", "name", from)
	}
	if err := s.Usable(); err != nil {
		return nil, err
	}
	return &locator{given: &s}, nil
}

// locate finds a feature's coordinate system and brings its shape to degrees.
// Coordinates that no system is named for are taken as degrees and not
// touched, even where they cannot be: package topology shows them where they
// stand, and the note says what they look like.
func (l *locator) locate(f feature.Feature) (Located, []words.Text, error) {
	out := Located{Feature: f}
	switch {
	case l.given != nil:
		out.System, out.Source = *l.given, Given
	case f.CRS != "":
		r := l.lookup(f.CRS)
		if r.err != nil {
			return out, nil, inFeature(r.err, f)
		}
		out.System, out.Source = r.system, Declared
	default:
		out.System, _ = crs.ByEPSG(crs.Degrees4490)
		out.Source = Assumed
		return out, looksProjected(f.Shape), nil
	}
	if s := out.System; s.Kind == crs.Geographic {
		if out.Source == Declared && s.Datum == crs.DatumWGS84 {
			return out, []words.Text{words.Say("boundary.wgs84")}, nil
		}
		return out, nil, nil
	}
	out.Feature.Shape = f.Shape.Map(out.System.ToDegrees)
	return out, nil, nil
}

func (l *locator) lookup(name string) resolved {
	if r, ok := l.declared.Load(name); ok {
		return r.(resolved)
	}
	s, err := crs.Lookup(name)
	if err != nil {
		err = geo.BadInput(geo.At{}, "boundary.crs_unknown", "name", shorten(name))
	} else {
		err = s.Usable()
	}
	r := resolved{s, err}
	if err == nil { // a name that is not known ends the reading
		l.declared.Store(name, r)
	}
	return r
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

// looksProjected says so when coordinates cannot be degrees but could be
// metres of a Gauss–Krüger zone or of Web Mercator, and names the systems they
// would fit.
func looksProjected(s geo.Shape) []words.Text {
	b, ok := s.Bound()
	if !ok || math.Abs(b.Min[0]) <= 1000 || math.Abs(b.Min[1]) <= 1000 || b.Max[0] > 1e9 {
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
	return words.Say("boundary.codes_of_zone", "width", width, "zone", zone, "cgcs2000", now, "xian80", xian, "beijing54", beijing)
}
