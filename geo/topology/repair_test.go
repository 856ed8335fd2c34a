package topology

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/area"
)

// effects is by how much changes say the area grew.
func effects(all []Change) (sum float64) {
	for _, c := range all {
		sum += c.Area.M2()
	}
	return sum
}

func TestRepair(t *testing.T) {
	ring := func(xy ...float64) []geo.Point {
		var pts []geo.Point
		for i := 0; i < len(xy); i += 2 {
			pts = append(pts, geo.Point{xy[i], xy[i+1]})
		}
		return pts
	}
	rect := func(x0, y0, x1, y1 float64) []geo.Point { return ring(x0, y0, x1, y0, x1, y1, x0, y1, x0, y0) }
	whole := rect(0, 0, 8, 8)
	for _, c := range []struct {
		name         string
		shape        geo.Shape
		area         float64 // in square degrees of the plane
		parts, holes int
		does         []ChangeKind
	}{
		{"open", geo.Polygon(ring(0, 0, 4, 0, 4, 4, 0, 4)), 16, 1, 0, []ChangeKind{RingClosed}},
		{"repeated point", geo.Polygon(ring(0, 0, 4, 0, 4, 0, 4, 4, 0, 4, 0, 0, 0, 0)), 16, 1, 0, []ChangeKind{PointDropped, PointDropped}},
		{"spike", geo.Polygon(ring(0, 0, 4, 0, 9, 0, 4, 0, 4, 4, 0, 4, 0, 0)), 16, 1, 0, []ChangeKind{SpikeDropped, PointDropped}},
		{"spike of spikes", geo.Polygon(ring(0, 0, 4, 0, 6, 0, 6, 3, 6, 0, 9, 0, 4, 0, 4, 4, 0, 4, 0, 0)), 16, 1, 0, nil},
		{"spike where it closes", geo.Polygon(ring(-3, 0, 4, 0, 4, 4, 0, 4, 0, 0, -3, 0)), 16, 1, 0, []ChangeKind{SpikeDropped}},
		{"not a number", geo.Polygon(ring(0, 0, 4, 0, math.NaN(), 2, 4, 4, 0, 4, 0, 0)), 16, 1, 0, []ChangeKind{PointDropped}},
		{"bow tie", geo.Polygon(ring(0, 0, 4, 4, 4, 0, 0, 4, 0, 0)), 8, 2, 0, []ChangeKind{RingSplit}},
		{"loop run twice", geo.Polygon(ring(0, 0, 4, 0, 4, 4, 1, 4, 1, 1, 3, 1, 3, 3, 0, 3, 0, 0)), 15, 1, 0, []ChangeKind{RingSplit}},
		{"outer ring that touches itself round a hole", geo.Polygon(ring(0, 0, 4, 0, 4, 4, 0, 4, 0, 0, 1, 2, 2, 1, 0, 0)), 14.5, 1, 1, []ChangeKind{RingSplit}},
		{"hole over the border", geo.Polygon(whole, rect(6, 2, 10, 4)), 60, 1, 0, []ChangeKind{HolesSorted, HolesSorted}},
		{"hole outside", geo.Polygon(whole, rect(10, 2, 12, 4)), 68, 2, 0, []ChangeKind{HolesSorted}},
		{"hole in a hole", geo.Polygon(whole, rect(1, 1, 6, 6), rect(2, 2, 3, 3)), 39, 1, 1, []ChangeKind{HolesSorted}},
		{"hole with the border's edge", geo.Polygon(whole, rect(6, 2, 8, 4)), 60, 1, 0, []ChangeKind{HolesSorted}},
		{"hole without area", geo.Polygon(whole, ring(1, 1, 2, 1, 1, 1)), 64, 1, 0, []ChangeKind{RingDropped}},
		{"hole in nothing", geo.Join(geo.Polygon(ring(1, 1, 2, 2), rect(0, 0, 1, 1)), geo.Polygon(whole)), 64, 1, 0, []ChangeKind{RingDropped, RingDropped}},
		{"parts overlap", geo.Join(geo.Polygon(whole), geo.Polygon(rect(6, 6, 10, 10))), 76, 1, 0, []ChangeKind{PartsMerged, PartsMerged}},
		{"parts side by side", geo.Join(geo.Polygon(whole), geo.Polygon(rect(8, 2, 10, 4))), 68, 1, 0, []ChangeKind{PartsMerged}},
		{"part in a part", geo.Join(geo.Polygon(whole), geo.Polygon(rect(1, 1, 2, 2))), 64, 1, 0, []ChangeKind{PartsMerged}},
		{"part twice", geo.Join(geo.Polygon(whole), geo.Polygon(whole)), 64, 1, 0, []ChangeKind{PartsMerged}},
		{"inside cut in two", geo.Polygon(whole, ring(4, 0, 6, 4, 4, 8, 2, 4, 4, 0)), 48, 2, 0, []ChangeKind{HolesSorted}},
		{"nothing left", geo.Polygon(ring(0, 0, 1, 1, 2, 2, 0, 0)), 0, 0, 0, nil},
	} {
		got, changes := Repair(c.shape, RepairOptions{})
		if problems := Check(got); len(problems) > 0 {
			t.Errorf("%s: %v", c.name, said(problems))
		}
		if a := fineArea(got); math.Abs(a-c.area) > 1e-12 || got.Parts() != c.parts || got.Holes() != c.holes {
			t.Errorf("%s: area %v, %d parts, %d holes; want %v, %d, %d: %v", c.name, a, got.Parts(), got.Holes(), c.area, c.parts, c.holes, got.Orb())
		}
		var did []ChangeKind
		for _, ch := range changes {
			did = append(did, ch.Kind)
		}
		if c.does != nil && !equal(did, c.does) {
			t.Errorf("%s: %v, want %v", c.name, did, c.does)
		}
	}
}

