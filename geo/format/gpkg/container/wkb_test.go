package container

import (
	"bytes"
	"encoding/hex"
	"math"
	"testing"

	"zhenjie/geo"
)

// odd are shapes a plan may hold while it is being worked on.
func oddShapes() map[string]geo.Shape {
	var noRing, noPoint geo.Builder
	noRing.Part()
	noPoint.Part()
	noPoint.Ring(nil)
	noPoint.Ring([]geo.Point{{1, 2}})
	return map[string]geo.Shape{
		"empty":         {},
		"no ring":       noRing.Shape(),
		"no point":      noPoint.Shape(),
		"open ring":     geo.Polygon([]geo.Point{{0, 0}, {1, 0}, {1, 1}}),
		"closed ring":   geo.Polygon([]geo.Point{{0, 0}, {1, 0}, {1, 1}, {0, 0}}),
		"odd numbers":   geo.Polygon([]geo.Point{{math.NaN(), math.Inf(1)}, {math.Copysign(0, -1), 5e-324}, {math.MaxFloat64, math.Float64frombits(0x7ff8_0000_dead_beef)}}),
		"parts, holes":  twoParts,
		"not a number":  geo.Polygon([]geo.Point{{math.NaN(), math.NaN()}}),
		"part, no part": geo.Join(geo.Polygon(), geo.Polygon([]geo.Point{{3, 4}})),
	}
}

func TestShapesSurviveToTheBit(t *testing.T) {
	for name, s := range oddShapes() {
		wkb := AppendWKB(nil, s)
		back, err := ReadWKB(wkb, 0)
		if err != nil || !bytes.Equal(AppendWKB(nil, back), wkb) || back.Parts() != s.Parts() {
			t.Errorf("%s: came back as %v, %v", name, back, err)
		}
		if len(wkb) != WKBSize(s) {
			t.Errorf("%s: %d bytes, expected %d", name, len(wkb), WKBSize(s))
		}
		back, err = ReadBlob(AppendBlob(nil, s, 4490, false))
		if err != nil || !bytes.Equal(AppendWKB(nil, back), wkb) {
			t.Errorf("%s: came back from a layer as %v, %v", name, back, err)
		}
	}
}

// The texts are what PostGIS 3.4 (ST_AsBinary, ST_AsEWKB) gives for a triangle:
// ISO and extended, both byte orders, with heights and measures.
func TestReadsWhatOtherProgramsWrite(t *testing.T) {
	want := geo.Polygon([]geo.Point{{0, 0}, {1, 0}, {0, 1}, {0, 0}})
	const (
		o = "0000000000000000"
		i = "000000000000f03f"
		O = "0000000000000000"
		I = "3ff0000000000000"
	)
	for name, text := range map[string]string{
		"polygon, little endian": "0103000000" + "01000000" + "04000000" + o + o + i + o + o + i + o + o,
		"polygon, big endian":    "0000000003" + "00000001" + "00000004" + O + O + I + O + O + I + O + O,
		"multipolygon, mixed":    "0000000006" + "00000001" + "0103000000" + "01000000" + "04000000" + o + o + i + o + o + i + o + o,
		"polygon Z":              "01eb030000" + "01000000" + "04000000" + o + o + i + i + o + i + o + i + i + o + o + i,
		"polygon ZM":             "01bb0b0000" + "01000000" + "04000000" + o + o + i + i + i + o + i + i + o + i + i + i + o + o + i + i,
		"multipolygon M":         "01d6070000" + "01000000" + "01d3070000" + "01000000" + "04000000" + o + o + i + i + o + i + o + i + i + o + o + i,
		"extended, Z and SRID":   "01030000a0" + "8a110000" + "01000000" + "04000000" + o + o + i + i + o + i + o + i + i + o + o + i,
	} {
		raw, err := hex.DecodeString(text)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := ReadWKB(raw, 0); err != nil || !got.Equal(want) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

func TestRefusesDamagedGeometry(t *testing.T) {
	whole := AppendWKB(nil, twoParts)
	for n := range whole {
		if s, err := ReadWKB(whole[:n], 0); err == nil {
			t.Fatalf("the first %d of %d bytes gave %v", n, len(whole), s)
		}
	}
	for name, text := range map[string]string{
		"4 milliard parts":  "0106000000ffffffff",
		"4 milliard rings":  "0103000000ffffffff" + "00000000",
		"4 milliard points": "010300000001000000ffffffff" + "0000000000000000",
		"a point":           "0101000000" + "0000000000000000" + "0000000000000000",
		"a point in parts":  "010600000001000000" + "010100000000000000000000000000000000000000",
		"nothing":           "",
		"one byte more":     "01060000000000000000",
	} {
		raw, err := hex.DecodeString(text)
		if err != nil {
			t.Fatal(err)
		}
		if s, err := ReadWKB(raw, 0); err == nil {
			t.Errorf("%s gave %v", name, s)
		}
	}
}

func FuzzReadBlob(f *testing.F) {
	for _, s := range oddShapes() {
		f.Add(AppendBlob(nil, s, 4490, false))
	}
	f.Fuzz(func(t *testing.T, blob []byte) {
		s, err := ReadBlob(blob)
		if err != nil {
			return
		}
		back, err := ReadBlob(AppendBlob(nil, s, 4490, false))
		if err != nil || !bytes.Equal(AppendWKB(nil, s), AppendWKB(nil, back)) {
			t.Errorf("read %v, wrote and read again %v, %v", s, back, err)
		}
	})
}

// twoParts is a triangle with a hole, and another.
var twoParts = geo.Join(
	geo.Polygon([]geo.Point{{120, 30}, {121, 30}, {121, 31}, {120, 30}}, []geo.Point{{120.8, 30.1}, {120.9, 30.2}, {120.9, 30.1}, {120.8, 30.1}}),
	geo.Polygon([]geo.Point{{122, 30}, {123, 30}, {123, 31}, {122, 30}}),
)
