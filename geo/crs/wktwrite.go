package crs

import (
	"fmt"
	"strings"
)

// WKT describes the system as ESRI's WKT 1, the text of a .prj file. It is "" for
// what has no such description: an unknown system, GCJ-02, BD-09.
func (s System) WKT() string {
	switch s.Kind {
	case Geographic:
		return s.Datum.wkt()
	case Projected:
		return s.planeWKT()
	case WebMercator:
		return projcs("WGS_1984_Web_Mercator_Auxiliary_Sphere", s.Datum, "Mercator_Auxiliary_Sphere",
			parameter{"False_Easting", 0}, parameter{"False_Northing", 0}, parameter{"Central_Meridian", 0},
			parameter{"Standard_Parallel_1", 0}, parameter{"Auxiliary_Sphere_Type", 0})
	}
	return ""
}

func (s System) planeWKT() string {
	g, method := s.projection, "Gauss_Kruger"
	if g.Scale != 1 {
		method = "Transverse_Mercator"
	}
	return projcs(s.esriName(), s.Datum, method,
		parameter{"False_Easting", g.FalseEasting}, parameter{"False_Northing", g.FalseNorthing},
		parameter{"Central_Meridian", g.CentralMeridian}, parameter{"Scale_Factor", g.Scale}, parameter{"Latitude_Of_Origin", 0})
}

type parameter struct {
	name  string
	value float64
}

func projcs(name string, d Datum, method string, parameters ...parameter) string {
	var b strings.Builder
	fmt.Fprintf(&b, `PROJCS["%s",%s,PROJECTION["%s"]`, name, d.wkt(), method)
	for _, p := range parameters {
		fmt.Fprintf(&b, `,PARAMETER["%s",%s]`, p.name, pointed(p.value))
	}
	b.WriteString(`,UNIT["Meter",1.0]]`)
	return b.String()
}

// pointed writes a number with a decimal point, as ESRI does.
func pointed(x float64) string {
	if text := shortest(x); strings.Contains(text, ".") {
		return text
	}
	return shortest(x) + ".0"
}

// esriDatum are ESRI's names of datums.
var esriDatum = [...]struct{ gcs, datum, spheroid, short string }{
	DatumCGCS2000:  {"GCS_China_Geodetic_Coordinate_System_2000", "D_China_2000", "CGCS2000", "CGCS2000"},
	DatumWGS84:     {"GCS_WGS_1984", "D_WGS_1984", "WGS_1984", "WGS_1984"},
	DatumXian80:    {"GCS_Xian_1980", "D_Xian_1980", "Xian_1980", "Xian_1980"},
	DatumBeijing54: {"GCS_Beijing_1954", "D_Beijing_1954", "Krasovsky_1940", "Beijing_1954"},
}

func (d Datum) wkt() string {
	n, e := esriDatum[d], d.Ellipsoid()
	return fmt.Sprintf(`GEOGCS["%s",DATUM["%s",SPHEROID["%s",%s,%s]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`,
		n.gcs, n.datum, n.spheroid, pointed(e.A), inverseFlattening[d])
}

// inverseFlattening are the numbers that define the ellipsoids: 1/(1/f) loses
// digits.
var inverseFlattening = [...]string{
	DatumCGCS2000: "298.257222101", DatumWGS84: "298.257223563", DatumXian80: "298.257", DatumBeijing54: "298.3",
}

// esriName is ESRI's name of a plane.
func (s System) esriName() string {
	short := esriDatum[s.Datum].short
	if zone, south, ok := s.utm(); ok {
		return fmt.Sprintf("%s_UTM_Zone_%d%s", short, zone, half(south))
	}
	gk := "GK"
	switch {
	case s.Width == 3:
		gk = "3_Degree_GK"
	case s.Width == 6 && s.Zone == 0 && s.Datum == DatumBeijing54:
		gk = "Gauss_Kruger" // so it is spelled for this datum alone
	case s.Width == 0:
		gk = "TM"
	}
	if s.Zone != 0 && s.Width != 0 {
		return fmt.Sprintf("%s_%s_Zone_%d", short, gk, s.Zone)
	}
	return fmt.Sprintf("%s_%s_CM_%s", short, gk, s.meridian())
}

// half is the letter of a half of the earth.
func half(south bool) string {
	if south {
		return "S"
	}
	return "N"
}
