package topology

import "math"

// box is a rectangle, its borders included.
type box struct{ x0, y0, x1, y1 float64 }

// nowhere is the box that holds nothing.
var nowhere = box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func (b *box) add(p xy) {
	if p.x < b.x0 {
		b.x0 = p.x
	}
	if p.x > b.x1 {
		b.x1 = p.x
	}
	if p.y < b.y0 {
		b.y0 = p.y
	}
	if p.y > b.y1 {
		b.y1 = p.y
	}
}

func (b *box) join(o *box) {
	b.x0, b.y0 = min(b.x0, o.x0), min(b.y0, o.y0)
	b.x1, b.y1 = max(b.x1, o.x1), max(b.y1, o.y1)
}

func (b *box) meets(o *box) bool {
	return b.x0 <= o.x1 && o.x0 <= b.x1 && b.y0 <= o.y1 && o.y0 <= b.y1
}

func (b *box) holds(o *box) bool {
	return b.x0 <= o.x0 && o.x1 <= b.x1 && b.y0 <= o.y0 && o.y1 <= b.y1
}

func boxOf(a, b xy) box {
	return box{min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)}
}

// fan is how many edges a lowest box holds, and how many boxes one above them.
const fan = 8

// tree is boxes over runs of neighbours: level 0 over fan edges of a ring each
// (or over one ring each), level k over fan boxes of level k−1. A run of 64
// edges is a box of level 1. Nothing is sorted: neighbours in a ring lie beside
// each other, and a moved corner changes one box a level.
type tree struct {
	at  [12]int32 // where each level begins in checker.boxes; the end behind the last
	top int       // the highest level, a single box
}

func (t *tree) size(level int) int32 { return t.at[level+1] - t.at[level] }

// ringTree builds the boxes of a ring.
func (c *checker) ringTree(r *ring) {
	t := &r.tree
	t.at[0] = int32(len(c.boxes))
	for e := r.lo; e < r.hi; e += fan {
		b := nowhere
		for _, p := range c.pts[e : min(e+fan, r.hi)+1] {
			b.add(p)
		}
		c.boxes = append(c.boxes, b)
	}
	c.upperLevels(t)
}

// upperLevels builds the levels above the boxes that stand from t.at[0] on.
func (c *checker) upperLevels(t *tree) {
	for t.top = 0; ; t.top++ {
		from, to := t.at[t.top], int32(len(c.boxes))
		t.at[t.top+1] = to
		if to-from <= 1 {
			return
		}
		for i := from; i < to; i += fan {
			b := c.boxes[i]
			for j := i + 1; j < min(i+fan, to); j++ {
				b.join(&c.boxes[j])
			}
			c.boxes = append(c.boxes, b)
		}
	}
}

// search calls visit for each lowest box of t that meets b, in order, and
// counts the boxes looked at. It stops when visit returns false.
func (c *checker) search(t *tree, level int, i int32, b *box, visit func(i int32) bool) bool {
	if c.budget--; !c.boxes[t.at[level]+i].meets(b) {
		return true
	}
	if level == 0 {
		return visit(i)
	}
	for child := i * fan; child < min(i*fan+fan, t.size(level-1)); child++ {
		if !c.search(t, level-1, child, b, visit) {
			return false
		}
	}
	return true
}
