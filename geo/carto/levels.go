package carto

import "math"

// keptShare is the share of the vertices above which a level is not worth its
// memory.
const keptShare = 0.8

// thin adds levels of doubling tolerance, each made from the one before, until
// hardly anything is left to leave out. The errors of all passes add up to a
// level's bound.
func (o *Outline) thin() {
	last := &o.levels[0]
	if len(last.pts) < 16 {
		return
	}
	extent := max(o.box.MaxX-o.box.MinX, o.box.MaxY-o.box.MinY)
	// Finer levels would be of use only where edges are over three pixels long,
	// and few.
	tolerance := max(meanEdge(last)/8, extent*1e-9)
	for ; tolerance < extent/8; tolerance *= 2 {
		floor := 2 * (len(last.rings) - 1) // two points a ring always stay
		if len(last.pts) <= floor+16 {
			return
		}
		next := last.thinned(tolerance)
		if float64(len(next.pts)) > keptShare*float64(len(last.pts)) {
			continue
		}
		next.bound = last.bound + tolerance
		o.levels = append(o.levels, next)
		last = &o.levels[len(o.levels)-1]
	}
}

func meanEdge(l *level) float64 {
	sum := 0.0
	for r := range len(l.rings) - 1 {
		for i := l.rings[r] + 1; i < l.rings[r+1]; i++ {
			sum += length(l.pts[i-1], l.pts[i])
		}
	}
	return sum / float64(len(l.pts))
}

func (l *level) thinned(tolerance float64) level {
	out := level{pts: make([]World, 0, len(l.pts)/2)}
	for r := range len(l.rings) - 1 {
		out.rings = append(out.rings, int32(len(out.pts)))
		out.pts = thinLine(out.pts, l.pts[l.rings[r]:l.rings[r+1]], tolerance)
	}
	out.close()
	return out
}

// thinLine appends to out the points of a line that are needed to stay within
// the tolerance of all of them; the first and the last are kept.
//
// One pass (after Williams 1978 and Sklansky–Gonzalez 1980): from the last
// kept point a cone is carried of the directions that meet a disc round every
// point since. The point before is kept when one leaves the cone or turns back
// behind the farthest so far. Missing a point sideways and at the end by up to
// the disc's radius each adds up to the tolerance.
func thinLine(out, line []World, tolerance float64) []World {
	out = append(out, line[0])
	var c cone
	c.restart(line[0], tolerance/math.Sqrt2)
	for i := 1; i < len(line); i++ {
		if c.take(line[i]) {
			continue
		}
		out = append(out, line[i-1])
		c.restart(line[i-1], c.radius)
		c.take(line[i]) // the next point itself can always be reached
	}
	if len(line) > 1 {
		out = append(out, line[len(line)-1])
	}
	return out
}

// cone is the set of directions from a point that meet a disc round each of
// the points taken since.
type cone struct {
	from        World
	radius      float64
	farthest    float64 // distance of the farthest point taken
	open        bool    // no point has narrowed it yet
	left, right World   // its edges, as directions; left is anticlockwise of right
}

func (c *cone) restart(from World, radius float64) { *c = cone{from: from, radius: radius, open: true} }

func cross(a, b World) float64 { return a.X*b.Y - a.Y*b.X }

// take narrows the cone by a point; false when the line from the cone's point
// to this one would miss an earlier one.
func (c *cone) take(w World) bool {
	d := World{w.X - c.from.X, w.Y - c.from.Y}
	r := math.Sqrt(d.X*d.X + d.Y*d.Y)
	if r < c.farthest-c.radius {
		return false
	}
	if !c.open && (cross(c.right, d) < 0 || cross(d, c.left) < 0) {
		return false
	}
	c.farthest = max(c.farthest, r)
	if r <= c.radius {
		return true
	}
	sin := c.radius / r
	cos := math.Sqrt(1 - sin*sin)
	left := World{d.X*cos - d.Y*sin, d.X*sin + d.Y*cos}
	right := World{d.X*cos + d.Y*sin, d.Y*cos - d.X*sin}
	if c.open || cross(left, c.left) > 0 {
		c.left = left
	}
	if c.open || cross(c.right, right) > 0 {
		c.right = right
	}
	c.open = false
	return true
}
