package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestChoice(t *testing.T) {
	c := NewChoice()
	inWindow(t, c, 200, 40)
	var committed calls
	c.OnCommit = committed.add
	c.SetOptions([]Option{{"digital", "数字经济"}, {"health", "健康"}})
	c.Set("digital")
	if c.Selected != "数字经济" || len(committed) > 0 {
		t.Errorf("Set shows %q and told %q", c.Selected, committed)
	}
	key(c, fyne.KeyRight)
	if got := committed.take(); !slices.Equal(got, []string{"health"}) {
		t.Errorf("the right arrow told %q", got)
	}
	c.SetSelected("健康")
	if len(committed) > 0 {
		t.Errorf("choosing again told %q", committed)
	}
	c.SetOptions([]Option{{"digital", "Digital economy"}, {"health", "Health"}})
	if c.Selected != "Health" || c.Chosen() != "health" || len(committed) > 0 {
		t.Errorf("in English it shows %q, id %q, told %q", c.Selected, c.Chosen(), committed)
	}
	c.Set("gone")
	if c.Selected != "gone" {
		t.Errorf("an id that is no option shows %q", c.Selected)
	}
	c.Set("")
	if c.Selected != "" {
		t.Errorf("none chosen shows %q", c.Selected)
	}
}

func TestALongOptionIsCutToTheWindow(t *testing.T) {
	c := NewChoice()
	box := container.NewWithoutLayout(c)
	w := inWindow(t, box, 300, 200)
	long := strings.Repeat("龙溪茶镇建设发展有限公司", 9)
	var committed calls
	c.OnCommit = committed.add
	c.SetOptions([]Option{{"a", "甲"}, {"b", long}, {"c", long + "二"}})
	place(c, 230, 20, 60, 30)
	for _, open := range []func(){func() { test.Tap(c) }, func() { key(c, fyne.KeySpace) }} {
		open()
		if at, size := c.list.Position(), c.list.Size(); at.X < 0 || at.X+size.Width > w.Canvas().Size().Width || size.Width < c.Size().Width {
			t.Errorf("in a window of %v the list stands at %v, %v large", w.Canvas().Size(), at, size)
		}
		key(c.list, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
		if w.Canvas().Overlays().Top() != nil {
			t.Error("the list stays open")
		}
	}
	if got := committed.take(); !slices.Equal(got, []string{"c"}) || c.Selected != long+"二" {
		t.Errorf("told %q, shows %q", got, c.Selected)
	}
	c.SetOptions([]Option{{"a", "甲"}, {"b", "乙"}})
	test.Tap(c)
	if width := c.list.Size().Width; width > 100 {
		t.Errorf("a list of short options is %.0f wide", width)
	}
	c.Hide()
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the list of a hidden choice stays open")
	}
}

func TestADisabledChoiceStays(t *testing.T) {
	c := NewChoice()
	inWindow(t, c, 200, 40)
	c.SetOptions([]Option{{"a", "甲"}, {"b", "乙"}})
	c.Set("a")
	c.Disable()
	key(c, fyne.KeyRight)
	if c.Chosen() != "a" {
		t.Errorf("chosen: %q", c.Chosen())
	}
}
