package carto

import (
	"image"
	"image/color"
	"math"
)

// graticule is where meridians and parallels cross a rectangle of the picture.
type graticule struct {
	xs, ys []int // in pixels of the picture
	width  int   // of a line, in pixels
}

// steps are the distances between meridians, in hundredths of a second.
var steps = []int64{
	1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 1500, 3000, // to 30″
	6000, 12000, 30000, 60000, 90000, 180000, // 1′ to 30′
	360000, 720000, 1800000, 3600000, 5400000, 10800000, // 1° to 30°
}

const (
	perDegree = 360000 // hundredths of a second
	spacing   = 150.0  // smallest distance between meridians, in units of the screen
)

// step returns the distance between meridians, and between parallels, in
// hundredths of a second: the smallest round one that leaves room.
func (p *Picture) step() int64 {
	pixels := p.view.scale * semiMajor * radian / perDegree // a hundredth of a second
	for _, s := range steps {
		if float64(s)*pixels >= spacing*p.unit {
			return s
		}
	}
	return steps[len(steps)-1]
}

// meridians yields the meridians crossing the picture from x0 to x1 with their
// longitude in hundredths of a second.
func (p *Picture) meridians(x0, x1 int, yield func(x int, value int64)) {
	p.crossings(p.view.Point(float64(x0-1), 0)[0], p.view.Point(float64(x1+1), 0)[0], 180, func(value int64) {
		x, _ := p.pixel(float64(value)/perDegree, 0)
		if x >= x0 && x < x1 {
			yield(x, value)
		}
	})
}

// parallels yields the parallels crossing the picture from y0 to y1 with their
// latitude in hundredths of a second.
func (p *Picture) parallels(y0, y1 int, yield func(y int, value int64)) {
	p.crossings(p.view.Point(0, float64(y1+1))[1], p.view.Point(0, float64(y0-1))[1], 85, func(value int64) {
		_, y := p.pixel(0, float64(value)/perDegree)
		if y >= y0 && y < y1 {
			yield(y, value)
		}
	})
}

func (p *Picture) crossings(from, to, limit float64, yield func(value int64)) {
	step := p.step()
	first := int64(math.Ceil(max(from, -limit)*perDegree/float64(step))) * step
	last := int64(min(to, limit) * perDegree)
	for v := first; v <= last; v += step {
		yield(v)
	}
}

// pixel returns the pixel of the picture a position in degrees lies in.
func (p *Picture) pixel(lon, lat float64) (x, y int) {
	g := p.view.grid(0, 0)
	x, y = g.point(ToWorld([2]float64{lon, lat}))
	return x >> 8, y >> 8
}

// graticule returns the lines that cross a rectangle.
func (p *Picture) graticule(r image.Rectangle) graticule {
	g := graticule{width: max(int(p.unit), 1)}
	p.meridians(r.Min.X-g.width, r.Max.X, func(x int, _ int64) { g.xs = append(g.xs, x) })
	p.parallels(r.Min.Y-g.width, r.Max.Y, func(y int, _ int64) { g.ys = append(g.ys, y) })
	return g
}

// paper fills the band with the colour of the paper, whatever was there.
func (b *band) paper(c color.NRGBA) {
	first := b.line(0)
	for x := 0; x < len(first); x += 4 {
		first[x], first[x+1], first[x+2], first[x+3] = c.R, c.G, c.B, 0xff
	}
	for y := 1; y < b.h; y++ {
		copy(b.line(y), first)
	}
}

func (b *band) graticule(g graticule, p paint) {
	for _, y := range g.ys {
		for row := max(y-b.clip.Min.Y, 0); row < min(y-b.clip.Min.Y+g.width, b.h); row++ {
			p.span(b.line(row), 256)
		}
	}
	for _, x := range g.xs {
		from, to := max(x-b.clip.Min.X, 0), min(x-b.clip.Min.X+g.width, b.w)
		for row := 0; row < b.h && from < to; row++ {
			p.span(b.line(row)[4*from:4*to], 256)
		}
	}
}
