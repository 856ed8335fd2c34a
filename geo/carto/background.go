package carto

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"
)

// CellSize is the side of a cell of a background in pixels.
const CellSize = 256

// Plate is the grid of pixels that all views share between which one can
// scroll: pixels are counted from its anchor, x to the right and y down.
type Plate struct {
	anchor World
	scale  float64
}

// Plate returns the grid of the view's pixels.
func (v View) Plate() Plate { return Plate{v.anchor, v.scale} }

// Scale returns the pixels a metre of the plane.
func (p Plate) Scale() float64 { return p.scale }

// At returns the point of the plane at a place of the plate, in pixels from its
// anchor.
func (p Plate) At(x, y float64) World {
	return World{p.anchor.X + x/p.scale, p.anchor.Y - y/p.scale}
}

// pixel is the inverse of At.
func (p Plate) pixel(w World) (x, y float64) {
	return (w.X - p.anchor.X) * p.scale, (p.anchor.Y - w.Y) * p.scale
}

// Cell is one square of a plate: its left upper pixel is CellSize·(Col, Row).
type Cell struct{ Col, Row int }

func cellOf(pixel int) int { return pixel >> 8 }

// Cells returns the cells that a view shows, with some more on each side, by
// their distance from the middle.
func (v View) Cells(more int) []Cell {
	c0, c1 := cellOf(v.left)-more, cellOf(v.left+v.Width-1)+more
	r0, r1 := cellOf(v.top)-more, cellOf(v.top+v.Height-1)+more
	var out []Cell
	for ring := 0; len(out) < (c1-c0+1)*(r1-r0+1); ring++ {
		for r := r0; r <= r1; r++ {
			for c := c0; c <= c1; c++ {
				if max(abs(2*c-c0-c1), abs(2*r-r0-r1))>>1 == ring {
					out = append(out, Cell{c, r})
				}
			}
		}
	}
	return out
}

// CellRect returns where a cell lies in the picture.
func (v View) CellRect(c Cell) image.Rectangle {
	at := image.Pt(c.Col*CellSize-v.left, c.Row*CellSize-v.top)
	return image.Rectangle{at, at.Add(image.Pt(CellSize, CellSize))}
}

// Background is what lies below everything on a map: pictures of the ground,
// cell by cell, each opaque. It belongs to the goroutine of its Picture; the
// pictures given to it must not change any more.
//
// Cells are tied to the pixels of the plate, so that scrolling moves them with
// everything else and draws nothing anew. After a change of scale the cells of
// the plate before are shown, stretched, until new ones are there.
type Background struct{ now, before sheet }

type sheet struct {
	plate Plate
	cells map[Cell]*image.RGBA
}

// NewBackground makes a background without cells.
func NewBackground() *Background { return &Background{now: newSheet(Plate{})} }

func newSheet(p Plate) sheet { return sheet{p, map[Cell]*image.RGBA{}} }

// Turn begins another plate. The cells at hand stay to be seen until there are
// new ones; a sheet that had hardly begun gives way to the one before it.
func (b *Background) Turn(to Plate) {
	if to != b.now.plate {
		b.turn(to)
	}
}

// Renew begins the same plate again, because the ground is to look otherwise.
func (b *Background) Renew() { b.turn(b.now.plate) }

func (b *Background) turn(to Plate) {
	if len(b.now.cells) >= len(b.before.cells)/2 {
		b.before = b.now
	}
	b.now = newSheet(to)
}

// Plate returns the plate the cells are made for.
func (b *Background) Plate() Plate { return b.now.plate }

// Has reports whether a cell is there.
func (b *Background) Has(c Cell) bool { return b.now.cells[c] != nil }

// Put adds a cell, CellSize pixels wide and high.
func (b *Background) Put(c Cell, picture *image.RGBA) { b.now.cells[c] = picture }

// Keep forgets all cells but these. Once they are all there, nothing older is
// kept either.
func (b *Background) Keep(cells []Cell) {
	kept := make(map[Cell]*image.RGBA, len(cells))
	for _, c := range cells {
		if img := b.now.cells[c]; img != nil {
			kept[c] = img
		}
	}
	b.now.cells = kept
	if len(kept) == len(cells) {
		b.before = sheet{}
	}
}

