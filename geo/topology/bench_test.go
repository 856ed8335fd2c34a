package topology

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"zhenjie/geo"
)

// town is a wobbly round outline of n corners without faults.
func town(n int) geo.Shape {
	ring := make([]geo.Point, n, n+1)
	random := rand.New(rand.NewPCG(1, 2))
	r := 0.02
	for i := range ring {
		a := 2 * math.Pi * float64(i) / float64(n)
		sin, cos := math.Sincos(a)
		d := r * (1 + 0.2*math.Sin(5*a) + min(3/float64(n), 0.1)*random.Float64())
		ring[i] = geo.Point{119.3 + d*cos, 30.2 + d*sin}
	}
	return geo.Polygon(append(ring, ring[0]))
}

// comb is n/2 long teeth side by side, turned by an angle: the boxes of all
// edges of a slanted comb overlap.
func comb(n int, turn float64) geo.Shape {
	ring := make([]geo.Point, 0, n+3)
	sin, cos := math.Sincos(turn)
	at := func(x, y float64) { ring = append(ring, geo.Point{119 + x*cos - y*sin, 30 + x*sin + y*cos}) }
	for i := range n {
		at(float64(i)/float64(n), float64(i%2))
	}
	at(1, -1)
	at(0, -1)
	return geo.Polygon(append(ring, ring[0]))
}

// star has n/2 thin rays; every edge runs from near the middle to the rim.
func star(n int) geo.Shape {
	ring := make([]geo.Point, n, n+1)
	for i := range ring {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		d := 0.01 + 0.5*float64(i%2)
		ring[i] = geo.Point{119 + d*cos, 30 + d*sin}
	}
	return geo.Polygon(append(ring, ring[0]))
}

// snowflake is Koch's curve with at least n corners: boxes of near edges
// overlap at every scale.
func snowflake(n int) geo.Shape {
	ring := []geo.Point{{119, 30}, {120, 30}, {119.5, 29.2}, {119, 30}}
	for len(ring) < n {
		next := make([]geo.Point, 0, 4*len(ring))
		for i := 0; i+1 < len(ring); i++ {
			a, b := ring[i], ring[i+1]
			dx, dy := (b[0]-a[0])/3, (b[1]-a[1])/3
			next = append(next, a, geo.Point{a[0] + dx, a[1] + dy},
				geo.Point{a[0] + 1.5*dx - 0.8*dy, a[1] + 1.5*dy + 0.8*dx}, geo.Point{b[0] - dx, b[1] - dy})
		}
		ring = append(next, ring[0])
	}
	return geo.Polygon(ring)
}

// spiral is a band of many turns: its edges lie close to others far along the
// ring.
func spiral(n int) geo.Shape {
	half := n / 2
	ring := make([]geo.Point, 0, n+1)
	turns := math.Sqrt(float64(n)) / 8
	at := func(i int, off float64) {
		t := math.Sqrt(float64(i+1) / float64(half))
		sin, cos := math.Sincos(2 * math.Pi * turns * t)
		d := 0.5 * (t + off/turns)
		ring = append(ring, geo.Point{119 + d*cos, 30 + d*sin})
	}
	for i := range half {
		at(i, 0)
	}
	for i := half - 1; i >= 0; i-- {
		at(i, 0.4)
	}
	return geo.Polygon(append(ring, ring[0]))
}

// parcels is n/20 parts of 20 corners in rows, in no order.
func parcels(n int) geo.Shape {
	count := n / 20
	side := int(math.Ceil(math.Sqrt(float64(count))))
	random := rand.New(rand.NewPCG(3, 4))
	var b geo.Builder
	for _, k := range random.Perm(count) {
		x, y := float64(k%side), float64(k/side)
		ring := make([]geo.Point, 20, 21)
		for i := range ring {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / 20)
			d := 0.49 * (1 - 0.2*random.Float64())
			ring[i] = geo.Point{119 + (x+d*cos)/float64(side), 30 + (y+d*sin)/float64(side)}
		}
		b.Part()
		b.Ring(append(ring, ring[0]))
	}
	return b.Shape()
}

