package container

import (
	"encoding/binary"
	"fmt"
	"slices"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// Geometry is a geometry of any type, and what of it could be read.
type Geometry struct {
	Kind         string // as GeoJSON calls it
	Shape        geo.Shape
	Others       []string // types that have no area
	Curves       []string // types with arcs
	Extra        bool     // heights or measures were left out
	EmptyRing    bool     // rings without points were
	Closed, Open int      // lines taken as outlines, and not
}

// kinds are the names of types by their number.
var kinds = [...]string{
	"", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection",
	"CircularString", "CompoundCurve", "CurvePolygon", "MultiCurve", "MultiSurface", "Curve", "Surface", "PolyhedralSurface", "TIN", "Triangle",
}

func kindOf(kind uint32) string {
	if int64(kind) < int64(len(kinds)) && kind > 0 {
		return kinds[kind]
	}
	return fmt.Sprint(kind)
}

// decoder reads one geometry.
type decoder struct {
	wkbReader
	limits   *feature.Limits
	out      geo.Builder
	vertices int
	rings    int
	g        Geometry
}

func decodeWKB(b []byte, off int, limits *feature.Limits) (Geometry, error) {
	d := decoder{wkbReader: wkbReader{b: b, off: off}, limits: limits}
	d.g.Kind = d.geometry(1)
	if d.end(); d.err != nil {
		return Geometry{}, d.err
	}
	d.g.Shape = d.out.Shape()
	if d.g.Closed > 0 {
		d.g.Kind = map[bool]string{false: "Polygon", true: "MultiPolygon"}[d.g.Shape.Parts() > 1]
	}
	return d.g, nil
}

func (d *decoder) fault(err error) {
	if d.err == nil {
		d.err = err
	}
}

// geometry reads one geometry of any type; what is polygonal goes to the shape.
func (d *decoder) geometry(depth int) (kind string) {
	if depth > d.limits.Depth {
		d.fault(geo.BadInput(geo.At{Byte: int64(d.off)}, "gpkg.geometry_depth", "limit", d.limits.Depth))
		return ""
	}
	order, code, dims := d.head()
	if d.err != nil {
		return ""
	}
	kind = kindOf(code)
	switch code {
	case wkbPoint:
		d.others(kind)
		d.take(8 * dims)
	case wkbLineString:
		d.line(order, dims)
	case wkbPolygon, wkbTriangle:
		d.polygonRings(order, dims)
	case wkbMultiPoint, wkbMultiLineString, wkbMultiPolygon, wkbGeometryCollection, wkbMultiSurface:
		for range d.count(order, leastGeometry) {
			if d.geometry(depth + 1); d.err != nil {
				return ""
			}
		}
	case wkbCircularString:
		d.curves(kind)
		d.take(8 * dims * d.count(order, 8*dims))
	default:
		d.skipped(kind, order, code, depth)
	}
	return kind
}

// skipped passes over the members of a type that is made of them.
func (d *decoder) skipped(kind string, order binary.ByteOrder, code uint32, depth int) {
	if int64(code) >= int64(len(kinds)) || code == 0 || kind == "Curve" || kind == "Surface" {
		d.refuse(code)
		return
	}
	had := d.g
	kept := d.out
	d.out = geo.Builder{}
	for range d.count(order, leastGeometry) {
		if d.geometry(depth + 1); d.err != nil {
			return
		}
	}
	d.g, d.out = had, kept
	if kind == "PolyhedralSurface" || kind == "TIN" {
		d.others(kind)
	} else {
		d.curves(kind)
	}
}

func (d *decoder) others(kind string) { d.g.Others = addOnce(d.g.Others, kind) }
func (d *decoder) curves(kind string) { d.g.Curves = addOnce(d.g.Curves, kind) }

func addOnce(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// limited reads points as far as the limits allow; all must be finite.
func (d *decoder) limited(order binary.ByteOrder, dims int) []geo.Point {
	from := int64(d.off)
	if d.rings++; d.rings > d.limits.Rings {
		d.fault(geo.BadInput(geo.At{Byte: from}, "gpkg.rings", "limit", d.limits.Rings))
		return nil
	}
	if len(d.b)-d.off >= 4 {
		if d.vertices += int(order.Uint32(d.b[d.off:])); d.vertices > d.limits.Vertices || d.vertices < 0 {
			d.count(order, 8*dims) // a count that cannot be is a fault of its own
			d.fault(geo.BadInput(geo.At{Byte: from}, "gpkg.vertices", "limit", d.limits.Vertices))
			return nil
		}
	}
	pts := d.points(order, dims)
	for _, p := range pts {
		if !finite(p[0]) || !finite(p[1]) {
			d.fault(geo.BadInput(geo.At{Byte: from}, "gpkg.not_a_number"))
			return nil
		}
	}
	d.g.Extra = d.g.Extra || dims > 2 && len(pts) > 0
	return pts
}

// polygonRings reads the rings of one polygon. An empty one is passed over, unless the
// polygon's holes would be left without an outside.
func (d *decoder) polygonRings(order binary.ByteOrder, dims int) {
	begun := false
	for i := range d.count(order, leastRing) {
		pts := d.limited(order, dims)
		switch {
		case d.err != nil:
			return
		case len(pts) == 0:
			d.g.EmptyRing = true
			continue
		case i > 0 && !begun:
			d.fault(geo.BadInput(geo.At{Byte: int64(d.off)}, "gpkg.no_outer_ring"))
			return
		case !begun:
			begun = true
			d.out.Part()
		}
		d.out.Ring(pts)
	}
}

// line takes a line that ends where it begins for the outline of some land.
func (d *decoder) line(order binary.ByteOrder, dims int) {
	pts := d.limited(order, dims)
	if d.err != nil {
		return
	}
	if len(pts) > 3 && pts[0] == pts[len(pts)-1] {
		d.out.Part()
		d.out.Ring(pts)
		d.g.Closed++
	} else {
		d.g.Open++
	}
}
