package carto

import (
	"image"
	"image/color"
	"math"
	"strconv"

	"zhenjie/assets/words"
	"zhenjie/geo/coordtext"
)

// Furniture stays where it is while the map moves below it: labels along the
// edges, scale bar, north arrow, the selected place's text. Before it is drawn,
// the pixels below are kept, so that the map can be moved without it.

// patch is a rectangle of the map hidden by furniture.
type patch struct {
	rect image.Rectangle
	at   int // of its pixels in Picture.beneath
}

// Sizes of the furniture, in units of the screen.
const (
	margin    = 14.0
	smallText = 10.5
	plainText = 12.0
)

func (p *Picture) px(units float64) int { return int(math.Round(units * p.unit)) }

// keep saves the pixels of a rectangle before something is drawn there.
func (p *Picture) keep(r image.Rectangle) {
	r = r.Intersect(p.img.Rect)
	if r.Empty() {
		return
	}
	p.saved = append(p.saved, patch{r, len(p.beneath)})
	for y := r.Min.Y; y < r.Max.Y; y++ {
		from := p.img.PixOffset(r.Min.X, y)
		p.beneath = append(p.beneath, p.img.Pix[from:from+4*r.Dx()]...)
	}
}

// clearFurniture puts the map's pixels back, the last kept first.
func (p *Picture) clearFurniture() {
	for i := len(p.saved) - 1; i >= 0; i-- {
		r, at := p.saved[i].rect, p.saved[i].at
		for y := r.Min.Y; y < r.Max.Y; y++ {
			to := p.img.PixOffset(r.Min.X, y)
			copy(p.img.Pix[to:to+4*r.Dx()], p.beneath[at:])
			at += 4 * r.Dx()
		}
	}
	p.saved, p.beneath = p.saved[:0], p.beneath[:0]
}

func (p *Picture) drawFurniture() {
	p.drawEdgeLabels()
	p.drawGridLabels()
	p.drawScaleBar()
	p.drawNorth()
	p.drawAttribution()
	p.drawSelectedText()
	p.drawOverlayLabels()
}

// label sets a text with a halo; x is its left end, y its baseline.
func (p *Picture) label(f *face, x, y int, s string, ink color.NRGBA) {
	if f == nil || s == "" {
		return
	}
	halo := max(p.px(1.75), 1)
	p.keep(image.Rect(x-halo-2, y-2*f.ascent, x+f.width(s)+halo+2, y+f.ascent))
	f.draw(p.img, x, y, s, ink, p.style.Halo, halo)
}

// drawEdgeLabels writes longitudes along the lower edge and latitudes along
// the left one.
func (p *Picture) drawEdgeLabels() {
	f := p.font.at(p.px(smallText))
	if f == nil {
		return
	}
	gap, w, h := p.px(6), p.view.Width, p.view.Height
	corner := f.ascent + 3*gap
	// Lines stand closer than their labels are long when the map shows the globe.
	lastY, lastX := math.MinInt32, math.MinInt32
	p.parallels(f.ascent+gap, h-corner, func(y int, value int64) {
		if abs(y-lastY) < f.ascent+gap {
			return
		}
		lastY = y
		p.label(f, gap, y+f.ascent/2, edgeText(value, "map.edge.north", "map.edge.south", p.scene.Lang), p.style.Faint)
	})
	p.meridians(0, w, func(x int, value int64) {
		s := edgeText(value, "map.edge.east", "map.edge.west", p.scene.Lang)
		half := f.width(s) / 2
		if x-half > gap && x+half < w-gap && x-half > lastX+gap {
			lastX = x + half
			p.label(f, x-half, h-gap, s, p.style.Faint)
		}
	})
}

func edgeText(value int64, positive, negative words.ID, l words.Lang) string {
	id := positive
	if value < 0 {
		id, value = negative, -value
	}
	places := 0
	if value%100 != 0 {
		places = 2
	}
	return words.Say(id, "dms", short(coordtext.DMS(float64(value)/perDegree, places))).In(l)
}

// scaleLength returns the longest length of 1, 2 or 5 times a power of ten in
// metres that is at most room pixels long, and its length in pixels.
func scaleLength(metresPerPixel, room float64) (metres, pixels float64) {
	most := room * metresPerPixel
	metres = math.Pow(10, math.Floor(math.Log10(most)))
	for _, times := range []float64{5, 2} {
		if metres*times <= most {
			metres *= times
			break
		}
	}
	return metres, metres / metresPerPixel
}

