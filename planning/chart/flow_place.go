package chart

// flowPlan is a Flow with places.
type flowPlan struct {
	Flow
	stacked bool // lanes stand one below the other, not side by side
	nodes   []node
	edges   []edge
	heads   []flowHead // by lane
	gutters []gutter   // one more than columns
	column0 []float64  // left ends of columns
	wide    float64    // width of columns
	above   int        // tracks in the corridor above the columns
	size    Point
}

// flowHead is the name of a lane.
type flowHead struct {
	name, loop []string
	box        Box
}

const (
	leastColumn = 34
	mostColumn  = 60
	mostStacked = 84
	headGap     = 4.5               // below the name of a lane
	nodeGap     = 6.8               // room for the name of a branch
	laneGap     = 9                 // between lanes that are stacked
	stub        = 4                 // of an arrow beside a node
	mostLabel   = 21                // width of the name of a branch at a side,
	mostBelow   = leastColumn/2 - 2 // and of one that leads down
)

var headStyle, loopStyle = style{normal, true, Ink, centre}, style{small, false, Warn, centre}

// planned lays the flow out side by side if that fits a width, else stacked.
func (c Flow) planned(width float64) *flowPlan {
	p := c.plan(false, width)
	if p.wide < leastColumn && len(c.Lanes) > 1 {
		p = c.plan(true, width)
	}
	p.wide = max(p.wide, leastColumn)
	p.settle(width)
	p.meet() // with the final places
	p.route()
	return p
}

// plan finds the width of columns, which depends on that of the gutters, and
// that on the height of boxes, and that on the width of columns.
func (c Flow) plan(stacked bool, width float64) *flowPlan {
	p := &flowPlan{Flow: c, stacked: stacked}
	p.list()
	p.connect()
	n := p.columns()
	p.gutters = make([]gutter, n+1)
	p.wide = leastColumn
	p.zones()
	for range 3 {
		p.settle(width)
		p.meet()
		p.runs()
		p.zones()
		room := width
		for i := range p.gutters {
			room -= p.gutters[i].width()
		}
		most := float64(mostColumn)
		if stacked {
			most = mostStacked
		}
		p.wide = min(room/float64(max(n, 1)), most)
		if p.wide < leastColumn {
			break
		}
	}
	return p
}

func (p *flowPlan) columns() int {
	if p.stacked {
		return 1
	}
	return len(p.Lanes)
}

// column is the column a node stands in.
func (p *flowPlan) column(node int) int {
	if p.stacked {
		return 0
	}
	return p.nodes[node].lane
}

// list makes the nodes: the steps of each lane and, where a decision leads
// there, its end.
func (p *flowPlan) list() {
	for i, lane := range p.Lanes {
		exit := false
		for _, s := range lane.Steps {
			p.nodes = append(p.nodes, node{step: s, lane: i})
			exit = exit || s.Decision && s.NoTo == FlowExit
		}
		if exit {
			p.nodes = append(p.nodes, node{step: FlowStep{Title: p.Exit}, lane: i, exit: true})
		}
	}
}

// zones gives gutters room for the labels beside nodes.
func (p *flowPlan) zones() {
	for i := range p.gutters {
		g := &p.gutters[i]
		g.before, g.behind = 2, 2
		if g.used() {
			g.before, g.behind = stub, stub
		}
	}
	for i := range p.edges {
		e := &p.edges[i]
		if e.straight() || e.label == "" {
			continue
		}
		room := widest(labelLines(e.label), style{size: small}) + 3
		leave, _, _, _ := p.legs(e)
		if g := &p.gutters[leave]; e.leaves == leftSide {
			g.behind = max(g.behind, room)
		} else {
			g.before = max(g.before, room)
		}
	}
}

// settle gives everything a place, for the width of columns and gutters there
// is; what is narrower than the sheet stands in its middle.
func (p *flowPlan) settle(width float64) {
	wide := max(p.wide, leastColumn)
	all := wide * float64(p.columns())
	for i := range p.gutters {
		all += p.gutters[i].width()
	}
	x := max((width-all)/2, 0)
	p.column0 = p.column0[:0]
	for i := range p.gutters {
		p.gutters[i].x = x
		x += p.gutters[i].width()
		if i < p.columns() {
			p.column0 = append(p.column0, x)
			x += wide
		}
	}
	p.size = Point{max(all, width), 0}
	p.stand(wide)
}

// stand puts names and nodes below each other.
func (p *flowPlan) stand(wide float64) {
	top := 1.0
	if p.above > 0 {
		top += 2 + trackGap*float64(p.above)
	}
	p.heads = p.heads[:0]
	highest := 0.0
	for _, lane := range p.Lanes {
		h := flowHead{name: balanced(lane.Name, wide-4, headStyle, mostText), loop: balanced(lane.Loop, wide-4, loopStyle, 2)}
		h.box = Box{W: wide, H: 3 + textHeight(h.name, headStyle) + textHeight(h.loop, loopStyle)}
		highest = max(highest, h.box.H)
		p.heads = append(p.heads, h)
	}
	y, next := top, 0
	for i := range p.heads {
		h := &p.heads[i]
		column := i
		if p.stacked {
			column = 0
		} else {
			y, h.box.H = top, highest
		}
		h.box.X, h.box.Y = p.column0[column], y
		p.size.Y = max(p.size.Y, h.box.bottom()+1.5)
		y += h.box.H + headGap
		for ; next < len(p.nodes) && p.nodes[next].lane == i; next++ {
			n := &p.nodes[next]
			n.measure(wide)
			n.move(h.box.X, y)
			y = n.box.bottom() + nodeGap
			p.size.Y = max(p.size.Y, n.box.bottom()+1.5)
		}
		y += laneGap - nodeGap
	}
}
