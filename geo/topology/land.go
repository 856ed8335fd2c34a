package topology

// role is what a ring means: border of a part, or of a hole in it.
type role struct {
	part int32
	hole bool
}

// land keeps, while it walks through the faces of an arrangement, how often each
// ring winds round the place where it stands, and what land that makes. Ground
// is a part's land where the part's outer ring winds round it (in either
// direction, however often: the nonzero rule) and none of its holes does.
type land struct {
	g     *arrangement
	roles []role // by ring
	group []int  // by part: the shape it belongs to

	wind  []int32 // by ring
	outer []int32 // by part: outer rings that wind round the place, 0 or 1
	holes []int32 // by part: holes that do
	lands []int32 // by group: parts whose land the place is

	// factor is how often a ring counts, by ring, and counted the sum of that for
	// the place, once for each time a ring winds round it; nil where no one asks.
	factor  []int32
	counted int32

	// step is told of each ring that begins or ends to wind round the place.
	step func(ring int32)
}

func newLand(g *arrangement, roles []role, group []int) *land {
	groups := 1
	for _, k := range group {
		groups = max(groups, k+1)
	}
	return &land{
		g: g, roles: roles, group: group,
		wind: make([]int32, len(roles)), lands: make([]int32, groups),
		outer: make([]int32, len(group)), holes: make([]int32, len(group)),
	}
}

// isLand reports whether the place is land of a part.
func (l *land) isLand(part int32) bool { return l.outer[part] > 0 && l.holes[part] == 0 }

// cross goes from the face on a dart's left to the one on its right.
func (l *land) cross(d int32) {
	sign := int32(-1)
	if d&1 == 1 {
		sign = 1
	}
	for _, r := range l.g.runsOf(d) {
		before := l.wind[r.ring]
		l.wind[r.ring] += sign * r.way
		if l.factor != nil {
			l.counted += sign * r.way * l.factor[r.ring]
		}
		if after := l.wind[r.ring]; (before == 0) != (after == 0) {
			l.turn(r.ring, after != 0)
		}
	}
}

// turn notes that a ring begins, or ends, to wind round the place.
func (l *land) turn(ring int32, in bool) {
	at := l.roles[ring]
	was := l.isLand(at.part)
	count := &l.outer[at.part]
	if at.hole {
		count = &l.holes[at.part]
	}
	if in {
		*count++
	} else {
		*count--
	}
	switch is := l.isLand(at.part); {
	case is && !was:
		l.lands[l.group[at.part]]++
	case was && !is:
		l.lands[l.group[at.part]]--
	}
	if l.step != nil {
		l.step(ring)
	}
}

// walk visits every cycle once, standing in its face.
func (l *land) walk(visit func(cycle int32)) {
	type stop struct{ first, at, via int32 } // via: the dart crossed to get here
	var way []stop
	seen := make([]bool, l.g.cycles())
	enter := func(cycle, via int32) {
		seen[cycle] = true
		visit(cycle)
		way = append(way, stop{l.g.start[cycle], l.g.start[cycle], via})
	}
	for _, root := range l.g.roots {
		enter(root, none)
		for len(way) > 0 {
			s := &way[len(way)-1]
			if s.at == none {
				if s.via != none {
					l.cross(s.via ^ 1)
				}
				way = way[:len(way)-1]
				continue
			}
			d := s.at
			if s.at = l.g.next[d]; s.at == s.first {
				s.at = none
			}
			for _, island := range l.g.islands[d] {
				enter(island, none)
			}
			if other := l.g.cycle[d^1]; !seen[other] {
				l.crossTo(d, other, enter)
			}
		}
	}
}

func (l *land) crossTo(d, cycle int32, enter func(cycle, via int32)) {
	l.cross(d)
	enter(cycle, d)
}
