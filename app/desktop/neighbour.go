package desktop

import (
	"zhenjie/app/desktop/drawing"
	"zhenjie/app/desktop/widgets"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// askNeighbour names what lies along the side between the selected corners of
// the extent.
func (e *editor) askNeighbour() {
	w := e.p.w
	run, ok := e.side()
	if !ok || e.board.Layer != edit.Extent || run.Ring != (geo.RingRef{}) {
		w.notices.begin()
		w.notices.tell(widgets.Info, w.say("op.neighbour.how"))
		return
	}
	side, kind, name := widgets.NewChoice(), widgets.NewChoice(), widgets.NewEntry()
	var sides, kinds []widgets.Option
	for _, s := range planning.FourSides {
		sides = append(sides, widgets.Option{ID: string(s), Text: s.Title().In(w.lang())})
	}
	for _, k := range planning.NeighbourKinds {
		kinds = append(kinds, widgets.Option{ID: string(k), Text: k.Title().In(w.lang())})
	}
	side.SetOptions(sides)
	kind.SetOptions(kinds)
	side.Set(string(facing(e.shape(), run)))
	kind.Set(string(planning.NeighbourKinds[0]))
	e.ask("op.neighbour", func(f *widgets.Form) {
		f.Row(w.say("op.neighbour.side"), w.say("op.neighbour.run", "n", run.Edges()), side)
		f.Row(w.say("op.neighbour.kind"), "", kind)
		f.Row(w.say("op.neighbour.name"), "", name)
	}, func() error {
		from, to := run.Clockwise(e.shape())
		return e.p.do(edit.AddNeighbour{Neighbour: planning.Neighbour{
			Side: planning.Side(side.Chosen()), Kind: planning.NeighbourKind(kind.Chosen()), Name: name.Text, From: from, To: to,
		}})
	}, name)
}

// facing is the side of the extent that a run of edges lies on: the direction in
// which its middle is farthest from the middle of the extent.
func facing(s geo.Shape, run drawing.Side) planning.Side {
	box, ok := s.Bound()
	if !ok {
		return planning.East
	}
	from, to := run.Ends(s)
	east := ((from[0]+to[0])/2 - box.Center()[0]) / (box.Max[0] - box.Min[0])
	north := ((from[1]+to[1])/2 - box.Center()[1]) / (box.Max[1] - box.Min[1])
	switch {
	case east >= north && east >= -north:
		return planning.East
	case -east >= north && -east >= -north:
		return planning.West
	case north > 0:
		return planning.North
	default:
		return planning.South
	}
}
