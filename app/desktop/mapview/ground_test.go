package mapview

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhenjie/geo"
	"zhenjie/geo/basemap"
	"zhenjie/geo/carto"
)

// tiles is a source of tiles of one colour that counts who is waiting.
type tiles struct {
	colour color.RGBA
	err    error
	hold   chan bool // tiles come when it is closed; nil: at once

	mu      sync.Mutex
	asked   int
	waiting int
}

func (s *tiles) Tile(ctx context.Context, z, x, y int) (image.Image, error) {
	s.count(1)
	defer s.count(-1)
	if s.hold != nil {
		select {
		case <-s.hold:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	if s.err != nil {
		return nil, s.err
	}
	img := image.NewRGBA(image.Rect(0, 0, 256, 256))
	for i := range 256 * 256 {
		img.SetRGBA(i%256, i/256, s.colour)
	}
	return img, nil
}

func (s *tiles) count(by int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.waiting += by
	s.asked += max(by, 0)
}

func (s *tiles) inHand() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.waiting
}

func (s *tiles) Zooms() (int, int)   { return 0, 18 }
func (s *tiles) Bound() geo.Bound    { return basemap.World }
func (s *tiles) Attribution() string { return "owner" }
func (s *tiles) Shift() bool         { return false }

// queue is the UI thread of a test: what is posted waits until it is drained.
type queue chan func()

func queued(v *View) queue {
	q := make(queue, 1000)
	v.SetPost(func(f func()) { q <- f })
	return q
}

// drain runs what is posted until a condition holds.
func (q queue) drain(t *testing.T, what string, until func() bool) {
	t.Helper()
	for !until() {
		select {
		case f := <-q:
			f()
		case <-time.After(2 * time.Minute):
			t.Fatalf("waited in vain: %s", what)
		}
	}
}

func (v *View) settled() bool { return len(v.ground.hand) == 0 }

// paint lets the map paint, as Fyne would.
func paint(v *View) { v.generate(v.view.Width, v.view.Height) }

func one(s *tiles) []basemap.Layer {
	return []basemap.Layer{{Map: basemap.NewTiles(s), Opacity: 1}}
}

var (
	green  = color.RGBA{20, 180, 40, 255}
	purple = color.RGBA{150, 30, 160, 255}
)

// share is how much of the picture is of a colour.
func share(v *View, c color.RGBA) float64 {
	img, n := v.picture.Image(), 0
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if img.RGBAAt(x, y) == c {
				n++
			}
		}
	}
	return float64(n) / float64(img.Rect.Dx()*img.Rect.Dy())
}

func TestABaseMapLiesBelowEverything(t *testing.T) {
	v, h := shown(t, 1.25, Content{Extent: square(0.02)})
	q := queued(v)
	bare := bytes.Clone(v.picture.Image().Pix)
	v.SetGround(one(&tiles{colour: green}))
	paint(v)
	q.drain(t, "the cells", v.settled)
	paint(v)
	if s := share(v, green); s < 0.4 {
		t.Errorf("%.0f %% of the map are the base map's colour", 100*s)
	}
	x, y := v.view.Pixel(carto.ToWorld(geo.Point{120.11, 30.31}))
	if got := v.picture.Image().RGBAAt(int(x), int(y)); got == green {
		t.Error("the extent is not drawn over the base map")
	}
	// Panned, what comes into view was painted before.
	h.move(300, 200)
	h.drag(1, 90, 60, true)
	paint(v)
	if got := v.picture.Image().RGBAAt(3, 130); got != green {
		t.Errorf("what came into view is %v", got)
	}
	q.drain(t, "the cells", v.settled)
	v.Fit()
	v.SetGround(nil)
	paint(v)
	if !bytes.Equal(v.picture.Image().Pix, bare) {
		t.Error("without the base map the picture is not what it was")
	}
}

func TestAnotherBaseMapReplacesTheFirst(t *testing.T) {
	v, _ := shown(t, 1, Content{})
	q := queued(v)
	v.SetGround(one(&tiles{colour: green}))
	paint(v)
	q.drain(t, "the cells", v.settled)
	v.SetGround(one(&tiles{colour: purple}))
	paint(v)
	if share(v, green) < 0.5 {
		t.Error("the first is not shown until the second is there")
	}
	q.drain(t, "the cells", v.settled)
	paint(v)
	if share(v, purple) < 0.5 || share(v, green) > 0 {
		t.Errorf("%.2f of the second, %.2f of the first", share(v, purple), share(v, green))
	}
}

// TestALateCellIsDropped: cells of a view left behind are neither waited for
// nor shown.
func TestALateCellIsDropped(t *testing.T) {
	v, _ := shown(t, 1, Content{})
	q := queued(v)
	s := &tiles{colour: green, hold: make(chan bool)}
	v.SetGround(one(s))
	paint(v)
	old := v.view.Plate()
	for s.inHand() == 0 {
		time.Sleep(time.Millisecond)
	}
	v.SetGround(nil)
	for s.inHand() > 0 {
		time.Sleep(time.Millisecond)
	}
	v.SetGround(one(s))
	paint(v)
	v.ZoomIn()
	paint(v)
	if v.ground.back.Plate() == old {
		t.Fatal("the background did not follow the zoom")
	}
	close(s.hold)
	q.drain(t, "the cells", v.settled)
	paint(v)
	if share(v, green) < 0.5 {
		t.Error("the new view is not painted")
	}
}

