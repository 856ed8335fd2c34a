// Package mapview is the map widget: it shows outlines and places, and tells
// where the pointer is. It knows no plan.
package mapview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// Content is what the map shows. Shapes are in degrees on CGCS2000; the zero
// Content is an empty map.
type Content struct {
	Extent, Core geo.Shape
	Outside      geo.Shape // what of the core lies outside the extent: hatched
	Marks        []Mark
	Selected     int // number of the mark that stands out, counted from 1; 0 for none
}

// Mark is a place to look at.
type Mark struct {
	At     geo.Point
	Severe bool // an error, not a warning
	Text   words.Text
}

// View is the map widget. All its methods are for the UI thread.
type View struct {
	widget.BaseWidget
	OnPointer func(p geo.Point, over bool) // the place under the pointer; over is false when it left
	OnMark    func(number int)             // a mark was clicked; numbers count from 1
}

// New makes a map that shows nothing yet.
func New() *View {
	v := &View{}
	v.ExtendBaseWidget(v)
	return v
}

// Display replaces what the map shows. (Show is Fyne's, and makes a hidden
// widget visible.)
func (v *View) Display(c Content) {}

// Fit brings everything shown into view.
func (v *View) Fit() {}

// CentreOn brings a place to the middle, zooming in if it could not be told
// from its surroundings.
func (v *View) CentreOn(p geo.Point) {}

// ZoomIn doubles the scale about the middle.
func (v *View) ZoomIn() {}

// ZoomOut halves the scale about the middle.
func (v *View) ZoomOut() {}

// SetDark chooses the colours for a dark window.
func (v *View) SetDark(dark bool) {}

// SetLang chooses the language of the labels.
func (v *View) SetLang(l words.Lang) {}

// SetFont gives the TrueType or OpenType file the labels are set in; it is
// read at the first label.
func (v *View) SetFont(ttf []byte) {}

// CreateRenderer is for Fyne.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.NRGBA{0xf4, 0xf2, 0xec, 0xff}))
}
