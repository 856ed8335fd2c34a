// Package crs holds the coordinate systems of Chinese boundary data: ellipsoids,
// the Gauss–Krüger projection, the shifted systems GCJ-02 and BD-09, and the
// EPSG codes that name them.
//
// Points are (longitude, latitude) in degrees or (easting, northing) in metres,
// in this order, whatever order a standard or a file uses.
package crs

// Ellipsoid is an oblate ellipsoid of revolution.
type Ellipsoid struct {
	A float64 // semi-major axis, metres
	F float64 // flattening (A−B)/A
}

// The ellipsoids of the systems used in China.
var (
	CGCS2000  = Ellipsoid{6378137, 1 / 298.257222101}
	WGS84     = Ellipsoid{6378137, 1 / 298.257223563}
	Xian80    = Ellipsoid{6378140, 1 / 298.257} // IAG 1975
	Beijing54 = Ellipsoid{6378245, 1 / 298.3}   // Krasovsky 1940
)

// B returns the semi-minor axis in metres.
func (e Ellipsoid) B() float64 { return e.A * (1 - e.F) }

// E2 returns the first eccentricity squared, (A²−B²)/A².
func (e Ellipsoid) E2() float64 { return e.F * (2 - e.F) }

// N returns the third flattening (A−B)/(A+B).
func (e Ellipsoid) N() float64 { return e.F / (2 - e.F) }
