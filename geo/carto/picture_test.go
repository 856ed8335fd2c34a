package carto

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/crs"
)

var update = flag.Bool("update", false, "write the golden pictures anew; look at them before committing")

// townPicture is the test town; its text is set in a font without Han
// characters, so labels are in English.
func townPicture(style Style, unit float64, w, h int) *Picture {
	s := townScene()
	s.Lang, s.Selected = words.En, 1
	s.Places[0].Text = words.Raw("edges 6 and 8 cross")
	p := NewPicture()
	p.SetFont(testFont())
	p.SetStyle(style, unit)
	p.SetScene(s)
	p.SetView(Fitted(w, h, int(30*unit), s.Box()))
	return p
}

func TestGoldenPictures(t *testing.T) {
	for _, c := range []struct {
		name  string
		style Style
		unit  float64
		zoom  float64
	}{
		{"light", Light, 1, 1}, {"dark", Dark, 1, 1}, {"light-1.5", Light, 1.5, 1}, {"near", Light, 1, 6}, {"far", Dark, 1, 0.01},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := townPicture(c.style, c.unit, int(420*c.unit), int(300*c.unit))
			x, y := p.view.Pixel(p.places[0])
			p.SetView(p.view.Zoomed(c.zoom, x, y))
			p.RedrawAll()
			golden(t, "testdata/"+c.name+".png", p.Image())
		})
	}
}

// golden compares a picture with the one kept, each colour to within 2 of 255:
// other machines may round the last bit of a slope otherwise.
func golden(t *testing.T, file string, got *image.RGBA) {
	if *update {
		var b bytes.Buffer
		if err := png.Encode(&b, got); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if want.Bounds() != got.Rect {
		t.Fatalf("the picture is %v, want %v", got.Rect, want.Bounds())
	}
	off := 0
	for y := range got.Rect.Dy() {
		for x := range got.Rect.Dx() {
			r, g, b, _ := want.At(x, y).RGBA()
			c := got.RGBAAt(x, y)
			for _, d := range []int{int(r>>8) - int(c.R), int(g>>8) - int(c.G), int(b>>8) - int(c.B)} {
				if max(d, -d) > 2 {
					off++
				}
			}
		}
	}
	if off > 0 {
		t.Errorf("%d colours differ from %s; if that is meant, run with -update and look at it", off, file)
	}
}

// fresh draws a picture like p anew.
func fresh(p *Picture) *Picture {
	q := NewPicture()
	q.SetFont(p.font)
	q.SetStyle(p.style, p.unit)
	q.SetScene(p.scene)
	q.SetView(p.view)
	q.RedrawAll()
	return q
}

func firstDifference(a, b *image.RGBA) string {
	for i := range a.Pix {
		if a.Pix[i] != b.Pix[i] {
			return fmt.Sprintf("pixel %d,%d", i%a.Stride/4, i/a.Stride)
		}
	}
	return ""
}

// TestAScrolledPictureEqualsAFreshOne byte for byte, wherever it has been.
func TestAScrolledPictureEqualsAFreshOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.SampledFrom([]float64{1, 1.25, 1.5, 2}).Draw(t, "unit")
		p := townPicture(Light, unit, rapid.IntRange(1, 260).Draw(t, "width"), rapid.IntRange(1, 220).Draw(t, "height"))
		zoom := math.Exp(rapid.Float64Range(-3, 6).Draw(t, "log zoom"))
		p.scene.Kilometres = rapid.Bool().Draw(t, "grid")
		p.SetScene(p.scene)
		p.SetView(p.view.Zoomed(zoom, rapid.Float64Range(0, 200).Draw(t, "x"), rapid.Float64Range(0, 200).Draw(t, "y")))
		p.RedrawAll()
		move := rapid.IntRange(-120, 120)
		for range rapid.IntRange(1, 5).Draw(t, "moves") {
			p.Scroll(move.Draw(t, "dx"), move.Draw(t, "dy"))
		}
		if d := firstDifference(p.Image(), fresh(p).Image()); d != "" {
			t.Fatalf("scrolled and fresh differ at %s", d)
		}
	})
}

// TestAPartDrawnAloneEqualsTheWhole byte for byte.
func TestAPartDrawnAloneEqualsTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := townPicture(Dark, 1, 240, 200)
		p.SetView(p.view.Zoomed(math.Exp(rapid.Float64Range(-2, 6).Draw(t, "log zoom")), 120, 100))
		p.RedrawAll()
		want := bytes.Clone(p.Image().Pix)
		at := rapid.IntRange(-20, 260)
		part := image.Rect(at.Draw(t, "x0"), at.Draw(t, "y0"), at.Draw(t, "x1"), at.Draw(t, "y1"))
		p.clearFurniture()
		inside := part.Intersect(p.img.Rect)
		for y := inside.Min.Y; y < inside.Max.Y; y++ {
			clear(p.img.Pix[p.img.PixOffset(inside.Min.X, y):][:4*inside.Dx()])
		}
		p.Redraw(part)
		if !bytes.Equal(p.Image().Pix, want) {
			t.Fatalf("part %v drawn alone differs from the whole", part)
		}
	})
}

