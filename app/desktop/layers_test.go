package desktop

import (
	"bytes"
	"database/sql"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"fyne.io/fyne/v2"
	fynestorage "fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	_ "modernc.org/sqlite" // makes the files

	"zhenjie/app/cli"
	"zhenjie/app/desktop/widgets"
	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// green is the colour of every base map of these tests.
var green = color.RGBA{20, 180, 40, 255}

func greenPNG(w, h int) []byte {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		img.SetRGBA(i%w, i/w, green)
	}
	var b bytes.Buffer
	_ = png.Encode(&b, img)
	return b.Bytes()
}

// greenTiles makes an MBTiles file of the whole world at levels 0 to 2, of
// which all deeper ones are made.
func greenTiles(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "底图.mbtiles")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`CREATE TABLE metadata (name TEXT, value TEXT);
		CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);
		INSERT INTO metadata VALUES ('attribution', '某院')`); err != nil {
		t.Fatal(err)
	}
	tile := greenPNG(256, 256)
	for z := range 3 {
		for i := range 1 << (2 * z) {
			if _, err := db.Exec(`INSERT INTO tiles VALUES (?, ?, ?, ?)`, z, i>>z, i&(1<<z-1), tile); err != nil {
				t.Fatal(err)
			}
		}
	}
	return path
}

