package topology

import "zhenjie/geo"

// Check returns everything that is wrong with a shape, by part, ring and
// corner; none for a valid or empty one. See the package comment for the rules.
func Check(s geo.Shape) []Problem {
	if s.IsEmpty() {
		return nil
	}
	c := pool.Get().(*checker)
	defer c.release()
	c.reset()
	c.prepare(s)
	c.find()
	c.judge()
	return c.list()
}

// find finds contacts and nesting, by boxes where they tell enough, by the
// sweep where they do not.
func (c *checker) find() {
	c.placed = c.joinBoxes()
	switch {
	case c.placed:
	case len(c.crossings) >= maxPlaces:
		c.partial = true
	default:
		c.sweepAll()
	}
}
