package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// grid shows rows of running texts and signs in columns, whose texts wrap.
type grid struct {
	box    *fyne.Container
	layout *gridLayout
}

// newGrid makes an empty grid; columns are the shares of the width that the
// columns take, least what the narrowest of share 1 has at least, in widths of a
// Han character.
func newGrid(least float32, columns ...float32) *grid {
	g := &grid{layout: &gridLayout{least: least, columns: columns}}
	g.box = container.New(g.layout)
	return g
}

// display shows other cells, row by row.
func (g *grid) display(columns []float32, cells []fyne.CanvasObject) {
	g.layout.columns = columns
	g.box.Objects = cells
	g.layout.Layout(cells, g.box.Size())
	g.box.Refresh()
}

type gridLayout struct {
	columns []float32
	least   float32
	width   float32 // as laid out last
}

func (l *gridLayout) sum() (total float32) {
	for _, c := range l.columns {
		total += c
	}
	return total
}

func (l *gridLayout) minWidth() float32 { return l.sum() * l.least * theme.TextSize() }

// Layout gives each row the height of its highest cell.
func (l *gridLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(objects, max(size.Width, l.minWidth()))
}

func (l *gridLayout) arrange(objects []fyne.CanvasObject, width float32) (y float32) {
	if len(l.columns) == 0 {
		return 0
	}
	gap := theme.Padding()
	share := (width - gap*float32(len(l.columns)-1)) / l.sum()
	for len(objects) > 0 {
		row := objects[:min(len(l.columns), len(objects))]
		objects = objects[len(row):]
		height := float32(0)
		for i, o := range row {
			w := share * l.columns[i]
			o.Resize(fyne.NewSize(w, o.Size().Height))
			height = max(height, o.MinSize().Height)
		}
		x := float32(0)
		for i, o := range row {
			w := share * l.columns[i]
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(w, height))
			x += w + gap
		}
		y += height + gap
	}
	return y
}

// MinSize is the height at the width laid out last.
func (l *gridLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.minWidth(), l.arrange(objects, max(l.width, l.minWidth())))
}

// setShown shows or hides an object.
func setShown(o fyne.CanvasObject, on bool) {
	switch {
	case on == o.Visible():
	case on:
		o.Show()
	default:
		o.Hide()
	}
}
