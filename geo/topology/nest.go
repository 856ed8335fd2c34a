package topology

// nest finds the innermost ring round each ring that begins at an event: the
// edge below its lowest edge there belongs to that ring, or to one inside the
// same. Rings that begin at one point are taken from below.
func (s *sweep) nest(at []corner) {
	begun := 0
	var one int32
	for _, c := range at {
		if r := &s.rings[c.ring]; r.first == c.v {
			begun++
			one = s.lowest(r)
		}
	}
	if begun == 0 || !s.line.node[one].in {
		return
	}
	if begun == 1 {
		s.nestOver(one)
		return
	}
	p := at[0].xy
	begins := func(e int32) bool {
		if e == none {
			return false
		}
		l, _ := s.ends(e)
		return l == p
	}
	for begins(s.line.node[one].prev) {
		one = s.line.node[one].prev
	}
	for ; begins(one); one = s.line.node[one].next {
		r := &s.rings[s.ringOf(one)]
		if s.pts[r.first] == p && s.lowest(r) == one {
			s.nestOver(one)
		}
	}
}

// lowest returns the lower of the two edges at a ring's least corner.
func (s *sweep) lowest(r *ring) int32 {
	if r.ccw {
		return r.first
	}
	return r.prev(r.first)
}

// nestOver sets the parent of the ring whose lowest edge at its least corner is e.
func (s *sweep) nestOver(e int32) {
	k := s.ringOf(e)
	below := s.line.node[e].prev
	for below != none && s.ringOf(below) == k { // a ring that touches itself there
		below = s.line.node[below].prev
	}
	if below == none {
		return
	}
	j := s.ringOf(below)
	if r := &s.rings[j]; r.ccw == s.pts[below].less(s.pts[below+1]) {
		s.rings[k].parent = j
	} else {
		s.rings[k].parent = r.parent
	}
}
