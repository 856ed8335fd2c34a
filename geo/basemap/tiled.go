package basemap

import (
	"context"
	"image"
	"sync"

	"golang.org/x/image/draw"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// How far a level that is missing is made up for: a tile by one of up to
// parents levels above, and a source's coarsest level by halving it up to
// mostHalved times, beyond which nothing is shown.
const (
	parents    = 8
	mostHalved = 2
)

// Tiles is a base map of a source's tiles.
type Tiles struct {
	source Source
	cache  *cache
}

// NewTiles makes a base map of a source.
func NewTiles(s Source) *Tiles { return &Tiles{s, newCache(s)} }

// Attribution is the source's.
func (t *Tiles) Attribution() string { return t.source.Attribution() }

// Bound is the source's, put right where that is on GCJ-02.
func (t *Tiles) Bound() geo.Bound {
	b := t.source.Bound()
	if t.source.Shift() {
		const most = 0.02 // degrees: the shift is below 1 km, 2 km in the far west
		b = geo.Bound{Min: geo.Point{b.Min[0] - most, b.Min[1] - most}, Max: geo.Point{b.Max[0] + most, b.Max[1] + most}}
	}
	return b
}

// paint blends the tiles of the level that fits the scale over the cell.
func (t *Tiles) paint(ctx context.Context, b *board) error {
	least, most := t.source.Zooms()
	z := min(max(levelFor(b.scale), least), most)
	m := b.mesh(func(p geo.Point) (x, y float64) {
		if t.source.Shift() {
			p[0], p[1] = crs.WGS84ToGCJ02(p[0], p[1])
		}
		return TilePixel(p, z)
	})
	halvings := m.reduction()
	if halvings > mostHalved {
		return nil
	}
	box := m.box()
	const border = 1 << mostHalved
	box = image.Rect(align(box.Min.X-border), align(box.Min.Y-border), align(box.Max.X+2*border), align(box.Max.Y+2*border))
	mosaic, err := t.mosaic(ctx, b, z, box)
	if mosaic == nil {
		return err
	}
	by := 1.0
	for range halvings {
		mosaic = halved(mosaic)
		by *= 2
	}
	b.sample(mosaic, m.scaled(by))
	return err
}

// align rounds down to a pixel that stays whole when halved.
func align(n int) int { return n &^ (1<<mostHalved - 1) }

// mosaic puts the tiles of a level side by side that cover a box of pixels. It
// is nil when there is none of them.
func (t *Tiles) mosaic(ctx context.Context, b *board, z int, box image.Rectangle) (*image.RGBA, error) {
	side := 1 << z
	rows := image.Rect(0, max(box.Min.Y>>8, 0), 0, min((box.Max.Y-1)>>8, side-1))
	var wanted []*piece
	for y := rows.Min.Y; y <= rows.Max.Y; y++ {
		for x := box.Min.X >> 8; x <= (box.Max.X-1)>>8; x++ {
			// East of 180° the world begins anew.
			wanted = append(wanted, &piece{key: tileKey{z, x & (side - 1), y}, at: image.Pt(x*TileSize, y*TileSize)})
		}
	}
	err := t.fetch(ctx, b, wanted)
	var out *image.RGBA
	for _, p := range wanted {
		if p.img == nil {
			continue
		}
		if out == nil {
			out = image.NewRGBA(box)
		}
		p.put(out)
	}
	return out, err
}

// piece is a tile of a mosaic: itself, or a part of one some levels above.
type piece struct {
	key tileKey
	at  image.Point // its corner in the level's pixels
	found
}

func (p *piece) put(to *image.RGBA) {
	if p.above == 0 {
		draw.Copy(to, p.at, p.img, p.img.Rect, draw.Src, nil)
		return
	}
	side, mask := TileSize>>p.above, 1<<p.above-1
	corner := image.Pt(p.key.x&mask*side, p.key.y&mask*side)
	target := image.Rectangle{p.at, p.at.Add(image.Pt(TileSize, TileSize))}
	draw.ApproxBiLinear.Scale(to, target, p.img, image.Rectangle{corner, corner.Add(image.Pt(side, side))}, draw.Src, nil)
}

// fetch gets the tiles of a mosaic, all at once, as far as they come in time.
func (t *Tiles) fetch(ctx context.Context, b *board, wanted []*piece) error {
	var mu sync.Mutex // guards the two below: who comes late writes to them still
	come := make([]found, len(wanted))
	var fault error
	var wait sync.WaitGroup
	for i, p := range wanted {
		key := p.key
		wait.Go(func() {
			got, err := t.find(ctx, key)
			mu.Lock()
			defer mu.Unlock()
			come[i] = got
			if err != nil && fault == nil {
				fault = err
			}
		})
	}
	all := make(chan struct{})
	go func() { wait.Wait(); close(all) }()
	late := false
	select {
	case <-all:
	case <-b.late:
		late = true
	case <-ctx.Done():
	}
	mu.Lock()
	defer mu.Unlock()
	for i, p := range wanted {
		p.found = come[i]
	}
	if late {
		return ErrLate
	}
	return fault
}

// found is a tile, or one some levels above it; img is nil where there is none.
type found struct {
	img   *image.RGBA
	above int
}

// find gets a tile, or the nearest above it that there is.
func (t *Tiles) find(ctx context.Context, k tileKey) (found, error) {
	least, _ := t.source.Zooms()
	var fault error
	for above := 0; above <= min(parents, k.z-least); above++ {
		img, err := t.cache.get(ctx, tileKey{k.z - above, k.x >> above, k.y >> above})
		if ctx.Err() != nil {
			return found{}, ctx.Err()
		}
		if err != nil && fault == nil {
			fault = err
		}
		if img != nil {
			return found{img, above}, fault
		}
	}
	return found{}, fault
}
