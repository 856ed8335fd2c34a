package widgets

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// skin looks colours and lengths up in the theme of a widget.
type skin struct {
	theme   fyne.Theme
	variant fyne.ThemeVariant
}

func skinOf(w interface{ Theme() fyne.Theme }) skin {
	return skin{w.Theme(), fyne.CurrentApp().Settings().ThemeVariant()}
}

func (s skin) colour(name fyne.ThemeColorName) color.Color { return s.theme.Color(name, s.variant) }

func (s skin) size(name fyne.ThemeSizeName) float32 { return s.theme.Size(name) }

// pad is the gap between the parts of a widget.
func (s skin) pad() float32 { return s.size(theme.SizeNamePadding) }

// em is the width of a Han character of the running text.
func (s skin) em() float32 { return s.size(theme.SizeNameText) }

// face is how a text is set: the names of its size and colour, and its weight.
type face struct {
	size   fyne.ThemeSizeName
	colour fyne.ThemeColorName
	bold   bool
}

func (f face) style() fyne.TextStyle { return fyne.TextStyle{Bold: f.bold} }

func (f face) measure(s skin, text string) fyne.Size {
	return fyne.MeasureText(text, s.size(f.size), f.style())
}

// lineHeight is the height of one line of the face.
func (f face) lineHeight(s skin) float32 { return f.measure(s, "国").Height }

// fit cuts a text to a width, with … in place of what is left out; to nothing
// where there is no room for that either.
func (f face) fit(s skin, text string, width float32) string {
	return fit(text, width, func(t string) float32 { return f.measure(s, t).Width })
}

// write sets a text object, which is painted anew only if something changed.
func write(t *canvas.Text, s skin, f face, text string) {
	size, colour, style := s.size(f.size), s.colour(f.colour), f.style()
	if t.Text == text && t.TextSize == size && t.Color == colour && t.TextStyle == style {
		return
	}
	t.Text, t.TextSize, t.Color, t.TextStyle = text, size, colour, style
	t.Refresh()
}

// paint fills a rectangle, which is painted anew only if the colour changed.
func paint(r *canvas.Rectangle, c color.Color) {
	if r.FillColor != c {
		r.FillColor = c
		r.Refresh()
	}
}

// place moves and resizes an object.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
}

// placeText puts a text of its own size with its left end, or its right end if
// it is aligned so, at x, in the middle of a line of height h.
func placeText(t *canvas.Text, x, y, h float32) {
	m := t.MinSize()
	if t.Alignment == fyne.TextAlignTrailing {
		x -= m.Width
	}
	place(t, x, y+(h-m.Height)/2, m.Width, m.Height)
}

// show makes an object visible or not.
func show(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}

// whole rounds a length up to whole units, so that edges stay sharp.
func whole(x float32) float32 { return float32(math.Ceil(float64(x))) }
