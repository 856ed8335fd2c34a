package carto

import (
	"bytes"
	"image"
	"testing"

	"zhenjie/geo"
)

// inHand is somebody drawing a line across the town, snapped to its end.
func inHand() Overlay {
	a, b, c := geo.Point{townLon - 0.01, townLat - 0.005}, geo.Point{townLon, townLat}, geo.Point{townLon + 0.008, townLat + 0.006}
	return Overlay{
		Lines:  []Line{{[]geo.Point{a, b, c}, Draft}, {[]geo.Point{a, c}, Guide}},
		Dots:   []Dot{{a, Corner}, {b, Held}, {geo.Point{townLon - 0.005, townLat - 0.0025}, Ghost}, {c, Snapped}},
		Labels: []Label{{c, "123.4 m"}},
	}
}

func TestTheOverlayIsDrawnWhereItIsAndGoesWithoutATrace(t *testing.T) {
	p := townPicture(Light, 1, 600, 400)
	p.RedrawAll()
	before := bytes.Clone(p.Image().Pix)
	p.SetOverlay(inHand())
	p.RedrawAll()
	for i, d := range inHand().Dots {
		x, y := p.view.Pixel(ToWorld(d.At))
		at := image.Pt(int(x), int(y))
		if o := p.Image().PixOffset(at.X, at.Y); bytes.Equal(p.Image().Pix[o:o+3], before[o:o+3]) {
			t.Errorf("dot %d is not drawn at %v", i, at)
		}
	}
	p.SetOverlay(Overlay{})
	p.RedrawAll()
	if !bytes.Equal(p.Image().Pix, before) {
		t.Error("the overlay left a trace")
	}
}

func TestAScrolledOverlayEqualsAFreshOne(t *testing.T) {
	p := townPicture(Light, 1.5, 500, 300)
	p.SetOverlay(inHand())
	p.RedrawAll()
	for _, by := range [][2]int{{13, 0}, {0, -29}, {-40, 17}, {3, 3}} {
		p.Scroll(by[0], by[1])
	}
	scrolled := bytes.Clone(p.Image().Pix)
	p.RedrawAll()
	if !bytes.Equal(scrolled, p.Image().Pix) {
		t.Error("a scrolled picture differs from a fresh one")
	}
}
