package mapview

import (
	"bytes"
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/carto"
)

// hand is a mouse that calls a map's methods in the order the window does.
type hand struct {
	v  *View
	at fyne.Position
}

func mouse(at fyne.Position, b desktop.MouseButton) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}, Button: b}
}

func (h *hand) move(x, y float32) {
	h.at = fyne.NewPos(x, y)
	h.v.MouseMoved(mouse(h.at, 0))
}

func (h *hand) down(b desktop.MouseButton) { h.v.MouseDown(mouse(h.at, b)) }

func (h *hand) up(b desktop.MouseButton) { h.v.MouseUp(mouse(h.at, b)) }

// drag holds the button and moves in steps; released over nothing there is no
// MouseUp.
func (h *hand) drag(b desktop.MouseButton, dx, dy float32, released bool) {
	h.down(b)
	const steps = 5
	from := h.at
	for i := 1; i <= steps; i++ {
		to := fyne.NewPos(from.X+dx*float32(i)/steps, from.Y+dy*float32(i)/steps)
		e := &fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to, AbsolutePosition: to}, Dragged: fyne.NewDelta(to.X-h.at.X, to.Y-h.at.Y)}
		h.at = to
		h.v.Dragged(e)
	}
	if released {
		h.up(b)
	}
	h.v.DragEnd()
}

func (h *hand) wheel(dy float32) {
	h.v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: h.at}, Scrolled: fyne.NewDelta(0, dy)})
}

func (h *hand) click() {
	h.down(desktop.MouseButtonPrimary)
	h.up(desktop.MouseButtonPrimary)
}

// square is a shape of about two kilometres at 120.1° E, 30.3° N.
func square(size float64) geo.Shape {
	return geo.Polygon([]geo.Point{{120.1, 30.3}, {120.1 + size, 30.3}, {120.1 + size, 30.3 + size}, {120.1, 30.3 + size}, {120.1, 30.3}})
}

// shown makes a map in a window of a scale.
func shown(t *testing.T, scale float32, c Content) (*View, *hand) {
	t.Helper()
	app := test.NewApp()
	t.Cleanup(app.Quit)
	v := New()
	w := test.NewWindow(v)
	w.Canvas().(interface{ SetScale(float32) }).SetScale(scale)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(600, 400))
	t.Cleanup(w.Close)
	v.Display(c)
	w.Canvas().Capture()
	return v, &hand{v: v}
}

func place(v *View, at fyne.Position) geo.Point { return v.view.Point(v.pixel(at)) }

func sameWithin(t *testing.T, what string, got, want geo.Point, metres float64) {
	t.Helper()
	tolerance := metres / 111e3
	if math.Abs(got[0]-want[0]) > tolerance || math.Abs(got[1]-want[1]) > tolerance {
		t.Errorf("%s: %v, want %v within %g m", what, got, want, metres)
	}
}

func TestAPanKeepsThePlaceHeldUnderThePointer(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 1.5, 2} {
		for _, button := range []desktop.MouseButton{desktop.MouseButtonPrimary, desktop.MouseButtonTertiary} {
			for _, released := range []bool{true, false} {
				v, h := shown(t, scale, Content{Extent: square(0.02)})
				h.move(100, 80)
				held := place(v, h.at)
				centre, resolution := v.Centre(), v.view.GroundResolution()
				h.drag(button, 160, -40, released)
				sameWithin(t, "the place held", place(v, h.at), held, 0.001)
				moved := carto.ToWorld(centre).X - carto.ToWorld(v.Centre()).X
				if want := 160 * float64(scale) / v.view.Scale(); math.Abs(moved-want) > 1e-6 {
					t.Errorf("scale %g: the centre moved by %g, want %g", scale, moved, want)
				}
				if r := v.view.GroundResolution(); math.Abs(r/resolution-1) > 1e-3 {
					t.Errorf("a pan changed the scale")
				}
			}
		}
	}
}

func TestTheRightButtonDoesNotPan(t *testing.T) {
	v, h := shown(t, 1, Content{Extent: square(0.02)})
	before := v.Centre()
	h.move(100, 100)
	h.drag(desktop.MouseButtonSecondary, 50, 50, true)
	sameWithin(t, "centre", v.Centre(), before, 0)
}

