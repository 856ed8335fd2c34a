package page

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/look/looktest"
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/storage"
)

// office is a page in a window over a plan in memory: commands are done and
// shown as the program does them.
type office[P Page] struct {
	t      testing.TB
	page   P
	state  workspace.State
	window fyne.Window
	done   []edit.Command // those that were not blocked
	went   []int          // steps gone to
}

// sampleState is the made-up town of the program.
func sampleState(t testing.TB) workspace.State {
	t.Helper()
	plan, err := workspace.SamplePlan()
	if err != nil {
		t.Fatal(err)
	}
	return stateOf(plan)
}

func stateOf(p planning.Plan) workspace.State {
	return workspace.State{View: workspace.Look(p, workspace.Books{}, workspace.View{}), Steps: []storage.Step{{}}}
}

func open[P Page](t testing.TB, lang words.Lang, make func(*Desk) P, s workspace.State) *office[P] {
	looktest.App()
	o := &office[P]{t: t, state: s}
	nothing := func() {}
	o.page = make(&Desk{
		Lang: lang, Do: o.do, Undo: nothing, Redo: nothing, Import: nothing, GoTo: func(step int) { o.went = append(o.went, step) },
		Post: func(func()) {}, // what is typed here is committed by leaving the field, however long a test takes
	})
	o.page.Show(s)
	o.window = test.NewTempWindow(t, o.page.Content())
	o.window.SetPadded(false)
	o.window.Resize(fyne.NewSize(700, 720))
	return o
}

func (o *office[P]) do(c edit.Command) error {
	trial, err := o.state.Try(c, o.state.Books)
	if err != nil {
		return err
	}
	o.done = append(o.done, c)
	o.state.View = trial.View
	o.page.Show(o.state)
	return nil
}

// take returns the commands done since it was called last.
func (o *office[P]) take() []edit.Command {
	done := o.done
	o.done = nil
	return done
}

// expect compares the commands done since the last call.
func (o *office[P]) expect(want ...edit.Command) {
	o.t.Helper()
	if got := o.take(); !reflect.DeepEqual(got, want) {
		o.t.Errorf("did %+v, want %+v", got, want)
	}
}

// write types a text over the one in a field.
func (o *office[P]) write(e *widgets.Entry, text string) {
	o.window.Canvas().Focus(e)
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	if text == "" {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	}
	for _, r := range text {
		e.TypedRune(r)
	}
}

// rewrite types another text over the one in the cell being typed in.
func (o *office[P]) rewrite(text string) { o.write(o.window.Canvas().Focused().(*widgets.Entry), text) }

func (o *office[P]) leave() { o.window.Canvas().Unfocus() }

// cell types a text into a cell of a table and does not leave it.
func (o *office[P]) cell(t *table, row, col int, text string) {
	o.t.Helper()
	t.sheet.Select(row, col)
	e, ok := o.window.Canvas().Focused().(*widgets.Entry)
	if !ok {
		o.t.Fatalf("cell %d,%d has the focus on %T", row, col, o.window.Canvas().Focused())
	}
	o.write(e, text)
}

// choose takes option i of a choice in a table.
func (o *office[P]) choose(t *table, row, col, i int) {
	o.t.Helper()
	t.sheet.Select(row, col)
	c, ok := o.window.Canvas().Focused().(*widgets.Choice)
	if !ok {
		o.t.Fatalf("cell %d,%d has the focus on %T", row, col, o.window.Canvas().Focused())
	}
	c.SetSelectedIndex(i)
}

// frame is what the window does before it paints: it asks for the least sizes.
func (o *office[P]) frame() { o.page.Content().MinSize() }

// reads are the texts to be seen.
func (o *office[P]) reads() []string {
	o.frame()
	return seen(o.page.Content())
}

func seen(o fyne.CanvasObject) []string {
	if !o.Visible() {
		return nil
	}
	if text, ok := o.(*canvas.Text); ok {
		return []string{text.Text}
	}
	var texts []string
	for _, c := range children(o) {
		texts = append(texts, seen(c)...)
	}
	return texts
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	default:
		return nil
	}
}

// shows reports texts that are not to be seen. Running text is broken into
// lines, so that it is looked for without the breaks.
func (o *office[P]) shows(want ...string) {
	o.t.Helper()
	reads := o.reads()
	running := strings.ReplaceAll(strings.Join(reads, ""), " ", "")
	for _, w := range want {
		if !strings.Contains(running, strings.ReplaceAll(w, " ", "")) {
			o.t.Errorf("%q is not among %q", w, reads)
		}
	}
}

func (o *office[P]) hides(unwanted ...string) {
	o.t.Helper()
	running := strings.ReplaceAll(strings.Join(o.reads(), ""), " ", "")
	for _, u := range unwanted {
		if strings.Contains(running, strings.ReplaceAll(u, " ", "")) {
			o.t.Errorf("%q is to be seen", u)
		}
	}
}

// makers make the pages tested here.
var makers = []func(*Desk) Page{
	func(d *Desk) Page { return newPositioning(d) },
	func(d *Desk) Page { return newGuide(d) },
	func(d *Desk) Page { return newInvestors(d) },
	func(d *Desk) Page { return newProjects(d) },
	func(d *Desk) Page { return newSchedule(d) },
	func(d *Desk) Page { return newPapers(d) },
	func(d *Desk) Page { return newProcedure(d) },
	func(d *Desk) Page { return newChecks(d) },
	func(d *Desk) Page { return newRulebooks(d) },
	func(d *Desk) Page { return newHistory(d) },
}

