package crs

import (
	"math"
	"strconv"
	"strings"
)

// How far parameters may be off and still be those of a known system: what
// programs lose in writing them.
const (
	sameMeridian = 1e-9 // degrees
	sameMetres   = 1e-4
	sameScale    = 1e-10
)

// Most that the parameters of a transverse Mercator may be, so that metres keep
// their digits.
const (
	mostFalse    = 1e9 // metres
	leastScale   = 0.5
	mostScale    = 2
	mostMeridian = 180 // degrees
)

// Transverse returns the system of a projection on a datum: the one with a code
// where the parameters are its own, else one without. width, 3 or 6, chooses
// between zones of the same parameters (a 3° and a 6° zone on one meridian); 0
// takes the 3° one. ok is false for parameters out of all bounds.
func Transverse(d Datum, g GaussKruger, width int) (s System, ok bool) {
	if !(math.Abs(g.CentralMeridian) <= mostMeridian && math.Abs(g.FalseEasting) <= mostFalse &&
		math.Abs(g.FalseNorthing) <= mostFalse && g.Scale >= leastScale && g.Scale <= mostScale) {
		return System{}, false
	}
	g.s = seriesOf(d.Ellipsoid())
	for _, like := range likely(d, g) {
		if like.projection.near(g) && (s.IsZero() || like.Width == width) {
			s = like
		}
	}
	if !s.IsZero() {
		return s, true
	}
	// Zero must be told from nothing: −0 is 0 in all that is said of it.
	g.CentralMeridian, g.FalseEasting, g.FalseNorthing = g.CentralMeridian+0, g.FalseEasting+0, g.FalseNorthing+0
	s = System{Datum: d, Kind: Projected, projection: g}
	if zone := (g.FalseEasting - falseEasting) / 1e6; zone == math.Trunc(zone) && zone >= 1 && zone <= 120 {
		s.Zone = int(zone)
	}
	return s, true
}

// likely lists the known systems round a meridian, 3° zones first.
func likely(d Datum, g GaussKruger) []System {
	cm := math.Round(g.CentralMeridian)
	var all []System
	for _, named := range [...]bool{false, true} {
		for _, width := range [...]int{3, 6} {
			if s, ok := Zoned(d, width, cm, named); ok {
				all = append(all, s)
			}
		}
	}
	if d == DatumCGCS2000 {
		all = append(all, Zone3(cm))
	}
	if zone := (cm + 183) / 6; d == DatumWGS84 && zone == math.Trunc(zone) && zone >= 1 && zone <= 60 {
		all = append(all, UTM(int(zone), false), UTM(int(zone), true))
	}
	return all
}

// near reports whether two projections of an ellipsoid are the same but for what
// writing their parameters costs.
func (g GaussKruger) near(o GaussKruger) bool {
	return math.Abs(g.CentralMeridian-o.CentralMeridian) <= sameMeridian && math.Abs(g.Scale-o.Scale) <= sameScale &&
		math.Abs(g.FalseEasting-o.FalseEasting) <= sameMetres && math.Abs(g.FalseNorthing-o.FalseNorthing) <= sameMetres
}

// tm stands between datum and parameters in the name of a system without a code.
const tm = " / TM "

// parameters names a system that is no zone by its parameters, in PROJ's words.
func (s System) parameters() string {
	g := s.projection
	return s.Datum.english() + tm + "lon_0=" + shortest(g.CentralMeridian) + " x_0=" + shortest(g.FalseEasting) +
		" y_0=" + shortest(g.FalseNorthing) + " k=" + shortest(g.Scale)
}

// byParameters reads what parameters prints; those left out are 0, x_0 500000 and
// k 1.
func byParameters(name string) (System, bool) {
	datum, rest, ok := strings.Cut(strings.TrimSpace(name), tm)
	d, known := datumOf[datum]
	if !ok || !known {
		return System{}, false
	}
	g := NewGaussKruger(d.Ellipsoid(), math.NaN(), falseEasting)
	for field := range strings.FieldsSeq(rest) {
		key, text, _ := strings.Cut(field, "=")
		value, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return System{}, false
		}
		switch key {
		case "lon_0":
			g.CentralMeridian = value
		case "x_0":
			g.FalseEasting = value
		case "y_0":
			g.FalseNorthing = value
		case "k":
			g.Scale = value
		default:
			return System{}, false
		}
	}
	return Transverse(d, g, 0) // no meridian is no number, and out of bounds
}

// datumOf finds a datum by the name that systems without a code begin with.
var datumOf = func() map[string]Datum {
	all := map[string]Datum{}
	for _, d := range [...]Datum{DatumCGCS2000, DatumWGS84, DatumXian80, DatumBeijing54} {
		all[d.english()] = d
	}
	return all
}()

func shortest(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
