package desktop

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/cli"
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/form"
)

// filledIn writes the form of a plan changed from the one that is open.
func (h *hall) filledIn(change func(*planning.Plan)) string {
	h.t.Helper()
	s := h.ws.State()
	p := s.Plan
	change(&p)
	path := filepath.Join(h.t.TempDir(), "填报表.xlsx")
	if err := workspace.WriteForm(path, p, workspace.FormChoices(p, s.Books), words.Zh); err != nil {
		h.t.Fatal(err)
	}
	return path
}

// dialogue waits for the dialog of differences.
func (h *hall) dialogue() fyne.CanvasObject {
	h.t.Helper()
	h.settle("the differences", func() bool { return h.win.Canvas().Overlays().Top() != nil || h.notice.Visible() })
	top := h.win.Canvas().Overlays().Top()
	if top == nil {
		h.t.Fatalf("no dialog: %s", h.said())
	}
	return top
}

// labelled is the button below an object whose text begins so.
func labelled(t *testing.T, below fyne.CanvasObject, text string) *widget.Button {
	t.Helper()
	for _, o := range test.LaidOutObjects(below) {
		if b, ok := o.(*widget.Button); ok && strings.HasPrefix(b.Text, text) {
			return b
		}
	}
	t.Fatalf("there is no button %q", text)
	return nil
}

func otherTown(p *planning.Plan) {
	p.Identity.Name = "上村茶镇"
	p.Investors = p.Investors.Append(planning.Investor{Name: "新来的", Committed: 7 * planning.Wan})
	p.Procedure.Started = "明年"
}

func TestAFormThatIsDroppedIsShownTickedAndTaken(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	before := h.ws.State().Plan
	h.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(h.filledIn(otherTown))})
	top := h.dialogue()
	if said := texts(top); !strings.Contains(said, "“明年”不是日期") {
		t.Errorf("the date that is none is not told of: %s", said)
	}
	sheet := first[*widgets.Sheet](t, top)
	if sheet == nil {
		t.Fatal("no differences")
	}
	test.Tap(labelled(t, top, "全不选"))
	if take := labelled(t, top, "采用"); !take.Disabled() || take.Text != "采用 0/2 处" {
		t.Errorf("with nothing ticked the button says %q", take.Text)
	}
	// By keyboard: the first line is under the editor, and the space bar ticks it.
	sheet.OnCommit(0, 0, widgets.CheckOn)
	take := labelled(t, top, "采用")
	if take.Text != "采用 1/2 处" {
		t.Errorf("with one line ticked the button says %q", take.Text)
	}
	test.Tap(take)
	h.settle("the step", func() bool { return h.win.Canvas().Overlays().Top() == nil })
	got := h.ws.State().Plan
	if got.Identity.Name != "上村茶镇" || got.Investors.Len() != before.Investors.Len() || got.Procedure.Started != before.Procedure.Started {
		t.Errorf("taken: %+v", got.Identity)
	}
	if said := h.said(); !strings.Contains(said, "1 处改动") {
		t.Errorf("it says %q", said)
	}
	h.undo()
	if !h.ws.State().Plan.Equal(before) {
		t.Error("undo did not bring the plan back")
	}
}

func TestAFormIsExportedFromTheMenu(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	path := filepath.Join(t.TempDir(), "表.xlsx")
	h.dialogs = &asked{save: path, open: path}
	h.askFormOut()
	h.settle("the form", func() bool { return h.notice.Visible() })
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%v: %s", err, h.said())
	}
	h.notices.begin()
	h.askFormIn()
	h.settle("what it says", func() bool { return h.notice.Visible() })
	if said := h.said(); !strings.Contains(said, "没有差别") {
		t.Errorf("it says %q", said)
	}
}

func TestAFormNeedsAProject(t *testing.T) {
	h := opened(t, cli.Opening{})
	h.openFile(write(t, "填报表.xlsx", []byte("x")))
	if said := h.said(); !strings.Contains(said, "请先新建或打开项目") {
		t.Errorf("it says %q", said)
	}
}

func TestAFormThatIsNoneIsTold(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	h.openFile(write(t, "填报表.xlsx", []byte("名称")))
	h.settle("what is wrong", func() bool { return h.notice.Visible() })
	if said := h.said(); !strings.Contains(said, "不是 .xlsx 工作簿") {
		t.Errorf("it says %q", said)
	}
}

// BenchmarkTenThousandDifferences shows so many, ticks one, goes to another. The
// picture is the driver's and not in it.
func BenchmarkTenThousandDifferences(b *testing.B) {
	a := test.NewApp()
	defer a.Quit()
	w := newWindow(a, func(f func()) { f() })
	w.transient = true
	w.build()
	w.win.Resize(fyne.NewSize(1280, 800))
	r := readForm{path: "表.xlsx"}
	for i := range 10_000 {
		r.all = append(r.all, form.Difference{
			Sheet: form.Schedule, Where: words.Raw(fmt.Sprint("项目 ", i)), Field: words.Say("form.schedule.year1"),
			Old: (planning.Money(i) * planning.Wan).Text(), New: (planning.Money(i+1) * planning.Wan).Text(),
		})
	}
	b.Run("show", func(b *testing.B) {
		for b.Loop() {
			newFormDialog(w, r).show()
			w.asked.Hide()
		}
	})
	d := newFormDialog(w, r)
	d.show()
	b.Run("tick", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			d.sheet.OnCommit(5000, 0, []string{widgets.CheckOff, widgets.CheckOn}[i%2])
		}
	})
	b.Run("scroll", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			d.sheet.Select(i*37%10_000, 0)
		}
	})
}