// SetBackground chooses what lies below everything; nil for the bare paper.
func (p *Picture) SetBackground(b *Background) { p.background = b }

// SetAttribution chooses the text that says whose the background is.
func (p *Picture) SetAttribution(text string) { p.attribution = text }

// ground covers the band with the background, and with paper where there is
// none.
func (b *band) ground(bg *Background, v View, paper color.NRGBA) {
	if bg == nil {
		b.paper(paper)
		return
	}
	ready := bg.now.plate == v.Plate()
	x0, y0 := v.left+b.clip.Min.X, v.top+b.clip.Min.Y
	for r := cellOf(y0); r <= cellOf(y0+b.h-1); r++ {
		for c := cellOf(x0); c <= cellOf(x0+b.w-1); c++ {
			cell := Cell{c, r}
			part := v.CellRect(cell).Intersect(b.clip)
			if img := bg.now.cells[cell]; ready && img != nil {
				b.copyCell(part, v.CellRect(cell).Min, img)
				continue
			}
			b.stretch(part, bg.stale(ready), v, paper)
		}
	}
}

// stale returns the cells to be shown stretched: those of the plate before, or
// of the plate of a moment ago when the view has gone ahead.
func (b *Background) stale(ready bool) *sheet {
	if !ready && len(b.now.cells) > 0 {
		return &b.now
	}
	return &b.before
}

func (b *band) copyCell(part image.Rectangle, origin image.Point, img *image.RGBA) {
	for y := part.Min.Y; y < part.Max.Y; y++ {
		from := (y-origin.Y)*img.Stride + 4*(part.Min.X-origin.X)
		to := y*b.stride + 4*part.Min.X
		copy(b.pix[to:to+4*part.Dx()], img.Pix[from:])
	}
}

// stretch fills a part of a cell from the cells of another plate, each pixel
// from the one nearest to it. Where a pixel comes from depends on its place on
// the plate alone, not on the picture's corner.
func (b *band) stretch(part image.Rectangle, from *sheet, v View, paper color.NRGBA) {
	ground := paintOf(paper)
	bare := uint32(ground.even) | uint32(ground.odd)<<8
	columns := make([]int, part.Dx())
	for i := range columns {
		x, _ := from.plate.pixel(v.Plate().At(float64(v.left+part.Min.X+i)+0.5, 0))
		columns[i] = pixelIndex(x)
	}
	var above []byte
	last := math.MinInt
	for y := part.Min.Y; y < part.Max.Y; y++ {
		_, fy := from.plate.pixel(v.Plate().At(0, float64(v.top+y)+0.5))
		at := y*b.stride + 4*part.Min.X
		line := b.pix[at : at+4*part.Dx()]
		if row := pixelIndex(fy); row == last {
			copy(line, above)
		} else {
			from.line(line, columns, row, bare)
			last = row
		}
		above = line
	}
}

// line fills a row of pixels from the sheet's row, column by column.
func (s *sheet) line(to []byte, columns []int, row int, bare uint32) {
	for len(columns) > 0 {
		cell := Cell{cellOf(columns[0]), cellOf(row)}
		n := 1
		for n < len(columns) && cellOf(columns[n]) == cell.Col {
			n++
		}
		run := to[:4*n]
		if img := s.cells[cell]; img != nil {
			from := img.Pix[(row&(CellSize-1))*img.Stride:][:4*CellSize]
			for i, x := range columns[:n] {
				binary.LittleEndian.PutUint32(run[4*i:], binary.LittleEndian.Uint32(from[x&(CellSize-1)*4:]))
			}
		} else {
			for i := range n {
				binary.LittleEndian.PutUint32(run[4*i:], bare)
			}
		}
		to, columns = to[4*n:], columns[n:]
	}
}

// pixelIndex is the pixel a coordinate lies in; far away, and where there is no
// plate, some pixel that no cell has.
func pixelIndex(x float64) int {
	const far = 1 << 40
	if !(math.Abs(x) < far) {
		return far
	}
	return int(math.Floor(x))
}
