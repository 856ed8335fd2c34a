package basemap

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/carto"
	"zhenjie/geo/crs"
)

func kind(err error) words.ID {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return bad.Kind
	}
	return ""
}

// written puts a picture and a world file into a folder.
func written(t testing.TB, name string, picture []byte, worldName, world string) string {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, picture, 0o666); err != nil {
		t.Fatal(err)
	}
	if worldName != "" {
		if err := os.WriteFile(filepath.Join(dir, worldName), []byte(world), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// spotted is a white picture with a dark spot of 5 × 5 pixels.
func spotted(w, h, x, y int) []byte {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	for dy := -2; dy <= 2; dy++ {
		for dx := -2; dx <= 2; dx++ {
			img.SetGray(x+dx, y+dy, color.Gray{0})
		}
	}
	var b bytes.Buffer
	_ = png.Encode(&b, img)
	return b.Bytes()
}

// placing is a world file with pixels of some metres, turned by an angle, whose
// pixel x, y has its middle at a point.
func placing(size, turn float64, x, y int, at geo.Point) string {
	sin, cos := math.Sincos(turn)
	a, d, b, e := size*cos, -size*sin, -size*sin, -size*cos
	return fmt.Sprintf("%.12f\r\n%.12f\r\n%.12f\r\n%.12f\r\n%.9f\r\n%.9f\r\n", a, d, b, e,
		at[0]-a*float64(x)-b*float64(y), at[1]-d*float64(x)-e*float64(y))
}

func somePicture(t testing.TB, s crs.System) *Picture {
	t.Helper()
	f, err := LookAt(written(t, "a.png", spotted(600, 500, 300, 250), "a.pgw", placing(2, 0.3, 300, 250, s.FromDegrees(town))))
	if err != nil {
		t.Fatal(err)
	}
	p, err := f.Open(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestAPictureLiesWhereItsWorldFileSays, within a pixel, in metres of a zone
// and of Web Mercator and in degrees, straight and turned.
// Reference for the place: package crs, which is tested against PROJ.
func TestAPictureLiesWhereItsWorldFileSays(t *testing.T) {
	mercator, _ := crs.ByEPSG(crs.Mercator)
	degrees, _ := crs.ByEPSG(crs.Degrees4490)
	named, _ := crs.Zoned(crs.DatumCGCS2000, 3, 120, true)
	for name, c := range map[string]struct {
		system      crs.System
		pixel, turn float64
	}{
		"zone": {crs.Zone3(120), 2, 0}, "zone, turned": {crs.Zone3(120), 2, 0.7}, "zone with its number": {named, 2, 0},
		"mercator": {mercator, 2, 0}, "degrees": {degrees, 2e-5, 0},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := LookAt(written(t, "图.PNG", spotted(2000, 1600, 700, 900), "图.PGW", placing(c.pixel, c.turn, 700, 900, c.system.FromDegrees(town))))
			if err != nil {
				t.Fatal(err)
			}
			p, err := f.Open(t.Context(), c.system)
			if err != nil {
				t.Fatal(err)
			}
			if !p.Bound().Contains(town) {
				t.Errorf("%v does not hold the spot", p.Bound())
			}
			for _, level := range []float64{16, 17.4} {
				v := viewAt(town, level)
				x, y := centre(t, pictured(t, ground(p), v))
				wantX, wantY := v.Pixel(carto.ToWorld(town))
				if math.Hypot(x-wantX, y-wantY) > 1 {
					t.Errorf("level %g: seen %.2f, %.2f pixels off", level, x-wantX, y-wantY)
				}
			}
			if got := pictured(t, ground(p), viewAt(geo.Point{town[0] + 1, town[1]}, 14))(100, 100); got.B != paper.B {
				t.Errorf("beside the picture the ground is %v, not paper", got)
			}
		})
	}
}

// TestWorldFile: the example of the Wikipedia article "World file", whose
// picture of 800 × 400 pixels of 32 m has its upper left pixel at 691200,
// 4576000.
func TestWorldFile(t *testing.T) {
	w, err := ParseWorldFile([]byte("\ufeff32.0\n0.0\n0.0\n-32.0\n691200.0\n4576000.0\n"))
	if err != nil {
		t.Fatal(err)
	}
	if p := w.Place(0.5, 0.5); p != (geo.Point{691200, 4576000}) {
		t.Errorf("the first pixel's middle lies at %v", p)
	}
	if b := w.Bound(800, 400); b.Min != (geo.Point{691184, 4576016 - 32*400}) || b.Max != (geo.Point{691184 + 32*800, 4576016}) {
		t.Errorf("box %v", b)
	}
}

func TestWorldFilesThatPlaceNothingAreRefused(t *testing.T) {
	for text, want := range map[string]words.ID{
		"":                          "layers.world_count",
		"1 0 0 -1 5":                "layers.world_count",
		"1 0 0 -1 5 6 7":            "layers.world_count",
		"1 0 0 -1 5 north":          "layers.world_number",
		"1 0 0 -1 NaN 6":            "layers.world_number",
		"1 0 0 -1 1e300 6":          "layers.world_number",
		"1,0 0 0 -1 5 6":            "layers.world_number",
		"0 0 0 0 5 6":               "layers.world_flat",
		"1 2 2 4 5 6":               "layers.world_flat",
		strings.Repeat("1 ", 50000): "layers.world_size",
	} {
		if _, err := ParseWorldFile([]byte(text)); kind(err) != want {
			t.Errorf("%.20q: %v, want %s", text, err, want)
		}
	}
}

func TestWorldFilesAreFoundByTheirNames(t *testing.T) {
	for picture, world := range map[string]string{
		"a.png": "a.pgw", "b.PNG": "b.PGw", "c.jpg": "c.jgw", "d.jpeg": "d.jgw", "e.jpeg": "e.jpegw", "f.png": "f.pngw", "g.jpg": "g.wld",
	} {
		path := written(t, picture, nil, world, "")
		if got := FindWorldFile(path); filepath.Base(got) != world {
			t.Errorf("%s: %q, want %s", picture, got, world)
		}
	}
	if got := FindWorldFile(written(t, "a.png", nil, "a.jgw", "")); got != "" {
		t.Errorf("a.png has %q for its world file", got)
	}
}

// hugePNG is the head of a picture of some size, and no more.
func hugePNG(w, h uint32) []byte {
	b := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
	b = binary.BigEndian.AppendUint32(b, w)
	b = binary.BigEndian.AppendUint32(b, h)
	b = append(b, 8, 6, 0, 0, 0)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[12:]))
}

