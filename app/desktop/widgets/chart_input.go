package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/assets/words"
	"zhenjie/planning/chart"
)

// The zooms a chart is shown at.
const (
	leastZoom = 0.2
	mostZoom  = 4
	zoomStep  = 1.25
	panStep   = 40 // Fyne units
)

// seen is the part of the drawing in view, in mm.
func (c *Chart) seen() chart.Box {
	return chart.Box{X: c.origin.X, Y: c.origin.Y, W: mm(c.laid.Width) / c.zoom, H: mm(c.laid.Height) / c.zoom}
}

// keep keeps the drawing in view: what is smaller than the view stands in its
// middle.
func (c *Chart) keep() {
	view := c.seen()
	clamp := func(at, view, all float64) float64 {
		if view >= all-0.01 {
			return (all - view) / 2
		}
		return min(max(at, 0), all-view)
	}
	c.origin = chart.Point{X: clamp(view.X, view.W, c.drawing.Width), Y: clamp(view.Y, view.H, c.drawing.Height)}
}

// pan moves the view over the drawing by Fyne units.
func (c *Chart) pan(dx, dy float32) {
	if c.drawing == nil {
		return
	}
	c.origin.X += mm(dx) / c.zoom
	c.origin.Y += mm(dy) / c.zoom
	c.keep()
	c.Refresh()
}

// zoomAt multiplies the zoom, keeping what is at a place of the view there.
func (c *Chart) zoomAt(factor float64, at fyne.Position) {
	if c.drawing == nil {
		return
	}
	next := min(max(c.zoom*factor, leastZoom), mostZoom)
	c.origin.X += mm(at.X) * (1/c.zoom - 1/next)
	c.origin.Y += mm(at.Y) * (1/c.zoom - 1/next)
	c.zoom = next
	c.keep()
	c.Refresh()
}

func (c *Chart) middle() fyne.Position { return fyne.NewPos(c.laid.Width/2, c.laid.Height/2) }

// ZoomIn shows the chart larger.
func (c *Chart) ZoomIn() { c.zoomAt(zoomStep, c.middle()) }

// ZoomOut shows it smaller.
func (c *Chart) ZoomOut() { c.zoomAt(1/zoomStep, c.middle()) }

// Fit shows all of it.
func (c *Chart) Fit() {
	if c.drawing == nil || c.laid.Width <= 0 {
		return
	}
	whole := min(mm(c.laid.Width)/c.drawing.Width, mm(c.laid.Height)/c.drawing.Height, 1)
	c.zoomAt(whole/c.zoom, c.middle())
}

// Reveal brings a spot into view.
func (c *Chart) Reveal(id string) {
	c.sought = id
	if c.drawing != nil {
		c.reveal()
		c.Refresh()
	}
}

func (c *Chart) reveal() {
	for _, s := range c.drawing.Spots {
		if c.sought != "" && s.ID == c.sought {
			view := c.seen()
			c.origin = chart.Point{X: s.Box.X + s.Box.W/2 - view.W/2, Y: s.Box.Y + s.Box.H/2 - view.H/2}
			c.keep()
		}
	}
	c.sought = ""
}

// spot is what lies at a place of the view.
func (c *Chart) spot(at fyne.Position) string {
	if c.drawing == nil {
		return ""
	}
	return c.drawing.At(c.origin.X+mm(at.X)/c.zoom, c.origin.Y+mm(at.Y)/c.zoom)
}

// zoomButtons is how many buttons a chart that is zoomed begins with.
const zoomButtons = 3

func (c *Chart) makeButtons() {
	c.buttons, c.names = nil, nil
	add := func(icon fyne.Resource, text string, do func()) {
		b := widget.NewButtonWithIcon(text, icon, do)
		b.Importance = widget.LowImportance
		c.buttons, c.names = append(c.buttons, b), append(c.names, text)
	}
	if c.Zoomable {
		add(theme.ZoomOutIcon(), words.Say("chart.zoom_out").In(c.lang), c.ZoomOut)
		add(theme.ZoomInIcon(), words.Say("chart.zoom_in").In(c.lang), c.ZoomIn)
		add(theme.ZoomFitIcon(), words.Say("chart.zoom_fit").In(c.lang), c.Fit)
	}
	if c.OnEnlarge != nil {
		add(theme.ViewFullScreenIcon(), words.Say("chart.enlarge").In(c.lang), func() { c.OnEnlarge(c.chart, c.title()) })
	}
	if c.OnSave != nil {
		add(theme.DocumentSaveIcon(), words.Say("chart.save_as").In(c.lang), func() {
			last := c.buttons[len(c.buttons)-1]
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(last)
			c.openMenu(at.Add(fyne.NewPos(0, last.Size().Height)), c.saveItems())
		})
	}
}

