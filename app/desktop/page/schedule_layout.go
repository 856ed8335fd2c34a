package page

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/widgets"
)

// tableBetween lays out three objects from top to bottom. The one in the middle
// is a table: it takes the height its rows ask for as long as there is room,
// and scrolls where there is not.
type tableBetween struct{ size, above, table, below fyne.Size } // as laid out last

func (l *tableBetween) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	above, table, below := objects[0], objects[1], objects[2]
	*l = tableBetween{size, above.MinSize(), table.MinSize(), below.MinSize()}
	gap, top, bottom := 2*theme.Padding(), above.MinSize().Height, below.MinSize().Height
	height := max(0, min(table.MinSize().Height, size.Height-top-bottom-2*gap))
	y := float32(0)
	for _, part := range []struct {
		object fyne.CanvasObject
		height float32
	}{{above, top}, {table, height}, {below, bottom}} {
		part.object.Move(fyne.NewPos(0, y))
		part.object.Resize(fyne.NewSize(size.Width, part.height))
		if part.height > 0 {
			y += part.height + gap
		}
	}
}

// MinSize leaves the table a few rows. Fyne asks for it before each frame; where
// a part has grown or shrunk all are laid out anew, because of the parents to be
// laid out Fyne remembers one alone, and may lose this.
func (l *tableBetween) MinSize(objects []fyne.CanvasObject) fyne.Size {
	above, table, below := objects[0].MinSize(), objects[1].MinSize(), objects[2].MinSize()
	if changed := above != l.above || table != l.table || below != l.below; changed && !l.size.IsZero() {
		l.Layout(objects, l.size)
	}
	least := min(table.Height, 12*theme.TextSize())
	return fyne.NewSize(max(above.Width, min(table.Width, mostAsked()), below.Width), above.Height+least+below.Height+4*theme.Padding())
}

// mostAsked is the width a table may ask of the window. Given less than its
// columns would like, they shrink; asking for all of it would push the window
// off a small screen.
func mostAsked() float32 { return 20 * theme.TextSize() }

// modest lets the one table in it ask for no more than that.
type modest struct{}

func (modest) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (modest) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	return fyne.NewSize(min(least.Width, mostAsked()), least.Height)
}

// atMost gives the one field in it no more than a number of Han characters in
// width: a year in a field as wide as the page looks like an essay.
type atMost float32

func (a atMost) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(min(size.Width, float32(a)*theme.TextSize()), size.Height))
}

func (a atMost) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// short is a field of a form that holds a number.
func short(e *widgets.Entry) fyne.CanvasObject { return container.New(atMost(16), e) }

// columnFor is the width of a column, in Han characters, that shows the longest
// of some texts.
func columnFor(texts ...string) float32 {
	size, longest := theme.TextSize(), float32(0)
	for _, t := range texts {
		if float32(utf8.RuneCountInString(t))*size > longest { // no character is wider than a Han
			longest = max(longest, fyne.MeasureText(t, size, fyne.TextStyle{Bold: true}).Width)
		}
	}
	return (longest + 1) / size // 1: rounding must not cut the last character off
}
