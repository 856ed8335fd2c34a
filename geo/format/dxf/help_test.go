package dxf

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/shaping/flat"
)

// groupsOf writes groups that are given one a line or between bars, the code
// and the value with a space between.
func groupsOf(text string) string {
	var out strings.Builder
	for one := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '|' }) {
		code, value, _ := strings.Cut(strings.TrimLeft(one, "\t "), " ")
		out.WriteString(code + "\n" + value + "\n")
	}
	return out.String()
}

// metreHead is a header that declares metres.
const metreHead = "0 SECTION|2 HEADER|9 $INSUNITS|70 6|0 ENDSEC|"

// modelOf is a drawing in metres of the given entities.
func modelOf(entities string) string { return drawingOf("", entities) }

// drawingOf is one with blocks.
func drawingOf(blocks, entities string) string {
	return groupsOf(metreHead + "0 SECTION|2 BLOCKS|" + blocks + "|0 ENDSEC|0 SECTION|2 ENTITIES|" + entities + "|0 ENDSEC|0 EOF")
}

// square is a closed LWPOLYLINE of a layer with corners of a side from (x, y) on.
func square(layer string, x, y, side float64) string {
	return fmt.Sprintf("0 LWPOLYLINE|8 %s|90 4|70 1|10 %v|20 %v|10 %v|20 %v|10 %v|20 %v|10 %v|20 %v|", layer, x, y, x+side, y, x+side, y+side, x, y+side)
}

func readAll(text []byte, limits feature.Limits) (all []feature.Feature, err error) {
	src := feature.Source{Text: bytes.NewReader(text), Size: int64(len(text)), Attributes: true, Limits: limits}
	for batch, err := range Read(src) {
		if err != nil {
			return all, err
		}
		for f, err := range batch {
			if err != nil {
				return all, err
			}
			all = append(all, f)
		}
	}
	return all, nil
}

// mustRead reads a sound drawing.
func mustRead(t testing.TB, text string) []feature.Feature {
	t.Helper()
	all, err := readAll([]byte(text), feature.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func planeArea(s geo.Shape) (sum float64) {
	for at, r := range s.All() {
		if a := math.Abs(flat.Twice(r.Points())) / 2; at.Ring == 0 {
			sum += a
		} else {
			sum -= a
		}
	}
	return sum
}

// noteIDs are the notes of a feature, with spaces between, without "dxf.note.".
func noteIDs(f feature.Feature) string {
	var ids []string
	for _, n := range f.Notes {
		ids = append(ids, strings.TrimPrefix(string(n.ID), "dxf.note."))
	}
	return strings.Join(ids, " ")
}

func said(f feature.Feature) string {
	var all []string
	for _, n := range f.Notes {
		all = append(all, n.In(words.En))
	}
	return strings.Join(all, "; ")
}

func kindOf(err error) string {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return string(bad.Kind)
	}
	return ""
}
