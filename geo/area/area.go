// Package area computes how large a shape is, in the three ways of Chinese land
// practice, and how uncertain that is.
//
// The survey area is the statutory 图斑椭球面积 and the number of record. The
// geodesic area joins the vertices by geodesics on the ellipsoid; the plane area
// is that of the Gauss–Krüger plane. For a town of 4 km² they differ by parts
// per million close to the central meridian and by hundreds at a zone's edge.
//
// A polygon's area is that of its outer ring less those of its holes, whichever
// way they wind; parts add. What cannot be computed is NaN (geo.Area.Known), and
// no input makes a panic.
package area

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// Methods is a set of ways to measure.
type Methods uint8

// The ways to measure.
const (
	Survey Methods = 1 << iota
	Geodesic
	Plane

	All = Survey | Geodesic | Plane
)

// Measures are the areas of one shape; what was not asked for, or cannot be
// computed, is NaN.
type Measures struct {
	Survey   geo.Area // 图斑椭球面积, rounded to 0.01 m²
	Geodesic geo.Area
	Plane    geo.Area
	Sigma    geo.Area   // standard deviation of the area, from that of the vertices
	PlaneCRS crs.System // the zone that survey, plane and sigma were computed in
}

// Of measures a shape of longitudes and latitudes in degrees on CGCS2000.
// vertexSigma is the standard deviation of each coordinate of a vertex, in
// metres, errors of different vertices and axes being independent.
//
// The zone is the 3° zone of the middle of the shape's longitudes. A shape that
// reaches more than 10° from its meridian, and so any round a pole or across 180°,
// has a geodesic area only, and no zone. An empty shape has area 0. Where the
// geodesic area alone is asked for, nothing is projected, and Sigma is right to
// 1e-6 for edges of a town, to 1e-3 for 20 km and to 1e-2 for any.
func Of(s geo.Shape, m Methods, vertexSigma float64) Measures {
	out := Measures{Survey: geo.Unknown, Geodesic: geo.Unknown, Plane: geo.Unknown, Sigma: geo.Unknown}
	reach := longitudes(s)
	zone := crs.Zone3(reach.middle())
	if reach.within(zone) {
		out.PlaneCRS = zone
	}
	var spread float64
	if m&Geodesic != 0 {
		out.Geodesic, spread = geodesicsOn(crs.CGCS2000).shape(s, zone.CentralMeridian())
	}
	if m == Geodesic {
		if vertexSigma == 0 || reach.empty() || reach.within(zone) {
			out.Sigma = deviation(spread, vertexSigma)
		}
		return out
	}
	survey, flat, sigma := inZone(s, reach, zone, m&Survey != 0, vertexSigma)
	out.Sigma = sigma
	if m&Survey != 0 {
		out.Survey = survey
	}
	if m&Plane != 0 {
		out.Plane = flat
	}
	return out
}

// SurveyIn returns the statutory 图斑椭球面积 (国土调查办发〔2008〕32号, carried on in
// TD/T 1055-2019) of a shape in degrees on the datum of a Gauss–Krüger zone: edges
// straight in the plane and cut into pieces of at most 70 m, plane coordinates
// rounded to 0.0001 m, angles to 0.000001″, the result to 0.01 m². The roundings
// are the method's own; beyond them the error is below 0.001 m² for a million
// vertices.
func SurveyIn(s geo.Shape, zone crs.System) geo.Area {
	survey, _, _ := inZone(s, longitudes(s), zone, true, 0)
	return survey
}

// PlaneIn returns the area in the plane of a Gauss–Krüger zone, for a shape in
// degrees on its datum.
func PlaneIn(s geo.Shape, zone crs.System) geo.Area {
	_, flat, _ := inZone(s, longitudes(s), zone, false, 0)
	return flat
}

// SigmaIn returns the standard deviation of the area of a shape in degrees whose
// vertices have independent errors of vertexSigma metres in each coordinate:
// differentiating the shoelace formula, σ/2 · √Σ|P(i+1) − P(i−1)|² over the
// vertices of all rings.
func SigmaIn(s geo.Shape, zone crs.System, vertexSigma float64) geo.Area {
	_, _, sigma := inZone(s, longitudes(s), zone, false, vertexSigma)
	return sigma
}

// GeodesicOn returns the area of a shape in degrees on an ellipsoid, its edges
// being geodesics (Karney 2013, "Algorithms for geodesics"). It holds to 1e-9 of
// the area plus 1 mm², also round a pole and across 180°; each edge of more than
// some 5 km adds 1e-16 of the strip between it and the equator, 1e-5 m² and more.
// Each ring's area is the smaller of the two parts it divides the ellipsoid into.
// The flattening must be that of an earth, 0 ≤ e² < 0.01.
func GeodesicOn(s geo.Shape, e crs.Ellipsoid) geo.Area {
	area, _ := geodesicsOn(e).shape(s, 0)
	return area
}

// inZone measures in a zone; the survey area of a shape is NaN unless asked for.
func inZone(s geo.Shape, reach span, zone crs.System, survey bool, vertexSigma float64) (surveyArea, flat, sigma geo.Area) {
	if reach.empty() {
		return 0, 0, 0
	}
	if !reach.within(zone) {
		return geo.Unknown, geo.Unknown, geo.Unknown
	}
	p := newPlane(zone, survey)
	var surveys, flats, spreads sum
	for at, r := range s.All() {
		sv, fl, sp := p.ring(r)
		surveys.add(signed(at, sv))
		flats.add(signed(at, fl))
		spreads.add(sp)
	}
	surveyArea = geo.Unknown
	if survey {
		surveyArea = geo.Area(math.Round(surveys.value()*100) / 100)
	}
	return surveyArea, geo.Area(flats.value()), deviation(spreads.value(), vertexSigma)
}

// deviation is the standard deviation of an area whose vertices have that spread.
func deviation(spread, vertexSigma float64) geo.Area {
	return geo.Area(vertexSigma / 2 * math.Sqrt(spread))
}

// signed makes a ring's area count for the shape: outer rings add, holes subtract.
func signed(at geo.RingRef, m2 float64) float64 {
	if at.Ring == 0 {
		return math.Abs(m2)
	}
	return -math.Abs(m2)
}
