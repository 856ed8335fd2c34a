package dxf

import (
	"bytes"
	"errors"
	"runtime"
	"strings"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// limited are limits that a test reaches quickly.
var limited = feature.Limits{Depth: 16, FeatureBytes: 1 << 20, Vertices: 5000, Rings: 50, StringBytes: 4000, AttributeBytes: 1000}

func TestFaults(t *testing.T) {
	sound := modelOf(square("A", 0, 0, 10))
	for _, c := range []struct {
		name, text, want string
		line             int
	}{
		{"binary", "AutoCAD Binary DXF\r\n\x1a\x00\x00\x00SECTION", "dxf.binary", 0},
		{"DWG", "AC1015\x00\x00\x00\x00\x00\x06\x01", "dxf.dwg", 0},
		{"nothing", "", "file.empty", 0},
		{"white space", " \n", "dxf.group_code", 1},
		{"another file", "hello\nworld\n", "dxf.group_code", 1},
		{"no section", "0\nLINE\n", "dxf.no_section", 2},
		{"cut between sections", sound[:strings.Index(sound, "0\nSECTION\n2\nENTITIES")], "dxf.truncated", 17},
		{"a code without a value", "0\nSECTION\n2\n", "dxf.truncated", 4},
		{"a section without an end", sound[:strings.LastIndex(sound, "0\nENDSEC")], "dxf.truncated", 45},
		{"the end inside a section", strings.Replace(sound, "0\nENDSEC\n0\nEOF", "0\nEOF", 1), "dxf.truncated", 46},
		{"a line too many", strings.Replace(sound, "8\nA\n", "8\nA\nB\n", 1), "dxf.group_code", 25},
		{"no number", strings.Replace(sound, "10\n10\n", "10\nnan\n", 1), "dxf.number", 34},
		{"infinity", strings.Replace(sound, "10\n10\n", "10\n1e999\n", 1), "dxf.number", 34},
		{"beyond the moon", strings.Replace(sound, "10\n10\n", "10\n1e13\n", 1), "dxf.number", 34},
		{"no whole number", strings.Replace(sound, "70\n1\n", "70\n1.5\n", 1), "dxf.number", 28},
		{"a long line", strings.Replace(sound, "8\nA\n", "8\n"+strings.Repeat("A", 5000)+"\n", 1), "dxf.long_line", 24},
		{"a long text", modelOf("0 MTEXT|" + strings.Repeat("3 "+strings.Repeat("x", 250)+"|", 20)), "dxf.long_text", 0},
		{"many points", modelOf("0 LWPOLYLINE" + strings.Repeat("|10 1|20 2", 5001)), "dxf.vertices", 0},
		{"many old points", modelOf("0 POLYLINE" + strings.Repeat("|0 VERTEX|10 1|20 2", 5001)), "dxf.vertices", 0},
		{"many knots", modelOf("0 SPLINE" + strings.Repeat("|40 1", 20001)), "dxf.vertices", 0},
		{"many hatched points", modelOf("0 HATCH|91 1|92 2" + strings.Repeat("|10 1|20 2", 5001)), "dxf.vertices", 0},
		{"arcs without end", modelOf(strings.Repeat("0 CIRCLE|10 0|20 0|40 1e9|", 9)), "dxf.points", 0},
		{"many extended texts", modelOf("0 LINE|1001 ZHENJIE" + strings.Repeat("|1000 x", 5000)), "dxf.long_text", 0},
	} {
		_, err := readAll([]byte(c.text), limited)
		var bad *geo.InputError
		if !errors.As(err, &bad) || string(bad.Kind) != c.want || c.line > 0 && bad.At.Line != c.line {
			t.Errorf("%s: %v, want %s in line %d", c.name, err, c.want, c.line)
		}
	}
}

// TestLyingCounts believes no number of points, knots or lines.
func TestLyingCounts(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for _, entities := range []string{
		"0 LWPOLYLINE|90 2000000000|70 1|10 0|20 0|10 1|20 0|10 1|20 1",
		"0 LWPOLYLINE|90 -5|70 1|10 0|20 0|10 1|20 0|10 1|20 1",
		"0 HATCH|91 2000000000|92 2|93 2000000000|10 0|20 0|10 1|20 0|10 1|20 1|97 2000000000|75 0",
		"0 LWPOLYLINE|20 5|42 1|70 1|10 0|20 0|10 1|20 0|10 1|20 1",
	} {
		if all, err := readAll([]byte(modelOf(entities)), feature.DefaultLimits); err != nil || len(all) != 1 || planeArea(all[0].Shape) != 0.5 {
			t.Errorf("%s: %d features, %v", entities, len(all), err)
		}
	}
	runtime.ReadMemStats(&after)
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 32<<20 {
		t.Errorf("%d MB taken", grown>>20)
	}
}

// TestCutAnywhere cuts a drawing after each byte: it is read, or refused with a
// sentence.
func TestCutAnywhere(t *testing.T) {
	sound := drawingOf(blockOf("b", "", square("0", 0, 0, 1)), "0 INSERT|2 b|66 1|0 ATTRIB|1 x|0 SEQEND|"+
		hatchOf("0", loopOf("2", 0, 0, 9))+"0 POLYLINE|70 1|0 VERTEX|10 0|20 0|0 SEQEND|"+"0 SPLINE|70 1|11 0|21 0|"+textOf("A", 1, 1, "甲"))
	for n := range len(sound) {
		_, err := readAll([]byte(sound[:n]), feature.DefaultLimits)
		var bad *geo.InputError
		if err == nil && n < len(sound)-len("0\nEOF\n")-1 || err != nil && !errors.As(err, &bad) {
			t.Fatalf("after %d of %d bytes: %v", n, len(sound), err)
		}
	}
}

// TestHugeScales neither overflow nor hang.
func TestHugeScales(t *testing.T) {
	blocks := blockOf("b0", "", square("0", 0, 0, 1e6)+"0 CIRCLE|8 0|10 0|20 0|40 1|")
	for i := 1; i < 10; i++ {
		blocks += blockOf("b"+ftoa(float64(i)), "", "0 INSERT|2 b"+ftoa(float64(i-1))+"|41 1e12|42 1e12|")
	}
	all, err := readAll([]byte(drawingOf(blocks, "0 INSERT|2 b9|"+textOf("0", 1, 1, "x"))), limited)
	if err != nil && kindOf(err) != "dxf.points" {
		t.Errorf("%d features, %v", len(all), err)
	}
}

func TestSniff(t *testing.T) {
	for head, want := range map[string]bool{
		"  0\r\nSECTION\r\n": true, "999\nmade by\n0\nSECTION\n": true, "\xef\xbb\xbf0\nSECTION\n": true,
		"AutoCAD Binary DXF\r\n\x1a\x00": true, "AC1032\x00\x00\x00": true,
		"AC1032 is a version": false, "0\n": false, "": false, "0\nLINE\n": false, "{\"type\":\"Feature\"}": false, "999\n": false, "1,2\n3,4\n": false,
	} {
		if got := Sniff([]byte(head), "x.txt"); got != want {
			t.Errorf("%q: %v", head, got)
		}
	}
}

// TestLineEnds reads Windows line ends, codes set in with spaces, a byte order
// mark, and a drawing without its end mark.
func TestLineEnds(t *testing.T) {
	sound := modelOf(square("A", 0, 0, 10))
	for name, text := range map[string]string{
		"Windows":     strings.ReplaceAll(sound, "\n", "\r\n"),
		"set in":      "  " + strings.ReplaceAll(sound, "\n10\n", "\n 10\n  "),
		"marked":      "\xef\xbb\xbf" + sound,
		"no end mark": strings.TrimSuffix(sound, "0\nEOF\n"),
		"no last end": strings.TrimSuffix(sound, "\n"),
	} {
		if all := mustRead(t, text); len(all) != 1 || planeArea(all[0].Shape) != 100 {
			t.Errorf("%s: %d features", name, len(all))
		}
	}
	if !bytes.Contains([]byte(sound), []byte("10\n10\n")) {
		t.Error("the sample lost its form")
	}
}
