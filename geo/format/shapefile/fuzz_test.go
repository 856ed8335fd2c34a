package shapefile

import (
	"bytes"
	"errors"
	"math"
	"os"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
)

var fuzzLimits = feature.Limits{FeatureBytes: 1 << 16, Vertices: 500, Rings: 50, AttributeBytes: 1 << 16}

// FuzzRead checks that the reader never panics, keeps its limits, says every
// fault in a sentence, and reads the same in turn as at any place; and that
// what it reads can be written and is read again the same.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"gbk", "silent", "heights", "measures", "lines", "edited"} {
		set := filesOf(f, name)
		f.Add(set[".shp"], set[".shx"], set[".dbf"], string(set[".cpg"]))
		f.Add(set[".shp"], []byte(nil), []byte(nil), "")
	}
	f.Fuzz(func(t *testing.T, shp, shx, dbf []byte, cpg string) {
		set := files{".shp": shp}
		if shx != nil {
			set[".shx"] = shx
		}
		if dbf != nil {
			set[".dbf"], set[".cpg"] = dbf, []byte(cpg)
		}
		all, err := set.read(fuzzLimits, true)
		inTurn, errInTurn := set.read(fuzzLimits, false)
		if kindOf(err) != kindOf(errInTurn) || len(all) != len(inTurn) {
			t.Errorf("at any place %v and %d features, in turn %v and %d", err, len(all), errInTurn, len(inTurn))
		}
		checkFault(t, err)
		for i, one := range all {
			checkFeature(t, one)
			if !one.Shape.Equal(inTurn[i].Shape) {
				t.Errorf("feature %d: %v, in turn %v", i, one.Shape, inTurn[i].Shape)
			}
		}
		checkWritten(t, all)
	})
}

// FuzzZip checks the same of what a .zip may hold, but for the writing.
func FuzzZip(f *testing.F) {
	for _, name := range []string{"two.zip", "written.zip"} {
		text, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		all, err := readSource(feature.Source{
			Path: "x.zip", Text: bytes.NewReader(text), At: bytes.NewReader(text), Size: int64(len(text)), Limits: fuzzLimits,
		})
		if len(text) > 0 && isZip(text) {
			checkFault(t, err)
		}
		for _, one := range all {
			checkFeature(t, one)
		}
	})
}

func checkFault(t *testing.T, err error) {
	t.Helper()
	var bad *geo.InputError
	switch {
	case err == nil:
	case !errors.As(err, &bad):
		t.Errorf("not an error for people: %v", err)
	case !words.Known(bad.Kind) || bad.At.Byte < 0:
		t.Errorf("%q at %+v", bad.Kind, bad.At)
	}
}

func checkFeature(t *testing.T, f feature.Feature) {
	t.Helper()
	rings, points := 0, 0
	for _, r := range f.Shape.All() {
		rings++
		points += r.Len()
		for _, p := range r.Points() {
			if math.IsNaN(p[0]+p[1]) || math.IsInf(p[0], 0) || math.IsInf(p[1], 0) {
				t.Errorf("a point at %v", p)
			}
		}
	}
	if rings > fuzzLimits.Rings || points > fuzzLimits.Vertices {
		t.Errorf("%d rings of %d points", rings, points)
	}
}

// checkWritten writes features that were read, unless they cannot be, and
// compares the corners.
func checkWritten(t *testing.T, all []feature.Feature) {
	t.Helper()
	s, err := newSheet(all, false)
	if err != nil {
		checkFault(t, err)
		return
	}
	set := files{}
	for _, p := range s.parts() {
		var out bytes.Buffer
		if err := p.write(&out); err != nil {
			t.Fatal(err)
		}
		set[p.ext] = out.Bytes()
	}
	again, err := set.read(feature.DefaultLimits, true)
	if err != nil || len(again) != len(all) {
		t.Fatalf("%d features written, %d read again: %v", len(all), len(again), err)
	}
	for i, f := range again {
		if got, want := f.Shape.Vertices(), all[i].Shape.Vertices(); got != want {
			t.Errorf("feature %d: %d corners written, %d read again", i, want, got)
		}
	}
}
