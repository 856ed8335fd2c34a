package desktop

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	fynestorage "fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"zhenjie/app/cli"
	"zhenjie/app/desktop/look/looktest"
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/sample"
	"zhenjie/assets/words"
	"zhenjie/planning/check"
	"zhenjie/planning/edit"
	"zhenjie/storage"
)

// hall is a window without a screen; its UI thread is the test's goroutine,
// which shows what is posted when it settles.
type hall struct {
	*window
	t     *testing.T
	queue chan func()
}

func opened(t *testing.T, o cli.Opening) *hall {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("AppData", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	h := &hall{t: t, queue: make(chan func(), 100)}
	h.window = newWindow(looktest.Separate(), func(f func()) { h.queue <- f })
	h.dialogs = &asked{}
	h.build()
	h.win.Resize(fyne.NewSize(1280, 800))
	t.Cleanup(func() { h.close() })
	h.open(o)
	return h
}

// settle shows what is posted until a condition holds.
func (h *hall) settle(what string, until func() bool) {
	h.t.Helper()
	for !until() {
		select {
		case f := <-h.queue:
			f()
		case <-time.After(2 * time.Minute):
			h.t.Fatalf("waited in vain: %s", what)
		}
	}
}

func (h *hall) settleProject() {
	h.t.Helper()
	h.settle("a project", func() bool { return h.ws != nil || h.notice.Visible() })
	if h.ws == nil {
		h.t.Fatalf("no project: %s", h.said())
	}
}

// drain shows what is posted for a while: to see that nothing comes.
func (h *hall) drain(d time.Duration) {
	for end := time.After(d); ; {
		select {
		case f := <-h.queue:
			f()
		case <-end:
			return
		}
	}
}

// said is what the notice bar says, "" when it is hidden.
func (h *hall) said() string {
	if !h.notice.Visible() {
		return ""
	}
	return texts(h.notice)
}

// asked are file dialogs answered at once with a path, or not at all.
type asked struct{ open, save string }

func (a *asked) openPath(_ words.ID, _ []string, then func(string)) { answer(a.open, then) }
func (a *asked) openPaths(_ words.ID, then func([]string)) {
	answer(a.open, func(path string) { then([]string{path}) })
}
func (a *asked) savePath(_ words.ID, _ string, then func(string)) { answer(a.save, then) }

func answer(path string, then func(string)) {
	if path != "" {
		then(path)
	}
}

func write(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheSampleTownOpens(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	s := h.ws.State()
	if !check.Holds(s.Findings) {
		t.Errorf("the sample town does not hold: %v", s.Findings)
	}
	if title := h.win.Title(); !strings.Contains(title, s.Plan.Identity.Name) || !strings.Contains(title, "镇界") {
		t.Errorf("title %q", title)
	}
	if recent := h.prefs.recent(); len(recent) != 1 || recent[0] != s.Path {
		t.Errorf("recent files: %v", recent)
	}
	// Opened once more it is the same project, not a new one.
	h.do(edit.SetText{Field: edit.TownName, To: "改过的名字"})
	h.close()
	h.showStart()
	h.openSample()
	h.settleProject()
	if got := h.ws.State().Plan.Identity.Name; got != "改过的名字" {
		t.Errorf("the sample town forgot its change: %q", got)
	}
}

func TestAStepIsInTheFileBeforeTheScreenShowsIt(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	if err := h.do(edit.SetText{Field: edit.SubField, To: "白茶"}); err != nil {
		t.Fatal(err)
	}
	path, want := h.ws.State().Path, h.ws.State().Plan
	h.close()
	got, err := storage.Read(path)
	if err != nil || !got.Equal(want) || got.Positioning.SubField != "白茶" {
		t.Errorf("in the file: %v, %v", got.Positioning, err)
	}
}

func TestUndoAndRedo(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	before := h.ws.State().Plan
	h.do(edit.SetText{Field: edit.SubField, To: "白茶"})
	after := h.ws.State().Plan
	h.undo()
	if !h.ws.State().Plan.Equal(before) {
		t.Error("undo did not bring the plan back")
	}
	h.redo()
	if !h.ws.State().Plan.Equal(after) {
		t.Error("redo did not do the step again")
	}
	h.goTo(0)
	if !h.ws.State().Plan.Equal(before) {
		t.Error("the history did not lead back")
	}
}

// TestUndoBelongsToTheFieldFirst: while something is typed that is no step
// yet, undo takes back the typing and not the last step.
func TestUndoBelongsToTheFieldFirst(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	h.do(edit.SetText{Field: edit.SubField, To: "白茶"})
	step := h.ws.State().Current
	field := widgets.NewEntry()
	h.body.Objects = append(h.body.Objects, field)
	h.body.Refresh()
	h.win.Canvas().Focus(field)
	test.Type(field, "x")
	h.undo()
	if h.ws.State().Current != step {
		t.Error("undo took a step back while something was being typed")
	}
	if field.Text != "" {
		t.Errorf("the field still holds %q", field.Text)
	}
	h.undo()
	if h.ws.State().Current != step-1 {
		t.Error("with nothing typed, undo did not take the step back")
	}
}

func TestABoundaryFileMakesAProjectBesideIt(t *testing.T) {
	path := write(t, "四至.geojson", sample.Extent)
	h := opened(t, cli.Opening{File: path})
	h.settleProject()
	s := h.ws.State()
	if want := filepath.Join(filepath.Dir(path), "四至.gpkg"); s.Path != want {
		t.Errorf("the project is %s, want %s", s.Path, want)
	}
	if s.Plan.Extent.IsEmpty() || !s.Plan.Core.IsEmpty() {
		t.Errorf("extent of %d vertices, core of %d", s.Plan.Extent.Vertices(), s.Plan.Core.Vertices())
	}
	// A second file goes into the project that is open, as one step.
	core := write(t, "核心区.geojson", sample.Core)
	h.dropped(fyne.NewPos(1, 1), []fyne.URI{fynestorage.NewFileURI(core)})
	h.settle("the question", func() bool { return h.win.Canvas().Overlays().Top() != nil }) // a core alone may be meant otherwise
	test.Tap(button(h.win.Canvas().Overlays().Top(), h.say("window.take")))
	h.settle("the core", func() bool { return !h.ws.State().Plan.Core.IsEmpty() })
	if s := h.ws.State(); s.Plan.Extent.IsEmpty() || s.Current != 1 {
		t.Errorf("at step %d, extent of %d vertices", s.Current, s.Plan.Extent.Vertices())
	}
}

// two polygons whose names say nothing: only a person knows.
const unclear = `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"甲"},"geometry":{"type":"Polygon","coordinates":[[[120.11,30.31],[120.12,30.31],[120.12,30.32],[120.11,30.32],[120.11,30.31]]]}},
{"type":"Feature","properties":{"name":"乙"},"geometry":{"type":"Polygon","coordinates":[[[120.1,30.3],[120.13,30.3],[120.13,30.33],[120.1,30.33],[120.1,30.3]]]}}]}`

func TestSeveralPolygonsAreAskedAbout(t *testing.T) {
	h := opened(t, cli.Opening{File: write(t, "两个面.geojson", []byte(unclear))})
	h.settle("the question", func() bool { return h.win.Canvas().Overlays().Top() != nil })
	if h.ws != nil {
		t.Fatal("a project was made before the question was answered")
	}
	take := button(h.win.Canvas().Overlays().Top(), h.say("window.take"))
	if take == nil {
		t.Fatal("the question cannot be answered")
	}
	test.Tap(take)
	h.settleProject()
	s := h.ws.State()
	extent, core := s.Facts.Extent.Areas.Survey.Km2(), s.Facts.Core.Areas.Survey.Km2()
	// 0.03° and 0.01° at 30.3°N: 2.88 × 3.33 km and 0.96 × 1.11 km.
	if extent < 9.4 || extent > 9.8 || core < 1.04 || core > 1.09 {
		t.Errorf("the guess took %.2f km² for the extent and %.2f km² for the core", extent, core)
	}
	if h.win.Canvas().Overlays().Top() != nil {
		t.Error("the question is still there")
	}
}

func TestABadFileIsSaidAndNothingLost(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	before := h.ws.State()
	for name, content := range map[string]string{
		"坏.geojson": `{"type":"Polygon","coordinates":[[[1,2],[3`,
		"空.geojson": ``,
		"点.geojson": `{"type":"Point","coordinates":[1,2]}`,
		"坏.gpkg":    "SQLite format 3\x00 and then nothing",
	} {
		h.notice.Hide()
		h.openFile(write(t, name, []byte(content)))
		h.settle("the sentence about "+name, func() bool { return h.said() != "" })
		if said := h.said(); !strings.Contains(said, name) {
			t.Errorf("%s: said %q", name, said)
		}
		if h.ws == nil || !h.ws.State().Plan.Equal(before.Plan) || h.ws.State().Path != before.Path {
			t.Fatalf("%s: the open project is gone", name)
		}
	}
}

func TestADamagedProjectCanBeSalvaged(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	path, want := h.ws.State().Path, h.ws.State().Plan
	h.do(edit.SetText{Field: edit.Customers, To: "MARK"})
	h.close()
	h.showStart()
	damage(t, path, "MARK")
	h.openProject(path)
	h.settle("the offer", func() bool { return h.said() != "" })
	offer := button(h.win.Content(), h.say("window.salvage"))
	if offer == nil {
		t.Fatalf("no offer, only %q", h.said())
	}
	test.Tap(offer)
	h.settleProject()
	// The newest positioning is spoilt, the one before it is whole.
	got := h.ws.State()
	if got.Path == path || !got.Plan.Equal(want) {
		t.Errorf("salvaged into %s; differs in %v", got.Path, got.Plan.Changed(want))
	}
}

// damage spoils a text wherever it stands in a project file: the checksum of
// the value that holds it is wrong then.
func damage(t *testing.T, path, text string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	spoilt := bytes.ReplaceAll(data, []byte(text), bytes.Repeat([]byte("x"), len(text)))
	if bytes.Equal(spoilt, data) {
		t.Fatalf("%s does not hold %q", path, text)
	}
	if err := os.WriteFile(path, spoilt, 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestAnotherLanguageAndLookKeepTheProject(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	path := h.ws.State().Path
	h.project.showPageOf("checks")
	h.setLang(words.En)
	h.setMode("dark")
	if h.ws == nil || h.ws.State().Path != path {
		t.Fatal("the project is gone")
	}
	if h.project.pages[h.project.at].ID() != "checks" {
		t.Error("the page was left")
	}
	if title := h.win.Title(); !strings.Contains(title, "Zhenjie") {
		t.Errorf("title %q", title)
	}
	if label := h.win.MainMenu().Items[0].Label; label != "File" {
		t.Errorf("menu %q", label)
	}
}

func TestSaveAsGoesOnWithTheCopy(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	h.do(edit.SetText{Field: edit.SubField, To: "白茶"})
	original, want := h.ws.State().Path, h.ws.State()
	to := filepath.Join(t.TempDir(), "副本.gpkg")
	h.dialogs = &asked{save: to}
	h.askSaveAs()
	h.settle("the copy", func() bool { return h.ws.State().Path == to })
	s := h.ws.State()
	if !s.Plan.Equal(want.Plan) || len(s.Steps) != len(want.Steps) {
		t.Errorf("the copy has %d steps, want %d", len(s.Steps), len(want.Steps))
	}
	h.do(edit.SetText{Field: edit.SubField, To: "黄茶"})
	if p, err := storage.Read(original); err != nil || p.Positioning.SubField != "白茶" {
		t.Errorf("the original changed with the copy: %q, %v", p.Positioning.SubField, err)
	}
}

func TestANewProjectIsEmptyAndAsked(t *testing.T) {
	h := opened(t, cli.Opening{})
	to := filepath.Join(t.TempDir(), "新.gpkg")
	h.dialogs = &asked{save: to}
	h.askNew()
	h.settleProject()
	s := h.ws.State()
	if s.Path != to || !s.Plan.Equal(workspace.State{}.Plan) {
		t.Errorf("%s holds a plan", s.Path)
	}
	if check.Count(s.Findings, check.Pass) != 0 {
		t.Error("an empty plan passes rules")
	}
}

func TestAProjectOpenElsewhereIsSaid(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	path := h.ws.State().Path
	other := opened(t, cli.Opening{})
	other.openProject(path)
	other.settle("the sentence", func() bool { return other.said() != "" })
	if other.ws != nil || !strings.Contains(other.said(), words.Say("storage.in_use").In(words.Zh)) {
		t.Errorf("said %q", other.said())
	}
}

func TestStoppingLeavesEverythingAsItWas(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	before := h.ws.State()
	h.busy.wait = time.Millisecond // the fastest machine takes longer to read it
	h.importFile(large(t), "")
	h.settle("the bar", func() bool { return !h.busy.box.Hidden })
	test.Tap(button(h.busy.box, h.say("window.stop")))
	if !h.busy.box.Hidden {
		t.Error("the bar stays")
	}
	h.drain(2 * time.Second) // the answer of the stopped work is posted all the same
	if !h.ws.State().Plan.Equal(before.Plan) || h.said() != "" {
		t.Errorf("the plan changed, or %q was said", h.said())
	}
}

// large writes a boundary that takes a while to read.
func large(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(`{"type":"Polygon","coordinates":[[`)
	const n = 2_000_000
	for i := range n {
		fmt.Fprintf(&b, "[%.7f,30.3],", 120+float64(i)*1e-7)
	}
	b.WriteString(`[120.1,30.4],[120,30.3]]]}`)
	return write(t, "大.geojson", []byte(b.String()))
}
