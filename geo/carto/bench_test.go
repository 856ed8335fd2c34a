package carto

import (
	"fmt"
	"image"
	"testing"

	"zhenjie/geo"
)

// The figures of these benchmarks are "our work": from the event to a picture
// ready for upload, at 1200 × 800 pixels. The gate is 8 ms for a full frame of
// 10,000 vertices.

func benchScenes() map[string]geo.Shape {
	return map[string]geo.Shape{
		"outline-10k":  geo.Polygon(blob(10_000, 0, 0, 1070, 7)),
		"outline-100k": geo.Polygon(blob(100_000, 0, 0, 1070, 7)),
		"outline-1M":   geo.Polygon(blob(1_000_000, 0, 0, 1070, 7)),
		"parcels-10k":  parcels(500),
		"parcels-100k": parcels(5_000),
		"parcels-1M":   parcels(50_000),
	}
}

func benchPicture(s geo.Shape, role Role) *Picture {
	p := NewPicture()
	p.SetFont(testFont())
	p.SetScene(Scene{Areas: []Area{{role, NewOutline(s)}}, Handles: true})
	p.SetView(Fitted(1200, 800, 40, p.scene.Box()))
	p.RedrawAll()
	return p
}

func BenchmarkPicture(b *testing.B) {
	scenes := benchScenes()
	for _, name := range []string{"outline-10k", "outline-100k", "outline-1M", "parcels-10k", "parcels-100k", "parcels-1M"} {
		role := Extent
		if name[0] == 'p' {
			role = Parcel
		}
		p := benchPicture(scenes[name], role)
		all := p.view
		x, y := p.view.Pixel(p.scene.Areas[0].Outline.levels[0].pts[0])
		near, _ := all.Zoomed(8, x, y).Scrolled(600-int(x), 400-int(y))
		b.Run(name+"/full", func(b *testing.B) {
			for b.Loop() {
				p.RedrawAll()
			}
		})
		b.Run(name+"/full-near", func(b *testing.B) {
			p.SetView(near)
			for b.Loop() {
				p.RedrawAll()
			}
			p.SetView(all)
		})
		b.Run(name+"/pan-12px", func(b *testing.B) {
			p.RedrawAll()
			d := 12
			for b.Loop() {
				p.Scroll(d, 0)
				d = -d
			}
		})
		b.Run(name+"/part-200px", func(b *testing.B) {
			for b.Loop() {
				p.Redraw(image.Rect(500, 300, 700, 500))
			}
		})
	}
}

// BenchmarkNewOutline is the price of making a shape ready, once for a shape.
func BenchmarkNewOutline(b *testing.B) {
	for name, s := range benchScenes() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				NewOutline(s)
			}
		})
	}
}

// BenchmarkTown is a whole frame of a town as the window shows it.
func BenchmarkTown(b *testing.B) {
	for _, unit := range []float64{1, 1.5, 2} {
		b.Run(fmt.Sprintf("scale-%g", unit), func(b *testing.B) {
			p := NewPicture()
			p.SetFont(testFont())
			p.SetStyle(Light, unit)
			p.SetScene(townScene())
			p.SetView(Fitted(int(1200*unit), int(800*unit), 40, p.scene.Box()))
			p.RedrawAll()
			for b.Loop() {
				p.RedrawAll()
			}
		})
	}
}
