package container

import (
	"encoding/binary"
	"math"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// The GeoPackage binary header, OGC 12-128r18 clause 2.1.3: "GP", version 0,
// flags, spatial reference id, envelope, then well-known binary.
const (
	blobHead       = 8
	flagLittle     = 1 << 0
	flagEnvelopeXY = 1 << 1 // the three bits from 1 on say what the envelope holds
	flagEmpty      = 1 << 4
	flagExtended   = 1 << 5
)

// envelopeBytes is the length of the envelope by its code.
var envelopeBytes = [...]int{0, 32, 48, 48, 64}

// AppendBlob appends a shape as a geometry column holds it: a MultiPolygon, or a
// Polygon where single asks for it and there is one part.
func AppendBlob(b []byte, s geo.Shape, srs int, single bool) []byte {
	box, ok := FiniteBound(s)
	flags := byte(flagLittle)
	if ok {
		flags |= flagEnvelopeXY
	} else {
		flags |= flagEmpty
	}
	b = append(b, 'G', 'P', 0, flags)
	b = binary.LittleEndian.AppendUint32(b, uint32(srs))
	if ok {
		for _, x := range []float64{box.Min[0], box.Max[0], box.Min[1], box.Max[1]} {
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
		}
	}
	if single && s.Parts() == 1 {
		return appendPolygon(b, s, 0)
	}
	return AppendWKB(b, s)
}

// BlobSize is the length of a shape's blob at most.
func BlobSize(s geo.Shape) int { return blobHead + 32 + WKBSize(s) }

// PointBlob is a point as a geometry column holds it.
func PointBlob(p geo.Point, srs int) []byte {
	b := binary.LittleEndian.AppendUint32([]byte{'G', 'P', 0, flagLittle}, uint32(srs))
	b = binary.LittleEndian.AppendUint32(append(b, 1), wkbPoint)
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(p[0]))
	return binary.LittleEndian.AppendUint64(b, math.Float64bits(p[1]))
}

// ReadBlob reads what AppendBlob has written, or other programs: a polygon or
// many, and nothing else.
func ReadBlob(b []byte) (geo.Shape, error) {
	start, err := blobBody(b)
	if err != nil {
		return geo.Shape{}, err
	}
	return ReadWKB(b, start)
}

// ReadPoint reads a point; ok is false for any other geometry.
func ReadPoint(b []byte) (p geo.Point, ok bool) {
	start, err := blobBody(b)
	if err != nil {
		return p, false
	}
	r := &wkbReader{b: b, off: start}
	order, kind, dims := r.head()
	if kind != wkbPoint {
		return p, false
	}
	at := r.take(8 * dims)
	if at == nil || r.off != len(b) {
		return p, false
	}
	return pointAt(order, at), true
}

// DecodeBlob reads a geometry of any type for what is polygonal in it.
func DecodeBlob(b []byte, limits *feature.Limits) (Geometry, error) {
	start, err := blobBody(b)
	if err != nil {
		return Geometry{}, err
	}
	return decodeWKB(b, start, limits)
}

// blobBody is where the well-known binary begins. The envelope is not looked at:
// programs leave it stale.
func blobBody(b []byte) (start int, err error) {
	if len(b) < blobHead || b[0] != 'G' || b[1] != 'P' || b[2] != 0 || b[3]&flagExtended != 0 {
		return 0, geo.BadInput(geo.At{}, "gpkg.geometry_head")
	}
	code := int(b[3] >> 1 & 7)
	if code >= len(envelopeBytes) {
		return 0, geo.BadInput(geo.At{Byte: 3}, "gpkg.geometry_head")
	}
	start = blobHead + envelopeBytes[code]
	if len(b) < start {
		return 0, geo.BadInput(geo.At{Byte: blobHead}, "gpkg.geometry_cut")
	}
	return start, nil
}

// FiniteBound is the box round the points that have a place; ok is false when
// there is none. orb's own Bound lets NaN through.
func FiniteBound(s geo.Shape) (box geo.Bound, ok bool) {
	for _, ring := range s.All() {
		for i := range ring.Len() {
			p := ring.At(i)
			if !finite(p[0]) || !finite(p[1]) {
				continue
			}
			if !ok {
				box, ok = geo.Bound{Min: p, Max: p}, true
			}
			box.Min = geo.Point{min(box.Min[0], p[0]), min(box.Min[1], p[1])}
			box.Max = geo.Point{max(box.Max[0], p[0]), max(box.Max[1], p[1])}
		}
	}
	return box, ok
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
