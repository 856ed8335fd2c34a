// Package geo holds the geometry values the program reasons about: shapes that
// cannot be changed once made, areas as a type of their own, and the errors a
// file can earn. It knows no plan and no screen.
package geo

import (
	"iter"
	"slices"

	"github.com/paulmach/orb"
)

// Point is one position: longitude and latitude in degrees, or easting and
// northing in metres, as the shape that holds it says.
type Point = orb.Point

// Bound is the smallest box, edges parallel to the axes, round some points.
type Bound = orb.Bound

// Ring is a read-only view of one boundary line. Its points stand as they were
// read: a closed ring repeats its first point at the end.
type Ring struct{ pts []Point }

// NewRing copies pts into a ring.
func NewRing(pts []Point) Ring { return Ring{slices.Clone(pts)} }

// Len is the number of stored points, the closing one included.
func (r Ring) Len() int { return len(r.pts) }

// At returns the stored point i, 0 ≤ i < Len.
func (r Ring) At(i int) Point { return r.pts[i] }

// Closed reports whether the last stored point repeats the first.
func (r Ring) Closed() bool {
	n := len(r.pts)
	return n > 1 && r.pts[0] == r.pts[n-1]
}

// Corners is the number of corners going round once: the stored points without
// the closing one. Edge i leads from corner i to corner (i+1) mod Corners.
func (r Ring) Corners() int {
	if r.Closed() {
		return len(r.pts) - 1
	}
	return len(r.pts)
}

// Next returns the corner after corner i, going round.
func (r Ring) Next(i int) Point {
	if i++; i < r.Corners() {
		return r.pts[i]
	}
	return r.pts[0]
}

// Bound returns the box round the ring; the zero Bound for an empty ring.
func (r Ring) Bound() Bound { return orb.LineString(r.pts).Bound() }

// Points returns a copy of the stored points.
func (r Ring) Points() []Point { return slices.Clone(r.pts) }

// Equal reports whether both rings store the same points in the same order. A
// ring that two shapes share is told at a glance, whatever its size.
func (r Ring) Equal(o Ring) bool {
	if len(r.pts) > 0 && len(r.pts) == len(o.pts) && &r.pts[0] == &o.pts[0] {
		return true
	}
	return slices.Equal(r.pts, o.pts)
}

// Shape is an immutable polygonal geometry: any number of parts, each an outer
// ring followed by its holes. The zero Shape is empty. It does not promise to
// be valid: package topology says what is wrong with it and where.
type Shape struct{ parts [][]Ring }

// Polygon makes a shape of one part; the rings' points are copied.
func Polygon(rings ...[]Point) Shape {
	var b Builder
	b.Part()
	for _, r := range rings {
		b.Ring(slices.Clone(r))
	}
	return b.Shape()
}

// Join makes one shape of the parts of all.
func Join(shapes ...Shape) Shape {
	var parts [][]Ring
	for _, s := range shapes {
		parts = append(parts, s.parts...)
	}
	return Shape{parts}
}

// Parts is the number of polygons.
func (s Shape) Parts() int { return len(s.parts) }

// Rings is the number of rings of a part, the outer one included.
func (s Shape) Rings(part int) int { return len(s.parts[part]) }

// Ring returns ring number ring of a part; number 0 is the outer one.
func (s Shape) Ring(part, ring int) Ring { return s.parts[part][ring] }

// Part returns one polygon as a shape of its own.
func (s Shape) Part(i int) Shape { return Shape{s.parts[i : i+1 : i+1]} }

// IsEmpty reports whether the shape has no part.
func (s Shape) IsEmpty() bool { return len(s.parts) == 0 }

// RingRef says which ring of a shape is meant; Ring 0 is the outer one.
type RingRef struct{ Part, Ring int }

// All yields every ring with its place, part by part, outer rings first.
func (s Shape) All() iter.Seq2[RingRef, Ring] {
	return func(yield func(RingRef, Ring) bool) {
		for p, rings := range s.parts {
			for r, ring := range rings {
				if !yield(RingRef{p, r}, ring) {
					return
				}
			}
		}
	}
}

// Vertices is the number of corners of all rings.
func (s Shape) Vertices() int {
	n := 0
	for _, r := range s.All() {
		n += r.Corners()
	}
	return n
}

// Holes is the number of inner rings.
func (s Shape) Holes() int {
	n := 0
	for _, rings := range s.parts {
		n += max(len(rings)-1, 0)
	}
	return n
}

// Bound returns the box round the shape; ok is false when it has no point.
func (s Shape) Bound() (b Bound, ok bool) {
	for _, r := range s.All() {
		if r.Len() == 0 {
			continue
		}
		if !ok {
			b, ok = r.Bound(), true
			continue
		}
		b = b.Union(r.Bound())
	}
	return b, ok
}

// Equal reports whether both shapes have the same parts, rings and points in
// the same order.
func (s Shape) Equal(o Shape) bool {
	return slices.EqualFunc(s.parts, o.parts, func(a, b []Ring) bool {
		return slices.EqualFunc(a, b, Ring.Equal)
	})
}

// Map returns a shape of the same structure whose points are f of s's points.
func (s Shape) Map(f func(Point) Point) Shape {
	parts := make([][]Ring, len(s.parts))
	for p, rings := range s.parts {
		parts[p] = make([]Ring, len(rings))
		for i, r := range rings {
			pts := make([]Point, len(r.pts))
			for j, pt := range r.pts {
				pts[j] = f(pt)
			}
			parts[p][i] = Ring{pts}
		}
	}
	return Shape{parts}
}

// WithRing returns a shape in which one ring is replaced by a ring of pts,
// which are copied.
func (s Shape) WithRing(at RingRef, pts []Point) Shape {
	parts := slices.Clone(s.parts)
	parts[at.Part] = slices.Clone(parts[at.Part])
	parts[at.Part][at.Ring] = NewRing(pts)
	return Shape{parts}
}

// Orb returns the shape as orb's type, in memory of its own.
func (s Shape) Orb() orb.MultiPolygon {
	mp := make(orb.MultiPolygon, len(s.parts))
	for p, rings := range s.parts {
		mp[p] = make(orb.Polygon, len(rings))
		for i, r := range rings {
			mp[p][i] = orb.Ring(r.Points())
		}
	}
	return mp
}

// Builder collects rings into a shape. It takes the slices it is given as its
// own, so that a reader's points are stored once: the caller must not touch a
// slice again after handing it over.
type Builder struct{ parts [][]Ring }

// Part begins a new polygon.
func (b *Builder) Part() { b.parts = append(b.parts, nil) }

// Ring adds the next ring to the polygon begun last and takes pts over.
func (b *Builder) Ring(pts []Point) {
	last := len(b.parts) - 1
	b.parts[last] = append(b.parts[last], Ring{pts})
}

// Shape returns what was collected and empties the builder.
func (b *Builder) Shape() Shape {
	s := Shape{b.parts}
	b.parts = nil
	return s
}
