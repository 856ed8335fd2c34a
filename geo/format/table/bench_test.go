package table

import (
	"bytes"
	"fmt"
	"math"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// BenchmarkRead reads 1000 towns of 200 points on one core.
func BenchmarkRead(b *testing.B) {
	var all []feature.Feature
	for i := range 1000 {
		ring := make([]geo.Point, 200)
		for k := range ring {
			a := 2 * math.Pi * float64(k) / 200
			ring[k] = geo.Point{math.Round((100+float64(i%100)/10+0.01*math.Cos(a))*1e9) / 1e9, math.Round((30+float64(i/100)/10+0.01*math.Sin(a))*1e9) / 1e9}
		}
		all = append(all, feature.Feature{Name: fmt.Sprint("小镇 ", i), Shape: geo.Polygon(ring)})
	}
	for _, c := range []struct {
		name  string
		write func(*bytes.Buffer) error
		read  func(feature.Source) feature.Batches
	}{
		{"CSV", func(out *bytes.Buffer) error { return Write(out, all) }, Read},
		{"XLSX", func(out *bytes.Buffer) error { return WriteXLSX(out, all) }, ReadXLSX},
	} {
		b.Run(c.name, func(b *testing.B) {
			var text bytes.Buffer
			if err := c.write(&text); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(text.Len()))
			b.ReportAllocs()
			for b.Loop() {
				got, err := readFrom(c.read, feature.Source{Text: bytes.NewReader(text.Bytes()), Limits: feature.DefaultLimits})
				if err != nil || len(got) != len(all) {
					b.Fatal(len(got), err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/201_000, "ns/point")
		})
	}
}
