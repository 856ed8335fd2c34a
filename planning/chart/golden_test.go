package chart

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the golden pictures anew; look at them before committing")

func TestGoldenPictures(t *testing.T) {
	for _, c := range []struct {
		name          string
		chart         Chart
		width, height float64
		x, y          float64 // of the part compared
		scale         float64
		palette       Palette
	}{
		{"radar", sampleRadar(), 80, 66, 0, 0, 1, Light},
		{"radar-1.5", sampleRadar(), 80, 66, 20, 0, 1.5, Dark},
		{"gantt", sampleGantt(13), 90, 60, 0, 0, 1, Dark},
		{"gantt-1.5", sampleGantt(13), 90, 60, 20, 0, 1.5, Print},
		{"bars", sampleBars(), 80, 60, 0, 0, 1, Light},
		{"bars-1.5", sampleBars(), 80, 60, 30, 0, 1.5, Dark},
		{"flow", sampleFlow(), 267, 60, 62, 0, 1, Light},
		{"flow-1.5", sampleFlow(), 100, 60, 0, 40, 1.5, Dark},
	} {
		t.Run(c.name, func(t *testing.T) {
			const w, h = 300, 230
			golden(t, "testdata/"+c.name+".png", c.chart.Draw(c.width, c.height).Part(c.x, c.y, w, h, c.scale, c.palette))
		})
	}
}

// golden compares a picture with the one kept, each colour to within 8 of 255:
// the assembly that fills shapes rounds otherwise than the code for other
// machines does.
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
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want, err := png.Decode(bytes.NewReader(data))
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
				if max(d, -d) > 8 {
					off++
				}
			}
		}
	}
	if off > 0 {
		t.Errorf("%d colours differ from %s; if that is meant, run with -update and look at it", off, file)
	}
}

// TestAPartIsThePartOfTheWhole, where its corner lies on a whole pixel.
func TestAPartIsThePartOfTheWhole(t *testing.T) {
	d := sampleFlow().Draw(267, 100)
	whole := d.Image(900, 400, 1.25, Light)
	part := d.Part(100/(1.25*PixelsPerMM), 60/(1.25*PixelsPerMM), 300, 200, 1.25, Light)
	for y := range 200 {
		for x := range 300 {
			a, b := whole.RGBAAt(x+100, y+60), part.RGBAAt(x, y)
			// The sum over a row begins elsewhere: the last bits may differ.
			if far(a.R, b.R) || far(a.G, b.G) || far(a.B, b.B) {
				t.Fatalf("pixel %d,%d of the part is %v, in the whole %v", x, y, b, a)
			}
		}
	}
}

func far(a, b uint8) bool { return max(a, b)-min(a, b) > 8 }
