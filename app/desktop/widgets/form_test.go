package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
