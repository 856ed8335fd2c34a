package chart

import (
	"fmt"
	"strconv"
)

// gantt is a Gantt with places.
type gantt struct {
	Gantt
	lines    []ganttLine
	from, to Month   // shown; to is the last month
	names    float64 // width of the names
	header   float64
	row      float64 // height of a row
	month    float64 // width of a month
}

// ganttLine is a row, or the name of a group.
type ganttLine struct {
	GanttRow
	heading bool
}

const (
	leastRow     = 5.0
	mostRow      = 8.0
	leastQuarter = 4.6 // width at which quarters are named
	mostMonths   = 50 * 12
)

// Draw lays the chart out.
func (c Gantt) Draw(width, height float64) *Drawing {
	g := c.placed(width, height)
	d := newDrawing(width, max(height, g.header+g.row*float64(len(g.lines))+1))
	d.Title, d.Lang = c.Title, c.Lang
	g.bands(d)
	g.calendar(d)
	g.today(d)
	for i := range g.lines {
		g.line(d, i)
	}
	return d
}

func (c Gantt) placed(width, height float64) *gantt {
	g := &gantt{Gantt: c}
	group := ""
	for _, r := range c.Rows {
		if r.Group != group && r.Group != "" {
			g.lines = append(g.lines, ganttLine{GanttRow: GanttRow{Name: r.Group}, heading: true})
		}
		group = r.Group
		g.lines = append(g.lines, ganttLine{GanttRow: r})
	}
	g.span()
	for _, l := range g.lines {
		g.names = max(g.names, textWidth(l.Name, normal, l.heading)+4)
	}
	g.names = min(max(g.names, 16), 0.4*width)
	g.month = max((width-1-g.names)/float64(g.to-g.from+1), 0)
	g.header = 6
	if g.quarters() {
		g.header = 10.5
	}
	if g.shown(c.Today) {
		g.header += 4.5
	}
	g.row = min(max((height-g.header-1)/float64(max(len(g.lines), 1)), leastRow), mostRow)
	return g
}

// span finds the months to show: whole years round all dates.
func (g *gantt) span() {
	g.from, g.to = g.From, g.To
	first, last := Month(0), Month(0)
	note := func(m Month) {
		if m <= 0 {
			return
		}
		if first == 0 || m < first {
			first = m
		}
		last = max(last, m)
	}
	for _, r := range g.Rows {
		note(r.Start)
		note(r.End)
	}
	if first == 0 {
		note(g.Today)
	}
	if first == 0 {
		note(MonthOf(2000, 1)) // nothing at all has a date: no year is named
	}
	if g.from <= 0 {
		g.from = MonthOf(first.Year(), 1)
	}
	if g.to <= 0 {
		g.to = MonthOf(last.Year(), 12)
	}
	g.to = max(g.to, g.from)
	g.from = max(g.from, g.to-mostMonths)
}

func (g *gantt) dated() bool {
	for _, r := range g.Rows {
		if r.Start > 0 || r.End > 0 {
			return true
		}
	}
	return g.From > 0 || g.Today > 0
}

func (g *gantt) quarters() bool { return 3*g.month >= leastQuarter }

func (g *gantt) shown(m Month) bool { return m > 0 && m >= g.from && m <= g.to }

// x is where a month begins, kept within the calendar.
func (g *gantt) x(m Month) float64 {
	return g.names + g.month*float64(min(max(m, g.from), g.to+1)-g.from)
}

// top is the upper edge of line i.
func (g *gantt) top(i int) float64 { return g.header + g.row*float64(i) }

// bands are the grounds of the groups' names and the lines between rows.
func (g *gantt) bands(d *Drawing) {
	bottom := g.top(len(g.lines))
	d.rect(Box{g.names, g.header, d.Width - 1 - g.names, bottom - g.header}, 0, Panel, Line{})
	for i, l := range g.lines {
		if l.heading {
			d.rect(Box{0, g.top(i), d.Width - 1, g.row}, 0, Grid, Line{})
		}
		d.poly(Line{Role: Grid, Width: hair}, Point{0, g.top(i) + g.row}, Point{d.Width - 1, g.top(i) + g.row})
	}
}

