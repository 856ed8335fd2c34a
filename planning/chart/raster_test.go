package chart

import (
	"image/color"
	"math"
	"testing"
)

var ink = Palette{Paper: rgb(0xffffff), Ink: rgb(0x000000)}

// dark is how much ink lies on a picture, in pixels.
func dark(d *Drawing, w, h int, scale float64) float64 {
	img := d.Image(w, h, scale, ink)
	sum := 0.0
	for i := 0; i < len(img.Pix); i += 4 {
		sum += float64(255-img.Pix[i]) / 255
	}
	return sum
}

// TestInkCoversWhatGeometrySays; tolerance 1 %, or half a pixel along an edge.
func TestInkCoversWhatGeometrySays(t *testing.T) {
	const mm = 1 / PixelsPerMM
	for name, c := range map[string]struct {
		draw func(*Drawing)
		want float64
	}{
		"circle": {func(d *Drawing) { d.circle(Point{50 * mm, 50 * mm}, 30*mm, Ink, Line{}) }, math.Pi * 900},
		"slanting line": {func(d *Drawing) {
			d.poly(Line{Role: Ink, Width: 4 * mm}, Point{10 * mm, 20 * mm}, Point{70 * mm, 100 * mm})
		}, 100 * 4},
		"ring": {func(d *Drawing) { d.circle(Point{50 * mm, 50 * mm}, 30*mm, None, Line{Role: Ink, Width: 6 * mm}) }, 2 * math.Pi * 30 * 6},
		"dashes": {func(d *Drawing) {
			d.poly(Line{Role: Ink, Width: 4 * mm, Dash: 5 * mm}, Point{10 * mm, 20 * mm}, Point{70 * mm, 100 * mm})
		}, 50 * 4},
		"box with round corners": {func(d *Drawing) { d.rect(Box{10 * mm, 10 * mm, 60 * mm, 40 * mm}, 10*mm, Ink, Line{}) }, 60*40 - (4-math.Pi)*100},
		"polygon": {func(d *Drawing) {
			d.polygon(Ink, Line{}, Point{10 * mm, 10 * mm}, Point{90 * mm, 10 * mm}, Point{10 * mm, 70 * mm})
		}, 80 * 60 / 2},
	} {
		d := newDrawing(120, 120)
		c.draw(d)
		if got := dark(d, 120, 120, 1); math.Abs(got-c.want) > 0.01*c.want+0.5 {
			t.Errorf("%s: %.1f pixels of ink, want %.1f", name, got, c.want)
		}
	}
}

// TestUprightLinesAreSharp: a hair is a whole pixel wherever it lies, at any
// scale.
func TestUprightLinesAreSharp(t *testing.T) {
	for _, scale := range []float64{1, 1.25, 1.5, 2, 3} {
		for i := range 20 {
			d := newDrawing(30, 30)
			y := 10 + float64(i)*0.037
			d.poly(Line{Role: Ink, Width: hair}, Point{0, y}, Point{30, y})
			img := d.Image(20, 200, scale, ink)
			for row := range 200 {
				if c := img.RGBAAt(10, row); c != (color.RGBA{255, 255, 255, 255}) && c != (color.RGBA{0, 0, 0, 255}) {
					t.Fatalf("at scale %v a line at %v mm leaves %v in row %d", scale, y, c, row)
				}
			}
		}
	}
}

// TestWildCoordinatesAreDrawnSomehow: no panic, and no more work than there are
// pixels.
func TestWildCoordinatesAreDrawnSomehow(t *testing.T) {
	wild := []float64{0, -5, 40, 1e4, -1e4, 1e9, -1e9, 1e300, math.Inf(1), math.Inf(-1), math.NaN()}
	for _, x := range wild {
		for _, y := range wild {
			for _, dash := range []float64{0, 1} {
				d := newDrawing(x, y)
				d.poly(Line{Role: Ink, Width: 1, Dash: dash}, Point{1, 2}, Point{x, y})
				d.polygon(Ink, Line{Role: Ink, Width: hair}, Point{1, 1}, Point{x, 3}, Point{4, y})
				d.rect(Box{x, y, 5, 5}, 1, Ink, Line{})
				d.circle(Point{x, y}, 3, Ink, Line{})
				d.write(x, y, style{normal, false, Ink, centre}, "中文")
				d.Part(x, y, 30, 20, 1, ink)
			}
		}
	}
}

// luminance and contrast are those of WCAG 2.2.
func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func TestTextOfChartsCanBeRead(t *testing.T) {
	texts := []Role{Ink, Faint, Accent, Good, Warn, Bad}
	grounds := []Role{Paper, Panel, AccentTint, GoodTint, WarnTint, BadTint}
	for name, p := range map[string]Palette{"light": Light, "dark": Dark, "print": Print} {
		for _, text := range texts {
			for _, ground := range grounds {
				if c := contrast(p[text], p[ground]); c < 4.5 {
					t.Errorf("%s: role %d on %d stands out by %.2f:1", name, text, ground, c)
				}
			}
		}
		for s := Series1; s <= Series6; s++ {
			if c := contrast(p[s], p[Panel]); c < 2.5 {
				t.Errorf("%s: series %d stands out by %.2f:1", name, s, c)
			}
		}
	}
}
