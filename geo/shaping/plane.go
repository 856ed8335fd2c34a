package shaping

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/crs"
	"zhenjie/geo/shaping/flat"
)

// Plane is the Gauss–Krüger plane of one 3° zone on CGCS2000, in which shapes are
// drawn and measured in metres. It is conformal: angles are those on the ground,
// and lengths are longer by half the square of the distance from the zone's
// meridian over the earth's radius, 0.25 m a kilometre at the zone's edge.
type Plane struct{ zone crs.System }

// PlaneOf returns the plane of the zone of the middle of a shape's longitudes,
// the one its area is measured in. An empty shape has the zero Plane, which
// leaves every point as it is.
func PlaneOf(s geo.Shape) Plane {
	b, ok := s.Bound()
	if !ok {
		return Plane{}
	}
	return PlaneAt(b.Center())
}

// PlaneAt returns the plane of the zone that a place lies in.
func PlaneAt(p geo.Point) Plane { return Plane{crs.Zone3(p[0])} }

// Zone is the plane's coordinate system; eastings carry no zone number.
func (p Plane) Zone() crs.System { return p.zone }

// IsZero reports whether p is the zero Plane.
func (p Plane) IsZero() bool { return p.zone.IsZero() }

// ToPlane returns easting and northing in metres of a longitude and latitude.
func (p Plane) ToPlane(lonLat geo.Point) geo.Point { return p.zone.FromDegrees(lonLat) }

// ToDegrees returns longitude and latitude of an easting and northing in metres,
// rounded to 1e-9° (0.1 mm), as all corners made here are.
func (p Plane) ToDegrees(metres geo.Point) geo.Point { return rounded(p.zone.ToDegrees(metres)) }

const grain = 1e9 // corners are rounded to 1/grain degrees

func rounded(p geo.Point) geo.Point {
	return geo.Point{math.Round(p[0]*grain) / grain, math.Round(p[1]*grain) / grain}
}

// moved returns where a point goes when f moves it in the plane. One that f leaves
// alone keeps its bits.
func (p Plane) moved(pt geo.Point, f func(geo.Point) geo.Point) geo.Point {
	before := p.ToPlane(pt)
	after := f(before)
	if after == before {
		return pt
	}
	return p.ToDegrees(after)
}

// corners returns the corners of a ring in the plane.
func (p Plane) corners(r geo.Ring) []geo.Point {
	out := make([]geo.Point, r.Corners())
	for i := range out {
		out[i] = p.ToPlane(r.At(i))
	}
	return out
}

// shift returns the function that moves a point in the plane by metres.
func shift(east, north float64) func(geo.Point) geo.Point {
	return func(pt geo.Point) geo.Point { return flat.Add(pt, 1, geo.Point{east, north}) }
}
