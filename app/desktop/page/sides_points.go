package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/widgets"
	"zhenjie/geo"
	"zhenjie/geo/shaping"
	"zhenjie/planning/edit"
	"zhenjie/planning/points"
)

// pointTable is the table of the boundary points of an outline. A number typed
// into it moves the point.
type pointTable struct {
	page    *sides
	layer   edit.Layer
	points  points.Table // as shown
	shape   geo.Shape    // whose points they are
	cells   map[figures][]string
	table   *table
	system  *widgets.Prose
	copied  *widgets.Prose
	copyAll *widget.Button
	content *fyne.Container
}

// figures are the numbers of a row, which most rows keep when a point is moved.
type figures struct {
	degrees             geo.Point
	east, north, length float64
}

// The columns of the table of points.
const (
	pointNumber = iota
	pointX
	pointY
	pointLon
	pointLat
	pointEdge
)

func newPointTable(p *sides) *pointTable {
	d := p.d
	t := &pointTable{page: p, system: widgets.NewHint(""), copied: widgets.NewHint("")}
	number, edge := d.say("points.number"), d.say("points.edge")
	t.table = newTable(d, []widgets.Column{
		pointNumber: {Title: number, Width: columnFor(number, "J10000"), Kind: widgets.FixedColumn},
		pointX:      {Title: d.say("points.x"), Kind: widgets.NumberColumn},
		pointY:      {Title: d.say("points.y"), Kind: widgets.NumberColumn},
		pointLon:    {Title: d.say("points.lon"), Kind: widgets.NumberColumn},
		pointLat:    {Title: d.say("points.lat"), Kind: widgets.NumberColumn},
		pointEdge:   {Title: edge, Width: columnFor(edge, "1,234.56"), Kind: widgets.FixedNumberColumn},
	})
	t.table.sheet.MostRows = 8 // it is given what the page has
	t.table.command = t.command
	t.table.sheet.OnSelect = t.selected
	t.table.sheet.SetWords(d.say("points.no_outline"), "")
	t.copyAll = widget.NewButtonWithIcon(d.say("sides.copy"), theme.ContentCopyIcon(), t.toClipboard)
	below := container.NewBorder(nil, nil, t.copyAll, nil, container.NewPadded(t.copied))
	t.content = container.NewPadded(container.NewBorder(t.system, below, nil, nil, container.New(modest{}, t.table.sheet)))
	return t
}

// show shows the points of an outline, unless they are the ones shown.
func (t *pointTable) show(l edit.Layer) {
	p := t.page
	shape := l.Of(p.state.Plan)
	t.table.state = p.state
	if t.table.rows != nil && l == t.layer && shape.Equal(t.shape) {
		return
	}
	if l != t.layer {
		clear(t.table.refused) // they were of other points
	}
	t.layer, t.shape, t.points = l, shape, p.list(l)
	t.copied.Set("")
	system := p.d.say("sides.no_zone")
	if zone := t.points.Zone(); !zone.IsZero() {
		system = p.d.say("sides.zone", "system", zone.Name(), "code", zone.String())
	}
	t.system.Set(system)
	t.content.Refresh() // it may take another number of lines
	enable(t.copyAll, t.points.Len() > 0)
	t.table.show(t.rows(), nil)
}

// rows are the texts of the points; those that stay as they were are kept.
func (t *pointTable) rows() [][]string {
	rows, kept := make([][]string, t.points.Len()), make(map[figures][]string, t.points.Len())
	for i, p := range t.points.All() {
		f := figures{p.Degrees, p.East, p.North, p.Length}
		row, ok := t.cells[f]
		if !ok || row[pointNumber] != p.Name() {
			row = t.row(p, row)
		}
		rows[i], kept[f] = row, row
	}
	t.cells = kept
	return rows
}

// row are the texts of a point; last those of the same figures, under another
// number, nil where there are none.
func (t *pointTable) row(p points.Point, last []string) []string {
	if last == nil {
		last = []string{
			pointX: p.Text(points.X), pointY: p.Text(points.Y), pointLon: p.Text(points.Lon), pointLat: p.Text(points.Lat),
			pointEdge: geo.Decimal(p.Length, points.LengthPlaces),
		}
	}
	row := slices.Clone(last)
	row[pointNumber] = p.Name()
	return row
}

// typed are the columns that move a point.
var typed = map[int]points.Coordinate{pointX: points.X, pointY: points.Y, pointLon: points.Lon, pointLat: points.Lat}

// command moves a point.
func (t *pointTable) command(row, col int, text string) (edit.Command, error) {
	if row >= t.points.Len() {
		return edit.MovePoint{Layer: t.layer, At: shaping.Vertex{Corner: -1}}, nil // blocked: the row has gone
	}
	p := t.points.At(row)
	to, err := t.points.Moved(p, typed[col], text)
	return edit.MovePoint{Layer: t.layer, At: p.At, To: to, Title: p.Name()}, err
}

// selected shows a point on the map.
func (t *pointTable) selected(row int) {
	if row < t.points.Len() {
		t.page.d.ShowPlace(t.points.At(row).Degrees)
	}
}

// toClipboard copies the whole table for a spreadsheet.
func (t *pointTable) toClipboard() {
	fyne.CurrentApp().Clipboard().SetContent(t.points.TSV(t.page.d.Lang))
	t.copied.Set(t.page.d.say("sides.copied", "n", t.points.Len()))
}