// TestASlowBaseMapIsShownWhenItComes: cells are first painted without it.
func TestASlowBaseMapIsShownWhenItComes(t *testing.T) {
	v, _ := shown(t, 1, Content{})
	q := queued(v)
	s := &tiles{colour: green, hold: make(chan bool)}
	v.SetGround(append(one(&tiles{colour: purple}), one(s)...))
	paint(v)
	q.drain(t, "the cells without the slow map", func() bool { paint(v); return share(v, purple) > 0.4 })
	close(s.hold)
	q.drain(t, "the slow map", v.settled)
	paint(v)
	if share(v, green) < 0.5 {
		t.Errorf("%.0f %% of the slow map", 100*share(v, green))
	}
}

func TestWhyABaseMapIsNotPaintedIsTold(t *testing.T) {
	v, _ := shown(t, 1, Content{})
	q := queued(v)
	var told error
	v.OnGround = func(err error) { told = err }
	v.SetGround(one(&tiles{err: geo.BadInput(geo.At{}, "layers.server_away")}))
	paint(v)
	q.drain(t, "the fault", func() bool { return told != nil })
}

func TestADarkMapHasADarkGround(t *testing.T) {
	v, _ := shown(t, 1, Content{})
	q := queued(v)
	v.SetGround(one(&tiles{colour: color.RGBA{}}))
	paint(v)
	q.drain(t, "the cells", v.settled)
	v.SetDark(true)
	paint(v)
	q.drain(t, "the cells", v.settled)
	paint(v)
	dark := carto.Dark.Paper
	if share(v, color.RGBA{dark.R, dark.G, dark.B, 255}) < 0.5 {
		t.Error("the paper below the tiles is not the dark one")
	}
}

func TestAnAreaCanBeHiddenAndColoured(t *testing.T) {
	v, _ := shown(t, 1, Content{Extent: square(0.02), Core: square(0.01)})
	x, y := v.view.Pixel(carto.ToWorld(geo.Point{120.115, 30.315}))
	at := func() color.RGBA {
		paint(v)
		return v.picture.Image().RGBAAt(int(x), int(y))
	}
	usual := at()
	v.SetAreaLook(carto.Extent, AreaLook{Hidden: true, Opacity: 1})
	paper := color.RGBA{carto.Light.Paper.R, carto.Light.Paper.G, carto.Light.Paper.B, 255}
	if got := at(); got != paper {
		t.Errorf("hidden, the extent is %v, not paper", got)
	}
	v.SetAreaLook(carto.Extent, AreaLook{Colour: color.NRGBA{255, 0, 0, 255}, Opacity: 1})
	if got := at(); got == usual || got.R < got.G || got.R < got.B {
		t.Errorf("in red, the extent is %v", got)
	}
	v.SetAreaLook(carto.Extent, AreaLook{Opacity: 1})
	if got := at(); got != usual {
		t.Errorf("set back, the extent is %v, not %v", got, usual)
	}
	fitted := v.view
	v.SetAreaLook(carto.Extent, AreaLook{Hidden: true})
	if v.Fit(); v.view != fitted {
		t.Error("with an outline hidden, all of the map is less than before")
	}
}

func TestABoxIsBroughtIntoView(t *testing.T) {
	v, _ := shown(t, 1, Content{})
	b := geo.Bound{Min: geo.Point{120.1, 30.2}, Max: geo.Point{120.2, 30.3}}
	v.ShowBound(b)
	for _, p := range []geo.Point{b.Min, b.Max} {
		if x, y := v.view.Pixel(carto.ToWorld(p)); x < -1 || y < -1 || x > 601 || y > 401 {
			t.Errorf("%v is at pixel %.0f, %.0f", p, x, y)
		}
	}
	if r := v.view.GroundResolution(); r > 30 { // 11 km in 400 pixels
		t.Errorf("%g m a pixel", r)
	}
}

// BenchmarkPanWithBaseMap is BenchmarkPan with a base map below, whose cells
// are there; new ones are painted beside.
func BenchmarkPanWithBaseMap(b *testing.B) {
	app := test.NewApp()
	defer app.Quit()
	v := New()
	w := test.NewWindow(v)
	defer w.Close()
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1200, 800))
	v.Display(Content{Extent: many(10_000)})
	q := make(queue, 1000)
	v.SetPost(func(f func()) { q <- f })
	v.SetGround(one(&tiles{colour: green}))
	v.generate(1200, 800)
	for !v.settled() {
		(<-q)()
	}
	v.generate(1200, 800)
	h := hand{v: v, at: fyne.NewPos(600, 400)}
	h.down(1)
	x := float32(12)
	for b.Loop() {
		v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(600+x, 400)}})
		v.generate(1200, 800)
		x = 12 - x
	}
}
