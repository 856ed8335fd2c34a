// Package mapview is the map widget: it shows outlines and places, lets people
// move about, and tells where the pointer is. It knows no plan.
package mapview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/carto"
)

// View is the map widget. All its methods are for the UI thread.
//
// It is no fyne.Shortcutable: shortcuts belong to the window, and a focused
// widget would keep them from it.
type View struct {
	widget.BaseWidget
	OnPointer func(p geo.Point, over bool) // the place under the pointer, at most once a frame; over is false when it left
	OnKey     func(fyne.KeyName) bool      // a key the tool does not want; true when it was used, else it is the map's
	OnRune    func(rune)                   // a character, typed after its key
	OnMark    func(number int)             // a mark was clicked, counted from 1; 0 when Escape asks for none
	OnSite    func(number int)             // a site was clicked with no tool in hand, counted from 1
	OnHover   func(number int)             // the site under the pointer is another, counted from 1; 0 for none, and while a tool is in hand
	OnGround  func(error)                  // why some of the ground could not be painted

	picture *carto.Picture
	view    carto.View // wanted; the picture follows when it is painted
	unit    float64    // device pixels a Fyne unit
	stale   bool       // something else than the view changed since the picture was drawn
	fitted  bool       // everything is in view and shall be so at another size; nobody has moved about since
	style   carto.Style
	content content
	overlay carto.Overlay
	ground  ground
	looks   map[carto.Role]AreaLook
	sites   *SiteLook // nil for the usual
	tool    Tool      // nil for none
	over    int       // the site OnHover was told of last
	pointer pointer
	frame   frame

	post func(func())     // brings work back to the UI thread
	now  func() time.Time // for telling double clicks
}

// Scales to go to, in metres on the ground a Fyne unit.
const (
	nearEnough = 1.0  // a place can be told from its surroundings
	closeUp    = 0.5  // what CentreOn zooms to otherwise
	empty      = 6000 // an empty map shows the country
)

// New makes a map that shows nothing yet.
func New() *View {
	v := &View{picture: carto.NewPicture(), unit: 1, fitted: true, stale: true, post: fyne.Do, now: time.Now}
	v.style = carto.Light
	v.view = v.picture.View()
	v.ExtendBaseWidget(v)
	return v
}

// Fit brings everything shown into view.
func (v *View) Fit() {
	v.fitted = true
	w, h := v.view.Width, v.view.Height
	box := v.content.scene.Box()
	if box.Empty() {
		v.look(carto.NewView(w, h, carto.ToWorld(geo.Point{104, 35.5}), v.scale(empty, 35.5)))
		return
	}
	v.look(carto.Fitted(w, h, int(48*v.unit), box))
}

// scale returns the scale at which a Fyne unit is some metres wide on the
// ground at a latitude.
func (v *View) scale(metres, lat float64) float64 {
	at := carto.NewView(1, 1, carto.ToWorld(geo.Point{0, lat}), 1)
	return at.GroundResolution() / metres * v.unit
}

// CentreOn brings a place to the middle, zooming in if it could not be told
// from its surroundings.
func (v *View) CentreOn(p geo.Point) {
	w := carto.ToWorld(p)
	if math.IsNaN(w.X) || math.IsNaN(w.Y) {
		return
	}
	next := v.view.CentredOn(w)
	if next.GroundResolution()*v.unit > nearEnough {
		next = carto.NewView(next.Width, next.Height, w, v.scale(closeUp, p[1]))
	}
	v.fitted = false
	v.look(next)
}

// Centre returns the place in the middle of the map, in degrees.
func (v *View) Centre() geo.Point { return carto.ToDegrees(v.view.Middle()) }

// ZoomIn doubles the scale about the middle.
func (v *View) ZoomIn() { v.zoom(2, float64(v.view.Width)/2, float64(v.view.Height)/2) }

// ZoomOut halves the scale about the middle.
func (v *View) ZoomOut() { v.zoom(0.5, float64(v.view.Width)/2, float64(v.view.Height)/2) }

// zoom multiplies the scale, keeping a pixel where it is.
func (v *View) zoom(factor, x, y float64) {
	v.fitted = false
	v.look(v.view.Zoomed(factor, x, y))
}

// pan moves what is shown right and down by pixels.
func (v *View) pan(dx, dy int) {
	v.fitted = false
	next, _ := v.view.Scrolled(dx, dy)
	v.look(next)
}

// look shows another part of the plane with the next frame.
func (v *View) look(next carto.View) {
	if next == v.view {
		return
	}
	v.view = next
	v.frame.changed = true
	v.soon()
}

// restyle has everything drawn anew with the next frame.
func (v *View) restyle() {
	v.stale = true
	v.frame.changed = true
	v.soon()
}

// SetDark chooses the colours for a dark window.
func (v *View) SetDark(dark bool) {
	v.style = carto.Light
	if dark {
		v.style = carto.Dark
	}
	v.restyle()
}

// SetLang chooses the language of the labels.
func (v *View) SetLang(l words.Lang) {
	v.content.scene.Lang = l
	v.restyle()
}

// SetGrid shows or hides the kilometre grid of the 3° zone.
func (v *View) SetGrid(on bool) {
	v.content.scene.Kilometres = on
	v.restyle()
}

// SetFont gives the TrueType or OpenType file the labels are set in; it is
// read at the first label.
func (v *View) SetFont(file []byte) {
	v.picture.SetFont(carto.NewFont(file))
	v.restyle()
}
