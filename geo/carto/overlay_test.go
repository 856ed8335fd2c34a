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
		Labels: []Label{{At: c, Text: "123.4 m"}},
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

func TestLabelsDoNotCollide(t *testing.T) {
	p := townPicture(Light, 1, 600, 400)
	middle := geo.Point{townLon, townLat}
	var o Overlay
	for range 6 {
		o.Labels = append(o.Labels, Label{At: middle, Text: "123.45 m"})
	}
	p.SetOverlay(o)
	p.RedrawAll()
	x, y := p.view.Pixel(ToWorld(middle))
	f := p.font.at(p.px(plainText))
	places := p.beside(int(x), int(y), f.width("123.45 m"), f.ascent)
	for i, a := range places {
		for _, b := range places[:i] {
			if a.Overlaps(b) {
				t.Errorf("%v and %v overlap", a, b)
			}
		}
		if !inked(p, a) {
			t.Errorf("nothing is written at %v", a)
		}
	}
}

func TestATipStaysInThePictureAndGoesWithoutATrace(t *testing.T) {
	p := townPicture(Light, 1, 300, 200)
	p.RedrawAll()
	before := bytes.Clone(p.Image().Pix)
	for _, at := range [][2]float64{{150, 100}, {2, 2}, {298, 198}} {
		p.SetOverlay(Overlay{Labels: []Label{{At: p.view.Point(at[0], at[1]), Text: "Tea workshop, 12 million yuan", Tip: true}}})
		p.RedrawAll()
		if bytes.Equal(p.Image().Pix, before) {
			t.Errorf("no tip at %v", at)
		}
		p.SetOverlay(Overlay{})
		p.RedrawAll()
		if !bytes.Equal(p.Image().Pix, before) {
			t.Errorf("the tip at %v left a trace", at)
		}
	}
}

// inked reports whether something as dark as ink stands in a rectangle.
func inked(p *Picture, r image.Rectangle) bool {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if c := p.Image().RGBAAt(x, y); int(c.R)+int(c.G)+int(c.B) < 300 {
				return true
			}
		}
	}
	return false
}

func TestGoldenOverlay(t *testing.T) {
	for name, style := range map[string]Style{"drawing": Light, "drawing-dark": Dark} {
		p := townPicture(style, 1, 420, 300)
		p.SetOverlay(inHand())
		p.RedrawAll()
		golden(t, "testdata/"+name+".png", p.Image())
	}
}
