package points_test

import (
	"bufio"
	"context"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/sample"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/boundary"
	"zhenjie/planning"
	"zhenjie/planning/points"
)

func ring(pts ...geo.Point) []geo.Point { return append(pts, pts[0]) }

// box is a closed ring, anticlockwise from the south-west.
func box(west, south, east, north float64) []geo.Point {
	return ring(geo.Point{west, south}, geo.Point{east, south}, geo.Point{east, north}, geo.Point{west, north})
}

func reversed(pts []geo.Point) []geo.Point {
	pts = slices.Clone(pts)
	slices.Reverse(pts)
	return pts
}

// named lists the corners by number.
func named(t points.Table) string {
	var b strings.Builder
	for _, p := range t.All() {
		fmt.Fprintf(&b, "%s/%d %.3f %.3f, ", p.Name(), p.Ring, p.Degrees[0], p.Degrees[1])
	}
	return strings.TrimSuffix(b.String(), ", ")
}

// Two parts, the first with a hole; north is up:
//
//	1-----------2
//	|  5-----8  |   9--10
//	|  |     |  |   |   |
//	|  6-----7  |  12--11
//	4-----------3
const numbered = "J1/1 120.000 30.020, J2/1 120.020 30.020, J3/1 120.020 30.000, J4/1 120.000 30.000, " +
	"J5/2 120.005 30.015, J6/2 120.005 30.005, J7/2 120.015 30.005, J8/2 120.015 30.015, " +
	"J9/3 120.030 30.015, J10/3 120.040 30.015, J11/3 120.040 30.005, J12/3 120.030 30.005"

func TestNumbersBeginInTheNorthWest(t *testing.T) {
	outer, hole, second := box(120, 30, 120.02, 30.02), box(120.005, 30.005, 120.015, 30.015), box(120.03, 30.005, 120.04, 30.015)
	for _, flip := range []func([]geo.Point) []geo.Point{slices.Clone[[]geo.Point], reversed} {
		for turn := range 4 {
			turned := func(r []geo.Point) []geo.Point { return ring(append(slices.Clone(r[turn:4]), r[:turn]...)...) }
			s := geo.Join(geo.Polygon(flip(turned(outer)), flip(turned(hole))), geo.Polygon(flip(turned(second))))
			table := points.Of(s)
			if got := named(table); got != numbered {
				t.Errorf("begun at corner %d: %s\nwant %s", turn, got, numbered)
			}
			for _, p := range table.All() {
				if at := s.Ring(p.At.Part, p.At.Ring).At(p.At.Corner); at != p.Degrees {
					t.Errorf("%s is said to be corner %v, which lies at %v", p.Name(), p.At, at)
				}
			}
		}
	}
}

