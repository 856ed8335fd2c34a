package check

import "zhenjie/geo"

// known is what has been measured lately, for points accurate to 1 m, the newest
// first. It is never changed in place, so that facts may share it.
type known struct {
	outlines []Outline
	overlaps []overlap
}

// overlap is what a core has outside an extent.
type overlap struct {
	core, extent geo.Shape
	Outside
}

// remembered bounds both lists: the shapes of the plan, those before the last
// step, and those that undoing it gives back.
const remembered = 4

func (k known) outline(s geo.Shape) Outline {
	for _, o := range k.outlines {
		if o.Shape.Equal(s) {
			return o
		}
	}
	return measure(s)
}

func (k known) overlap(core, extent Outline) overlap {
	for _, o := range k.overlaps {
		if o.of(core.Shape, extent.Shape) {
			return o
		}
	}
	return overlap{core.Shape, extent.Shape, outside(core, extent)}
}

func (o overlap) of(core, extent geo.Shape) bool { return o.core.Equal(core) && o.extent.Equal(extent) }

// with puts what holds of the newest plan in front.
func (k known) with(extent, core Outline, out overlap) known {
	next := known{[]Outline{extent, core}, []overlap{out}}
	for _, o := range k.outlines {
		if len(next.outlines) < remembered && !o.Shape.Equal(extent.Shape) && !o.Shape.Equal(core.Shape) {
			next.outlines = append(next.outlines, o)
		}
	}
	for _, o := range k.overlaps {
		if len(next.overlaps) < remembered && !o.of(out.core, out.extent) {
			next.overlaps = append(next.overlaps, o)
		}
	}
	return next
}
