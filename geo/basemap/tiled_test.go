package basemap

import (
	"context"
	"errors"
	"image"
	"image/color"
	"math"
	"sync"
	"testing"
	"time"

	"zhenjie/geo"
	"zhenjie/geo/carto"
	"zhenjie/geo/crs"
)

// server is a source whose tiles are made when asked for.
type server struct {
	make        func(ctx context.Context, z, x, y int) (image.Image, error)
	least, most int
	bound       geo.Bound
	shift       bool

	mu    sync.Mutex
	asked map[tileKey]int
}

func (s *server) Tile(ctx context.Context, z, x, y int) (image.Image, error) {
	s.mu.Lock()
	if s.asked == nil {
		s.asked = map[tileKey]int{}
	}
	s.asked[tileKey{z, x, y}]++
	s.mu.Unlock()
	return s.make(ctx, z, x, y)
}
func (s *server) Zooms() (int, int)   { return s.least, s.most }
func (s *server) Bound() geo.Bound    { return s.bound }
func (s *server) Attribution() string { return "test" }
func (s *server) Shift() bool         { return s.shift }

// serving is a server of the whole world, levels 0 to 18.
func serving(tile func(z, x, y int) image.Image) *server {
	return &server{most: 18, bound: World, make: func(_ context.Context, z, x, y int) (image.Image, error) { return tile(z, x, y), nil }}
}

// numbered is a tile whose colour is its number: the level, and the lowest
// bits of column and row; constant, so that sampling does not change it.
func numbered(z, x, y int) image.Image { return flat(numberColour(z, x, y)) }

func numberColour(z, x, y int) color.RGBA {
	return color.RGBA{uint8(z*10 + 20), uint8(x%8*30 + 10), uint8(y%8*30 + 10), 255}
}

func flat(c color.RGBA) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, TileSize, TileSize))
	for i := 0; i < len(img.Pix); i += 4 {
		img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = c.R, c.G, c.B, c.A
	}
	return img
}

var paper = color.NRGBA{240, 240, 230, 255}

func ground(maps ...Map) Ground {
	g := Ground{Paper: paper, Unit: 1}
	for _, m := range maps {
		g.Layers = append(g.Layers, Layer{m, 1})
	}
	return g
}

// viewAt is a view of 256 × 256 pixels with a place in the middle, at the scale
// of a level.
func viewAt(p geo.Point, level float64) carto.View {
	return carto.NewView(carto.CellSize, carto.CellSize, carto.ToWorld(p), math.Exp2(level)*TileSize/equator)
}

// pictured paints a whole view and returns the colour at its pixels.
func pictured(t *testing.T, g Ground, v carto.View) func(x, y int) color.RGBA {
	t.Helper()
	out := image.NewRGBA(image.Rect(0, 0, v.Width, v.Height))
	for _, c := range v.Cells(0) {
		cell, err := g.Paint(t.Context(), v.Plate(), c, 0)
		if err != nil {
			t.Fatal(err)
		}
		at := v.CellRect(c)
		for y := range carto.CellSize {
			for x := range carto.CellSize {
				out.SetRGBA(at.Min.X+x, at.Min.Y+y, cell.RGBAAt(x, y))
			}
		}
	}
	return out.RGBAAt
}

var town = geo.Point{120.1153, 30.3034}

// TestTileNumbers: the example of the OpenStreetMap wiki, "Slippy map
// tilenames": Tokyo at level 18.
func TestTileNumbers(t *testing.T) {
	if x, y := TileAt(geo.Point{139.7006793, 35.6590699}, 18); x != 232798 || y != 103246 {
		t.Errorf("tile %d/%d", x, y)
	}
	for _, z := range []int{0, 3, 16, 22} {
		x, y := TileAt(town, z)
		if b := TileBound(z, x, y); !b.Contains(town) {
			t.Errorf("level %d: %v does not hold the town", z, b)
		}
	}
	// The square's corner, from the definition of EPSG:3857: 85.0511°.
	if b := TileBound(0, 0, 0); math.Abs(b.Max[1]-85.05112877980659) > 1e-9 || math.Abs(b.Min[0]+180) > 1e-9 {
		t.Errorf("the world is %v", b)
	}
	if x, y := TileAt(geo.Point{500, -90}, 2); x != 3 || y != 3 {
		t.Errorf("beyond the corner lies tile %d/%d", x, y)
	}
}

