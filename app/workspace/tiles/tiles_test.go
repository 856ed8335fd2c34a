package tiles

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

func picture(c color.Color) []byte {
	img := image.NewRGBA(image.Rect(0, 0, 256, 256))
	for i := range 256 * 256 {
		img.Set(i%256, i/256, c)
	}
	var b bytes.Buffer
	_ = png.Encode(&b, img)
	return b.Bytes()
}

var red = picture(color.RGBA{200, 0, 0, 255})

// host is a server on this computer that counts what it is asked.
type host struct {
	*httptest.Server
	mu      sync.Mutex
	asked   []string
	agents  map[string]bool
	serving int // at this moment
	most    int // at once
	answer  func(w http.ResponseWriter, r *http.Request)
}

func newHost(t *testing.T) *host {
	h := &host{agents: map[string]bool{}}
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.mu.Lock()
		h.asked = append(h.asked, r.URL.RequestURI())
		h.agents[r.UserAgent()] = true
		h.serving++
		h.most = max(h.most, h.serving)
		answer := h.answer
		h.mu.Unlock()
		defer func() {
			h.mu.Lock()
			h.serving--
			h.mu.Unlock()
		}()
		if answer != nil {
			answer(w, r)
			return
		}
		_, _ = w.Write(red)
	}))
	t.Cleanup(h.Close)
	return h
}

func (h *host) count() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.asked)
}

func (h *host) answering(f func(http.ResponseWriter, *http.Request)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.answer = f
}

func status(code int) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

// source asks the host without a pause, and looks at a clock of the test's.
func source(t *testing.T, h *host, folder string) (*Source, *time.Time) {
	t.Helper()
	s, err := New(Template{Name: "测试", URL: h.URL + "/{z}/{x}/{y}.png?tk={key}", Key: "SECRET&1"}, folder)
	if err != nil {
		t.Fatal(err)
	}
	s.client = newClient(0)
	now := time.Now()
	s.now = func() time.Time { return now }
	return s, &now
}

func kind(err error) words.ID {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return bad.Kind
	}
	return ""
}

