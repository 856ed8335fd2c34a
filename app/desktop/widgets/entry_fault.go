package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// SetError frames the field in red and writes below it what is wrong and what
// to do; "" for nothing.
func (e *Entry) SetError(text string) {
	if e.fault != text {
		e.fault = text
		e.Refresh()
	}
}

// Refused reports whether the field shows an error.
func (e *Entry) Refused() bool { return e.fault != "" }

// CreateRenderer is for Fyne.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	field := e.Entry.CreateRenderer()
	r := &entryRenderer{
		WidgetRenderer: field,
		entry:          e,
		frame:          canvas.NewRectangle(color.Transparent),
		fault:          newProse("", face{size: theme.SizeNameCaptionText, colour: theme.ColorNameError}),
	}
	r.show()
	return r
}

// entryRenderer adds the red frame and the line below to Fyne's field, and the
// text to be read.
type entryRenderer struct {
	fyne.WidgetRenderer
	entry   *Entry
	frame   *canvas.Rectangle
	fault   *Prose
	line    *container.Clip // of a field of one line
	objects []fyne.CanvasObject
	below   float32 // height of the line below
}

func (r *entryRenderer) show() {
	e, s := r.entry, skinOf(r.entry)
	r.frame.StrokeColor = s.colour(theme.ColorNameError)
	r.frame.StrokeWidth = 1.5 * s.size(theme.SizeNameInputBorder)
	r.frame.CornerRadius = s.size(theme.SizeNameInputRadius)
	r.fault.Set(e.fault)
	show(r.frame, e.fault != "")
	show(r.fault, e.fault != "" && !e.slim)
	r.objects = append(append(r.objects[:0], r.showText(r.WidgetRenderer.Objects())...), r.frame, r.fault)
}

func (r *entryRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *entryRenderer) Layout(size fyne.Size) {
	inset := skinOf(r.entry).size(theme.SizeNameInnerPadding)
	below := r.height(size.Width)
	r.WidgetRenderer.Layout(size.SubtractWidthHeight(0, below))
	place(r.frame, 0, 0, size.Width, size.Height-below)
	place(r.fault, inset, size.Height-below, size.Width-2*inset, below)
	r.show()
	if below != r.below { // Fyne's entry keeps its least size until it is refreshed
		r.below = below
		r.entry.Refresh()
	}
}

func (r *entryRenderer) height(width float32) float32 {
	if !r.fault.Visible() || width == 0 {
		return 0
	}
	return whole(r.fault.height(width - 2*skinOf(r.entry).size(theme.SizeNameInnerPadding)))
}

func (r *entryRenderer) MinSize() fyne.Size {
	return r.WidgetRenderer.MinSize().AddWidthHeight(0, r.height(r.entry.Size().Width))
}

func (r *entryRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.show()
	if size := r.entry.Size(); r.height(size.Width) != r.below {
		r.Layout(size)
	}
}
