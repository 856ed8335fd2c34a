package dxf

import (
	"math"
	"strings"
	"testing"
)

// TestAreas reads one outline of each kind. The areas are those of the true
// curves, worked out by hand.
func TestAreas(t *testing.T) {
	const chord = "0.01 m" // within which chords stay
	h := math.Sqrt2 / 2
	for _, c := range []struct {
		name, entities string
		want           float64 // m²
		around         float64 // m: length of the curved line; the area may lack 1 cm times that
		notes          string
	}{
		{"closed polyline", square("A", 500000, 3350000, 100), 1e4, 0, ""},
		{"first point repeated", "0 LWPOLYLINE|70 1|10 0|20 0|10 10|20 0|10 10|20 10|10 0|20 0", 50, 0, ""},
		{"closed by its points alone", "0 LWPOLYLINE|10 0|20 0|10 10|20 0|10 10|20 10|10 0|20 0", 50, 0, ""},
		{"nearly closed", "0 LWPOLYLINE|10 0|20 0|10 10|20 0|10 10|20 10|10 0|20 0.005", 50.025, 0, "closed"},
		{"circle of two bulges", "0 LWPOLYLINE|70 1|10 400|20 0|42 1|10 600|20 0|42 1", math.Pi * 1e4, 200 * math.Pi, "arcs"},
		{"the same clockwise", "0 LWPOLYLINE|70 1|10 400|20 0|42 -1|10 600|20 0|42 -1", math.Pi * 1e4, 200 * math.Pi, "arcs"},
		// A square on a side of 200 and the half disc over its upper edge.
		{"a bulge outward", "0 LWPOLYLINE|70 1|10 0|20 0|10 200|20 0|10 200|20 200|42 1|10 0|20 200", 4e4 + math.Pi*5e3, 100 * math.Pi, "arcs"},
		{"a bulge inward", "0 LWPOLYLINE|70 1|10 0|20 0|10 200|20 0|10 200|20 200|42 -1|10 0|20 200", 4e4 - math.Pi*5e3, 100 * math.Pi, "arcs"},
		// A quarter: the tangent of a quarter of 90° is √2 − 1.
		{"a quarter disc", "0 LWPOLYLINE|70 1|10 0|20 0|10 100|20 0|42 0.41421356237309503|10 0|20 100", math.Pi * 2500, 50 * math.Pi, "arcs"},
		{"old polyline", "0 POLYLINE|8 A|66 1|70 1|0 VERTEX|10 0|20 0|0 VERTEX|10 10|20 0|0 VERTEX|10 10|20 10|0 SEQEND|8 A", 50, 0, ""},
		{"old polyline with bulges", "0 POLYLINE|66 1|70 1|0 VERTEX|10 -100|20 0|42 1|0 VERTEX|10 100|20 0|42 1|0 SEQEND", math.Pi * 1e4, 200 * math.Pi, "arcs"},
		{"polyline in space", "0 POLYLINE|70 9|0 VERTEX|10 0|20 0|30 7|0 VERTEX|10 10|20 0|30 8|0 VERTEX|10 10|20 10|30 9|0 SEQEND", 50, 0, ""},
		{"a spline's frame", "0 POLYLINE|70 5|0 VERTEX|70 16|10 -900|20 0|0 VERTEX|70 8|10 0|20 0|0 VERTEX|70 8|10 10|20 0|0 VERTEX|70 8|10 10|20 10|0 SEQEND", 50, 0, ""},
		{"without its end mark", "0 POLYLINE|70 1|0 VERTEX|10 0|20 0|0 VERTEX|10 10|20 0|0 VERTEX|10 10|20 10", 50, 0, ""},
		{"circle", "0 CIRCLE|10 500|20 700|40 100", math.Pi * 1e4, 200 * math.Pi, "arcs"},
		{"ellipse", "0 ELLIPSE|10 0|20 0|11 60|21 80|40 0.5|41 0|42 6.283185307179586", math.Pi * 5e3, 500, "arcs"},
		{"arc and line", "0 ARC|10 0|20 0|40 100|50 350|51 170|0 LINE|10 -98.4807753012208|20 17.364817766693|11 98.4807753012208|21 -17.364817766693", math.Pi * 5e3, 100 * math.Pi, "arcs joined"},
		{"half an ellipse and a line", "0 ELLIPSE|10 0|20 0|11 100|21 0|40 0.5|41 3.141592653589793|42 6.283185307179586|0 LINE|10 -100|20 0|11 100|21 0", math.Pi * 2500, 250, "arcs joined"},
		// x = 3t² − 2t³, y = 3t(1 − t): ∫ y dx = 18/30.
		{"spline and line", "0 SPLINE|70 8|71 3|72 8|73 4|40 0|40 0|40 0|40 0|40 1|40 1|40 1|40 1|10 0|20 0|10 0|20 100|10 100|20 100|10 100|20 0|0 LINE|10 0|20 0|11 100|21 0", 6000, 220, "arcs joined"},
		{"rational spline: a circle", "0 SPLINE|70 13|71 2|40 0|40 0|40 0|40 1|40 1|40 2|40 2|40 3|40 3|40 4|40 4|40 4" +
			weights(1, h, 1, h, 1, h, 1, h, 1) + "|10 100|20 0|10 100|20 100|10 0|20 100|10 -100|20 100|10 -100|20 0|10 -100|20 -100|10 0|20 -100|10 100|20 -100|10 100|20 0",
			math.Pi * 1e4, 200 * math.Pi, "arcs"},
		{"spline of points to go through", "0 SPLINE|70 1|71 3|74 4|11 0|21 0|11 10|21 0|11 10|21 10|11 0|21 0", 50, 0, ""},
		{"lines, whichever way round", "0 LINE|10 0|20 0|11 100|21 0|0 LINE|10 100.0004|20 100|11 100|21 0.0005|0 LINE|10 100|20 100|11 0|21 100|0 LINE|10 0|20 0|11 0|21 100", 1e4, 10, "joined"},
		{"a line drawn twice", "0 LINE|10 0|20 0|11 100|21 0|0 LINE|10 100|20 0|11 0|21 0|0 LINE|10 100|20 100|11 100|21 0|0 LINE|10 100|20 100|11 0|21 0", 5e3, 0, "joined"},
		{"lines that end 6 mm apart", "0 LINE|10 0|20 0|11 100|21 0|0 LINE|10 100|20 0|11 100|21 100|0 LINE|10 100|20 100|11 0|21 100|0 LINE|10 0|20 100|11 0|21 0.006", 1e4, 1, "joined closed"},
		{"a ring with a line to it", "0 LINE|10 0|20 0|11 -50|21 0|0 LINE|10 0|20 0|11 100|21 0|0 LINE|10 100|20 0|11 100|21 100|0 LINE|10 100|20 100|11 0|21 0", 5e3, 0, "lines junctions joined"},
		{"seen from below", "0 CIRCLE|10 500|20 700|40 100|210 0|220 0|230 -1", math.Pi * 1e4, 200 * math.Pi, "arcs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := mustRead(t, modelOf(c.entities))
			if len(all) != 1 {
				t.Fatalf("%d features", len(all))
			}
			got := planeArea(all[0].Shape)
			if off := got - c.want; math.Abs(off) > 0.01*c.around+1e-6 { // and 1 mm² for rounding
				t.Errorf("area %v, want %v: chords left the curve by more than %s", got, c.want, chord)
			}
			if got := noteIDs(all[0]); got != c.notes {
				t.Errorf("notes %q, want %q", got, c.notes)
			}
			if r := all[0].Shape.Ring(0, 0); !r.Closed() || all[0].Kind != "Polygon" {
				t.Errorf("open or no polygon: %s", all[0].Kind)
			}
		})
	}
}

