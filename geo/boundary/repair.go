package boundary

import "zhenjie/geo/topology"

// RepairTolerance is that of a repair nobody gives another for, in metres: what is
// thinner than 1 cm is no land but a slip of drawing.
const RepairTolerance = 0.01

// repair mends the shape, and keeps what was changed.
func (l *Located) repair(o topology.RepairOptions) {
	l.Feature.Shape, l.Changes = topology.Repair(l.Feature.Shape, o)
	if len(l.Changes) > 0 {
		l.Box, _ = l.Feature.Shape.Bound()
	}
}
