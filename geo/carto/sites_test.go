package carto

import (
	"bytes"
	"fmt"
	"image"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo"
)

// townSites are projects of the test town: some with their ground, two of them
// too near to each other for both names.
func townSites() []Site {
	at := func(east, north float64) geo.Point { return metres([2]float64{east, north})[0] }
	plot := geo.Polygon(metres([2]float64{-500, -300}, [2]float64{-150, -340}, [2]float64{-130, -80}, [2]float64{-480, -60}))
	return []Site{
		{At: at(-320, -190), Ground: NewOutline(plot), Name: "Tea workshop", Colour: 0},
		{At: at(300, 600), Name: "Visitor centre", Colour: 1}, {At: at(315, 590), Name: "School", Colour: 2},
		{At: at(-700, -500), Name: "Ring road", Colour: 3}, {At: at(700, -600), Name: "Houses", Colour: 4},
		{At: at(100, -700), Name: "Mall", Colour: 5}, {At: at(-800, 500), Name: "Depot", Colour: 6}, {At: at(600, 100), Name: "", Colour: 7},
	}
}

func sitePicture(style Style, unit float64, w, h int) *Picture {
	p := townPicture(style, unit, w, h)
	s := p.scene
	s.Sites = townSites()
	p.SetScene(s)
	return p
}

func TestGoldenPicturesOfSites(t *testing.T) {
	for _, c := range []struct {
		name  string
		style Style
		unit  float64
		low   bool
	}{{"sites-light", Light, 1, false}, {"sites-dark", Dark, 1.5, false}, {"sites-low", Light, 1, true}} {
		t.Run(c.name, func(t *testing.T) {
			p := sitePicture(c.style, c.unit, int(420*c.unit), int(300*c.unit))
			p.scene.SitesLow = c.low
			p.RedrawAll()
			golden(t, "testdata/"+c.name+".png", p.Image())
		})
	}
}

func TestScrolledSitesEqualFreshOnes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.SampledFrom([]float64{1, 1.25, 2}).Draw(t, "unit")
		p := sitePicture(Light, unit, rapid.IntRange(1, 260).Draw(t, "width"), rapid.IntRange(1, 220).Draw(t, "height"))
		p.SetView(p.view.Zoomed(rapid.Float64Range(0.2, 8).Draw(t, "zoom"), rapid.Float64Range(0, 200).Draw(t, "x"), 100))
		p.RedrawAll()
		move := rapid.IntRange(-120, 120)
		for range rapid.IntRange(1, 4).Draw(t, "moves") {
			p.Scroll(move.Draw(t, "dx"), move.Draw(t, "dy"))
		}
		if d := firstDifference(p.Image(), fresh(p).Image()); d != "" {
			t.Fatalf("scrolled and fresh differ at %s", d)
		}
	})
}

func TestNamesOfSitesDoNotCollide(t *testing.T) {
	p := sitePicture(Light, 1, 600, 400)
	p.SetScene(Scene{Sites: manySites(400)})
	p.SetView(Fitted(600, 400, 40, p.scene.Box()))
	p.RedrawAll()
	placed := p.sites.labels.placed
	if len(placed) < 20 || len(placed) == 400 {
		t.Fatalf("%d of 400 names have room: the test looks at the wrong scale", len(placed))
	}
	for i, a := range placed {
		for _, b := range placed[:i] {
			if a.box.Overlaps(b.box) {
				t.Fatalf("the names of sites %d and %d overlap", a.site, b.site)
			}
		}
		if got := p.SiteAt(float64(a.box.Min.X-p.view.left+2), float64(a.box.Min.Y-p.view.top+2)); got != a.site+1 {
			t.Errorf("the name of site %d is taken for that of %d", a.site+1, got)
		}
		for j := range p.sites.at {
			if at, _ := p.fromAnchor(j); j != a.site && at.In(a.box) {
				t.Fatalf("the name of site %d hides the symbol of %d", a.site, j)
			}
		}
	}
}

