package topology

// snap cuts edges on a grid by snap rounding: every cell of the grid in which a
// corner lies, or two edges cross, is hot, and every edge that passes through a
// hot cell is led through its middle. Edges cannot creep then, since the cells are
// known before the first edge is bent (Hobby, Practical segment intersection with
// finite precision output, 1999). It reports false for too many cuts.
func (n *noder) snap() bool {
	if !n.find() {
		return false
	}
	hot := map[xy]bool{}
	for _, c := range n.cuts {
		hot[c.at] = true
	}
	boxes := make([]box, len(n.sides))
	for i, s := range n.sides {
		hot[s.a] = true
		boxes[i] = boxOf(s.a, s.b)
	}
	tree := newBoxTree(boxes)
	n.cuts = n.cuts[:0]
	for p := range hot {
		half := n.grid / 2
		cell := box{p.x - half, p.y - half, p.x + half, p.y + half}
		tree.search(&cell, func(k int32) {
			if s := &n.sides[k]; cell.crossedBy(s.a, s.b) {
				n.cut(k, p)
			}
		})
		if len(n.cuts) > maxCuts {
			return false
		}
	}
	n.made += len(n.cuts)
	n.apply()
	return true
}

// crossedBy reports whether an edge whose box meets b has a point in b.
func (b *box) crossedBy(p, q xy) bool {
	side := orient(p, q, xy{b.x0, b.y0})
	return side == 0 ||
		orient(p, q, xy{b.x1, b.y0}) != side || orient(p, q, xy{b.x0, b.y1}) != side || orient(p, q, xy{b.x1, b.y1}) != side
}
