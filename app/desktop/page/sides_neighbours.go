package page

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/widgets"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/points"
)

// neighbours is the table of what the extent borders on.
type neighbours struct {
	page    *sides
	table   *table
	sides   options[planning.Side]
	kinds   options[planning.NeighbourKind]
	refusal *widgets.Prose // why a row could not be added or removed
}

// The columns of the table of neighbours.
const (
	neighbourSide = iota
	neighbourKind
	neighbourName
	neighbourFrom
	neighbourTo
	neighbourLength
)

func newNeighbours(p *sides) *neighbours {
	d := p.d
	n := &neighbours{page: p, refusal: widgets.NewProse("")}
	n.refusal.SetColour(theme.ColorNameError)
	for _, s := range planning.FourSides {
		n.sides = append(n.sides, option[planning.Side]{s, s.Title().In(d.Lang)})
	}
	for _, k := range planning.NeighbourKinds {
		n.kinds = append(n.kinds, option[planning.NeighbourKind]{k, k.Title().In(d.Lang)})
	}
	from, to, length := d.say("sides.from"), d.say("sides.to"), d.say("sides.length")
	n.table = newTable(d, []widgets.Column{
		neighbourSide:   choiceColumn(d, "sides.side", n.sides.texts()),
		neighbourKind:   choiceColumn(d, "sides.kind", n.kinds.texts()),
		neighbourName:   {Title: d.say("sides.name")},
		neighbourFrom:   {Title: from, Width: columnFor(from, "J10000"), Kind: widgets.TextColumn},
		neighbourTo:     {Title: to, Width: columnFor(to, "J10000"), Kind: widgets.TextColumn},
		neighbourLength: {Title: length, Width: columnFor(length, "10,000.00"), Kind: widgets.FixedNumberColumn},
	})
	n.table.command = n.command
	n.table.sheet.OnAdd, n.table.sheet.OnRemove, n.table.sheet.OnSelect = n.add, n.remove, n.selected
	n.table.sheet.SetWords(d.say("sides.none"), d.say("sides.add"))
	return n
}

func (n *neighbours) show() {
	plan := n.page.state.Plan
	last, first := n.table.state.Plan, n.table.rows == nil
	n.table.state = n.page.state
	if !first && plan.Sides.Neighbours.Equal(last.Sides.Neighbours) && plan.Extent.Equal(last.Extent) {
		return
	}
	n.refusal.Set("")
	table := n.page.list(edit.Extent)
	rows := make([][]string, plan.Sides.Neighbours.Len())
	for i, v := range plan.Sides.Neighbours.All() {
		rows[i] = []string{
			neighbourSide: n.sides.text(v.Side, string(v.Side)), neighbourKind: n.kinds.text(v.Kind, string(v.Kind)),
			neighbourName: v.Name, neighbourLength: "",
		}
		if s, ok := table.Stretch(v); ok {
			rows[i][neighbourFrom], rows[i][neighbourTo] = s.From.Name(), s.To.Name()
			rows[i][neighbourLength] = grouped(geo.Decimal(s.Length, points.LengthPlaces))
		}
	}
	n.table.show(rows, nil)
}

// command changes one cell of a neighbour.
func (n *neighbours) command(row, col int, text string) (edit.Command, error) {
	all := n.page.state.Plan.Sides.Neighbours
	if row >= all.Len() {
		return edit.SetNeighbour{At: row}, nil // blocked: the row has gone
	}
	to, err := all.At(row), error(nil)
	switch col {
	case neighbourSide:
		to = n.turned(to, n.sides.value(text, planning.Side(text)))
	case neighbourKind:
		to.Kind = n.kinds.value(text, planning.NeighbourKind(text))
	case neighbourName:
		to.Name = text
	case neighbourFrom:
		to.From, err = n.place(text)
	case neighbourTo:
		to.To, err = n.place(text)
	}
	return edit.SetNeighbour{At: row, To: to}, err
}

// turned puts a neighbour on another side. One that takes up just the whole of its
// side, as when it was added, takes up that of the new one.
func (n *neighbours) turned(v planning.Neighbour, to planning.Side) planning.Neighbour {
	table := n.page.list(edit.Extent)
	was, known := table.Stretch(v)
	if whole, ok := table.Side(v.Side); ok && known && whole.From == was.From && whole.To == was.To {
		v = along(table, to, v)
	}
	v.Side = to
	return v
}

// along makes a neighbour take up the whole of a side.
func along(t points.Table, s planning.Side, v planning.Neighbour) planning.Neighbour {
	if whole, ok := t.Side(s); ok {
		v.From, v.To = whole.From.Degrees, whole.To.Degrees
	}
	return v
}

// place is where the point of a number lies: "J17", "17".
func (n *neighbours) place(text string) (geo.Point, error) {
	table := n.page.list(edit.Extent)
	number, err := strconv.Atoi(strings.TrimPrefix(strings.ToUpper(narrow(text)), "J"))
	if p, ok := table.Outer(number); ok && err == nil {
		return p.Degrees, nil
	}
	if table.Len() == 0 {
		return geo.Point{}, geo.BadInput(geo.At{}, "points.no_outline")
	}
	return geo.Point{}, geo.BadInput(geo.At{}, "points.no_number", "text", text, "last", table.Len())
}

// add adds a neighbour on the first side that has none.
func (n *neighbours) add() {
	taken := map[planning.Side]bool{}
	for _, v := range n.page.state.Plan.Sides.Neighbours.All() {
		taken[v.Side] = true
	}
	side := planning.East
	for _, s := range planning.FourSides {
		if !taken[s] {
			side = s
			break
		}
	}
	n.do(edit.AddNeighbour{Neighbour: along(n.page.list(edit.Extent), side, planning.Neighbour{Side: side, Kind: planning.NeighbourRoad})})
}

func (n *neighbours) remove(row int) {
	n.do(edit.RemoveNeighbour{At: row, Title: n.page.state.Plan.Sides.Neighbours.At(row).Name})
}

// do does what concerns a whole row.
func (n *neighbours) do(c edit.Command) {
	if err := n.page.d.Do(c); err != nil {
		n.refusal.Set(n.page.d.explain(err))
	}
}

// selected shows where a neighbour begins.
func (n *neighbours) selected(row int) {
	all := n.page.state.Plan.Sides.Neighbours
	if row >= all.Len() {
		return
	}
	if s, ok := n.page.list(edit.Extent).Stretch(all.At(row)); ok {
		n.page.d.ShowPlace(s.From.Degrees)
	}
}
