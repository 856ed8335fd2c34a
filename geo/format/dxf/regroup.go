package dxf

import (
	"cmp"
	"math"
	"slices"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
)

// dropRepeats takes out the lines that a hatch of the same layer repeats as its
// boundary: the hatch says more, namely what is a hole.
func (s *sheet) dropRepeats() {
	type place struct {
		layer                  int
		minX, minY, maxX, maxY float64
	}
	at := func(layer int, ring []geo.Point) place {
		cell := func(x float64) float64 { return math.Round(x / s.tolerance.join) }
		b := geo.NewRing(ring).Bound()
		return place{layer, cell(b.Min[0]), cell(b.Min[1]), cell(b.Max[0]), cell(b.Max[1])}
	}
	sizes := map[place]float64{} // twice the area
	for _, f := range s.figures {
		if !f.hatched() {
			continue
		}
		for _, rings := range f.parts {
			for _, r := range rings {
				sizes[at(f.layer, r)] = math.Abs(flat.Twice(r))
			}
		}
	}
	if len(sizes) == 0 {
		return
	}
	const alike = 1e-6
	s.figures = slices.DeleteFunc(s.figures, func(f figure) bool {
		if _, ours := f.from.tag.ring(); ours || f.hatched() {
			return false
		}
		ring := f.parts[0][0]
		size, ok := sizes[at(f.layer, ring)]
		if ok = ok && math.Abs(math.Abs(flat.Twice(ring))-size) <= alike*size; ok {
			s.seen.repeats++
		}
		return ok
	})
}

func (f *figure) hatched() bool {
	_, ok := f.from.body.(*hatch)
	return ok
}

// regroup puts the rings of features together again that were written by this
// package. Where somebody copied or deleted some in a drawing program, each
// ring that is there becomes a feature.
func (s *sheet) regroup() {
	members := map[int][]int{} // figures by the number of their feature
	for i := range s.figures {
		if n, ok := s.figures[i].from.tag.ring(); ok {
			members[n[0]] = append(members[n[0]], i)
		}
	}
	taken := make([]bool, len(s.figures))
	for number, list := range members {
		for _, i := range list {
			s.figures[i].name = s.names[number]
		}
		if len(list) == 1 {
			continue
		}
		slices.SortStableFunc(list, func(a, b int) int {
			x, _ := s.figures[a].from.tag.ring()
			y, _ := s.figures[b].from.tag.ring()
			return slices.Compare(x[:], y[:])
		})
		if !s.whole(list) {
			s.seen.copied++
			continue
		}
		s.merge(list, taken)
	}
	kept := s.figures[:0]
	for i, f := range s.figures {
		if !taken[i] {
			kept = append(kept, f)
		}
	}
	s.figures = kept
}

// whole reports whether the sorted figures are the rings of parts, each once,
// numbered without a gap.
func (s *sheet) whole(list []int) bool {
	part, ring := 0, -1
	for _, i := range list {
		n, _ := s.figures[i].from.tag.ring()
		switch {
		case n[1] == part && n[2] == ring+1:
			ring++
		case n[1] == part+1 && n[2] == 0 && ring >= 0:
			part, ring = part+1, 0
		default:
			return false
		}
	}
	return true
}

// merge makes one figure of the rings of a feature, at the place of the first.
func (s *sheet) merge(list []int, taken []bool) {
	first := slices.MinFunc(list, cmp.Compare[int])
	merged := s.figures[list[0]]
	merged.parts = nil
	for _, i := range list {
		f := &s.figures[i]
		if n, _ := f.from.tag.ring(); n[2] == 0 {
			merged.parts = append(merged.parts, nil)
		}
		last := len(merged.parts) - 1
		merged.parts[last] = append(merged.parts[last], f.parts[0][0])
		merged.arcs, merged.gap = merged.arcs || f.arcs, max(merged.gap, f.gap)
		taken[i] = i != first
	}
	s.figures[first] = merged
}