func weights(all ...float64) string {
	var b strings.Builder
	for _, w := range all {
		b.WriteString("|41 " + ftoa(w))
	}
	return b.String()
}

// TestChordsStayNear measures how far the middles of chords lie inside a
// circle.
func TestChordsStayNear(t *testing.T) {
	for _, radius := range []float64{0.02, 1, 100, 1e5} {
		f := mustRead(t, modelOf("0 CIRCLE|10 0|20 0|40 "+ftoa(radius)))[0]
		r := f.Shape.Ring(0, 0)
		for i := range r.Corners() {
			a, b := r.At(i), r.Next(i)
			if in := radius - math.Hypot((a[0]+b[0])/2, (a[1]+b[1])/2); in > 0.01*(1+1e-9) || in < 0 {
				t.Fatalf("radius %v: a chord lies %v inside", radius, in)
			}
		}
		if radius == 100 && r.Corners() > 250 { // 222 are needed
			t.Errorf("%d corners", r.Corners())
		}
	}
}

// TestSplineMatchesItsArc holds a rational spline against the circle it is.
func TestSplineMatchesItsArc(t *testing.T) {
	all := mustRead(t, modelOf("0 SPLINE|70 12|71 2|40 0|40 0|40 0|40 1|40 1|40 1"+weights(1, math.Sqrt2/2, 1)+
		"|10 100|20 0|10 100|20 100|10 0|20 100|0 LINE|10 0|20 100|11 0|21 0|0 LINE|10 0|20 0|11 100|21 0"))
	r := all[0].Shape.Ring(0, 0)
	for i := range r.Corners() {
		p := r.At(i)
		if d := math.Hypot(p[0], p[1]); d > 1e-9 && math.Abs(d-100) > 1e-9 {
			t.Errorf("%v lies %v from the centre", p, d)
		}
	}
	if r.Corners() < 20 {
		t.Errorf("%d corners", r.Corners())
	}
}

