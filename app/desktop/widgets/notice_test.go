package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestNotice(t *testing.T) {
	n := NewNotice()
	box := container.NewVBox(n)
	inWindow(t, box, 500, 200)
	if n.Visible() {
		t.Error("a notice with nothing to say is visible")
	}
	var did calls
	n.OnClosed = func() { did.add("closed") }
	n.Display(Warning, "坐标系按 GCJ-02 判定。", Action{"改", func() {
		did.add("changed")
		n.Display(Info, "已改。")
	}})
	if !n.Visible() {
		t.Fatal("not visible")
	}
	test.Tap(n.buttons[0].(*widget.Button))
	if !n.Visible() || n.text.text != "已改。" || len(n.buttons) != 0 {
		t.Errorf("after the action: visible %v, %q, %d buttons", n.Visible(), n.text.text, len(n.buttons))
	}
	test.Tap(n.close)
	if n.Visible() {
		t.Error("closed, and visible")
	}
	if got := did.take(); !slices.Equal(got, []string{"changed", "closed"}) {
		t.Errorf("called %q", got)
	}
}

func TestALongNoticeWraps(t *testing.T) {
	n := NewNotice()
	inWindow(t, container.NewVBox(n), 400, 300)
	n.Display(Problem, "短", Action{"好", func() {}})
	one := n.MinSize().Height
	n.Display(Problem, strings.Repeat("写不进项目文件：磁盘已满。", 8), Action{"好", func() {}})
	if n.MinSize().Height < 2*one {
		t.Errorf("eight sentences need %.0f, one word %.0f", n.MinSize().Height, one)
	}
	n.Resize(n.MinSize().AddWidthHeight(200, 0))
	if right := n.text.Position().X + n.text.Size().Width; right > n.buttons[0].Position().X {
		t.Errorf("the text ends at %.0f, the button begins at %.0f", right, n.buttons[0].Position().X)
	}
}
