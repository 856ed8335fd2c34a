package shaping

import (
	"math"

	"github.com/peterstace/simplefeatures/geom"

	"zhenjie/geo"
	"zhenjie/geo/simple"
)

// mitreLimit is how far a corner may run ahead of its edges, in offsets: corners
// sharper than 23° are cut off.
const mitreLimit = 5

// Offset moves the border of a shape outward by metres of the plane, or inward
// for a negative number, edges parallel to themselves and corners kept sharp.
// Holes shrink as the land grows; parts may join, and a narrow neck may part.
// Errors are "shaping.vanishes" where nothing is left, "shaping.size" beyond
// 100 km, and those of Merge.
//
// The buffer is that of peterstace/simplefeatures, a port of JTS's, without the
// simplification it does for speed. At a corner that bends by less than 3° it moves
// the end of one edge alone, which brings the new corner nearer by up to 1/800 of
// the offset.
func Offset(s geo.Shape, metres float64) (geo.Shape, error) {
	if metres == 0 {
		return s, nil
	}
	if err := size(math.Abs(metres)); err != nil {
		return geo.Shape{}, err
	}
	if err := workable(s); err != nil {
		return geo.Shape{}, err
	}
	out, err := buffered(s, metres)
	if err != nil {
		return geo.Shape{}, err
	}
	if out.IsEmpty() {
		return geo.Shape{}, geo.BadInput(geo.At{}, "shaping.vanishes", "metres", geo.Decimal(-metres, 3))
	}
	return checked(out)
}

// buffered is Offset without its checks.
func buffered(s geo.Shape, metres float64) (geo.Shape, error) {
	g := groundOf(PlaneOf(s))
	inPlane := simple.Polygons(g.shape(s))
	out, err := simple.Run(func() (geom.Geometry, error) {
		return geom.Buffer(inPlane, metres, geom.BufferJoinStyleMitre(mitreLimit), geom.BufferSimplifyFactor(0))
	})
	if err != nil {
		return geo.Shape{}, failed(err)
	}
	return g.back(simple.Shape(out)), nil
}
