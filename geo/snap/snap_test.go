package snap

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/shaping"
)

// The tests draw in metres round a place whose easting and northing are whole
// kilometres, so that expected places can be read off squared paper.
var (
	plane  = shaping.PlaneAt(geo.Point{120, 30})
	origin = geo.Point{529_000, 3_342_000}
)

// at is the place some metres east and north of the origin, to 0.1 mm.
func at(east, north float64) geo.Point {
	return plane.ToDegrees(geo.Point{origin[0] + east, origin[1] + north})
}

func metres(p geo.Point) (east, north float64) {
	m := plane.ToPlane(p)
	return m[0] - origin[0], m[1] - origin[1]
}

func loop(xy ...float64) []geo.Point {
	var pts []geo.Point
	for i := 0; i+1 < len(xy); i += 2 {
		pts = append(pts, at(xy[i], xy[i+1]))
	}
	return append(pts, pts[0])
}

// town is a square of 1000 with a hole, and a triangle to the east.
func town() []geo.Shape {
	return []geo.Shape{
		geo.Polygon(loop(0, 0, 1000, 0, 1000, 1000, 0, 1000), loop(400, 400, 600, 400, 600, 800, 400, 800)),
		geo.Polygon(loop(1500, 200, 2000, 200, 2000, 900)),
	}
}

// TestWhatThePointerIsMeantFor moves a pointer over the town; the places are those
// of the drawing:
//
//	1000 ┌──────────┐ · ·       ╱│ 900
//	     │  ┌────┐  │         ╱  │        the triangle's slope rises by 7 in 5
//	     │  └────┘  │       ╱____│ 200
//	   0 └──────────┘ · ·
//	     0   400  1000     1500 2000
func TestWhatThePointerIsMeantFor(t *testing.T) {
	only := func(f func(o *Options)) Options {
		var o Options
		f(&o)
		return o
	}
	grid := All()
	grid.Grid = 50
	drawing := All() // from (1200,-300) to (1200,-100), at (1500,-80) next
	drawing.Before = []geo.Point{at(1200, -300), at(1200, -100)}
	closing := All()
	closing.Before = []geo.Point{at(3000, -300), at(3000, -100)}
	closing.After = []geo.Point{at(2600, -310), at(2990, -310)}
	for name, c := range map[string]struct {
		x, y   float64
		o      Options
		kind   Kind
		ex, ey float64
		guides int
	}{
		"a corner":                  {1004, 996, All(), Vertex, 1000, 1000, 0},
		"a corner before its edge":  {1000, 991, All(), Vertex, 1000, 1000, 0},
		"a hole's corner":           {397, 802, All(), Vertex, 400, 800, 0},
		"an edge":                   {507, 7, All(), Edge, 507, 0, 1},
		"an edge, corners off":      {998, 7, only(func(o *Options) { o.Edges = true }), Edge, 1000, 7, 1},
		"the closing edge":          {3, 700, All(), Edge, 0, 700, 1},
		"where an edge runs on":     {1090, 4, All(), Extension, 1090, 0, 1},
		"beyond the first corner":   {-60, 1005, All(), Extension, -60, 1000, 1},
		"too far to run on":         {1400, 4, All(), Free, 1400, 4, 0},
		"extensions off":            {1090, 4, only(func(o *Options) { o.Vertices, o.Edges = true, true }), Free, 1090, 4, 0},
		"a guide crosses an edge":   {403, 993, All(), Crossing, 400, 1000, 2},
		"crossings off":             {403, 993, only(func(o *Options) { o.Extensions, o.Edges = true, true }), Extension, 400, 993, 1},
		"a right angle":             {1400, -105, drawing, RightAngle, 1400, -100, 1},
		"a right angle, west":       {1150, -97, drawing, RightAngle, 1150, -100, 1},
		"straight on":               {1204, -60, drawing, Extension, 1200, -60, 1},
		"straight on to the guide":  {1203, 5, drawing, Crossing, 1200, 0, 2},
		"two right angles":          {2596, -97, closing, Crossing, 2600, -100, 2},
		"the grid":                  {1403, -196, grid, Grid, 1400, -200, 0},
		"the grid where edges are":  {553, 4, grid, Edge, 553, 0, 1},
		"nothing":                   {1420, -480, All(), Free, 1420, -480, 0},
		"nothing switched on":       {1000, 1000, Options{}, Free, 1000, 1000, 0},
		"a line of one point":       {1300, -100, only(func(o *Options) { *o = All(); o.Before = []geo.Point{at(1200, -100)} }), Free, 1300, -100, 0},
		"a line that stands still":  {1300, -100, only(func(o *Options) { *o = All(); o.Before = []geo.Point{at(1200, -100), at(1200, -100)} }), Free, 1300, -100, 0},
		"the inside of the land":    {200, 200, All(), Free, 200, 200, 0},
		"along the triangle's edge": {2028, 940, All(), Extension, 2028.3784, 939.7297, 1},
	} {
		shapes := town()
		pointer := at(c.x, c.y)
		got := New(shapes...).Snap(pointer, 10, c.o)
		e, n := metres(got.At)
		if got.Kind != c.kind || math.Hypot(e-c.ex, n-c.ey) > 0.001 || len(got.Guides) != c.guides {
			t.Errorf("%s: %v at %.4f, %.4f with %d guides, want %v at %g, %g with %d", name, got.Kind, e, n, len(got.Guides), c.kind, c.ex, c.ey, c.guides)
		}
		if want := math.Hypot(c.x-c.ex, c.y-c.ey); c.kind != Free && math.Abs(got.Distance-want) > 0.001 {
			t.Errorf("%s: %g m away, want %g", name, got.Distance, want)
		}
		if c.kind == Free && got.At != pointer {
			t.Errorf("%s: the pointer lost its bits", name)
		}
		for _, g := range got.Guides {
			if g[0] == g[1] || got.Kind != Edge && g[1] != got.At && got.Kind != Crossing {
				t.Errorf("%s: the guide %v does not lead to the place", name, g)
			}
		}
	}
}

