package basemap

import (
	"image"
	"math"

	"zhenjie/geo"
	"zhenjie/geo/carto"
)

// The mesh of a cell: meshSide blocks of blockSize pixels a side.
const (
	blockSize = 32
	meshSide  = carto.CellSize / blockSize
	nodes     = meshSide + 1
)

// board is a cell that is being painted.
type board struct {
	img     *image.RGBA
	places  [nodes * nodes]geo.Point // of the mesh's nodes, in degrees
	bound   geo.Bound                // round them
	scale   float64                  // units of the screen a metre of the plane
	unit    float64
	opacity uint64          // of the layer being painted, 0 to 256
	late    <-chan struct{} // closed when it is time; nil: tiles are waited for
}

func newBoard(g Ground, p carto.Plate, c carto.Cell) *board {
	b := &board{img: image.NewRGBA(image.Rect(0, 0, carto.CellSize, carto.CellSize)), unit: max(g.Unit, 0.25)}
	b.scale = p.Scale() / b.unit
	for i := 0; i < len(b.img.Pix); i += 4 {
		b.img.Pix[i], b.img.Pix[i+1], b.img.Pix[i+2], b.img.Pix[i+3] = g.Paper.R, g.Paper.G, g.Paper.B, 0xff
	}
	for i := range b.places {
		x, y := c.Col*carto.CellSize+i%nodes*blockSize, c.Row*carto.CellSize+i/nodes*blockSize
		b.places[i] = carto.ToDegrees(p.At(float64(x), float64(y)))
		if i == 0 {
			b.bound = geo.Bound{Min: b.places[0], Max: b.places[0]}
		}
		b.bound = b.bound.Extend(b.places[i])
	}
	return b
}

// meets reports whether the cell shows some of a box.
func (b *board) meets(o geo.Bound) bool { return b.bound.Intersects(o) }

// mesh is where the nodes of a cell lie in a source, in its pixels.
type mesh [nodes * nodes][2]float64

func (b *board) mesh(place func(geo.Point) (x, y float64)) *mesh {
	m := &mesh{}
	for i, p := range b.places {
		m[i][0], m[i][1] = place(p)
	}
	return m
}

// far is more pixels than any source has, and few enough to be counted in
// 1/65536 pixels.
const far = 1 << 32

// usable reports whether a node can be reckoned with.
func usable(n [2]float64) bool { return math.Abs(n[0]) < far && math.Abs(n[1]) < far }

// box returns the pixels that are sampled for the mesh.
func (m *mesh) box() image.Rectangle {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, n := range m {
		if usable(n) {
			x0, y0, x1, y1 = min(x0, n[0]), min(y0, n[1]), max(x1, n[0]), max(y1, n[1])
		}
	}
	if !(x0 <= x1) {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(x0))-1, int(math.Floor(y0))-1, int(math.Ceil(x1))+1, int(math.Ceil(y1))+1)
}

// scaled returns the mesh in pixels that are so many times as wide.
func (m *mesh) scaled(by float64) *mesh {
	out := &mesh{}
	for i, n := range m {
		out[i] = [2]float64{n[0] / by, n[1] / by}
	}
	return out
}

// reduction returns how often a source can be halved before it is sampled: as
// often as leaves a pixel of it no wider than one of the cell.
func (m *mesh) reduction() int {
	least := math.Inf(1)
	for r := range meshSide {
		for c := range meshSide {
			at, right, down := m[r*nodes+c], m[r*nodes+c+1], m[(r+1)*nodes+c]
			least = min(least, max(math.Abs(right[0]-at[0]), math.Abs(right[1]-at[1])), max(math.Abs(down[0]-at[0]), math.Abs(down[1]-at[1])))
		}
	}
	n := 0
	for ; n < 16 && least >= 2*blockSize; n++ {
		least /= 2
	}
	return n
}
