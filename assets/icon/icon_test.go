package icon

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"testing"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

var update = flag.Bool("update", false, "make the PNG files from the SVG")

// render draws the SVG at its own size: the library does not scale strokes.
func render(t *testing.T) *image.RGBA {
	t.Helper()
	drawing, err := oksvg.ReadIconStream(bytes.NewReader(SVG), oksvg.StrictErrorMode)
	if err != nil {
		t.Fatal(err)
	}
	img := image.NewRGBA(image.Rect(0, 0, 512, 512))
	drawing.Draw(rasterx.NewDasher(512, 512, rasterx.NewScannerGV(512, 512, img, img.Bounds())), 1)
	return img
}

// halved is a picture of half the size, each pixel the mean of four.
func halved(img *image.RGBA) *image.RGBA {
	half := image.NewRGBA(image.Rect(0, 0, img.Rect.Dx()/2, img.Rect.Dy()/2))
	for i := range half.Pix {
		x, y, channel := i%half.Stride/4, i/half.Stride, i%4
		at := 2*y*img.Stride + 8*x + channel
		sum := int(img.Pix[at]) + int(img.Pix[at+4]) + int(img.Pix[at+img.Stride]) + int(img.Pix[at+img.Stride+4])
		half.Pix[i] = uint8((sum + 2) / 4)
	}
	return half
}

// TestThePicturesAreTheDrawing compares the PNG files with the SVG; go test
// -update makes them anew.
func TestThePicturesAreTheDrawing(t *testing.T) {
	full := render(t)
	for name, f := range map[string]struct {
		drawn *image.RGBA
		file  []byte
	}{"icon.png": {full, PNG}, "icon-256.png": {halved(full), PNG256}} {
		drawn := f.drawn
		if *update {
			var buf bytes.Buffer
			if err := png.Encode(&buf, drawn); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, buf.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		kept, err := png.Decode(bytes.NewReader(f.file))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if kept.Bounds() != drawn.Bounds() {
			t.Fatalf("%s is %v, want %v", name, kept.Bounds(), drawn.Bounds())
		}
		if n := differing(kept, drawn); n > 0 {
			t.Errorf("%s differs from the drawing in %d pixels", name, n)
		}
	}
}

// differing counts the pixels with a channel off by more than 2 of 255, which
// is what processors may round differently.
func differing(a image.Image, b *image.RGBA) int {
	n := 0
	for y := b.Rect.Min.Y; y < b.Rect.Max.Y; y++ {
		for x := b.Rect.Min.X; x < b.Rect.Max.X; x++ {
			r1, g1, b1, a1 := a.At(x, y).RGBA()
			r2, g2, b2, a2 := b.At(x, y).RGBA()
			for _, d := range [][2]uint32{{r1, r2}, {g1, g2}, {b1, b2}, {a1, a2}} {
				if max(d[0], d[1])-min(d[0], d[1]) > 2*257 {
					n++
					break
				}
			}
		}
	}
	return n
}
