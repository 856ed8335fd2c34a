package area

import (
	"math"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// inMetres makes a shape of rings given as easting and northing in the zone of 120°E.
func inMetres(rings ...[]geo.Point) geo.Shape {
	zone := crs.Zone3(120)
	return geo.Polygon(rings...).Map(zone.ToDegrees)
}

func box(x, y, w, h float64) []geo.Point {
	return []geo.Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}, {x, y}}
}

// Plane areas of rectangles drawn in the plane are their sides' products; the
// standard deviation is σ times the diagonal, by the shoelace formula by hand.
func TestRectangles(t *testing.T) {
	for _, c := range []struct {
		name         string
		shape        geo.Shape
		plane, sigma float64
	}{
		{"square", inMetres(box(500000, 3320000, 100, 100)), 10000, 0.5 * math.Sqrt(20000)},
		{"town", inMetres(box(430000, 3320000, 2000, 1500)), 3e6, 0.5 * 2500},
		{"hole", inMetres(box(500000, 3320000, 2000, 1500), box(500100, 3320100, 300, 400)), 3e6 - 120000, 0.5 * math.Sqrt(2500*2500+500*500)},
		{"two parts", geo.Join(inMetres(box(500000, 3320000, 300, 400)), inMetres(box(501000, 3320000, 300, 400))), 240000, 0.5 * math.Sqrt(2*500*500)},
		{"south", inMetres(box(500000, -3320000, 300, 400)), 120000, 0.5 * 500},
	} {
		m := Of(c.shape, All, 0.5)
		// 1e-13° of the way there and back is 1e-8 m at a side of some kilometres.
		if math.Abs(m.Plane.M2()-c.plane) > 1e-4 || math.Abs(m.Sigma.M2()-c.sigma) > 1e-6 {
			t.Errorf("%s: plane %v, sigma %v; want %v, %v", c.name, m.Plane, m.Sigma, c.plane, c.sigma)
		}
		// The plane's scale at 70 km from the meridian is 6e-5, twice that in area.
		if off := math.Abs(m.Survey.M2()/c.plane - 1); off > 2e-4 {
			t.Errorf("%s: survey %v", c.name, m.Survey)
		}
		// Straight edges and geodesics enclose the same to some parts per million;
		// roundings to 0.0001 m move a side of 100 m by as much.
		if off := math.Abs(m.Survey.M2()/m.Geodesic.M2() - 1); off > 3e-6 {
			t.Errorf("%s: survey %v, geodesic %v", c.name, m.Survey, m.Geodesic)
		}
		if m.PlaneCRS.String() != "EPSG:4549" {
			t.Errorf("%s: zone %v", c.name, m.PlaneCRS)
		}
	}
}

func TestWhatCannotBeMeasured(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	ring := func(p ...geo.Point) geo.Shape { return geo.Polygon(p) }
	for _, c := range []struct {
		name            string
		s               geo.Shape
		plane, geodesic bool // known
	}{
		{"NaN longitude", ring(geo.Point{nan, 30}, geo.Point{120.1, 30}, geo.Point{120, 30.1}), false, false},
		{"NaN in the middle", ring(geo.Point{120, 30}, geo.Point{120.1, nan}, geo.Point{120, 30.1}), false, false},
		{"infinite", ring(geo.Point{120, 30}, geo.Point{inf, 30}, geo.Point{120, 30.1}), false, false},
		{"infinitely north", ring(geo.Point{120, 30}, geo.Point{120.1, inf}, geo.Point{120, 30.1}), false, false},
		{"metres", ring(box(500000, 3320000, 100, 100)...), false, false},
		{"beyond the pole", ring(geo.Point{120, 89}, geo.Point{120.1, 91}, geo.Point{121, 89}), false, false},
		{"round the pole", ring(geo.Point{0, 80}, geo.Point{120, 80}, geo.Point{-120, 80}), false, true},
		{"across 180°", ring(geo.Point{179, 0}, geo.Point{-179, 0}, geo.Point{180, 1}), false, true},
		{"half of China", ring(geo.Point{80, 30}, geo.Point{125, 30}, geo.Point{100, 45}), false, true},
		{"two points", ring(geo.Point{120, 30}, geo.Point{120.1, 30}), true, true},
		{"one point", ring(geo.Point{120, 30}), true, true},
	} {
		m := Of(c.s, All, 0.5)
		if m.Survey.Known() != c.plane || m.Plane.Known() != c.plane || m.Sigma.Known() != c.plane || m.Geodesic.Known() != c.geodesic {
			t.Errorf("%s: %+v", c.name, m)
		}
		if m.PlaneCRS.IsZero() && c.plane {
			t.Errorf("%s: no zone", c.name)
		}
		if sigma := Of(c.s, Geodesic, 0.5).Sigma; sigma.Known() != c.plane {
			t.Errorf("%s: sigma %v of the geodesic area", c.name, sigma)
		}
		if s := SurveyIn(c.s, crs.System{}); s.Known() {
			t.Errorf("%s: survey area %v in an unknown zone", c.name, s)
		}
	}
}

