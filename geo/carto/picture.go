package carto

import (
	"image"
	"runtime"
	"sync"

	"zhenjie/geo"
)

// Picture is a map on a screen: one opaque image of device pixels. What can be
// seen is kept up to date by Redraw and Scroll; the setters only say what the
// next Redraw shall draw.
//
// A Picture belongs to one goroutine at a time; it uses others inside.
type Picture struct {
	img    *image.RGBA
	view   View
	scene  Scene
	places []World // of the scene, projected
	sites  sites   // likewise
	style  Style
	unit   float64 // pixels a unit of the screen
	font   *Font

	kilometres kilometres

	background  *Background // nil: bare paper
	attribution string      // of the background
	overlay     overlay

	bands   [maxBands]band
	saved   []patch // what lies under the furniture
	beneath []byte  // the pixels of the patches, one after the other
}

// A picture is drawn in horizontal bands, each by a goroutine; small parts are
// not worth the start of one.
const (
	maxBands  = 4
	smallPart = 20_000 // pixels
)

// NewPicture makes a picture that shows nothing, one pixel small.
func NewPicture() *Picture {
	p := &Picture{style: Light, unit: 1, img: image.NewRGBA(image.Rect(0, 0, 1, 1))}
	p.view = NewView(1, 1, ToWorld(geo.Point{105, 35}), 0)
	return p
}

// Image returns the picture's pixels. They are the picture's own: valid until
// it changes, and not to be written to.
func (p *Picture) Image() *image.RGBA { return p.img }

// View returns what part of the plane the picture shows.
func (p *Picture) View() View { return p.view }

// SetView chooses the part of the plane to show, and with it the picture's size.
func (p *Picture) SetView(v View) {
	v.Width, v.Height = max(v.Width, 1), max(v.Height, 1)
	if size := p.img.Rect.Size(); size.X != v.Width || size.Y != v.Height {
		p.img = image.NewRGBA(image.Rect(0, 0, v.Width, v.Height))
		p.saved = p.saved[:0]
	}
	p.view = v
}

// SetScene replaces what is shown. The scene's sites must not be changed after.
func (p *Picture) SetScene(s Scene) {
	p.scene = s
	p.kilometres = kilometresOf(s)
	p.sites.set(s.Sites)
	p.places = p.places[:0]
	for _, place := range s.Places {
		p.places = append(p.places, ToWorld(place.At))
	}
}

// SetStyle chooses the colours, and the size of a unit of the screen in pixels.
func (p *Picture) SetStyle(s Style, unit float64) { p.style, p.unit = s, max(unit, 0.25) }

// SetFont chooses the font of the labels; nil leaves them out.
func (p *Picture) SetFont(f *Font) { p.font = f }

// RedrawAll draws the whole picture.
func (p *Picture) RedrawAll() { p.Redraw(p.img.Rect) }

// Redraw draws the part of the picture inside a rectangle.
func (p *Picture) Redraw(r image.Rectangle) {
	p.clearFurniture()
	p.draw(r.Intersect(p.img.Rect))
	p.drawFurniture()
}

// MoveTo shows another part of the plane, or as much of it as there is: it
// scrolls if that is enough, and draws the whole picture otherwise.
func (p *Picture) MoveTo(v View) {
	size := p.img.Rect.Size()
	old := p.view
	old.left, old.top = v.left, v.top
	if old != v || size.X != v.Width || size.Y != v.Height {
		p.SetView(v)
		p.RedrawAll()
		return
	}
	if dx, dy := p.view.left-v.left, p.view.top-v.top; dx != 0 || dy != 0 {
		p.scroll(v, dx, dy)
	}
}

// Scroll moves what is shown right and down by whole pixels and draws what
// comes into view.
func (p *Picture) Scroll(dx, dy int) {
	next, moved := p.view.Scrolled(dx, dy)
	p.scroll(next, moved[0], moved[1])
}

