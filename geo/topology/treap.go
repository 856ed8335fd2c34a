package topology

// none stands for no edge.
const none = -1

// treap keeps the edges that cross the sweep line, from the lowest up, in a
// balanced tree (Seidel and Aragon, Randomized Search Trees, 1996) threaded by
// a list. An edge is its own node. Priorities are a hash of the edge under a
// secret of the moment: no file can be made to unbalance the tree, whose shape
// changes nothing of what it answers.
type treap struct {
	node   []treapNode // by edge
	root   int32
	secret uint64
}

type treapNode struct {
	below, above, up int32  // children and parent
	prev, next       int32  // neighbours on the sweep line
	rank             uint32 // never above the parent's
	in               bool
}

func (t *treap) priority(e int32) uint32 {
	h := (uint64(e) ^ t.secret) * 0x9e3779b97f4a7c15
	return uint32((h ^ h>>29) * 0xbf58476d1ce4e5b9 >> 32)
}

// insert puts e beside its future parent, as its upper or lower child; parent is
// none for the first edge.
func (t *treap) insert(e, parent int32, above bool) {
	n := treapNode{below: none, above: none, up: parent, prev: none, next: none, rank: t.priority(e), in: true}
	switch {
	case parent == none:
		t.root = e
	case above:
		n.prev, n.next = parent, t.node[parent].next
		t.node[parent].above = e
	default:
		n.prev, n.next = t.node[parent].prev, parent
		t.node[parent].below = e
	}
	t.node[e] = n
	t.link(e)
	for up := parent; up != none && t.node[up].rank < n.rank; up = t.node[e].up {
		t.lift(e)
	}
}

// link tells e's neighbours of it.
func (t *treap) link(e int32) {
	n := &t.node[e]
	if n.prev != none {
		t.node[n.prev].next = e
	}
	if n.next != none {
		t.node[n.next].prev = e
	}
}

// remove takes e out.
func (t *treap) remove(e int32) {
	n := &t.node[e]
	for n.below != none || n.above != none {
		switch {
		case n.below == none:
			t.lift(n.above)
		case n.above == none || t.node[n.below].rank > t.node[n.above].rank:
			t.lift(n.below)
		default:
			t.lift(n.above)
		}
	}
	t.hang(n.up, e, none)
	if n.prev != none {
		t.node[n.prev].next = n.next
	}
	if n.next != none {
		t.node[n.next].prev = n.prev
	}
	n.in = false
}

// replace puts f in the place of e, with e's rank: the edges of a ring follow each
// other, and the tree stays as it is.
func (t *treap) replace(e, f int32) {
	n := t.node[e]
	t.node[e].in = false
	t.node[f] = n
	t.hang(n.up, e, f)
	for _, child := range [2]int32{n.below, n.above} {
		if child != none {
			t.node[child].up = f
		}
	}
	t.link(f)
}

// hang puts f where e hung under up.
func (t *treap) hang(up, e, f int32) {
	switch {
	case up == none:
		t.root = f
	case t.node[up].below == e:
		t.node[up].below = f
	default:
		t.node[up].above = f
	}
	if f != none {
		t.node[f].up = up
	}
}

// lift rotates e above its parent.
func (t *treap) lift(e int32) {
	p := t.node[e].up
	t.hang(t.node[p].up, p, e)
	var moved int32
	if t.node[p].below == e {
		moved = t.node[e].above
		t.node[p].below, t.node[e].above = moved, p
	} else {
		moved = t.node[e].below
		t.node[p].above, t.node[e].below = moved, p
	}
	if moved != none {
		t.node[moved].up = p
	}
	t.node[p].up = e
}