func TestTextsInHandKeepClearOfNames(t *testing.T) {
	p := sitePicture(Light, 1, 600, 400)
	p.RedrawAll()
	for i := range p.sites.labels.placed {
		name := p.sites.labels.placed[i].box.Sub(image.Pt(p.view.left, p.view.top))
		x, y := name.Min.X-3, name.Max.Y-4
		if at, ok := p.roomBeside(x, y, 60, 10, nil); ok && p.hidesName(at) {
			free := 0
			for _, other := range p.beside(x, y, 60, 10) {
				if other.In(p.img.Rect) && !p.hidesName(other) {
					free++
				}
			}
			if free > 0 {
				t.Errorf("beside the name of site %d a text stands at %v, though %d places are free", i, at, free)
			}
		}
	}
}

func TestWhichSiteLiesUnderThePointer(t *testing.T) {
	p := sitePicture(Light, 1, 600, 400)
	p.RedrawAll()
	for _, c := range []struct {
		what        string
		east, north float64
		want        int
	}{{"a symbol", -700, -500, 4}, {"a ground", -460, -280, 1}, {"nothing", 900, 900, 0}, {"a symbol without a name", 600, 100, 8}} {
		x, y := p.view.Pixel(ToWorld(metres([2]float64{c.east, c.north})[0]))
		if got := p.SiteAt(x, y); got != c.want {
			t.Errorf("%s: site %d, want %d", c.what, got, c.want)
		}
	}
	p.style.Sites.Opacity = 0
	x, y := p.view.Pixel(p.sites.at[3])
	if got := p.SiteAt(x, y); got != 0 {
		t.Errorf("hidden, site %d is there", got)
	}
}

func TestHiddenSitesLeaveNoTrace(t *testing.T) {
	p := townPicture(Light, 1, 300, 200)
	p.RedrawAll()
	bare := bytes.Clone(p.Image().Pix)
	p = sitePicture(Light, 1, 300, 200)
	p.RedrawAll()
	if bytes.Equal(bare, p.Image().Pix) {
		t.Fatal("the sites are not drawn")
	}
	p.style.Sites.Opacity = 0
	p.RedrawAll()
	if !bytes.Equal(bare, p.Image().Pix) {
		t.Error("hidden sites are drawn")
	}
}

// manySites are strewn over the town, every tenth with a ground.
func manySites(n int) []Site {
	r := rand.New(rand.NewPCG(1, 2))
	all := make([]Site, n)
	for i := range all {
		x, y := r.Float64()*2000-1000, r.Float64()*2000-1000
		all[i] = Site{At: metres([2]float64{x, y})[0], Name: fmt.Sprint("Project ", i), Colour: i % SiteColours}
		if i%10 == 0 {
			all[i].Ground = NewOutline(geo.Polygon(blob(20, x, y, 30, uint64(i))))
		}
	}
	return all
}

// BenchmarkSites is "our work" with an outline of 10,000 corners and a number of
// sites on it, at 1200 × 800 pixels.
func BenchmarkSites(b *testing.B) {
	for _, n := range []int{0, 50, 1000} {
		p := benchPicture(geo.Polygon(blob(10_000, 0, 0, 1070, 7)), Extent)
		s := p.scene
		s.Sites = manySites(n)
		p.SetScene(s)
		p.RedrawAll()
		run := func(name string, do func()) {
			b.Run(fmt.Sprint(n, "/", name), func(b *testing.B) {
				for b.Loop() {
					do()
				}
			})
		}
		run("full", p.RedrawAll)
		d := 12
		run("pan-12px", func() { p.Scroll(d, 0); d = -d })
		run("part-200px", func() { p.Redraw(image.Rect(500, 300, 700, 500)) })
		run("zoom", func() {
			p.SetView(p.view.Zoomed(1+1e-9, 600, 400))
			p.RedrawAll()
		})
	}
}
