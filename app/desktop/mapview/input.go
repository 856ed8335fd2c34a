package mapview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"zhenjie/geo"
	"zhenjie/geo/carto"
)

// pointer is the mouse as the map knows it. Positions are in Fyne units from
// the map's corner.
type pointer struct {
	at     fyne.Position
	over   bool
	held   desktop.MouseButton // the button that was pressed on the map
	from   fyne.Position       // where
	drag   bool
	done   [2]int // pixels panned since
	shape  desktop.Cursor
	clicks clicks
	mods   fyne.KeyModifier
}

// clicks counts quick clicks at one place. Fyne's own double tap comes late,
// and even for clicks at two places.
type clicks struct {
	n    int
	at   fyne.Position
	when time.Time
}

const (
	quick    = 400 * time.Millisecond
	near     = 6.0   // units between the clicks of a double click
	notch    = 25.0  // what Fyne makes of a notch of the wheel
	wheelMax = 100.0 // fast wheels come multiplied by 125
	wheelIn  = 1.25  // zoom of a notch
	step     = 64.0  // units an arrow key pans
)

func (c *clicks) add(at fyne.Position, when time.Time) int {
	far := math.Hypot(float64(at.X-c.at.X), float64(at.Y-c.at.Y)) > near
	if far || when.Sub(c.when) > quick {
		c.n = 0
	}
	c.n++
	c.at, c.when = at, when
	return c.n
}

// pixel returns the pixel of the picture under a position.
func (v *View) pixel(p fyne.Position) (x, y float64) {
	return float64(p.X) * v.unit, float64(p.Y) * v.unit
}

// MouseDown takes the focus and holds the map.
func (v *View) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
	other := v.pointer.held != 0 && v.pointer.held != e.Button
	if other || e.Button == desktop.MouseButtonSecondary {
		return
	}
	v.pointer.held, v.pointer.from, v.pointer.done = e.Button, e.Position, [2]int{}
	if v.tooled() {
		v.pointer.at, v.pointer.mods = e.Position, e.Modifier
		v.pointer.clicks.add(e.Position, v.now())
		v.tool.Press(v.touch())
	}
}

// Dragged pans: the place first held stays under the pointer.
func (v *View) Dragged(e *fyne.DragEvent) {
	if v.pointer.held == 0 {
		return
	}
	v.pointer.drag = true
	v.pointer.at = e.Position
	if v.tooled() {
		v.moved()
		return
	}
	v.setCursor(desktop.PointerCursor)
	dx, dy := pixels(e.Position.X-v.pointer.from.X, v.unit), pixels(e.Position.Y-v.pointer.from.Y, v.unit)
	v.pan(dx-v.pointer.done[0], dy-v.pointer.done[1])
	v.pointer.done = [2]int{dx, dy}
}

// MouseUp ends a click or a pan.
func (v *View) MouseUp(e *desktop.MouseEvent) {
	if e.Button != v.pointer.held {
		return
	}
	if v.tooled() {
		v.pointer.at = e.Position
		v.release()
		return
	}
	click := !v.pointer.drag && e.Button == desktop.MouseButtonPrimary
	v.letGo()
	if click {
		v.clicked(e)
	}
}

// DragEnd ends a pan, also one released outside the window, which comes
// without a MouseUp.
func (v *View) DragEnd() {
	if v.tooled() {
		v.release()
		return
	}
	v.letGo()
}

// release ends what the tool began with the button.
func (v *View) release() {
	t := v.touch()
	v.tool.Move(t) // moves are told once a frame, and the last may be waiting
	v.letGo()
	v.tool.Release(t)
}

func (v *View) letGo() {
	v.pointer.held, v.pointer.drag = 0, false
	v.hover()
}

func (v *View) clicked(e *desktop.MouseEvent) {
	x, y := v.pixel(e.Position)
	if v.pointer.clicks.add(e.Position, v.now())%2 == 0 {
		v.zoom(2, x, y)
		return
	}
	switch n := v.picture.PlaceAt(x, y); {
	case n > 0 && v.OnMark != nil:
		v.OnMark(n)
	case v.OnSite != nil:
		if n := v.picture.SiteAt(x, y); n > 0 {
			v.OnSite(n)
		}
	}
}