// TestTilesLieWhereTheyBelong, at scales between two levels and at the levels
// themselves: the tile seen at a pixel is that of the place there.
func TestTilesLieWhereTheyBelong(t *testing.T) {
	g := ground(NewTiles(serving(numbered)))
	for _, c := range []struct {
		scale float64
		level int
	}{{16, 16}, {15.6, 16}, {16.4, 16}, {10.1, 10}, {4, 4}, {0.2, 0}, {19.7, 18}, {21, 18}} {
		v := viewAt(town, c.scale)
		at := pictured(t, g, v)
		for _, p := range []image.Point{{3, 3}, {250, 9}, {128, 128}, {40, 200}} {
			place := v.Point(float64(p.X)+0.5, float64(p.Y)+0.5)
			fx, fy := TilePixel(place, c.level)
			if edge := min(math.Mod(fx, TileSize), math.Mod(fy, TileSize)); edge < 2 || edge > 254 || math.Abs(place[0]) > 180 {
				continue // interpolated with its neighbour
			}
			x, y := TileAt(place, c.level)
			if got := at(p.X, p.Y); got != numberColour(c.level, x, y) {
				t.Errorf("scale %g, pixel %v: %v, want tile %d/%d/%d", c.scale, p, got, c.level, x, y)
			}
		}
	}
}

// TestScreensOfMoreDotsGetTheSameTiles, larger.
func TestScreensOfMoreDotsGetTheSameTiles(t *testing.T) {
	g := ground(NewTiles(serving(numbered)))
	g.Unit = 2
	if got := pictured(t, g, viewAt(town, 16))(10, 10).R; got != 15*10+20 {
		t.Errorf("level %d, want 15", (int(got)-20)/10)
	}
}

// marked is a source with a mark of 5 × 5 pixels at a place, otherwise white.
func marked(p geo.Point, z int, shift bool) *server {
	fx, fy := TilePixel(p, z)
	mx, my := int(fx), int(fy)
	s := serving(func(level, x, y int) image.Image {
		img := flat(color.RGBA{255, 255, 255, 255})
		for dy := -2; dy <= 2; dy++ {
			for dx := -2; dx <= 2; dx++ {
				if at := image.Pt(mx+dx-x*TileSize, my+dy-y*TileSize); at.In(img.Rect) && level == z {
					img.SetRGBA(at.X, at.Y, color.RGBA{0, 0, 0, 255})
				}
			}
		}
		return img
	})
	s.shift = shift
	return s
}

// centre returns the middle of what is dark in a view.
func centre(t *testing.T, at func(x, y int) color.RGBA) (x, y float64) {
	t.Helper()
	sum := 0.0
	for py := range carto.CellSize {
		for px := range carto.CellSize {
			dark := float64(255 - at(px, py).G)
			sum, x, y = sum+dark, x+dark*(float64(px)+0.5), y+dark*(float64(py)+0.5)
		}
	}
	if sum == 0 {
		t.Fatal("the mark is not in view")
	}
	return x / sum, y / sum
}

// TestAShiftedMapIsPutRight: tiles on GCJ-02 have a place where GCJ-02 says;
// below outlines on CGCS2000 it must be seen where it is, within a pixel of
// level 16. Reference: the points eviltransform publishes.
func TestAShiftedMapIsPutRight(t *testing.T) {
	for _, c := range []struct{ wgs, gcj geo.Point }{
		{geo.Point{121.5272106, 31.1774276}, geo.Point{121.531541859215, 31.17530398364597}},
		{geo.Point{113.912316, 22.543847}, geo.Point{113.9171764808363, 22.540796131694766}},
		{geo.Point{116.377817, 39.911954}, geo.Point{116.38404722455657, 39.91334545536069}},
	} {
		v := viewAt(c.wgs, 16)
		x, y := centre(t, pictured(t, ground(NewTiles(marked(c.gcj, 16, true))), v))
		wantX, wantY := v.Pixel(carto.ToWorld(c.wgs))
		if math.Hypot(x-wantX, y-wantY) > 1 {
			t.Errorf("%v is seen %.2f, %.2f pixels off", c.wgs, x-wantX, y-wantY)
		}
		x, y = centre(t, pictured(t, ground(NewTiles(marked(c.wgs, 16, false))), v))
		if math.Hypot(x-wantX, y-wantY) > 1 {
			t.Errorf("unshifted, %v is seen %.2f, %.2f pixels off", c.wgs, x-wantX, y-wantY)
		}
	}
}