func TestTheWheelKeepsThePlaceUnderThePointer(t *testing.T) {
	v, h := shown(t, 1.5, Content{Extent: square(0.02)})
	h.move(431, 77)
	under := place(v, h.at)
	scale := v.view.Scale()
	for _, notches := range []float32{25, 25, -25, 3125, 7, -25 * 125} {
		h.wheel(notches)
		sameWithin(t, "the place under the pointer", place(v, h.at), under, 2) // a pixel is about 5 m when far out
	}
	if now := v.view.Scale(); math.Abs(now/scale-math.Pow(wheelIn, 1+7/25.0)) > 1e-5 {
		t.Errorf("the scale changed by %g", now/scale)
	}
}

func TestADoubleClickZoomsInWhereItWas(t *testing.T) {
	v, h := shown(t, 1, Content{Extent: square(0.02)})
	clock := time.Unix(0, 0)
	v.now = func() time.Time { return clock }
	scale := v.view.Scale()
	click := func(x, y float32, later time.Duration) float64 {
		h.move(x, y)
		clock = clock.Add(later)
		h.click()
		zoomed := v.view.Scale() / scale
		scale = v.view.Scale()
		return zoomed
	}
	for _, c := range []struct {
		name  string
		x, y  float32
		later time.Duration
		zoom  float64
	}{
		{"a first click", 50, 50, time.Hour, 1},
		{"a click too late", 50, 50, time.Second, 1},
		{"a click elsewhere", 90, 50, 100 * time.Millisecond, 1},
		{"a second click", 92, 51, 100 * time.Millisecond, 2},
		{"a third click", 92, 51, 100 * time.Millisecond, 1},
	} {
		if got := click(c.x, c.y, c.later); math.Abs(got-c.zoom) > 1e-9 {
			t.Errorf("%s zoomed by %g, want %g", c.name, got, c.zoom)
		}
	}
}

func TestKeysMoveAbout(t *testing.T) {
	v, _ := shown(t, 2, Content{Extent: square(0.02)})
	fitted := v.view
	key := func(k fyne.KeyName) { v.TypedKey(&fyne.KeyEvent{Name: k}) }
	key(fyne.KeyRight)
	if x, _ := v.view.Pixel(fitted.Middle()); x != float64(fitted.Width)/2-2*step {
		t.Errorf("right arrow: the old middle is at %g", x)
	}
	key(fyne.KeyDown)
	if _, y := v.view.Pixel(fitted.Middle()); y != float64(fitted.Height)/2-2*step {
		t.Errorf("down arrow: the old middle is at %g", y)
	}
	key(fyne.KeyPlus)
	if got := v.view.Scale() / fitted.Scale(); math.Abs(got-2) > 1e-9 {
		t.Errorf("+ zoomed by %g", got)
	}
	key(fyne.KeyHome)
	if v.view != fitted {
		t.Error("Home does not fit")
	}
}

func TestEscapeTakesBackThePanInHand(t *testing.T) {
	v, h := shown(t, 1, Content{Extent: square(0.02)})
	before := v.view
	h.move(100, 100)
	h.down(desktop.MouseButtonPrimary)
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(170, 90)}})
	if v.view == before {
		t.Fatal("nothing was panned")
	}
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(180, 90)}})
	v.DragEnd()
	if v.view != before {
		t.Error("the map is not where it was")
	}
}

func TestThePointersPlaceIsTold(t *testing.T) {
	v, h := shown(t, 1.25, Content{Extent: square(0.02)})
	var at geo.Point
	over := false
	v.OnPointer = func(p geo.Point, o bool) { at, over = p, o }
	h.move(300, 200)
	if !over {
		t.Fatal("nothing was told")
	}
	sameWithin(t, "the middle", at, v.Centre(), 5) // half a pixel
	h.wheel(25)
	sameWithin(t, "the middle after a zoom", at, v.Centre(), 5)
	v.MouseOut()
	if over {
		t.Error("the pointer left, and that was not told")
	}
}

