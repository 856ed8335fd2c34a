package desktop

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhenjie/app/cli"
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/sample"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/storage"
)

// What is typed belongs to the project it was typed into, and nothing is
// replaced or lost without a question.

// made makes a project file of a town's name and leaves it closed.
func made(t *testing.T, name string) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), name+".gpkg")
	p := planning.Plan{Identity: planning.Identity{Name: name}}
	w, err := workspace.Create(path, words.Say("workspace.created"), p, workspace.Books{})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// later are file dialogs that are answered when the test does so.
type later struct{ then func(string) }

func (l *later) openPath(_ words.ID, _ []string, then func(string)) { l.then = then }
func (l *later) openPaths(_ words.ID, then func([]string)) {
	l.then = func(path string) { then([]string{path}) }
}
func (l *later) savePath(_ words.ID, _ string, then func(string)) { l.then = then }

// first finds the first object of a type below another.
func first[T fyne.CanvasObject](t *testing.T, below fyne.CanvasObject) T {
	t.Helper()
	for _, o := range test.LaidOutObjects(below) {
		if found, ok := o.(T); ok {
			return found
		}
	}
	t.Fatal("no such object")
	panic("unreachable")
}

func (h *hall) question() fyne.CanvasObject { return h.win.Canvas().Overlays().Top() }

func (h *hall) answer(id words.ID) {
	h.t.Helper()
	b := button(h.question(), h.say(id))
	if b == nil {
		h.t.Fatalf("no question that %q answers", h.say(id))
	}
	test.Tap(b)
}

func (h *hall) settleAt(path string) {
	h.t.Helper()
	h.settle(path, func() bool { return h.ws != nil && h.ws.State().Path == path })
}

func TestSaveAsAsksBeforeItReplaces(t *testing.T) {
	for _, c := range []struct {
		answer words.ID
		name   string
	}{{"window.cancel", "乙"}, {"window.replace_it", "龙溪茶镇（示例）"}} {
		h := opened(t, cli.Opening{Sample: true})
		h.settleProject()
		to := made(t, "乙")
		h.dialogs = &asked{save: to}
		h.askSaveAs()
		h.answer(c.answer)
		if c.answer == "window.replace_it" {
			h.settleAt(to)
		}
		h.close()
		if p, err := storage.Read(to); err != nil || p.Identity.Name != c.name {
			t.Errorf("%s: the file holds %q, %v", c.answer, p.Identity.Name, err)
		}
	}
}

func TestAFileDialogAnsweredTooLateDoesNothing(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	l := &later{}
	h.dialogs = l
	h.askSaveAs()
	h.shut()
	l.then(filepath.Join(t.TempDir(), "x.gpkg"))
	if h.ws != nil {
		t.Error("a project is open")
	}
}

func TestWarningsAreToldOfANewProjectToo(t *testing.T) {
	declared := strings.Replace(string(sample.Extent), `"type"`, `"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"type"`, 1)
	h := opened(t, cli.Opening{File: write(t, "a.geojson", []byte(declared))})
	h.settleProject()
	if want := words.Say("boundary.wgs84").In(words.Zh); !strings.Contains(h.said(), want) {
		t.Errorf("said %q, want %q", h.said(), want)
	}
}

func TestTypingIsTakenOverWhenThePageIsLeft(t *testing.T) {
	for name, leave := range map[string]func(*hall){
		"another page":     func(h *hall) { h.project.showPageOf("history") },
		"another language": func(h *hall) { h.setLang(words.En) },
		"closing":          func(h *hall) { h.shut() },
	} {
		h := opened(t, cli.Opening{Sample: true})
		h.settleProject()
		path := h.ws.State().Path
		h.project.showPageOf("positioning")
		field := first[*widgets.Entry](t, h.project.left)
		h.win.Canvas().Focus(field)
		test.Type(field, "新")
		want := field.Text
		leave(h)
		if h.win.Canvas().Focused() == fyne.Focusable(field) {
			t.Errorf("%s: the field that has gone still has the focus", name)
		}
		h.close()
		if p, err := storage.Read(path); err != nil || p.Identity.Name != want {
			t.Errorf("%s: the file holds %q, want %q (%v)", name, p.Identity.Name, want, err)
		}
	}
}

func TestAFieldOfOneProjectDoesNotReachTheNext(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	h.project.showPageOf("positioning")
	field := first[*widgets.Entry](t, h.project.left)
	h.win.Canvas().Focus(field)
	to := made(t, "乙")
	h.openProject(to)
	h.settleAt(to)
	field.SetText("甲的名字")
	field.Commit()
	if got := h.ws.State().Plan.Identity.Name; got != "乙" {
		t.Errorf("the second project is called %q", got)
	}
}