// SiteAt is the number of the site shown at a place, counted from 1; 0 for none.
func (v *View) SiteAt(p geo.Point) int { return v.picture.SiteAt(v.view.Pixel(carto.ToWorld(p))) }

// tellHover tells which site lies under the pointer.
func (v *View) tellHover() {
	n := 0
	if v.pointer.over && v.tool == nil && !v.pointer.drag {
		n = v.picture.SiteAt(v.pixel(v.pointer.at))
	}
	if n != v.over && v.OnHover != nil {
		v.over = n
		v.OnHover(n)
	}
}

// MouseIn begins to tell where the pointer is.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved tells where the pointer is.
func (v *View) MouseMoved(e *desktop.MouseEvent) {
	v.pointer.at, v.pointer.over, v.pointer.mods = e.Position, true, e.Modifier
	v.moved()
}

// moved tells of the pointer with the next frame: a mouse sends many moves.
func (v *View) moved() {
	v.hover()
	v.frame.moved = true
	v.soon()
}

// MouseOut tells that the pointer left.
func (v *View) MouseOut() {
	v.pointer.over = false
	if v.tool != nil && !v.tooled() {
		v.tool.Leave()
	}
	v.frame.moved = true
	v.soon()
}

// tellPointer reports the place under the pointer.
func (v *View) tellPointer() {
	if v.OnPointer == nil {
		return
	}
	if !v.pointer.over {
		v.OnPointer(geo.Point{}, false)
		return
	}
	v.OnPointer(v.view.Point(v.pixel(v.pointer.at)), true)
}

// hover chooses the cursor for what lies under the pointer.
func (v *View) hover() {
	switch {
	case v.tool != nil:
		v.setCursor(v.tool.Cursor())
	case v.pointer.drag:
	case v.picture.PlaceAt(v.pixel(v.pointer.at)) > 0 || v.picture.SiteAt(v.pixel(v.pointer.at)) > 0:
		v.setCursor(desktop.PointerCursor)
	default:
		v.setCursor(desktop.CrosshairCursor)
	}
}

func (v *View) setCursor(c desktop.Cursor) { v.pointer.shape = c }

// Cursor is for Fyne.
func (v *View) Cursor() desktop.Cursor {
	if v.pointer.shape == nil {
		return desktop.CrosshairCursor
	}
	return v.pointer.shape
}

// Scrolled zooms about the pointer. Shift turns the wheel sideways, which is
// all the same here.
func (v *View) Scrolled(e *fyne.ScrollEvent) {
	by := float64(e.Scrolled.DX + e.Scrolled.DY)
	by = min(max(by, -wheelMax), wheelMax)
	x, y := v.pixel(e.Position)
	v.zoom(math.Pow(wheelIn, by/notch), x, y)
}

// TypedKey moves about by keyboard.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	if v.tool != nil && v.tool.Key(e.Name, modifiers()) || v.OnKey != nil && v.OnKey(e.Name) {
		return
	}
	by := pixels(step, v.unit)
	switch e.Name {
	case fyne.KeyLeft:
		v.pan(by, 0)
	case fyne.KeyRight:
		v.pan(-by, 0)
	case fyne.KeyUp:
		v.pan(0, by)
	case fyne.KeyDown:
		v.pan(0, -by)
	case fyne.KeyPlus, fyne.KeyEqual, fyne.KeyPageUp:
		v.ZoomIn()
	case fyne.KeyMinus, fyne.KeyPageDown:
		v.ZoomOut()
	case fyne.KeyHome:
		v.Fit()
	case fyne.KeyEscape:
		v.escape()
	}
}

// escape takes back the pan in hand, or else asks for no mark.
func (v *View) escape() {
	if v.pointer.drag {
		v.pan(-v.pointer.done[0], -v.pointer.done[1])
		v.letGo()
		return
	}
	if v.content.scene.Selected > 0 && v.OnMark != nil {
		v.OnMark(0)
	}
}

// TypedRune tells of a character; the map itself is moved by keys.
func (v *View) TypedRune(r rune) {
	if v.OnRune != nil {
		v.OnRune(r)
	}
}

// FocusGained is for Fyne.
func (v *View) FocusGained() {}

// FocusLost is for Fyne.
func (v *View) FocusLost() {}
