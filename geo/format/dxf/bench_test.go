package dxf

import (
	"bytes"
	"fmt"
	"math"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// towns are round towns of so many corners.
func towns(n, corners int) []feature.Feature {
	all := make([]feature.Feature, n)
	for i := range all {
		ring := make([]geo.Point, corners+1)
		for k := range ring {
			a := 2 * math.Pi * float64(k%corners) / float64(corners)
			ring[k] = geo.Point{4e5 + float64(i%100)*2e3 + 900*math.Cos(a), 33e5 + float64(i/100)*2e3 + 900*math.Sin(a)}
		}
		all[i] = feature.Feature{Name: fmt.Sprint("小镇", i), Layer: "规划范围", Shape: geo.Polygon(ring)}
	}
	return all
}

// BenchmarkRead reads 10,000 towns of 200 corners, as this package writes them
// and as plain drawing programs do, without extended data.
func BenchmarkRead(b *testing.B) {
	features := towns(10_000, 200)
	var lines bytes.Buffer
	lines.WriteString(groupsOf(metreHead + "0 SECTION|2 ENTITIES|"))
	for i := range features {
		r := features[i].Shape.Ring(0, 0)
		for k := range r.Corners() {
			p, q := r.At(k), r.Next(k)
			fmt.Fprintf(&lines, "0\nLINE\n8\n0\n10\n%.4f\n20\n%.4f\n11\n%.4f\n21\n%.4f\n", p[0], p[1], q[0], q[1])
		}
	}
	lines.WriteString(groupsOf("0 ENDSEC|0 EOF"))
	for _, c := range []struct {
		name string
		text []byte
	}{{"polylines", []byte(written(b, features))}, {"lines", lines.Bytes()}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				n := 0
				for batch, err := range Read(feature.Source{Text: bytes.NewReader(c.text), Limits: feature.DefaultLimits}) {
					if err != nil {
						b.Fatal(err)
					}
					for range batch {
						n++
					}
				}
				if n != len(features) {
					b.Fatalf("%d features", n)
				}
			}
		})
	}
}

// BenchmarkWrite writes the same towns.
func BenchmarkWrite(b *testing.B) {
	features := towns(10_000, 200)
	b.SetBytes(int64(len(written(b, features))))
	for b.Loop() {
		if err := Write(new(bytes.Buffer), features); err != nil {
			b.Fatal(err)
		}
	}
}