func equal[T comparable](a, b []T) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// TestRepairTellsItsEffect: the lobe of a bow tie that counted negative counts
// positive now, and ground of two parts counts once.
func TestRepairTellsItsEffect(t *testing.T) {
	near := func(s geo.Shape) geo.Shape {
		return s.Map(func(p geo.Point) geo.Point { return geo.Point{119.3 + p[0]/1000, 30.2 + p[1]/1000} })
	}
	lens := near(box4(2, 2, 4, 4))
	for name, c := range map[string]struct {
		shape geo.Shape
		want  float64
		says  string
	}{
		"overlap": {
			near(geo.Join(box4(0, 0, 4, 4), box4(2, 2, 6, 6))), -area.Of(lens, area.Survey, 0).Survey.M2(),
			"the outer ring of part 1 overlapped or adjoined another part near point 2, at (119.30400000, 30.20200000), and was merged with it; area -42",
		},
		"open": {
			near(geo.Polygon([]geo.Point{{0, 0}, {4, 0}, {4, 4}, {0, 4}})), 0,
			"closed the outer ring: its end, point 4 at (119.30000000, 30.20400000), now leads to its first point; area unchanged",
		},
	} {
		_, changes := Repair(c.shape, RepairOptions{})
		if got := effects(changes); math.Abs(got-c.want) > 0.02 {
			t.Errorf("%s: %v m², want %v", name, got, c.want)
		}
		if text := changes[0].Text.In(words.En); len(text) < len(c.says) || text[:len(c.says)] != c.says {
			t.Errorf("%s: %s", name, text)
		}
	}
}

// brokenShape draws shapes most of which are far from valid: rings on a grid,
// open or closed, with points twice and spikes.
func brokenShape(t *rapid.T) geo.Shape {
	s := gridShape(t)
	if rapid.Bool().Draw(t, "torn") {
		s = s.Map(func(p geo.Point) geo.Point {
			if rapid.IntRange(0, 5).Draw(t, "move") > 0 {
				return p
			}
			return geo.Point{p[0] + rapid.Float64Range(-2, 2).Draw(t, "dx"), p[1] + float64(rapid.IntRange(-1, 1).Draw(t, "dy"))}
		})
	}
	turned := rapid.Bool().Draw(t, "turned")
	return s.Map(func(p geo.Point) geo.Point {
		if turned { // no coordinate is round any more
			return geo.Point{119 + 0.001*p[0] - 0.0007*p[1], 30 + 0.0007*p[0] + 0.001*p[1]}
		}
		return geo.Point{119 + p[0]/1024, 30 + p[1]/1024}
	})
}

