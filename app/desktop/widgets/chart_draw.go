package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/planning/chart"
)

// palette is the chart's colours on the ground of the window.
func (c *Chart) palette() chart.Palette {
	ground := color.NRGBAModel.Convert(skinOf(c).colour(theme.ColorNameBackground)).(color.NRGBA)
	p := chart.Light
	if int(ground.R)+int(ground.G)+int(ground.B) < 3*128 {
		p = chart.Dark
	}
	p[chart.Paper] = ground
	return p
}

type chartRenderer struct {
	chart   *Chart
	raster  *canvas.Raster
	pane    fyne.CanvasObject // takes the pointer and the keys
	bars    [2]*canvas.Rectangle
	frame   *canvas.Rectangle // while it has the focus
	objects []fyne.CanvasObject
}

// CreateRenderer is for Fyne.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	r := &chartRenderer{
		chart: c, raster: canvas.NewRaster(c.generate),
		bars: [2]*canvas.Rectangle{{}, {}}, frame: &canvas.Rectangle{},
	}
	r.raster.ScaleMode = canvas.ImageScalePixels
	r.pane = newChartPane(c, r.frame)
	c.repaint = r.raster.Refresh
	c.makeButtons()
	r.objects = []fyne.CanvasObject{r.raster, r.pane, r.bars[0], r.bars[1], r.frame}
	for _, b := range c.buttons {
		r.objects = append(r.objects, b)
	}
	r.frame.Hide()
	r.look()
	return r
}

func (r *chartRenderer) Destroy()                     {}
func (r *chartRenderer) Objects() []fyne.CanvasObject { return r.objects }

// row is the height of the buttons.
func (r *chartRenderer) row() float32 {
	if len(r.chart.buttons) == 0 {
		return 0
	}
	return r.chart.buttons[0].MinSize().Height + skinOf(r.chart).pad()
}

func (r *chartRenderer) buttonsWidth() (width float32) {
	for _, b := range r.chart.buttons {
		width += b.MinSize().Width + skinOf(r.chart).pad()
	}
	return width
}

// nameButtons leaves the buttons their icons alone where there is no room for the
// names of all: those that zoom first, then the others.
func (r *chartRenderer) nameButtons(room float32) {
	c := r.chart
	for i, b := range c.buttons {
		if b.Text != c.names[i] {
			b.SetText(c.names[i])
		}
	}
	zooms := 0
	if c.Zoomable {
		zooms = zoomButtons
	}
	for _, group := range [][]*widget.Button{c.buttons[:zooms], c.buttons[zooms:]} {
		if r.buttonsWidth() <= room {
			return
		}
		for _, b := range group {
			b.SetText("")
		}
	}
}

// leastChart is the width of a chart in em that is still worth looking at.
const leastChart = 16

func (r *chartRenderer) MinSize() fyne.Size {
	width := leastChart * skinOf(r.chart).em()
	high := 0.7 * width
	width = max(width, r.buttonsWidth())
	if !r.chart.Zoomable {
		high = r.chart.heightAt(max(r.chart.Size().Width, width))
	}
	return fyne.NewSize(width, high+r.row())
}

// Layout makes the picture a whole number of device pixels wide and high at any
// scale that is a multiple of a quarter.
func (r *chartRenderer) Layout(size fyne.Size) {
	c := r.chart
	if size.IsZero() {
		return // not shown yet
	}
	view := fyne.NewSize(max(quartered(size.Width), 4), max(quartered(size.Height-r.row()), 4))
	c.lay(view)
	place(r.raster, 0, 0, view.Width, view.Height)
	place(r.pane, 0, 0, view.Width, view.Height)
	place(r.frame, 0, 0, view.Width, view.Height)
	r.nameButtons(size.Width)
	pad := skinOf(c).pad()
	x := size.Width
	for i := len(c.buttons) - 1; i >= 0; i-- {
		least := c.buttons[i].MinSize()
		x -= least.Width
		place(c.buttons[i], x, size.Height-least.Height, least.Width, least.Height)
		x -= pad
	}
	r.scrolled()
}

func quartered(length float32) float32 { return float32(int(length) &^ 3) }

// scrolled shows by two bars which part of the drawing is in view.
func (r *chartRenderer) scrolled() {
	c := r.chart
	show(r.bars[0], false)
	show(r.bars[1], false)
	if c.drawing == nil || !c.Zoomable {
		return
	}
	thick := skinOf(c).size(theme.SizeNameScrollBarSmall)
	view := c.seen()
	if view.W < c.drawing.Width-0.01 {
		show(r.bars[0], true)
		place(r.bars[0], c.laid.Width*float32(view.X/c.drawing.Width), c.laid.Height-thick, c.laid.Width*float32(view.W/c.drawing.Width), thick)
	}
	if view.H < c.drawing.Height-0.01 {
		show(r.bars[1], true)
		place(r.bars[1], c.laid.Width-thick, c.laid.Height*float32(view.Y/c.drawing.Height), thick, c.laid.Height*float32(view.H/c.drawing.Height))
	}
}

func (r *chartRenderer) look() {
	s := skinOf(r.chart)
	for _, b := range r.bars {
		paint(b, s.colour(theme.ColorNameScrollBar))
	}
	r.frame.StrokeColor, r.frame.StrokeWidth = s.colour(theme.ColorNamePrimary), 2*s.size(theme.SizeNameInputBorder)
	r.frame.FillColor = color.Transparent
}

func (r *chartRenderer) Refresh() {
	r.look()
	r.Layout(r.chart.Size())
	canvas.Refresh(r.chart)
}
