package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"zhenjie/geo"
	"zhenjie/geo/carto"
)

// Tool is what the primary button does on the map. Panning with the middle
// button, the wheel, and the keys a tool does not want stay the map's own.
type Tool interface {
	Press(t Touch)
	Move(t Touch) // with the button pressed, or hovering
	Release(t Touch)
	Key(k fyne.KeyName, mods fyne.KeyModifier) bool // true when it was meant for the tool
	Leave()                                         // the pointer has left the map
	Cursor() desktop.Cursor
}

// Touch is the pointer on the map.
type Touch struct {
	At      geo.Point
	Reach   float64 // what is nearer than this, in metres, is meant
	Mods    fyne.KeyModifier
	Clicks  int  // 2 for the second press of a double click
	Pressed bool // the primary button is held down
}

// reach is how near is near, in units of the screen.
const reach = 9.0

// SetTool gives the primary button to a tool, or back to the map with nil.
func (v *View) SetTool(t Tool) {
	v.tool = t
	v.pointer.held, v.pointer.drag = 0, false
	v.hover()
}

// EndClicks has the next press count as the first: what was clicked before has
// been dealt with.
func (v *View) EndClicks() { v.pointer.clicks = clicks{} }

// SetOverlay shows what is being done on the map.
func (v *View) SetOverlay(o carto.Overlay) {
	v.overlay = o
	v.restyle()
}

// tooled reports whether a tool has the button that is held.
func (v *View) tooled() bool { return v.tool != nil && v.pointer.held == desktop.MouseButtonPrimary }

func (v *View) touch() Touch {
	x, y := v.pixel(v.pointer.at)
	return Touch{
		At: v.view.Point(x, y), Reach: reach * v.unit * v.view.GroundResolution(),
		Mods: v.pointer.mods, Clicks: v.pointer.clicks.n, Pressed: v.pointer.held == desktop.MouseButtonPrimary,
	}
}

// modifiers are the keys held down now; headless drivers do not know.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// PositionOf is where on the widget a place is shown.
func (v *View) PositionOf(p geo.Point) fyne.Position {
	x, y := v.view.Pixel(carto.ToWorld(p))
	return fyne.NewPos(float32(x/v.unit), float32(y/v.unit))
}