func TestAMarkCanBeClicked(t *testing.T) {
	mark := geo.Point{120.11, 30.31}
	v, h := shown(t, 1.5, Content{Extent: square(0.02), Marks: []Mark{{At: geo.Point{120.1, 30.3}}, {At: mark, Severe: true}}})
	clicked := -1
	v.OnMark = func(n int) { clicked = n }
	x, y := v.view.Pixel(carto.ToWorld(mark))
	h.move(float32(x/1.5)+2, float32(y/1.5)-2)
	if v.Cursor() != desktop.PointerCursor {
		t.Error("the cursor does not show that the mark can be clicked")
	}
	h.click()
	if clicked != 2 {
		t.Errorf("clicked mark %d, want 2", clicked)
	}
	clicked = -1
	h.move(5, 5)
	h.click()
	if clicked != -1 || v.Cursor() == desktop.PointerCursor {
		t.Errorf("mark %d was clicked beside every mark", clicked)
	}
}

func TestTheFirstContentIsFittedAndLaterOnesStay(t *testing.T) {
	v, _ := shown(t, 1, Content{})
	if r := v.view.GroundResolution(); r < 1000 {
		t.Errorf("an empty map shows %g m a pixel, want the country", r)
	}
	v.Display(Content{Extent: square(0.02)})
	sameWithin(t, "centre", v.Centre(), geo.Point{120.11, 30.31}, 20)
	v.ZoomIn()
	before := v.view
	v.Display(Content{Extent: square(0.03)})
	if v.view != before {
		t.Error("a change of the shape moved the map")
	}
}

func TestAnotherSizeKeepsWhatIsInView(t *testing.T) {
	v, _ := shown(t, 1, Content{Extent: square(0.02)})
	v.Resize(fyne.NewSize(700, 800))
	if want := carto.Fitted(700, 800, 48, v.content.scene.Box()); v.view != want {
		t.Errorf("a fitted map is not fitted at another size: %+v", v.view)
	}
	v.pan(40, 0)
	centre, scale := v.Centre(), v.view.Scale()
	v.Resize(fyne.NewSize(500, 300))
	sameWithin(t, "centre", v.Centre(), centre, 0.01)
	if v.view.Scale() != scale {
		t.Error("another size changed the scale of a map somebody moved")
	}
}

func TestCentreOnShowsThePlaceFromNear(t *testing.T) {
	v, _ := shown(t, 2, Content{Extent: square(0.02)})
	place := geo.Point{120.105, 30.318}
	v.CentreOn(place)
	sameWithin(t, "centre", v.Centre(), place, 0.01)
	if r := v.view.GroundResolution() * v.unit; math.Abs(r-closeUp) > 0.01 {
		t.Errorf("%g m a unit, want %g", r, closeUp)
	}
	v.ZoomIn()
	scale := v.view.Scale()
	v.CentreOn(geo.Point{120.11, 30.31})
	if v.view.Scale() != scale {
		t.Error("near enough already, and still zoomed")
	}
	v.CentreOn(geo.Point{math.NaN(), 30})
	sameWithin(t, "centre", v.Centre(), geo.Point{120.11, 30.31}, 0.01)
}

// TestALateAnswerIsDropped: the large shape's outline is ready only after the
// small one was shown.
func TestALateAnswerIsDropped(t *testing.T) {
	v, _ := shown(t, 1, Content{})
	posted := make(chan func(), 2)
	v.post = func(f func()) { posted <- f }
	v.Display(Content{Extent: many(large + 1)})
	if len(v.content.scene.Areas) != 0 {
		t.Fatal("a large shape was made ready on the UI thread")
	}
	v.Display(Content{Extent: square(0.02)})
	(<-posted)()
	if n := v.content.scene.Areas[0].Outline.Vertices(); n != 4 {
		t.Errorf("the late answer of %d vertices won", n)
	}
	v.Display(Content{Extent: many(large + 1)})
	(<-posted)()
	if n := v.content.scene.Areas[0].Outline.Vertices(); n != large+1 {
		t.Errorf("the large shape is not shown: %d vertices", n)
	}
}

func many(n int) geo.Shape {
	ring := make([]geo.Point, 0, n+1)
	for i := range n {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		ring = append(ring, geo.Point{120.1 + 0.01*cos, 30.3 + 0.01*sin})
	}
	return geo.Polygon(append(ring, ring[0]))
}

