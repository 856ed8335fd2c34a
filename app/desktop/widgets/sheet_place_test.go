package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func TestRowAt(t *testing.T) {
	test.NewTempApp(t)
	s := NewSheet([]Column{{Title: "a"}, {Title: "b", Kind: ActionColumn}})
	var rows [][]string
	for i := range 20 {
		rows = append(rows, []string{fmt.Sprint(i), "x"})
	}
	s.Display(rows, nil)
	w := test.NewTempWindow(t, container.NewVBox(widget.NewLabel("above"), s, layout.NewSpacer()))
	w.Resize(fyne.NewSize(400, 700))
	h := s.body.rowHeight()
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.body)
	for _, c := range []struct {
		at   fyne.Position
		want int
	}{
		{top.AddXY(5, 1), 0}, {top.AddXY(5, 3.5*h), 3}, {top.AddXY(5, -1), -1}, {top.AddXY(-20, 1), -1}, {fyne.NewPos(5, 5), -1},
		{top.AddXY(5, 15*h), -1}, // below the ten rows there is room for
	} {
		if got := s.RowAt(c.at); got != c.want {
			t.Errorf("at %v lies row %d, want %d", c.at, got, c.want)
		}
	}
	s.scroll.Offset.Y = 4 * h
	s.scroll.Refresh()
	if got := s.RowAt(top.AddXY(5, 1)); got != 4 {
		t.Errorf("scrolled, row %d, want 4", got)
	}
}

func TestTint(t *testing.T) {
	test.NewTempApp(t)
	s := NewSheet([]Column{{Title: "a"}, {Title: "b"}, {Title: "c", Kind: ActionColumn}})
	s.Tint = func(row, col int) fyne.ThemeColorName {
		if row == 1 && col == 0 {
			return theme.ColorNameWarning
		}
		return ""
	}
	s.Display([][]string{{"x", "y", "z"}, {"x", "y", "z"}}, nil)
	s.SetError(1, 1, "no")
	test.NewTempWindow(t, s).Resize(fyne.NewSize(400, 300))
	for at, want := range map[cell]fyne.ThemeColorName{
		{0, 0}: theme.ColorNameForeground, {1, 0}: theme.ColorNameWarning, {1, 1}: theme.ColorNameError, {0, 2}: theme.ColorNameHyperlink,
	} {
		if got := s.body.lines[at.row].texts[at.col].Color; got != skinOf(s).colour(want) {
			t.Errorf("cell %v is written in %v, want %s", at, got, want)
		}
	}
}