func TestAQuestionGoesWithItsProject(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	h.openFile(write(t, "u.geojson", []byte(unclear)))
	h.settle("the question", func() bool { return h.question() != nil })
	to := made(t, "乙")
	h.openProject(to)
	h.settleAt(to)
	if h.question() != nil {
		t.Error("the question about the other project is still asked")
	}
}

func TestTheSampleTwiceIsOneProject(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	h.openSample()
	h.drain(500 * time.Millisecond)
	if h.said() != "" || h.ws == nil {
		t.Errorf("said %q", h.said())
	}
}

func TestADamagedSampleIsSalvagedBesideIt(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	path := h.ws.State().Path
	h.do(edit.SetText{Field: edit.Customers, To: "MARK"})
	h.shut()
	damage(t, path, "MARK")
	h.openSample()
	h.settle("the offer", func() bool { return h.said() != "" })
	test.Tap(button(h.win.Content(), h.say("window.salvage")))
	h.settleProject()
	if got := filepath.Dir(h.ws.State().Path); got != filepath.Dir(path) {
		t.Errorf("salvaged into %s", got)
	}
}

func TestTheBusyBarGoesWithItsWork(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	h.busy.wait = time.Millisecond // the fastest machine takes longer to read it
	h.importFile(large(t), "")
	h.settle("the bar", func() bool { return !h.busy.box.Hidden })
	h.shut()
	h.drain(time.Second)
	if !h.busy.box.Hidden {
		t.Error("the bar of work that was stopped stays")
	}
	end := h.busy.begin("window.reading", "a")
	h.settle("the bar", func() bool { return !h.busy.box.Hidden })
	h.busy.progress(1, 2)
	other := h.busy.begin("window.opening", "b")
	end() // the first is told to be over when the second has begun
	h.settle("the bar of the second", func() bool { return !h.busy.box.Hidden })
	if h.busy.bar.Visible() || !h.busy.any.Visible() {
		t.Error("the second shows the progress of the first")
	}
	other()
	if !h.busy.box.Hidden {
		t.Error("the bar stays")
	}
}

// metres are coordinates in the plane of EPSG:4549 that nobody declared.
const metres = `{"type":"Polygon","coordinates":[[[503000,3354000],[505000,3354000],[505000,3356000],[503000,3356000],[503000,3354000]]]}`

func TestMetresAreAskedAbout(t *testing.T) {
	h := opened(t, cli.Opening{File: write(t, "cad.geojson", []byte(metres))})
	h.settle("the question", func() bool { return h.question() != nil })
	if h.ws != nil {
		t.Fatal("a project was made of coordinates nobody understood")
	}
	choice := first[*widgets.Choice](t, h.question())
	choice.Set("EPSG:4549")
	h.answer("window.take")
	h.settleProject()
	// 2 km by 2 km in the plane.
	if got := h.ws.State().Facts.Extent.Areas.Survey.Km2(); got < 3.999 || got > 4.001 {
		t.Errorf("the extent has %.4f km²", got)
	}
}

func TestARefusedTextIsAskedAbout(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	h.project.showPageOf("boundary")
	field := first[*widgets.Entry](t, h.project.left)
	h.win.Canvas().Focus(field)
	field.SetText("三点六")
	h.quit()
	if h.ws == nil || h.question() == nil {
		t.Fatal("the window closed over a text that was refused")
	}
	h.answer("window.cancel")
	if h.ws == nil || field.Text != "三点六" {
		t.Errorf("after staying the field holds %q", field.Text)
	}
	h.shut()
	h.answer("window.go_on")
	if h.ws != nil {
		t.Error("the project is still open")
	}
}

func TestAllNoticesAreSeen(t *testing.T) {
	h := opened(t, cli.Opening{})
	h.notices.begin()
	h.notices.tell(widgets.Info, "甲")
	h.notices.tell(widgets.Problem, "乙")
	h.notices.tell(widgets.Info, "乙丙")
	if said := h.said(); !strings.Contains(said, "甲") || !strings.Contains(said, "乙丙") {
		t.Errorf("said %q", said)
	}
	h.notices.begin()
	if h.said() != "" {
		t.Error("old sentences stay")
	}
}

func TestALoadedBoundaryIsBroughtIntoView(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	h.win.Canvas().Capture()
	v := h.project.view
	v.CentreOn(geo.Point{119, 31})
	n := h.ws.State().Current
	far := `{"type":"Polygon","coordinates":[[[110.1,30.3],[110.12,30.3],[110.12,30.32],[110.1,30.32],[110.1,30.3]]]}`
	h.openFile(write(t, "远.geojson", []byte(far)))
	h.settle("the step", func() bool { return h.ws.State().Current > n })
	for _, corner := range []geo.Point{{110.1, 30.3}, {110.12, 30.32}} {
		if at := v.PositionOf(corner); at.X < 0 || at.Y < 0 || at.X > v.Size().Width || at.Y > v.Size().Height {
			t.Errorf("%v is shown at %v of %v", corner, at, v.Size())
		}
	}
}
