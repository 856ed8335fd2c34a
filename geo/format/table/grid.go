package table

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/internal/lines"
)

// Grid is a sheet with all its cells, for tables whose points need not be the
// corners of anything.
type Grid struct {
	Name  string // of the layer
	Rows  [][]string
	Roles feature.Roles // of no use with Err
	Err   error         // why no roles can be told
	at    []int         // line of each row in the file
}

// ReadGrids reads a text table, or with book a workbook, with all cells.
func ReadGrids(src feature.Source, book bool) ([]Grid, error) {
	if !book {
		text, _ := lines.UTF8(src.Text)
		g, err := readGrid(src, "", text)
		return []Grid{g}, err
	}
	b, err := openBook(src)
	if err != nil {
		return nil, err
	}
	var all []Grid
	for _, part := range b.sheets {
		rows, err := b.rows(part)
		if err != nil {
			return nil, err
		}
		g, err := readGrid(src, part.name, rows)
		rows.Close()
		if err != nil {
			return nil, err
		}
		all = append(all, g)
	}
	return all, nil
}

func readGrid(src feature.Source, name string, text io.Reader) (Grid, error) {
	g := Grid{Name: name}
	r := newReader(src, name, text, func(feature.Batch, error) bool { return true })
	head, err := r.Head(headBytes)
	if err != nil {
		return g, err
	}
	g.Err = r.arrange(head, nil)
	g.Roles = r.layout.Roles
	comma := r.layout.comma
	for {
		line, number, err := r.Next()
		if line == nil || err != nil {
			return g, err
		}
		fields, _, whole := split(line, comma, r.fields)
		if r.fields = fields; !whole {
			return g, geo.BadInput(geo.At{Line: number}, "table.quote_open")
		}
		d := decoder{gb: r.GB}
		row := make([]string, len(fields))
		for i, f := range fields {
			row[i] = d.text(f)
		}
		g.Rows, g.at = append(g.Rows, row), append(g.at, number)
	}
}

// Points are the points of the grid with the numbers of their rows in Rows, longitude
// or easting first. A row whose coordinates cannot be read is a fault, unless it has
// none at all.
func (g *Grid) Points() (points []geo.Point, rows []int, err error) {
	for i, row := range g.Rows {
		if g.at[i] <= g.Roles.Heading {
			continue
		}
		east, north := cell(row, g.Roles.East), cell(row, g.Roles.North)
		x, okX := number(east, g.Roles.Angles)
		y, okY := number(north, g.Roles.Angles)
		switch {
		case okX && okY:
			points, rows = append(points, geo.Point{x, y}), append(rows, i)
		case okX || okY:
			bad := east
			if okX {
				bad = north
			}
			return nil, nil, geo.BadInput(geo.At{Line: g.at[i]}, "table.coordinate", "text", excerpt(bad))
		}
	}
	return points, rows, nil
}

// Put writes other coordinates into the rows that Points named, in degrees to
// 1e-10° or metres to 0.1 mm; headings that would no longer be right are changed.
func (g *Grid) Put(points []geo.Point, rows []int, metres, wereMetres bool) {
	decimals, headings := 10, [2]string{"经度", "纬度"}
	if metres {
		decimals, headings = 4, [2]string{"东坐标Y", "北坐标X"}
	}
	columns := [2]int{g.Roles.East, g.Roles.North}
	for i, row := range rows {
		for k, column := range columns {
			g.Rows[row][column-1] = strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(points[i][k], 'f', decimals, 64), "0"), ".")
		}
	}
	if h := slices.Index(g.at, g.Roles.Heading); h >= 0 && (metres != wereMetres || g.Roles.Angles == feature.Pointed) {
		for k, column := range columns {
			g.Rows[h][column-1] = headings[k]
		}
	}
	g.Roles.Angles = feature.Signed
}

// WriteGrids writes grids as CSV, of which there must be one, or with book as a
// workbook.
func WriteGrids(w io.Writer, all []Grid, book bool) error {
	rows := func(i int, row func([]string) error) error {
		for _, cells := range all[i].Rows {
			if err := row(cells); err != nil {
				return err
			}
		}
		return nil
	}
	if !book {
		return writeText(w, func(row func([]string) error) error { return rows(0, row) })
	}
	names, taken := make([]string, len(all)), map[string]bool{}
	for i, g := range all {
		names[i] = sheetName(g.Name, taken)
	}
	return writeBook(w, names, rows, func(_ int, cell string, _ int) any { return gridValue(cell) })
}

// gridValue is a number where none of its digits would be lost, and none of its
// zeros: 001 is no number.
func gridValue(text string) any {
	const most = 15 // digits that Excel keeps
	if text == "" {
		return nil
	}
	x, err := strconv.ParseFloat(text, 64)
	if err == nil && len(text) <= most && strconv.FormatFloat(x, 'f', -1, 64) == text {
		return x
	}
	return text
}
