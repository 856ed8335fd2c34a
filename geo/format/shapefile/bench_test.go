package shapefile

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// round are features of so many corners each.
func round(n, corners int) (all []feature.Feature) {
	for i := range n {
		pts := make([]geo.Point, corners+1)
		for k := range pts {
			a := 2 * math.Pi * float64(k%corners) / float64(corners)
			pts[k] = geo.Point{100 + float64(i%1000)/50 + 0.01*math.Cos(a), 30 + float64(i/1000)/50 + 0.01*math.Sin(a)}
		}
		all = append(all, feature.Feature{
			Shape: geo.Polygon(pts), Attributes: []feature.Attribute{
				{Key: "name", Text: fmt.Sprint("小镇", i)}, {Key: "area", Kind: feature.Number, Text: "3.6"},
			},
		})
	}
	return all
}

// grid is one feature of n × n parts, each with a hole.
func grid(n int) []feature.Feature {
	var b geo.Builder
	for i := range n * n {
		x, y := float64(i%n), float64(i/n)
		b.Part()
		b.Ring([]geo.Point{{x, y}, {x, y + 0.9}, {x + 0.9, y + 0.9}, {x + 0.9, y}, {x, y}})
		b.Ring([]geo.Point{{x + 0.1, y + 0.1}, {x + 0.2, y + 0.1}, {x + 0.2, y + 0.2}, {x + 0.1, y + 0.1}})
	}
	return []feature.Feature{{Shape: b.Shape()}}
}

func BenchmarkRead(b *testing.B) {
	for name, all := range map[string][]feature.Feature{
		"10000x200": round(10_000, 200), "100000x4": round(100_000, 4), "1x1000000": round(1, 1_000_000), "parts100x100": grid(100),
	} {
		s, err := newSheet(all, false)
		if err != nil {
			b.Fatal(err)
		}
		set := files{}
		size := 0
		for _, p := range s.parts() {
			var out bytes.Buffer
			if err := p.write(&out); err != nil {
				b.Fatal(err)
			}
			set[p.ext] = out.Bytes()
			size += out.Len()
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := set.read(feature.DefaultLimits, true); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkWrite(b *testing.B) {
	all := round(10_000, 200)
	b.ReportAllocs()
	for b.Loop() {
		s, err := newSheet(all, false)
		if err != nil {
			b.Fatal(err)
		}
		for _, p := range s.parts() {
			if err := p.write(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	}
}
