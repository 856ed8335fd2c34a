package dxf

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"zhenjie/geo"
)

func blockOf(name, head, entities string) string {
	return "0 BLOCK|8 0|2 " + name + "|70 0|" + head + "3 " + name + "|" + entities + "0 ENDBLK|8 0|"
}

// TestInserts: each block is a right triangle with legs of 10 to the east and 20
// to the north of its corner at (1, 2), which is the block's base.
func TestInserts(t *testing.T) {
	triangle := blockOf("地块", "10 1|20 2|", "0 LWPOLYLINE|8 0|70 1|10 1|20 2|10 11|20 2|10 1|20 22|")
	for _, c := range []struct {
		name, insert string
		want         [][3]geo.Point // the corners, by hand
	}{
		{"in place", "2 地块|10 100|20 200", [][3]geo.Point{{{100, 200}, {110, 200}, {100, 220}}}},
		{"scaled", "2 地块|10 100|20 200|41 2|42 0.5", [][3]geo.Point{{{100, 200}, {120, 200}, {100, 210}}}},
		{"turned", "2 地块|10 100|20 200|50 90", [][3]geo.Point{{{100, 200}, {100, 210}, {80, 200}}}},
		{"scaled, then turned", "2 地块|10 0|20 0|41 2|50 90", [][3]geo.Point{{{0, 0}, {0, 20}, {-20, 0}}}},
		{"mirrored", "2 地块|10 0|20 0|41 -1", [][3]geo.Point{{{0, 0}, {-10, 0}, {0, 20}}}},
		{"seen from below", "2 地块|10 100|20 200|210 0|220 0|230 -1", [][3]geo.Point{{{-100, 200}, {-110, 200}, {-100, 220}}}},
		{"columns and rows, turned", "2 地块|10 0|20 0|50 90|70 2|71 2|44 100|45 1000", [][3]geo.Point{
			{{0, 0}, {0, 10}, {-20, 0}}, {{0, 100}, {0, 110}, {-20, 100}}, {{-1000, 0}, {-1000, 10}, {-1020, 0}}, {{-1000, 100}, {-1000, 110}, {-1020, 100}},
		}},
	} {
		all := mustRead(t, drawingOf(triangle, "0 INSERT|8 红线|"+c.insert))
		if len(all) != len(c.want) {
			t.Errorf("%s: %d features", c.name, len(all))
			continue
		}
		for i, want := range c.want {
			r := all[i].Shape.Ring(0, 0)
			for k, p := range want {
				if distance(r.At(k), p) > 1e-9 {
					t.Errorf("%s: %v, want %v", c.name, r.Points(), want)
					break
				}
			}
			if all[i].Layer != "红线" {
				t.Errorf("%s: layer %q, which layer 0 of a block should take over", c.name, all[i].Layer)
			}
		}
	}
}

// TestBlocksWithinBlocks scales an arc by 1000: its chords must stay within 1 cm
// in the drawing, not in the block.
func TestBlocksWithinBlocks(t *testing.T) {
	blocks := blockOf("inner", "", "0 CIRCLE|8 A|10 0|20 0|40 1|") + blockOf("outer", "", "0 INSERT|8 0|2 INNER|10 5|20 0|41 10|42 10|")
	all := mustRead(t, drawingOf(blocks, "0 INSERT|8 B|2 Outer|10 0|20 0|41 100|42 100"))
	if len(all) != 1 || all[0].Layer != "A" {
		t.Fatalf("%d features", len(all))
	}
	b, _ := all[0].Shape.Bound()
	if math.Abs(b.Max[0]-1500) > 1e-6 || math.Abs(planeArea(all[0].Shape)-math.Pi*1e6) > 0.01*2000*math.Pi {
		t.Errorf("box %v, area %v", b, planeArea(all[0].Shape))
	}
}

func TestMissingBlocks(t *testing.T) {
	external := strings.Replace(blockOf("xref", "", ""), "70 0", "70 4", 1)
	all := mustRead(t, drawingOf(external, square("A", 0, 0, 10)+"0 INSERT|2 nowhere|0 INSERT|2 xref"))
	if len(all) != 1 || noteIDs(all[0]) != "missing_blocks" || !strings.Contains(said(all[0]), "NOWHERE, XREF") {
		t.Errorf("said %q", said(all[0]))
	}
}

// TestBlockBombs are refused, whether they end or not.
func TestBlockBombs(t *testing.T) {
	bomb := blockOf("b0", "", "0 TEXT|8 0|")
	for i := 1; i < 12; i++ {
		bomb += blockOf(fmt.Sprint("b", i), "", strings.Repeat(fmt.Sprintf("0 INSERT|2 b%d|", i-1), 10))
	}
	for _, c := range []struct{ name, blocks, insert, want string }{
		{"itself", blockOf("a", "", "0 INSERT|2 A|"), "2 a", "dxf.block_depth"},
		{"each other", blockOf("a", "", "0 INSERT|2 b|") + blockOf("b", "", "0 INSERT|2 a|"), "2 a", "dxf.block_depth"},
		{"powers of ten", bomb, "2 b11", "dxf.copies"},
		{"an array of nothing", blockOf("a", "", ""), "2 a|70 2000000000|71 2000000000", "dxf.copies"},
		{"an array of points", blockOf("a", "", square("0", 0, 0, 1)), "2 a|70 32000|71 32000", "dxf.points"},
	} {
		_, err := readAll([]byte(drawingOf(c.blocks, "0 INSERT|"+c.insert)), limited)
		if kindOf(err) != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}
