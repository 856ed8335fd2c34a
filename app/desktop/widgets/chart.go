package widgets

import (
	"image"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"zhenjie/assets/words"
	"zhenjie/planning/chart"
)

// Chart shows a chart. It is laid out on the UI thread, which takes a
// millisecond or two, and drawn beside it.
//
// A chart that can be zoomed keeps to the room it is given and is scrolled;
// another one is as high as it needs to be. The fields are set before it is
// shown. All methods are for the UI thread.
type Chart struct {
	widget.BaseWidget
	Zoomable bool
	Height   float32         // wanted, in Fyne units; 0 for a share of the width
	OnSpot   func(id string) // a part of the chart that stands for something was clicked
	// What a window does with a chart and its title; nil where there is none.
	OnSave    func(chart.Chart, string, chart.Format) // asks for a file
	OnEnlarge func(chart.Chart, string)               // shows it as large as the window
	Post      func(func())                            // brings pictures to the UI thread; nil is fyne.Do

	lang    words.Lang
	chart   chart.Chart
	drawing *chart.Drawing // of the chart at the size the widget has
	laid    fyne.Size      // for which it was laid out, in Fyne units
	least   float32        // height of the chart at a width,
	leastAt float32        // this one; 0: not known

	zoom   float64
	origin chart.Point // of the view's corner, in mm of the drawing
	sought string      // a spot to be brought into view once there is a drawing

	picture *image.RGBA
	shown   request // what the picture shows
	busy    bool    // a picture is being drawn
	queued  request // wanted after it

	buttons   []*widget.Button
	names     []string // of the buttons
	modifiers func() fyne.KeyModifier
	repaint   func() // set by the renderer
}

// request is a picture of part of a drawing.
type request struct {
	drawing       *chart.Drawing
	x, y          float64 // mm
	width, height int     // pixels
	scale         float64
	palette       chart.Palette
}

// NewChart makes a widget that shows nothing yet.
func NewChart(l words.Lang) *Chart {
	c := &Chart{lang: l, zoom: 1, modifiers: keyModifiers, repaint: func() {}}
	c.ExtendBaseWidget(c)
	return c
}

// Display shows another chart.
func (c *Chart) Display(next chart.Chart) {
	if reflect.DeepEqual(c.chart, next) {
		return
	}
	c.chart = next
	c.drawing, c.leastAt = nil, 0
	c.Refresh()
}

// Describe says what is shown, for those who cannot see it.
func (c *Chart) Describe() string {
	if c.drawing == nil {
		return ""
	}
	return words.Say("chart.description", "title", c.drawing.Title, "text", c.drawing.Description).In(c.lang)
}

// title is empty until there is a drawing.
func (c *Chart) title() string {
	if c.drawing == nil {
		return ""
	}
	return c.drawing.Title
}

// AccessibilityLabel is for Fyne.
func (c *Chart) AccessibilityLabel() string { return c.Describe() }

// AccessibilityRole is for Fyne.
func (c *Chart) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// mm and units turn Fyne units at zoom 1 into mm of a drawing and back.
func mm(units float32) float64 { return float64(units) / chart.PixelsPerMM }
func units(mm float64) float32 { return float32(mm * chart.PixelsPerMM) }

// heightAt is how high a chart that is not zoomed stands at a width.
func (c *Chart) heightAt(width float32) float32 {
	width = quartered(width)
	if c.chart == nil || width <= 0 {
		return c.wanted(width)
	}
	if c.leastAt != width {
		c.leastAt = width
		c.least = quartered(units(c.chart.Draw(mm(width), mm(c.wanted(width))).Height) + 3.99)
	}
	return c.least
}

func (c *Chart) wanted(width float32) float32 {
	if c.Height > 0 {
		return c.Height
	}
	return min(max(0.62*width, 180), 420)
}

// lay lays the chart out for a view of a size.
func (c *Chart) lay(view fyne.Size) {
	if c.chart == nil || c.drawing != nil && c.laid == view {
		return
	}
	c.laid = view
	c.drawing = c.chart.Draw(mm(view.Width), mm(view.Height))
	c.keep()
	c.reveal()
}

// request is the picture wanted now, of so many pixels.
func (c *Chart) request(width, height int) request {
	r := request{drawing: c.drawing, width: width, height: height, palette: c.palette()}
	if c.laid.Width > 0 {
		r.scale = float64(width) / float64(c.laid.Width) * c.zoom
		r.x, r.y = c.origin.X, c.origin.Y
	}
	return r
}

// generate is called by Fyne while painting, with the size in device pixels. It
// returns the newest picture there is, and has a better one drawn.
func (c *Chart) generate(width, height int) image.Image {
	r := c.request(width, height)
	if r.drawing != nil && r != c.shown {
		c.queued = r
		c.draw()
	}
	if c.picture == nil || r.drawing == nil {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	return c.picture
}

// draw has the picture wanted drawn, one at a time: a newer one never comes
// before an older.
func (c *Chart) draw() {
	if c.busy {
		return
	}
	c.busy = true
	r := c.queued
	post := c.Post
	if post == nil {
		post = fyne.Do
	}
	go func() {
		picture := r.drawing.Part(r.x, r.y, r.width, r.height, r.scale, r.palette)
		post(func() {
			c.busy = false
			c.picture, c.shown = picture, r
			c.repaint() // asks for the next picture, where another one is wanted by now
		})
	}()
}
