package topology

import (
	"cmp"
	"math"
	"slices"
)

// boxTree finds the boxes of a list that meet another box, or each other. The
// leaves stand in the order of a curve that fills the plane (Morton, 1966), so
// that neighbours in the tree are neighbours in the plane however the lines run.
type boxTree struct {
	leaf  []int32 // which box of the list each leaf is
	level [][]box // level[0] are the leaves; a box above holds fan below it
}

// newBoxTree builds the tree over boxes.
func newBoxTree(boxes []box) *boxTree {
	t := &boxTree{leaf: alongCurve(boxes)}
	level := make([]box, len(boxes))
	for i, k := range t.leaf {
		level[i] = boxes[k]
	}
	for {
		t.level = append(t.level, level)
		if len(level) <= 1 {
			return t
		}
		up := make([]box, 0, len(level)/fan+1)
		for i := 0; i < len(level); i += fan {
			b := level[i]
			for j := i + 1; j < min(i+fan, len(level)); j++ {
				b.join(&level[j])
			}
			up = append(up, b)
		}
		level = up
	}
}

// alongCurve orders boxes by the place of their middles on the curve.
func alongCurve(boxes []box) []int32 {
	order := make([]int32, len(boxes))
	all := nowhere
	for i := range boxes {
		order[i] = int32(i)
		all.join(&boxes[i])
	}
	if len(boxes) <= fan {
		return order
	}
	const cells = 1 << 16
	scaleX, scaleY := cells/(all.x1-all.x0), cells/(all.y1-all.y0)
	key := make([]uint32, len(boxes))
	for i, b := range boxes {
		key[i] = spread((b.x0/2+b.x1/2-all.x0)*scaleX) | spread((b.y0/2+b.y1/2-all.y0)*scaleY)<<1
	}
	slices.SortFunc(order, func(i, j int32) int { return cmp.Or(cmp.Compare(key[i], key[j]), cmp.Compare(i, j)) })
	return order
}

// spread puts a zero bit before each of the 16 bits of a cell's number.
func spread(cell float64) uint32 {
	if !(cell > 0) { // also where the boxes have no width
		return 0
	}
	x := uint32(min(cell, math.MaxUint16))
	x = (x | x<<8) & 0x00ff00ff
	x = (x | x<<4) & 0x0f0f0f0f
	x = (x | x<<2) & 0x33333333
	return (x | x<<1) & 0x55555555
}

// search calls visit for each box that meets b.
func (t *boxTree) search(b *box, visit func(k int32)) {
	if len(t.leaf) > 0 {
		t.searchBelow(len(t.level)-1, 0, b, visit)
	}
}

func (t *boxTree) searchBelow(level, i int, b *box, visit func(k int32)) {
	switch {
	case !t.level[level][i].meets(b):
	case level == 0:
		visit(t.leaf[i])
	default:
		for j := i * fan; j < min(i*fan+fan, len(t.level[level-1])); j++ {
			t.searchBelow(level-1, j, b, visit)
		}
	}
}

// pairs calls visit for each two boxes that meet, until it returns false.
func (t *boxTree) pairs(visit func(i, j int32) bool) bool {
	return len(t.leaf) == 0 || t.pairsBelow(len(t.level)-1, 0, visit)
}

func (t *boxTree) pairsBelow(level, i int, visit func(i, j int32) bool) bool {
	if level == 0 {
		return true
	}
	boxes := t.level[level-1]
	for a := i * fan; a < min(i*fan+fan, len(boxes)); a++ {
		if !t.pairsBelow(level-1, a, visit) {
			return false
		}
		for b := a + 1; b < min(i*fan+fan, len(boxes)); b++ {
			if boxes[a].meets(&boxes[b]) && !t.pairsBetween(level-1, a, b, visit) {
				return false
			}
		}
	}
	return true
}

func (t *boxTree) pairsBetween(level, i, j int, visit func(i, j int32) bool) bool {
	if level == 0 {
		return visit(t.leaf[i], t.leaf[j])
	}
	boxes := t.level[level-1]
	other := &t.level[level][j]
	for a := i * fan; a < min(i*fan+fan, len(boxes)); a++ {
		if !boxes[a].meets(other) {
			continue
		}
		for b := j * fan; b < min(j*fan+fan, len(boxes)); b++ {
			if boxes[a].meets(&boxes[b]) && !t.pairsBetween(level-1, a, b, visit) {
				return false
			}
		}
	}
	return true
}