var saveWords = map[chart.Format]words.ID{
	chart.SVG: "chart.save_svg", chart.PDF: "chart.save_pdf", chart.PNG: "chart.save_png",
}

func (c *Chart) saveItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, f := range chart.Formats {
		items = append(items, fyne.NewMenuItem(words.Say(saveWords[f]).In(c.lang), func() { c.OnSave(c.chart, c.title(), f) }))
	}
	return items
}

// openMenu opens a menu at a place of the window.
func (c *Chart) openMenu(at fyne.Position, items []*fyne.MenuItem) {
	if on := fyne.CurrentApp().Driver().CanvasForObject(c); on != nil {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), on, at)
	}
}

// chartPane takes clicks on a chart.
type chartPane struct {
	widget.BaseWidget
	chart *Chart
}

// zoomPane takes the wheel, drags and keys as well.
type zoomPane struct {
	chartPane
	frame *canvas.Rectangle // shown while the pane has the focus
}

// newChartPane makes what takes the pointer. A wheel over a chart that is not
// zoomed scrolls the page.
func newChartPane(c *Chart, frame *canvas.Rectangle) fyne.CanvasObject {
	if !c.Zoomable {
		p := &chartPane{chart: c}
		p.ExtendBaseWidget(p)
		return p
	}
	p := &zoomPane{chartPane{chart: c}, frame}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is for Fyne.
func (p *chartPane) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// Tapped is for Fyne.
func (p *chartPane) Tapped(e *fyne.PointEvent) {
	if id := p.chart.spot(e.Position); id != "" && p.chart.OnSpot != nil {
		p.chart.OnSpot(id)
	}
}

// TappedSecondary opens the menu of the chart.
func (p *chartPane) TappedSecondary(e *fyne.PointEvent) {
	c := p.chart
	items := []*fyne.MenuItem{fyne.NewMenuItem(words.Say("chart.copy_text").In(c.lang), func() {
		fyne.CurrentApp().Clipboard().SetContent(c.Describe())
	})}
	if c.OnSave != nil {
		items = append(c.saveItems(), items...)
	}
	c.openMenu(e.AbsolutePosition, items)
}

// Scrolled moves the view, and zooms while Ctrl is held.
func (p *zoomPane) Scrolled(e *fyne.ScrollEvent) {
	if p.chart.modifiers()&(fyne.KeyModifierControl|fyne.KeyModifierSuper) == 0 {
		p.chart.pan(-e.Scrolled.DX, -e.Scrolled.DY)
		return
	}
	switch by := e.Scrolled.DX + e.Scrolled.DY; {
	case by > 0:
		p.chart.zoomAt(zoomStep, e.Position)
	case by < 0:
		p.chart.zoomAt(1/zoomStep, e.Position)
	}
}

// Dragged moves the drawing with the pointer.
func (p *zoomPane) Dragged(e *fyne.DragEvent) { p.chart.pan(-e.Dragged.DX, -e.Dragged.DY) }

// DragEnd is for Fyne.
func (p *zoomPane) DragEnd() {}

// FocusGained is for Fyne.
func (p *zoomPane) FocusGained() { show(p.frame, true) }

// FocusLost is for Fyne.
func (p *zoomPane) FocusLost() { show(p.frame, false) }

// TypedRune zooms.
func (p *zoomPane) TypedRune(r rune) {
	switch r {
	case '+', '=':
		p.chart.ZoomIn()
	case '-':
		p.chart.ZoomOut()
	case '0':
		p.chart.Fit()
	}
}

// TypedKey moves the view.
func (p *zoomPane) TypedKey(e *fyne.KeyEvent) {
	page := p.chart.laid.Height * 0.9
	switch e.Name {
	case fyne.KeyLeft:
		p.chart.pan(-panStep, 0)
	case fyne.KeyRight:
		p.chart.pan(panStep, 0)
	case fyne.KeyUp:
		p.chart.pan(0, -panStep)
	case fyne.KeyDown:
		p.chart.pan(0, panStep)
	case fyne.KeyPageUp:
		p.chart.pan(0, -page)
	case fyne.KeyPageDown:
		p.chart.pan(0, page)
	case fyne.KeyHome:
		p.chart.pan(-1e6, -1e6)
	case fyne.KeyEnd:
		p.chart.pan(1e6, 1e6)
	}
}