func TestTheCornerOrEdgeIsNamed(t *testing.T) {
	shapes := town()
	s := New(shapes...)
	r := s.Snap(at(2003, 899), 10, All())
	if want := (Place{1, shaping.Vertex{Corner: 2}}); r.On != want || r.At != shapes[1].Ring(0, 0).At(2) {
		t.Errorf("on %v at %v", r.On, r.At)
	}
	r = s.Snap(at(598, 500), 10, All())
	if want := (Place{0, shaping.Vertex{RingRef: geo.RingRef{Ring: 1}, Corner: 1}}); r.On != want || r.Kind != Edge {
		t.Errorf("on %v, %v", r.On, r.Kind)
	}
}

func TestWithoutShapesThereIsStillTheLineInHand(t *testing.T) {
	o := All()
	o.Before = []geo.Point{at(0, 0), at(100, 0)}
	for _, s := range []*Snapper{New(), New(geo.Shape{}, geo.Polygon(nil))} {
		if r := s.Snap(at(97, 300), 10, o); r.Kind != RightAngle {
			t.Errorf("%v", r)
		}
	}
}

func TestASenselessPointerIsFree(t *testing.T) {
	s := New(town()...)
	for _, radius := range []float64{0, -1, math.NaN()} {
		if r := s.Snap(at(0, 0), radius, All()); r.Kind != Free {
			t.Errorf("radius %v: %v", radius, r.Kind)
		}
	}
	nowhere := geo.Point{math.NaN(), math.Inf(1)}
	o := All()
	o.Grid = 10
	if r := s.Snap(nowhere, 10, o); r.Kind != Free {
		t.Errorf("nowhere: %v", r)
	}
}

func TestEveryKindHasAName(t *testing.T) {
	for k := Vertex; k <= Grid; k++ {
		if !words.Known(k.Name().ID) {
			t.Errorf("kind %d is called %q", k, k.Name().ID)
		}
	}
	if !Free.Name().IsZero() {
		t.Error("nothing has a name")
	}
}

// anyTown draws polygons with corners strewn over 2 km.
func anyTown(t *rapid.T) []geo.Shape {
	var shapes []geo.Shape
	for range rapid.IntRange(0, 3).Draw(t, "shapes") {
		var xy []float64
		for range rapid.IntRange(1, 200).Draw(t, "corners") {
			xy = append(xy, rapid.Float64Range(0, 2000).Draw(t, "x"), rapid.Float64Range(0, 2000).Draw(t, "y"))
		}
		shapes = append(shapes, geo.Polygon(loop(xy...)))
	}
	return shapes
}

