package desktop

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"zhenjie/app/desktop/mapview"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/geojson"
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

// BenchmarkOpenMillion opens a boundary file of 1,000,000 vertices, from nothing
// to the first picture. Areas, validity and the project file follow behind it.
func BenchmarkOpenMillion(b *testing.B) {
	path := filepath.Join(b.TempDir(), "million.geojson")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	if err := geojson.Write(f, []feature.Feature{{Name: "规划范围", Kind: "Polygon", Shape: round(1_000_000)}}); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	a := test.NewApp()
	defer a.Quit()
	queue := make(chan func(), 100)
	for b.Loop() {
		b.StopTimer()
		w := newWindow(a, func(f func()) { queue <- f })
		w.transient = true
		w.build()
		w.win.Resize(fyne.NewSize(1650, 860))
		b.StartTimer()
		w.openFile(path)
		for w.ahead == nil || w.ahead.Empty() {
			(<-queue)()
		}
		mapview.Paint(w.ahead)
		b.StopTimer()
		for w.ws == nil {
			(<-queue)()
		}
		file := w.ws.State().Path
		if err := w.close(); err != nil {
			b.Fatal(err)
		}
		os.Remove(file)
		b.StartTimer()
	}
}
