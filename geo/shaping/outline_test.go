package shaping

import (
	"math"
	"testing"

	"github.com/tidwall/geodesic"

	"zhenjie/geo"
	"zhenjie/geo/topology"
)

func TestRectangle(t *testing.T) {
	s, err := plane.Rectangle(here, 2000, 1000, 0)
	if err != nil || s.Vertices() != 4 || !s.Ring(0, 0).Closed() {
		t.Fatal(s.Orb(), err)
	}
	for i, want := range [][2]float64{{-1000, -500}, {1000, -500}, {1000, 500}, {-1000, 500}} {
		if !towards(s.Ring(0, 0).At(i), want[0], want[1]) {
			t.Errorf("corner %d is %v", i, s.Ring(0, 0).At(i))
		}
	}
	east, _ := plane.Rectangle(here, 2000, 1000, 90)
	if p := east.Ring(0, 0).At(3); !towards(p, 500, 1000) { // the height points east, the width south
		t.Errorf("turned by 90°, the upper left corner is %v", p)
	}
}

func TestRectangleBetweenKeepsItsCorners(t *testing.T) {
	for _, c := range [][4]float64{{0, 0, 300, 200}, {300, 200, 0, 0}, {0, 200, 300, 0}, {300, 0, 0, 200}} {
		a, b := at(c[0], c[1]), at(c[2], c[3])
		s, err := plane.RectangleBetween(a, b)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "the area", flatArea(s), 60_000, 0.1) // 0.1 mm a corner
		kept, twice := 0, 0.0
		for i := range 4 {
			if p := s.Ring(0, 0).At(i); p == a || p == b {
				kept++
			}
			ax, ay := metres(s.Ring(0, 0).At(i))
			bx, by := metres(s.Ring(0, 0).Next(i))
			twice += ax*by - bx*ay
		}
		if kept != 2 || twice < 0 {
			t.Errorf("%v: %d corners kept, twice the area %v", c, kept, twice)
		}
	}
	if _, err := plane.RectangleBetween(at(0, 0), at(0, 0)); kind(err) != "shaping.size" {
		t.Error(err)
	}
}

func TestCircleIsAsMuchSmallerAsItSays(t *testing.T) {
	for corners, less := range map[int]float64{32: 0.0064, 64: 0.0016, 256: 0.0001} {
		s, err := plane.Circle(here, 500, corners)
		if err != nil || s.Vertices() != corners || !towards(s.Ring(0, 0).At(0), 0, 500) {
			t.Fatal(corners, err)
		}
		near(t, "what is missing of the circle", 1-flatArea(s)/(math.Pi*250_000), less, 0.00006)
	}
	for _, c := range []struct {
		radius  float64
		corners int
		kind    string
	}{{0, 8, "shaping.size"}, {math.NaN(), 8, "shaping.size"}, {2e5, 8, "shaping.size"}, {1, 2, "shaping.corners"}, {1, 1e6, "shaping.corners"}} {
		if _, err := plane.Circle(here, c.radius, c.corners); string(kind(err)) != c.kind {
			t.Errorf("%v: %v", c, err)
		}
	}
}

