package chart

import (
	"io"
	"testing"
)

// BenchmarkChart is a chart of 1,200 × 800 pixels: laid out, as a picture, and
// as files.
func BenchmarkChart(b *testing.B) {
	for name, c := range map[string]Chart{"radar": sampleRadar(), "gantt-60": sampleGantt(60), "bars": sampleBars(), "flow": sampleFlow()} {
		const w, h = 1200 / PixelsPerMM, 800 / PixelsPerMM
		b.Run(name+"/layout", func(b *testing.B) {
			for b.Loop() {
				c.Draw(w, h)
			}
		})
		d := c.Draw(w, h)
		b.Run(name+"/picture", func(b *testing.B) {
			for b.Loop() {
				d.Image(1200, 800, 1, Light)
			}
		})
		b.Run(name+"/svg", func(b *testing.B) {
			for b.Loop() {
				if err := d.SVG(io.Discard, Print); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+"/pdf", func(b *testing.B) {
			for b.Loop() {
				if err := d.PDF(io.Discard, Print); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