func TestOnlyWhatIsAskedFor(t *testing.T) {
	s := town(8, 100)
	for _, m := range []Methods{0, Survey, Geodesic, Plane, Survey | Plane, All} {
		got := Of(s, m, 0.5)
		if got.Survey.Known() != (m&Survey != 0) || got.Geodesic.Known() != (m&Geodesic != 0) ||
			got.Plane.Known() != (m&Plane != 0) || !got.Sigma.Known() {
			t.Errorf("%b: %+v", m, got)
		}
	}
}

func TestNothingIsZero(t *testing.T) {
	for _, s := range []geo.Shape{{}, geo.Polygon(), geo.Polygon(nil), geo.Polygon([]geo.Point{})} {
		if m := Of(s, Geodesic, 0.5); m.Geodesic != 0 || m.Sigma != 0 {
			t.Errorf("%+v", m)
		}
		if m := Of(s, All, 0.5); m.Survey != 0 || m.Geodesic != 0 || m.Plane != 0 || m.Sigma != 0 {
			t.Errorf("%+v", m)
		}
	}
}

// However many cores there are, and whoever is first, the bits are the same; and
// the shape keeps its own.
func TestSameBitsOnAnyNumberOfCores(t *testing.T) {
	s := town(parallelFrom+1234, 5)
	before := s.Map(func(p geo.Point) geo.Point { return p })
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	want := Of(s, All, 0.5)
	for _, cores := range []int{2, 3, 8} {
		runtime.GOMAXPROCS(cores)
		if got := Of(s, All, 0.5); got != want {
			t.Errorf("%d cores: %+v, one: %+v", cores, got, want)
		}
	}
	if !s.Equal(before) {
		t.Error("the shape was written to")
	}
}

// Cutting a ring into chunks must not lose an edge or a vertex at the seams.
func TestChunksAddUp(t *testing.T) {
	s := town(2*chunkEdges+7, 5)
	r := s.Ring(0, 0)
	p := newPlane(crs.Zone3(120), true)
	start := p.corner(r.At(0))
	whole := p.walk(r, start, 0, r.Corners())
	whole.spread.add(spread(whole.beforeLast, whole.second))
	survey, flat, spreads := p.ring(r)
	for name, c := range map[string][2]float64{
		"survey": {survey, whole.survey.value() * p.zonal.b2}, "plane": {flat, whole.plane.value()}, "spread": {spreads, whole.spread.value()},
	} {
		if math.Abs(c[0]-c[1]) > 1e-12*math.Abs(c[1]) {
			t.Errorf("%s: %v in chunks, %v in one go", name, c[0], c[1])
		}
	}
}

// randomRing draws a star-shaped ring of 3 to 12 corners, 10 m to 30 km in size.
func randomRing(t *rapid.T) []geo.Point {
	n := rapid.IntRange(3, 12).Draw(t, "n")
	lon := rapid.Float64Range(75, 135).Draw(t, "lon")
	lat := rapid.Float64Range(-80, 80).Draw(t, "lat")
	d := math.Pow(10, rapid.Float64Range(1, 4.5).Draw(t, "size")) / 6.37e6 / radian
	ring := make([]geo.Point, n)
	for i := range ring {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		r := d * rapid.Float64Range(0.6, 1).Draw(t, "r")
		ring[i] = geo.Point{lon + r*cos/math.Cos(lat*radian), lat + r*sin}
	}
	return ring
}

