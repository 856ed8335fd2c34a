package dxf

import (
	"math"

	"zhenjie/geo"
)

// insert is an INSERT: a block drawn at a place, perhaps in columns and rows.
type insert struct {
	name          string // as blockKey makes it
	at            geo.Point
	scale         [2]float64
	rotation      float64 // degrees
	columns, rows int
	apart         [2]float64 // columns, rows
	attributes    bool       // attributes follow
}

func (i *insert) take(d *drawing) error {
	g := d.groups
	switch g.code {
	case 2:
		i.name = blockKey(d.text())
	case 10:
		return g.floatTo(&i.at[0])
	case 20:
		return g.floatTo(&i.at[1])
	case 41, 42:
		return g.floatTo(&i.scale[g.code-41])
	case 44, 45:
		return g.floatTo(&i.apart[g.code-44])
	case 50:
		return g.floatTo(&i.rotation)
	case 66:
		n, err := g.int()
		i.attributes = n != 0
		return err
	case 70:
		return g.intTo(&i.columns)
	case 71:
		return g.intTo(&i.rows)
	}
	return nil
}

// place is where the copy in a column and row stands, for a block drawn about
// base.
func (i *insert) place(base geo.Point, column, row int) place {
	s, c := math.Sincos(i.rotation * degree)
	p := place{
		x: geo.Point{c * i.scale[0], s * i.scale[0]}, y: geo.Point{-s * i.scale[1], c * i.scale[1]},
		moved: true,
	}
	dx, dy := float64(column)*i.apart[0], float64(row)*i.apart[1]
	p.origin = geo.Point{
		i.at[0] + c*dx - s*dy - p.x[0]*base[0] - p.y[0]*base[1],
		i.at[1] + s*dx + c*dy - p.x[1]*base[0] - p.y[1]*base[1],
	}
	return p
}

// place says where coordinates of a block, or of an entity seen from below, lie
// in the drawing: the images of both axes and of the origin.
type place struct {
	x, y, origin geo.Point
	moved        bool // not everything stays where it is
}

// home leaves everything where it is.
var home = place{x: geo.Point{1, 0}, y: geo.Point{0, 1}}

// mirrored is home seen from below.
var mirrored = place{x: geo.Point{-1, 0}, y: geo.Point{0, 1}, moved: true}

func (p place) of(q geo.Point) geo.Point {
	if !p.moved {
		return q
	}
	return geo.Point{
		p.x[0]*q[0] + p.y[0]*q[1] + p.origin[0],
		p.x[1]*q[0] + p.y[1]*q[1] + p.origin[1],
	}
}

// within is the place of what is placed by q, which is placed by p.
func (p place) within(q place) place {
	if !p.moved {
		return q
	}
	turn := func(v geo.Point) geo.Point {
		return geo.Point{p.x[0]*v[0] + p.y[0]*v[1], p.x[1]*v[0] + p.y[1]*v[1]}
	}
	return place{x: turn(q.x), y: turn(q.y), origin: p.of(q.origin), moved: true}
}

// growth is how much longer a line becomes at most.
func (p place) growth() float64 {
	return math.Hypot(math.Hypot(p.x[0], p.x[1]), math.Hypot(p.y[0], p.y[1]))
}
