package crs

import (
	"math"
	"strings"

	"zhenjie/geo"
)

// others are datums that share an ellipsoid with one of China's, as their names
// begin once folded. Taken for it they would be off by metres.
var others = []string{"newbeijing", "pulkovo", "etrs", "european", "northamerican", "nad", "gda", "jgd", "korea", "geocentricdatumofkorea"}

// datumIn finds the datum of a geographic system by its ellipsoid.
func datumIn(geogcs *node) (Datum, error) {
	datum := geogcs.find("DATUM", "GEODETICDATUM", "TRF", "ENSEMBLE")
	ellipsoid := datum.find("SPHEROID", "ELLIPSOID")
	if ellipsoid == nil {
		return 0, geo.BadInput(geo.At{}, "crs.wkt_missing", "what", "ELLIPSOID")
	}
	name := foldWKT(datum.value(0))
	for _, other := range others {
		if strings.HasPrefix(strings.ReplaceAll(strings.TrimPrefix(name, "d "), " ", ""), other) {
			return 0, geo.BadInput(geo.At{}, "crs.wkt_datum", "datum", excerpt(datum.value(0)))
		}
	}
	if prime := geogcs.find("PRIMEM", "PRIMEMERIDIAN"); prime != nil && number(prime.value(1)) != 0 {
		return 0, geo.BadInput(geo.At{}, "crs.wkt_prime", "name", excerpt(prime.value(0)))
	}
	d, ok := datumLike(number(ellipsoid.value(1)), number(ellipsoid.value(2)))
	if !ok {
		return 0, geo.BadInput(geo.At{}, "crs.wkt_ellipsoid", "name", excerpt(ellipsoid.value(0)), "a", excerpt(ellipsoid.value(1)), "f", excerpt(ellipsoid.value(2)))
	}
	if d == DatumCGCS2000 || d == DatumWGS84 {
		for _, v := range datum.find("TOWGS84").texts() {
			if number(v) != 0 {
				return 0, geo.BadInput(geo.At{}, "crs.wkt_shift", "datum", excerpt(datum.value(0)))
			}
		}
	}
	return d, nil
}

// datumLike finds the datum whose ellipsoid has a semi-major axis in metres and
// an inverse flattening: within 1 cm of the one and 1e-4 (7 mm) of the other, and
// nearest among them, which tells CGCS2000 from WGS 84.
func datumLike(a, rf float64) (d Datum, ok bool) {
	off := 1e-4
	for _, is := range [...]Datum{DatumCGCS2000, DatumWGS84, DatumXian80, DatumBeijing54} {
		e := is.Ellipsoid()
		if by := math.Abs(rf - 1/e.F); by < off && math.Abs(a-e.A) <= 0.01 {
			d, off, ok = is, by, true
		}
	}
	return d, ok
}
