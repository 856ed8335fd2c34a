package topology

import (
	"math"
	"slices"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

func box4(x0, y0, x1, y1 float64) geo.Shape {
	return geo.Polygon([]geo.Point{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}})
}

func TestCoordinates(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		name  string
		shape geo.Shape
		want  []Kind
		says  string // a piece of the first sentence
	}{
		{"a town", box4(119, 30, 119.1, 30.1), nil, ""},
		{"swapped", box4(30, 119, 30.1, 119.1), []Kind{SwappedAxes}, "(30.00000000, 119.00000000)"},
		{"swapped, Kashgar", box4(39, 75, 39.1, 75.1), []Kind{SwappedAxes}, "swap"},
		{"not swapped, Greenland", box4(-60, 75, -59, 76), nil, ""},
		{"metres, 3° zone 40", box4(40450000, 3340000, 40451000, 3341000), []Kind{ProjectedMetres}, "3° zone 40, central meridian 120°"},
		{"metres, 6° zone 20", box4(20450000, 3340000, 20451000, 3341000), []Kind{ProjectedMetres}, "6° zone 20, central meridian 117°"},
		{"metres, northing first", box4(3340000, 40450000, 3341000, 40451000), []Kind{ProjectedMetres}, "3° zone 40"},
		{"metres, no zone", box4(450000, 3340000, 451000, 3341000), []Kind{ProjectedMetres}, "without a zone number"},
		{"latitude too high", box4(119, 30, 119.1, 91), []Kind{OutOfRange, OutOfRange}, "(119.10000000, 91.00000000)"},
		{"longitude too high", box4(119, 30, 400, 31), []Kind{OutOfRange, OutOfRange}, "longitude"},
		{"far too large", box4(0, 0, 1e300, 1e300), []Kind{OutOfRange, OutOfRange, OutOfRange}, ""},
		{"too tiny to differ", box4(0, 0, 1e-300, 1e-300), []Kind{RingShort, RepeatedPoint, RepeatedPoint, RepeatedPoint}, ""},
		{"small", box4(0, 0, 1e-100, 1e-100), nil, ""},
		{"not a number", geo.Polygon([]geo.Point{{0, 0}, {1, nan}, {1, 1}, {0, 0}}), []Kind{NotFinite}, "point 2"},
		{"infinite", geo.Polygon([]geo.Point{{0, 0}, {1, 0}, {-inf, 1}, {0, 0}}), []Kind{NotFinite}, "point 3"},
		{"no point", geo.Polygon(nil), []Kind{RingShort}, "0 distinct"},
		{"one point", geo.Polygon([]geo.Point{{1, 1}}), []Kind{RingShort}, "1 distinct"},
		{"nothing", geo.Shape{}, nil, ""},
		{"a part without rings", geo.Polygon(), nil, ""},
		{"open", geo.Polygon([]geo.Point{{119, 30}, {119.1, 30}, {119.1, 30.1}, {119, 30.00001}}), []Kind{RingOpen}, "1.11 m"},
		{"open by a hair", geo.Polygon([]geo.Point{{119, 30}, {119.1, 30}, {119.1, 30.1}, {119, 30.00000001}}), []Kind{RingOpen}, "0.0011 m"},
		{"across 180°", box4(179, 10, -179, 11), nil, ""},
		{"across 180°, written on", box4(179, 10, 181, 11), nil, ""},
		{"bow tie across 180°", geo.Polygon([]geo.Point{{179, 0}, {-179, 2}, {-179, 0}, {179, 2}, {179, 0}}), []Kind{SelfIntersection}, "180.00000000"},
		{"hole across 180°", geo.Join(geo.Polygon(
			box4(178, 10, -178, 14).Ring(0, 0).Points(), box4(-179.5, 11, -179, 12).Ring(0, 0).Points(), box4(179, 11, 179.5, 12).Ring(0, 0).Points())), nil, ""},
		{"hole beyond 180°", geo.Join(geo.Polygon(
			box4(178, 10, -178, 14).Ring(0, 0).Points(), box4(-177, 11, -176, 12).Ring(0, 0).Points())), []Kind{HoleOutside}, "(-177"},
		{"round the pole", geo.Polygon([]geo.Point{{0, 80}, {120, 81}, {-120, 80}, {0, 80}}), []Kind{RoundPole}, "pole"},
	} {
		problems := Check(c.shape)
		if !slices.Equal(kinds(problems), c.want) {
			t.Errorf("%s: %v, want %v", c.name, kinds(problems), c.want)
			continue
		}
		if len(problems) > 0 && !strings.Contains(problems[0].Text.In(words.En), c.says) {
			t.Errorf("%s: %q does not say %q", c.name, problems[0].Text.In(words.En), c.says)
		}
	}
}

