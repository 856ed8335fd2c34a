// Package dxf reads and writes drawings in ASCII DXF, by Autodesk's published
// reference of the format.
//
// What encloses land becomes a feature each: closed polylines, circles,
// ellipses and splines, rings that lines and arcs form end to end, and hatches.
// A ring inside another on the same layer stays a feature of its own, because
// in drawings it is a neighbour's or a part's outline far more often than a
// hole; only a hatch, and a drawing this package wrote, say what is a hole.
// Arcs become chords that stay within 1 cm of them (see tolerance), which takes
// two thirds of that times the arcs' length off the area at most.
package dxf

import (
	"bytes"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// Sniff reports whether a file that begins with head looks like a drawing:
// ASCII DXF, or one of the kinds that Read tells how to turn into it.
func Sniff(head []byte, _ string) bool {
	if foreign(head) != nil {
		return true
	}
	lines := bytes.SplitN(bytes.TrimPrefix(head, byteOrderMark), []byte("\n"), 200)
	for i := 0; i+1 < len(lines); i += 2 {
		switch string(bytes.TrimSpace(lines[i])) {
		case "999": // a comment
		case "0":
			return string(bytes.TrimSpace(lines[i+1])) == "SECTION"
		default:
			return false
		}
	}
	return false
}

// headSize is as much of a file's beginning as foreign wants to see.
const headSize = 32

var (
	byteOrderMark = []byte("\xef\xbb\xbf")
	binaryMark    = []byte("AutoCAD Binary DXF")
)

// foreign is the fault of a drawing that is not in ASCII DXF.
func foreign(head []byte) error {
	switch {
	case bytes.HasPrefix(head, binaryMark):
		return geo.BadInput(geo.At{}, "dxf.binary")
	case len(head) > 6 && bytes.HasPrefix(head, []byte("AC10")) && isDigit(head[4]) && isDigit(head[5]) && head[6] < ' ' && head[6] != '\r' && head[6] != '\n':
		return geo.BadInput(geo.At{}, "dxf.dwg")
	}
	return nil
}

// batchSize is the number of features handed out together.
const batchSize = 256

// Read reads a drawing. Names, rings of many pieces and blocks need all of it,
// so that it is in memory, at less than its size as text, before the first
// feature is handed out.
func Read(src feature.Source) feature.Batches {
	return func(yield func(feature.Batch, error) bool) {
		d, err := read(src)
		if err != nil {
			yield(nil, err)
			return
		}
		s, err := d.sheet()
		if err != nil {
			yield(nil, err)
			return
		}
		for from := 0; from < len(s.figures); from += batchSize {
			if !yield(s.batch(from, min(from+batchSize, len(s.figures)), src.Attributes), nil) {
				return
			}
		}
	}
}
