package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
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