func TestAnOpenRingHasTheSamePoints(t *testing.T) {
	closed := box(120, 30, 120.02, 30.02)
	if got, want := named(points.Of(geo.Polygon(closed[:4]))), named(points.Of(geo.Polygon(closed))); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func town(t testing.TB) geo.Shape {
	t.Helper()
	features, _, err := boundary.LoadBytes(context.Background(), "extent.geojson", sample.Extent, boundary.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return features[0].Feature.Shape
}

// Reference: PROJ's cs2cs; testdata/town.py makes testdata/town.txt and numbers
// and measures on its own.
func TestTheSampleTownAgreesWithPROJ(t *testing.T) {
	f, err := os.Open("testdata/town.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	table, n := points.Of(town(t)), 0
	if code := table.Zone().String(); code != "EPSG:4549" {
		t.Errorf("zone %s", code)
	}
	for in := bufio.NewScanner(f); in.Scan(); n++ {
		var number int
		var at geo.Point
		var north, east, length, bearing float64
		if _, err := fmt.Sscan(in.Text(), &number, &at[0], &at[1], &north, &east, &length, &bearing); err != nil {
			t.Fatalf("%q: %v", in.Text(), err)
		}
		p := table.At(n)
		near := math.Abs(p.North-north) < 2e-6 && math.Abs(p.East-east) < 2e-6 && // metres; the file has six decimals
			math.Abs(p.Length-length) < 2e-6 && math.Abs(p.Bearing-bearing) < 2e-5 // 2 µm across the shortest edge of 8 m
		if p.Number != number || p.Degrees != at || !near {
			t.Errorf("%+v, PROJ has %s", p, in.Text())
		}
	}
	if n != table.Len() || n < 90 {
		t.Errorf("%d points in the file, %d in the table", n, table.Len())
	}
}

func TestOddShapes(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for name, c := range map[string]struct {
		shape geo.Shape
		want  string
	}{
		"empty":           {geo.Shape{}, ""},
		"part, no ring":   {geo.Polygon(), ""},
		"ring, no point":  {geo.Polygon(nil), ""},
		"one point":       {geo.Polygon([]geo.Point{{120, 30}}), "J1/1 120.000 30.000"},
		"a line":          {geo.Polygon([]geo.Point{{120, 30}, {120.01, 30}}), "J1/1 120.000 30.000, J2/1 120.010 30.000"},
		"not a number":    {geo.Polygon([]geo.Point{{nan, nan}}), "J1/1 NaN NaN"},
		"infinite":        {geo.Polygon([]geo.Point{{inf, 30}, {120, -inf}}), "J1/1 +Inf 30.000, J2/1 120.000 -Inf"},
		"same point":      {geo.Polygon([]geo.Point{{120, 30}, {120, 30}, {120, 30}}), "J1/1 120.000 30.000, J2/1 120.000 30.000"},
		"empty, then one": {geo.Join(geo.Polygon(nil), geo.Polygon([]geo.Point{{120, 30}})), "J1/2 120.000 30.000"},
	} {
		table := points.Of(c.shape)
		if got := named(table); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		for _, s := range planning.FourSides {
			table.Side(s)
			table.Suggest(s, planning.ListOf(planning.Neighbour{Side: s}))
			if said := table.ExtremeText(s).In(words.Zh); strings.ContainsAny(said, "{}") {
				t.Errorf("%s: %q", name, said)
			}
		}
		if lines := strings.Count(table.TSV(words.Zh), "\n"); lines != table.Len()+1 {
			t.Errorf("%s: %d lines for %d points", name, lines, table.Len())
		}
	}
}

// Whatever the outline, each corner stands in the table once, and the edges lead
// round its ring.
func TestEveryCornerHasOneNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		corner := rapid.Custom(func(t *rapid.T) geo.Point {
			return geo.Point{rapid.Float64Range(119, 121).Draw(t, "lon"), rapid.Float64Range(29, 31).Draw(t, "lat")}
		})
		var b geo.Builder
		for range rapid.IntRange(1, 3).Draw(t, "parts") {
			b.Part()
			for range rapid.IntRange(1, 3).Draw(t, "rings") {
				b.Ring(ring(rapid.SliceOfN(corner, 1, 9).Draw(t, "corners")...))
			}
		}
		s := b.Shape()
		table := points.Of(s)
		seen, perimeter := map[any]bool{}, 0.0
		for i, p := range table.All() {
			if seen[p.At] || p.Number != i+1 || p.Degrees != s.Ring(p.At.Part, p.At.Ring).At(p.At.Corner) {
				t.Fatalf("point %d is %+v", i+1, p)
			}
			seen[p.At] = true
			perimeter += p.Length
		}
		want := 0.0
		for _, r := range s.All() {
			for i := range r.Corners() {
				a, b := table.Zone().FromDegrees(r.At(i)), table.Zone().FromDegrees(r.Next(i))
				want += math.Hypot(a[0]-b[0], a[1]-b[1])
			}
		}
		if len(seen) != s.Vertices() || math.Abs(perimeter-want) > 1e-6 {
			t.Fatalf("%d of %d corners, perimeter %v m, want %v", len(seen), s.Vertices(), perimeter, want)
		}
	})
}

func TestTSV(t *testing.T) {
	table := points.Of(geo.Polygon(box(120, 30, 120.5, 30.5)))
	lines := strings.Split(table.TSV(words.Zh), "\n")
	if lines[0] != "点号\t圈号\tX 北（m）\tY 东（m）\t经度（°）\t纬度（°）\t经度\t纬度\t边长（m）\t坐标方位角（°）" {
		t.Errorf("titles %q", lines[0])
	}
	// Reference: cs2cs as in testdata/town.py for 120 30.5; the easting is that of the
	// central meridian.
	if want := "J1\t1\t3375541.733\t500000.000\t120.00000000\t30.50000000\t东经120°00′00.0000″\t北纬30°30′00.0000″\t"; !strings.HasPrefix(lines[1], want) {
		t.Errorf("first line %q, want %q …", lines[1], want)
	}
	if cells := strings.Count(lines[4], "\t"); len(lines) != 6 || cells != 9 {
		t.Errorf("%d lines, %d tabs", len(lines), cells)
	}
}

func circle(n int) geo.Shape {
	pts := make([]geo.Point, n)
	for i := range pts {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		pts[i] = geo.Point{120.1 + 0.01*cos, 30.2 + 0.01*sin}
	}
	return geo.Polygon(ring(pts...))
}

func BenchmarkOf10000(b *testing.B) {
	s := circle(10_000)
	for b.Loop() {
		points.Of(s)
	}
}

func BenchmarkTSV10000(b *testing.B) {
	t := points.Of(circle(10_000))
	for b.Loop() {
		t.TSV(words.Zh)
	}
}
