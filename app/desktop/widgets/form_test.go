package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestFormBesideAndBelow(t *testing.T) {
	f := NewForm()
	f.Section("基本信息")
	e := NewEntry()
	r := f.Row("小镇名称", "与封面一致", e)
	inWindow(t, container.NewVBox(f), 800, 400)
	f.Resize(fyne.NewSize(600, 200))
	if e.Position().X <= r.caption.Position().X+r.caption.Size().Width {
		t.Errorf("at 600 units the field stands at %v, its caption at %v", e.Position(), r.caption.Position())
	}
	if r.hint.Position().Y < e.Position().Y+e.Size().Height {
		t.Error("the hint does not stand below the field")
	}
	f.Resize(fyne.NewSize(250, 200))
	if e.Position().X != 0 || e.Position().Y < r.caption.Position().Y+r.caption.Size().Height {
		t.Errorf("at 250 units the field stands at %v, its caption at %v", e.Position(), r.caption.Position())
	}
}

func TestFormMakesRoom(t *testing.T) {
	inApp(t)
	f := NewForm()
	a, b := NewEntry(), NewEntry()
	ra := f.Row("甲", "", a)
	f.Row("乙", "", b)
	inWindow(t, container.NewVBox(f), 600, 400)
	at, height := b.Position().Y, f.MinSize().Height

	ra.SetHint("以营业执照为准")
	if !ra.hint.Visible() || b.Position().Y <= at || f.MinSize().Height <= height {
		t.Errorf("with a hint, the next field stands at %.0f (before %.0f)", b.Position().Y, at)
	}
	ra.SetHint("")
	if ra.hint.Visible() || b.Position().Y != at {
		t.Errorf("without it, at %.0f", b.Position().Y)
	}
	a.SetError("读不出")
	if f.MinSize().Height <= height {
		t.Error("an error makes the form no higher")
	}
	a.SetError("")
	ra.SetVisible(false)
	if a.Visible() || ra.caption.Visible() || b.Position().Y >= at || f.MinSize().Height >= height {
		t.Errorf("the row hidden, the next field stands at %.0f", b.Position().Y)
	}
	ra.SetVisible(true)
	if !ra.caption.Visible() || b.Position().Y != at {
		t.Errorf("shown again, at %.1f, before %.1f", b.Position().Y, at)
	}
}

func TestFormSpeaksAnotherLanguage(t *testing.T) {
	f := NewForm()
	h := f.Section("基本信息")
	r := f.Row("名称", "", NewEntry())
	inWindow(t, f, 600, 400)
	before := r.caption.Size().Width
	h.Set("Basics")
	r.SetCaption("Name of the town as it was applied for")
	if h.text.text != "Basics" || r.caption.Size().Width <= before {
		t.Errorf("heading %q, captions %.0f wide, before %.0f", h.text.text, r.caption.Size().Width, before)
	}
}

func TestAFieldWithAnErrorKeepsItsHeight(t *testing.T) {
	inApp(t)
	f := NewForm()
	a, b := NewEntry(), NewEntry()
	wrapped := container.NewPadded(b)
	f.Row("申报规划面积（km²）", "测量值比申报数多", a)
	f.Row("申报核心区面积（亩）", "", wrapped)
	last := NewEntry()
	f.Row("末", "", last)
	inWindow(t, f, 400, 400)
	for _, c := range []struct {
		entry *Entry
		width float32
	}{{a, 400}, {a, 250}, {b, 400}, {b, 250}} {
		f.Resize(fyne.NewSize(c.width, 400))
		one, at, min := c.entry.Size().Height, last.Position().Y, f.MinSize()
		c.entry.SetError("“abc”不是面积；请填写数字，可带单位，如 3.6 平方公里、1500 亩；请填写数字")
		grown := f.MinSize().Height - min.Height // the window asks for it before each frame
		frame := frameOf(c.entry)
		if grown < 10 || frame.Height != one {
			t.Errorf("at %.0f units the form grows by %.0f, and the field is %.0f high, before %.0f", c.width, grown, frame.Height, one)
		}
		if moved := last.Position().Y - at; moved != grown {
			t.Errorf("at %.0f units the form grows by %.0f, and the last row moves by %.0f", c.width, grown, moved)
		}
		c.entry.SetError("")
		if f.MinSize() != min || last.Position().Y != at || c.entry.Size().Height != one {
			t.Errorf("without the error the form needs %v, before %v; the last row stands at %.0f, before %.0f", f.MinSize(), min, last.Position().Y, at)
		}
	}
}

// frameOf is the size of the red frame round a field.
func frameOf(e *Entry) fyne.Size { return test.WidgetRenderer(e).(*entryRenderer).frame.Size() }
