package storage

import (
	"encoding/binary"
	"math"

	"zhenjie/geo"
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

// layerBlob is a shape as the geometry column of a layer holds it.
func layerBlob(s geo.Shape) []byte {
	box, ok := finiteBound(s)
	flags := byte(flagLittle)
	if ok {
		flags |= flagEnvelopeXY
	} else {
		flags |= flagEmpty
	}
	b := make([]byte, 0, blobHead+32+wkbSize(s))
	b = append(b, 'G', 'P', 0, flags)
	b = binary.LittleEndian.AppendUint32(b, srsID)
	if ok {
		for _, x := range []float64{box.Min[0], box.Max[0], box.Min[1], box.Max[1]} {
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
		}
	}
	return appendWKB(b, s)
}

func wkbSize(s geo.Shape) int {
	n := 9
	for p := range s.Parts() {
		n += 9
		for r := range s.Rings(p) {
			n += 4 + 16*s.Ring(p, r).Len()
		}
	}
	return n
}

// readBlob reads the geometry column of a layer.
func readBlob(b []byte) (geo.Shape, error) {
	start, err := blobBody(b)
	if err != nil {
		return geo.Shape{}, err
	}
	return readWKB(b, start)
}

// blobBody is where the well-known binary begins. The envelope is not looked at:
// programs leave it stale.
func blobBody(b []byte) (start int, err error) {
	if len(b) < blobHead || b[0] != 'G' || b[1] != 'P' || b[2] != 0 || b[3]&flagExtended != 0 {
		return 0, geo.BadInput(geo.At{}, "storage.geometry_head")
	}
	code := int(b[3] >> 1 & 7)
	if code >= len(envelopeBytes) {
		return 0, geo.BadInput(geo.At{Byte: 3}, "storage.geometry_head")
	}
	start = blobHead + envelopeBytes[code]
	if len(b) < start {
		return 0, geo.BadInput(geo.At{Byte: blobHead}, "storage.geometry_cut")
	}
	return start, nil
}

// finiteBound is the box round the points that have a place; ok is false when
// there is none. orb's own Bound lets NaN through.
func finiteBound(s geo.Shape) (box geo.Bound, ok bool) {
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
