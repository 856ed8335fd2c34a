package dxf

import (
	"math"

	"zhenjie/geo"
)

// entity is one object of the drawing.
type entity struct {
	handle  string
	layer   int
	paper   bool // stands on a sheet of paper, not in the model
	hidden  bool
	mirror  bool // its own coordinates run with x westward: seen from below
	tilted  bool // its plane is not level
	tag     *tag // nil without extended data
	body    body
	members []entity // attributes of an insert
}

// body is what is particular to a kind of entity.
type body interface {
	// take reads the group in hand.
	take(d *drawing) error
}

// newBody makes the body for a kind of entity, nil for one that is not read.
func newBody(kind string) body {
	switch kind {
	case "LWPOLYLINE":
		return &polyline{light: true}
	case "POLYLINE":
		return &polyline{}
	case "VERTEX":
		return &vertex{}
	case "LINE":
		return &line{}
	case "ARC", "CIRCLE":
		return &arc{full: kind == "CIRCLE"}
	case "ELLIPSE":
		return &ellipse{ratio: 1, end: 2 * math.Pi, turn: 1}
	case "SPLINE":
		return &spline{}
	case "HATCH":
		return &hatch{}
	case "INSERT":
		return &insert{scale: [2]float64{1, 1}, columns: 1, rows: 1}
	case "TEXT", "ATTRIB":
		return &text{}
	case "MTEXT":
		return &text{rich: true}
	}
	return nil
}

// entityInto reads the entity that the group in hand begins, with those that
// belong to it, and adds it to the list.
func (d *drawing) entityInto(list *[]entity) error {
	kind := d.groups.word()
	e, err := d.entity(kind)
	if err != nil {
		return err
	}
	if p, ok := e.body.(*polyline); ok && !p.light {
		if err := d.vertices(p); err != nil {
			return err
		}
		if p.flags&(meshPolyline|facePolyline) != 0 {
			d.others[kind]++
			return nil
		}
	}
	if i, ok := e.body.(*insert); ok && i.attributes {
		if err := d.members(&e); err != nil {
			return err
		}
	}
	switch e.body.(type) {
	case nil:
		if !silent[kind] {
			d.others[snippet([]byte(kind))]++
		}
		return nil
	case *vertex: // without a polyline
		return nil
	}
	*list = append(*list, e)
	return nil
}

// silent are the kinds that can bound no land, so that nobody need be told.
var silent = map[string]bool{
	"SEQEND": true, "ATTDEF": true, "POINT": true, "VIEWPORT": true, "DIMENSION": true, "LEADER": true,
	"MULTILEADER": true, "TOLERANCE": true, "IMAGE": true, "XLINE": true, "RAY": true, "ACAD_TABLE": true,
}

// entity reads the groups of an entity.
func (d *drawing) entity(kind string) (entity, error) {
	e, g := entity{body: newBody(kind), layer: -1}, d.groups
	normal := [3]float64{0, 0, 1}
	err := d.rest(func() error {
		switch g.code {
		case 5:
			e.handle = g.word()
		case 8:
			e.layer = d.layer(d.text())
		case 67:
			n, err := g.int()
			e.paper = n != 0
			return err
		case 60:
			n, err := g.int()
			e.hidden = n != 0
			return err
		case 210, 220, 230:
			return g.floatTo(&normal[(g.code-210)/10])
		case 1000, 1001, 1071:
			if e.tag == nil {
				e.tag = &tag{}
			}
			return e.tag.take(d)
		default:
			if e.body != nil && g.code < 1000 {
				return e.body.take(d)
			}
		}
		return nil
	})
	if e.layer < 0 {
		e.layer = d.layer([]byte("0"))
	}
	const level = 1e-6
	flat := math.Abs(normal[0]) < level && math.Abs(normal[1]) < level
	e.mirror, e.tilted = flat && normal[2] < 0, !flat
	if o, ok := e.body.(*ellipse); ok && e.mirror {
		o.turn = -1
	}
	return e, err
}

// vertices reads the vertices of an old polyline.
func (d *drawing) vertices(p *polyline) error {
	return d.followers("VERTEX", func(e entity) error {
		return p.add(d, e.body.(*vertex))
	})
}

// members reads the attributes of an insert.
func (d *drawing) members(e *entity) error {
	return d.followers("ATTRIB", func(a entity) error {
		e.members = append(e.members, a)
		return nil
	})
}

// followers reads the entities of a kind up to the mark that ends them.
func (d *drawing) followers(kind string, take func(entity) error) error {
	g := d.groups
	for {
		if err := g.more(); err != nil {
			return err
		}
		switch {
		case g.is(0, "SEQEND"):
			_, err := d.entity("SEQEND")
			return err
		case !g.is(0, kind):
			g.back() // the mark is missing
			return nil
		}
		e, err := d.entity(kind)
		if err == nil {
			err = take(e)
		}
		if err != nil {
			return err
		}
	}
}

// tooMany is the fault of an entity with more points than the limit.
func (d *drawing) tooMany() error {
	return geo.BadInput(d.groups.at(), "dxf.vertices", "limit", d.limits.Vertices)
}

// inWorld reports whether the entity's coordinates are the world's, and not
// those of its own plane.
func (e *entity) inWorld() bool {
	switch b := e.body.(type) {
	case *line, *spline, *ellipse:
		return true
	case *polyline:
		return !b.light && b.flags&spatial != 0
	case *text:
		return b.rich
	}
	return false
}