// TestSnapAgainstAllCornersAndEdges compares with a look at every corner and edge,
// and checks that nothing is ever farther than the radius.
func TestSnapAgainstAllCornersAndEdges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shapes := anyTown(t)
		x, y := rapid.Float64Range(-50, 2050).Draw(t, "px"), rapid.Float64Range(-50, 2050).Draw(t, "py")
		radius := rapid.Float64Range(0.1, 80).Draw(t, "radius")
		s, pointer := New(shapes...), at(x, y)
		corner, border := nearestOf(shapes, pointer)

		o := All()
		o.Grid = rapid.Float64Range(0, 30).Draw(t, "grid")
		o.Before = []geo.Point{at(x+300, y+100), at(x+100, y+1)}
		r := s.Snap(pointer, radius, o)
		e, n := metres(r.At)
		px, py := metres(pointer)
		if away := math.Hypot(e-px, n-py); away > radius+0.0002 || math.Abs(away-r.Distance) > 0.0002 && r.Kind != Free {
			t.Fatalf("%v is %g m away, said %g, radius %g", r.Kind, away, r.Distance, radius)
		}
		if (r.Kind == Vertex) != (corner <= radius) || r.Kind == Vertex && math.Abs(r.Distance-corner) > 1e-6 {
			t.Fatalf("%v %g m away, the nearest corner is %g m away, radius %g", r.Kind, r.Distance, corner, radius)
		}
		r = s.Snap(pointer, radius, Options{Edges: true})
		if (r.Kind == Edge) != (border <= radius) || r.Kind == Edge && math.Abs(r.Distance-border) > 1e-6 {
			t.Fatalf("%v %g m away, the border is %g m away, radius %g", r.Kind, r.Distance, border, radius)
		}
	})
}

// nearestOf are the distances to the nearest corner, and to the nearest edge found
// by halving it forty times.
func nearestOf(shapes []geo.Shape, pointer geo.Point) (corner, border float64) {
	corner, border = math.Inf(1), math.Inf(1)
	px, py := metres(pointer)
	for _, s := range shapes {
		for _, r := range s.All() {
			for i := range r.Corners() {
				ax, ay := metres(r.At(i))
				bx, by := metres(r.Next(i))
				if ax == bx && ay == by {
					corner = math.Min(corner, math.Hypot(px-ax, py-ay))
					continue // an edge without a length is none
				}
				corner = math.Min(corner, math.Hypot(px-ax, py-ay))
				for range 60 {
					mx, my := (ax+bx)/2, (ay+by)/2
					if math.Hypot(px-ax, py-ay) < math.Hypot(px-bx, py-by) {
						bx, by = mx, my
					} else {
						ax, ay = mx, my
					}
				}
				border = math.Min(border, math.Hypot(px-ax, py-ay))
			}
		}
	}
	return corner, border
}

// outline is a ring of n corners round the town, 30 m apart.
func outline(n int) geo.Shape {
	var xy []float64
	for i := range n {
		r := 30*float64(n)/(2*math.Pi) + 8*math.Sin(7*float64(i))
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		xy = append(xy, r*cos, r*sin)
	}
	return geo.Polygon(loop(xy...))
}

func BenchmarkNew100k(b *testing.B) {
	s := outline(100_000)
	b.ReportAllocs()
	for b.Loop() {
		New(s)
	}
}

// The pointer on the border of a ring of 100,000 corners, at three scales of the
// map: 10 pixels are 5 m, 50 m, and 5 km.
func BenchmarkSnap100k(b *testing.B) {
	shape := outline(100_000)
	s := New(shape)
	o := All()
	o.Before = []geo.Point{at(0, 0), at(100, 0)}
	p := shape.Ring(0, 0).At(777)
	pointer := geo.Point{p[0] + 0.0001, p[1]}
	for name, radius := range map[string]float64{"near": 5, "middle": 50, "far": 5000} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.Snap(pointer, radius, o)
			}
		})
	}
}
