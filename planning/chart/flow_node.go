package chart

// node is a box of a flow chart with its place.
type node struct {
	step   FlowStep
	lane   int
	exit   bool // an end, not a step
	title  []string
	by     []string
	note   []string
	box    Box // all of it
	figure Box // the box or the diamond, which arrows lead to; what belongs to a diamond stands below it
}

const (
	inside   = 2.2 // between the edge of a box and its text
	badge    = 1.7 // radius of the mark of a step's state
	mostText = 12  // lines of a text; what is longer is cut

	mostDiamond = 54
	openDiamond = 0.8 // share of a diamond's height that arrows meet
)

var (
	titleStyle = style{normal, true, Ink, centre}
	byStyle    = style{small, false, Accent, centre}
	noteStyle  = style{small, false, Faint, centre}
)

func textHeight(lines []string, s style) float64 { return float64(len(lines)) * leading * s.size }

// measure breaks the texts for a column of a width and makes the node as high
// as they need; its place is at 0, 0.
func (n *node) measure(width float64) {
	switch {
	case n.exit:
		w := min(textWidth(n.step.Title, normal, true)+10, width)
		n.title = []string{cut(n.step.Title, w-2*inside, titleStyle)}
		n.figure = Box{(width - w) / 2, 0, w, 7}
		n.box = n.figure
	case n.step.Decision:
		n.measureDiamond(width)
	default:
		room := width - 2*inside
		title := room
		if n.step.State != FlowOpen {
			title -= 4 * badge
		}
		n.title = balanced(n.step.Title, title, titleStyle, mostText)
		n.wrapRest(room)
		n.figure = Box{0, 0, width, max(2*inside+textHeight(n.title, titleStyle)+n.restHeight()-0.6, 8)}
		n.box = n.figure
	}
}

func (n *node) wrapRest(room float64) {
	n.by = balanced(n.step.By, room, byStyle, mostText)
	n.note = balanced(n.step.Note, room, noteStyle, mostText)
}

func (n *node) restHeight() float64 { return textHeight(n.by, byStyle) + textHeight(n.note, noteStyle) }

// measureDiamond makes the diamond so high that its text lies inside: a box of
// text w × h lies in a diamond W × H where w/W + h/H ≤ 1.
func (n *node) measureDiamond(width float64) {
	wide := min(width, mostDiamond)
	n.title = balanced(n.step.Title, 0.58*wide, titleStyle, mostText)
	w := widest(n.title, titleStyle) + 2
	h := textHeight(n.title, titleStyle)
	n.figure = Box{(width - wide) / 2, 0, wide, max(h/(1-w/wide), 11)}
	n.wrapRest(width - inside)
	n.box = Box{0, 0, width, n.figure.H}
	if rest := n.restHeight(); rest > 0 {
		n.box.H += 0.8 + rest
	}
}

// move moves the node right and down.
func (n *node) move(x, y float64) {
	n.box.X, n.box.Y = n.box.X+x, n.box.Y+y
	n.figure.X, n.figure.Y = n.figure.X+x, n.figure.Y+y
}

// port is where an arrow meets the node's left or right side, at a share of
// what of its height is open to arrows.
func (n *node) port(s side, share float64) Point {
	f := n.figure
	y := f.Y + f.H*share
	in := 0.0
	if n.step.Decision {
		y = f.middle().Y + (share-0.5)*f.H*openDiamond
		in = f.W / 2 * max(y-f.middle().Y, f.middle().Y-y) / (f.H / 2)
	}
	if s == leftSide {
		return Point{f.X + in, y}
	}
	return Point{f.right() - in, y}
}

// colours of a node by its state.
func (n *node) colours() (fill, line Role, width float64) {
	switch {
	case n.exit:
		return BadTint, Bad, 0.35
	case n.step.State == FlowDone:
		return GoodTint, Good, 0.35
	case n.step.State == FlowCurrent:
		return AccentTint, Accent, 0.8
	case n.step.State == FlowReturned:
		return WarnTint, Warn, 0.6
	default:
		return Panel, Edge, 0.35
	}
}

func (n *node) draw(d *Drawing) {
	fill, line, width := n.colours()
	l := Line{Role: line, Width: width}
	f, m := n.figure, n.figure.middle()
	switch {
	case n.exit:
		d.rect(f, f.H/2, fill, l)
		d.write(m.X, m.Y, titleStyle, n.title[0])
		return
	case n.step.Decision:
		d.polygon(fill, l, Point{m.X, f.Y}, Point{f.right(), m.Y}, Point{m.X, f.bottom()}, Point{f.X, m.Y})
		d.writeLines(m.X, m.Y, titleStyle, n.title)
		n.drawRest(d, f.bottom()+0.8)
	default:
		d.rect(f, 1.4, fill, l)
		top := m.Y - (textHeight(n.title, titleStyle)+n.restHeight())/2
		d.writeLines(m.X, top+textHeight(n.title, titleStyle)/2, titleStyle, n.title)
		n.drawRest(d, top+textHeight(n.title, titleStyle))
	}
	n.drawState(d)
	if n.step.ID != "" {
		d.Spots = append(d.Spots, Spot{n.step.ID, n.box})
	}
}

func (n *node) drawRest(d *Drawing, top float64) {
	x := n.box.middle().X
	d.writeLines(x, top+textHeight(n.by, byStyle)/2, byStyle, n.by)
	d.writeLines(x, top+textHeight(n.by, byStyle)+textHeight(n.note, noteStyle)/2, noteStyle, n.note)
}

// drawState draws a tick, a dot or an arrow back in the upper right corner.
func (n *node) drawState(d *Drawing) {
	if n.step.State == FlowOpen {
		return
	}
	_, role, _ := n.colours()
	c := Point{n.figure.right() - badge - 0.7, n.figure.Y + badge + 0.7}
	d.circle(c, badge, role, Line{})
	line := Line{Role: Panel, Width: 0.45}
	at := func(x, y float64) Point { return Point{c.X + x*badge, c.Y + y*badge} }
	switch n.step.State {
	case FlowDone:
		d.poly(line, at(-0.5, 0.05), at(-0.1, 0.42), at(0.5, -0.38))
	case FlowCurrent:
		d.polygon(Panel, Line{}, at(-0.3, -0.5), at(0.55, 0), at(-0.3, 0.5))
	case FlowReturned:
		d.poly(line, at(0.55, 0), at(-0.5, 0))
		d.poly(line, at(-0.05, -0.45), at(-0.5, 0), at(-0.05, 0.45))
	}
}
