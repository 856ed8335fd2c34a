package topology

import (
	"github.com/peterstace/simplefeatures/geom"

	"zhenjie/geo"
	"zhenjie/geo/simple"
)

// Difference returns the ground of a that is not b's, Intersection the ground
// they share. Both shapes are in degrees, must be valid and may not cross 180°;
// an error says which sentence to show otherwise. Edges are straight in the
// plane of longitude and latitude, and new corners are rounded to float64: a
// result that touches itself by less than that is possible. What two shapes
// share in mere lines and points is left out.
//
// The overlay is that of peterstace/simplefeatures, a port of JTS's OverlayNG.
func Difference(a, b geo.Shape) (geo.Shape, error) {
	if a.IsEmpty() {
		return geo.Shape{}, nil
	}
	if err := overlayable(a, b); err != nil {
		return geo.Shape{}, err
	}
	switch {
	case apart(a, b):
		return a, nil
	case Contains(b, a):
		return geo.Shape{}, nil
	}
	return overlay(geom.Difference, a, b)
}

// Intersection returns the ground that a and b share; see Difference.
func Intersection(a, b geo.Shape) (geo.Shape, error) {
	if a.IsEmpty() || b.IsEmpty() {
		return geo.Shape{}, nil
	}
	if err := overlayable(a, b); err != nil {
		return geo.Shape{}, err
	}
	switch {
	case apart(a, b):
		return geo.Shape{}, nil
	case Contains(b, a):
		return a, nil
	case Contains(a, b):
		return b, nil
	}
	return overlay(geom.Intersection, a, b)
}

// overlayable refuses shapes an overlay of which would be nonsense.
func overlayable(shapes ...geo.Shape) error {
	for _, s := range shapes {
		for _, p := range Check(s) {
			if p.Severe() {
				return geo.BadInput(geo.At{}, "validity.overlay_invalid", "problem", p.Text)
			}
		}
		for _, r := range s.All() {
			if b := r.Bound(); b.Max[0]-b.Min[0] > 180 {
				return geo.BadInput(geo.At{}, "validity.overlay_wide")
			}
		}
	}
	return nil
}

// apart reports whether the boxes of two shapes have no point in common.
func apart(a, b geo.Shape) bool {
	boxA, okA := a.Bound()
	boxB, okB := b.Bound()
	return !okA || !okB || !boxA.Intersects(boxB)
}

// overlay runs one of simplefeatures' operations.
func overlay(op func(a, b geom.Geometry) (geom.Geometry, error), a, b geo.Shape) (geo.Shape, error) {
	g, err := simple.Run(func() (geom.Geometry, error) { return op(simple.Polygons(a), simple.Polygons(b)) })
	if err != nil {
		return geo.Shape{}, geo.BadInput(geo.At{}, "validity.overlay_failed", "reason", err.Error())
	}
	return simple.Shape(g), nil
}
