package topology

import (
	"zhenjie/geo"
)

// engines are the two ways Check finds contacts; each must give the same answer.
var engines = map[string]func(*checker){
	"boxes": func(c *checker) {
		if c.placed = c.joinBoxes(); !c.placed {
			c.partial = true
		}
	},
	"sweep": func(c *checker) {
		for i := range c.rings {
			c.ringTree(&c.rings[i])
		}
		c.sweepAll()
	},
}

func checkBy(s geo.Shape, find func(*checker)) []Problem {
	c := new(checker)
	c.prepare(s)
	find(c)
	c.judge()
	return c.list()
}