func TestTheSameShapeKeepsItsOutline(t *testing.T) {
	v, _ := shown(t, 1, Content{Extent: square(0.02)})
	before := v.content.scene.Areas[0].Outline
	v.Display(Content{Extent: square(0.02), Marks: []Mark{{Text: words.Raw("x")}}})
	if v.content.scene.Areas[0].Outline != before {
		t.Error("the outline was made anew")
	}
}

// TestThePictureHasDevicePixels: what Fyne paints is the picture itself, not
// stretched, at every scale.
func TestThePictureHasDevicePixels(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 1.5, 2} {
		v, _ := shown(t, scale, Content{Extent: square(0.02)})
		captured := fyne.CurrentApp().Driver().CanvasForObject(v).Capture()
		own := v.picture.Image()
		if own.Rect.Dx() != int(600*scale) || own.Rect.Dy() != int(400*scale) {
			t.Errorf("scale %g: the picture is %v", scale, own.Rect)
		}
		for y := 0; y < own.Rect.Dy(); y += 7 {
			for x := 0; x < own.Rect.Dx(); x += 7 {
				r, g, b, _ := captured.At(x, y).RGBA()
				want := own.RGBAAt(x, y)
				if byte(r>>8) != want.R || byte(g>>8) != want.G || byte(b>>8) != want.B {
					t.Fatalf("scale %g: pixel %d,%d is not the picture's", scale, x, y)
				}
			}
		}
	}
}

func TestStyleAndLanguageReachThePicture(t *testing.T) {
	v, _ := shown(t, 1, Content{Extent: square(0.02)})
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	light := v.picture.Image().RGBAAt(3, 3)
	v.SetDark(true)
	v.SetLang(words.En)
	c.Capture()
	if dark := v.picture.Image().RGBAAt(3, 3); int(dark.R)+100 > int(light.R) {
		t.Errorf("the paper is %v in a light window and %v in a dark one", light, dark)
	}
}

func TestTheGridStaysOnWithOtherContent(t *testing.T) {
	v, _ := shown(t, 1, Content{Extent: square(0.02)})
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	without := bytes.Clone(v.picture.Image().Pix)
	v.SetGrid(true)
	v.Display(Content{Extent: square(0.02)})
	c.Capture()
	if bytes.Equal(v.picture.Image().Pix, without) {
		t.Error("no grid is drawn")
	}
}

// BenchmarkPan is the map's own work for a pan of 12 pixels, from the mouse's
// event to the picture Fyne uploads: 10,000 vertices in 1200 × 800 pixels.
func BenchmarkPan(b *testing.B) {
	app := test.NewApp()
	defer app.Quit()
	v := New()
	w := test.NewWindow(v)
	defer w.Close()
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1200, 800))
	v.Display(Content{Extent: many(10_000)})
	v.generate(1200, 800)
	h := hand{v: v, at: fyne.NewPos(600, 400)}
	h.down(desktop.MouseButtonPrimary)
	x := float32(12)
	for b.Loop() {
		v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(600+x, 400)}})
		v.generate(1200, 800)
		x = 12 - x
	}
}

// BenchmarkZoom is the same for a notch of the wheel.
func BenchmarkZoom(b *testing.B) {
	app := test.NewApp()
	defer app.Quit()
	v := New()
	w := test.NewWindow(v)
	defer w.Close()
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1200, 800))
	v.Display(Content{Extent: many(10_000)})
	h := hand{v: v, at: fyne.NewPos(600, 400)}
	d := float32(25)
	for b.Loop() {
		h.wheel(d)
		v.generate(1200, 800)
		d = -d
	}
}

func TestNothingPanicsBeforeTheMapHasASize(t *testing.T) {
	app := test.NewApp()
	t.Cleanup(app.Quit)
	v := New()
	v.Fit()
	v.ZoomIn()
	v.CentreOn(geo.Point{120, 30})
	v.Display(Content{Extent: square(0.02)})
	v.MouseMoved(mouse(fyne.NewPos(1, 1), 0))
	v.generate(0, 0)
	v.Fit()
	v.Resize(fyne.NewSize(300, 200))
	sameWithin(t, "centre", v.Centre(), geo.Point{120.11, 30.31}, 20)
}
