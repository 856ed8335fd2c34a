package carto

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// TestToWorld. Reference: PROJ; testdata/mercator.txt is made by
// testdata/mercator.sh, positions to 1e-9 m, factors to six digits.
func TestToWorld(t *testing.T) {
	file, err := os.Open("testdata/mercator.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	n := 0
	for lines := bufio.NewScanner(file); lines.Scan(); n++ {
		var p geo.Point
		var x, y, factor float64
		if _, err := fmt.Sscan(lines.Text(), &p[0], &p[1], &x, &y, &factor); err != nil {
			t.Fatal(err)
		}
		w := ToWorld(p)
		if math.Abs(w.X-x) > 1e-7 || math.Abs(w.Y-y) > 1e-7 { // metres
			t.Errorf("%v is at %v, want %v %v", p, w, x, y)
		}
		if got := worldMetres(p[1]); math.Abs(got/factor-1) > 1e-5 {
			t.Errorf("scale factor at %v is %v, want %v", p, got, factor)
		}
		back := ToDegrees(w)
		if math.Abs(back[0]-p[0]) > 1e-12 || math.Abs(back[1]-p[1]) > 1e-12 {
			t.Errorf("%v came back as %v", p, back)
		}
	}
	if n < 60 {
		t.Errorf("only %d lines of reference", n)
	}
}

func TestEccentricityIsThatOfTheFlattening(t *testing.T) {
	if want := math.Sqrt(flattening * (2 - flattening)); math.Abs(eccentricity-want) > 1e-15 {
		t.Errorf("eccentricity %v, want %v", eccentricity, want)
	}
}

// anyView is a view somebody could have come to.
func anyView(t *rapid.T) View {
	w, h := rapid.IntRange(1, 300).Draw(t, "width"), rapid.IntRange(1, 200).Draw(t, "height")
	centre := ToWorld(geo.Point{
		townLon + rapid.Float64Range(-0.02, 0.02).Draw(t, "lon"), townLat + rapid.Float64Range(-0.02, 0.02).Draw(t, "lat"),
	})
	scale := math.Exp(rapid.Float64Range(math.Log(minScale), math.Log(maxScale)).Draw(t, "log scale"))
	return NewView(w, h, centre, scale)
}

func TestZoomKeepsThePointAndPanKeepsTheGrid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := anyView(t)
		x, y := rapid.IntRange(0, v.Width).Draw(t, "x"), rapid.IntRange(0, v.Height).Draw(t, "y")
		before := v.At(float64(x), float64(y))
		z := v.Zoomed(rapid.Float64Range(0.1, 10).Draw(t, "factor"), float64(x), float64(y))
		if px, py := z.Pixel(before); math.Abs(px-float64(x)) > 1e-6 || math.Abs(py-float64(y)) > 1e-6 {
			t.Fatalf("zoom moved the point under the pointer to %v %v from %d %d", px, py, x, y)
		}
		p, moved := z.Scrolled(rapid.IntRange(-500, 500).Draw(t, "dx"), rapid.IntRange(-500, 500).Draw(t, "dy"))
		if px, py := p.Pixel(before); math.Abs(px-float64(x+moved[0])) > 1e-6 || math.Abs(py-float64(y+moved[1])) > 1e-6 {
			t.Fatalf("pan by %v moved the point to %v %v from %d %d", moved, px, py, x, y)
		}
		if m := p.Middle(); !m.finite() || math.Abs(ToDegrees(m)[1]) > 90 {
			t.Fatalf("the middle left the globe: %v", m)
		}
	})
}

func TestFittedShowsTheWholeBox(t *testing.T) {
	s := townScene()
	b := s.Box()
	for _, size := range [][2]int{{1200, 800}, {300, 900}, {41, 41}, {1, 1}} {
		v := Fitted(size[0], size[1], 20, b)
		x0, y0 := v.Pixel(World{b.MinX, b.MaxY})
		x1, y1 := v.Pixel(World{b.MaxX, b.MinY})
		room := 20.5
		if size[0] <= 40 {
			room = 0
		}
		if size[0] > 1 && (x0 < room-1.5 || y0 < room-1.5 || x1 > float64(size[0])-room+1.5 || y1 > float64(size[1])-room+1.5) {
			t.Errorf("%v: the box is at %v %v to %v %v", size, x0, y0, x1, y1)
		}
	}
	if v := Fitted(100, 100, 10, emptyBox()); v.Scale() <= 0 || !v.Middle().finite() {
		t.Errorf("nothing to fit: %+v", v)
	}
}