func TestShowDoesNotFireCommands(t *testing.T) {
	for _, make := range makers {
		o := open(t, words.Zh, make, stateOf(planning.Plan{}))
		for _, s := range []workspace.State{sampleState(t), stateOf(planning.Plan{}), sampleState(t)} {
			o.page.Show(s)
		}
		if did := o.take(); len(did) > 0 || len(o.went) > 0 {
			t.Errorf("%s: showing did %v and went to %v", o.page.ID(), did, o.went)
		}
	}
}

var unsaid = regexp.MustCompile(`\{[a-z_]+\}|^[a-z_]+\.[a-z_.]+$`)

func TestEveryWordIsSaid(t *testing.T) {
	for _, lang := range []words.Lang{words.Zh, words.En} {
		for _, make := range makers {
			for _, s := range []workspace.State{sampleState(t), stateOf(planning.Plan{})} {
				o := open(t, lang, make, s)
				if !words.Known(o.page.Title()) || o.page.Icon() == nil {
					t.Errorf("%s lacks a title or an icon", o.page.ID())
				}
				for _, text := range o.reads() {
					if unsaid.MatchString(text) {
						t.Errorf("%s in %s reads %q", o.page.ID(), lang, text)
					}
				}
			}
		}
	}
}

// A screen of 1024 pixels leaves 420 for a page, and 560 for a wide one. Less is
// asked for, so that the page may be made narrower; and no page makes the window
// wider than another does.
func TestPagesAskForLittleRoom(t *testing.T) {
	for _, lang := range []words.Lang{words.Zh, words.En} {
		for _, make := range makers {
			o := open(t, lang, make, sampleState(t))
			if least := o.page.Content().MinSize(); least.Width > 300 || least.Height > 450 {
				t.Errorf("%s in %s needs %v", o.page.ID(), lang, least)
			}
		}
		for _, p := range All(&Desk{Lang: lang}) {
			p.Show(sampleState(t))
			most := float32(420)
			if p.Wide() {
				most = 560
			}
			if least := p.Content().MinSize().Width; least > most {
				t.Errorf("%s in %s is at least %.0f wide", p.ID(), lang, least)
			}
		}
	}
}

func TestGrouped(t *testing.T) {
	for number, want := range map[string]string{
		"0": "0", "12": "12", "999": "999", "1000": "1,000", "123456": "123,456", "1234567.25": "1,234,567.25",
		"-1234.5": "-1,234.5", "-123": "-123", "1000.123456": "1,000.123456",
	} {
		if got := grouped(number); got != want {
			t.Errorf("grouped(%q) = %q, want %q", number, got, want)
		}
	}
}

func TestWanIsReadBack(t *testing.T) {
	for _, m := range []planning.Money{0, planning.Fen, planning.Wan, 123_456_789_01, planning.MaxMoney} {
		if got, err := planning.ParseWan(wan(m)); err != nil || got != m {
			t.Errorf("%d became %q and was read as %d, %v", m, wan(m), got, err)
		}
	}
}

func TestStanding(t *testing.T) {
	for _, c := range []struct {
		m, against planning.Money
		want       string
	}{
		{planning.Yi, planning.Yi, "与投资计划合计一致"},
		{planning.Yi, 3 * planning.Yi, "比投资计划合计少 2 亿元"},
		{planning.Yi + planning.Wan, planning.Yi, "比投资计划合计多 1 万元"},
	} {
		if got := standing("schedule.claim", c.m, c.against).In(words.Zh); got != c.want {
			t.Errorf("%d against %d: %q, want %q", c.m, c.against, got, c.want)
		}
	}
}

func TestFresh(t *testing.T) {
	name := func(n int) string { return strings.Repeat("a", n) }
	if got := fresh(map[string]bool{"a": true, "aa": true, "aaaa": true}, name); got != "aaa" {
		t.Errorf("fresh name %q", got)
	}
}

// tap presses the button of a text.
func tap[P Page](o *office[P], text string) {
	o.t.Helper()
	var find func(fyne.CanvasObject) *widget.Button
	find = func(c fyne.CanvasObject) *widget.Button {
		if b, ok := c.(*widget.Button); ok && b.Text == text {
			return b
		}
		for _, child := range children(c) {
			if b := find(child); b != nil {
				return b
			}
		}
		return nil
	}
	b := find(o.page.Content())
	if b == nil {
		o.t.Fatalf("there is no button %q", text)
	}
	test.Tap(b)
}

// Each page is told from the others by its icon alone.
func TestNoTwoPagesHaveOneIcon(t *testing.T) {
	of := map[string]string{}
	for _, p := range All(&Desk{Lang: words.Zh}) {
		name := p.Icon().Name()
		if other := of[name]; other != "" {
			t.Errorf("%s and %s have the icon %s", other, p.ID(), name)
		}
		if len(p.Icon().Content()) == 0 {
			t.Errorf("the icon of %s is empty", p.ID())
		}
		of[name] = p.ID()
	}
}