// TestBowTieAcross180 puts the place back between ±180°.
func TestBowTieAcross180(t *testing.T) {
	p := Check(geo.Polygon([]geo.Point{{179, 0}, {-178, 3}, {-178, 0}, {179, 3}, {179, 0}}))
	if len(p) != 1 || math.Abs(p[0].At[0]+179.5) > 1e-9 || p[0].At[1] != 1.5 {
		t.Errorf("got %v", p)
	}
}

// TestPlacesAreLimited: a ring of crossings lists a hundred and counts the rest.
func TestPlacesAreLimited(t *testing.T) {
	var pts []geo.Point
	for i := range 1201 {
		pts = append(pts, geo.Point{float64(i) / 100, float64(i%2) / 100})
	}
	pts = append(pts, geo.Point{12, 0.005}, geo.Point{0, 0.005}, geo.Point{0, 0})
	for name, find := range engines {
		problems := checkBy(geo.Polygon(pts), find)
		n := 0
		for _, p := range problems {
			if p.Kind == SelfIntersection {
				n++
			}
		}
		last := problems[len(problems)-1].Text.In(words.En)
		if n != maxPlaces+1 || !strings.Contains(last, "self-intersections: ") || !strings.Contains(last, "more places") {
			t.Errorf("%s: %d places, the last says %q", name, n, last)
		}
		if name == "boxes" && !strings.Contains(last, ": 1100 more") { // each of 1200 edges crosses the way back
			t.Errorf("%s: the last says %q", name, last)
		}
	}
}

// TestVertexIsTheStoredPoint: repeated points must not shift the numbers.
func TestVertexIsTheStoredPoint(t *testing.T) {
	p := Check(geo.Polygon([]geo.Point{{0, 0}, {0, 0}, {2, 2}, {2, 2}, {2, 0}, {2, 0}, {0, 2}, {0, 0}}))
	got := map[Kind][]int{}
	for _, p := range p {
		got[p.Kind] = append(got[p.Kind], p.Vertex)
	}
	if !slices.Equal(got[RepeatedPoint], []int{1, 3, 5}) || !slices.Equal(got[SelfIntersection], []int{0}) {
		t.Errorf("got %v", got)
	}
}

func TestOnlyRepeatedPointsAreNotSevere(t *testing.T) {
	s := geo.Polygon([]geo.Point{{0, 0}, {1, 0}, {1, 0}, {1, 1}, {0, 0}})
	if p := Check(s); len(p) != 1 || p[0].Severe() || !Valid(p) {
		t.Errorf("got %v", p)
	}
	if Valid([]Problem{{Kind: RepeatedPoint}, {Kind: RingOpen}}) {
		t.Error("an open ring passes")
	}
}

// TestEveryKindHasWords in both languages, for its places and for the rest.
func TestEveryKindHasWords(t *testing.T) {
	for _, k := range allKinds {
		for _, id := range []words.ID{words.ID("validity." + string(k)), words.ID("validity.name." + string(k))} {
			if !words.Known(id) {
				t.Errorf("no sentence %s", id)
			}
		}
	}
}

var allKinds = []Kind{
	RingOpen, RingShort, RingCollapsed, RepeatedPoint, Spike, SelfIntersection, SelfTouch, RingsCross, RingsShareEdge,
	HoleOutside, HoleNested, Disconnected, PartsOverlap, PartsShareEdge, PartsNested, PartsEqual,
	NotFinite, OutOfRange, SwappedAxes, ProjectedMetres, RoundPole,
}
