package dxf

import (
	"math"

	"zhenjie/geo"
)

const degree = math.Pi / 180

// arc is an ARC or a CIRCLE. It runs counterclockwise.
type arc struct {
	full       bool
	centre     geo.Point
	radius     float64
	start, end float64 // degrees
}

func (a *arc) take(d *drawing) error {
	switch g := d.groups; g.code {
	case 10:
		return g.floatTo(&a.centre[0])
	case 20:
		return g.floatTo(&a.centre[1])
	case 40:
		return g.floatTo(&a.radius)
	case 50:
		return g.floatTo(&a.start)
	case 51:
		return g.floatTo(&a.end)
	}
	return nil
}

func (a *arc) trace(n *pen) ([]geo.Point, bool) {
	major, minor := geo.Point{a.radius, 0}, geo.Point{0, a.radius}
	if a.full {
		return n.oval(nil, a.centre, major, minor, 0, 2*math.Pi, false), true
	}
	angle := onward(a.start*degree, a.end*degree)
	return n.oval(nil, a.centre, major, minor, a.start*degree, angle, true), false
}

// onward is the angle from start to end counterclockwise, above 0 and up to a
// full turn.
func onward(start, end float64) float64 {
	const hair = 1e-9
	angle := math.Mod(end-start, 2*math.Pi)
	if angle <= hair {
		angle += 2 * math.Pi
	}
	return angle
}

// ellipse is an ELLIPSE. It runs counterclockwise, seen from its upper side.
type ellipse struct {
	centre, major geo.Point // the second from the first
	ratio         float64   // of the half axes
	start, end    float64   // parameters in radians
	turn          float64   // 1, or -1 when seen from below
}

func (e *ellipse) take(d *drawing) error {
	switch g := d.groups; g.code {
	case 10:
		return g.floatTo(&e.centre[0])
	case 20:
		return g.floatTo(&e.centre[1])
	case 11:
		return g.floatTo(&e.major[0])
	case 21:
		return g.floatTo(&e.major[1])
	case 40:
		return g.floatTo(&e.ratio)
	case 41:
		return g.floatTo(&e.start)
	case 42:
		return g.floatTo(&e.end)
	}
	return nil
}

func (e *ellipse) trace(n *pen) ([]geo.Point, bool) {
	const hair = 1e-6
	angle := onward(e.start, e.end)
	closed := math.Abs(angle-2*math.Pi) < hair
	return n.oval(nil, e.centre, e.major, e.minor(), e.start, angle, !closed), closed
}

// minor is the end of the other half axis, from the centre.
func (e *ellipse) minor() geo.Point {
	k := e.ratio * e.turn
	return geo.Point{-k * e.major[1], k * e.major[0]}
}
