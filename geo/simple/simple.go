// Package simple hands shapes to peterstace/simplefeatures, whose operations are
// a port of JTS, and takes them back.
package simple

import (
	"fmt"

	"github.com/peterstace/simplefeatures/geom"

	"zhenjie/geo"
)

// Polygons returns the shape as simplefeatures' type.
func Polygons(s geo.Shape) geom.Geometry {
	polygons := make([]geom.Polygon, 0, s.Parts())
	for p := range s.Parts() {
		rings := make([]geom.LineString, 0, s.Rings(p))
		for r := range s.Rings(p) {
			rings = append(rings, Line(Closed(s.Ring(p, r))))
		}
		polygons = append(polygons, geom.NewPolygon(rings))
	}
	return geom.NewMultiPolygon(polygons).AsGeometry()
}

// Closed returns a copy of the ring's points, the first repeated at the end.
func Closed(r geo.Ring) []geo.Point {
	pts := r.Points()
	if len(pts) > 0 && !r.Closed() {
		pts = append(pts, pts[0])
	}
	return pts
}

// Line returns points as a line.
func Line(pts []geo.Point) geom.LineString {
	flat := make([]float64, 0, 2*len(pts))
	for _, p := range pts {
		flat = append(flat, p[0], p[1])
	}
	return geom.NewLineString(geom.NewSequence(flat, geom.DimXY))
}

// Shape returns the polygons of g as parts; lines and points are left out.
func Shape(g geom.Geometry) geo.Shape {
	var b geo.Builder
	for _, part := range g.Dump() {
		if !part.IsPolygon() || part.IsEmpty() {
			continue
		}
		b.Part()
		for _, ring := range part.MustAsPolygon().Coordinates() {
			b.Ring(points(ring))
		}
	}
	return b.Shape()
}

// Lines returns the points of each line of g.
func Lines(g geom.Geometry) [][]geo.Point {
	var out [][]geo.Point
	for _, part := range g.Dump() {
		if part.IsLineString() {
			out = append(out, points(part.MustAsLineString().Coordinates()))
		}
	}
	return out
}

func points(seq geom.Sequence) []geo.Point {
	pts := make([]geo.Point, seq.Length())
	for i := range pts {
		at := seq.GetXY(i)
		pts[i] = geo.Point{at.X, at.Y}
	}
	return pts
}

// Run runs one of simplefeatures' operations. The port keeps JTS's way of
// throwing where a topology cannot be built, as panics; they must not end the
// program over one pair of shapes.
func Run(op func() (geom.Geometry, error)) (g geom.Geometry, err error) {
	defer func() {
		if r := recover(); r != nil {
			g, err = geom.Geometry{}, fmt.Errorf("%v", r)
		}
	}()
	return op()
}