func near(t *rapid.T, what string, got, want geo.Area, limit float64) {
	t.Helper()
	if !(math.Abs(float64(got-want)) <= limit) {
		t.Fatalf("%s: %v m², want %v", what, float64(got), float64(want))
	}
}

func TestStartAndWindingDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ring := randomRing(t)
		want := Of(geo.Polygon(ring), All, 0.5)
		k := rapid.IntRange(0, len(ring)-1).Draw(t, "start")
		turned := slices.Concat(ring[k:], ring[:k])
		reversed := slices.Clone(turned)
		slices.Reverse(reversed)
		closed := append(slices.Clone(turned), turned[0])
		for name, r := range map[string][]geo.Point{"turned": turned, "reversed": reversed, "closed": closed} {
			got := Of(geo.Polygon(r), All, 0.5)
			rounding := 1e-10*float64(want.Geodesic) + 1e-6             // long edges come with 1e-4 m² of it
			near(t, name+" survey", got.Survey, want.Survey, 0.01+1e-9) // one unit of its own rounding
			near(t, name+" geodesic", got.Geodesic, want.Geodesic, rounding)
			near(t, name+" plane", got.Plane, want.Plane, rounding)
			near(t, name+" sigma", got.Sigma, want.Sigma, rounding)
		}
	})
}

func TestAChordCutsTheAreaInTwo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ring := randomRing(t)
		if len(ring) < 4 {
			t.Skip("a triangle has no chord")
		}
		k := rapid.IntRange(2, len(ring)-2).Draw(t, "to")
		one, two := ring[:k+1], append(slices.Clone(ring[k:]), ring[0])
		if winding(one) != winding(two) {
			t.Skip("the chord runs outside")
		}
		whole := GeodesicOn(geo.Polygon(ring), crs.CGCS2000)
		halves := GeodesicOn(geo.Polygon(one), crs.CGCS2000) + GeodesicOn(geo.Polygon(two), crs.CGCS2000)
		near(t, "geodesic", halves, whole, 1e-10*float64(whole)+1e-6)
	})
}

// winding is the sign of a ring's plane area.
func winding(ring []geo.Point) bool {
	p := newPlane(crs.Zone3(ring[0][0]), false)
	_, flat, _ := p.ring(geo.NewRing(ring))
	return flat > 0
}

func TestHolesSubtractAndPartsAdd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := randomRing(t), randomRing(t)
		zone := crs.Zone3(a[0][0])
		shift := a[0][0] - b[0][0]
		for i := range b { // to the same zone
			b[i][0] += shift
		}
		for name, measure := range map[string]func(geo.Shape) geo.Area{
			"geodesic": func(s geo.Shape) geo.Area { return GeodesicOn(s, crs.CGCS2000) },
			"plane":    func(s geo.Shape) geo.Area { return PlaneIn(s, zone) },
			"survey":   func(s geo.Shape) geo.Area { return SurveyIn(s, zone) },
		} {
			outer, inner := measure(geo.Polygon(a)), measure(geo.Polygon(b))
			limit := 1e-12*float64(outer+inner) + 1e-9
			if name == "survey" {
				limit = 0.015 + 1e-6 // the three roundings to 0.01
			}
			near(t, name+" hole", measure(geo.Polygon(a, b)), outer-inner, limit)
			near(t, name+" parts", measure(geo.Join(geo.Polygon(a), geo.Polygon(b))), outer+inner, limit)
		}
	})
}

func FuzzOf(f *testing.F) {
	f.Add(120.0, 30.0, 120.1, 30.0, 120.0, 30.1, 0.5)
	f.Add(math.NaN(), 30.0, -180.0, 90.0, math.Inf(1), -90.0, -1.0)
	f.Add(1e300, 1e-300, -1e300, 0.0, 0.0, 0.0, 0.0)
	f.Fuzz(func(t *testing.T, x0, y0, x1, y1, x2, y2, sigma float64) {
		m := Of(geo.Polygon([]geo.Point{{x0, y0}, {x1, y1}, {x2, y2}}), All, sigma)
		if m.Survey < 0 || m.Geodesic < 0 || m.Plane < 0 {
			t.Fatalf("%+v", m)
		}
	})
}
