package convert

import (
	"errors"
	"sync"

	"zhenjie/geo"
	"zhenjie/geo/boundary"
	"zhenjie/geo/crs"
	"zhenjie/geo/detect"
)

// way takes features to the system that is wanted. It may be used by any number of
// goroutines.
type way struct {
	to     crs.System // zero for the features' own
	lonLat bool       // the format has nothing but degrees
	shift  *crs.Shift
	known  sync.Map // crs.System → step
}

// step takes points of one system to another.
type step struct {
	to   crs.System
	move func(geo.Point) geo.Point // nil where nothing changes
	err  error
}

// moved is a feature in the system that is wanted.
type moved struct {
	boundary.Located
	to  crs.System
	err error
}

func newWay(o Options, lonLat bool) (*way, error) {
	w := &way{lonLat: lonLat, shift: o.Shift}
	if o.To == "" {
		return w, nil
	}
	var err error
	if w.to, err = crs.Lookup(o.To); err != nil {
		var bad *geo.InputError
		if errors.As(err, &bad) && bad.Kind == "crs.unknown" {
			err = geo.BadInput(geo.At{}, "convert.to_unknown", "name", o.To)
		}
		return w, err
	}
	if lonLat && w.to.Metres() {
		return w, geo.BadInput(geo.At{}, "convert.lon_lat_only", "system", w.to.String())
	}
	return w, nil
}

// target is where features of a system are brought to. Formats that have nothing
// but degrees do not say on which datum: CGCS2000 and WGS 84 are what readers
// expect, unless the user wants another.
func (w *way) target(own crs.System) crs.System {
	switch {
	case !w.to.IsZero():
		return w.to
	case w.lonLat && !(own.Kind == crs.Geographic && own.Usable() == nil):
		return crs.Degrees(crs.DatumCGCS2000)
	}
	return own
}

func (w *way) step(own crs.System) step {
	if s, ok := w.known.Load(own); ok {
		return s.(step)
	}
	s := step{to: w.target(own)}
	if s.to != own {
		s.move, s.err = crs.Transform(own, s.to, w.shift)
	}
	w.known.Store(own, s)
	return s
}

// move takes a feature to the system that is wanted.
func (w *way) move(l boundary.Located) moved {
	s := w.step(l.System)
	m := moved{l, s.to, s.err}
	if m.err != nil {
		return m
	}
	if s.move != nil {
		m.Feature.Shape = l.Feature.Shape.Map(s.move)
		m.err = misplaced(m)
	}
	if s.move != nil || m.System.EPSG != 0 || l.Source != boundary.Declared {
		m.Feature.CRS = s.to.String() // otherwise what the file says of it is kept
	}
	return m
}

// misplaced refuses what lies too far from where a system holds.
func misplaced(m moved) error {
	box, some := m.Feature.Shape.Bound()
	if some && !(detect.InZone(m.to, box) && box.Max[1]-box.Min[1] < 1e8) {
		return geo.BadInput(geo.At{Feature: m.Feature.Index + 1}, "convert.far_off", "system", m.to.String())
	}
	return nil
}
