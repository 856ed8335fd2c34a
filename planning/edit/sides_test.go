package edit_test

import (
	"math"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/shaping"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// stream lies along the town's eastern edge.
var stream = planning.Neighbour{
	Side: planning.East, Kind: planning.NeighbourRiver, Name: "龙溪", From: geo.Point{120.02, 30.02}, To: geo.Point{120.02, 30},
}

// corner is a vertex of the first part's outer ring.
func corner(n int) shaping.Vertex { return shaping.Vertex{Corner: n} }

func init() {
	steps = append(steps, []step{
		{edit.SetSide{Side: planning.South, To: "G320 国道"}, "South to: G320 国道", func(p *planning.Plan) { p.Sides.South = "G320 国道" }},
		{edit.FillSides{To: planning.SideTexts{East: "a", North: "b"}}, "fill the four sides from the neighbours", func(p *planning.Plan) {
			p.Sides.SideTexts = planning.SideTexts{East: "a", North: "b"}
		}},
		{edit.AddNeighbour{Neighbour: stream}, "add a neighbour 龙溪", func(p *planning.Plan) { p.Sides.Neighbours = planning.ListOf(border, stream) }},
		{edit.SetNeighbour{At: 0, To: stream}, "change the neighbour 龙溪", func(p *planning.Plan) { p.Sides.Neighbours = planning.ListOf(stream) }},
		{edit.RemoveNeighbour{At: 0, Title: "上村"}, "remove the neighbour 上村", func(p *planning.Plan) { p.Sides.Neighbours = planning.ListOf[planning.Neighbour]() }},
		{edit.MovePoint{Layer: edit.Extent, At: corner(3), To: geo.Point{120.001, 30.021}, Title: "J1"}, "move the boundary point J1", func(p *planning.Plan) {
			p.Extent = geo.Polygon([]geo.Point{{120, 30}, {120.02, 30}, {120.02, 30.02}, {120.001, 30.021}, {120, 30}})
			moved := border
			moved.From = geo.Point{120.001, 30.021}
			p.Sides.Neighbours = planning.ListOf(moved)
		}},
		{edit.MovePoint{Layer: edit.Extent, At: corner(0), To: geo.Point{119.9, 30}, Title: "J4"}, "move the boundary point J4", func(p *planning.Plan) {
			p.Extent = geo.Polygon([]geo.Point{{119.9, 30}, {120.02, 30}, {120.02, 30.02}, {120, 30.02}, {119.9, 30}})
		}},
		{edit.MovePoint{Layer: edit.Core, At: corner(0), To: geo.Point{120.004, 30.005}, Title: "J4"}, "move the boundary point J4 of the core", func(p *planning.Plan) {
			points := p.Core.Ring(0, 0).Points()
			points[0] = geo.Point{120.004, 30.005}
			points[4] = points[0]
			p.Core = geo.Polygon(points)
		}},
	}...)
}

func TestSidesBlocked(t *testing.T) {
	long := strings.Repeat("字", 20_001)
	full := town()
	full.Sides.Neighbours = planning.ListOf(make([]planning.Neighbour, 10_000)...)
	with := func(change func(*planning.Neighbour)) edit.Command {
		n := stream
		change(&n)
		return edit.AddNeighbour{Neighbour: n}
	}
	move := func(layer edit.Layer, at shaping.Vertex, lon, lat float64) edit.Command {
		return edit.MovePoint{Layer: layer, At: at, To: geo.Point{lon, lat}}
	}
	hole := shaping.Vertex{RingRef: geo.RingRef{Ring: 1}}
	for name, c := range map[string]struct {
		plan    planning.Plan
		command edit.Command
		want    words.ID
	}{
		"unknown side":        {town(), edit.SetSide{Side: "up"}, "edit.no_side"},
		"long text":           {town(), edit.SetSide{Side: planning.East, To: long}, "edit.too_long"},
		"long fill":           {town(), edit.FillSides{To: planning.SideTexts{North: long}}, "edit.too_long"},
		"neighbours full":     {full, edit.AddNeighbour{Neighbour: stream}, "edit.full"},
		"neighbour of none":   {planning.Plan{}, edit.AddNeighbour{Neighbour: stream}, "edit.no_extent"},
		"side of a neighbour": {town(), with(func(n *planning.Neighbour) { n.Side = "" }), "edit.no_side"},
		"kind of a neighbour": {town(), with(func(n *planning.Neighbour) { n.Kind = "sea" }), "edit.neighbour_kind"},
		"long name":           {town(), with(func(n *planning.Neighbour) { n.Name = long }), "edit.too_long"},
		"from nowhere":        {town(), with(func(n *planning.Neighbour) { n.From[0] = math.NaN() }), "edit.point_range"},
		"to nowhere":          {town(), with(func(n *planning.Neighbour) { n.To[1] = 90.1 }), "edit.point_range"},
		"no such neighbour":   {town(), edit.SetNeighbour{At: 1, To: stream}, "edit.gone"},
		"neighbour −1":        {town(), edit.RemoveNeighbour{At: -1}, "edit.gone"},
		"no such corner":      {town(), move(edit.Extent, corner(4), 120, 30), "edit.no_point"},
		"corner −1":           {town(), move(edit.Core, corner(-1), 120, 30), "edit.no_point"},
		"no such ring":        {town(), move(edit.Extent, hole, 120, 30), "edit.no_point"},
		"no core":             {planning.Plan{Extent: extent}, move(edit.Core, corner(0), 120, 30), "edit.no_point"},
		"to no number":        {town(), move(edit.Extent, corner(0), 120, math.NaN()), "edit.point_range"},
		"off the earth":       {town(), move(edit.Extent, corner(0), 180.5, 30), "edit.point_range"},
		"a degree too far":    {town(), move(edit.Extent, corner(0), 121.1, 30), "edit.point_far"},
	} {
		why := c.command.Blocked(c.plan)
		if why.ID != c.want {
			t.Errorf("%s: blocked by %q (%s), want %s", name, why.ID, why.In(words.En), c.want)
		}
		if zh, en := why.In(words.Zh), why.In(words.En); strings.ContainsAny(zh+en, "{}") || zh == en {
			t.Errorf("%s: said %q and %q", name, zh, en)
		}
	}
}
