package chart

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"zhenjie/planning/chart/typeface"
)

// Image draws the whole drawing, whose top left corner is that of the picture.
// scale is the device pixels of a screen's pixel; at 1 a mm has PixelsPerMM.
func (d *Drawing) Image(width, height int, scale float64, p Palette) *image.RGBA {
	return d.Part(0, 0, width, height, scale, p)
}

// Part draws what is seen of the drawing through a window whose top left corner
// lies at x, y (mm).
func (d *Drawing) Part(x, y float64, width, height int, scale float64, p Palette) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, max(width, 0), max(height, 0)))
	draw.Draw(img, img.Rect, image.NewUniform(p[Paper]), image.Point{}, draw.Src)
	k := scale * PixelsPerMM
	r := raster{img: img, palette: p, scale: k, x: math.Round(x * k), y: math.Round(y * k)}
	for i := range d.marks {
		if m := &d.marks[i]; m.text != nil {
			r.text(m.text)
		} else {
			r.shape(m)
		}
	}
	return img
}

// raster draws marks into a picture.
type raster struct {
	img     *image.RGBA
	palette Palette
	scale   float64 // pixels a mm
	x, y    float64 // the picture's corner, in whole pixels from the drawing's
	area    vector.Rasterizer
	outline []vertexes
	mask    []uint8
}

// vertexes is a contour as points, in pixels of the picture.
type vertexes struct {
	points []Point
	closed bool
}

func (r *raster) shape(m *mark) {
	width := 0.0
	if m.line.seen() {
		width = max(m.line.Width*r.scale, 1)
		if m.crisp {
			width = math.Round(width)
		}
	}
	contours := r.flatten(m, width)
	switch {
	case m.fill == None:
	case m.crisp && len(contours) == 1 && len(contours[0].points) == 4 && width == 0:
		a, c := contours[0].points[0], contours[0].points[2] // a box of whole pixels
		draw.Draw(r.img, r.clip(a.X, a.Y, c.X, c.Y), image.NewUniform(r.palette[m.fill]), image.Point{}, draw.Src)
	default:
		r.fill(contours, m.fill, r.bounds(contours))
	}
	if width > 0 {
		r.line(stroked(contours, width, m.line.Dash*r.scale), m.line.Role)
	}
}

// line fills the areas of a stroke tile by tile: most of the box round a line
// is not touched by it.
func (r *raster) line(areas []vertexes, role Role) {
	const tile = 64
	in := map[image.Point][]vertexes{}
	for i := range areas {
		box := r.bounds(areas[i : i+1])
		for y := box.Min.Y / tile; y*tile < box.Max.Y; y++ {
			for x := box.Min.X / tile; x*tile < box.Max.X; x++ {
				in[image.Pt(x, y)] = append(in[image.Pt(x, y)], areas[i])
			}
		}
	}
	for at, touching := range in {
		box := image.Rect(0, 0, tile, tile).Add(at.Mul(tile))
		r.fill(touching, role, box.Intersect(r.img.Rect))
	}
}

// pixel returns where a place lies in the picture. What is upright is moved so
// that lines of a width cover whole pixels.
func (r *raster) pixel(p Point, crisp bool, width float64) Point {
	x, y := near(p.X*r.scale-r.x), near(p.Y*r.scale-r.y)
	if crisp {
		odd := math.Mod(width, 2) / 2
		x, y = math.Round(x-odd)+odd, math.Round(y-odd)+odd
	}
	return Point{x, y}
}

// near keeps a coordinate within what can be drawn, far beyond any picture.
func near(v float64) float64 {
	const beyond = 30_000
	if math.IsNaN(v) {
		return -beyond
	}
	return min(max(v, -beyond), beyond)
}

// flatten turns a path into contours of straight lines.
func (r *raster) flatten(m *mark, width float64) []vertexes {
	out := r.outline[:0]
	for _, s := range m.path {
		a := r.pixel(s.points[0], m.crisp, width)
		switch s.op {
		case moveTo:
			out = append(out, vertexes{points: []Point{a}})
		case lineTo:
			c := &out[len(out)-1]
			c.points = append(c.points, a)
		case cubeTo:
			c := &out[len(out)-1]
			c.points = cube(c.points, a, r.pixel(s.points[1], m.crisp, width), r.pixel(s.points[2], m.crisp, width))
		case closed:
			out[len(out)-1].closed = true
		}
	}
	r.outline = out
	return out
}