// scaleText prints a round length in the unit it is read in.
func scaleText(metres float64, l words.Lang) string {
	number := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	switch {
	case metres >= 1000:
		return words.Say("map.scale.km", "n", number(metres/1000)).In(l)
	case metres >= 1:
		return words.Say("map.scale.m", "n", number(metres)).In(l)
	default:
		return words.Say("map.scale.cm", "n", number(math.Round(metres*100*1e6)/1e6)).In(l)
	}
}

// drawScaleBar draws a bar of a round length on the ground, right for the
// parallel through the middle of the picture.
func (p *Picture) drawScaleBar() {
	room := min(170*p.unit, float64(p.view.Width)/3)
	metres, pixels := scaleLength(p.view.GroundResolution(), room)
	length, height := int(math.Round(pixels)), max(p.px(4), 3)
	if length < 8 {
		return
	}
	f := p.font.at(p.px(smallText))
	text := scaleText(metres, p.scene.Lang)
	right := p.view.Width - p.px(margin) - f.width(text)/2
	bar := image.Rect(right-length, 0, right, height).Add(image.Pt(0, p.view.Height-p.px(margin+18)))
	rim := max(p.px(1), 1)
	p.keep(bar.Inset(-2 * rim))
	p.rect(bar.Inset(-2*rim), p.style.Halo)
	p.rect(bar.Inset(-rim), p.style.Ink)
	p.rect(bar, p.style.Halo)
	p.rect(image.Rect(bar.Min.X, bar.Min.Y, bar.Min.X+length/2, bar.Max.Y), p.style.Ink)
	baseline := bar.Min.Y - p.px(6)
	p.label(f, bar.Min.X-f.width("0")/2, baseline, "0", p.style.Ink)
	p.label(f, bar.Max.X-f.width(text)/2, baseline, text, p.style.Ink)
}

// rect blends a rectangle over the picture.
func (p *Picture) rect(r image.Rectangle, c color.NRGBA) {
	r = r.Intersect(p.img.Rect)
	paint := paintOf(c)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		at := p.img.PixOffset(r.Min.X, y)
		paint.span(p.img.Pix[at:at+4*r.Dx()], 256)
	}
}

// drawNorth draws an arrow pointing up: the plane has north up everywhere.
func (p *Picture) drawNorth() {
	w, h := p.px(16), p.px(26)
	x, y := p.view.Width-p.px(margin)-w/2, p.px(margin+16)
	if p.view.Width < 6*w || p.view.Height < 5*h {
		return
	}
	area := image.Rect(x-w, y-h/4, x+w, y+h+h/4).Intersect(p.img.Rect)
	p.keep(area)
	half := func(side int, c color.NRGBA, grow int) {
		b := &p.bands[0]
		b.begin(p.img.Pix, p.img.Stride, area)
		ox, oy := area.Min.X, area.Min.Y
		tip := [2]int{x, y - 2*grow}
		foot := [2]int{x + side*(w/2+grow), y + h + grow}
		notch := [2]int{x, y + h - h/4 + grow}
		corners := [][2]int{tip, foot, notch}
		for i, from := range corners {
			to := corners[(i+1)%3]
			b.edge((from[0]-ox)<<8, (from[1]-oy)<<8, (to[0]-ox)<<8, (to[1]-oy)<<8)
		}
		fill := paintOf(c)
		b.flushFill(&fill, nil)
	}
	rim := max(p.px(1.25), 1)
	half(-1, p.style.Ink, rim)
	half(1, p.style.Ink, rim)
	half(1, p.style.Paper, 0)
	f := p.font.at(p.px(plainText))
	sign := words.Say("map.north_sign").In(p.scene.Lang)
	p.label(f, x-f.width(sign)/2, y-p.px(6), sign, p.style.Ink)
}

// drawSelectedText writes the selected place's text beside it, on the side
// with more room.
func (p *Picture) drawSelectedText() {
	i := p.scene.Selected - 1
	if i < 0 || i >= len(p.places) || !p.places[i].finite() {
		return
	}
	f := p.font.at(p.px(plainText))
	if f == nil {
		return
	}
	fx, fy := p.view.Pixel(p.places[i])
	if fx < 0 || fy < 0 || fx > float64(p.view.Width) || fy > float64(p.view.Height) {
		return
	}
	text := p.scene.Places[i].Text.In(p.scene.Lang)
	x, gap := int(fx), p.px(selectedRadius+6)
	if x+gap+f.width(text) > p.view.Width && x > p.view.Width/2 {
		x -= gap + f.width(text)
	} else {
		x += gap
	}
	p.label(f, x, int(fy)+f.ascent/2, text, p.style.Ink)
}
