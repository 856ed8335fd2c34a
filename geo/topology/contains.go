package topology

import "zhenjie/geo"

// Contains reports whether every point of inner lies in outer; they may share
// border. It decides exactly, at a cost near that of a Check. Both must be valid:
// of other shapes it says nothing sure. An empty inner is contained.
func Contains(outer, inner geo.Shape) bool {
	yes, sure := contains(outer, inner)
	if !sure {
		rest, err := overlay(inner, outer, func(inInner, inOuter bool) bool { return inInner && !inOuter })
		return err == nil && rest.IsEmpty()
	}
	return yes
}

// contains gives up, and is not sure, where comparing boxes leads nowhere.
func contains(outer, inner geo.Shape) (yes, sure bool) {
	if inner.IsEmpty() || outer.IsEmpty() {
		return inner.IsEmpty(), true
	}
	c := pool.Get().(*checker)
	defer c.release()
	c.reset()
	c.prepare(geo.Join(outer, inner))
	v := cover{checker: c, first: outer.Parts()}
	v.budget = boxTests*len(c.pts) + 5000
	yes = v.join() && v.nodesWithin() && v.ringsWithin()
	return yes, v.budget >= 0
}

// cover asks whether the parts from number first on lie within those before.
// They do if no border of theirs leaves the others' land, and none of the
// others' borders enters theirs.
type cover struct {
	*checker
	first int
	order []int32 // the rings in the order of the tree over them
	all   tree
	met   []bool // by ring: touches a ring of the other shape
}

func (v *cover) isInner(k int32) bool { return v.rings[k].ref.Part >= v.first }

// join finds the contacts between the two shapes and reports false when edges
// cross, or run along each other with the land on different sides.
func (v *cover) join() bool {
	for i := range v.rings {
		v.ringTree(&v.rings[i])
	}
	v.order, v.all = v.shapeTree()
	for i := range v.rings {
		if !v.isInner(int32(i)) {
			continue
		}
		a := &v.rings[i]
		v.search(&v.all, v.all.top, 0, &a.box, func(m int32) bool {
			if k := v.order[m]; !v.isInner(k) {
				b := &v.rings[k]
				v.between(a, a.tree.top, 0, b, b.tree.top, 0)
			}
			return len(v.crossings) == 0 && !v.exhausted()
		})
	}
	if len(v.crossings) > 0 || v.budget < 0 {
		return false
	}
	for _, o := range v.overlaps {
		a, b := &v.rings[v.ringOf(o.a)], &v.rings[v.ringOf(o.b)]
		if v.landLeft(a, o.a) != v.landLeft(b, o.b) {
			return false
		}
	}
	return true
}

// nodesWithin looks at the directions in which borders leave the points where
// they touch: none of inner's may leave the land, none of outer's enter inner.
func (v *cover) nodesWithin() bool {
	v.met = make([]bool, len(v.rings))
	within := true
	v.eachNode(func(at xy, passes []pass) bool {
		split := 0
		for split < len(passes) && !v.isInner(passes[split].ring) {
			split++
		}
		outer, inner := passes[:split], passes[split:]
		for _, p := range passes {
			v.met[p.ring] = true
		}
		for _, p := range inner {
			within = within && v.land(at, outer, p.ends[0]) >= 0 && v.land(at, outer, p.ends[1]) >= 0
		}
		for _, p := range outer {
			within = within && v.land(at, inner, p.ends[0]) <= 0 && v.land(at, inner, p.ends[1]) <= 0
		}
		return within
	})
	return within
}

// land tells whether the direction from a node to q leads into the land of the
// parts that pass there: +1 into it, −1 out of it, 0 along its border. It is in
// a part's land if it is on the right side of all its passes.
func (v *cover) land(at xy, passes []pass, q xy) int {
	best := -1
	for i := 0; i < len(passes); {
		part, side := v.rings[passes[i].ring].ref.Part, 1
		for ; i < len(passes) && v.rings[passes[i].ring].ref.Part == part; i++ {
			r := &v.rings[passes[i].ring]
			in, out := passes[i].ends[0], passes[i].ends[1]
			if r.ccw != (r.ref.Ring == 0) {
				in, out = out, in
			}
			side = min(side, sector(at, out, in, q))
		}
		best = max(best, side)
	}
	return best
}

// ringsWithin judges the rings that touch none of the other shape, by a point.
func (v *cover) ringsWithin() bool {
	for k := range v.rings {
		if v.met[k] {
			continue
		}
		p := v.pts[v.rings[k].lo]
		if inner := v.isInner(int32(k)); v.covered(p, !inner) != inner {
			return false
		}
	}
	return true
}

// covered reports whether p lies in the land of the inner or the outer shape.
func (v *cover) covered(p xy, inner bool) bool {
	deep := 0
	v.search(&v.all, v.all.top, 0, &box{p.x, p.y, p.x, p.y}, func(m int32) bool {
		if k := v.order[m]; v.isInner(k) == inner {
			if at, _ := v.locate(&v.rings[k], p); at == inside {
				deep++
			}
		}
		return v.budget >= 0
	})
	return deep%2 == 1
}
