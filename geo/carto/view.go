package carto

import (
	"math"

	"zhenjie/geo"
)

// The limits of the scale, in pixels a metre of the plane: the globe in 256
// pixels, and about 5 mm a pixel.
const (
	minScale = 256 / (2 * math.Pi * semiMajor)
	maxScale = 200.0
)

// View says which part of the plane a picture of some size shows. It is a
// value: moving about makes another View.
type View struct {
	Width, Height int // of the picture, in pixels

	anchor World   // lies on the corner of a pixel
	scale  float64 // pixels a metre of the plane
	left   int     // of the picture, in pixels from the anchor
	top    int     // downwards
}

// NewView returns a view of a picture's size with a point of the plane in the
// middle. scale is in pixels a metre of the plane and is kept within what can
// be drawn.
func NewView(width, height int, centre World, scale float64) View {
	if !centre.finite() {
		centre = World{}
	}
	return View{
		Width: width, Height: height,
		anchor: centre, scale: clampScale(scale),
		left: -width / 2, top: -height / 2,
	}
}

func clampScale(s float64) float64 {
	if !(s > minScale) {
		return minScale
	}
	return min(s, maxScale)
}

// Fitted returns the view of a picture's size that shows a whole box with a
// margin of some pixels on every side.
func Fitted(width, height, margin int, b Box) View {
	if b.Empty() {
		b = Box{}
	}
	w, h := float64(max(width-2*margin, 1)), float64(max(height-2*margin, 1))
	scale := min(w/(b.MaxX-b.MinX), h/(b.MaxY-b.MinY), maxScale/20)
	return NewView(width, height, b.Middle(), scale)
}

// Scale returns the pixels a metre of the plane.
func (v View) Scale() float64 { return v.scale }

// Pixel returns where a point of the plane lies in the picture.
func (v View) Pixel(w World) (x, y float64) {
	return (w.X-v.anchor.X)*v.scale - float64(v.left), (v.anchor.Y-w.Y)*v.scale - float64(v.top)
}

// At returns the point of the plane at a place in the picture.
func (v View) At(x, y float64) World {
	return World{
		v.anchor.X + (x+float64(v.left))/v.scale,
		v.anchor.Y - (y+float64(v.top))/v.scale,
	}
}

// Point returns the longitude and latitude in degrees at a place in the picture.
func (v View) Point(x, y float64) geo.Point { return ToDegrees(v.At(x, y)) }

// Middle returns the point of the plane in the middle of the picture.
func (v View) Middle() World { return v.At(float64(v.Width)/2, float64(v.Height)/2) }

// Scrolled returns the view whose content has moved by whole pixels, right and
// down. Its middle stays on the globe: moved is what was granted of the wish.
func (v View) Scrolled(dx, dy int) (next View, moved [2]int) {
	const reach = maxLongitude * radian * semiMajor
	next = v
	next.left -= dx
	next.top -= dy
	if m := next.Middle(); math.Abs(m.X) > reach {
		next.left = v.left
	}
	if m := next.Middle(); math.Abs(m.Y) > reach/3 {
		next.top = v.top
	}
	return next, [2]int{v.left - next.left, v.top - next.top}
}

// Zoomed returns the view with the scale multiplied by factor and the point at
// a place in the picture kept there.
func (v View) Zoomed(factor, x, y float64) View {
	next := v
	next.anchor = v.At(math.Floor(x), math.Floor(y))
	next.left, next.top = -int(math.Floor(x)), -int(math.Floor(y))
	next.scale = clampScale(v.scale * factor)
	return next
}

// CentredOn returns the view with another point of the plane in the middle.
func (v View) CentredOn(w World) View { return NewView(v.Width, v.Height, w, v.scale) }

// Resized returns the view for a picture of another size with the same middle.
func (v View) Resized(width, height int) View {
	next := v
	next.Width, next.Height = width, height
	next.left += v.Width/2 - width/2
	next.top += v.Height/2 - height/2
	return next
}

// GroundResolution returns the metres on the ground one pixel is wide, on the
// parallel through the middle of the picture.
func (v View) GroundResolution() float64 {
	return 1 / (v.scale * worldMetres(ToDegrees(v.Middle())[1]))
}

// grid converts points of the plane to 1/256 pixels from the corner of a
// rectangle of the picture.
type grid struct {
	anchor World
	scale  float64 // 1/256 pixels a metre
	dx, dy int     // of the rectangle's corner from the anchor, in 1/256 pixels
}

func (v View) grid(x, y int) grid {
	return grid{v.anchor, v.scale * 256, (v.left + x) * 256, (v.top + y) * 256}
}

// lift makes any coordinate positive, so that cutting off the fraction rounds
// down; a float64 of its size still resolves 1/256 of our unit.
const lift = 1 << 44

func (f *grid) point(w World) (x, y int) {
	x = int((w.X-f.anchor.X)*f.scale+(lift+0.5)) - lift
	y = int((f.anchor.Y-w.Y)*f.scale+(lift+0.5)) - lift
	return x - f.dx, y - f.dy
}
