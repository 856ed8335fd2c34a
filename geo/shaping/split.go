package shaping

import (
	"github.com/peterstace/simplefeatures/geom"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
	"zhenjie/geo/simple"
)

// SplitBy cuts a shape along a line and returns the pieces and the parts that were
// not cut, each as a shape of one part: pieces of one part share a border, and so
// cannot be parts of one valid shape. Which of them are kept, joined or given to
// another outline is for the caller to say. Pieces stand where their part stood,
// and have their common border in the same points.
//
// The line must lead all through a part, from border to border: an end on the
// border, to 5 mm, counts, one inside the land cuts nothing. It may cross several
// parts and holes, run along a border, and begin and end anywhere outside. Errors
// are "shaping.split_across" where no part falls in two, and those of Merge.
func SplitBy(s geo.Shape, line []geo.Point) ([]geo.Shape, error) {
	if err := workable(s); err != nil {
		return nil, err
	}
	g := groundOf(PlaneOf(s))
	land, knife := attached(g.shape(s), g.line(line))
	knife = threaded(distinct(knife), land)
	var all []geo.Shape
	for p := range s.Parts() {
		pieces, err := cut(g, land.Part(p), knife)
		switch {
		case err != nil:
			return nil, err
		case len(pieces) < 2:
			all = append(all, s.Part(p))
		default:
			all = append(all, pieces...)
		}
	}
	if len(all) == s.Parts() {
		return nil, geo.BadInput(geo.At{}, "shaping.split_across")
	}
	return all, nil
}

// cut returns the pieces, in degrees, of one part in the plane. Slivers are none.
func cut(g *ground, part geo.Shape, knife []geo.Point) ([]geo.Shape, error) {
	if len(knife) < 2 {
		return nil, nil
	}
	var borders []geom.LineString
	for _, r := range part.All() {
		borders = append(borders, simple.Line(simple.Closed(r)))
	}
	noded, err := simple.Run(func() (geom.Geometry, error) {
		return geom.Union(geom.NewMultiLineString(borders).AsGeometry(), simple.Line(knife).AsGeometry())
	})
	if err != nil {
		return nil, failed(err)
	}
	var pieces []geo.Shape
	for _, f := range faces(simple.Lines(noded)) {
		if !inside(part, f) {
			continue
		}
		piece, err := checked(g.back(f))
		if err != nil {
			return nil, err
		}
		if !piece.IsEmpty() {
			pieces = append(pieces, piece)
		}
	}
	return pieces, nil
}

// inside reports whether a face, all of which is land of the part or none, is so.
func inside(part, face geo.Shape) bool {
	xy, ok := simple.Polygons(face).PointOnSurface().XY()
	if !ok {
		return false
	}
	in := false
	for _, r := range part.All() {
		pts := r.Points()
		in = in != flat.Inside(pts[:r.Corners()], geo.Point{xy.X, xy.Y})
	}
	return in
}