// greenPicture makes a picture with a world file round the sample town, in its
// zone without a zone number.
func greenPicture(t *testing.T) string {
	t.Helper()
	path := write(t, "影像.png", greenPNG(300, 300))
	at := crs.Zone3(120).FromDegrees(geo.Point{120.115, 30.308})
	world := fmt.Sprintf("30\n0\n0\n-30\n%f\n%f\n", at[0]-150*30, at[1]+150*30)
	if err := os.WriteFile(strings.TrimSuffix(path, ".png")+".pgw", []byte(world), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// greenShare is how much of the window is of the base map's colour.
func (h *hall) greenShare() float64 {
	img, n := h.win.Canvas().Capture(), 0
	for y := 0; y < img.Bounds().Dy(); y += 3 {
		for x := 0; x < img.Bounds().Dx(); x += 3 {
			if r, g, b, _ := img.At(x, y).RGBA(); byte(r>>8) == green.R && byte(g>>8) == green.G && byte(b>>8) == green.B {
				n++
			}
		}
	}
	return float64(n) / float64(img.Bounds().Dx()*img.Bounds().Dy()/9)
}

func (h *hall) settleGround() {
	h.t.Helper()
	h.settle("the base map", func() bool { return h.greenShare() > 0.05 })
}

func sampled(t *testing.T) *hall {
	h := opened(t, cli.Opening{Sample: true})
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("LocalAppData", t.TempDir())
	h.settleProject()
	return h
}

func TestADroppedBaseMapIsShownAndRemembered(t *testing.T) {
	h := sampled(t)
	if h.greenShare() > 0 {
		t.Fatal("the map is green without a base map")
	}
	path := greenTiles(t)
	plan := h.ws.State().Plan
	h.dropped(fyne.NewPos(1, 1), []fyne.URI{fynestorage.NewFileURI(path)})
	h.settleGround()
	if !h.ws.State().Plan.Equal(plan) {
		t.Error("a base map changed the plan")
	}
	// Dropped once more it is no second one.
	h.openFile(path)
	h.settle("the base map again", func() bool { return h.project.layers.maps[0].is != nil })
	if n := len(h.project.layers.maps); n != 1 {
		t.Errorf("%d base maps", n)
	}
	h.close()
	h.showStart()
	h.openSample()
	h.settleProject()
	h.settleGround()
	h.setMode("dark")
	h.settleGround()
}

func TestABaseMapCanBeHiddenFadedAndRemoved(t *testing.T) {
	h := sampled(t)
	h.openFile(greenTiles(t))
	h.settleGround()
	l := h.project.layers
	seen := func() bool { return h.greenShare() > 0.05 }
	gone := func() bool { return h.greenShare() == 0 }
	for _, c := range []struct {
		what string
		do   func()
		want func() bool
	}{
		{"hidden", func() { l.hide(0, true) }, gone},
		{"shown", func() { l.hide(0, false) }, seen},
		{"faded", func() { l.setOpacity(0, 0.3) }, gone},
		{"whole", func() { l.setOpacity(0, 1) }, seen},
		{"removed", func() { l.remove(0) }, gone},
	} {
		c.do()
		h.settle(c.what, c.want)
	}
	h.close()
	h.showStart()
	h.openSample()
	h.settleProject()
	if n := len(h.project.layers.maps); n != 0 {
		t.Errorf("%d base maps after the removal", n)
	}
}

func TestTheOrderOfBaseMapsCanBeChanged(t *testing.T) {
	h := sampled(t)
	l := h.project.layers
	a, b := greenTiles(t), greenTiles(t)
	h.openFile(a)
	h.openFile(b)
	h.settle("both", func() bool { return len(l.maps) == 2 && l.maps[0].is != nil && l.maps[1].is != nil })
	lower := l.maps[0]
	l.raise(0, 1)
	if l.kept.Maps[1].Path != a || l.maps[1] != lower {
		t.Error("the lower one did not go up")
	}
	l.raise(1, 1)
	l.raise(0, -1)
	if l.kept.Maps[1].Path != a {
		t.Error("beyond the ends there is another order")
	}
	if k := loadLayers(h.prefs.store); len(k.Maps) != 2 || k.Maps[0].Path != b {
		t.Errorf("remembered as %v", k.Maps)
	}
}

func TestAMissingBaseMapIsSaidAndLeftOut(t *testing.T) {
	h := sampled(t)
	path := greenTiles(t)
	h.openFile(path)
	h.settleGround()
	h.close()
	h.showStart()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	h.openSample()
	h.settleProject()
	h.settle("the sentence", func() bool { return strings.Contains(h.said(), filepath.Base(path)) })
	if h.greenShare() > 0 {
		t.Error("it is shown all the same")
	}
	l := h.project.layers
	l.panel.toggle()
	if said := texts(l.panel.rows); !strings.Contains(said, "找不到") {
		t.Errorf("the panel says %q", said)
	}
}

func TestFilesThatAreNoBaseMapAreSaid(t *testing.T) {
	h := sampled(t)
	for name, content := range map[string][]byte{"坏.mbtiles": []byte("nothing"), "无.png": greenPNG(9, 9), "坏.jpg": nil} {
		h.notice.Hide()
		h.openFile(write(t, name, content))
		h.settle("the sentence about "+name, func() bool { return strings.Contains(h.said(), name) })
	}
	h.close()
	h.showStart()
	h.notice.Hide()
	h.openFile(greenTiles(t))
	if !strings.Contains(h.said(), "新建项目") {
		t.Errorf("without a project: %q", h.said())
	}
}

// TestAPicturesSystemIsAskedAndGuessed: an easting without a zone number could
// be in any zone; the one the town lies in is offered first.
func TestAPicturesSystemIsAskedAndGuessed(t *testing.T) {
	h := sampled(t)
	h.openFile(greenPicture(t))
	h.settle("the question", func() bool { return h.win.Canvas().Overlays().Top() != nil })
	top := h.win.Canvas().Overlays().Top()
	for _, o := range test.LaidOutObjects(top) {
		if c, ok := o.(*widgets.Choice); ok && c.Chosen() != "EPSG:4549" {
			t.Errorf("%s is offered first, want EPSG:4549", c.Chosen())
		}
	}
	test.Tap(button(top, h.say("layers.add")))
	h.settleGround()
	h.close()
	h.showStart()
	h.openSample()
	h.settleProject()
	h.settleGround() // and not asked again
}

// TestNothingIsFetchedBeforeAServerIsAdded, and nothing once it is hidden; the
// key is asked for and sent.
func TestNothingIsFetchedBeforeAServerIsAdded(t *testing.T) {
	h := sampled(t)
	var asked atomic.Int64
	var key atomic.Value
	tile := greenPNG(256, 256)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		key.Store(r.URL.Query().Get("k"))
		_, _ = w.Write(tile)
	}))
	t.Cleanup(server.Close)
	l := h.project.layers
	l.panel.toggle()
	test.Tap(button(h.win.Canvas().Overlays().Top(), h.say("layers.add_server")))
	top := h.win.Canvas().Overlays().Top()
	var choice *widgets.Choice
	var fields []*widgets.Entry
	for _, o := range test.LaidOutObjects(top) {
		switch o := o.(type) {
		case *widgets.Choice:
			choice = o
		case *widgets.Entry:
			fields = append(fields, o)
		}
	}
	add := button(top, h.say("layers.add"))
	test.Tap(add)
	if !strings.Contains(texts(top), h.say("layers.template_key")) {
		t.Errorf("without a key: %q", texts(top))
	}
	choice.SetSelected(h.say("layers.preset.other"))
	fields[0].SetText("nonsense")
	test.Tap(add)
	if !strings.Contains(texts(top), "{z}") || len(l.maps) != 0 {
		t.Errorf("an address of nonsense: %q", texts(top))
	}
	fields[0].SetText(server.URL + "/{z}/{x}/{y}?k={key}")
	fields[1].SetText("my own")
	if asked.Load() != 0 {
		t.Fatal("the server was asked before it was added")
	}
	test.Tap(add)
	h.settleGround()
	if asked.Load() == 0 || key.Load() != "my own" {
		t.Errorf("asked %d times with the key %v", asked.Load(), key.Load())
	}
	l.hide(0, true)
	h.settle("nothing of it", func() bool { return h.greenShare() == 0 })
	before := asked.Load()
	h.project.view.ZoomOut()
	h.win.Canvas().Capture()
	if asked.Load() != before {
		t.Error("a hidden server was asked")
	}
}

