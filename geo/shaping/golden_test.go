package shaping

import (
	"bufio"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/peterstace/simplefeatures/geom"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
	"zhenjie/geo/simple"
)

// wkt reads a drawing in metres as geometry of places round the origin.
func wkt(t *testing.T, text string) geom.Geometry {
	t.Helper()
	g, err := geom.UnmarshalWKT(text, geom.NoValidate{})
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return g
}

func drawn(t *testing.T, text string) geo.Shape {
	return simple.Shape(wkt(t, text)).Map(func(p geo.Point) geo.Point { return at(p[0], p[1]) })
}

// TestAgreesWithGEOS compares offsets, splits, unions and bites with what GEOS
// makes of the same drawings (testdata/geos.py). Corners must agree to 2 mm: those
// of the drawing are rounded to 0.1 mm, and a mitre makes five times that of it,
// more where two edges meet at a sharp angle; areas to 0.2 m² for borders of up to
// 8 km. Of an offset, the corners that bend by less than 3° may be nearer by 1/800
// of it (see Offset); the edges beside them are some 250 m.
func TestAgreesWithGEOS(t *testing.T) {
	f, err := os.Open("testdata/geos.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	seen := map[string]int{}
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		c := strings.Split(in.Text(), "\t")
		seen[c[0]]++
		t.Run(c[0]+" "+c[1], func(t *testing.T) { agree(t, c[0], c[2], drawn(t, c[3]), drawn(t, c[4])) })
	}
	for op, least := range map[string]int{"offset": 70, "split": 100, "merge": 30, "cut": 30} {
		if seen[op] < least {
			t.Errorf("only %d cases of %s", seen[op], op)
		}
	}
}

func agree(t *testing.T, op, arg string, s, want geo.Shape) {
	var got geo.Shape
	var err error
	corner, square := 0.002, 0.2
	unchanged(t, s, func() {
		switch op {
		case "offset":
			d, _ := strconv.ParseFloat(arg, 64)
			got, err = Offset(s, d)
			corner, square = corner+math.Abs(d)/800, square+math.Abs(d)/800*250
		case "split":
			line := simple.Lines(wkt(t, arg))[0]
			for i, p := range line {
				line[i] = at(p[0], p[1])
			}
			var pieces []geo.Shape
			pieces, err = SplitBy(s, line)
			got = geo.Join(pieces...)
		case "merge":
			got, err = Merge(s, drawn(t, arg))
		case "cut":
			got, err = CutHole(s, drawn(t, arg).Ring(0, 0).Points())
		}
	})
	switch kind(err) {
	case "shaping.vanishes", "shaping.hole_all":
		got = geo.Shape{}
	case "shaping.split_across", "shaping.hole_outside":
		got = s
	case "":
	default:
		t.Fatal(err)
	}
	near(t, "the area", flatArea(got), flatArea(want), square)
	if got.Parts() != want.Parts() || got.Holes() != want.Holes() {
		t.Errorf("%d parts and %d holes, want %d and %d", got.Parts(), got.Holes(), want.Parts(), want.Holes())
	}
	near(t, "the farthest of its corners from GEOS's", farthest(got, want), 0, corner)
	near(t, "the farthest of GEOS's corners from its", farthest(want, got), 0, corner)
}

// farthest is how far a corner of a is from the nearest border of b, metres.
func farthest(a, b geo.Shape) float64 {
	worst := 0.0
	for _, r := range a.All() {
		for i := range r.Corners() {
			p := plane.ToPlane(r.At(i))
			least := math.Inf(1)
			for _, o := range b.All() {
				pts := plane.corners(o)
				for k := range pts {
					_, d := flat.Foot(p, pts[k], pts[(k+1)%len(pts)])
					least = math.Min(least, d)
				}
			}
			worst = math.Max(worst, least)
		}
	}
	return worst
}