// TestOpenLines are passed over, with the gap that matters.
func TestOpenLines(t *testing.T) {
	all := mustRead(t, modelOf(square("面", 0, 0, 10)+
		"0 LWPOLYLINE|8 红线|10 0|20 0|10 10|20 0|10 10|20 10|10 0|20 0.37|0 LWPOLYLINE|8 红线|10 0|20 0|10 99|20 0|0 LINE|8 路|10 0|20 50|11 9|21 50"))
	if len(all) != 1 || noteIDs(all[0]) != "open lines" {
		t.Fatalf("%d features, %q", len(all), noteIDs(all[0]))
	}
	if s := said(all[0]); !strings.Contains(s, "the layer “红线” enclose nothing and were left out: 2") || !strings.Contains(s, "0.370 apart") {
		t.Errorf("said %q", s)
	}
	all = mustRead(t, modelOf("0 LINE|10 0|20 50|11 9|21 50"))
	if len(all) != 1 || all[0].Kind != "LineString" || !all[0].Shape.IsEmpty() || noteIDs(all[0]) != "lines" {
		t.Errorf("nothing but a line: %+v", all)
	}
}

// TestJunctions: two parcels that share a line leave open how to go round.
func TestJunctions(t *testing.T) {
	all := mustRead(t, modelOf("0 LINE|10 0|20 0|11 9|21 0|0 LINE|10 9|20 0|11 9|21 5|0 LINE|10 9|20 5|11 9|21 9|"+
		"0 LINE|10 9|20 9|11 0|21 9|0 LINE|10 0|20 9|11 0|21 5|0 LINE|10 0|20 5|11 0|21 0|0 LINE|10 0|20 5|11 9|21 5"))
	if len(all) != 1 || noteIDs(all[0]) != "open junctions" || !strings.Contains(said(all[0]), "form rings: 2, the first at") {
		t.Errorf("%d features, %q", len(all), said(all[0]))
	}
}

// TestLayersAreNotJoined keeps lines of two layers apart.
func TestLayersAreNotJoined(t *testing.T) {
	half := func(layer, bulge string) string {
		return "0 LWPOLYLINE|8 " + layer + "|10 0|20 0|42 " + bulge + "|10 10|20 0|"
	}
	if all := mustRead(t, modelOf(half("A", "1")+half("B", "-1"))); !all[0].Shape.IsEmpty() {
		t.Errorf("joined over layers: %v", all[0].Shape.Orb())
	}
	if all := mustRead(t, modelOf(half("A", "1")+half("A", "-1"))); all[0].Shape.IsEmpty() {
		t.Error("not joined on one layer")
	}
}

// TestPassedOver says what is not read.
func TestPassedOver(t *testing.T) {
	rest := square("A", 0, 0, 10) + "0 3DSOLID|1 x|0 REGION|1 y|0 REGION|1 y|0 POINT|10 0|20 0|0 POLYLINE|70 16|0 VERTEX|10 0|20 0|0 SEQEND|" +
		strings.Replace(square("A", 0, 0, 10), "70 1", "70 1|67 1", 1) + strings.Replace(square("A", 0, 0, 10), "70 1", "70 1|60 1", 1) +
		strings.Replace(square("A", 0, 0, 10), "70 1", "70 1|210 1|220 0|230 0", 1) + "0 LWPOLYLINE|70 1|10 0|20 0|10 1|20 1|0 SPLINE|71 3|10 0|20 0"
	all := mustRead(t, modelOf(rest))
	if len(all) != 1 || noteIDs(all[0]) != "thin paper hidden tilted damaged others" {
		t.Fatalf("%d features, %q", len(all), noteIDs(all[0]))
	}
	if s := said(all[0]); !strings.Contains(s, "3DSOLID × 1, POLYLINE × 1, REGION × 2") {
		t.Errorf("said %q", s)
	}
}
