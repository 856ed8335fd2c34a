package chart

import (
	"cmp"
	"slices"
)

// run is a stretch of an edge along a gutter or the corridor.
type run struct {
	edge, leg int // leg is the index into its tracks
	from, to  float64
	track     int
}

// spread gives runs that overlap tracks of their own, short ones the first, and
// returns the number of tracks.
func spread(runs []run) int {
	slices.SortStableFunc(runs, func(a, b run) int { return cmp.Compare(a.to-a.from, b.to-b.from) })
	const apart = 1.5
	tracks := 0
	for i := range runs {
		r := &runs[i]
		for slices.ContainsFunc(runs[:i], func(o run) bool {
			return o.track == r.track && o.from < r.to+apart && r.from < o.to+apart
		}) {
			r.track++
		}
		tracks = max(tracks, r.track+1)
	}
	return tracks
}

// gutter is the room left of a column, or right of the last one.
type gutter struct {
	x              float64
	tracks         [groups]int
	before, behind float64 // room for labels and arrow heads at its left and right
}

const trackGap = 2.2

func (g *gutter) used() bool { return g.tracks != [groups]int{} }

func (g *gutter) width() float64 {
	n := g.tracks[fromLeft] + g.tracks[across] + g.tracks[toRight]
	return g.before + trackGap*float64(max(n-1, 0)) + g.behind
}

// track is where a track of a group lies; the first ones lie beside the column
// they serve.
func (g *gutter) track(of group, i int) float64 {
	switch of {
	case across:
		i += g.tracks[fromLeft]
	case toRight:
		i = g.tracks[fromLeft] + g.tracks[across] + g.tracks[toRight] - 1 - i
	}
	return g.x + g.before + trackGap*float64(i)
}

// legs are the gutters an edge runs in, and its group there: where it leaves
// into, and where it enters from; both are the same unless it runs in the
// corridor.
func (p *flowPlan) legs(e *edge) (leave, enter int, leaveIn, enterIn group) {
	from, to := p.column(e.from), p.column(e.to)
	leave, leaveIn = from, toRight
	if e.leaves == rightSide {
		leave, leaveIn = from+1, fromLeft
	}
	switch {
	case p.corridor(e):
		return leave, to, leaveIn, toRight
	case from != to:
		return leave, leave, across, across
	default:
		return leave, leave, leaveIn, leaveIn
	}
}

// runs gives every edge its tracks, and gutters the room they need.
func (p *flowPlan) runs() {
	type place struct {
		gutter int
		group  group
	}
	in := map[place][]run{}
	var above []run
	for i := range p.edges {
		e := &p.edges[i]
		if e.straight() {
			continue
		}
		leave, enter, leaveIn, enterIn := p.legs(e)
		if !p.corridor(e) {
			at := place{leave, leaveIn}
			in[at] = append(in[at], run{i, 0, min(e.start.Y, e.end.Y), max(e.start.Y, e.end.Y), 0})
			continue
		}
		at, to := place{leave, leaveIn}, place{enter, enterIn}
		in[at] = append(in[at], run{i, 0, 0, e.start.Y, 0})
		in[to] = append(in[to], run{i, 1, 0, e.end.Y, 0})
		const wide = 100 // gutters lie farther apart than runs have to
		above = append(above, run{i, 2, float64(min(leave, enter)) * wide, float64(max(leave, enter)) * wide, 0})
	}
	keep := func(runs []run) {
		for _, r := range runs {
			p.edges[r.edge].tracks[r.leg] = r.track
		}
	}
	for i := range p.gutters {
		p.gutters[i].tracks = [groups]int{}
	}
	for at, runs := range in {
		p.gutters[at.gutter].tracks[at.group] = spread(runs)
		keep(runs)
	}
	p.above = spread(above)
	keep(above)
}

// route gives edges their points.
func (p *flowPlan) route() {
	for i := range p.edges {
		e := &p.edges[i]
		if e.straight() {
			from, to := p.nodes[e.from].box, p.nodes[e.to].box
			e.points = []Point{{from.middle().X, from.bottom()}, {from.middle().X, to.Y}}
			continue
		}
		leave, enter, leaveIn, enterIn := p.legs(e)
		x0 := p.gutters[leave].track(leaveIn, e.tracks[0])
		if !p.corridor(e) {
			e.points = []Point{e.start, {x0, e.start.Y}, {x0, e.end.Y}, e.end}
			continue
		}
		x1 := p.gutters[enter].track(enterIn, e.tracks[1])
		y := 1.5 + trackGap*float64(e.tracks[2])
		e.points = []Point{e.start, {x0, e.start.Y}, {x0, y}, {x1, y}, {x1, e.end.Y}, e.end}
	}
}
