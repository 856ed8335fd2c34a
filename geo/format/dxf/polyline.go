package dxf

import "zhenjie/geo"

// Flags of polylines and of the vertices of old ones, group 70.
const (
	closedPolyline = 1
	splinePolyline = 4
	spatial        = 8 // coordinates are the world's
	meshPolyline   = 16
	facePolyline   = 64

	frameVertex = 16 // steers a spline and is not on it
)

// polyline is a LWPOLYLINE or a POLYLINE.
type polyline struct {
	light  bool // with its vertices in groups of its own
	flags  int
	pts    []geo.Point
	bulges []float64 // of the edge that begins at each point; nil when all are straight
}

func (p *polyline) take(d *drawing) error {
	g := d.groups
	switch {
	case g.code == 70:
		return g.intTo(&p.flags)
	case !p.light:
	case g.code == 10:
		x, err := g.float()
		if err != nil {
			return err
		}
		return p.point(d, geo.Point{x, 0})
	case g.code == 20 && len(p.pts) > 0:
		return g.floatTo(&p.pts[len(p.pts)-1][1])
	case g.code == 42 && len(p.pts) > 0:
		b, err := g.float()
		p.bulge(b)
		return err
	case g.code == 90:
		n, err := g.int()
		// The number is only a hint, with room for the first point again.
		if len(p.pts) == 0 {
			p.pts = make([]geo.Point, 0, max(0, min(n, 1<<12))+1)
		}
		return err
	}
	return nil
}

func (p *polyline) point(d *drawing, at geo.Point) error {
	if len(p.pts) >= d.limits.Vertices {
		return d.tooMany()
	}
	p.pts = append(p.pts, at)
	if p.bulges != nil {
		p.bulges = append(p.bulges, 0)
	}
	return nil
}

// bulge sets that of the edge that begins at the last point: the tangent of a
// quarter of the arc's angle, positive counterclockwise.
func (p *polyline) bulge(b float64) {
	if b == 0 {
		return
	}
	if p.bulges == nil {
		p.bulges = make([]float64, len(p.pts), cap(p.pts))
	}
	p.bulges[len(p.pts)-1] = b
}

// vertex is a VERTEX of an old polyline.
type vertex struct {
	at    geo.Point
	bulge float64
	flags int
}

func (v *vertex) take(d *drawing) error {
	g := d.groups
	switch g.code {
	case 10:
		return g.floatTo(&v.at[0])
	case 20:
		return g.floatTo(&v.at[1])
	case 42:
		return g.floatTo(&v.bulge)
	case 70:
		return g.intTo(&v.flags)
	}
	return nil
}

// add adds a vertex. Those of meshes and of a spline's frame bound nothing.
func (p *polyline) add(d *drawing, v *vertex) error {
	if p.flags&(meshPolyline|facePolyline) != 0 || p.flags&splinePolyline != 0 && v.flags&frameVertex != 0 {
		return nil
	}
	if err := p.point(d, v.at); err != nil {
		return err
	}
	p.bulge(v.bulge)
	return nil
}

func (p *polyline) trace(n *pen) (pts []geo.Point, closed bool) {
	closed = p.flags&closedPolyline != 0
	if p.bulges == nil {
		return p.pts, closed
	}
	for i, at := range p.pts {
		pts = append(pts, at)
		if i+1 < len(p.pts) {
			pts = n.bulge(pts, at, p.pts[i+1], p.bulges[i])
		} else if closed {
			pts = n.bulge(pts, at, p.pts[0], p.bulges[i])
		}
	}
	return pts, closed
}

// line is a LINE.
type line struct{ ends [2]geo.Point }

func (l *line) take(d *drawing) error {
	switch g := d.groups; g.code {
	case 10, 11:
		return g.floatTo(&l.ends[g.code-10][0])
	case 20, 21:
		return g.floatTo(&l.ends[g.code-20][1])
	}
	return nil
}

func (l *line) trace(*pen) ([]geo.Point, bool) {
	return []geo.Point{l.ends[0], l.ends[1]}, false
}