// TestGroundResolution: a degree of longitude on the parallel of 30.3° is
// 96,195.4 m on the CGCS2000 ellipsoid: a·cos φ / √(1−e² sin² φ) · π/180.
func TestGroundResolution(t *testing.T) {
	v := NewView(1000, 10, ToWorld(geo.Point{120.1, 30.3}), 0.05)
	x0, _ := v.Pixel(ToWorld(geo.Point{120, 30.3}))
	x1, _ := v.Pixel(ToWorld(geo.Point{121, 30.3}))
	const rad = math.Pi / 180
	f := 1 / 298.257222101
	e2 := f * (2 - f)
	want := 6378137 * math.Cos(30.3*rad) / math.Sqrt(1-e2*math.Pow(math.Sin(30.3*rad), 2)) * rad
	if got := (x1 - x0) * v.GroundResolution(); math.Abs(got-want) > 1e-3 {
		t.Errorf("a degree is %.4f m by the scale bar, want %.4f", got, want)
	}
}

func TestScaleLength(t *testing.T) {
	for _, c := range []struct{ perPixel, room, metres, pixels float64 }{
		{1, 150, 100, 100}, {1, 200, 200, 200}, {2.5, 150, 200, 80}, {4, 150, 500, 125},
		{100, 150, 10000, 100}, {0.01, 150, 1, 100}, {0.003, 150, 0.2, 0.2 / 0.003},
	} {
		m, px := scaleLength(c.perPixel, c.room)
		if math.Abs(m/c.metres-1) > 1e-12 || math.Abs(px-c.pixels) > 1e-9 {
			t.Errorf("%v m a pixel: bar of %v m, %v pixels; want %v, %v", c.perPixel, m, px, c.metres, c.pixels)
		}
	}
	for metres, want := range map[float64]string{500: "500 米", 2000: "2 公里", 0.5: "50 厘米", 1: "1 米"} {
		if got := scaleText(metres, words.Zh); got != want {
			t.Errorf("%v m is written %q, want %q", metres, got, want)
		}
	}
}

func TestDMS(t *testing.T) {
	for _, c := range []struct {
		p      geo.Point
		zh, en string
	}{
		{geo.Point{120 + 6/60.0 + 12.34/3600, 30.3}, "东经120°06′12.34″  北纬30°18′00.00″", "120°06′12.34″E  30°18′00.00″N"},
		{geo.Point{-0.5, -0.25}, "西经0°30′00.00″  南纬0°15′00.00″", "0°30′00.00″W  0°15′00.00″S"},
		{geo.Point{119.9999999, 29.9999999}, "东经120°00′00.00″  北纬30°00′00.00″", "120°00′00.00″E  30°00′00.00″N"},
		{geo.Point{240, 59.99999}, "西经120°00′00.00″  北纬59°59′59.96″", "120°00′00.00″W  59°59′59.96″N"},
		{geo.Point{math.NaN(), math.Inf(1)}, "东经–  北纬–", "–E  –N"},
	} {
		if got := DMS(c.p).In(words.Zh); got != c.zh {
			t.Errorf("%v is %q, want %q", c.p, got, c.zh)
		}
		if got := DMS(c.p).In(words.En); got != c.en {
			t.Errorf("%v is %q, want %q", c.p, got, c.en)
		}
	}
}

func TestEdgeText(t *testing.T) {
	for value, want := range map[int64]string{
		120 * perDegree: "120°", 120*perDegree + 6*6000: "120°06′", 120*perDegree + 1500: "120°00′15″", 50: "0°00′00.50″",
	} {
		if got := edgeText(value, "map.edge.east", "map.edge.west", words.Zh); got != want {
			t.Errorf("%d: %q, want %q", value, got, want)
		}
	}
}
