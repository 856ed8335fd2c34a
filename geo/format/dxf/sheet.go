package dxf

import (
	"math"

	"zhenjie/geo"
)

// Limits of this reader on what blocks within blocks may unfold to.
const (
	deepestBlock = 16
	mostCopies   = 1_000_000 // entities out of blocks, in all
)

// sheet is the drawing with its blocks unfolded, in metres or degrees.
type sheet struct {
	*drawing
	encoding
	unit      unit
	tolerance tolerance
	pen       pen
	copies    int // entities out of blocks so far
	figures   []figure
	pieces    []piece
	labels    []label
	names     map[int]string // by the number in tags of the feature they name
	seen      observations
}

// figure is what becomes a feature.
type figure struct {
	from   *entity
	layer  int
	parts  [][][]geo.Point // of closed rings
	name   string
	arcs   bool    // some points stand on arcs
	gap    float64 // that was closed
	joined int     // pieces it was joined from; 0 for one that was whole
}

// piece is an open line.
type piece struct {
	from  *entity
	layer int
	pts   []geo.Point
	arcs  bool
}

// sheet unfolds the drawing and puts together what belongs together.
func (d *drawing) sheet() (*sheet, error) {
	s := &sheet{drawing: d, unit: d.unit(), tolerance: metreTolerance, names: map[int]string{}}
	var assumed bool
	if s.encoding, assumed = d.encoding(); assumed {
		s.seen.assumed = s.encoding
	}
	at := home
	if k := s.unit.metres; k != 1 {
		at = place{x: geo.Point{k, 0}, y: geo.Point{0, k}, moved: true}
	}
	if s.unit.degree {
		s.tolerance = degreeTolerance
	}
	s.pen.left = d.limits.Vertices
	if err := s.draw(d.model, at, -1, 0); err != nil {
		return nil, err
	}
	s.join()
	s.dropRepeats()
	s.regroup()
	s.nameFigures()
	s.finish()
	return s, nil
}

// draw adds entities at a place. What stands on layer 0 of a block is on the
// layer of its insert, unless that is -1.
func (s *sheet) draw(entities []entity, at place, layer, depth int) error {
	for i := range entities {
		e := &entities[i]
		on := e.layer
		if layer >= 0 && s.layers[on].name == "0" {
			on = layer
		}
		switch {
		case e.paper:
			s.seen.paper++
			continue
		case e.hidden:
			s.seen.hidden++
			continue
		case e.tilted && !e.inWorld():
			s.seen.tilted++
			continue
		}
		there := at
		if e.mirror && !e.inWorld() {
			there = at.within(mirrored)
		}
		if err := s.entity(e, there, at, on, depth); err != nil {
			return err
		}
	}
	return nil
}

// entity adds one entity. Its members stand at the place round it.
func (s *sheet) entity(e *entity, at, round place, layer, depth int) error {
	switch b := e.body.(type) {
	case *insert:
		if err := s.draw(e.members, round, layer, depth); err != nil {
			return err
		}
		return s.insert(b, at, layer, depth)
	case *text:
		s.label(e, b, at.of(b.position()), layer)
	case *hatch:
		return s.hatch(e, b, at, layer)
	case curve:
		pts, closed, arcs, err := s.trace(b.trace, at)
		if err != nil {
			return err
		}
		if len(pts) == 0 {
			s.seen.damaged++
			return nil
		}
		s.line(figure{from: e, layer: layer, arcs: arcs}, pts, closed)
	}
	return nil
}