func (p *Picture) scroll(next View, dx, dy int) {
	p.clearFurniture()
	p.view = next
	w, h := p.view.Width, p.view.Height
	if max(dx, -dx) >= w || max(dy, -dy) >= h {
		p.draw(p.img.Rect)
	} else {
		p.shift(dx, dy)
		p.draw(strip(dy, w, h, false))
		p.draw(strip(dx, w, h, true))
	}
	p.drawFurniture()
}

// strip returns the part of a picture that moving it by d uncovers.
func strip(d, w, h int, sideways bool) image.Rectangle {
	switch {
	case sideways && d > 0:
		return image.Rect(0, 0, d, h)
	case sideways:
		return image.Rect(w+d, 0, w, h)
	case d > 0:
		return image.Rect(0, 0, w, d)
	default:
		return image.Rect(0, h+d, w, h)
	}
}

// shift moves the pixels; what is uncovered keeps its old ones.
func (p *Picture) shift(dx, dy int) {
	w, h, stride := p.view.Width, p.view.Height, p.img.Stride
	n := 4 * (w - max(dx, -dx))
	from, to := 4*max(-dx, 0), 4*max(dx, 0)
	move := func(y int) {
		src := (y - dy) * stride
		copy(p.img.Pix[y*stride+to:y*stride+to+n], p.img.Pix[src+from:src+from+n])
	}
	if dy > 0 {
		for y := h - 1; y >= dy; y-- {
			move(y)
		}
		return
	}
	for y := range h + dy {
		move(y)
	}
}

// draw draws everything but the furniture inside a rectangle of the picture.
func (p *Picture) draw(r image.Rectangle) {
	if r.Empty() {
		return
	}
	p.placeLabels()
	lines, grid := p.graticule(r), p.gridSegments(r)
	n := min(runtime.GOMAXPROCS(0), maxBands, r.Dy())
	if r.Dx()*r.Dy() < smallPart {
		n = 1
	}
	var wait sync.WaitGroup
	for i := range n {
		b := &p.bands[i]
		part := r
		part.Min.Y, part.Max.Y = r.Min.Y+r.Dy()*i/n, r.Min.Y+r.Dy()*(i+1)/n
		b.begin(p.img.Pix, p.img.Stride, part)
		if i == n-1 {
			p.drawBand(b, lines, grid)
			break
		}
		wait.Go(func() { p.drawBand(b, lines, grid) })
	}
	wait.Wait()
}

// drawBand draws all layers, in order.
func (p *Picture) drawBand(b *band, lines graticule, grid []segment) {
	b.ground(p.background, p.view, p.style.Paper)
	b.graticule(lines, paintOf(p.style.Graticule))
	b.kilometres(grid, p.view, p.unit, paintOf(p.style.Kilometres))
	if p.scene.SitesLow {
		p.drawSites(b)
	}
	for _, a := range p.scene.Areas {
		p.drawArea(b, a)
	}
	if p.scene.Handles {
		p.drawHandles(b)
	}
	if !p.scene.SitesLow {
		p.drawSites(b)
	}
	p.drawPlaces(b)
	p.drawOverlay(b)
}

func (p *Picture) drawArea(b *band, a Area) {
	style := &p.style.Areas[a.Role]
	if style.Fill.A > 0 {
		fill := paintOf(style.Fill)
		b.fillOutline(a.Outline, p.view)
		if style.Hatch {
			b.flushFill(&fill, newHatch(1.6*p.unit, 9*p.unit).aimed(p.view, b))
		} else {
			b.flushFill(&fill, nil)
		}
	}
	if style.Case.A > 0 {
		casing := paintOf(style.Case)
		b.strokeOutline(a.Outline, p.view, (style.Width+2.5)*p.unit)
		b.flushMask(&casing)
	}
	line := paintOf(style.Line)
	b.strokeOutline(a.Outline, p.view, style.Width*p.unit)
	b.flushMask(&line)
}
