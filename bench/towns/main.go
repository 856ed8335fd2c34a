// Command towns writes made-up boundaries for measuring: the same seed gives
// the same bytes.
//
//	go run ./bench/towns DIR
//
// DIR then holds towns.geojson (10,000 towns × 200 vertices), outline.geojson
// (one polygon of 1,000,000 vertices), and the same as plain "lat lon" lines
// for GeographicLib's Planimeter.
package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
)

const seed = 20170801

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: towns DIR")
	}
	dir := os.Args[1]
	if err := os.MkdirAll(dir, 0o755); err != nil {
		log.Fatal(err)
	}
	write(dir, "towns", 10_000, 200, 0.01)
	write(dir, "outline", 1, 1_000_000, 0.3)
}

// write makes count outlines of n vertices about radius degrees across.
func write(dir, name string, count, n int, radius float64) {
	json, closeJSON := create(filepath.Join(dir, name+".geojson"))
	text, closeText := create(filepath.Join(dir, name+".txt"))
	rng := rand.New(rand.NewPCG(seed, uint64(count)))
	fmt.Fprint(json, `{"type":"FeatureCollection","features":[`)
	for i := range count {
		if i > 0 {
			fmt.Fprint(json, ",")
		}
		ring := outline(rng, n, radius)
		fmt.Fprintf(json, "\n"+`{"type":"Feature","id":%d,"properties":{"name":"小镇 %d"},"geometry":{"type":"Polygon","coordinates":[[`, i, i)
		for j, p := range ring {
			if j > 0 {
				fmt.Fprint(json, ",")
			}
			fmt.Fprintf(json, "[%.9f,%.9f]", p[0], p[1])
			if j < n {
				fmt.Fprintf(text, "%.9f %.9f\n", p[1], p[0])
			}
		}
		fmt.Fprint(json, "]]}}")
		fmt.Fprintln(text)
	}
	fmt.Fprint(json, "\n]}\n")
	closeJSON()
	closeText()
}

// outline is a closed ring round a random place in China, wobbling but never
// crossing itself: the radius is a function of the angle.
func outline(rng *rand.Rand, n int, radius float64) [][2]float64 {
	lon, lat := 100+20*rng.Float64(), 22+20*rng.Float64()
	var amp, phase [9]float64
	for k := range amp {
		amp[k], phase[k] = 0.3*rng.Float64()/float64(k+1), 2*math.Pi*rng.Float64()
	}
	ring := make([][2]float64, 0, n+1)
	for i := range n {
		a := 2 * math.Pi * float64(i) / float64(n)
		r := radius
		for k := range amp {
			r += radius * amp[k] * math.Cos(float64(k+2)*a+phase[k]) / 2
		}
		ring = append(ring, [2]float64{lon + r*math.Cos(a)/math.Cos(lat*math.Pi/180), lat + r*math.Sin(a)})
	}
	return append(ring, ring[0])
}

func create(path string) (io.Writer, func()) {
	f, err := os.Create(path)
	if err != nil {
		log.Fatal(err)
	}
	w := bufio.NewWriterSize(f, 1<<20)
	return w, func() {
		if err := w.Flush(); err != nil {
			log.Fatal(err)
		}
		if err := f.Close(); err != nil {
			log.Fatal(err)
		}
	}
}
