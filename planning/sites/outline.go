package sites

import (
	"math"
	"slices"

	"zhenjie/geo"
	"zhenjie/geo/area"
	"zhenjie/geo/topology"
	"zhenjie/planning"
)

// outline is a shape with its edges in bands of latitude, so that a place or a
// small box meets few of them.
type outline struct {
	shape geo.Shape
	box   geo.Bound
	bands [][]edge
}

type edge [2]geo.Point

// Edges a band holds when they are evenly spread, and the most bands.
const (
	perBand   = 8
	mostBands = 4096
)

// newOutline returns nil for a shape that nothing can be said of.
func newOutline(s geo.Shape) *outline {
	box, ok := s.Bound()
	if !ok || !topology.Valid(topology.Check(s)) {
		return nil
	}
	o := &outline{shape: s, box: box, bands: make([][]edge, min(max(s.Vertices()/perBand, 1), mostBands))}
	for _, r := range s.All() {
		for i := range r.Corners() {
			a, b := r.At(i), r.Next(i)
			for k := o.band(min(a[1], b[1])); k <= o.band(max(a[1], b[1])); k++ {
				o.bands[k] = append(o.bands[k], edge{a, b})
			}
		}
	}
	return o
}

func (o *outline) band(lat float64) int {
	share := (lat - o.box.Min[1]) / (o.box.Max[1] - o.box.Min[1])
	return min(max(int(share*float64(len(o.bands))), 0), len(o.bands)-1)
}

// covers reports whether a place lies inside, by the edges the line to the east
// crosses.
func (o *outline) covers(at geo.Point) bool {
	in := false
	for _, e := range o.bands[o.band(at[1])] {
		a, b := e[0], e[1]
		if (a[1] > at[1]) != (b[1] > at[1]) && at[0] < a[0]+(at[1]-a[1])*(b[0]-a[0])/(b[1]-a[1]) {
			in = !in
		}
	}
	return in
}

// borders reports whether an edge may pass through a box.
func (o *outline) borders(box geo.Bound) bool {
	for k := o.band(box.Min[1]); k <= o.band(box.Max[1]); k++ {
		if slices.ContainsFunc(o.bands[k], func(e edge) bool {
			return geo.Bound{Min: e[0], Max: e[0]}.Extend(e[1]).Intersects(box)
		}) {
			return true
		}
	}
	return false
}

// A place nearer to the border than this, in metres, and a ground that reaches
// less far out, lie inside: what was snapped to the border is off by a rounding.
const onBorder = 0.01

// of says how a site lies to the outline.
func (o *outline) of(s planning.Site) Lies {
	switch {
	case o == nil:
		return Unknown
	case s.Shape.IsEmpty():
		if o.covers(s.Point) || o.touches(s.Point) {
			return Inside
		}
		return Outside
	}
	box, _ := s.Shape.Bound()
	if !o.borders(box) {
		if o.covers(s.Shape.Ring(0, 0).At(0)) {
			return Inside
		}
		return Outside
	}
	return o.cut(s.Shape)
}

// touches reports whether a place lies on the border.
func (o *outline) touches(at geo.Point) bool {
	const degree = 111_320.0 // metres of a meridian's degree, and of the equator's
	east := degree * math.Cos(at[1]*math.Pi/180)
	near := onBorder / degree
	for k := o.band(at[1] - near); k <= o.band(at[1]+near); k++ {
		for _, e := range o.bands[k] {
			ax, ay := (e[0][0]-at[0])*east, (e[0][1]-at[1])*degree
			dx, dy := (e[1][0]-e[0][0])*east, (e[1][1]-e[0][1])*degree
			t := 0.0
			if l := dx*dx + dy*dy; l > 0 {
				t = min(max(-(ax*dx+ay*dy)/l, 0), 1)
			}
			if math.Hypot(ax+t*dx, ay+t*dy) <= onBorder {
				return true
			}
		}
	}
	return false
}

// cut compares the ground with what of it lies outside.
func (o *outline) cut(ground geo.Shape) Lies {
	rest, err := topology.Difference(ground, o.shape)
	if err != nil {
		return Unknown
	}
	sliver := onBorder * length(ground)
	out, all := areaOf(rest), areaOf(ground)
	switch {
	case out <= sliver:
		return Inside
	case out >= all-sliver:
		return Outside
	}
	return Across
}

func areaOf(s geo.Shape) float64 {
	if s.IsEmpty() {
		return 0
	}
	return area.Of(s, area.Survey, 0).Survey.M2()
}

// length is the length of all borders in metres, good to a hundredth.
func length(s geo.Shape) float64 {
	const degree = 111_320.0
	sum := 0.0
	for _, r := range s.All() {
		for i := range r.Corners() {
			a, b := r.At(i), r.Next(i)
			sum += degree * math.Hypot((b[0]-a[0])*math.Cos(a[1]*math.Pi/180), b[1]-a[1])
		}
	}
	return sum
}

// inner is a place inside the largest part of a shape: the middle of the longest
// stretch that the parallel half way up runs through it.
func inner(s geo.Shape) geo.Point {
	var best geo.Bound
	part := 0
	for i := range s.Parts() {
		if b := s.Ring(i, 0).Bound(); i == 0 || size(b) > size(best) {
			best, part = b, i
		}
	}
	lat := (best.Min[1] + best.Max[1]) / 2
	var cuts []float64
	for _, r := range s.Part(part).All() {
		for i := range r.Corners() {
			a, b := r.At(i), r.Next(i)
			if (a[1] > lat) != (b[1] > lat) {
				cuts = append(cuts, a[0]+(lat-a[1])*(b[0]-a[0])/(b[1]-a[1]))
			}
		}
	}
	slices.Sort(cuts)
	at, widest := best.Center(), 0.0
	for i := 1; i < len(cuts); i += 2 {
		if w := cuts[i] - cuts[i-1]; w > widest {
			widest, at = w, geo.Point{(cuts[i] + cuts[i-1]) / 2, lat}
		}
	}
	return at
}

func size(b geo.Bound) float64 { return (b.Max[0] - b.Min[0]) * (b.Max[1] - b.Min[1]) }