// calendar draws years and quarters.
func (g *gantt) calendar(d *Drawing) {
	if !g.dated() {
		return
	}
	top := 0.0
	if g.shown(g.Today) {
		top = 4.5
	}
	bottom := g.top(len(g.lines))
	year := style{normal, true, Ink, centre}
	every := 1 + int(textWidth("2000", year.size, true)*1.3/max(12*g.month, 0.01))
	for m := g.from; m <= g.to; m++ {
		switch {
		case m.Of() == 1 || m == g.from:
			d.poly(Line{Role: Edge, Width: hair}, Point{g.x(m), top + 1}, Point{g.x(m), bottom})
			end := min(MonthOf(m.Year()+1, 1), g.to+1)
			name := strconv.Itoa(m.Year())
			if m.Year()%every == 0 && textWidth(name, year.size, true) < float64(every)*(g.x(end)-g.x(m)) {
				d.write((g.x(m)+g.x(end))/2, top+3.2, year, name)
			}
		case m.Of()%3 == 1 && g.quarters():
			d.poly(Line{Role: Grid, Width: hair}, Point{g.x(m), top + 6}, Point{g.x(m), bottom})
		}
		if m.Of()%3 == 1 && g.quarters() && m+2 <= g.to {
			d.write(g.x(m)+1.5*g.month, top+8.2, style{small * 0.9, false, Faint, centre}, fmt.Sprintf("Q%d", m.Of()/3+1))
		}
	}
	d.poly(Line{Role: Edge, Width: hair}, Point{d.Width - 1, top + 1}, Point{d.Width - 1, bottom})
}

// line draws a row with its name.
func (g *gantt) line(d *Drawing, i int) {
	l := g.lines[i]
	middle := g.top(i) + g.row/2
	if l.heading {
		s := style{normal, true, Ink, left}
		d.write(1.5, middle, s, cut(l.Name, d.Width-3, s))
		return
	}
	s := style{normal, false, Ink, left}
	d.write(1.5, middle, s, cut(l.Name, g.names-3, s))
	if l.ID != "" {
		d.Spots = append(d.Spots, Spot{l.ID, Box{0, g.top(i), d.Width, g.row}})
	}
	d.tell(l.Name + " " + g.says(l.GanttRow))
	switch {
	case l.Start > 0 && l.End > 0:
		g.bar(d, l.GanttRow, middle)
	case l.Start > 0:
		g.single(d, l.GanttRow, l.Start, middle)
	case l.End > 0:
		g.single(d, l.GanttRow, l.End+1, middle)
	default:
		d.write(g.names+1.5, middle, style{small, false, Faint, left}, cut(g.NoDates, d.Width-g.names-3, s))
	}
}

// says is the dates of a row in words.
func (g *gantt) says(r GanttRow) string {
	if r.Start <= 0 && r.End <= 0 {
		return g.NoDates
	}
	return r.Start.text() + "–" + r.End.text()
}

func (m Month) text() string {
	if m <= 0 {
		return "?"
	}
	return fmt.Sprintf("%d-%02d", m.Year(), m.Of())
}

func (r GanttRow) role() Role {
	switch {
	case r.Start > 0 && r.End > 0 && r.End < r.Start:
		return Bad
	case r.Highlight:
		return Series2
	default:
		return Series1
	}
}

func (g *gantt) bar(d *Drawing, r GanttRow, middle float64) {
	from, to := min(r.Start, r.End), max(r.Start, r.End)
	h := min(g.row*0.56, 3.8)
	b := Box{g.x(from), middle - h/2, g.x(to+1) - g.x(from), h}
	d.rect(b, 0.8, r.role(), Line{})
	if r.Done > 0 {
		d.rect(Box{b.X + 0.5, middle - h/8, (b.W - 1) * min(r.Done, 1), h / 4}, h/8, Ink, Line{})
	}
	g.dates(d, r, b)
}

// dates writes a row's dates beside its bar, where there is room.
func (g *gantt) dates(d *Drawing, r GanttRow, b Box) {
	s := style{small * 0.92, false, Faint, left}
	text := g.says(r)
	w := textWidth(text, s.size, false) + 3
	switch {
	case b.right()+w < d.Width-1:
		d.write(b.right()+1.5, b.middle().Y, s, text)
	case b.X-w > g.names:
		s.align = right
		d.write(b.X-1.5, b.middle().Y, s, text)
	}
}

// single marks a row of which one date is known.
func (g *gantt) single(d *Drawing, r GanttRow, m Month, middle float64) {
	x, h := g.x(m), min(g.row*0.3, 1.9)
	d.polygon(Panel, Line{Role: r.role(), Width: 0.5}, Point{x, middle - h}, Point{x + h, middle}, Point{x, middle + h}, Point{x - h, middle})
	g.dates(d, r, Box{x - h, middle - h, 2 * h, 2 * h})
}

// today marks the month that is now, behind the bars.
func (g *gantt) today(d *Drawing) {
	if !g.shown(g.Today) {
		return
	}
	x := g.x(g.Today) + g.month/2
	d.poly(Line{Role: Bad, Width: 0.4}, Point{x, g.header}, Point{x, g.top(len(g.lines))})
	d.polygon(Bad, Line{}, Point{x - 1, 4.4}, Point{x + 1, 4.4}, Point{x, 5.6})
	s := style{small, true, Bad, centre}
	w := textWidth(g.TodayIs, small, true) / 2
	d.write(min(max(x, w), d.Width-1-w), 2.4, s, g.TodayIs)
}