func TestMoveToScrollsOrRedraws(t *testing.T) {
	p := townPicture(Light, 1, 200, 150)
	p.RedrawAll()
	pan, _ := p.view.Scrolled(13, -7)
	for _, v := range []View{pan, pan.Zoomed(2, 50, 60), pan.Resized(90, 170), pan, Fitted(60, 60, 2, p.scene.Box())} {
		p.MoveTo(v)
		if d := firstDifference(p.Image(), fresh(p).Image()); d != "" || p.View() != v {
			t.Errorf("view %+v: differs at %s", v, d)
		}
	}
}

// TestTheKilometreGridIsWhereTheZoneSays: a crossing of the grid is darker
// than the paper beside it. Reference for its place: package crs.
func TestTheKilometreGridIsWhereTheZoneSays(t *testing.T) {
	p := NewPicture()
	s := townScene()
	s.Areas = s.Areas[1:2]
	s.Places, s.Handles, s.Kilometres = nil, false, true
	p.SetScene(s)
	p.SetView(Fitted(1000, 700, 250, s.Box()))
	p.RedrawAll()
	lon, lat := crs.Zone3(townLon).Projection().Inverse(509_000, 3_354_000)
	x, y := p.pixel(lon, lat)
	grid, paper := p.img.RGBAAt(x, y), p.img.RGBAAt(x+20, y+20)
	if int(grid.G)+30 > int(paper.G) {
		t.Errorf("at %d,%d the picture is %v, the paper %v", x, y, grid, paper)
	}
	if got := gridText(509_500); got != "509.5" {
		t.Errorf("509500 m is written %q", got)
	}
}

func TestPlaceAt(t *testing.T) {
	p := townPicture(Light, 2, 400, 300)
	for i := range p.places {
		x, y := p.view.Pixel(p.places[i])
		if n := p.PlaceAt(x+5, y-5); n != i+1 {
			t.Errorf("place %d found as %d", i+1, n)
		}
		if n := p.PlaceAt(x+60, y+60); n != 0 {
			t.Errorf("place %d found beside place %d", n, i+1)
		}
	}
}

// wild are coordinates no map should hold.
var wild = []float64{
	0, 120.1, 30.3, -120.1, 90, -90, 180, 540, 1e5, 4e6, -1e9, 1e300, -1e300,
	math.MaxFloat64, math.SmallestNonzeroFloat64, math.Inf(1), math.Inf(-1), math.NaN(),
}

// TestWildCoordinatesAreDrawnSomehow: no panic, and no more work than there
// are pixels, at any scale.
func TestWildCoordinatesAreDrawnSomehow(t *testing.T) {
	var points []geo.Point
	for _, x := range wild {
		for _, y := range wild {
			points = append(points, geo.Point{x, y})
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		ring := rapid.SliceOfN(rapid.SampledFrom(points), 0, 12).Draw(t, "ring")
		scene := Scene{
			Areas:   []Area{{Extent, NewOutline(geo.Polygon(ring))}, {Outside, NewOutline(geo.Polygon(ring, ring))}},
			Handles: true, Selected: 1, Kilometres: true,
		}
		for _, at := range ring {
			scene.Places = append(scene.Places, Place{At: at, Text: words.Raw("x")})
		}
		p := NewPicture()
		p.SetFont(testFont())
		p.SetScene(scene)
		p.SetView(Fitted(120, 90, 10, scene.Box()))
		p.RedrawAll()
		p.SetView(anyView(t))
		p.RedrawAll()
		p.Scroll(30, -20)
		if d := firstDifference(p.Image(), fresh(p).Image()); d != "" {
			t.Fatalf("scrolled and fresh differ at %s", d)
		}
	})
}

func TestMapsWithoutAFontOrWithABrokenOne(t *testing.T) {
	for name, f := range map[string]*Font{"none": nil, "empty": NewFont(nil), "broken": NewFont([]byte("OTTO but no font"))} {
		p := townPicture(Light, 1, 200, 150)
		p.SetFont(f)
		p.RedrawAll()
		if p.Image().RGBAAt(100, 75) == (p.Image().RGBAAt(2, 2)) {
			t.Errorf("%s: the town is not drawn", name)
		}
	}
}

// FuzzPicture draws rings of any coordinates at any scale, whole, scrolled and
// in parts.
func FuzzPicture(f *testing.F) {
	f.Add(120.1, 30.3, 120.2, 30.3, 120.1, 30.4, 0.0, 7, -3)
	f.Add(-1e300, 1e300, 1e300, -1e300, 0.0, 0.0, 5.0, 500, 1)
	f.Add(math.NaN(), 30.0, math.Inf(1), 90.0, 540.0, -89.0, -12.0, 1, 1)
	f.Fuzz(func(t *testing.T, x0, y0, x1, y1, x2, y2, logScale float64, dx, dy int) {
		outline := NewOutline(geo.Polygon([]geo.Point{{x0, y0}, {x1, y1}, {x2, y2}, {x0, y0}}))
		p := NewPicture()
		p.SetScene(Scene{Areas: []Area{{Extent, outline}, {Outside, outline}}, Places: []Place{{At: geo.Point{x1, y1}}}, Handles: true})
		p.SetView(NewView(90, 70, ToWorld(geo.Point{x0, y0}), math.Exp(logScale)))
		p.RedrawAll()
		p.Scroll(dx%1000, dy%1000)
		if d := firstDifference(p.Image(), fresh(p).Image()); d != "" {
			t.Fatalf("scrolled and fresh differ at %s", d)
		}
	})
}