// cube adds points of a cubic curve from the last of points, each some two
// pixels from the next.
func cube(points []Point, a, b, c Point) []Point {
	o := points[len(points)-1]
	length := math.Hypot(a.X-o.X, a.Y-o.Y) + math.Hypot(b.X-a.X, b.Y-a.Y) + math.Hypot(c.X-b.X, c.Y-b.Y)
	n := int(min(max(length/2, 4), 200))
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		s := 1 - t
		k0, k1, k2, k3 := s*s*s, 3*s*s*t, 3*s*t*t, t*t*t
		points = append(points, Point{k0*o.X + k1*a.X + k2*b.X + k3*c.X, k0*o.Y + k1*a.Y + k2*b.Y + k3*c.Y})
	}
	return points
}

// bounds are the pixels of the picture that contours touch.
func (r *raster) bounds(contours []vertexes) image.Rectangle {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, c := range contours {
		for _, p := range c.points {
			x0, y0, x1, y1 = min(x0, p.X), min(y0, p.Y), max(x1, p.X), max(y1, p.Y)
		}
	}
	return r.clip(x0, y0, x1, y1)
}

// clip is the part of the picture between two corners; empty for NaN.
func (r *raster) clip(x0, y0, x1, y1 float64) image.Rectangle {
	size := r.img.Rect.Size()
	if !(x0 < x1+1 && y0 < y1+1 && x1 > 0 && y1 > 0 && x0 < float64(size.X) && y0 < float64(size.Y)) {
		return image.Rectangle{}
	}
	return image.Rect(
		int(math.Floor(max(x0, 0))), int(math.Floor(max(y0, 0))),
		int(math.Ceil(min(x1, float64(size.X)))), int(math.Ceil(min(y1, float64(size.Y)))))
}

// fill fills contours inside of a box, those that overlap as one.
func (r *raster) fill(contours []vertexes, role Role, box image.Rectangle) {
	if box.Empty() {
		return
	}
	r.area.Reset(box.Dx(), box.Dy())
	for _, c := range contours {
		for i, p := range c.points {
			x, y := float32(p.X)-float32(box.Min.X), float32(p.Y)-float32(box.Min.Y)
			if i == 0 {
				r.area.MoveTo(x, y)
			} else {
				r.area.LineTo(x, y)
			}
		}
		r.area.ClosePath()
	}
	r.blend(box, r.palette[role])
}

// blend lays a colour over the picture where the area covers a box's pixels.
func (r *raster) blend(box image.Rectangle, c color.NRGBA) {
	w, h := box.Dx(), box.Dy()
	if cap(r.mask) < w*h {
		r.mask = make([]uint8, w*h)
	}
	mask := image.Alpha{Pix: r.mask[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}
	r.area.DrawOp = draw.Src
	r.area.Draw(&mask, mask.Rect, image.Opaque, image.Point{})
	for y := range h {
		row := r.img.Pix[r.img.PixOffset(box.Min.X, box.Min.Y+y):]
		for x, m := range mask.Pix[y*w:][:w] {
			if m == 0 {
				continue
			}
			p := row[4*x : 4*x+4 : 4*x+4]
			p[0], p[1], p[2] = mixed(p[0], c.R, m), mixed(p[1], c.G, m), mixed(p[2], c.B, m)
		}
	}
}

// mixed is a share of b, in 255ths, and the rest of a.
func mixed(a, b, share uint8) uint8 {
	v := uint32(a)*uint32(255-share) + uint32(b)*uint32(share) + 127
	return uint8(v / 255)
}

// text draws a line of text. Its baseline lies on a whole pixel.
func (r *raster) text(l *label) {
	face := typeface.Of(l.bold)
	size := l.size * r.scale
	x, y := l.x*r.scale-r.x, math.Round(l.y*r.scale-r.y)
	if y < -size || y > float64(r.img.Rect.Dy())+size {
		return
	}
	for _, c := range l.text {
		g := face.Glyph(c)
		if len(g.Segments) > 0 {
			r.glyph(g, x, y, size, r.palette[l.role])
		}
		x += g.Advance * size
	}
}

func (r *raster) glyph(g *typeface.Glyph, x, y, size float64, ink color.NRGBA) {
	box := r.clip(x+g.Left*size, y+g.Top*size, x+g.Right*size, y+g.Bottom*size)
	if box.Empty() {
		return
	}
	r.area.Reset(box.Dx(), box.Dy())
	dx, dy := float32(x)-float32(box.Min.X), float32(y)-float32(box.Min.Y)
	em := float32(size)
	for i := range g.Segments {
		s := &g.Segments[i]
		ax, ay := dx+em*float32(s.Points[0][0]), dy+em*float32(s.Points[0][1])
		switch s.Op {
		case typeface.MoveTo:
			r.area.ClosePath()
			r.area.MoveTo(ax, ay)
		case typeface.LineTo:
			r.area.LineTo(ax, ay)
		case typeface.QuadTo:
			r.area.QuadTo(ax, ay, dx+em*float32(s.Points[1][0]), dy+em*float32(s.Points[1][1]))
		}
	}
	r.area.ClosePath()
	r.blend(box, ink)
}