// TestMissingTilesAreMadeOfCoarserOnes: without levels 13 and deeper in the
// east, the picture there is that of level 12.
func TestMissingTilesAreMadeOfCoarserOnes(t *testing.T) {
	s := serving(nil)
	s.make = func(_ context.Context, z, x, y int) (image.Image, error) {
		if z > 12 {
			return nil, nil
		}
		return numbered(z, x, y), nil
	}
	at := pictured(t, ground(NewTiles(s)), viewAt(town, 16))
	x, y := TileAt(town, 12)
	if got := at(128, 128); got != numberColour(12, x, y) {
		t.Errorf("%v, want level 12", got)
	}
	s = serving(func(z, x, y int) image.Image { return nil })
	if got := pictured(t, ground(NewTiles(s)), viewAt(town, 16))(128, 128); got != (color.RGBA{paper.R, paper.G, paper.B, 255}) {
		t.Errorf("without tiles the ground is %v, not paper", got)
	}
}

func TestNothingIsAskedForOutsideTheBound(t *testing.T) {
	s := serving(numbered)
	s.bound = geo.Bound{Min: geo.Point{10, 10}, Max: geo.Point{11, 11}}
	pictured(t, ground(NewTiles(s)), viewAt(town, 14))
	// Too far out, the coarsest level would be a crowd of tiles.
	far := serving(numbered)
	far.least = 12
	pictured(t, ground(NewTiles(far)), viewAt(town, 8))
	if len(s.asked) > 0 || len(far.asked) > 0 {
		t.Errorf("asked for %v and %v", s.asked, far.asked)
	}
}

func TestLayersAreBlendedInTheirOrder(t *testing.T) {
	black, white := NewTiles(serving(func(int, int, int) image.Image { return flat(color.RGBA{0, 0, 0, 255}) })),
		NewTiles(serving(func(int, int, int) image.Image { return flat(color.RGBA{255, 255, 255, 255}) }))
	glass := NewTiles(serving(func(int, int, int) image.Image { return flat(color.RGBA{0, 0, 0, 0}) }))
	for _, c := range []struct {
		layers []Layer
		want   uint8
	}{
		{[]Layer{{black, 1}, {white, 1}}, 255}, {[]Layer{{white, 1}, {black, 1}}, 0},
		{[]Layer{{black, 1}, {white, 0.5}}, 128}, {[]Layer{{white, 1}, {black, 0.25}}, 191},
		{[]Layer{{black, 0}}, paper.G}, {[]Layer{{white, 1}, {glass, 1}}, 255},
	} {
		got := pictured(t, Ground{Layers: c.layers, Paper: paper, Unit: 1}, viewAt(town, 12))(99, 99)
		if d := int(got.G) - int(c.want); max(d, -d) > 1 || got.A != 255 {
			t.Errorf("%v: %v, want %d", c.layers, got, c.want)
		}
	}
}

