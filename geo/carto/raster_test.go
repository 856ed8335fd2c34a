package carto

import (
	"image"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// testBand is a band over a picture of its own.
func testBand(w, h int) *band {
	b := &band{}
	b.begin(make([]byte, 4*w*h), 4*w, image.Rect(0, 0, w, h))
	return b
}

// covered returns what the edges added so far cover, per pixel, and clears them.
func covered(b *band) []uint32 {
	out := make([]uint32, b.w*b.h)
	for y := range b.h {
		sum := b.before[y]
		for x := range b.w {
			sum += b.cells[y*b.cellStride()+x]
			out[y*b.w+x] = coverage(sum)
		}
	}
	return out
}

// cut clips a polygon to the half plane where a coordinate is at least (or at
// most) a limit; Sutherland and Hodgman 1974.
func cut(poly [][2]float64, axis int, limit, sign float64) [][2]float64 {
	var out [][2]float64
	for i, p := range poly {
		q := poly[(i+1)%len(poly)]
		in, next := sign*(p[axis]-limit) >= 0, sign*(q[axis]-limit) >= 0
		if in {
			out = append(out, p)
		}
		if in != next {
			s := (limit - p[axis]) / (q[axis] - p[axis])
			out = append(out, [2]float64{p[0] + s*(q[0]-p[0]), p[1] + s*(q[1]-p[1])})
		}
	}
	return out
}

func area(poly [][2]float64) float64 {
	sum := 0.0
	for i, p := range poly {
		q := poly[(i+1)%len(poly)]
		sum += p[0]*q[1] - p[1]*q[0]
	}
	return math.Abs(sum) / 2
}

// TestFillAgainstExactAreas: the coverage of each pixel by a triangle is
// compared with the area of the triangle clipped to the pixel. An edge is cut
// at pixel borders to 1/256 pixel, which can be off by that at each end of
// each of the three edges, and the coverage itself is cut to 1/256.
func TestFillAgainstExactAreas(t *testing.T) {
	const w, h = 24, 16
	rapid.Check(t, func(t *rapid.T) {
		b := testBand(w, h)
		var tri [][2]float64
		var corners [3][2]int
		for i := range corners {
			corners[i] = [2]int{
				rapid.IntRange(-20*256, 44*256).Draw(t, "x"), rapid.IntRange(-20*256, 36*256).Draw(t, "y"),
			}
			tri = append(tri, [2]float64{float64(corners[i][0]) / 256, float64(corners[i][1]) / 256})
		}
		for i, c := range corners {
			n := corners[(i+1)%3]
			b.edge(c[0], c[1], n[0], n[1])
		}
		got := covered(b)
		for y := range h {
			for x := range w {
				piece := cut(cut(cut(cut(tri, 0, float64(x), 1), 0, float64(x+1), -1), 1, float64(y), 1), 1, float64(y+1), -1)
				want := area(piece) * 256
				if math.Abs(float64(got[y*w+x])-want) > 7 {
					t.Fatalf("pixel %d,%d of triangle %v: %d/256 covered, want %.1f", x, y, tri, got[y*w+x], want)
				}
			}
		}
	})
}

// TestFillIsEvenOdd: a square inside a square is a hole whichever way round it
// goes, and a bow-tie has two wings.
func TestFillIsEvenOdd(t *testing.T) {
	ring := func(b *band, corners ...[2]int) {
		for i, c := range corners {
			n := corners[(i+1)%len(corners)]
			b.edge(c[0]<<8, c[1]<<8, n[0]<<8, n[1]<<8)
		}
	}
	picture := func(b *band) (rows []string) {
		got := covered(b)
		for y := range b.h {
			row := ""
			for x := range b.w {
				row += map[bool]string{true: "#", false: "."}[got[y*b.w+x] == 256]
			}
			rows = append(rows, row)
		}
		return rows
	}
	for _, c := range []struct {
		name string
		draw func(b *band)
		want []string
	}{
		{"hole, same way round", func(b *band) {
			ring(b, [2]int{0, 0}, [2]int{6, 0}, [2]int{6, 4}, [2]int{0, 4})
			ring(b, [2]int{1, 1}, [2]int{3, 1}, [2]int{3, 3}, [2]int{1, 3})
		}, []string{"######", "#..###", "#..###", "######"}},
		{"hole, the other way round", func(b *band) {
			ring(b, [2]int{0, 0}, [2]int{6, 0}, [2]int{6, 4}, [2]int{0, 4})
			ring(b, [2]int{1, 3}, [2]int{3, 3}, [2]int{3, 1}, [2]int{1, 1})
		}, []string{"######", "#..###", "#..###", "######"}},
		{"crossing itself", func(b *band) {
			ring(b, [2]int{0, 0}, [2]int{4, 0}, [2]int{4, 4}, [2]int{2, 4}, [2]int{2, -2}, [2]int{6, -2}, [2]int{6, 2}, [2]int{0, 2})
		}, []string{"##..##", "##..##", "..##..", "..##.."}},
	} {
		b := testBand(6, 4)
		c.draw(b)
		got := picture(b)
		for y := range c.want {
			if got[y] != c.want[y] {
				t.Errorf("%s:\n%v, want\n%v", c.name, got, c.want)
				break
			}
		}
	}
}

// TestALineCoversItsLengthTimesItsWidth within what rounding each pixel to
// 1/255 and the width to 1/256 costs.
func TestALineCoversItsLengthTimesItsWidth(t *testing.T) {
	const side = 64
	rapid.Check(t, func(t *rapid.T) {
		b := testBand(side, side)
		at := func(name string) int { return rapid.IntRange(8*256, 56*256).Draw(t, name) }
		x0, y0, x1, y1 := at("x0"), at("y0"), at("x1"), at("y1")
		width := rapid.Float64Range(0.5, 4).Draw(t, "width")
		b.stroke(x0, y0, x1, y1, width*128)
		sum := 0.0
		for _, m := range b.mask {
			sum += float64(m) / 255
		}
		want := math.Hypot(float64(x1-x0), float64(y1-y0)) / 256 * width
		if math.Abs(sum-want) > 0.3+0.02*want {
			t.Fatalf("line %d,%d–%d,%d of width %v covers %v, want %v", x0, y0, x1, y1, width, sum, want)
		}
	})
}

// TestShortPiecesAddUpToALine: a line cut into pieces of less than a pixel is
// as dark as one in one piece.
func TestShortPiecesAddUpToALine(t *testing.T) {
	one, many := testBand(64, 64), testBand(64, 64)
	x := func(i int) int { return 10*256 + i*97 }
	y := func(i int) int { return 20*256 + i*41 }
	const n = 100
	one.stroke(x(0), y(0), x(n), y(n), 200)
	for i := range n {
		many.stroke(x(i), y(i), x(i+1), y(i+1), 200)
	}
	for i := range one.mask {
		if d := int(one.mask[i]) - int(many.mask[i]); d > 12 || d < -12 {
			t.Fatalf("mask %d: %d in one piece, %d in many", i, one.mask[i], many.mask[i])
		}
	}
}

// TestBlending against the plain formula; two pixels at once and one alone.
func TestBlending(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		octet := rapid.Byte()
		c := nrgba(octet.Draw(t, "r"), octet.Draw(t, "g"), octet.Draw(t, "b"), octet.Draw(t, "a"))
		n := rapid.IntRange(0, 7).Draw(t, "pixels")
		cover := uint32(rapid.IntRange(0, 256).Draw(t, "coverage"))
		pix := make([]byte, 4*n)
		for i := range pix {
			pix[i] = octet.Draw(t, "pixel")
			if i%4 == 3 {
				pix[i] = 255
			}
		}
		before := append([]byte(nil), pix...)
		p := paintOf(c)
		p.span(pix, cover)
		a := float64(c.A) / 255 * float64(cover) / 256
		for i := range pix {
			want := float64(before[i])*(1-a) + float64([]byte{c.R, c.G, c.B, 255}[i%4])*a
			if math.Abs(float64(pix[i])-want) > 2.5 {
				t.Fatalf("byte %d: %d over %d is %d, want %.1f", i, []byte{c.R, c.G, c.B, 255}[i%4], before[i], pix[i], want)
			}
			if i%4 == 3 && pix[i] != 255 {
				t.Fatalf("the picture is no longer opaque: %d", pix[i])
			}
		}
	})
}
