package carto

import (
	"image/color"
	"math"
	"math/rand/v2"

	"golang.org/x/image/font/gofont/goregular"

	"zhenjie/geo"
)

// The made-up town of the tests lies at 120.1° E, 30.3° N and covers about
// 3.6 km². One degree there is 96.2 km east and 110.9 km north.
const (
	townLon, townLat = 120.1, 30.3
	eastDegree       = 1 / 96180.0 // degrees a metre
	northDegree      = 1 / 110860.0
)

// metres makes a ring of corners given in metres east and north of the town's
// middle.
func metres(corners ...[2]float64) []geo.Point {
	var ring []geo.Point
	for _, c := range corners {
		ring = append(ring, geo.Point{townLon + c[0]*eastDegree, townLat + c[1]*northDegree})
	}
	return append(ring, ring[0])
}

// blob makes a ring of n vertices winding round a circle of a mean radius in
// metres, with bays and capes.
func blob(n int, x, y, radius float64, seed uint64) []geo.Point {
	r := rand.New(rand.NewPCG(seed, 1))
	var phase, size [9]float64
	for i := range phase {
		phase[i], size[i] = r.Float64()*2*math.Pi, r.Float64()/float64(i+2)
	}
	ring := make([]geo.Point, 0, n+1)
	for i := range n {
		a := 2 * math.Pi * float64(i) / float64(n)
		d := 1.0
		for k := range phase {
			d += 0.22 * size[k] * math.Sin(float64(k+2)*a+phase[k])
		}
		d += 0.004 * (r.Float64() - 0.5) * min(1, 2000/float64(n))
		sin, cos := math.Sincos(a)
		ring = append(ring, geo.Point{
			townLon + (x+radius*d*cos)*eastDegree, townLat + (y+radius*d*sin)*northDegree,
		})
	}
	return append(ring, ring[0])
}

// parcels makes a field of plots of 20 vertices each.
func parcels(plots int) geo.Shape {
	var b geo.Builder
	side := int(math.Ceil(math.Sqrt(float64(plots))))
	pitch := 1900.0 / float64(side)
	for i := range plots {
		x, y := (float64(i%side)+0.5)*pitch-950, (float64(i/side)+0.5)*pitch-950
		b.Part()
		b.Ring(blob(20, x, y, 0.42*pitch, uint64(i)))
	}
	return b.Shape()
}

func town() (extent, core, outside geo.Shape) {
	extent = geo.Polygon(
		blob(240, 0, 0, 1070, 7),
		metres([2]float64{-620, 120}, [2]float64{-420, 160}, [2]float64{-390, 330}, [2]float64{-560, 360}),
	)
	// The core's last corners cross over each other: a bow-tie.
	core = geo.Polygon(metres([2]float64{-200, -500}, [2]float64{420, -420}, [2]float64{1250, -180}, [2]float64{1180, 160},
		[2]float64{480, 260}, [2]float64{-150, 560}, [2]float64{250, 560}, [2]float64{-260, 240}))
	outside = geo.Polygon(metres([2]float64{960, -265}, [2]float64{1250, -180}, [2]float64{1180, 160}, [2]float64{975, 190}))
	return extent, core, outside
}

func townScene() Scene {
	extent, core, outside := town()
	return Scene{
		Areas: []Area{
			{Extent, NewOutline(extent)}, {Core, NewOutline(core)}, {Outside, NewOutline(outside)},
		},
		Places:  []Place{{At: metres([2]float64{77.4, 451.7})[0], Severe: true}, {At: metres([2]float64{1250, -180})[0]}},
		Handles: true,
	}
}

func nrgba(r, g, b, a byte) color.NRGBA { return color.NRGBA{R: r, G: g, B: b, A: a} }

func testFont() *Font { return NewFont(goregular.TTF) }
