package snap

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/shaping"
	"zhenjie/geo/shaping/flat"
)

// Snapper snaps to some shapes. It is made once for a drag, at 0.3 µs a corner,
// and may then be used by many goroutines.
type Snapper struct {
	plane shaping.Plane
	index flat.Index
	rings []ring // in the order of the index
}

type ring struct {
	geo.Ring
	shape int
	ref   geo.RingRef
}

// New makes a snapper of shapes in degrees. Corners that move with the pointer are
// to be left out of them.
func New(shapes ...geo.Shape) *Snapper {
	s := &Snapper{plane: shaping.PlaneOf(geo.Join(shapes...))}
	for i, shape := range shapes {
		for ref, r := range shape.All() {
			corners := make([]geo.Point, r.Corners())
			for k := range corners {
				corners[k] = s.plane.ToPlane(r.At(k))
			}
			s.index.Add(corners)
			s.rings = append(s.rings, ring{r, i, ref})
		}
	}
	return s
}

// Snap finds the place meant by a pointer: among those within radius, metres of the
// plane, a corner goes before a crossing, that before a right angle or an extension,
// that before an edge, that before the grid; among equals the nearest. At is
// rounded to 1e-9°, so that it may lie 0.1 mm beyond the radius.
//
// Edges are extended within 30 radii of their ends, and only those longer than the
// radius, whose direction one sees.
func (s *Snapper) Snap(pointer geo.Point, radius float64, o Options) Result {
	free := Result{At: pointer}
	if !(radius > 0) {
		return free
	}
	plane := s.plane
	if plane.IsZero() {
		plane = shaping.PlaneAt(pointer)
	}
	search := search{snapper: s, plane: plane, pointer: plane.ToPlane(pointer), radius: radius, best: candidate{kind: Free}}
	search.shapes(o)
	search.inHand(o)
	search.cross(o)
	search.grid(o)
	return search.result(free)
}

// candidate is a place the pointer may be meant for, in the plane.
type candidate struct {
	kind     Kind
	at       geo.Point
	distance float64
	on       [2]line // the guides or edges it lies on
	lines    int
	ring     int // for Vertex and Edge: the ring and its corner
	corner   int
}

// search is one look for a place.
type search struct {
	snapper *Snapper
	plane   shaping.Plane
	pointer geo.Point
	radius  float64
	best    candidate
	guides  nearest
	edges   nearest
}

// offer takes a candidate if it is near enough, and goes before the best so far.
func (s *search) offer(c candidate) {
	c.distance = flat.Length(flat.Sub(c.at, s.pointer))
	if !(c.distance <= s.radius) {
		return
	}
	if r, best := c.kind.rank(), s.best.kind.rank(); r < best || r == best && c.distance < s.best.distance {
		s.best = c
	}
}

// extent is how many radii from the pointer an edge may end that is extended.
const extent = 30

// shapes looks at corners, edges and extensions of the shapes.
func (s *search) shapes(o Options) {
	s.snapper.index.Near(s.pointer, s.radius, func(e flat.Edge) {
		if o.Vertices {
			s.offer(candidate{kind: Vertex, at: e.A, ring: e.Ring, corner: e.Corner})
		}
		if !o.Edges && !o.Crossings {
			return
		}
		l, ok := edge(e.A, e.B)
		if !ok {
			return
		}
		t, d := l.foot(s.pointer)
		if d > s.radius {
			return
		}
		s.edges.add(l, d)
		if o.Edges {
			s.offer(candidate{kind: Edge, at: l.at(t), on: [2]line{l}, lines: 1, ring: e.Ring, corner: e.Corner})
		}
	})
	if !o.Extensions {
		return
	}
	least := s.radius * s.radius
	s.snapper.index.Near(s.pointer, extent*s.radius, func(e flat.Edge) {
		if way := flat.Sub(e.B, e.A); flat.Dot(way, way) < least {
			return
		}
		s.extend(e.A, e.B)
		s.extend(e.B, e.A)
	})
}

// extend tries the line on which the edge from a to b would run on beyond b.
func (s *search) extend(a, b geo.Point) {
	reach := extent * s.radius
	if d := flat.Sub(b, s.pointer); flat.Dot(d, d) > reach*reach {
		return
	}
	if l, ok := beyond(a, b); ok {
		s.guide(l)
	}
}

// guide tries a guide line.
func (s *search) guide(l line) {
	t, d := l.foot(s.pointer)
	if d > s.radius || t <= l.least { // an extension begins beyond its edge
		return
	}
	s.guides.add(l, d)
	s.offer(candidate{kind: l.kind, at: l.at(t), on: [2]line{l}, lines: 1})
}

// inHand tries the guides of the line in hand.
func (s *search) inHand(o Options) {
	if n := len(o.Before); n >= 2 {
		s.beside(o, o.Before[n-2], o.Before[n-1])
	}
	if len(o.After) >= 2 {
		s.beside(o, o.After[1], o.After[0])
	}
}

// beside tries the guides at the end of an edge of the line in hand, from a to b.
func (s *search) beside(o Options, a, b geo.Point) {
	from, to := s.plane.ToPlane(a), s.plane.ToPlane(b)
	if l, ok := across(from, to); ok && o.RightAngles {
		s.guide(l)
	}
	if l, ok := beyond(from, to); ok && o.Extensions {
		s.guide(l)
	}
}

// cross tries where the nearest guides cross each other and the nearest edges.
func (s *search) cross(o Options) {
	if !o.Crossings {
		return
	}
	var all [2 * keep]line
	n := copy(all[:], s.guides.lines[:s.guides.n])
	n += copy(all[n:], s.edges.lines[:s.edges.n])
	for i := range n {
		for j := i + 1; j < n; j++ {
			if at, ok := all[i].cut(&all[j]); ok {
				s.offer(candidate{kind: Crossing, at: at, on: [2]line{all[i], all[j]}, lines: 2})
			}
		}
	}
}

func (s *search) grid(o Options) {
	if !(o.Grid > 0) {
		return
	}
	whole := func(x float64) float64 { return math.Round(x/o.Grid) * o.Grid }
	s.offer(candidate{kind: Grid, at: geo.Point{whole(s.pointer[0]), whole(s.pointer[1])}})
}

// result brings the best candidate into degrees.
func (s *search) result(free Result) Result {
	c := s.best
	if c.kind == Free {
		return free
	}
	out := Result{At: s.plane.ToDegrees(c.at), Kind: c.kind, Distance: c.distance}
	if c.kind == Vertex || c.kind == Edge {
		r := s.snapper.rings[c.ring]
		out.On = Place{r.shape, shaping.Vertex{RingRef: r.ref, Corner: c.corner}}
		if c.kind == Vertex {
			out.At = r.At(c.corner)
		}
	}
	for _, l := range c.on[:c.lines] {
		end := out.At
		if l.kind == Edge {
			end = s.plane.ToDegrees(l.at(l.most))
		}
		out.Guides = append(out.Guides, [2]geo.Point{s.plane.ToDegrees(l.from), end})
	}
	return out
}