// mosaic is the cells of a chessboard: every part shares edges with four.
func mosaic(n int) geo.Shape {
	side := int(math.Sqrt(float64(n) / 4))
	var b geo.Builder
	for k := range side * side {
		x, y := float64(k%side)/256, float64(k/side)/256
		const d = 1.0 / 256
		b.Part()
		b.Ring([]geo.Point{{x, y}, {x + d, y}, {x + d, y + d}, {x, y + d}, {x, y}})
	}
	return b.Shape()
}

// strips is parts that are long, thin and slanted: all their boxes overlap.
func strips(n int) geo.Shape {
	var b geo.Builder
	count := n / 4
	for k := range count {
		x, w := float64(k)/float64(count), 0.7/float64(count)
		b.Part()
		b.Ring([]geo.Point{{x, -x}, {x + w, -x - w}, {x + w + 3, 3 - x - w}, {x + 3, 3 - x}, {x, -x}})
	}
	return b.Shape()
}

// onion is rings within rings, shells and holes in turn: a part in the hole of
// the next.
func onion(n int) geo.Shape {
	var b geo.Builder
	count := n / 4
	for k := range count {
		if k%2 == 0 {
			b.Part()
		}
		d := float64(count-k) / float64(count)
		b.Ring([]geo.Point{{-d, -d}, {d, -d}, {d, d}, {-d, d}, {-d, -d}})
	}
	return b.Shape()
}

// scribble is random points joined up: nearly every two edges cross.
func scribble(n int) geo.Shape {
	random := rand.New(rand.NewPCG(5, 6))
	ring := make([]geo.Point, n, n+1)
	for i := range ring {
		ring[i] = geo.Point{119 + random.Float64(), 30 + random.Float64()}
	}
	return geo.Polygon(append(ring, ring[0]))
}

// flower is n/3 petals that all meet in one point.
func flower(n int) geo.Shape {
	var ring []geo.Point
	petals := n / 3
	for i := range petals {
		s0, c0 := math.Sincos(2 * math.Pi * float64(i) / float64(petals))
		s1, c1 := math.Sincos(2 * math.Pi * (float64(i) + 0.7) / float64(petals))
		ring = append(ring, geo.Point{0, 0}, geo.Point{c0, s0}, geo.Point{c1, s1})
	}
	return geo.Polygon(append(ring, ring[0]))
}

// heap is n/4 times the same square.
func heap(n int) geo.Shape {
	var b geo.Builder
	for range n / 4 {
		b.Part()
		b.Ring([]geo.Point{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}})
	}
	return b.Shape()
}

// zigzag runs to and fro on one line.
func zigzag(n int) geo.Shape {
	ring := []geo.Point{{0, 1}}
	for i := range n {
		ring = append(ring, geo.Point{float64(i % 2 * n), 0}, geo.Point{float64(i), 0})
	}
	return geo.Polygon(append(ring, ring[0]))
}

var forms = []struct {
	name  string
	shape func(n int) geo.Shape
	valid bool
}{
	{"town", town, true},
	{"snowflake", snowflake, true},
	{"spiral", spiral, true},
	{"comb", func(n int) geo.Shape { return comb(n, 0) }, true},
	{"slantedcomb", func(n int) geo.Shape { return comb(n, 0.7) }, true},
	{"star", star, true},
	{"parcels", parcels, true},
	{"strips", strips, true},
	{"onion", onion, true},
	{"mosaic", mosaic, false},
	{"scribble", scribble, false},
	{"flower", flower, false},
	{"heap", heap, false},
	{"zigzag", zigzag, false},
}

func BenchmarkForms(b *testing.B) {
	for _, f := range forms {
		for _, n := range []int{10_000, 100_000, 1_000_000} {
			b.Run(fmt.Sprintf("%s/%d", f.name, n), func(b *testing.B) { benchmark(b, f.shape(n), func(s geo.Shape) { Check(s) }) })
		}
	}
}

func BenchmarkEngines(b *testing.B) {
	for _, name := range []string{"boxes", "sweep"} {
		for _, n := range []int{10_000, 1_000_000} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				benchmark(b, town(n), func(s geo.Shape) { checkBy(s, engines[name]) })
			})
		}
	}
}

func BenchmarkTown200(b *testing.B) { benchmark(b, town(200), func(s geo.Shape) { Check(s) }) }

func benchmark(b *testing.B, s geo.Shape, work func(geo.Shape)) {
	b.ReportAllocs()
	for b.Loop() {
		work(s)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(s.Vertices()), "ns/vertex")
}
