package crs

import (
	"strconv"
	"strings"

	"zhenjie/geo"
)

// The shifted systems; they have no EPSG code.
var (
	gcj02 = System{Datum: DatumWGS84, Kind: GCJ02}
	bd09  = System{Datum: DatumWGS84, Kind: BD09}
)

// aliases are names without a code in them, folded as by fold.
var aliases = map[string]int{
	"crs84": Degrees4326, "84": Degrees4326, "wgs84": Degrees4326, "cgcs2000": Degrees4490,
	"webmercator": Mercator, "900913": Mercator, "102100": Mercator, "3785": Mercator,
}

// Lookup finds a system by name or description: "EPSG:4549", "epsg4549", "4549",
// "urn:ogc:def:crs:EPSG::4549", "http://www.opengis.net/def/crs/EPSG/0/4549",
// "urn:ogc:def:crs:OGC:1.3:CRS84", "gcj02", "bd09", the names of zones in ArcGIS
// and the EPSG registry ("CGCS2000_3_Degree_GK_CM_120E"), in Chinese
// ("2000国家大地坐标系 3度带 中央经线120"), WKT 1 and 2 with ESRI's spelling of .prj
// files, and what System.String prints. Case, spaces, "-" and "_" do not matter.
//
// The errors are InputErrors: "crs.unknown" for a name that is not known, and one
// of "crs.wkt_…" that says what in a description is not understood.
func Lookup(name string) (System, error) {
	if isWKT(name) {
		return fromWKT(name)
	}
	key := fold(name)
	switch key {
	case "gcj02":
		return gcj02, nil
	case "bd09":
		return bd09, nil
	}
	code, ok := aliases[key]
	if !ok {
		code, _ = strconv.Atoi(strings.TrimPrefix(key, "epsg"))
	}
	if s, ok := ByEPSG(code); ok {
		return s, nil
	}
	for _, read := range [...]func(string) (System, bool){byMeridian, byParameters, byName} {
		if s, ok := read(name); ok {
			return s, nil
		}
	}
	return System{}, geo.BadInput(geo.At{}, "crs.unknown", "name", excerpt(strings.TrimSpace(name)))
}

// fold reduces a name to the part that tells systems apart: what follows the
// last ":" or "/", in lower case, without spaces and dashes.
func fold(name string) string {
	if i := strings.LastIndexAny(name, ":/#"); i >= 0 {
		name = name[i+1:]
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '\n', '\r', '-', '_':
			return -1
		}
		return r
	}, strings.ToLower(name))
}

// byMeridian reads the name that a zone of Zone3 without a code prints.
func byMeridian(name string) (System, bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(name), "CGCS2000 / 3-degree Gauss-Kruger CM ")
	if !ok || rest == "" {
		return System{}, false
	}
	cm, err := strconv.Atoi(rest[:len(rest)-1])
	if strings.HasSuffix(rest, "W") {
		cm = -cm
	}
	if err != nil || cm%3 != 0 || cm < -180 || cm > 180 {
		return System{}, false
	}
	s := Zone3(float64(cm))
	return s, s.String() != ""
}

// SwappedSuffix ends the name of a system whose northing or latitude stands first:
// "EPSG:4549:yx".
const SwappedSuffix = ":yx"

// LookupOrder is Lookup for a name that may end in SwappedSuffix.
func LookupOrder(name string) (s System, swapped bool, err error) {
	trimmed := strings.TrimSpace(name)
	if at := len(trimmed) - len(SwappedSuffix); at > 0 && strings.EqualFold(trimmed[at:], SwappedSuffix) {
		name, swapped = trimmed[:at], true
	}
	s, err = Lookup(name)
	return s, swapped && err == nil, err
}
