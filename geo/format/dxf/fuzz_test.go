package dxf

import (
	"bytes"
	"errors"
	"os"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// FuzzRead checks that the reader never panics, keeps its limits, answers with
// sentences, and that what it reads can be written and is read back the same.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"areas.dxf", "lines.dxf"} {
		text, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, s := range []string{
		modelOf(square("A", 0, 0, 10) + textOf("A", 5, 5, "甲")),
		modelOf("0 LWPOLYLINE|70 1|10 400|20 0|42 1|10 600|20 0|42 1"),
		modelOf("0 ARC|10 0|20 0|40 100|50 350|51 170|0 LINE|10 -98.48|20 17.36|11 98.48|21 -17.36"),
		modelOf("0 ELLIPSE|10 0|20 0|11 60|21 80|40 0.5|41 0|42 6.28"),
		modelOf("0 SPLINE|70 8|71 3|40 0|40 0|40 0|40 0|40 1|40 1|40 1|40 1|10 0|20 0|10 0|20 100|10 100|20 100|10 100|20 0|41 1|41 2|41 1|41 1"),
		modelOf("0 POLYLINE|70 1|0 VERTEX|10 0|20 0|0 VERTEX|10 10|20 0|0 VERTEX|10 10|20 10|0 SEQEND"),
		modelOf(hatchOf("0", loopOf("2", 0, 0, 100), loopOf("2", 10, 10, 80), loopOf("2", 40, 40, 20))),
		modelOf(hatchOf("1", "92 1|72 2|10 0|20 0|40 100|50 270|51 360|73 0|72 4|94 1|40 0|40 0|40 1|40 1|10 0|20 0|10 9|20 9")),
		drawingOf(blockOf("b", "10 1|20 2|", square("0", 0, 0, 1)), "0 INSERT|2 b|41 -2|50 30|70 2|71 2|44 5|45 5|66 1|0 ATTRIB|2 名称|1 甲|0 SEQEND"),
		written(f, samples()),
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		all, err := readAll(text, limited)
		var bad *geo.InputError
		if err != nil && !errors.As(err, &bad) {
			t.Fatalf("not an error for people: %v", err)
		}
		if bad != nil && (bad.Say().In(words.En) == "" || bad.At.Line > bytes.Count(text, []byte("\n"))+2) {
			t.Errorf("a place beyond the end: %+v", bad.At)
		}
		total := 0
		for _, one := range all {
			total += one.Shape.Vertices()
			for _, r := range one.Shape.All() {
				if r.Corners() < 3 || !r.Closed() {
					t.Errorf("a ring of %d corners, closed %v", r.Corners(), r.Closed())
				}
			}
		}
		if total > limited.Vertices+len(text) {
			t.Errorf("%d vertices of %d bytes", total, len(text))
		}
		var out bytes.Buffer
		if Write(&out, all) != nil {
			return // beyond what a drawing can hold
		}
		limits := limited
		limits.Vertices, limits.StringBytes = 1<<20, 1<<20
		back, err := readAll(out.Bytes(), limits)
		if err != nil {
			t.Fatalf("does not read back: %v", err)
		}
		k := 0
		for _, one := range all {
			if one.Shape.IsEmpty() {
				continue
			}
			if k == len(back) || !back[k].Shape.Equal(one.Shape) {
				t.Fatalf("reads back %d features, want %d with %v", len(back), len(all), one.Shape.Orb())
			}
			k++
		}
	})
}
