package topology

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// order walks the tree and, apart from it, the thread of neighbours.
func (t *treap) order() (byTree, byThread []int32) {
	var walk func(e int32)
	walk = func(e int32) {
		if e == none {
			return
		}
		walk(t.node[e].below)
		byTree = append(byTree, e)
		walk(t.node[e].above)
	}
	walk(t.root)
	if len(byTree) > 0 {
		for e := byTree[0]; e != none; e = t.node[e].next {
			byThread = append(byThread, e)
		}
	}
	return byTree, byThread
}

func (t *treap) depth(e int32) int {
	if e == none {
		return 0
	}
	return 1 + max(t.depth(t.node[e].below), t.depth(t.node[e].above))
}

// put inserts e so that edges stand in the order of key.
func (t *treap) put(e int32, key func(int32) int) {
	parent, above := int32(none), false
	for at := t.root; at != none; {
		parent, above = at, key(e) > key(at)
		if above {
			at = t.node[at].above
		} else {
			at = t.node[at].below
		}
	}
	t.insert(e, parent, above)
}

func TestTreapKeepsOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const n = 40
		tree := treap{node: make([]treapNode, 2*n), root: none, secret: rapid.Uint64().Draw(t, "secret")}
		key := func(e int32) int { return int(e%n) * 7 % 41 }
		var want []int32
		for range rapid.IntRange(0, 80).Draw(t, "steps") {
			e := int32(rapid.IntRange(0, n-1).Draw(t, "edge"))
			switch at := slices.Index(want, e); {
			case at < 0 && !slices.Contains(want, e+n):
				tree.put(e, key)
				want = append(want, e)
			case at >= 0 && rapid.Bool().Draw(t, "replace"):
				tree.replace(e, e+n)
				want[at] = e + n
			case at >= 0:
				tree.remove(e)
				want = slices.Delete(want, at, at+1)
			}
		}
		slices.SortFunc(want, func(a, b int32) int { return key(a) - key(b) })
		byTree, byThread := tree.order()
		if !slices.Equal(byTree, want) || !slices.Equal(byThread, want) {
			t.Errorf("tree %v, thread %v, want %v", byTree, byThread, want)
		}
	})
}

// TestTreapStaysShallow when edges come in order. A random search tree of n has
// a height near 4.3 ln n − 2 ln ln n (Devroye 1986), here 40.
func TestTreapStaysShallow(t *testing.T) {
	const n = 1 << 15
	tree := treap{node: make([]treapNode, n), root: none, secret: 12345}
	last := int32(none)
	for e := range int32(n) {
		tree.insert(e, last, true)
		for last = tree.root; tree.node[last].above != none; {
			last = tree.node[last].above
		}
	}
	if depth := tree.depth(tree.root); depth > 50 {
		t.Errorf("depth %d for %d edges", depth, n)
	}
}
