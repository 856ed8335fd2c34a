package shaping

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/coordtext"
	"zhenjie/geo/crs"
)

// inColumns makes all lines of columns take their point from the same column, the
// first that gives one on every line, or the next where the first are names.
func inColumns(pairs []pair) []pair {
	for column := range 4 {
		out := make([]pair, len(pairs))
		fits := true
		for i, p := range pairs {
			out[i] = p
			if p.numbers != nil {
				at, ok := pairAt(p.numbers, column)
				at.line = p.line
				out[i], fits = at, fits && ok
			}
		}
		if fits && !(column == 0 && namesFirst(pairs)) {
			return out
		}
	}
	return pairs
}

// namesFirst reports whether the first column holds names though it could be a
// coordinate: whole numbers, and the two columns behind make points by themselves
// on every line. To be names they must count up by one, or the others have decimals.
func namesFirst(pairs []pair) bool {
	running, decimals := len(pairs) > 1, true
	for i, p := range pairs {
		if _, ok := pairAt(p.numbers, 1); !ok || !p.numbers[0].whole {
			return false
		}
		running = running && (i == 0 || p.numbers[0].number == pairs[i-1].numbers[0].number+1)
		decimals = decimals && !p.numbers[1].whole && !p.numbers[2].whole
	}
	return running || decimals
}

// understood finds the one notation, order and zone of all pairs and makes points
// of them.
func understood(pairs []pair, plane Plane) (Pasted, error) {
	out, err := agreed(pairs)
	if err != nil {
		return Pasted{}, err
	}
	east, north := out.split(pairs[0])
	if out.Notation == Metres {
		if out.Zone, err = zoneOf(east, pairs[0].line, plane); err != nil {
			return Pasted{}, err
		}
	}
	zone, home := coordtext.ZoneNumber(east), coordtext.InChina(east, north)
	for _, p := range pairs {
		east, north := out.split(p)
		at := geo.Point{east, north}
		switch {
		case out.Notation == Metres && coordtext.ZoneNumber(east) != zone:
			return Pasted{}, geo.BadInput(geo.At{Line: p.line}, "paste.mixed_zone")
		case out.Notation == Metres:
			at = rounded(out.Zone.ToDegrees(at))
		case math.Abs(east) > 180 || math.Abs(north) > 90:
			return Pasted{}, geo.BadInput(geo.At{Line: p.line}, "paste.outside", "lon", east, "lat", north)
		case coordtext.InChina(east, north) != home:
			return Pasted{}, geo.BadInput(geo.At{Line: p.line}, "paste.mixed_place", "lon", east, "lat", north)
		}
		out.Points = append(out.Points, at)
	}
	return out, nil
}

// agreed finds the notation and order that all pairs share. The order is that of
// the first pair whose numbers cannot be either way round.
func agreed(pairs []pair) (Pasted, error) {
	out := Pasted{Points: make([]geo.Point, 0, len(pairs)), Notation: pairs[0].notation}
	known := false
	for _, p := range pairs {
		if (p.notation == Metres) != (out.Notation == Metres) {
			return Pasted{}, geo.BadInput(geo.At{Line: p.line}, "paste.mixed_notation")
		}
		if p.notation == Sexagesimal {
			out.Notation = Sexagesimal
		}
		northFirst, clear := p.northFirst()
		switch {
		case clear && known && northFirst != out.NorthFirst:
			return Pasted{}, geo.BadInput(geo.At{Line: p.line}, "paste.mixed_order")
		case clear:
			out.NorthFirst, known = northFirst, true
		}
	}
	return out, nil
}

// split returns a pair as easting and northing, or longitude and latitude.
func (p Pasted) split(of pair) (east, north float64) {
	if p.NorthFirst {
		return of.next.number, of.first.number
	}
	return of.first.number, of.next.number
}

// northFirst tells whether latitude or northing stands first; clear is false where
// the numbers could be either way round.
func (p pair) northFirst() (yes, clear bool) {
	a, b := p.first, p.next
	switch {
	case a.axis != 0 || b.axis != 0:
		return a.axis == 'N' || b.axis == 'E', true
	case p.notation == Metres:
		return coordtext.IsNorthing(a.number), true
	case coordtext.InChina(a.number, b.number):
		return false, true
	case coordtext.InChina(b.number, a.number):
		return true, true
	}
	return math.Abs(b.number) > 90, math.Abs(a.number) > 90 || math.Abs(b.number) > 90
}

// zoneOf finds the system of an easting: 13–23 number 6° zones, 25–45 3° zones.
func zoneOf(east float64, line int, plane Plane) (crs.System, error) {
	zone := coordtext.ZoneNumber(east)
	if zone == 0 {
		if plane.IsZero() {
			return crs.System{}, geo.BadInput(geo.At{Line: line}, "paste.zone_needed", "easting", geo.Decimal(east, 2))
		}
		return plane.Zone(), nil
	}
	width, meridian := 3, float64(3*zone)
	if zone <= 23 {
		width, meridian = 6, float64(6*zone-3)
	}
	system, ok := crs.Zoned(crs.DatumCGCS2000, width, meridian, true)
	if !ok {
		return crs.System{}, geo.BadInput(geo.At{Line: line}, "paste.zone", "zone", zone)
	}
	return system, nil
}
