package carto

import (
	"image"
	"math"
	"strconv"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// kilometres is the grid of round eastings and northings of a Gauss–Krüger
// zone. In the map's plane its lines are curved and stand askew by the
// convergence of the meridians; they are drawn straight from crossing to
// crossing.
type kilometres struct {
	zone crs.GaussKruger
	lat  float64 // where the spacing is chosen for: the scene's middle, not the view's
	on   bool
}

// gridSteps are the spacings of the grid in metres.
var gridSteps = []float64{100, 200, 500, 1000, 2000, 5000, 10000, 20000}

// The grid is drawn up to these distances from its origin, in metres: the zone
// and what lies next to it.
const (
	falseEasting = 500_000
	maxEasting   = 350_000
	maxNorthing  = 9_000_000
)

// segment is a straight piece of a line in the plane.
type segment struct{ from, to World }

// kilometresOf returns the grid of the 3° zone a scene lies in.
func kilometresOf(s Scene) kilometres {
	box := s.Box()
	if !s.Kilometres || box.Empty() {
		return kilometres{}
	}
	middle := ToDegrees(box.Middle())
	return kilometres{zone: crs.Zone3(middle[0]).Projection(), lat: middle[1], on: true}
}

// gridStep returns the grid's spacing in metres, 0 where it would be too dense.
func (p *Picture) gridStep() float64 {
	if !p.kilometres.on {
		return 0
	}
	pixels := p.view.scale * worldMetres(p.kilometres.lat)
	for _, step := range gridSteps {
		if step*pixels >= spacing*p.unit {
			return step
		}
	}
	return 0
}

// plane returns the easting and northing at a place in the picture; beyond the
// zone, those at its limit.
func (p *Picture) plane(x, y float64) (easting, northing float64) {
	at := p.view.Point(x, y)
	lon := min(max(at[0], p.kilometres.zone.CentralMeridian-4), p.kilometres.zone.CentralMeridian+4)
	return p.kilometres.zone.Forward(lon, min(max(at[1], -80), 80))
}

// world returns the place of an easting and northing in the map's plane.
func (k kilometres) world(easting, northing float64) World {
	lon, lat := k.zone.Inverse(easting, northing)
	return ToWorld(geo.Point{lon, lat})
}

// gridSegments returns the pieces of the grid that may cross a rectangle.
func (p *Picture) gridSegments(r image.Rectangle) []segment {
	step := p.gridStep()
	if step == 0 {
		return nil
	}
	e0, e1, n0, n1 := inf, -inf, inf, -inf
	for _, fx := range []float64{0, 0.5, 1} {
		for _, fy := range []float64{0, 0.5, 1} {
			e, n := p.plane(float64(r.Min.X)+fx*float64(r.Dx()), float64(r.Min.Y)+fy*float64(r.Dy()))
			e0, e1, n0, n1 = min(e0, e), max(e1, e), min(n0, n), max(n1, n)
		}
	}
	firstE, lastE := gridRange(e0, e1, step, falseEasting-maxEasting, falseEasting+maxEasting)
	firstN, lastN := gridRange(n0, n1, step, -maxNorthing, maxNorthing)
	var out []segment
	for i := firstE; i <= lastE; i++ {
		for j := firstN; j <= lastN; j++ {
			node := p.kilometres.world(float64(i)*step, float64(j)*step)
			out = append(out,
				segment{node, p.kilometres.world(float64(i+1)*step, float64(j)*step)},
				segment{node, p.kilometres.world(float64(i)*step, float64(j+1)*step)})
		}
	}
	return out
}

// gridRange returns the lines from one before a range to one behind, within
// limits.
func gridRange(from, to, step, least, most float64) (first, last int) {
	if !(from <= to) {
		return 0, -1
	}
	return int(math.Floor(max(from, least)/step)) - 1, int(math.Ceil(min(to, most)/step)) + 1
}

func (b *band) kilometres(lines []segment, v View, unit float64, p paint) {
	if len(lines) == 0 {
		return
	}
	g := v.grid(b.clip.Min.X, b.clip.Min.Y)
	for _, l := range lines {
		x0, y0 := g.point(l.from)
		x1, y1 := g.point(l.to)
		b.stroke(x0, y0, x1, y1, 128*unit)
	}
	b.flushMask(&p)
}

// drawGridLabels writes eastings along the upper edge and northings along the
// right one, in kilometres.
func (p *Picture) drawGridLabels() {
	step, f := p.gridStep(), p.font.at(p.px(smallText))
	if step == 0 || f == nil {
		return
	}
	ink := p.style.Kilometres
	ink.A = 0xff
	w, h, gap := float64(p.view.Width), float64(p.view.Height), p.px(6)
	right, top := p.px(margin+24), p.px(margin+50) // the north arrow's corner stays free
	e0, n1 := p.plane(0, 0)
	e1, _ := p.plane(w, 0)
	for e := math.Ceil(e0/step) * step; e < e1; e += step {
		x, _ := p.view.Pixel(p.kilometres.world(e, n1))
		_, n := p.plane(x, 0) // once more from there: parallels are curved
		x, _ = p.view.Pixel(p.kilometres.world(e, n))
		s := gridText(e)
		if at := int(x) - f.width(s)/2; at > gap && at+f.width(s) < p.view.Width-right {
			p.label(f, at, f.ascent+gap, s, ink)
		}
	}
	e1, n0 := p.plane(w, h)
	_, n1 = p.plane(w, 0)
	for n := math.Ceil(n0/step) * step; n < n1; n += step {
		_, y := p.view.Pixel(p.kilometres.world(e1, n))
		e, _ := p.plane(w, y)
		_, y = p.view.Pixel(p.kilometres.world(e, n))
		s := gridText(n)
		if int(y) > top && int(y) < p.view.Height-p.px(margin+40) {
			p.label(f, p.view.Width-gap-f.width(s), int(y)+f.ascent/2, s, ink)
		}
	}
}

// gridText prints an easting or northing in kilometres.
func gridText(metres float64) string { return strconv.FormatFloat(metres/1000, 'f', -1, 64) }
