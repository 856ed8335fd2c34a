package desktop

import (
	"math"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"zhenjie/app/desktop/mapview"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// round is an outline of n corners about the middle of the tests' map.
func round(n int) geo.Shape {
	ring := make([]geo.Point, 0, n+1)
	for i := range n {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		r := 1000 + 40*math.Sin(60*math.Pi*float64(i)/float64(n)) // thirty bays
		ring = append(ring, place(r*cos, r*sin))
	}
	return geo.Polygon(append(ring, ring[0]))
}

// BenchmarkDrag moves one corner of an outline: the area, the findings, validity,
// the page and the picture follow at every step. The upload of the picture is the
// driver's and not in it.
func BenchmarkDrag(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(map[int]string{1_000: "1k", 10_000: "10k", 100_000: "100k"}[n], func(b *testing.B) { benchmarkDrag(b, n) })
	}
}

func benchmarkDrag(b *testing.B, n int) {
	a := test.NewApp()
	defer a.Quit()
	w := newWindow(a, func(f func()) { f() })
	w.transient = true
	w.build()
	w.win.Resize(fyne.NewSize(1650, 860)) // leaves 1200 × 800 or less to the map
	shape := round(n)
	ws, err := workspace.Create(filepath.Join(b.TempDir(), "b.gpkg"), words.Say("workspace.created"), planning.Plan{Extent: shape}, workspace.Books{})
	if err != nil {
		b.Fatal(err)
	}
	w.adopt(ws, nil)
	defer w.close()
	w.win.Canvas().Capture()
	v := w.project.view
	v.Fit()
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyV})
	at := v.PositionOf(shape.Ring(0, 0).At(0))
	event := func(p fyne.Position) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}, Button: desktop.MouseButtonPrimary}
	}
	v.MouseMoved(event(at))
	v.MouseDown(event(at))
	step := float32(1)
	for b.Loop() {
		v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(20+step, 10)}})
		mapview.Paint(v)
		step = -step
	}
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
}