// TestRepairProperties: what is repaired is valid and stays as it is when it is
// repaired again; what was valid stays as it was; the effects told add up to the
// difference of the areas.
func TestRepairProperties(t *testing.T) {
	seen := map[bool]int{}
	rapid.Check(t, func(t *rapid.T) {
		s := brokenShape(t)
		o := RepairOptions{Tolerance: rapid.SampledFrom([]float64{0, 0, 0.001, 20}).Draw(t, "tolerance")}
		got, changes := Repair(s, o)
		if problems := Check(got); len(problems) > 0 {
			t.Fatalf("not valid: %v in %v from %v", said(problems), got.Orb(), s.Orb())
		}
		before := Check(s)
		seen[len(before) == 0]++
		if len(before) == 0 && (!got.Equal(s) || changes != nil) {
			t.Fatalf("a valid shape was changed: %v", changes)
		}
		if len(before) > 0 && len(changes) == 0 {
			t.Fatalf("changed in silence: %v to %v", s.Orb(), got.Orb())
		}
		if again, more := Repair(got, o); !again.Equal(got) || more != nil {
			t.Fatalf("repaired twice: %v", more)
		}
		m := measureOf(s)
		// The survey area is rounded to 0.01 m², each piece of it by itself.
		if sum, want := effects(changes), (m.total(got) - m.total(s)).M2(); math.Abs(sum-want) > 0.01*float64(20+len(changes)) {
			t.Fatalf("effects %v, difference %v: %v\n%v\n%v", sum, want, changes, s.Orb(), got.Orb())
		}
	})
	if seen[true] == 0 || seen[false] == 0 {
		t.Errorf("one-sided: %v", seen)
	}
}

func FuzzRepair(f *testing.F) {
	f.Add([]byte{0x11, 0x1f, 0xff, 0xf1, 2, 1, 0x33, 0x3c, 0xcc, 0xc3, 2})
	f.Add([]byte{0x11, 0xff, 0x1f, 0xf1, 2, 0, 0x11, 0x1f, 0xff, 2})
	f.Add([]byte{0x11, 0x88, 0x1f, 0xff, 0x88, 0xf1, 2, 1, 0x88, 0x88, 0x44, 0x44, 0x11})
	f.Add(append([]byte{0x44, 3}, make([]byte, 16)...))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 400 {
			return
		}
		s := shapeOf(data)
		for _, tolerance := range []float64{0, 1} {
			got, changes := Repair(s, RepairOptions{Tolerance: tolerance})
			if len(changes) > 0 && changes[len(changes)-1].Kind == LeftAlone {
				continue
			}
			if faults := topologicalFaults(got); len(faults) > 0 {
				t.Fatalf("not valid: %v in %v", said(faults), got.Orb())
			}
		}
	})
}

func BenchmarkRepair(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		bow := town(n)
		pts := bow.Ring(0, 0).Points()
		pts[n/3], pts[n/3+5] = pts[n/3+5], pts[n/3] // some crossings
		benchmarkRepair := func(name string, s geo.Shape) {
			b.Run(name, func(b *testing.B) { benchmark(b, s, func(s geo.Shape) { Repair(s, RepairOptions{}) }) })
		}
		benchmarkRepair(fmt.Sprintf("crossing/%d", n), geo.Polygon(pts))
		benchmarkRepair(fmt.Sprintf("mosaic/%d", n), mosaic(n))
	}
}

// TestRepairAgreesWithGEOS compares areas with those of GEOS's MakeValid for 400
// broken shapes: by structure for all without holes, and for all in which its two
// methods agree. They part over holes that touch their outer ring from outside,
// which are no hole to us, and structure still takes them for one.
// testdata/makevalid.txt is made by testdata/makevalid.py.
func TestRepairAgreesWithGEOS(t *testing.T) {
	data, err := os.ReadFile("testdata/makevalid.txt")
	if err != nil {
		t.Fatal(err)
	}
	same, lines := 0, strings.Split(strings.TrimSpace(string(data)), "\n")
	for _, line := range lines {
		f := strings.Split(line, "\t")
		structure, _ := strconv.ParseFloat(f[1], 64)
		linework, _ := strconv.ParseFloat(f[2], 64)
		s := fromWKT(t, f[0])
		const small = 1.0 / 1024 // edges of 5° take long to survey
		got, _ := Repair(s.Map(func(p geo.Point) geo.Point { return geo.Point{p[0] * small, p[1] * small} }), RepairOptions{})
		a := fineArea(got) / small / small
		if math.Abs(a-structure) < 1e-9 {
			same++
		} else if s.Holes() == 0 || math.Abs(structure-linework) < 1e-9 {
			t.Errorf("area %v, GEOS %v (linework %v): %s", a, structure, linework, f[0])
		}
	}
	if same < 380 {
		t.Errorf("only %d of %d areas are GEOS's", same, len(lines))
	}
}