// TestATileIsAskedForOnce, however many cells show it.
func TestATileIsAskedForOnce(t *testing.T) {
	s := serving(numbered)
	m := NewTiles(s)
	v := carto.NewView(600, 600, carto.ToWorld(town), viewAt(town, 15).Scale())
	var wait sync.WaitGroup
	for _, c := range v.Cells(1) {
		wait.Go(func() {
			if _, err := ground(m).Paint(t.Context(), v.Plate(), c, 0); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	for k, n := range s.asked {
		if n != 1 {
			t.Errorf("tile %v was asked for %d times", k, n)
		}
	}
}

// TestOneWhoGoesAwayTakesNobodysTile: the first who asks is cancelled while the
// tile is on its way; the second asks again.
func TestOneWhoGoesAwayTakesNobodysTile(t *testing.T) {
	asked, first := make(chan bool, 100), true
	var mu sync.Mutex
	s := serving(nil)
	s.make = func(ctx context.Context, z, x, y int) (image.Image, error) {
		mu.Lock()
		wait := first
		first = false
		mu.Unlock()
		asked <- true
		if wait {
			<-ctx.Done()
			return nil, ctx.Err()
		}
		return numbered(z, x, y), nil
	}
	c := newCache(s)
	ctx, leave := context.WithCancel(t.Context())
	gone := make(chan error)
	go func() {
		_, err := c.get(ctx, tileKey{1, 0, 0})
		gone <- err
	}()
	<-asked
	got := make(chan *image.RGBA)
	go func() {
		img, err := c.get(t.Context(), tileKey{1, 0, 0})
		if err != nil {
			t.Error(err)
		}
		got <- img
	}()
	leave()
	if err := <-gone; !errors.Is(err, context.Canceled) {
		t.Errorf("who went away got %v", err)
	}
	if img := <-got; img == nil {
		t.Error("the other got no tile")
	}
}

// TestACellDoesNotWaitForASlowServer: it is painted without the tiles, says so,
// and once more with them.
func TestACellDoesNotWaitForASlowServer(t *testing.T) {
	release := make(chan bool)
	s := serving(nil)
	s.make = func(ctx context.Context, z, x, y int) (image.Image, error) {
		select {
		case <-release:
			return numbered(z, x, y), nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	quick := flat(color.RGBA{1, 2, 3, 255})
	g := ground(NewTiles(serving(func(int, int, int) image.Image { return quick })), NewTiles(s))
	v := viewAt(town, 16)
	c := v.Cells(0)[0]
	img, err := g.Paint(t.Context(), v.Plate(), c, time.Millisecond)
	if !errors.Is(err, ErrLate) || img.RGBAAt(100, 100).A != 255 {
		t.Fatalf("%v", err)
	}
	close(release)
	if img, err = g.Paint(t.Context(), v.Plate(), c, 0); err != nil || img.RGBAAt(100, 100).R != 16*10+20 {
		t.Errorf("%v, %v", img.RGBAAt(100, 100), err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if img, err := g.Paint(ctx, v.Plate(), c, 0); img != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v, %v", img != nil, err)
	}
}

func TestAFaultIsTold(t *testing.T) {
	s := serving(nil)
	s.make = func(context.Context, int, int, int) (image.Image, error) {
		return nil, geo.BadInput(geo.At{}, "layers.server_away")
	}
	v := viewAt(town, 16)
	img, err := ground(NewTiles(s)).Paint(t.Context(), v.Plate(), v.Cells(0)[0], 0)
	if kind(err) != "layers.server_away" || img == nil {
		t.Errorf("%v", err)
	}
}

func TestWildViewsArePaintedSomehow(t *testing.T) {
	g := ground(NewTiles(serving(numbered)), NewTiles(marked(town, 3, true)), somePicture(t, crs.Zone3(120)))
	for _, p := range []geo.Point{{0, 0}, {179.99, 84}, {-180, -89}, {400, 89}, {-540, 0}} {
		for _, level := range []float64{-3, 0, 5, 18, 26} {
			v := viewAt(p, level)
			for _, c := range append(v.Cells(0), carto.Cell{Col: 1 << 30, Row: -1 << 30}) {
				if img, err := g.Paint(t.Context(), v.Plate(), c, 0); img == nil || err != nil {
					t.Fatalf("%v at level %g: %v", p, level, err)
				}
			}
		}
	}
}

func TestAttributionNamesEachOnce(t *testing.T) {
	a := NewTiles(serving(numbered))
	if got := (Ground{Layers: []Layer{{a, 1}, {a, 1}, {somePicture(t, crs.Zone3(120)), 1}}}).Attribution(); got != "test" {
		t.Errorf("%q", got)
	}
	if got := (Ground{Layers: []Layer{{a, 0}}}).Attribution(); got != "" {
		t.Errorf("of a layer not seen: %q", got)
	}
}

// BenchmarkPaint is the price of a cell of 256 × 256 pixels whose tiles are
// there.
func BenchmarkPaint(b *testing.B) {
	v := viewAt(town, 16.3)
	for name, shift := range map[string]bool{"tiles": false, "gcj02": true} {
		b.Run(name, func(b *testing.B) {
			s := serving(numbered)
			s.shift = shift
			g := ground(NewTiles(s))
			for b.Loop() {
				if _, err := g.Paint(b.Context(), v.Plate(), carto.Cell{}, 0); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
