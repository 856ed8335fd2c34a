package crs

import (
	"math"
	"strconv"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// fromWKT understands WKT 1, as OGC and as ESRI write it, and WKT 2. Parameters
// decide and not names: a code or a name only chooses between systems whose
// parameters are the same.
func fromWKT(text string) (System, error) {
	root, err := parseWKT(text)
	if err != nil {
		return System{}, err
	}
	s, err := fromTree(horizontal(root))
	if err == nil && root.transforms() && (s.Datum == DatumCGCS2000 || s.Datum == DatumWGS84) {
		return System{}, geo.BadInput(geo.At{}, "crs.wkt_shift", "datum", s.Datum.Name())
	}
	return s, err
}

// transforms reports whether a system is bound to a transformation that changes
// anything. For 西安80 and 北京54 it says nothing: theirs are the user's to name.
func (n *node) transforms() bool {
	if n.key != "BOUNDCRS" {
		return false
	}
	for _, p := range n.find("ABRIDGEDTRANSFORMATION").inner() {
		if scale := strings.HasPrefix(foldWKT(p.value(0)), "scale"); p.key == "PARAMETER" && number(p.value(1)) != 0 && !(scale && number(p.value(1)) == 1) {
			return true
		}
	}
	return false
}

func fromTree(crs *node) (System, error) {
	if err := checkUnits(crs, ""); err != nil {
		return System{}, err
	}
	switch crs.key {
	case "GEOGCS", "GEOGCRS", "GEOGRAPHICCRS", "GEODCRS", "GEODETICCRS":
		if cs := crs.find("CS"); cs != nil && !strings.EqualFold(cs.value(0), "ellipsoidal") {
			return System{}, geo.BadInput(geo.At{}, "crs.wkt_kind", "kind", cs.value(0))
		}
		d, err := datumIn(crs)
		if err != nil {
			return System{}, err
		}
		return Degrees(d), nil
	case "PROJCS", "PROJCRS", "PROJECTEDCRS":
		return projectedIn(crs)
	}
	return System{}, geo.BadInput(geo.At{}, "crs.wkt_kind", "kind", crs.key)
}

// horizontal takes the plane part of a compound system, and the system itself of
// one that is bound to a transformation.
func horizontal(root *node) *node {
	for {
		inner := root
		switch root.key {
		case "COMPD_CS", "COMPOUNDCRS", "SOURCECRS":
			if len(root.nodes) > 0 {
				inner = root.nodes[0]
			}
		case "BOUNDCRS":
			if n := root.find("SOURCECRS"); n != nil {
				inner = n
			}
		}
		if inner == root {
			return root
		}
		root = inner
	}
}

// checkUnits refuses any unit but metres and degrees; parent is the keyword round
// n.
func checkUnits(n *node, parent string) error {
	if ofAngle, ofLength := unitOf(n.key, parent); ofAngle || ofLength {
		factor := number(n.value(1))
		// Writers round the degree.
		good := ofAngle && math.Abs(factor-radian) <= 1e-9 || ofLength && math.Abs(factor-1) <= 1e-9
		if !good {
			want := words.Say("crs.metre")
			if ofAngle {
				want = words.Say("crs.degree")
			}
			return geo.BadInput(geo.At{}, "crs.wkt_unit", "unit", excerpt(n.value(0)), "want", want)
		}
	}
	for _, c := range n.nodes {
		if err := checkUnits(c, n.key); err != nil {
			return err
		}
	}
	return nil
}

// unitOf finds what a unit measures by its keyword and the one round it; a plain
// UNIT may be of either in many places.
func unitOf(key, parent string) (ofAngle, ofLength bool) {
	switch key {
	case "ANGLEUNIT", "ANGULARUNIT":
		return true, false
	case "LENGTHUNIT", "SCALEUNIT":
		return false, true
	case "UNIT":
		switch parent {
		case "GEOGCS", "BASEGEOGCRS", "BASEGEODCRS", "GEODCRS", "GEOGCRS":
			return true, false
		case "PROJCS", "PROJCRS":
			return false, true
		}
		return true, true
	}
	return false, false
}

// projectedIn understands a projected system.
func projectedIn(crs *node) (System, error) {
	conversion := crs
	if c := crs.find("CONVERSION", "DERIVINGCONVERSION"); c != nil {
		conversion = c
	}
	method := conversion.find("PROJECTION", "METHOD").value(0)
	base := crs.find("GEOGCS", "BASEGEOGCRS", "BASEGEODCRS")
	if base == nil {
		return System{}, geo.BadInput(geo.At{}, "crs.wkt_missing", "what", "GEOGCS")
	}
	if err := checkAxes(crs); err != nil {
		return System{}, err
	}
	switch foldWKT(method) {
	case "transverse mercator", "gauss kruger", "gauss kruger transverse mercator":
		return transverseIn(crs, conversion, base)
	case "popular visualisation pseudo mercator", "mercator auxiliary sphere":
		return mercatorIn(conversion)
	case "mercator 1sp", "mercator":
		if isWebMercator(crs, base) {
			return mercatorIn(conversion)
		}
	}
	return System{}, geo.BadInput(geo.At{}, "crs.wkt_method", "method", excerpt(method))
}

// isWebMercator tells Web Mercator from the Mercator of the ellipsoid, whose names
// WKT 1 shares: the sphere is said aside, or is the ellipsoid itself.
func isWebMercator(crs, base *node) bool {
	sphere := base.find("DATUM").find("SPHEROID")
	return strings.Contains(crs.find("EXTENSION").value(1), "+nadgrids=@null") ||
		number(sphere.value(1)) == mercatorRadius && number(sphere.value(2)) == 0
}

func mercatorIn(conversion *node) (System, error) {
	for _, n := range conversion.nodes {
		if n.key != "PARAMETER" {
			continue
		}
		usual := 0.0
		if name := foldWKT(n.value(0)); strings.HasPrefix(name, "scale factor") {
			usual = 1
		}
		if number(n.value(1)) != usual {
			return System{}, unknownParameter(n)
		}
	}
	s, _ := ByEPSG(Mercator)
	return s, nil
}

func transverseIn(crs, conversion, base *node) (System, error) {
	d, err := datumIn(base)
	if err != nil {
		return System{}, err
	}
	p := map[string]float64{"scale": 1, "meridian": math.NaN()}
	for _, n := range conversion.nodes {
		if !strings.HasPrefix(n.key, "PARAMETER") {
			continue
		}
		which, ok := parameterNames[foldWKT(n.value(0))]
		value := number(n.value(1))
		if !ok || n.key != "PARAMETER" || math.IsNaN(value) || math.IsInf(value, 0) {
			return System{}, unknownParameter(n)
		}
		p[which] = value
	}
	if math.IsNaN(p["meridian"]) {
		return System{}, geo.BadInput(geo.At{}, "crs.wkt_missing", "what", "central_meridian")
	}
	g := NewGaussKruger(d.Ellipsoid(), p["meridian"], p["easting"]).WithOrigin(p["latitude"], p["northing"], p["scale"])
	s, ok := Transverse(d, g, widthOf(crs, d))
	if !ok {
		return System{}, geo.BadInput(geo.At{}, "crs.wkt_range", "name", excerpt(crs.value(0)))
	}
	return s, nil
}

// parameterNames are those of the transverse Mercator in WKT 1 and 2, folded.
var parameterNames = map[string]string{
	"central meridian": "meridian", "longitude of natural origin": "meridian", "longitude of center": "meridian", "longitude of origin": "meridian",
	"latitude of origin": "latitude", "latitude of natural origin": "latitude", "latitude of center": "latitude",
	"scale factor": "scale", "scale factor at natural origin": "scale",
	"false easting": "easting", "false northing": "northing",
}

func unknownParameter(n *node) error {
	return geo.BadInput(geo.At{}, "crs.wkt_parameter", "parameter", excerpt(n.value(0)), "value", excerpt(n.value(1)))
}

// checkAxes refuses axes that count westwards or southwards. Their order does not
// matter: files have the easting first, whatever the standard's order is.
func checkAxes(crs *node) error {
	for _, n := range crs.nodes {
		if n.key != "AXIS" {
			continue
		}
		if way := strings.ToLower(n.value(1)); way != "north" && way != "east" {
			return geo.BadInput(geo.At{}, "crs.wkt_axis", "axis", excerpt(n.value(0)+" "+n.value(1)))
		}
	}
	return nil
}

// widthOf finds whether a 3° or a 6° zone is meant, by the code if it is one of
// the datum's, or else by the name; 0 when neither says so.
func widthOf(crs *node, d Datum) int {
	if id := crs.find("AUTHORITY", "ID"); strings.EqualFold(id.value(0), "EPSG") {
		code, _ := strconv.Atoi(id.value(1))
		if s, ok := ByEPSG(code); ok && s.Datum == d && s.Kind == Projected {
			return s.Width
		}
	}
	if s, ok := byName(crs.value(0)); ok {
		return s.Width
	}
	return 0
}

// number reads a number, NaN for none.
func number(text string) float64 {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return math.NaN()
	}
	return x
}

// foldWKT makes one of the spellings of a name: small letters, single spaces.
func foldWKT(name string) string {
	name = strings.NewReplacer("_", " ", "-", " ", "ü", "u", "(", " ", ")", " ").Replace(strings.ToLower(name))
	return strings.Join(strings.Fields(name), " ")
}

// excerpt is the beginning of a name, short enough for a sentence.
func excerpt(name string) string {
	const most = 60
	if r := []rune(name); len(r) > most {
		return string(r[:most]) + "…"
	}
	return name
}
