package basemap

import (
	"encoding/binary"
	"image"
)

// Places in a source are counted in 1/65536 pixels.
const one = 1 << 16

// sample blends a source over the cell. Outside its rectangle a source is
// transparent; between its pixels' middles it is interpolated.
func (b *board) sample(src *image.RGBA, m *mesh) {
	if src.Rect.Empty() {
		return
	}
	for r := range meshSide {
		for c := range meshSide {
			i := r*nodes + c
			corners := [4][2]float64{m[i], m[i+1], m[i+nodes], m[i+nodes+1]}
			ok := true
			for _, n := range corners {
				ok = ok && usable(n)
			}
			if ok {
				b.sampleBlock(src, r, c, corners)
			}
		}
	}
}

// sampleBlock samples the block between four nodes: upper left and right,
// lower left and right.
func (b *board) sampleBlock(src *image.RGBA, row, col int, corners [4][2]float64) {
	for y := range blockSize {
		down := (float64(y) + 0.5) / blockSize
		var at, step [2]int64
		for k := range 2 {
			left := corners[0][k] + (corners[2][k]-corners[0][k])*down
			right := corners[1][k] + (corners[3][k]-corners[1][k])*down
			d := (right - left) / blockSize
			at[k], step[k] = int64((left+d/2-0.5)*one), int64(d*one)
		}
		line := b.img.Pix[(row*blockSize+y)*b.img.Stride+4*col*blockSize:][:4*blockSize]
		for x := 0; x < len(line); x += 4 {
			if px := bilinear(src, at[0], at[1]); px != 0 {
				b.blend(line[x:x+4], px)
			}
			at[0] += step[0]
			at[1] += step[1]
		}
	}
}

// Four colours of eight bits lie in the lanes of sixteen of a word: red and
// blue, then green and alpha.
const (
	lanes = 0x00ff00ff00ff00ff
	half  = 0x0080008000800080
)

func spread(px uint32) uint64 { return uint64(px&0x00ff00ff) | uint64(px&0xff00ff00)<<24 }

func packed(c uint64) uint32 { return uint32(c&0x00ff00ff) | uint32(c>>24&0xff00ff00) }

// mix goes from a to b by f of 256.
func mix(a, b, f uint64) uint64 { return (a*(256-f) + b*f + half) >> 8 & lanes }

// bilinear returns the source's colour at a place counted from the middle of
// its pixel 0,0, as lanes.
func bilinear(src *image.RGBA, x, y int64) uint64 {
	px, py := int(x>>16), int(y>>16)
	if px < src.Rect.Min.X-1 || py < src.Rect.Min.Y-1 || px >= src.Rect.Max.X || py >= src.Rect.Max.Y {
		return 0
	}
	fx, fy := uint64(x>>8&0xff), uint64(y>>8&0xff)
	if px >= src.Rect.Min.X && py >= src.Rect.Min.Y && px+1 < src.Rect.Max.X && py+1 < src.Rect.Max.Y {
		i := (py-src.Rect.Min.Y)*src.Stride + 4*(px-src.Rect.Min.X)
		upper, lower := src.Pix[i:i+8], src.Pix[i+src.Stride:i+src.Stride+8]
		return mix(
			mix(spread(binary.LittleEndian.Uint32(upper)), spread(binary.LittleEndian.Uint32(upper[4:])), fx),
			mix(spread(binary.LittleEndian.Uint32(lower)), spread(binary.LittleEndian.Uint32(lower[4:])), fx), fy)
	}
	return mix(
		mix(colourAt(src, px, py), colourAt(src, px+1, py), fx),
		mix(colourAt(src, px, py+1), colourAt(src, px+1, py+1), fx), fy)
}

func colourAt(src *image.RGBA, x, y int) uint64 {
	if !(image.Point{X: x, Y: y}).In(src.Rect) {
		return 0
	}
	return spread(binary.LittleEndian.Uint32(src.Pix[src.PixOffset(x, y):]))
}

// blend puts a colour, its alpha multiplied in, over an opaque pixel.
func (b *board) blend(to []byte, colour uint64) {
	if b.opacity < 256 {
		colour = mix(0, colour, b.opacity)
	}
	alpha := colour >> 48
	if alpha < 0xff {
		alpha += alpha >> 7
		below := spread(binary.LittleEndian.Uint32(to))
		colour += (below*(256-alpha) + half) >> 8 & lanes
	}
	binary.LittleEndian.PutUint32(to, packed(colour)|0xff000000)
}

// halved returns a picture half as wide and high, each pixel the mean of four.
// What is left over at an odd edge is dropped; the corner stays where it is.
func halved(src *image.RGBA) *image.RGBA {
	r := src.Rect
	out := image.NewRGBA(image.Rect(floorHalf(r.Min.X), floorHalf(r.Min.Y), floorHalf(r.Max.X), floorHalf(r.Max.Y)))
	for y := out.Rect.Min.Y; y < out.Rect.Max.Y; y++ {
		for x := out.Rect.Min.X; x < out.Rect.Max.X; x++ {
			// With a corner at an odd place the first pixels lie outside: transparent.
			upper := colourAt(src, 2*x, 2*y) + colourAt(src, 2*x+1, 2*y)
			lower := colourAt(src, 2*x, 2*y+1) + colourAt(src, 2*x+1, 2*y+1)
			mean := (upper + lower + 2*0x0001000100010001) >> 2 & lanes
			binary.LittleEndian.PutUint32(out.Pix[out.PixOffset(x, y):], packed(mean))
		}
	}
	return out
}

func floorHalf(n int) int { return n >> 1 }
