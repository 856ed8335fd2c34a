package dxf

import (
	"math"
	"slices"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
)

// Styles of hatches, group 75.
const (
	outermostStyle = 1 // what lies inside a hole is not hatched
	ignoreStyle    = 2 // holes are hatched too
)

// mostNesting bounds the edges looked at to nest one hatch's rings.
const mostNesting = 1 << 30

// nested is a ring of a hatch.
type nested struct {
	pts   []geo.Point
	box   geo.Bound
	size  float64 // twice its area
	depth int     // rings round it
	part  int     // that it belongs to
}

// nest makes parts of rings: a ring inside another is a hole of it, one inside
// a hole a part again, and so on, as far as the style goes.
func nest(rings [][]geo.Point, style int) (parts [][][]geo.Point, err error) {
	if len(rings) == 1 {
		return [][][]geo.Point{rings}, nil
	}
	all := make([]nested, len(rings))
	for i, r := range rings {
		all[i] = nested{pts: r, box: geo.NewRing(r).Bound(), size: math.Abs(flat.Twice(r))}
	}
	slices.SortStableFunc(all, func(a, b nested) int {
		switch {
		case a.size > b.size:
			return -1
		case a.size < b.size:
			return 1
		}
		return 0
	})
	work := 0
	for i := range all {
		r := &all[i]
		r.part = -1
		for k := i - 1; k >= 0; k-- {
			round := &all[k]
			work += 8
			if !round.box.Contains(r.box.Min) || !round.box.Contains(r.box.Max) {
				continue
			}
			if work += 3 * len(round.pts); work > mostNesting {
				return nil, geo.BadInput(geo.At{}, "dxf.hatch_rings", "n", len(rings))
			}
			if mostlyInside(r.pts, round.pts) {
				r.depth, r.part = round.depth+1, round.part
				break
			}
		}
		switch {
		case style == ignoreStyle && r.depth > 0, style == outermostStyle && r.depth > 1:
		case r.depth%2 == 0:
			r.part = len(parts)
			parts = append(parts, [][]geo.Point{r.pts})
		default:
			parts[r.part] = append(parts[r.part], r.pts)
		}
	}
	return parts, nil
}

// mostlyInside asks three corners of the inner ring, because one may touch the
// outer ring.
func mostlyInside(inner, outer []geo.Point) bool {
	in := 0
	for k := range 3 {
		if flat.Inside(outer[:len(outer)-1], inner[k*(len(inner)-1)/3]) {
			in++
		}
	}
	return in > 1
}