func TestPicturesThatCannotBeShownAreRefused(t *testing.T) {
	good := placing(2, 0, 0, 0, geo.Point{500000, 3354000})
	whole := spotted(64, 64, 30, 30)
	for name, c := range map[string]struct {
		picture []byte
		world   string
		want    words.ID
	}{
		"no world file":   {whole, "", "layers.no_world"},
		"a bad one":       {whole, "1 2 3", "layers.world_count"},
		"nothing":         {nil, good, "layers.picture_unreadable"},
		"a text":          {[]byte("GIF89a and so on"), good, "layers.picture_unreadable"},
		"a bomb":          {hugePNG(50_000, 50_000), good, "layers.picture_size"},
		"a long line":     {hugePNG(1<<30, 1), good, "layers.picture_size"},
		"cut short":       {whole[:len(whole)-30], good, "layers.picture_unreadable"},
		"a head alone":    {hugePNG(500, 500), good, "layers.picture_unreadable"},
		"off the globe":   {whole, placing(1e5, 0, 0, 0, geo.Point{500000, 9e9}), "layers.off_globe"},
		"another's datum": {whole, good, "crs.unusable_datum"},
	} {
		worldName := "a.pgw"
		if c.world == "" {
			worldName = ""
		}
		path := written(t, "a.png", c.picture, worldName, c.world)
		system := crs.Zone3(120)
		if name == "another's datum" {
			system, _ = crs.ByEPSG(2349)
		}
		f, err := LookAt(path)
		if err == nil {
			_, err = f.Open(t.Context(), system)
		}
		if kind(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		} else if said := words.Explain(err).In(words.Zh); !strings.Contains(said, filepath.Dir(path)) {
			t.Errorf("%s: %q names no file", name, said)
		}
	}
}

func TestTheOpeningOfAPictureCanBeStopped(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 900, 900))
	var b bytes.Buffer
	_ = jpeg.Encode(&b, img, nil)
	f, err := LookAt(written(t, "a.jpg", b.Bytes(), "a.jgw", placing(2, 0, 0, 0, geo.Point{500000, 3354000})))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := f.Open(ctx, crs.Zone3(120)); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestSystemsOfAWorldFileAreGuessed(t *testing.T) {
	box := func(s crs.System) geo.Bound {
		p := s.FromDegrees(town)
		return geo.Bound{Min: geo.Point{p[0] - 1000, p[1] - 800}, Max: geo.Point{p[0] + 1000, p[1] + 800}}
	}
	mercator, _ := crs.ByEPSG(crs.Mercator)
	named, _ := crs.Zoned(crs.DatumCGCS2000, 3, 120, true)
	for _, s := range []crs.System{crs.Zone3(120), named, mercator} {
		got := Systems(box(s), town, true)
		if len(got) == 0 || got[0] != s {
			t.Errorf("%v: guessed %v", s, got)
		}
	}
	if got := Systems(geo.Bound{Min: geo.Point{120.1, 30.2}, Max: geo.Point{120.2, 30.3}}, geo.Point{}, false); len(got) != 1 || got[0].EPSG != crs.Degrees4490 {
		t.Errorf("degrees: guessed %v", got)
	}
	// A number of the zone in front of the easting leaves little doubt.
	if got := Systems(box(named), geo.Point{}, false); len(got) != 1 {
		t.Errorf("with a zone number: guessed %v", got)
	}
	// Without one, many zones would do, and somebody has to be asked.
	if got := Systems(box(crs.Zone3(120)), geo.Point{}, false); len(got) < 10 {
		t.Errorf("without a zone number: guessed %v", got)
	}
	if got := Systems(geo.Bound{Min: geo.Point{-5e6, -5e6}, Max: geo.Point{-4e6, -4e6}}, town, true); len(got) != 0 {
		t.Errorf("on no map of China: guessed %v", got)
	}
}

// FuzzWorldFile: what is accepted places points and finds them again.
func FuzzWorldFile(f *testing.F) {
	f.Add([]byte("32.0\n0.0\n0.0\n-32.0\n691200.0\n4576000.0\n"))
	f.Add([]byte("1e-9 0 0 -1e-9 120 30"))
	f.Add([]byte("1 0.5 -0.5 1 0 0 "))
	f.Add([]byte("0x1p-3 0 0 -1_0 inf 1e999"))
	f.Fuzz(func(t *testing.T, data []byte) {
		w, err := ParseWorldFile(data)
		if err != nil {
			if kind(err) == "" {
				t.Errorf("no sentence: %v", err)
			}
			return
		}
		b := w.Bound(100, 80)
		if math.IsNaN(b.Min[0]) || math.IsNaN(b.Max[1]) || b.Min[0] > b.Max[0] {
			t.Errorf("box %v", b)
		}
	})
}
