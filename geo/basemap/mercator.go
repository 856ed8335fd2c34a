package basemap

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// TileSize is the side of a tile in pixels.
const TileSize = 256

// MaxZoom is the deepest level any tile has: 19 cm a pixel at the equator for
// level 19, halved with each.
const MaxZoom = 24

// maxMercatorLatitude is where the square of Web Mercator ends.
const maxMercatorLatitude = 85.0511287798066

// World is the box of all that tiles can show, in degrees.
var World = geo.Bound{Min: geo.Point{-180, -maxMercatorLatitude}, Max: geo.Point{180, maxMercatorLatitude}}

var webMercator, _ = crs.ByEPSG(crs.Mercator)

// equator is the length of the equator of Web Mercator's sphere in metres.
const equator = 2 * math.Pi * 6378137

// TilePixel returns where a point in degrees on WGS 84 lies at a level, in
// pixels from the north-west corner of tile 0, 0.
func TilePixel(p geo.Point, z int) (x, y float64) {
	m := webMercator.FromDegrees(p)
	side := math.Ldexp(TileSize, z)
	return (m[0]/equator + 0.5) * side, (0.5 - m[1]/equator) * side
}

// TileAt returns the tile a point in degrees lies in at a level.
func TileAt(p geo.Point, z int) (x, y int) {
	fx, fy := TilePixel(p, z)
	last := float64(int(1)<<z - 1)
	return int(min(max(math.Floor(fx/TileSize), 0), last)), int(min(max(math.Floor(fy/TileSize), 0), last))
}

// TileBound returns the box of a tile in degrees on WGS 84.
func TileBound(z, x, y int) geo.Bound {
	n := math.Ldexp(1, z)
	corner := func(x, y int) geo.Point {
		return webMercator.ToDegrees(geo.Point{(float64(x)/n - 0.5) * equator, (0.5 - float64(y)/n) * equator})
	}
	nw, se := corner(x, y), corner(x+1, y+1)
	return geo.Bound{Min: geo.Point{nw[0], se[1]}, Max: geo.Point{se[0], nw[1]}}
}

// levelFor returns the level whose pixels come nearest to a scale in units of
// the screen a metre at the equator: between 0.7 and 1.4 of them.
func levelFor(scale float64) int {
	z := math.Round(math.Log2(scale * equator / TileSize))
	return int(min(max(z, 0), MaxZoom))
}
