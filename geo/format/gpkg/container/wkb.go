package container

import (
	"encoding/binary"
	"math"

	"zhenjie/geo"
)

// ISO 13249-3 / OGC 06-103r4 well-known binary. Types 1000–3999 carry Z, M or
// both; PostGIS says the same with the high bits.
const (
	wkbPoint              = 1
	wkbLineString         = 2
	wkbPolygon            = 3
	wkbMultiPoint         = 4
	wkbMultiLineString    = 5
	wkbMultiPolygon       = 6
	wkbGeometryCollection = 7
	wkbCircularString     = 8
	wkbMultiSurface       = 12
	wkbTriangle           = 17
	wkbDimension          = 1000
	ewkbZ                 = 0x8000_0000
	ewkbM                 = 0x4000_0000
	ewkbSRID              = 0x2000_0000
)

// The least bytes a geometry and a ring take.
const (
	leastGeometry = 1 + 4 + 4
	leastRing     = 4
)

// AppendWKB appends s as a MultiPolygon, little endian. Rings are written as
// they stand: one that is not closed stays open.
func AppendWKB(b []byte, s geo.Shape) []byte {
	b = appendHead(b, wkbMultiPolygon, s.Parts())
	for p := range s.Parts() {
		b = appendPolygon(b, s, p)
	}
	return b
}

func appendPolygon(b []byte, s geo.Shape, part int) []byte {
	b = appendHead(b, wkbPolygon, s.Rings(part))
	for r := range s.Rings(part) {
		b = appendRing(b, s.Ring(part, r))
	}
	return b
}

func appendHead(b []byte, kind uint32, n int) []byte {
	b = append(b, 1) // little endian
	b = binary.LittleEndian.AppendUint32(b, kind)
	return binary.LittleEndian.AppendUint32(b, uint32(n))
}

func appendRing(b []byte, r geo.Ring) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(r.Len()))
	for i := range r.Len() {
		p := r.At(i)
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(p[0]))
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(p[1]))
	}
	return b
}

// WKBSize is the length of what AppendWKB appends.
func WKBSize(s geo.Shape) int {
	n := 9
	for p := range s.Parts() {
		n += 9
		for r := range s.Rings(p) {
			n += 4 + 16*s.Ring(p, r).Len()
		}
	}
	return n
}

// ReadWKB reads a Polygon or MultiPolygon in either byte order, from the byte
// off on to the end; heights and measures are left out.
func ReadWKB(b []byte, off int) (geo.Shape, error) {
	r := &wkbReader{b: b, off: off}
	var out geo.Builder
	switch order, kind, dims := r.head(); kind {
	case wkbPolygon:
		r.polygon(&out, order, dims)
	case wkbMultiPolygon:
		for range r.count(order, leastGeometry) {
			order, kind, dims := r.head()
			if kind != wkbPolygon {
				r.refuse(kind)
			}
			if r.polygon(&out, order, dims); r.err != nil {
				break
			}
		}
	default:
		r.refuse(kind)
	}
	if r.end(); r.err != nil {
		return geo.Shape{}, r.err
	}
	return out.Shape(), nil
}

// wkbReader reads from b; at counts from the first byte of the whole value, so
// that a fault can be placed.
type wkbReader struct {
	b   []byte
	off int
	err error
}

func (r *wkbReader) refuse(kind uint32) {
	if r.err == nil {
		r.err = geo.BadInput(geo.At{Byte: int64(r.off)}, "gpkg.geometry_kind", "kind", kind)
	}
}

// end checks that nothing follows.
func (r *wkbReader) end() {
	if r.err == nil && r.off != len(r.b) {
		r.err = geo.BadInput(geo.At{Byte: int64(r.off)}, "gpkg.geometry_rest", "n", len(r.b)-r.off)
	}
}

// take returns the next n bytes, or nil with r.err set when there are fewer.
func (r *wkbReader) take(n int) []byte {
	if r.err != nil {
		return nil
	}
	if n > len(r.b)-r.off {
		r.err = geo.BadInput(geo.At{Byte: int64(r.off)}, "gpkg.geometry_cut")
		return nil
	}
	r.off += n
	return r.b[r.off-n : r.off]
}

// head reads byte order and type; dims is the numbers a point has.
func (r *wkbReader) head() (order binary.ByteOrder, kind uint32, dims int) {
	order = binary.LittleEndian
	if b := r.take(1); b != nil && b[0] == 0 {
		order = binary.BigEndian
	}
	b := r.take(4)
	if b == nil {
		return order, 0, 2
	}
	kind, dims = order.Uint32(b), 2
	for _, flag := range []uint32{ewkbZ, ewkbM} {
		if kind&flag != 0 {
			dims++
		}
	}
	if kind&ewkbSRID != 0 {
		r.take(4)
	}
	kind &^= ewkbZ | ewkbM | ewkbSRID
	switch kind / wkbDimension {
	case 1, 2:
		dims++
	case 3:
		dims += 2
	}
	if kind < 4*wkbDimension {
		kind %= wkbDimension
	}
	return order, kind, min(dims, 4)
}

// count reads a count and believes it only as far as the bytes left can carry
// that many things of at least size bytes.
func (r *wkbReader) count(order binary.ByteOrder, size int) int {
	b := r.take(4)
	if b == nil {
		return 0
	}
	n := order.Uint32(b)
	if int64(n) > int64((len(r.b)-r.off)/size) {
		r.err = geo.BadInput(geo.At{Byte: int64(r.off)}, "gpkg.geometry_cut")
		return 0
	}
	return int(n)
}

func (r *wkbReader) polygon(out *geo.Builder, order binary.ByteOrder, dims int) {
	if r.err != nil {
		return
	}
	out.Part()
	for range r.count(order, leastRing) {
		if pts := r.points(order, dims); r.err == nil {
			out.Ring(pts)
		}
	}
}

// points reads a list of points.
func (r *wkbReader) points(order binary.ByteOrder, dims int) []geo.Point {
	n := r.count(order, 8*dims)
	b := r.take(8 * dims * n)
	if r.err != nil {
		return nil
	}
	pts := make([]geo.Point, n)
	if order == binary.LittleEndian {
		for i := range pts { // the common order, without an interface
			at := b[8*dims*i:][:16]
			pts[i] = geo.Point{math.Float64frombits(binary.LittleEndian.Uint64(at)), math.Float64frombits(binary.LittleEndian.Uint64(at[8:]))}
		}
		return pts
	}
	for i := range pts {
		pts[i] = pointAt(order, b[8*dims*i:])
	}
	return pts
}

func pointAt(order binary.ByteOrder, b []byte) geo.Point {
	return geo.Point{math.Float64frombits(order.Uint64(b)), math.Float64frombits(order.Uint64(b[8:]))}
}