func TestTheOutlinesCanBeHiddenAndColoured(t *testing.T) {
	h := sampled(t)
	l := h.project.layers
	l.panel.toggle()
	capture := func() *image.NRGBA { return h.win.Canvas().Capture().(*image.NRGBA) }
	usual := capture()
	l.setArea(0, func(k *keptArea) { k.Hidden = true })
	hidden := capture()
	l.setArea(0, func(k *keptArea) { k.Hidden, k.Colour = false, 3 })
	red := capture()
	l.setArea(0, func(k *keptArea) { k.Colour = 0 })
	if bytes.Equal(usual.Pix, hidden.Pix) || bytes.Equal(hidden.Pix, red.Pix) || bytes.Equal(usual.Pix, red.Pix) {
		t.Error("the extent looks the same hidden, red and as usual")
	}
	if !bytes.Equal(capture().Pix, usual.Pix) {
		t.Error("set back, the window is not what it was")
	}
	l.setArea(1, func(k *keptArea) { k.Faint = 0.5 })
	if k := loadLayers(h.prefs.store); k.Areas["core"].Faint != 0.5 {
		t.Errorf("remembered as %v", k.Areas)
	}
}

func TestSpoiltSettingsAreAsIfThereWereNone(t *testing.T) {
	a := test.NewApp()
	t.Cleanup(a.Quit)
	for _, text := range []string{"", "{", `{"maps":3}`, `[]`, `{"areas":null}`} {
		a.Preferences().SetString(keyLayers, text)
		if k := loadLayers(a.Preferences()); len(k.Maps) != 0 || k.Areas == nil {
			t.Errorf("%s: %v", text, k)
		}
	}
	a.Preferences().SetString(keyLayers, `{"maps":[`+strings.Repeat(`{"path":"a"},`, 500)+`{}]}`)
	if k := loadLayers(a.Preferences()); len(k.Maps) != mostMaps {
		t.Errorf("%d base maps", len(k.Maps))
	}
}
