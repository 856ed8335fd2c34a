package storage

import (
	"encoding/binary"
	"math"

	"zhenjie/geo"
)

// ISO 13249-3 / OGC 06-103r4 well-known binary. Types 1000–3999 carry Z, M or
// both; PostGIS says the same with the high bits.
const (
	wkbPoint        = 1
	wkbPolygon      = 3
	wkbMultiPolygon = 6
	wkbDimension    = 1000
	ewkbZ           = 0x8000_0000
	ewkbM           = 0x4000_0000
	ewkbSRID        = 0x2000_0000
)

// appendWKB appends s as a MultiPolygon, little endian. Rings are written as
// they stand: one that is not closed stays open, as the plan holds it.
func appendWKB(b []byte, s geo.Shape) []byte {
	b = appendHead(b, wkbMultiPolygon, s.Parts())
	for p := range s.Parts() {
		b = appendHead(b, wkbPolygon, s.Rings(p))
		for r := range s.Rings(p) {
			b = appendRing(b, s.Ring(p, r))
		}
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

// wkbReader reads from b; at counts from the first byte of the whole value, so
// that a fault can be placed.
type wkbReader struct {
	b   []byte
	off int
	err error
}

// readWKB reads a Polygon or MultiPolygon in either byte order; heights and
// measures are left out.
func readWKB(b []byte, off int) (geo.Shape, error) {
	r := &wkbReader{b: b, off: off}
	order, kind, dims := r.head()
	var out geo.Builder
	switch kind {
	case wkbPolygon:
		r.polygon(&out, order, dims)
	case wkbMultiPolygon:
		// The least a polygon takes is its head: 1 + 4 + 4 bytes.
		for range r.count(order, 9) {
			order, kind, dims := r.head()
			if kind != wkbPolygon {
				r.refuse(kind)
			}
			r.polygon(&out, order, dims)
			if r.err != nil {
				break
			}
		}
	default:
		r.refuse(kind)
	}
	if r.err == nil && r.off != len(r.b) {
		r.err = geo.BadInput(geo.At{Byte: int64(r.off)}, "storage.geometry_rest", "n", len(r.b)-r.off)
	}
	if r.err != nil {
		return geo.Shape{}, r.err
	}
	return out.Shape(), nil
}

func (r *wkbReader) refuse(kind uint32) {
	if r.err == nil {
		r.err = geo.BadInput(geo.At{Byte: int64(r.off)}, "storage.geometry_kind", "kind", kind)
	}
}

// take returns the next n bytes, or nil with r.err set when there are fewer.
func (r *wkbReader) take(n int) []byte {
	if r.err != nil {
		return nil
	}
	if n > len(r.b)-r.off {
		r.err = geo.BadInput(geo.At{Byte: int64(r.off)}, "storage.geometry_cut")
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
		r.err = geo.BadInput(geo.At{Byte: int64(r.off)}, "storage.geometry_cut")
		return 0
	}
	return int(n)
}

func (r *wkbReader) polygon(out *geo.Builder, order binary.ByteOrder, dims int) {
	if r.err != nil {
		return
	}
	out.Part()
	for range r.count(order, 4) {
		n := r.count(order, 8*dims)
		b := r.take(8 * dims * n)
		if r.err != nil {
			return
		}
		pts := make([]geo.Point, n)
		for i := range pts {
			at := b[8*dims*i:]
			pts[i] = geo.Point{math.Float64frombits(order.Uint64(at)), math.Float64frombits(order.Uint64(at[8:]))}
		}
		out.Ring(pts)
	}
}