func TestTheAddressOfATile(t *testing.T) {
	for _, c := range []struct{ url, want string }{
		{"https://t{s}.example.com/{z}/{x}/{y}?k={key}", "https://t4.example.com/3/5/6?k=a%26b"},
		{"http://example.com/{z}/{x}/{-y}", "http://example.com/3/5/1"}, // row 6 of 8 from the north is 1 from the south
	} {
		tm := Template{URL: c.url, Key: " a&b ", Servers: "01234567"}
		if err := tm.check(); err != nil {
			t.Fatal(err)
		}
		if got := tm.address(3, 5, 6); strings.ReplaceAll(got, "t3.", "t4.") != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
	for _, p := range Presets {
		tm := p.Template
		if err := tm.check(); kind(err) != "layers.template_key" {
			t.Errorf("%s without a key: %v", p.ID, err)
		}
		tm.Key = "k"
		if err := tm.check(); err != nil || !strings.HasPrefix(tm.address(10, 3, 4), "https://t7.tianditu.gov.cn/") {
			t.Errorf("%s: %v, %s", p.ID, err, tm.address(10, 3, 4))
		}
	}
}

func TestTemplatesWithoutAUseAreRefused(t *testing.T) {
	for url, want := range map[string]words.ID{
		"":                                  "layers.template_marks",
		"https://example.com/{z}/{x}":       "layers.template_marks",
		"ftp://example.com/{z}/{x}/{y}":     "layers.template_address",
		"file:///etc/{z}/{x}/{y}":           "layers.template_address",
		"example.com/{z}/{x}/{y}":           "layers.template_address",
		"https:///{z}/{x}/{y}":              "layers.template_address",
		"https://a:b@example.com/{z}{x}{y}": "layers.template_address",
		"https://exa mple.com/{z}/{x}/{y}":  "layers.template_address",
		"https://e.com/{z}/{x}/{y}?{key}":   "layers.template_key",
	} {
		if _, err := New(Template{URL: url}, t.TempDir()); kind(err) != want {
			t.Errorf("%s: %v, want %s", url, err, want)
		}
	}
}

func TestATileIsFetchedOnceAndKept(t *testing.T) {
	h, folder := newHost(t), t.TempDir()
	s, _ := source(t, h, folder)
	if h.count() != 0 {
		t.Fatal("the server was asked before anybody wanted a tile")
	}
	for range 3 {
		img, err := s.Tile(t.Context(), 5, 3, 7)
		if err != nil || img == nil || color.RGBAModel.Convert(img.At(9, 9)).(color.RGBA).R != 200 {
			t.Fatalf("%v, %v", img, err)
		}
	}
	// Another run of the program finds it there.
	again, _ := source(t, h, folder)
	if img, err := again.Tile(t.Context(), 5, 3, 7); img == nil || err != nil {
		t.Errorf("%v, %v", img, err)
	}
	if h.count() != 1 || h.asked[0] != "/5/3/7.png?tk=SECRET%261" {
		t.Errorf("asked %v", h.asked)
	}
	if !h.agents[agent] || len(h.agents) != 1 {
		t.Errorf("as %v", h.agents)
	}
	for _, none := range [][3]int{{-1, 0, 0}, {19, 0, 0}, {2, 4, 0}, {2, 0, -1}} {
		if img, err := s.Tile(t.Context(), none[0], none[1], none[2]); img != nil || err != nil || h.count() != 1 {
			t.Errorf("tile %v: %v, %v", none, img, err)
		}
	}
	_ = filepath.WalkDir(folder, func(path string, _ os.DirEntry, _ error) error {
		if strings.Contains(path, "SECRET") || strings.HasSuffix(path, ".part") {
			t.Errorf("left %s", path)
		}
		return nil
	})
}

func TestOldTilesAreFetchedAnewAndShownIfTheyCannotBe(t *testing.T) {
	h := newHost(t)
	s, now := source(t, h, t.TempDir())
	s.Tile(t.Context(), 5, 3, 7)
	*now = now.Add(fresh + time.Hour)
	if s.Tile(t.Context(), 5, 3, 7); h.count() != 2 {
		t.Errorf("an old tile was not asked for: %d requests", h.count())
	}
	h.answering(status(500))
	*now = now.Add(fresh + time.Hour)
	if img, err := s.Tile(t.Context(), 5, 3, 7); img == nil || err != nil {
		t.Errorf("the old tile is gone: %v", err)
	}
}

// TestAFailingServerIsLeftAlone, for longer each time, and asked again at last.
func TestAFailingServerIsLeftAlone(t *testing.T) {
	for code, want := range map[int]words.ID{403: "layers.server_refuses", 401: "layers.server_refuses", 429: "layers.server_busy", 500: "layers.server_status", 302: "layers.server_status"} {
		h := newHost(t)
		h.answering(status(code))
		s, now := source(t, h, t.TempDir())
		for i := range 50 {
			_, err := s.Tile(t.Context(), 10, i, 7)
			if kind(err) != want {
				t.Fatalf("%d: %v, want %s", code, err, want)
			}
			if said := words.Explain(err).In(words.Zh); !strings.HasPrefix(said, "测试") || strings.Contains(said, "SECRET") {
				t.Errorf("said %q", said)
			}
		}
		if h.count() != 1 {
			t.Errorf("%d: asked %d times", code, h.count())
		}
		*now = now.Add(firstRest + time.Second)
		s.Tile(t.Context(), 10, 1, 7)
		*now = now.Add(firstRest + time.Second)
		if s.Tile(t.Context(), 10, 1, 7); h.count() != 2 {
			t.Errorf("%d: asked %d times, the second rest is no longer than the first", code, h.count())
		}
		h.answering(nil)
		*now = now.Add(longRest)
		if img, err := s.Tile(t.Context(), 10, 1, 7); img == nil || err != nil {
			t.Errorf("%d: %v after the rest", code, err)
		}
	}
}

func TestATileTheServerLacksIsNoFault(t *testing.T) {
	h := newHost(t)
	h.answering(status(404))
	s, _ := source(t, h, t.TempDir())
	for range 3 {
		if img, err := s.Tile(t.Context(), 10, 1, 7); img != nil || err != nil {
			t.Errorf("%v, %v", img, err)
		}
	}
	if h.count() != 1 {
		t.Errorf("asked %d times", h.count())
	}
	if s.Tile(t.Context(), 10, 2, 7); h.count() != 2 {
		t.Error("another tile was not asked for")
	}
}

func TestAnswersThatAreNoTileAreRefused(t *testing.T) {
	for name, body := range map[string][]byte{
		"a page": []byte("<html>log in</html>"), "nothing": {}, "half": red[:len(red)/2], "too much": make([]byte, 5<<20),
	} {
		h, folder := newHost(t), t.TempDir()
		h.answering(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(body) })
		s, _ := source(t, h, folder)
		if img, err := s.Tile(t.Context(), 10, 1, 7); img != nil || kind(err) == "" {
			t.Errorf("%s: %v, %v", name, img, err)
		}
		if kept, _ := s.store.read(10, 1, 7); kept != nil {
			t.Errorf("%s was kept", name)
		}
	}
}

