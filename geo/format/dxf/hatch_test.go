package dxf

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"zhenjie/geo/feature"
)

func ftoa(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// loopOf is a loop of points, a square.
func loopOf(flags string, x, y, side float64) string {
	s := square("", x, y, side)
	return "92 " + flags + "|72 0|73 1|93 4|" + s[strings.Index(s, "10 "):] + "97 0|"
}

func hatchOf(style string, loops ...string) string {
	return "0 HATCH|8 绿地|10 0|20 0|30 0|210 0|220 0|230 1|2 SOLID|70 1|71 0|91 " + strconv.Itoa(len(loops)) + "|" +
		strings.Join(loops, "") + "75 " + style + "|76 1|98 1|10 3|20 3|"
}

// TestHatches: the seed point behind the loops, and the height before them,
// stand in groups of the same codes.
func TestHatches(t *testing.T) {
	nested := []string{loopOf("7", 0, 0, 100), loopOf("16", 20, 20, 60), loopOf("0", 10, 10, 80), loopOf("2", 40, 40, 20), loopOf("2", 200, 0, 10)}
	for i, l := range nested {
		nested[i] = "92 2|" + l[strings.Index(l, "72 "):]
	}
	quarter := "92 1|93 3|72 1|10 0|20 0|11 100|21 0|72 2|10 0|20 0|40 100|50 0|51 90|73 1|72 1|10 0|20 100|11 0|21 0|97 0|"
	// The same quarter the other way round: clockwise angles are counted
	// clockwise, from −90° to 0.
	clockwise := "92 1|93 3|72 1|10 0|20 0|11 0|21 100|72 2|10 0|20 0|40 100|50 270|51 360|73 0|72 1|10 100|20 0|11 0|21 0|97 0|"
	oval := "92 1|93 1|72 3|10 0|20 0|11 0|21 100|40 0.5|50 0|51 360|73 1|97 0|"
	spline := "92 1|93 2|72 4|94 3|73 0|74 0|95 8|96 4|40 0|40 0|40 0|40 0|40 1|40 1|40 1|40 1|10 0|20 0|10 0|20 100|10 100|20 100|10 100|20 0|97 0|72 1|10 0|20 0|11 100|21 0|97 0|"
	for _, c := range []struct {
		name, hatch         string
		want, around        float64
		parts, holes, notes int
	}{
		{"one loop", hatchOf("0", loopOf("2", 0, 0, 100)), 1e4, 0, 1, 0, 0},
		{"in turn", hatchOf("0", nested...), 1e4 - 6400 + 3600 - 400 + 100, 0, 3, 2, 0},
		{"the outermost", hatchOf("1", nested...), 1e4 - 6400 + 100, 0, 2, 1, 0},
		{"everything", hatchOf("2", nested...), 1e4 + 100, 0, 2, 0, 0},
		{"a gap for a text", hatchOf("0", loopOf("2", 0, 0, 100), loopOf("10", 10, 10, 10)), 1e4, 0, 1, 0, 0},
		{"edges", hatchOf("0", quarter), math.Pi * 2500, 50 * math.Pi, 1, 0, 1},
		{"edges clockwise", hatchOf("0", clockwise), math.Pi * 2500, 50 * math.Pi, 1, 0, 1},
		{"ellipse", hatchOf("0", oval), math.Pi * 5e3, 500, 1, 0, 1},
		{"spline", hatchOf("0", spline), 6000, 220, 1, 0, 1},
		{"bulges", hatchOf("0", "92 2|72 1|73 1|93 2|10 0|20 0|42 1|10 200|20 0|42 1|97 0|"), math.Pi * 1e4, 200 * math.Pi, 1, 0, 1},
	} {
		all := mustRead(t, modelOf(c.hatch))
		if len(all) != 1 {
			t.Errorf("%s: %d features", c.name, len(all))
			continue
		}
		f := all[0]
		if got := planeArea(f.Shape); math.Abs(got-c.want) > 0.01*c.around+1e-6 {
			t.Errorf("%s: area %v, want %v", c.name, got, c.want)
		}
		if f.Shape.Parts() != c.parts || f.Shape.Holes() != c.holes || len(f.Notes) != c.notes || f.Layer != "绿地" {
			t.Errorf("%s: %d parts, %d holes, notes %q, layer %q", c.name, f.Shape.Parts(), f.Shape.Holes(), noteIDs(f), f.Layer)
		}
	}
}

// TestHatchTakesThePlaceOfItsLines: what is filled and outlined is one area.
func TestHatchTakesThePlaceOfItsLines(t *testing.T) {
	lines := square("绿地", 0, 0, 100) + square("绿地", 20, 20, 10) + square("道路", 0, 0, 100) + square("绿地", 500, 0, 100)
	all := mustRead(t, modelOf(lines+hatchOf("0", loopOf("2", 0, 0, 100), loopOf("2", 20, 20, 10))))
	if len(all) != 3 || noteIDs(all[0]) != "repeats" || all[2].Shape.Holes() != 1 {
		t.Errorf("%d features, %q", len(all), said(all[0]))
	}
	if !strings.Contains(said(all[0]), "2") {
		t.Errorf("said %q", said(all[0]))
	}
}

func TestHatchFaults(t *testing.T) {
	limits := feature.DefaultLimits
	limits.Rings = 2
	_, err := readAll([]byte(modelOf(hatchOf("0", loopOf("2", 0, 0, 1), loopOf("2", 2, 0, 1), loopOf("2", 4, 0, 1)))), limits)
	if kindOf(err) != "dxf.rings" {
		t.Errorf("too many rings: %v", err)
	}
	if _, err = readAll([]byte(modelOf(hatchOf("0", "92 1|93 1|72 9|"))), limits); kindOf(err) != "dxf.hatch_edge" {
		t.Errorf("unknown edge: %v", err)
	}
}
