package topology

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/peterstace/simplefeatures/geom"

	"zhenjie/geo"
	"zhenjie/geo/simple"
)

// sayings are the kinds that can stand behind each of GEOS's reasons. GEOS
// stops at the first fault it meets and has fewer words.
var sayings = map[string][]Kind{
	"Self-intersection":        {SelfIntersection, Spike, RingsCross, RingsShareEdge, PartsOverlap, PartsShareEdge, PartsEqual, RingShort, RingCollapsed},
	"Ring Self-intersection":   {SelfTouch, SelfIntersection, Spike},
	"Interior is disconnected": {Disconnected},
	"Hole lies outside shell":  {HoleOutside},
	"Holes are nested":         {HoleNested},
	"Nested shells":            {PartsNested},
}

// TestValidityAgreesWithGEOS reads what GEOS 3.11.1 says of 122 shapes;
// testdata/geos.txt is made by testdata/geos.py.
func TestValidityAgreesWithGEOS(t *testing.T) {
	data, err := os.ReadFile("testdata/geos.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	for _, line := range lines {
		f := strings.Split(line, "\t")
		name, reason, _ := f[0], f[2], f[3]
		s := fromWKT(t, f[1])
		problems := Check(s)
		reason, _, _ = strings.Cut(reason, "[")
		if valid := reason == "Valid Geometry"; Valid(problems) != valid {
			t.Errorf("%s: we find %v, GEOS: %s", name, kinds(problems), reason)
			continue
		} else if valid {
			continue
		}
		meant := slices.DeleteFunc(slices.Clone(problems), func(p Problem) bool { return !slices.Contains(sayings[reason], p.Kind) })
		if len(meant) == 0 {
			t.Errorf("%s: we find %v, GEOS: %s", name, kinds(problems), reason)
		}
		if strings.HasSuffix(strings.ToLower(reason), "self-intersection") && !placed(s, meant, fromWKTPoint(t, f[3])) {
			t.Errorf("%s: no fault of ours is at %s: %v", name, f[3], said(problems))
		}
	}
}

// placed reports whether a problem lies at the place GEOS gives or on an edge
// through it: of edges that lie on each other GEOS names an end. A problem of
// whole rings, or told once for two rings, may lie on any edge. GEOS prints 13
// decimals.
func placed(s geo.Shape, problems []Problem, at geo.Point) bool {
	const near = 1e-11
	dist := func(p, q geo.Point) float64 { return math.Hypot(p[0]-q[0], p[1]-q[1]) }
	on := func(r geo.Ring, v int) bool {
		return dist(r.At(v), at)+dist(at, r.Next(v))-dist(r.At(v), r.Next(v)) < near
	}
	return slices.ContainsFunc(problems, func(p Problem) bool {
		r := s.Ring(p.Part, p.Ring)
		switch p.Kind {
		case RingShort, RingCollapsed, RingsShareEdge, PartsShareEdge, PartsEqual:
			for v := range r.Corners() {
				if on(r, v) {
					return true
				}
			}
			return false
		default:
			return dist(p.At, at) < near || on(r, p.Vertex)
		}
	})
}

func fromWKT(t *testing.T, wkt string) geo.Shape {
	g, err := geom.UnmarshalWKT(wkt, geom.NoValidate{})
	if err != nil {
		t.Fatal(err)
	}
	return simple.Shape(g)
}

func fromWKTPoint(t *testing.T, wkt string) geo.Point {
	g, err := geom.UnmarshalWKT(wkt)
	if err != nil {
		t.Fatal(err)
	}
	xy, _ := g.MustAsPoint().XY()
	return geo.Point{xy.X, xy.Y}
}
