package mapview

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// frame gathers what happens between two paints: a mouse sends up to 16 moves
// a frame.
type frame struct {
	pending bool
	changed bool // the picture
	moved   bool // the pointer, or the map below it
}

// soon has flush called once, after this frame's events and before its paint.
// (An animation without duration ticks just there; the test driver runs it at
// once.)
func (v *View) soon() {
	if v.frame.pending {
		return
	}
	v.frame.pending = true
	fyne.NewAnimation(0, func(float32) {
		if v.frame.pending {
			v.flush()
			v.frame.pending = false // what the flush itself asked for is done
		}
	}).Start()
}

func (v *View) flush() {
	moved := v.frame.moved
	if moved && v.tool != nil && (v.pointer.over || v.tooled()) {
		v.tool.Move(v.touch()) // may change what is shown
	}
	changed := v.frame.changed
	v.frame.changed, v.frame.moved = false, false
	if changed {
		v.Refresh()
	}
	if changed || moved {
		v.tellPointer()
		v.tellHover()
	}
}

// Resize is for Fyne.
func (v *View) Resize(size fyne.Size) {
	v.BaseWidget.Resize(size)
	unit := v.deviceUnit()
	v.reshape(pixels(size.Width, unit), pixels(size.Height, unit), unit)
}

func pixels(length float32, unit float64) int { return int(math.Round(float64(length) * unit)) }

// deviceUnit returns how many device pixels a Fyne unit has.
func (v *View) deviceUnit() float64 {
	if app := fyne.CurrentApp(); app != nil {
		if c := app.Driver().CanvasForObject(v); c != nil {
			const far = 4096 // the answer is in whole pixels
			if x, _ := c.PixelCoordinateForPosition(fyne.NewPos(far, 0)); x > 0 {
				return float64(x) / far
			}
		}
	}
	return v.unit
}

// reshape fits the view to a size in pixels and a unit.
func (v *View) reshape(w, h int, unit float64) {
	w, h = max(w, 1), max(h, 1)
	if w == v.view.Width && h == v.view.Height && unit == v.unit {
		return
	}
	next := v.view.Resized(w, h)
	if unit != v.unit {
		next = next.Zoomed(unit/v.unit, float64(w)/2, float64(h)/2)
	}
	v.unit, v.stale = unit, true
	v.view = next
	if v.fitted {
		v.Fit()
	}
	v.frame.changed = true
	v.soon()
}

// generate is called by Fyne while painting, once after each Refresh, with the
// size in device pixels it is going to paint.
func (v *View) generate(w, h int) image.Image {
	v.reshape(w, h, v.deviceUnit())
	v.draw()
	return v.picture.Image()
}

// draw brings the picture up to date.
func (v *View) draw() {
	v.aim()
	if !v.stale {
		v.picture.MoveTo(v.view)
		v.drawArrived()
		return
	}
	v.stale = false
	v.ground.arrived = v.ground.arrived[:0]
	v.picture.SetScene(v.content.scene)
	v.picture.SetOverlay(v.overlay)
	v.picture.SetStyle(v.styled(), v.unit)
	v.picture.SetView(v.view)
	v.picture.RedrawAll()
}

// CreateRenderer is for Fyne.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	raster := canvas.NewRaster(v.generate)
	raster.ScaleMode = canvas.ImageScalePixels
	return &renderer{view: v, raster: raster}
}

type renderer struct {
	view   *View
	raster *canvas.Raster
}

// Layout makes the raster a whole number of device pixels wide and high, so
// that the picture is shown pixel for pixel at any scale.
func (r *renderer) Layout(size fyne.Size) {
	unit := r.view.deviceUnit()
	r.raster.Resize(fyne.NewSize(
		float32(float64(pixels(size.Width, unit))/unit),
		float32(float64(pixels(size.Height, unit))/unit),
	))
}

// MinSize is enough to see that there is a map.
func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(160, 120) }

// Refresh has the picture uploaded again.
func (r *renderer) Refresh() { r.raster.Refresh() }

// Objects is for Fyne.
func (r *renderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.raster} }

// Destroy is for Fyne.
func (r *renderer) Destroy() {}

// Paint draws the picture as it would be for the next frame, for benchmarks of
// what is done before the driver takes over.
func Paint(v *View) { v.draw() }
