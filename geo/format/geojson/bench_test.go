package geojson

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"testing"

	"zhenjie/geo/feature"
)

// towns is a collection of round towns of so many corners, with 7 decimals as
// surveyors write them when decimals is 7.
func towns(n, corners, decimals int) []byte {
	b := []byte(`{"type":"FeatureCollection","features":[`)
	for i := range n {
		if i > 0 {
			b = append(b, ',', '\n')
		}
		b = fmt.Appendf(b, `{"type":"Feature","properties":{"id":%d,"name":"小镇%d","area":3.6},"geometry":{"type":"Polygon","coordinates":[[`, i, i)
		for k := range corners + 1 {
			if k > 0 {
				b = append(b, ',')
			}
			a := 2 * math.Pi * float64(k%corners) / float64(corners)
			b = strconv.AppendFloat(append(b, '['), 100+float64(i%1000)/50+0.01*math.Cos(a), 'f', decimals, 64)
			b = strconv.AppendFloat(append(b, ','), 30+float64(i/1000)/50+0.01*math.Sin(a), 'f', decimals, 64)
			b = append(b, ']')
		}
		b = append(b, `]]}}`...)
	}
	return append(b, `]}`...)
}

// BenchmarkCut measures the sequential part of reading.
func BenchmarkCut(b *testing.B) {
	text := towns(2_000, 200, 7)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		src := feature.Source{Text: bytes.NewReader(text), Limits: feature.DefaultLimits}
		for batch, err := range Read(src) {
			if err != nil {
				b.Fatal(err)
			}
			for range batch { // hands the block back, but for one feature
				break
			}
		}
	}
}

// BenchmarkDecode measures decoding on one core, cutting included.
func BenchmarkDecode(b *testing.B) {
	for _, c := range []struct{ n, corners, decimals int }{
		{2_000, 200, 7}, {2_000, 200, 15}, {50_000, 4, 7}, {1, 400_000, 7},
	} {
		b.Run(fmt.Sprintf("%dx%d.%d", c.n, c.corners, c.decimals), func(b *testing.B) {
			text := towns(c.n, c.corners, c.decimals)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				src := feature.Source{Text: bytes.NewReader(text), Size: int64(len(text)), Limits: feature.DefaultLimits}
				for batch := range Read(src) {
					for _, err := range batch {
						if err != nil {
							b.Fatal(err)
						}
					}
				}
			}
			numbers := 2 * c.n * (c.corners + 1)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(numbers), "ns/number")
		})
	}
}