// TestFreehand draws a square with a hand that shakes by 0.5 m, every 10 m.
func TestFreehand(t *testing.T) {
	var drawn []geo.Point
	for side, way := range [][2]float64{{1, 0}, {0, 1}, {-1, 0}, {0, -1}} {
		start := [][2]float64{{0, 0}, {400, 0}, {400, 400}, {0, 400}}[side]
		for k := range 40 {
			shake := 0.5 * math.Sin(float64(k*k+side)) * math.Min(float64(k), 1)
			drawn = append(drawn, at(start[0]+10*float64(k)*way[0]+shake*way[1], start[1]+10*float64(k)*way[1]+shake*way[0]))
		}
	}
	s, err := plane.Freehand(drawn, 2)
	if err != nil || s.Vertices() != 4 {
		t.Fatalf("%d corners, %v", s.Vertices(), err)
	}
	near(t, "the area", flatArea(s), 160_000, 400)
	for i := range 4 {
		if s.Ring(0, 0).At(i) != drawn[40*i] {
			t.Errorf("corner %d lost its bits", i)
		}
	}
	if s, _ := plane.Freehand(drawn, 0); s.Vertices() < 100 {
		t.Errorf("without a tolerance %d points are left", s.Vertices())
	}
	for name, few := range map[string][]geo.Point{"none": nil, "one": drawn[:1], "two": drawn[:2], "one place": {drawn[0], drawn[0], drawn[0]}} {
		if _, err := plane.Freehand(few, 1); kind(err) != "shaping.freehand" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A bay narrower than the tolerance: taking its two sides for the straight line
// would lead across the tongue of land in it.
func TestFreehandDoesNotCrossItself(t *testing.T) {
	drawn := ring(0, 0, 100, 0, 100, 48, 20, 48, 20, 49, 99, 49.2, 99, 49.6, 20, 50, 20, 52, 100, 52, 100, 100, 0, 100)
	s, err := plane.Freehand(drawn[:len(drawn)-1], 30)
	if err != nil || !topology.Valid(topology.Check(s)) {
		t.Errorf("%v, %v", err, topology.Check(s))
	}
}

// Reference: GeographicLib's inverse geodesic, ported as tidwall/geodesic.
func TestBetweenAgreesWithTheGeodesic(t *testing.T) {
	for _, c := range [][4]float64{{119.3, 30.2, 119.31, 30.21}, {118.6, 30, 118.7, 30.1}, {121.4, 45, 121.45, 45.1}, {120, 20, 120, 20.1}, {119.3, 30.2, 119.45, 30.2}} {
		a, b := geo.Point{c[0], c[1]}, geo.Point{c[2], c[3]}
		p := PlaneAt(a)
		got := p.Between(a, b)
		var ground float64
		geodesic.NewEllipsoid(6378137, 1/298.257222101).Inverse(a[1], a[0], b[1], b[0], &ground, nil, nil)
		near(t, "the ground distance", got.Ground, ground, 2e-9*ground)
		if back := p.Destination(a, got.Bearing, got.Grid); farther(back, b) > 1e-9 {
			t.Errorf("%v: going there ends at %v", c, back)
		}
		near(t, "the bearing back", math.Mod(p.Between(b, a).Bearing+180, 360), got.Bearing, 1e-9)
	}
	if c := plane.Between(here, here); c != (Course{}) {
		t.Errorf("no way is %v", c)
	}
}

func TestBearings(t *testing.T) {
	for bearing, to := range map[float64][2]float64{0: {0, 100}, 90: {100, 0}, 180: {0, -100}, 270: {-100, 0}, 45: {70.710678, 70.710678}} {
		got := plane.Between(at(0, 0), at(to[0], to[1]))
		off := math.Abs(math.Remainder(got.Bearing-bearing, 360))
		near(t, "the bearing", off, 0, 1e-4) // 0.1 mm in 100 m
		near(t, "the distance", got.Grid, 100, 2e-4)
		if p := plane.Destination(at(0, 0), bearing, 100); !towards(p, to[0], to[1]) {
			t.Errorf("bearing %v leads to %v", bearing, p)
		}
	}
}

func TestEdgesAndAngles(t *testing.T) {
	l := ring(0, 0, 400, 0, 400, 100, 100, 100, 100, 300, 0, 300) // an L
	for name, pts := range map[string][]geo.Point{"closed": l, "open": l[:6]} {
		r := geo.NewRing(pts)
		for i, want := range []float64{400, 100, 300, 200, 100, 300} {
			near(t, name+" edge", plane.EdgeLengths(r)[i], want, 3e-4)
		}
		for i, want := range []float64{90, 90, 90, 270, 90, 90} {
			near(t, name+" angle", plane.Angles(r)[i], want, 2e-4)
		}
	}
	reversed := geo.NewRing([]geo.Point{l[5], l[4], l[3], l[2], l[1], l[0]})
	near(t, "the angle of the bend the other way round", plane.Angles(reversed)[2], 270, 2e-4)
	twice := geo.NewRing([]geo.Point{l[0], l[1], l[1], l[2], l[4]})
	near(t, "the angle at a repeated corner", plane.Angles(twice)[2], 90, 2e-4)
	if a := plane.Angles(geo.NewRing([]geo.Point{here, here, here})); !math.IsNaN(a[0]) {
		t.Errorf("the angle at a lone point is %v", a[0])
	}
	if len(plane.Angles(geo.Ring{})) != 0 || len(plane.EdgeLengths(geo.Ring{})) != 0 {
		t.Error("an empty ring has corners")
	}
}

func TestTrace(t *testing.T) {
	pts := square(0, 0, 100)
	for name, r := range map[string]geo.Ring{"closed": geo.NewRing(pts), "open": geo.NewRing(pts[:4])} {
		for _, c := range []struct {
			from, to geo.Point
			way      Way
			corners  []int
		}{
			{at(20, 0), at(80, 0), Shorter, nil},
			{at(80, 0), at(20, 0), Shorter, nil},
			{at(20, 0), at(80, 0), Longer, []int{0, 3, 2, 1}},
			{at(80, 0), at(20, 0), Longer, []int{1, 2, 3, 0}},
			{at(20, 0), at(100, 30), Shorter, []int{1}},
			{at(100, 30), at(20, 0), Shorter, []int{1}},
			{at(0, 70), at(80, 0), Longer, []int{3, 2, 1}},
			{pts[0], at(100, 60), Shorter, []int{1}},
			{pts[0], pts[2], Shorter, []int{1}}, // both as long: the ring's direction
			{pts[0], pts[2], Longer, []int{3}},
			{pts[3], pts[0], Shorter, nil},
			{pts[3], pts[0], Longer, []int{2, 1}},
		} {
			got := Trace(r, c.from, c.to, c.way)
			want := []geo.Point{c.from}
			for _, i := range c.corners {
				want = append(want, pts[i])
			}
			want = append(want, c.to)
			if len(got) != len(want) {
				t.Errorf("%s: from %v to %v goes by %d points, want %d", name, c.from, c.to, len(got), len(want))
				continue
			}
			for i := range got {
				if got[i] != want[i] {
					t.Errorf("%s: point %d from %v to %v is %v, want %v", name, i, c.from, c.to, got[i], want[i])
				}
			}
		}
	}
	if got := Trace(geo.Ring{}, here, here, Shorter); len(got) != 2 {
		t.Errorf("along nothing: %v", got)
	}
}
