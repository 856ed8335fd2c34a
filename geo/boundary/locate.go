package boundary

import (
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
	box, some := f.Shape.Bound()
	out := Located{Feature: f, Box: box}
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
		return out, looksProjected(box), nil
	}
	if s := out.System; s.Kind == crs.Geographic {
		if out.Source == Declared && s.Datum == crs.DatumWGS84 {
			return out, []words.Text{words.Say("boundary.wgs84")}, nil
		}
		return out, nil, nil
	}
	if !some {
		return out, nil, nil
	}
	if err := misfit(box, out.System); err != nil {
		return out, nil, inFeature(err, f)
	}
	out.Feature.Shape = f.Shape.Map(out.System.ToDegrees)
	out.Box, _ = out.Feature.Shape.Bound()
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
