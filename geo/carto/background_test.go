package carto

import (
	"image"
	"image/color"
	"testing"

	"pgregory.net/rapid"
)

// cellColour is a colour that tells cells and the pixels in them apart.
func cellColour(c Cell, x, y int) color.RGBA {
	return color.RGBA{uint8(x), uint8(y), uint8(c.Col*50 + c.Row*90 + 128), 0xff}
}

func paintedCell(c Cell) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, CellSize, CellSize))
	for y := range CellSize {
		for x := range CellSize {
			img.SetRGBA(x, y, cellColour(c, x, y))
		}
	}
	return img
}

// grounded is the town with a background below it: cells of the view and, after
// a zoom, some of the new one.
func grounded(t *rapid.T) *Picture {
	p := townPicture(Light, 1, rapid.IntRange(1, 300).Draw(t, "width"), rapid.IntRange(1, 300).Draw(t, "height"))
	b := NewBackground()
	p.SetBackground(b)
	p.SetAttribution("somebody's")
	b.Turn(p.view.Plate())
	for _, c := range p.view.Cells(1) {
		b.Put(c, paintedCell(c))
	}
	if rapid.Bool().Draw(t, "zoomed") {
		p.SetView(p.view.Zoomed(rapid.Float64Range(0.2, 5).Draw(t, "zoom"), rapid.Float64Range(0, 200).Draw(t, "x"), 50))
		if rapid.Bool().Draw(t, "turned") {
			b.Turn(p.view.Plate())
			for i, c := range p.view.Cells(0) {
				if i%2 == 0 {
					b.Put(c, paintedCell(c))
				}
			}
		}
	}
	p.RedrawAll()
	return p
}

// TestAScrolledBackgroundEqualsAFreshOne byte for byte, with cells that are
// there, that are stretched from another scale, and that are missing.
func TestAScrolledBackgroundEqualsAFreshOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := grounded(t)
		move := rapid.IntRange(-150, 150)
		for range rapid.IntRange(1, 4).Draw(t, "moves") {
			p.Scroll(move.Draw(t, "dx"), move.Draw(t, "dy"))
		}
		q := NewPicture()
		q.SetFont(p.font)
		q.SetStyle(p.style, p.unit)
		q.SetScene(p.scene)
		q.SetBackground(p.background)
		q.SetAttribution(p.attribution)
		q.SetView(p.view)
		q.RedrawAll()
		if d := firstDifference(p.Image(), q.Image()); d != "" {
			t.Fatalf("scrolled and fresh differ at %s", d)
		}
	})
}

// bareGround is a picture of a background alone.
func bareGround(v View, b *Background) *Picture {
	p := NewPicture()
	s := Light
	s.Graticule.A = 0
	p.SetStyle(s, 1)
	p.SetBackground(b)
	p.SetView(v)
	return p
}

func TestCellsLieWhereTheViewSays(t *testing.T) {
	v := NewView(700, 500, ToWorld(metres([2]float64{0, 0})[0]), 0.4)
	v, _ = v.Scrolled(-333, 91)
	b := NewBackground()
	b.Turn(v.Plate())
	cells := v.Cells(0)
	for _, c := range cells {
		b.Put(c, paintedCell(c))
	}
	p := bareGround(v, b)
	p.SetScene(Scene{})
	p.RedrawAll()
	covered := 0
	for _, c := range cells {
		r := v.CellRect(c).Intersect(p.img.Rect)
		covered += r.Dx() * r.Dy()
		// The furniture has no letters without a font; its corners are kept clear of.
		x, y := r.Min.X+r.Dx()/3, r.Min.Y+r.Dy()/3
		at := v.CellRect(c).Min
		if got, want := p.img.RGBAAt(x, y), cellColour(c, x-at.X, y-at.Y); got != want && x < 600 && y > 60 {
			t.Errorf("cell %v: pixel %d,%d is %v, want %v", c, x, y, got, want)
		}
	}
	if covered != 700*500 {
		t.Errorf("the cells cover %d pixels of %d", covered, 700*500)
	}
	if first := v.CellRect(cells[0]); !image.Pt(350, 250).In(first.Inset(-CellSize / 2)) {
		t.Errorf("the first cell is %v, far from the middle", first)
	}
}

// TestTheOldCellsAreStretchedUntilThereAreNewOnes: after zooming in by two
// about a pixel, each old pixel is two wide, and the pixel itself stays.
func TestTheOldCellsAreStretchedUntilThereAreNewOnes(t *testing.T) {
	v := NewView(256, 256, World{}, 0.4)
	b := NewBackground()
	b.Turn(v.Plate())
	for _, c := range v.Cells(0) {
		b.Put(c, paintedCell(c))
	}
	p := bareGround(v, b)
	p.RedrawAll()
	before := p.img.RGBAAt(100, 120)
	near := v.Zoomed(2, 100, 120)
	for _, turned := range []bool{false, true} {
		if turned {
			b.Turn(near.Plate())
		}
		p.SetView(near)
		p.RedrawAll()
		for _, at := range []image.Point{{100, 120}, {101, 121}} {
			if got := p.img.RGBAAt(at.X, at.Y); got != before {
				t.Errorf("turned %v: pixel %v is %v, want %v", turned, at, got, before)
			}
		}
	}
	cells := near.Cells(0)
	for _, c := range cells {
		b.Put(c, paintedCell(c))
	}
	b.Keep(cells)
	if len(b.before.cells) != 0 {
		t.Error("the old cells are kept though all new ones are there")
	}
	b.Keep(nil)
	p.RedrawAll()
	if got := p.img.RGBAAt(100, 120); got != (color.RGBA{Light.Paper.R, Light.Paper.G, Light.Paper.B, 0xff}) {
		t.Errorf("without cells the picture is %v, not paper", got)
	}
}

func TestAnUnfinishedSheetGivesWayToTheOneBefore(t *testing.T) {
	b := NewBackground()
	v := NewView(700, 500, World{}, 1)
	b.Turn(v.Plate())
	for _, c := range v.Cells(0) {
		b.Put(c, paintedCell(c))
	}
	near := v.Zoomed(1.25, 10, 10)
	b.Turn(near.Plate())
	b.Put(near.Cells(0)[0], paintedCell(Cell{}))
	b.Turn(near.Zoomed(1.25, 10, 10).Plate())
	if b.before.plate != v.Plate() {
		t.Error("a sheet of one cell took the place of a whole one")
	}
}

// BenchmarkBackground is our work with a background at 1200 × 800 pixels, to be
// compared with BenchmarkPicture's outline-10k.
func BenchmarkBackground(b *testing.B) {
	p := benchPicture(benchScenes()["outline-10k"], Extent)
	bg := NewBackground()
	bg.Turn(p.view.Plate())
	for _, c := range p.view.Cells(1) {
		bg.Put(c, paintedCell(c))
	}
	p.SetBackground(bg)
	b.Run("pan-12px", func(b *testing.B) {
		p.RedrawAll()
		d := 12
		for b.Loop() {
			p.Scroll(d, 0)
			d = -d
		}
	})
	b.Run("full", func(b *testing.B) {
		for b.Loop() {
			p.RedrawAll()
		}
	})
	b.Run("cell-arrives", func(b *testing.B) {
		for b.Loop() {
			p.Redraw(p.view.CellRect(p.view.Cells(0)[0]))
		}
	})
	near := p.view.Zoomed(1.25, 600, 400)
	p.SetView(near)
	b.Run("full-stretched", func(b *testing.B) {
		for b.Loop() {
			p.RedrawAll()
		}
	})
}
