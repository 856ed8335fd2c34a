package dxf

import (
	"math"

	"zhenjie/geo"
)

// curve is a body that draws a line.
type curve interface {
	body
	// trace returns points along the line, in the entity's own coordinates; a
	// closed one does not repeat the first, unless the drawing does.
	trace(*pen) (pts []geo.Point, closed bool)
}

// pen turns curves into points.
type pen struct {
	tolerance float64 // the most that a chord may leave an arc, in the units of the coordinates
	left      int     // points that may still be made, in all of the drawing
	arcs      bool    // an arc was drawn since this was last cleared
	full      bool    // there would have been more points
}

// finest is the angle between two points on an arc, in radians, below which no
// tolerance leads: a radius of 8000 km keeps within 1 cm.
const finest = 1e-4

// coarsest keeps arcs round whose whole height is below the tolerance.
const coarsest = math.Pi / 4

// steps is the number of chords for an arc of a radius and an angle.
func (n *pen) steps(radius, angle float64) int {
	step := coarsest
	if radius > n.tolerance { // a chord's sagitta is r (1 − cos ½step)
		step = min(max(2*math.Acos(1-n.tolerance/radius), finest), coarsest)
	}
	return max(1, int(math.Ceil(math.Abs(angle)/step)))
}

func (n *pen) point(pts []geo.Point, at geo.Point) []geo.Point {
	if n.left--; n.left < 0 {
		n.full = true
		return pts
	}
	return append(pts, at)
}

// bulge adds the points between a and b on the arc of a bulge.
func (n *pen) bulge(pts []geo.Point, a, b geo.Point, bulge float64) []geo.Point {
	if bulge == 0 {
		return pts
	}
	angle := 4 * math.Atan(bulge)
	// From the middle of the chord the centre lies to the left by
	// (1 − bulge²)/(4 bulge) chords.
	k := (1 - bulge*bulge) / (4 * bulge)
	way := geo.Point{b[0] - a[0], b[1] - a[1]}
	centre := geo.Point{(a[0]+b[0])/2 - k*way[1], (a[1]+b[1])/2 + k*way[0]}
	from := geo.Point{a[0] - centre[0], a[1] - centre[1]}
	radius := math.Hypot(from[0], from[1])
	if !(radius < hugest) { // straight, for all that can be told
		return pts
	}
	n.arcs = true
	for i, steps := 1, n.steps(radius, angle); i < steps && !n.full; i++ {
		s, c := math.Sincos(angle * float64(i) / float64(steps))
		pts = n.point(pts, geo.Point{centre[0] + c*from[0] - s*from[1], centre[1] + s*from[0] + c*from[1]})
	}
	return pts
}

// oval adds points on an ellipse, given by the ends of its half axes, from a
// parameter on through an angle; the end only when last is set. Chords leave it
// by no more than they would leave a circle of the longer half axis.
func (n *pen) oval(pts []geo.Point, centre, major, minor geo.Point, from, angle float64, last bool) []geo.Point {
	n.arcs = true
	radius := max(math.Hypot(major[0], major[1]), math.Hypot(minor[0], minor[1]))
	steps := n.steps(radius, angle)
	end := steps
	if last {
		end++
	}
	for i := 0; i < end && !n.full; i++ {
		s, c := math.Sincos(from + angle*float64(i)/float64(steps))
		pts = n.point(pts, geo.Point{centre[0] + c*major[0] + s*minor[0], centre[1] + c*major[1] + s*minor[1]})
	}
	return pts
}