func TestAServerThatIsNotThere(t *testing.T) {
	h := newHost(t)
	s, _ := source(t, h, t.TempDir())
	h.Close()
	_, err := s.Tile(t.Context(), 10, 1, 7)
	if kind(err) != "layers.server_away" || strings.Contains(err.Error(), "SECRET") || strings.Contains(err.Error(), "127.0.0.1") {
		t.Errorf("%v", err)
	}
}

// TestFourAtOnce: of twenty tiles wanted at the same time four are asked for,
// and those nobody waits for any more are not asked for at all.
func TestFourAtOnce(t *testing.T) {
	h, release := newHost(t), make(chan bool)
	h.answering(func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-release:
			_, _ = w.Write(red)
		case <-r.Context().Done():
		}
	})
	s, _ := source(t, h, t.TempDir())
	ctx, leave := context.WithCancel(t.Context())
	var wait sync.WaitGroup
	for i := range 20 {
		wait.Go(func() {
			if _, err := s.Tile(ctx, 10, i, 7); !errors.Is(err, context.Canceled) {
				t.Errorf("%v", err)
			}
		})
	}
	for h.count() < atOnce {
		time.Sleep(time.Millisecond)
	}
	leave()
	wait.Wait()
	if h.count() != atOnce || h.most != atOnce {
		t.Errorf("%d requests, %d at once; want %d", h.count(), h.most, atOnce)
	}
	// Nobody's going away is the server's fault: it is asked at once.
	close(release)
	if img, err := s.Tile(t.Context(), 10, 1, 7); img == nil || err != nil {
		t.Errorf("%v, %v", img, err)
	}
}

func TestTheOldestTilesGo(t *testing.T) {
	s := storeAt(t.TempDir(), "a")
	s.keep.most = int64(10 * len(red))
	start := time.Now().Add(-time.Hour)
	for i := range 10 {
		s.write(5, i, 0, red)
		if err := os.Chtimes(s.path(5, i, 0), start, start.Add(time.Duration(i)*time.Minute)); err != nil {
			t.Fatal(err)
		}
	}
	s.write(5, 20, 0, red)
	for i, want := range []bool{false, false, true, true, true, true, true, true, true, true} {
		if img, _ := s.read(5, i, 0); (img != nil) != want {
			t.Errorf("tile %d kept: %v", i, img != nil)
		}
	}
	if img, _ := s.read(5, 20, 0); img == nil {
		t.Error("the newest is gone")
	}
}

func TestASpoiltTileIsThrownAway(t *testing.T) {
	h := newHost(t)
	s, _ := source(t, h, t.TempDir())
	s.Tile(t.Context(), 5, 3, 7)
	path := s.store.path(5, 3, 7)
	if err := os.WriteFile(path, red[:100], 0o666); err != nil {
		t.Fatal(err)
	}
	if img, err := s.Tile(t.Context(), 5, 3, 7); img == nil || err != nil || h.count() != 2 {
		t.Errorf("%v, %v, asked %d times", img, err, h.count())
	}
}