// insert adds the copies of a block.
func (s *sheet) insert(in *insert, at place, layer, depth int) error {
	b := s.blocks[in.name]
	switch {
	case b == nil || b.external:
		s.seen.missing = addOnce(s.seen.missing, s.decode([]byte(in.name)))
		return nil
	case depth >= deepestBlock:
		return geo.BadInput(geo.At{}, "dxf.block_depth", "name", snippet([]byte(s.decode([]byte(in.name)))), "limit", deepestBlock)
	}
	for row := range max(in.rows, 1) {
		for column := range max(in.columns, 1) {
			if s.copies += 1 + len(b.entities); s.copies > mostCopies {
				return geo.BadInput(geo.At{}, "dxf.copies", "limit", mostCopies)
			}
			if err := s.draw(b.entities, at.within(in.place(b.base, column, row)), layer, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// trace draws a curve at a place.
func (s *sheet) trace(draw func(*pen) ([]geo.Point, bool), at place) (pts []geo.Point, closed, arcs bool, err error) {
	s.pen.tolerance, s.pen.arcs = s.tolerance.chord/max(at.growth(), 1e-12), false
	if !at.moved {
		s.pen.tolerance = s.tolerance.chord
	}
	pts, closed = draw(&s.pen)
	if at.moved {
		s.pen.left -= len(pts)
		moved := make([]geo.Point, len(pts), len(pts)+1)
		for i, p := range pts {
			moved[i] = at.of(p)
		}
		pts = moved
	}
	if (at.moved || s.pen.arcs) && !bounded(pts) {
		pts = nil
	}
	if s.pen.full || s.pen.left < 0 {
		err = geo.BadInput(geo.At{}, "dxf.points", "limit", s.limits.Vertices)
	}
	return pts, closed, s.pen.arcs, err
}

// bounded reports whether coordinates stayed within reason when they were
// computed.
func bounded(pts []geo.Point) bool {
	for _, p := range pts {
		if !(math.Abs(p[0]) <= hugest && math.Abs(p[1]) <= hugest) {
			return false
		}
	}
	return true
}

// line adds a line: a closed one as a figure, an open one as a piece of one.
func (s *sheet) line(f figure, pts []geo.Point, closed bool) {
	if !closed && len(pts) > 2 {
		gap := distance(pts[0], pts[len(pts)-1])
		if closed = gap <= s.tolerance.gap && len(pts) > 3; closed && gap > s.tolerance.join {
			f.gap = gap
		} else if closed {
			pts = pts[:len(pts)-1]
		}
	}
	if !closed {
		s.pieces = append(s.pieces, piece{f.from, f.layer, pts, f.arcs})
		return
	}
	s.ring(f, pts)
}

// ring adds a closed line as a figure.
func (s *sheet) ring(f figure, pts []geo.Point) {
	ring, ok := closedRing(pts)
	if !ok {
		s.seen.thin++
		return
	}
	f.parts = [][][]geo.Point{{ring}}
	s.figures = append(s.figures, f)
}

// closedRing repeats the first of the points at the end, once; ok is false for
// fewer than three corners.
func closedRing(pts []geo.Point) (ring []geo.Point, ok bool) {
	n := len(pts)
	for n > 1 && pts[n-1] == pts[0] {
		n--
	}
	if n < 3 {
		return nil, false
	}
	return append(pts[:n], pts[0]), true
}

// hatch adds a hatched area as one figure.
func (s *sheet) hatch(e *entity, h *hatch, at place, layer int) error {
	f := figure{from: e, layer: layer}
	var rings [][]geo.Point
	for i := range h.loops {
		l := &h.loops[i]
		if l.flags&textLoop != 0 {
			continue
		}
		pts, _, arcs, err := s.trace(func(n *pen) ([]geo.Point, bool) { return l.trace(n), true }, at)
		if err != nil {
			return err
		}
		if n := len(pts); n > 1 && distance(pts[0], pts[n-1]) <= s.tolerance.join {
			pts = pts[:n-1]
		}
		if ring, ok := closedRing(pts); ok {
			rings, f.arcs = append(rings, ring), f.arcs || arcs
		}
	}
	var err error
	if f.parts, err = nest(rings, h.style); err != nil {
		return err
	}
	if len(f.parts) == 0 {
		s.seen.thin++
		return nil
	}
	s.figures = append(s.figures, f)
	return nil
}

// addOnce adds a text to a list that holds each once, and not many.
func addOnce(list []string, s string) []string {
	const most = 10
	for _, one := range list {
		if one == s {
			return list
		}
	}
	if len(list) == most {
		return list
	}
	return append(list, s)
}
